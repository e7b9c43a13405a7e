"""Keeping what the law says of a registration: appended, never edited."""

from __future__ import annotations

from app.residency.determination import Determination
from app.services.desk import Desk
from app.store import determinations
from app.store.determinations import StoredDetermination


def keep(desk: Desk, registration_id: str, found: Determination, *, certified: bool) -> str:
    """Append a determination with its audit line; the caller owns the transaction."""
    determination_id = desk.ids.new()
    determinations.add(
        desk.db,
        StoredDetermination(
            determination_id=determination_id,
            registration_id=registration_id,
            on_date=found.on,
            category=found.charging_category.value,
            result=found.as_json(),
            rules_version=found.rules_version,
            certified=certified,
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )
    desk.audit("determined", registration_id, {"category": found.charging_category.value})
    return determination_id
