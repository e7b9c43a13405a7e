"""A health card or certificate taken down at the desk, while it can still be asked for.

The clerk copies what is printed (charging-rules.md 7.3: particulars and papers). What is odd about
it is said beside its field and holds nobody up; whether it counts is the officer's to decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.access.roles import Act
from app.billing.claims.capture import Seen, look_at
from app.billing.claims.checks import Finding
from app.billing.claims.claim import Entitlement
from app.residency.rules import Side
from app.services.answers import answers_of, given, save
from app.services.desk import Desk, service
from app.services.entitlements import (
    DOCUMENT,
    ISSUER,
    EntitlementForm,
    form_of,
    keep_form,
    read_form,
)
from app.store import patients, registrations

_UK_CARD, _NATIONALITIES = "uk_ghic", "s2_nationalities"
_UK_ISSUED = ("ehic", "prc")  # a UK one of these is a document of its own in the questions


@dataclass(frozen=True, slots=True)
class Captured:
    """What was kept of a card, and what to put right or ask now."""

    findings: tuple[Finding, ...]
    document: str  # the option of the question about the document that it answered
    issuer: str  # the code of the country, "" where none was taken down


@service(Act.REGISTER)
def card_form(desk: Desk, registration_id: str) -> EntitlementForm:
    """The form with what is known already; names and birthday stand in it to be compared."""
    return form_of(desk, registration_id)


@service(Act.REGISTER)
def keep_card(desk: Desk, registration_id: str, type_id: str, typed: Mapping[str, str]) -> Captured:
    """Keep the card, and answer by it which document it is and who issued it: not asked twice.

    Raises BadInput for a value no such field can hold; what is missing or odd is kept and said.
    """
    card = read_form(desk, type_id, typed)
    registration = registrations.get(desk.db, registration_id)
    state = card.text("state")
    issuer = desk.law.pack.countries.get(state)
    document = _document(desk, card, uk=issuer is not None and issuer.side is Side.UK)
    with desk.db.atomic():
        keep_form(desk, registration_id, card)
        _answer(desk, registration_id, DOCUMENT, document)
        if state:
            _answer(desk, registration_id, ISSUER, state)
    seen = Seen(
        patient=patients.get(desk.db, registration.patient_id),
        on=registration.service_date or desk.today,
        issuer=issuer,
    )
    return Captured(look_at(card, seen, desk.claims), document, state)


@service(Act.REGISTER)
def passport_enough(desk: Desk, registration_id: str) -> str:
    """The country whose passport does for a card, where the patient is its national; else ""."""
    answer = answers_of(desk, registration_id).get(_NATIONALITIES)
    theirs = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
    enough = desk.claims.capture.passport_enough
    names = [desk.law.pack.countries[code].name for code in enough if code in theirs]
    return names[0] if names else ""


def _document(desk: Desk, card: Entitlement, *, uk: bool) -> str:
    """The option of the question that this type is."""
    if uk and card.type in _UK_ISSUED:
        return _UK_CARD
    options = [name for name, type_id in desk.claims.documents.items() if type_id == card.type]
    return options[0]


def _answer(desk: Desk, registration_id: str, question_id: str, value: str) -> None:
    question, answer = given(desk, question_id, value)
    if answers_of(desk, registration_id).get(question_id) != answer:
        save(desk, registration_id, question, answer)
