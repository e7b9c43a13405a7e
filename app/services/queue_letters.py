"""Letters for several cases: asked for one case at a time, so that each is whole or not at all.

What may not go by itself says so and stays: a bulk letter is never the place to find out that a
patient is not to be written to (hazard H8). A case with a protected ground is opened, and its
letters are seen one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.access.roles import Act
from app.billing.debt.terms import HoldKind
from app.casework.letter_kinds import LetterKind
from app.core.dates import parse_iso, show
from app.core.errors import Known
from app.core.wording import Phrase, phrases
from app.services import letters as writing
from app.services.debts import debt_of
from app.services.desk import Desk, service
from app.services.filing import document
from app.services.letter_of_case import usually_missing
from app.services.letter_parts import plan_of
from app.services.reopening import is_private
from app.services.resting import rests_on_case
from app.store import invoices, letters, patients, registrations
from app.store.letters import PATIENT, StoredLetter
from app.store.registrations import Registration

ASKS = LetterKind.REQUEST_FOR_INFORMATION
PRIVATE = Phrase("It is private. Open the case, and see its letters there.")
_BY_SAFE_CONTACT = phrases(
    {
        "do_not_post": "Nothing may be posted to this patient. Open the case, and hand it over.",
        "phone_only": "This patient is reached by phone alone. Call them.",
    }
)
_NO_ADDRESS = Phrase("No address is known. Open the case, write there, and hand the letter over.")
_RESTS = Phrase("Its letters rest. Open the case, and see why there.")
_DIED = Phrase("This patient has died. Write to whoever deals with the estate, from the case.")
_NOTHING_MISSING = Phrase("Nothing is known to be missing. Open the case, and say what to ask for.")
_NOTHING_WRITTEN = Phrase("No letter to the patient waits to be printed. Write one first.")
# Holds that are about the person, and not about the money.
_OF_THE_PERSON = (
    HoldKind.SAFEGUARDING,
    HoldKind.UNSAFE_ADDRESS,
    HoldKind.BEREAVEMENT,
    HoldKind.VULNERABLE,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One kept letter, to be looked at and printed: what it is, and whose (hazard H4)."""

    file_id: str
    pdf: bytes
    name: str
    ref: str
    patient: str
    born: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """What came of one case: letters to print, or why there are none."""

    ref: str
    papers: tuple[Paper, ...] = ()
    why_not: str = ""


@service(Act.DECIDE_STATUS)
def ask_for_document(desk: Desk, registration_id: str) -> OfCase:
    """Write the usual request for what is missing in a case; a refusal says why nothing was.

    A request still inside its days to reply is not written twice, and none is written to nowhere.
    """
    registration = registrations.get(desk.db, registration_id)
    why_not = _must_not_go(desk, registration) or _asked_already(desk, registration)
    if not why_not and not usually_missing(desk, registration):
        why_not = _NOTHING_MISSING
    patient = patients.get(desk.db, registration.patient_id)
    if not why_not and not patient.post_address.lines:
        why_not = _NO_ADDRESS
    if why_not:
        return OfCase(ref=registration.ref, why_not=why_not)
    try:
        letter = writing.write(desk, ASKS, registration.ref)
    except Known as refused:
        return OfCase(ref=registration.ref, why_not=refused.message)
    kept = next(
        one for one in letters.of(desk.db, registration_id) if one.file_id == letter.file_id
    )
    return OfCase(ref=registration.ref, papers=(_paper(desk, registration, kept, letter.pdf),))


@service(Act.DECIDE_STATUS)
def letters_to_print(desk: Desk, registration_id: str) -> OfCase:
    """The letters to a case's patient that nobody has marked as gone; opening each is audited."""
    registration = registrations.get(desk.db, registration_id)
    why_not = _must_not_go(desk, registration)
    if why_not:
        return OfCase(ref=registration.ref, why_not=why_not)
    waiting = [
        letter
        for letter in letters.of(desk.db, registration_id)
        if letter.to_whom == PATIENT
        and _is_ours(desk, letter)
        and not letters.sent(desk.db, letter.file_id)
    ]
    if not waiting:
        return OfCase(ref=registration.ref, why_not=_NOTHING_WRITTEN)
    papers = tuple(_paper(desk, registration, one, document(desk, one.file_id)) for one in waiting)
    return OfCase(ref=registration.ref, papers=papers)


def _paper(desk: Desk, registration: Registration, letter: StoredLetter, pdf: bytes) -> Paper:
    patient = patients.get(desk.db, registration.patient_id)
    return Paper(
        file_id=letter.file_id,
        pdf=pdf,
        name=plan_of(desk, LetterKind(letter.kind)).name,
        ref=registration.ref,
        patient=patient.banner_name,
        born=patient.born,
    )


def _is_ours(desk: Desk, letter: StoredLetter) -> bool:
    return any(desk.may(act) for act in LetterKind(letter.kind).acts)


def _must_not_go(desk: Desk, registration: Registration) -> str:
    patient = patients.get(desk.db, registration.patient_id)
    if patient.died is not None:
        return _DIED
    if is_private(desk, registration.registration_id):
        return PRIVATE
    if patient.safe_contact in _BY_SAFE_CONTACT:
        return _BY_SAFE_CONTACT[patient.safe_contact]
    if any(rest.until is None for rest in rests_on_case(desk, registration.registration_id)):
        return _RESTS
    return _held(desk, registration)


def _held(desk: Desk, registration: Registration) -> str:
    for row in invoices.of(desk.db, registration.registration_id):
        if row.doc_type != invoices.INVOICE:
            continue
        for hold in debt_of(desk, row.doc_no).position.held:
            if hold.kind in _OF_THE_PERSON:
                label = desk.finance.debt.holds[hold.kind].label
                return Phrase(
                    "It rests ({why}). Open the case, and write from there.", why=label.lower()
                )
    return ""


def _asked_already(desk: Desk, registration: Registration) -> str:
    days = timedelta(days=plan_of(desk, ASKS).reply_days)
    for letter in reversed(letters.of(desk.db, registration.registration_id)):
        asked = parse_iso(letter.made_at[:10])
        if letter.kind == ASKS and asked + days >= desk.today:
            return Phrase("Asked already on {day}. The answer may still come.", day=show(asked))
    return ""
