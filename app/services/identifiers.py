"""Numbers a patient can be found by later: of a passport, a card, a certificate, a telephone."""

from __future__ import annotations

from app.access.roles import Act
from app.core.errors import BadInput
from app.core.numbers import plain_number, plain_phone
from app.core.people import clean_line
from app.core.wording import Phrase, listed
from app.services.desk import Desk, service
from app.store import patient_numbers, patients
from app.store.patient_numbers import StoredNumber

KINDS = (
    "passport",
    "identity_card",
    "ehic",
    "ghic",
    "prc",
    "s1",
    "s2",
    "visa",
    "phone",
    "hospital",
    "other",
)
_LEAST = 4  # letters or digits: a shorter number tells nobody apart


@service(Act.REGISTER)
def note_number(
    desk: Desk, patient_id: str, *, kind: str, number: str, issuer: str = ""
) -> StoredNumber:
    """Keep a number that the patient showed, so that it finds them next time.

    `kind` is one of `KINDS`; `issuer` is the country or body, where known. Noting a number again
    changes nothing. Raises BadInput for a kind that is not listed or a number too short to tell
    anybody apart, NotFound for a patient who is not there.
    """
    if kind not in KINDS:
        raise BadInput(
            "bad_value",
            Phrase("Enter one of these kinds: {kinds}.", kinds=listed(KINDS)),
            "kind",
        )
    plain = plain_phone(number) if kind == "phone" else plain_number(number)
    if len(plain) < _LEAST:
        raise BadInput("bad_number", "Enter the whole number as it is printed.", "number")
    kept = StoredNumber(
        patient_id=patients.get(desk.db, patient_id).patient_id,
        kind=kind,
        number=plain,
        issuer=clean_line(issuer, "issuer"),
        added_at=desk.moment,
    )
    with desk.db.atomic():
        patient_numbers.note(desk.db, kept)
        desk.audit("number_noted", kept.patient_id, {"kind": kind})
    return kept


@service(Act.REGISTER)
def numbers_of(desk: Desk, patient_id: str) -> tuple[StoredNumber, ...]:
    """The numbers a patient is found by, in their plain form."""
    return patient_numbers.of(desk.db, patients.get(desk.db, patient_id).patient_id)
