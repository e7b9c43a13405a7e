"""Opening one case beyond one's role: with a reason, read only, for this sitting, looked at after.

Whoever is signed in and needs to know something of a case now says why in their own words. They
read that case and no other until they leave the seat. It is audited, stands in the case's own
timeline, and heads the auditor's screen, on every machine that has the case, until another person
has looked at it. Nothing of money or
of the decision is in it: no emergency turns on who pays (H1).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act, Extent
from app.casework.review import Booking
from app.core.errors import BadInput, Known, NotAllowed
from app.core.people import Patient
from app.core.wording import Phrase
from app.services.casefile import case_file
from app.services.desk import Desk, service
from app.services.reach import Reach
from app.services.two_people import require_finding
from app.store import emergencies, patients, registrations
from app.store.emergencies import NewAccess, StoredAccess

LEAST_WORDS = 4
SOMEBODY = Phrase("Somebody at that machine")
_NOT_ASKED = Phrase("Not asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A case that may be read in this sitting; it tells nothing of the patient itself."""

    access_id: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyCase:
    """What can be read of a case in an emergency: pairs of what was asked or shown, and what."""

    access_id: str
    ref: str
    patient: Patient
    reach: Reach
    booking: Booking
    leaving: str
    standing_words: str
    answers: tuple[tuple[str, str], ...]
    prompts: tuple[tuple[str, str], ...]
    papers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """An access as an auditor reads it; the patient by initials alone.

    `device` is the machine at which the case was opened.
    """

    access_id: str
    at: str
    who: str
    device: str
    ref: str
    initials: str
    reason: str
    own: bool


@service(Act.EMERGENCY_ACCESS)
def open_in_emergency(desk: Desk, ref: str, reason: str) -> Opened:
    """Say why one case must be read now; raises BadInput, NotFound, or Known for one's own work."""
    said = " ".join(reason.split())
    if len(said.split()) < LEAST_WORDS:
        raise BadInput(
            "no_reason", "Say in your own words why you need to read this case now.", "reason"
        )
    found = registrations.by_ref(desk.db, ref)
    if desk.may(Act.READ_CASE) and desk.extent(Act.READ_CASE) is Extent.FULL:
        raise Known("not_needed", "Your role opens this case as it is. Open it from the queue.")
    access_id = desk.ids.new()
    with desk.db.atomic():
        emergencies.add(
            desk.db,
            NewAccess(
                access_id=access_id,
                registration_id=found.registration_id,
                reason=said,
                opened_by=desk.person.user_id,
                opened_at=desk.moment,
                device=desk.device,
            ),
        )
        desk.audit("emergency_opened", found.registration_id, {"access": access_id})
    desk.opened_in_emergency.add(access_id)
    return Opened(access_id=access_id, ref=found.ref)


@service(Act.EMERGENCY_ACCESS)
def read_in_emergency(desk: Desk, access_id: str) -> EmergencyCase:
    """The case of an access of this sitting; each reading is audited. Raises NotAllowed."""
    access = emergencies.get(desk.db, access_id)
    if access_id not in desk.opened_in_emergency or access.opened_by != desk.person.user_id:
        raise NotAllowed("That access has ended. Say again why you need to read the case.")
    with desk.db.atomic():
        desk.audit("emergency_read", access.registration_id, {"access": access_id})
    case = case_file(desk, access.registration_id)
    return EmergencyCase(
        access_id=access_id,
        ref=case.ref,
        patient=case.patient,
        reach=case.reach,
        booking=case.booking,
        leaving=case.leaving,
        standing_words=case.standing_words,
        answers=(
            *(((_NOT_ASKED, case.not_asked),) if case.not_asked else ()),
            *((line.label, line.shown) for line in case.answers),
        ),
        prompts=tuple((line.label, line.shown) for line in case.prompts if line.shown),
        papers=tuple(
            (line.label, line.detail or line.seen or line.promised) for line in case.evidence
        ),
    )


@service(Act.READ_AUDIT)
def accesses_to_look_at(desk: Desk) -> tuple[AccessLine, ...]:
    """Emergency accesses that nobody has looked at, oldest first, of every machine whose records
    come here; of own cases alone where the matrix says so."""
    mine = None if desk.extent(Act.READ_AUDIT) is Extent.FULL else desk.person.user_id
    return tuple(
        _line(desk, one)
        for one in emergencies.waiting(desk.db)
        if mine is None or registrations.get(desk.db, one.registration_id).assigned_to == mine
    )


@service(Act.READ_AUDIT, whole=True)
def count_to_look_at(desk: Desk) -> int:
    """How many emergency accesses nobody has looked at."""
    return emergencies.count_waiting(desk.db)


@service(Act.READ_AUDIT, whole=True)
def mark_looked_at(desk: Desk, access_id: str, note: str) -> None:
    """Keep what somebody found who looked at an access; never at their own.

    Raises BadInput without a note, Known where somebody has looked already, NotAllowed, NotFound.
    """
    found = emergencies.get(desk.db, access_id)
    said = require_finding(note, looked_at=found.looked_at)
    if _is_own(desk, found):
        raise NotAllowed("You opened this case yourself. Another auditor must look at it.")
    with desk.db.atomic():
        emergencies.look(
            desk.db,
            access_id,
            look_id=desk.ids.new(),
            note=said,
            by=desk.person.user_id,
            at=desk.moment,
        )
        desk.audit("emergency_looked_at", found.registration_id, {"access": access_id})


def _line(desk: Desk, one: StoredAccess) -> AccessLine:
    registration = registrations.get(desk.db, one.registration_id)
    return AccessLine(
        access_id=one.access_id,
        at=one.opened_at,
        who=one.opener or SOMEBODY,
        device=one.device,
        ref=one.ref,
        initials=patients.get(desk.db, registration.patient_id).initials,
        reason=one.reason,
        own=_is_own(desk, one),
    )


def _is_own(desk: Desk, access: StoredAccess) -> bool:
    """Whether the person at the desk made an access, here or under the same name elsewhere."""
    me = desk.person
    same_name = access.opener_name.casefold() == me.name.casefold()
    return access.opened_by == me.user_id or same_name
