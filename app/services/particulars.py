"""The visitor branch of the desk: one page of particulars, each kept as it is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.casework.particulars import FieldSpec, Kind
from app.core.dates import long, parse_date, parse_iso, show
from app.core.errors import BadInput, Known
from app.core.people import Patient, clean_line, clean_name
from app.core.places import NOT_KNOWN, STATELESS
from app.core.postcode import clean_postcode
from app.core.wording import Phrase
from app.residency.questions import Answer, AnswerState, Option
from app.services import care_search
from app.services.answers import answers_of, given, leaving_date, save
from app.services.countries import country_code
from app.services.desk import Desk, service
from app.services.identifiers import note_number, numbers_of
from app.services.registration import Step, finish
from app.store import patients, registrations

_NOT_KNOWN = frozenset({"unknown", "not known", "not sure", "?"})
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")


class Problems(Known):
    """What Continue found, all at once, so that the page can list it and jump to each."""

    def __init__(self, problems: tuple[BadInput, ...]) -> None:
        super().__init__("problems", problems[0].message, problems[0].field)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class PageField:
    """A field as the page shows it, with what is kept for it."""

    id: str
    label: str
    kind: Kind
    required: bool
    value: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A card of the page."""

    title: str
    icon: str
    fields: tuple[PageField, ...]


@dataclass(frozen=True, slots=True)
class VisitorPage:
    """The whole page."""

    groups: tuple[FieldGroup, ...]


@service(Act.REGISTER)
def visitor_page(desk: Desk, registration_id: str) -> VisitorPage:
    """The page with everything already known filled in; nothing is entered twice."""
    patient = _patient(desk, registration_id)
    answers = answers_of(desk, registration_id)
    return VisitorPage(
        tuple(
            FieldGroup(
                group.title,
                group.icon,
                tuple(
                    PageField(
                        spec.id,
                        spec.label,
                        spec.kind,
                        spec.required,
                        _care(desk, registration_id)
                        if spec.kind is Kind.CARE
                        else _kept(desk, spec, patient, answers),
                        _options(desk, spec),
                    )
                    for spec in group.fields
                    if not (spec.unless_known and _kept(desk, spec, patient, answers))
                ),
            )
            for group in desk.page
        )
    )


@service(Act.REGISTER)
def save_particulars(
    desk: Desk, registration_id: str, changes: Mapping[str, str]
) -> Mapping[str, str]:
    """Keep what was typed in these fields; returns each as understood (`14-Jul-2026`).

    Raises BadInput for the first that cannot be read, after the others are kept.
    """
    specs = {spec.id: spec for group in desk.page for spec in group.fields}
    understood: dict[str, str] = {}
    wrong: BadInput | None = None
    for field_id, text in changes.items():
        if field_id not in specs:
            raise BadInput(
                "unknown_field", Phrase("There is no field {field}.", field=field_id), field_id
            )
        try:
            understood[field_id] = _keep(desk, registration_id, specs[field_id], text)
        except BadInput as found:
            wrong = wrong or BadInput(found.code, found.message, field_id)
    if wrong is not None:
        raise wrong
    return understood


@service(Act.REGISTER)
def continue_visitor(desk: Desk, registration_id: str) -> Step:
    """Finish the visitor branch; raises Problems where a name or every contact is missing.

    Missing papers or dates never hold a patient up: they are the team's to ask for.
    """
    patient = _patient(desk, registration_id)
    problems = tuple(_problems(patient, answers_of(desk, registration_id)))
    if problems:
        raise Problems(problems)
    return finish(desk, registration_id)


def _problems(patient: Patient, answers: Mapping[str, Answer]) -> list[BadInput]:
    found = []
    if not patient.family_name:
        found.append(
            BadInput("no_name", "Enter the family name as on the document.", "family_name")
        )
    reachable = patient.phone or patient.email or patient.address.lines
    if not (reachable or patient.address_abroad.lines):
        found.append(
            BadInput("no_contact", "Enter one way to reach them: phone, email or address.", "phone")
        )
    arrived = answers.get("s2_arrived")
    leaving = leaving_date(answers)
    came = arrived.value if arrived is not None else None
    if leaving and isinstance(came, date) and parse_iso(leaving) < came:
        found.append(
            BadInput(
                "bad_date",
                Phrase("Leaving date must be after the arrival date, {day}.", day=long(came)),
                "leaving",
            )
        )
    return found


def _keep(desk: Desk, registration_id: str, spec: FieldSpec, text: str) -> str:
    typed = text.strip()
    if spec.kind is Kind.CARE:
        return care_search.plan(desk, registration_id, typed)
    if spec.question:
        return _keep_answer(desk, registration_id, spec, typed)
    patient = _patient(desk, registration_id)
    if spec.number:
        return _keep_number(desk, patient, spec, typed)
    changed, understood = _with_field(desk, patient, spec, typed)
    if changed != patient:
        with desk.db.atomic():
            patients.update(desk.db, changed)
            desk.audit("patient_changed", patient.patient_id, {"field": spec.id})
    return understood


def _keep_number(desk: Desk, patient: Patient, spec: FieldSpec, typed: str) -> str:
    """A number that finds the patient next time; the same one again keeps its issuer."""
    if typed and typed != _number(desk, patient, spec.number):
        note_number(desk, patient.patient_id, kind=spec.number, number=typed)
    return _number(desk, patient, spec.number)


def _keep_answer(desk: Desk, registration_id: str, spec: FieldSpec, typed: str) -> str:
    question = desk.law.questions.get(spec.question)
    known = answers_of(desk, registration_id).get(spec.question)
    if not typed:
        if known is not None and known.state is AnswerState.ANSWERED:
            save(desk, registration_id, question, Answer(AnswerState.UNKNOWN, None))
        return ""
    if typed.casefold() in _NOT_KNOWN:
        save(desk, registration_id, question, Answer(AnswerState.UNKNOWN, None))
        return NOT_KNOWN
    value: object = typed
    if spec.kind is Kind.DATE:
        value = parse_date(typed, desk.today, field=spec.id).isoformat()
    elif spec.kind is Kind.COUNTRY:
        value = country_code(desk, typed, spec.id)
    elif spec.kind is Kind.COUNTRIES:
        value = _countries(desk, typed, spec.id)
    question, answer = given(desk, spec.question, value)
    if answer != known:
        save(desk, registration_id, question, answer)
    return _shown(desk, spec, answer)


def _countries(desk: Desk, typed: str, field: str) -> tuple[str, ...]:
    """The codes of several countries; none at all for “Stateless” alone."""
    names = [one.strip() for one in typed.split(",") if one.strip()]
    if [one.casefold() for one in names] == [STATELESS.casefold()]:
        return ()
    return tuple(country_code(desk, one, field) for one in names)


def _with_field(desk: Desk, patient: Patient, spec: FieldSpec, typed: str) -> tuple[Patient, str]:
    match spec.patient:
        case "given_names":
            return replace(patient, given_names=clean_name(typed, spec.id)), typed
        case "family_name":
            return replace(patient, family_name=clean_name(typed, spec.id)), typed
        case "born":
            born = parse_date(typed, desk.today, past=True, field=spec.id) if typed else None
            if born is not None and born > desk.today:
                raise BadInput("bad_date", "A date of birth cannot lie ahead. Check it.", spec.id)
            return replace(patient, born=born), show(born) if born else ""
        case "phone":
            phone = clean_line(typed, spec.id)
            return replace(patient, phone=phone), phone
        case "email":
            if typed and not _EMAIL.match(typed):
                raise BadInput(
                    "bad_email", "Enter an email address such as name@example.org.", spec.id
                )
            return replace(patient, email=clean_line(typed, spec.id)), typed
        case "address":
            address = replace(patient.address, lines=_lines(typed, spec.id), country="GB")
            return replace(patient, address=address), typed
        case "postcode":
            postcode = clean_postcode(clean_line(typed, spec.id), spec.id) if typed else ""
            return replace(patient, address=replace(patient.address, postcode=postcode)), postcode
        case "address_abroad":
            abroad = replace(patient.address_abroad, lines=_lines(typed, spec.id))
            return replace(patient, address_abroad=abroad), typed
        case "safe_contact":
            if typed and typed not in (spec.choices or {}):
                raise BadInput("bad_value", "Choose one of the ways offered.", spec.id)
            return replace(patient, safe_contact="" if typed == "any" else typed), typed
    raise ValueError(f"the visitor page names a field the patient does not have: {spec.patient}")


def _kept(desk: Desk, spec: FieldSpec, patient: Patient, answers: Mapping[str, Answer]) -> str:
    if spec.question:
        answer = answers.get(spec.question)
        return "" if answer is None else _shown(desk, spec, answer)
    if spec.number:
        return _number(desk, patient, spec.number)
    match spec.patient:
        case "born":
            return show(patient.born) if patient.born else ""
        case "address":
            return "\n".join(patient.address.lines)
        case "postcode":
            return patient.address.postcode
        case "address_abroad":
            return "\n".join(patient.address_abroad.lines)
        case _:
            return str(getattr(patient, spec.patient))


def _number(desk: Desk, patient: Patient, kind: str) -> str:
    """The number of this kind that was noted last."""
    noted = [one for one in numbers_of(desk, patient.patient_id) if one.kind == kind]
    return max(noted, key=lambda one: one.added_at or "").number if noted else ""


def _care(desk: Desk, registration_id: str) -> str:
    found = care_search.planned(desk, registration_id)
    return found.words if found is not None else ""


def _shown(desk: Desk, spec: FieldSpec, answer: Answer) -> str:
    if answer.state is not AnswerState.ANSWERED:
        return NOT_KNOWN
    value = answer.value
    if isinstance(value, date):
        return show(value)
    if value == ():
        return STATELESS
    if spec.kind in (Kind.COUNTRY, Kind.COUNTRIES):
        codes = value if isinstance(value, tuple) else (value,)
        return ", ".join(desk.law.pack.countries[str(code)].name for code in codes)
    return str(value)


def _options(desk: Desk, spec: FieldSpec) -> tuple[Option, ...]:
    if spec.question:
        return desk.law.questions.get(spec.question).options
    return tuple(Option(value, label) for value, label in (spec.choices or {}).items())


def _lines(typed: str, field: str) -> tuple[str, ...]:
    lines = (clean_line(line, field) for line in typed.splitlines())
    return tuple(line for line in lines if line)


def _patient(desk: Desk, registration_id: str) -> Patient:
    registration = registrations.get(desk.db, registration_id)
    return patients.get(desk.db, registration.patient_id)
