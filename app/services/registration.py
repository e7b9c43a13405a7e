"""The clerk's morning: find a patient, put the questions, keep every answer, book in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.access.roles import Act
from app.casework import flags
from app.casework.review import Booking
from app.casework.status import MOST_PARKED, State, move
from app.casework.urgency import Urgency
from app.core.dates import clock_time, working_days_after
from app.core.errors import BadInput, Known, NotAllowed
from app.core.people import Patient
from app.core.wording import Phrase
from app.residency.conditions import Truth
from app.residency.determination import Determination
from app.residency.outcomes import DeskOutcome, OutcomeWords, desk_outcome, words
from app.residency.questions import Answer, AnswerState, Question
from app.residency.walk import Route, next_stage_1, route_stage_1
from app.services.answers import (
    answers_of,
    ask_law,
    booking_of,
    given,
    last_saved,
    save,
    shown,
    standing_of,
)
from app.services.desk import Desk, service
from app.services.determining import keep
from app.services.known_elsewhere import bring_in
from app.services.reopening import take_in
from app.store import decisions, patients, registrations
from app.store.registrations import Finish, Opening

STAGE_1_BASIS = "stage 1, no indication"


class Place(StrEnum):
    """Where the clerk is: one thing to do in each."""

    LADDER = "ladder"
    VISITOR = "visitor"
    READY = "ready"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question already answered, folded to a line."""

    question: Question
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the desk shows now."""

    registration_id: str
    ref: str
    patient: Patient
    booking: Booking
    place: Place
    answered: tuple[Asked, ...]
    question: Question | None
    number: int
    steps_left: int
    steps_at_most: int  # had each answer still to come the most to follow up
    outcome: OutcomeWords | None
    saved_at: str
    could_not_ask: str


@service(Act.REGISTER)
def begin(desk: Desk, patient_id: str, booking_id: str) -> Step:
    """Open a registration for a patient; the draft is on disk from this moment."""
    if booking_id not in desk.terms.bookings:
        raise BadInput("unknown_booking", "Choose what the patient is here for.", "booking")
    bring_in(desk, patient_id)
    registration_id = desk.ids.new()
    with desk.db.atomic():
        registrations.open_new(
            desk.db,
            Opening(
                registration_id=registration_id,
                patient_id=patient_id,
                opened_at=desk.moment,
                opened_by=desk.person.user_id,
                desk=desk.place,
                site=desk.trust.site or desk.trust.provider_code,
                service_type=booking_id,
                admitted=bool(desk.terms.bookings[booking_id].facts["admitted_as_inpatient"]),
                service_date=desk.today,
            ),
        )
        desk.audit("registration_opened", registration_id)
    return _step(desk, registration_id)


@service(Act.REGISTER)
def step(desk: Desk, registration_id: str, at: str | None = None) -> Step:
    """The desk as it stands, with the question `at` open again where the clerk went back."""
    return _step(desk, registration_id, at)


@service(Act.REGISTER)
def answer(
    desk: Desk, registration_id: str, question_id: str, value: str | tuple[str, ...]
) -> Step:
    """Keep one answer, on disk at once; raises BadInput where the question does not offer it."""
    _require_open(desk, registration_id)
    question, checked = given(desk, question_id, value)
    require_clerk(question)
    save(desk, registration_id, question, checked)
    return _step(desk, registration_id)


@service(Act.REGISTER)
def set_aside(desk: Desk, registration_id: str, question_id: str, state: AnswerState) -> Step:
    """Keep “not sure” or “prefers not to say”: both are answers, and neither is a no."""
    _require_open(desk, registration_id)
    if state not in (AnswerState.UNKNOWN, AnswerState.REFUSED):
        raise BadInput("bad_value", "Choose “not sure” or “prefers not to say”.", question_id)
    question = desk.law.questions.get(question_id)
    require_clerk(question)
    save(desk, registration_id, question, Answer(state, None))
    return _step(desk, registration_id)


@service(Act.REGISTER)
def could_not_ask(desk: Desk, registration_id: str, reason: str) -> Step:
    """Finish without the answers, with the reason; always saves and never blocks."""
    if reason not in desk.terms.could_not_ask:
        raise BadInput("unknown_reason", "Choose why the questions could not be put.", "reason")
    return _finish(desk, registration_id, reason)


@service(Act.REGISTER)
def finish(desk: Desk, registration_id: str) -> Step:
    """Close the desk's part: the outcome in the clerk's words, the determination if one is due."""
    answers = answers_of(desk, registration_id)
    question = next_stage_1(answers, desk.law)
    if question is not None:
        raise Known(
            "unanswered",
            Phrase("One question is still open: {question}", question=question.text),
            question.id,
        )
    return _finish(desk, registration_id, "")


@service(Act.REGISTER)
def park(desk: Desk, registration_id: str) -> None:
    """Set one's own registration aside for the next patient; at most five wait at a desk."""
    registration = registrations.get(desk.db, registration_id)
    if registration.opened_by != desk.person.user_id:
        raise NotAllowed("Somebody else opened this registration. Finish it, or leave it to them.")
    move(State(registration.state), State.PARKED)
    if len(registrations.parked(desk.db, desk.person.user_id)) >= MOST_PARKED:
        raise Known(
            "too_many_parked",
            Phrase("{most} are parked already. Resume one of them.", most=MOST_PARKED),
        )
    with desk.db.atomic():
        registrations.park(desk.db, registration_id, desk.moment)
        desk.audit("parked", registration_id)


@service(Act.REGISTER)
def left_parked(desk: Desk, patient_id: str, booking_id: str) -> str:
    """What this person has parked for the patient and what they are here for; empty for nothing.

    Who is found again is taken up where they were left, or one visit would be registered twice.
    """
    own = registrations.parked(desk.db, desk.person.user_id)
    alike = (
        one.registration_id
        for one in own
        if (one.patient_id, one.service_type) == (patient_id, booking_id)
    )
    return next(alike, "")


@service(Act.REGISTER)
def set_down(desk: Desk, registration_id: str) -> None:
    """Park what lies open when the desk is locked: never refused, however many are parked."""
    registration = registrations.get(desk.db, registration_id)
    if State(registration.state) is State.DRAFT:
        with desk.db.atomic():
            registrations.park(desk.db, registration_id, desk.moment)
            desk.audit("parked", registration_id)


@service(Act.REGISTER)
def gather_drafts(desk: Desk) -> None:
    """Park what a power cut left open, so that whoever began it finds it with the parked."""
    for left in registrations.drafts(desk.db, desk.person.user_id):
        set_down(desk, left.registration_id)


@service(Act.REGISTER)
def resume(desk: Desk, registration_id: str) -> Step:
    """Take a parked or finished registration up again, with every answer as it was."""
    registration = registrations.get(desk.db, registration_id)
    if State(registration.state) is not State.DRAFT:
        move(State(registration.state), State.DRAFT)
        with desk.db.atomic():
            registrations.resume(desk.db, registration_id)
            desk.audit("resumed", registration_id)
    return _step(desk, registration_id)


def route_anew(desk: Desk, registration_id: str) -> None:
    """Give a finished registration the outcome of its answers as they are now.

    What came in on paper may leave an opening question open: then it is followed up, or stays
    one that could not be asked.
    """
    complete = next_stage_1(answers_of(desk, registration_id), desk.law) is None
    reason = registrations.get(desk.db, registration_id).could_not_ask
    resume(desk, registration_id)
    _finish(desk, registration_id, "" if complete else reason)


def leave_unfinished(desk: Desk, registration_id: str, reason: str) -> None:
    """Finish a registration that was begun and left, with what is answered, parked or not."""
    if State(registrations.get(desk.db, registration_id).state) is State.PARKED:
        registrations.resume(desk.db, registration_id)
    _finish(desk, registration_id, reason)


def _finish(desk: Desk, registration_id: str, reason: str) -> Step:
    _require_open(desk, registration_id)
    registration = registrations.get(desk.db, registration_id)
    answers = answers_of(desk, registration_id)
    complete = next_stage_1(answers, desk.law) is None
    route = route_stage_1(answers, desk.law) if complete else None
    decided = decisions.latest(desk.db, registration_id) is not None
    # Somebody who could not be asked gave no answers to rest on, and a decision outlasts new
    # answers until an officer has looked at them.
    nothing_to_follow_up = route is Route.STANDARD and not reason and not decided
    with desk.db.atomic():
        found: Determination | None = None
        if not nothing_to_follow_up:
            asked = ask_law(desk, registration_id)
            found = asked.found
            keep(desk, registration_id, asked)
        booking = booking_of(desk, registration)
        outcome = desk_outcome(
            route=route,
            could_not_ask=bool(reason),
            service_type=str(booking.facts["service_type"]),
            admitted=bool(booking.facts["admitted_as_inpatient"]),
            urgency=_recorded_urgency(desk, registration, answers),
            line=found.lines[0] if found else None,
        )
        registrations.finish(
            desk.db,
            registration_id,
            Finish(
                finished_at=desk.moment,
                outcome=outcome.value,
                category=found.charging_category.value if found else "A",
                basis="determination" if found else STAGE_1_BASIS,
                route=route.value if route else "",
                could_not_ask=reason,
            ),
        )
        if found is not None:
            due_on = working_days_after(desk.today, desk.terms.review_days)
            private = registration.flag_reason == flags.PRIVATE  # and stays so, once asked too
            reason_shown = flags.PRIVATE if private else outcome.value
            registrations.flag(desk.db, registration_id, reason=reason_shown, due_on=due_on)
            take_in(desk, registration_id)
        elif registration.review:
            registrations.set_review(desk.db, registration_id, "")
        desk.audit("registered", registration_id, {"outcome": outcome.value})
    return _step(desk, registration_id)


def _recorded_urgency(
    desk: Desk, registration: registrations.Registration, answers: dict[str, Answer]
) -> str | None:
    urgency = standing_of(desk, registration, answers).urgency
    return None if urgency is Urgency.NOT_ASSESSED else urgency.value


def _step(desk: Desk, registration_id: str, at: str | None = None) -> Step:
    registration = registrations.get(desk.db, registration_id)
    answers = answers_of(desk, registration_id)
    ladder = _ladder(desk, answers)
    question = next_stage_1(answers, desk.law)
    place = _place(desk, registration, answers, question)
    if at is not None and place is not Place.DONE:
        question, place = desk.law.questions.get(at), Place.LADDER
    asked = tuple(
        Asked(one, shown(desk, one, answers[one.id]))
        for one in ladder
        if one.id in answers and (question is None or one.id != question.id)
    )
    visitor = question is None and route_stage_1(answers, desk.law) is not Route.STANDARD
    outcome = None
    if place is Place.DONE and registration.outcome:
        outcome = words(DeskOutcome(registration.outcome), desk.law)
    unanswered = sum(one.id not in answers for one in ladder)
    done = place is Place.DONE
    return Step(
        registration_id=registration_id,
        ref=registration.ref,
        patient=patients.get(desk.db, registration.patient_id),
        booking=booking_of(desk, registration),
        place=place,
        answered=asked,
        question=question,
        number=len(asked) + 1,
        steps_left=0 if done else unanswered + visitor,
        steps_at_most=0 if done else _at_most(desk, answers) + (visitor or question is not None),
        outcome=outcome,
        saved_at=clock_time(last_saved(desk, registration)),
        could_not_ask=registration.could_not_ask,
    )


def _place(
    desk: Desk,
    registration: registrations.Registration,
    answers: dict[str, Answer],
    question: Question | None,
) -> Place:
    if registration.state == State.FINISHED:
        return Place.DONE
    if question is not None:
        return Place.LADDER
    if route_stage_1(answers, desk.law) is Route.STANDARD:
        return Place.READY
    return Place.VISITOR


def _ladder(desk: Desk, answers: dict[str, Answer]) -> tuple[Question, ...]:
    """The stage 1 questions on this path: those answered and those still to come."""
    path: dict[str, Answer] = {}
    asked = []
    while (question := next_stage_1(path, desk.law)) is not None:
        asked.append(question)
        path[question.id] = answers.get(question.id, Answer(AnswerState.UNKNOWN, None))
    return tuple(asked)


def _at_most(desk: Desk, answers: dict[str, Answer]) -> int:
    """The stage 1 questions without an answer that some answer could still bring up."""
    book = desk.law.questions
    return sum(
        one.id not in answers and book.shown(one, answers) is not Truth.FALSE
        for one in book.stage_1
    )


def _require_open(desk: Desk, registration_id: str) -> None:
    state = State(registrations.get(desk.db, registration_id).state)
    if state is not State.DRAFT:
        raise Known("not_open", "This registration is parked or finished. Resume it first.")


def require_clerk(question: Question) -> None:
    """Raise Known for a question that is not a clerk's to put (charging-rules.md 7.3)."""
    if question.asked_by != "clerk":
        raise Known(
            "not_yours_to_ask",
            "This question is the overseas visitor team's to put, in private.",
            question.id,
        )
