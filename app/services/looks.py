"""How the person signed in wants the window; everybody keeps their own."""

from __future__ import annotations

from app.access.roles import Act
from app.core.look import Look
from app.services.desk import Desk, service
from app.store import looks


@service(Act.KEEP_OWN)
def look(desk: Desk) -> Look | None:
    """The person's look, or None where they never chose one."""
    return looks.get(desk.db, desk.person.user_id)


@service(Act.KEEP_OWN)
def keep_look(desk: Desk, wanted: Look) -> None:
    """Keep a look for the next time this person sits down."""
    with desk.db.atomic():
        looks.put(desk.db, desk.person.user_id, wanted, at=desk.moment)
