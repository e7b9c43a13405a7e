"""The officer's record of time: the stay, answers that hold from a day, and whose family it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.core.dates import parse_date, show
from app.core.errors import BadInput, Known, NotAllowed
from app.core.wording import Phrase, listed
from app.residency.questions import Answer, AnswerState
from app.residency.spell import LONGEST_STAY
from app.services.answers import given, shown, ward_of
from app.services.casefile import CaseFile, case_file, waits_for_own_look
from app.services.desk import Desk, service
from app.services.kept_answers import as_kept, as_meant
from app.services.kin import FACTS
from app.services.reopening import take_in
from app.services.time_inside import days_of
from app.store import history, patients, registrations, stays
from app.store.stays import WITHDRAWN, DatedAnswer, StoredStay


@dataclass(frozen=True, slots=True)
class PartLine:
    """Some days of a decided finding, and what holds on them."""

    days: str
    charged: str
    why: str


@dataclass(frozen=True, slots=True)
class DatedLine:
    """An answer that holds from a day."""

    question_id: str
    label: str
    shown: str
    since: date


@dataclass(frozen=True, slots=True)
class KinLine:
    """Somebody whose record tells of this patient's cover."""

    relation: str
    words: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInside:
    """The time inside a case as the officer sees it; no parts before somebody has decided (H12)."""

    recorded: bool  # whether anybody has entered the stay
    first: str
    last: str
    still_here: bool
    moves_to_ward: bool  # whether this visit can lead to a ward
    ward: str
    dated: tuple[DatedLine, ...]
    family: tuple[KinLine, ...]
    parts: tuple[PartLine, ...]


@service(Act.READ_CASE, whole=True)
def time_inside(desk: Desk, registration_id: str) -> TimeInside:
    """The stay, the dated answers, the family linked, and the parts of the finding decided on.

    Of these a second person is shown none before they have looked for themselves (hazard H12).
    """
    registration = registrations.get(desk.db, registration_id)
    stay = stays.of(desk.db, registration_id)
    first = stay.first_day if stay else registration.service_date
    links = stays.links(desk.db, registration_id)
    return TimeInside(
        recorded=stay is not None,
        first=show(first) if first else "",
        last=show(stay.last_day) if stay and stay.last_day else "",
        still_here=stay is not None and stay.last_day is None,
        moves_to_ward=ward_of(desk, registration) is not None,
        ward=show(stay.ward_day) if stay and stay.ward_day else "",
        dated=tuple(_dated_lines(desk, registration_id)),
        family=tuple(
            KinLine(relation, desk.terms.relations[relation], patients.get(desk.db, other).name)
            for relation, other in sorted(links.items())
        ),
        parts=()
        if waits_for_own_look(desk, registration_id)
        else _decided_parts(desk, registration),
    )


@service(Act.DECIDE_STATUS)
def set_stay(
    desk: Desk, registration_id: str, *, first: str, last: str = "", ward: str = ""
) -> CaseFile:
    """Record from when to when the patient is here; without a last day they still are.

    `ward` is the day of the move from the emergency department. Raises BadInput for days that
    make no stay.
    """
    registration = registrations.get(desk.db, registration_id)
    stay = StoredStay(
        registration_id=registration_id,
        first_day=parse_date(first, desk.today, field="first"),
        last_day=parse_date(last, desk.today, field="last") if last.strip() else None,
        ward_day=parse_date(ward, desk.today, field="ward") if ward.strip() else None,
        recorded_by=desk.person.user_id,
        recorded_at=desk.moment,
    )
    _check(desk, stay, registration)
    with desk.db.atomic():
        stays.set_stay(desk.db, stay)
        desk.audit("stay_recorded", registration_id)
        take_in(desk, registration_id)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def answer_from(
    desk: Desk,
    registration_id: str,
    question_id: str,
    value: object,
    *,
    since: str,
    state: AnswerState = AnswerState.ANSWERED,
) -> CaseFile:
    """Keep an answer that holds from a day of the stay on, such as a claim made on the ward."""
    question = desk.law.questions.get(question_id)
    if question.asked_by == "clinician":
        raise NotAllowed("Only a clinician answers this. Ask for a form.")
    day = _day_of_stay(desk, registration_id, since)
    answer = Answer(state, None)
    if state is AnswerState.ANSWERED:
        question, answer = given(desk, question_id, value)
    _keep_dated(desk, registration_id, question_id, day, answer=answer)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def take_back_answer_from(
    desk: Desk, registration_id: str, question_id: str, *, since: date
) -> CaseFile:
    """Take an answer of a day back out; it stays in history. Raises Known where there is none."""
    rows = stays.answers(desk.db, registration_id)
    if not any((row.question_id, row.holds_from) == (question_id, since) for row in rows):
        raise Known("no_answer", "There is no such answer on that day. Open the case again.")
    _keep_dated(desk, registration_id, question_id, since, answer=None)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def link_family(
    desk: Desk, registration_id: str, *, relation: str, patient_id: str | None
) -> CaseFile:
    """Say whose record tells of the principal or the parent; None takes the link back.

    Their group is then taken from what an officer has decided of them, never from a suggestion.
    """
    registration = registrations.get(desk.db, registration_id)
    if relation not in FACTS:
        raise BadInput(
            "bad_value",
            Phrase("Choose one of: {names}.", names=listed(sorted(FACTS))),
            "relation",
        )
    if patient_id is not None:
        patients.get(desk.db, patient_id)
        if patient_id == registration.patient_id:
            raise BadInput(
                "same_patient", "This is the same patient. Find the family member.", "patient_id"
            )
    with desk.db.atomic():
        stays.link(
            desk.db,
            registration_id,
            relation=relation,
            patient_id=patient_id,
            linked_by=desk.person.user_id,
            linked_at=desk.moment,
        )
        desk.audit("family_linked", registration_id, {"relation": relation})
        take_in(desk, registration_id)
    return case_file(desk, registration_id)


def _check(desk: Desk, stay: StoredStay, registration: registrations.Registration) -> None:
    begun = desk.law.pack.standing.valid_from
    if stay.first_day < begun:
        raise BadInput(
            "date_out_of_range",
            Phrase(
                "Enter a first day from {day} on; the charging rules begin that day.",
                day=show(begun),
            ),
            "first",
        )
    days = days_of(stay, desk.today)
    if days.last < days.first:
        raise BadInput("bad_date", "The last day lies before the first. Check both.", "last")
    if (days.last - days.first).days >= LONGEST_STAY:
        raise BadInput("bad_date", "A stay can last ten years here. Check both days.", "last")
    if stay.ward_day is None:
        return
    if ward_of(desk, registration) is None:
        raise BadInput(
            "bad_date", "Only an emergency visit moves to a ward. Leave this empty.", "ward"
        )
    if not days.first <= stay.ward_day <= days.last:
        raise BadInput("bad_date", "Enter a day of the stay for the move to a ward.", "ward")


def _day_of_stay(desk: Desk, registration_id: str, since: str) -> date:
    """A day on which something may change: one of the stay, after its first."""
    stay = stays.of(desk.db, registration_id)
    if stay is None:
        raise Known("no_stay", "Enter the stay first: from when to when the patient is here.")
    day, days = parse_date(since, desk.today, field="since"), days_of(stay, desk.today)
    if not days.first < day <= days.last:
        raise BadInput(
            "bad_date",
            Phrase(
                "Enter a day of the stay after its first, up to {day}. What holds from the first "
                "day is an answer of the interview.",
                day=show(days.last),
            ),
            "since",
        )
    return day


def _keep_dated(
    desk: Desk, registration_id: str, question_id: str, since: date, *, answer: Answer | None
) -> None:
    """Append the answer, or that it is taken back, with its audit line."""
    value = answer.value if answer else None
    with desk.db.atomic():
        stays.add_answer(
            desk.db,
            DatedAnswer(
                registration_id=registration_id,
                question_id=question_id,
                holds_from=since,
                state=answer.state.value if answer else WITHDRAWN,
                value=as_kept(value),
                answered_by=desk.person.user_id,
                answered_at=desk.moment,
            ),
        )
        desk.audit(
            "answered_from", registration_id, {"question": question_id, "from": since.isoformat()}
        )
        take_in(desk, registration_id)


def _dated_lines(desk: Desk, registration_id: str) -> Iterator[DatedLine]:
    """The dated answers that the law in use still asks for."""
    for row in stays.answers(desk.db, registration_id):
        answer = as_meant(desk, row.question_id, state=row.state, value=row.value)
        if answer is not None:
            question = desk.law.questions.get(row.question_id)
            words = shown(desk, question, answer)
            yield DatedLine(row.question_id, question.label, words, row.holds_from)


def _decided_parts(desk: Desk, registration: registrations.Registration) -> tuple[PartLine, ...]:
    """The parts of the finding that the last decision rests on."""
    decided = [
        one
        for one in history.of_patient(desk.db, registration.patient_id)
        if one.registration_id == registration.registration_id
    ]
    if not decided:
        return ()
    last = decided[-1]
    on = last.on_date.isoformat()
    return tuple(
        PartLine(
            _days_words(line.get("from", on), line.get("to", on)),
            desk.terms.charged[line["charged"]],
            line["reason"],
        )
        for line in last.result["lines"]
    )


def _days_words(first: str, last: str) -> str:
    begin, end = show(date.fromisoformat(first)), show(date.fromisoformat(last))
    return begin if begin == end else Phrase("{first} to {last}", first=begin, last=end)
