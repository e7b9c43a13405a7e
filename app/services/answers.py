"""The answers of a registration, as rows that are only ever added, and the facts they give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.casework.review import Booking
from app.casework.urgency import Standing, Urgency, UrgencyRecord, standing
from app.core.dates import parse_iso, show
from app.core.errors import Known
from app.core.places import STATELESS
from app.core.wording import Phrase, listed, phrases
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import Days
from app.residency.line import Line
from app.residency.questions import Answer, AnswerState, Question, QuestionType
from app.residency.spell import DatedFacts, Spells, Stay
from app.services.before import charged_before, exemptions_before
from app.services.desk import Desk
from app.services.kept_answers import as_kept, as_meant
from app.services.kin import family_facts
from app.services.time_inside import answered_later, lines_of, settle, with_charges
from app.store import answers as store_answers
from app.store import history, patients, registrations, urgency
from app.store.answers import StoredAnswer

LEAVING = "s2_return"
UNANSWERED = phrases(
    {
        AnswerState.UNKNOWN: "Not sure",
        AnswerState.REFUSED: "Prefers not to say",
        AnswerState.NOT_ASKED: "Not asked",
    }
)
_DAY_NOT_KNOWN = Phrase("not known")


class UnknownBooking(Known):
    """A case that another machine booked as what is not in the list of this one.

    It alone cannot be opened here; the lists it stands in can.
    """

    def __init__(self, registration: registrations.Registration) -> None:
        super().__init__(
            "unknown_booking",
            Phrase(
                "{ref} was booked as “{name}”, which is not in the list of this machine. "
                "Open it where it was begun, or bring this machine up to date.",
                ref=registration.ref,
                name=registration.service_type,
            ),
        )


def answers_of(desk: Desk, registration_id: str) -> dict[str, Answer]:
    """The answer relied on for each question: the latest row wins, the rest is history.

    An answer that the pack in use asks for or offers no more is history too.
    """
    rows = store_answers.latest(desk.db, registration_id)
    relied = {
        question_id: as_meant(desk, question_id, state=row.state, value=row.value)
        for question_id, row in rows.items()
    }
    return {question_id: answer for question_id, answer in relied.items() if answer is not None}


def save(desk: Desk, registration_id: str, question: Question, answer: Answer) -> None:
    """Put one answer on disk at once, with its audit line, in one transaction."""
    with desk.db.atomic():
        store_answers.save(
            desk.db,
            registration_id,
            StoredAnswer(
                question_id=question.id,
                state=answer.state.value,
                value=as_kept(answer.value),
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
        for row in store_answers.latest(desk.db, registration.registration_id).values()
    ]
    return max([registration.finished_at or registration.opened_at, *moments])


def booking_of(desk: Desk, registration: registrations.Registration) -> Booking:
    """What the patient is here for; raises UnknownBooking for what no list here has."""
    booking = desk.terms.bookings.get(registration.service_type)
    if booking is None:
        raise UnknownBooking(registration)
    return booking


def leaving_date(answers: Mapping[str, Answer]) -> str | None:
    """The expected leaving date as ISO text, None when not known."""
    answer = answers.get(LEAVING)
    if answer is None or answer.state is not AnswerState.ANSWERED or answer.value is None:
        return None
    return str(answer.value)


def leaving_date_changed_at(desk: Desk, registration_id: str) -> str | None:
    """When the leaving date last became another one, also where it has since changed back."""
    changed, before = None, None
    for row in store_answers.history(desk.db, registration_id):
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
    booking = desk.terms.bookings.get(registration.service_type)
    maternity = booking is not None and booking.facts["service_type"] == "maternity"
    return standing(
        records,
        leaving_date(answers),
        maternity=maternity,
        leaving_date_changed_at=leaving_date_changed_at(desk, registration.registration_id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known of a registration beside its answers, which it outweighs.

    `facts` are those of the first day, and openings of questions turn on them; `changes` are what
    changes later by the family's own records and by what was decided before.
    """

    facts: Mapping[str, FactValue]
    lines: tuple[Line, ...]
    stays: Mapping[str, Stay]
    days: Days
    changes: tuple[DatedFacts, ...]

    @property
    def known(self) -> dict[str, FactValue]:
        """The facts, and the first day."""
        return {**self.facts, "service_date": self.days.first}


def case_of(desk: Desk, registration_id: str, *, certified: bool = False) -> Case:
    """What the law is asked about this registration: answers, and all that is known beside them.

    That is the booking, the clinician's word, the days of the stay, answers that hold from a day,
    the family's own records, and what was decided of this patient before.
    """
    registration = registrations.get(desk.db, registration_id)
    answers = answers_of(desk, registration_id)
    around = circumstances(desk, registration, answers)
    facts, later = _with_dated_answers(desk, registration_id, answers, around)
    spells = Spells(changes=later, stays=around.stays) if later or around.stays else None
    return Case(facts=facts, lines=around.lines, certified=certified, spells=spells)


def circumstances(
    desk: Desk, registration: registrations.Registration, answers: Mapping[str, Answer]
) -> Circumstances:
    """What booking, record, clinician, family and history say, on each day of the care."""
    time = lines_of(desk, registration, ward_of(desk, registration))
    decided = history.of_patient(desk.db, registration.patient_id)
    changes = (
        *family_facts(
            desk, registration.registration_id, time.days, lambda one: _own_case(desk, one)
        ),
        *exemptions_before(decided, desk.law.pack),
    )
    facts, later = settle(_recorded(desk, registration, answers), changes, time.days)
    own = (one for one in decided if one.registration_id == registration.registration_id)
    return Circumstances(
        facts=facts,
        lines=time.lines,
        stays=with_charges(time, charged_before(own)),
        days=time.days,
        changes=later,
    )


def ward_of(desk: Desk, registration: registrations.Registration) -> Booking | None:
    """What the care becomes once the patient is moved to a ward, where that makes a difference."""
    return desk.terms.bookings.get(booking_of(desk, registration).on_ward)


def _own_case(desk: Desk, registration_id: str) -> Case:
    """A case by its own answers and record alone, for those whose cover hangs on it."""
    registration = registrations.get(desk.db, registration_id)
    answers = answers_of(desk, registration_id)
    time = lines_of(desk, registration, None)
    own = Circumstances(
        facts=_recorded(desk, registration, answers),
        lines=time.lines,
        stays=time.stays,
        days=time.days,
        changes=(),
    )
    facts, later = _with_dated_answers(desk, registration_id, answers, own)
    return Case(facts=facts, spells=Spells(changes=later))


def _with_dated_answers(
    desk: Desk, registration_id: str, answers: Mapping[str, Answer], around: Circumstances
) -> tuple[dict[str, FactValue], tuple[DatedFacts, ...]]:
    """The facts of the first day, and all that changes after it."""
    facts = {**desk.law.questions.facts_from(answers, around.known), **around.facts}
    dated = answered_later(desk, registration_id, answers, around.known)
    return settle(facts, (*dated, *around.changes), around.days)


def _recorded(
    desk: Desk, registration: registrations.Registration, answers: Mapping[str, Answer]
) -> dict[str, FactValue]:
    """What booking, record and clinician say."""
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
    case = case_of(desk, registration_id, certified=certified)
    on = case.lines[0].facts["service_date"]
    assert isinstance(on, date)
    return Asked(case, on, determine(case, desk.law, on))


def find_out(desk: Desk, registration_id: str, *, certified: bool = False) -> Determination:
    """The determination on what is known now; nothing is stored."""
    return ask_law(desk, registration_id, certified=certified).found


def shown(desk: Desk, question: Question, answer: Answer | None) -> str:
    """An answer in the words of its options, countries and dates in full."""
    if answer is None:
        return ""
    if answer.state is not AnswerState.ANSWERED:
        return UNANSWERED[answer.state]
    if answer.value == ():
        return STATELESS
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    labels = {option.value: option.label for option in question.options}
    if question.is_range:
        first, last = (show(parse_iso(str(day))) if day else _DAY_NOT_KNOWN for day in values)
        return Phrase("{first} to {last}", first=first, last=last)
    return listed(labels.get(str(value)) or _plain(desk, question, value) for value in values)


def _plain(desk: Desk, question: Question, value: object) -> str:
    if isinstance(value, date):
        return show(value)
    if question.type in (QuestionType.COUNTRY, QuestionType.COUNTRIES):
        return desk.law.pack.countries[str(value)].name
    return str(value)
