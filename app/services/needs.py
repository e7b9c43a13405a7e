"""What a patient needs to be reached and understood: recorded once, shown everywhere (AIS)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.access.roles import Act
from app.core.errors import BadInput
from app.core.people import Patient, clean_line
from app.services.desk import Desk, service
from app.store import patients

_NUMBER = re.compile(r"^\+?[\d ()\-]+$")
_LEAST_DIGITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Interpreter's language, formats in words, and the rules of safe contact."""

    interpreter: str = ""
    formats: tuple[str, ...] = ()
    safe_contact: str = ""
    safe_number: str = ""
    not_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage:
    """The needs as they stand, and what can be chosen: ids with their words."""

    needs: Needs
    formats: tuple[str, ...]
    contact: tuple[tuple[str, str], ...]
    not_to: tuple[tuple[str, str], ...]
    interpreter_rule: str


@service(Act.REGISTER)
def needs_page(desk: Desk, patient_id: str) -> NeedsPage:
    """What is on record and what the desk can tick; nothing is asked twice."""
    patient = patients.get(desk.db, patient_id)
    return NeedsPage(
        needs=needs_of(patient),
        formats=_formats(desk, patient),
        contact=tuple(ways_of_contact(desk).items()),
        not_to=tuple(desk.desk_terms.not_to.items()),
        interpreter_rule=desk.desk_terms.interpreter_rule,
    )


@service(Act.REGISTER)
def record(desk: Desk, patient_id: str, needs: Needs) -> Patient:
    """Keep the needs: banner, letters and every later visit follow them.

    Raises BadInput for a way of contact or a person that is not offered, and for a safe number
    that is no phone number.
    """
    patient = patients.get(desk.db, patient_id)
    contact = "" if needs.safe_contact == "any" else needs.safe_contact
    if contact and contact not in ways_of_contact(desk):
        raise BadInput("bad_value", "Choose one of the ways offered.", "safe_contact")
    if needs.not_to and needs.not_to not in desk.desk_terms.not_to:
        raise BadInput("bad_value", "Choose one of the people offered.", "not_to")
    offered = _formats(desk, patient)
    if any(one not in offered for one in needs.formats):
        raise BadInput("bad_value", "Choose from the formats offered.", "formats")
    kept = replace(
        patient,
        interpreter=clean_line(needs.interpreter, "interpreter"),
        needs=tuple(one for one in offered if one in needs.formats),
        safe_contact=contact,
        safe_number=_number(needs.safe_number),
        not_to=needs.not_to,
    )
    if kept != patient:
        with desk.db.atomic():
            patients.update(desk.db, kept)
            desk.audit("needs_recorded", patient_id)
    return kept


@service(Act.REGISTER)
def record_interpreter(desk: Desk, patient_id: str, language: str) -> Patient:
    """Keep the language alone, as picked on the language card; all else stays as it was."""
    patient = patients.get(desk.db, patient_id)
    return record(desk, patient_id, replace(needs_of(patient), interpreter=language))


def needs_of(patient: Patient) -> Needs:
    """The needs a patient's record holds."""
    return Needs(
        interpreter=patient.interpreter,
        formats=patient.needs,
        safe_contact=patient.safe_contact,
        safe_number=patient.safe_number,
        not_to=patient.not_to,
    )


def _formats(desk: Desk, patient: Patient) -> tuple[str, ...]:
    """Those of the list, and any the record brought along, so that nothing is lost by a save."""
    listed = tuple(desk.desk_terms.formats.values())
    return listed + tuple(one for one in patient.needs if one not in listed)


def ways_of_contact(desk: Desk) -> dict[str, str]:
    """How a patient may be reached safely, by id, in words."""
    fields = (field for group in desk.page for field in group.fields)
    choices = next(field.choices for field in fields if field.patient == "safe_contact")
    return dict(choices or {})


def _number(typed: str) -> str:
    number = clean_line(typed, "safe_number")
    digits = sum(letter.isdigit() for letter in number)
    if number and (not _NUMBER.match(number) or digits < _LEAST_DIGITS):
        raise BadInput(
            "bad_phone", "Enter the safe number in digits, such as 0113 496 0000.", "safe_number"
        )
    return number
