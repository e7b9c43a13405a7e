"""How often officers decide otherwise than suggested: the check on over-trust (hazard H12)."""

from __future__ import annotations

from datetime import date

from app.access.roles import Act
from app.casework.overrides import Overrides, Tally
from app.core.errors import BadInput
from app.services.desk import Desk, service
from app.store import decisions


@service(Act.EXPORT_BATCH, whole=True)
def overrides(desk: Desk, since: date | None = None, until: date | None = None) -> Overrides:
    """Decisions of some days, both included, by suggestion, choice and reason; nobody's name.

    Raises BadInput where the last day lies before the first.
    """
    if since is not None and until is not None and until < since:
        raise BadInput("bad_date", "The last day lies before the first. Change one.", "to")
    return Overrides(tuple(Tally(*row) for row in decisions.tally(desk.db, since, until)))


@service(Act.EXPORT_BATCH, whole=True)
def this_month(desk: Desk) -> Overrides:
    """The decisions of this month so far."""
    return overrides(desk, desk.today.replace(day=1), desk.today)
