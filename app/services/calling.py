"""A note that the overseas visitor team called a patient, for whoever works on the case next."""

from __future__ import annotations

from app.access.roles import Act
from app.core.errors import BadInput
from app.services.casefile import CaseFile, case_file
from app.services.desk import Desk, service
from app.services.timeline import CALLS
from app.store import registrations


@service(Act.DECIDE_STATUS)
def note_call(desk: Desk, registration_id: str, how: str) -> CaseFile:
    """Keep how a call went, as a code alone: what was said belongs to the answers.

    Raises BadInput for a code there is not, NotFound for no such case.
    """
    if how not in CALLS:
        raise BadInput("bad_value", "Choose how the call went.", "call")
    registrations.get(desk.db, registration_id)
    with desk.db.atomic():
        desk.audit("called", registration_id, {"how": how})
    return case_file(desk, registration_id)
