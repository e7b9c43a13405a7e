"""The answers of a registration, as rows that are only ever added, and the facts they give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.casework.review import Booking
from app.casework.urgency import Standing, Urgency, UrgencyRecord, standing
from app.core.dates import parse_iso, show
from app.core.errors import BadInput
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.line import Line
from app.residency.questions import Answer, AnswerState, Question, QuestionType
from app.services.desk import Desk
from app.store import answers as kept_answers
from app.store import patients, registrations, urgency
from app.store.answers import StoredAnswer

LEAVING = "s2_return"
_UNANSWERED = {
    AnswerState.UNKNOWN: "Not sure",
    AnswerState.REFUSED: "Prefers not to say",
    AnswerState.NOT_ASKED: "Not asked",
}


def answers_of(desk: Desk, registration_id: str) -> dict[str, Answer]:
    """The answer relied on for each question: the latest row wins, the rest is history.

    An answer that the pack in use asks for or offers no more is history too.
    """
    return as_answers(desk, kept_answers.latest(desk.db, registration_id))


def as_answers(desk: Desk, rows: Mapping[str, StoredAnswer]) -> dict[str, Answer]:
    """Stored rows as the law in use reads them, without those it can make nothing of."""
    relied = {question_id: _relied_on(desk, row) for question_id, row in rows.items()}
    return {question_id: answer for question_id, answer in relied.items() if answer is not None}


def save(desk: Desk, registration_id: str, question: Question, answer: Answer) -> None:
    """Put one answer on disk at once, with its audit line, in one transaction."""
    with desk.db.atomic():
        kept_answers.save(
            desk.db,
            registration_id,
            StoredAnswer(
                question_id=question.id,
                state=answer.state.value,
                value=_as_kept(answer.value),
                answered_by=desk.person.user_id,
                answered_at=desk.moment,
            ),
        )
        desk.audit("answered", registration_id, {"question": question.id})


def given(desk: Desk, question_id: str, value: object) -> tuple[Question, Answer]:
    """A checked answer to a question; raises BadInput for a value the question does not offer."""
    question = desk.law.questions.get(question_id)
    checked = desk.law.questions.check(question_id, value)
    return question, Answer(AnswerState.ANSWERED, checked)


def last_saved(desk: Desk, registration: registrations.Registration) -> str:
    """When something of this registration last reached the disk."""
    moments = [
        row.answered_at
        for row in kept_answers.latest(desk.db, registration.registration_id).values()
    ]
    return max([registration.finished_at or registration.opened_at, *moments])


def booking_of(desk: Desk, registration: registrations.Registration) -> Booking:
    """What the patient is here for."""
    return desk.terms.bookings[registration.service_type]


def leaving_date(answers: Mapping[str, Answer]) -> str | None:
    """The expected leaving date as ISO text, None when not known."""
    answer = answers.get(LEAVING)
    if answer is None or answer.state is not AnswerState.ANSWERED or answer.value is None:
        return None
    return str(answer.value)


def leaving_date_changed_at(desk: Desk, registration_id: str) -> str | None:
    """When the leaving date last became another one, also where it has since changed back."""
    changed, before = None, None
    for row in kept_answers.history(desk.db, registration_id):
        if row.question_id == LEAVING:
            now = (row.state, row.value)
            changed, before = (row.answered_at if now != before else changed), now
    return changed


def standing_of(
    desk: Desk, registration: registrations.Registration, answers: Mapping[str, Answer]
) -> Standing:
    """The clinician's word that counts now for this registration."""
    records = tuple(
        UrgencyRecord(
            urgency=Urgency(row.urgency),
            clinician_name=row.clinician_name,
            decided_at=row.decided_at,
            recorded_at=row.recorded_at,
            leaving_date=row.leaving_date.isoformat() if row.leaving_date else None,
            transcribed=row.transcribed,
        )
        for row in urgency.of(desk.db, registration.registration_id)
    )
    booking = booking_of(desk, registration)
    maternity = booking.facts["service_type"] == "maternity"
    return standing(
        records,
        leaving_date(answers),
        maternity=maternity,
        leaving_date_changed_at=leaving_date_changed_at(desk, registration.registration_id),
    )


def case_of(desk: Desk, registration_id: str, *, certified: bool = False) -> Case:
    """What the law is asked about this registration: answers, booking and clinician's word."""
    registration = registrations.get(desk.db, registration_id)
    answers = answers_of(desk, registration_id)
    given = given_facts(desk, registration, answers)
    on = registration.service_date or desk.today
    facts = desk.law.questions.facts_from(answers, {**given, "service_date": on}) | given
    line = Line(id="1", facts={"service_date": on})
    return Case(facts=facts, lines=(line,), certified=certified)


def given_facts(
    desk: Desk, registration: registrations.Registration, answers: Mapping[str, Answer]
) -> dict[str, FactValue]:
    """What booking, record and clinician say; it outweighs answers, and openings turn on it."""
    patient = patients.get(desk.db, registration.patient_id)
    facts: dict[str, FactValue] = dict(booking_of(desk, registration).facts)
    facts["service_is_relevant"] = True
    facts["provider_type"] = desk.trust.provider_type
    facts["earlier_exemption_in_course"] = "none"
    facts["urgency"] = standing_of(desk, registration, answers).urgency.value
    if patient.born is not None:
        facts["date_of_birth"] = patient.born
    if patient.died is not None:
        facts["patient_deceased"] = True
    return facts


@dataclass(frozen=True, slots=True)
class Asked:
    """A case as it was put to the law, and what was found; kept together, made again together."""

    case: Case
    on: date
    found: Determination


def ask_law(desk: Desk, registration_id: str, *, certified: bool = False) -> Asked:
    """Put what is known now to the law in use; nothing is stored."""
    registration = registrations.get(desk.db, registration_id)
    on = registration.service_date or desk.today
    case = case_of(desk, registration_id, certified=certified)
    return Asked(case, on, determine(case, desk.law, on))


def find_out(desk: Desk, registration_id: str, *, certified: bool = False) -> Determination:
    """The determination on what is known now; nothing is stored."""
    return ask_law(desk, registration_id, certified=certified).found


def shown(desk: Desk, question: Question, answer: Answer | None) -> str:
    """An answer in the words of its options, countries and dates in full."""
    if answer is None:
        return ""
    if answer.state is not AnswerState.ANSWERED:
        return _UNANSWERED[answer.state]
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    labels = {option.value: option.label for option in question.options}
    if question.is_range:
        return " to ".join(show(parse_iso(str(day))) if day else "not known" for day in values)
    return ", ".join(labels.get(str(value)) or _plain(desk, question, value) for value in values)


def _plain(desk: Desk, question: Question, value: object) -> str:
    if isinstance(value, date):
        return show(value)
    if question.type in (QuestionType.COUNTRY, QuestionType.COUNTRIES):
        return desk.law.pack.countries[str(value)].name
    return str(value)


def _as_kept(value: object) -> object:
    """A value as JSON holds it; the question's own check brings the type back."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _relied_on(desk: Desk, row: StoredAnswer) -> Answer | None:
    if row.question_id not in desk.law.questions:
        return None
    try:
        return Answer(AnswerState(row.state), _as_meant(desk, row.question_id, row.value))
    except BadInput:  # an option of an earlier pack
        return None


def _as_meant(desk: Desk, question_id: str, value: object) -> FactValue | None:
    return None if value is None else desk.law.questions.check(question_id, value)
