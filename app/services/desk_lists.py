"""What lies on the desk: parked registrations, those to ask later, and today's count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from app.access.roles import Act
from app.core.dates import london_day
from app.core.wording import Phrase
from app.residency.outcomes import DeskOutcome, words
from app.residency.walk import next_stage_1
from app.services.answers import answers_of
from app.services.desk import Desk, service
from app.store import meta, patients, registrations, travel_counts
from app.store.travel_counts import Standing

_USUAL_BOOKING = "usual_booking"
_VISITOR = Phrase("Visitor page")


@dataclass(frozen=True, slots=True)
class ParkedLine:
    """A parked registration: initials only, since the screen faces the queue."""

    registration_id: str
    initials: str
    waiting_at: str
    minutes: int


@dataclass(frozen=True, slots=True)
class AskLaterLine:
    """A patient to be asked before discharge, and how far the record of it has come."""

    registration_id: str
    initials: str
    words: str
    days: int  # since they could not be asked
    standing: Standing


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many registrations of today came out one way."""

    label: str
    icon: str
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    """The fairness measure of one desk and day: how many were asked."""

    registered: int
    asked: int
    by_outcome: tuple[OutcomeCount, ...]


@service(Act.REGISTER)
def usual_booking(desk: Desk) -> str:
    """What this desk last booked for, so that the next patient needs no choosing."""
    kept = meta.get(desk.db, _USUAL_BOOKING) or ""
    return kept if kept in desk.terms.bookings else ""


@service(Act.REGISTER)
def remember_booking(desk: Desk, booking_id: str) -> None:
    """Keep what this desk books for."""
    with desk.db.atomic():
        meta.put(desk.db, _USUAL_BOOKING, booking_id)


@service(Act.REGISTER)
def parked(desk: Desk) -> tuple[ParkedLine, ...]:
    """What is parked at this desk, longest first."""
    now = desk.clock.now()
    return tuple(
        ParkedLine(
            row.registration_id,
            patient.initials,
            _where(desk, row.registration_id, patient.interpreter),
            _minutes_since(row.parked_at, now),
        )
        for row in registrations.parked(desk.db, desk.person.user_id)
        for patient in (patients.get(desk.db, row.patient_id),)
    )


@service(Act.REGISTER)
def ask_later(desk: Desk) -> tuple[AskLaterLine, ...]:
    """Registrations whose questions could not be put."""
    reasons = desk.terms.why_not_asked_at_the_desk
    rows = registrations.not_asked(desk.db)
    standings = travel_counts.standings(desk.db, [row.registration_id for row in rows])
    return tuple(
        AskLaterLine(
            row.registration_id,
            patients.get(desk.db, row.patient_id).initials,
            Phrase("Not asked: {reason}", reason=reasons.get(row.could_not_ask, row.could_not_ask)),
            _days_since(row.finished_at, desk),
            standings[row.registration_id],
        )
        for row in rows
    )


@service(Act.REGISTER)
def today(desk: Desk) -> Today:
    """Today's registrations at this desk, by outcome."""
    rows = registrations.finished_on(desk.db, desk.today, desk=desk.place)
    counts = Counter(row.outcome for row in rows)
    return Today(
        registered=len(rows),
        asked=sum(not row.could_not_ask for row in rows),
        by_outcome=tuple(
            OutcomeCount(found.title, found.icon, counts[outcome.value])
            for outcome in DeskOutcome
            if counts[outcome.value]
            for found in (words(outcome, desk.law),)
        ),
    )


def _where(desk: Desk, registration_id: str, interpreter: str) -> str:
    """What it waits for: `Interpreter for Yoruba. Question 3: Card or form`."""
    answers = answers_of(desk, registration_id)
    question = next_stage_1(answers, desk.law)
    asked = sum(one.id in answers for one in desk.law.questions.stage_1)
    place = (
        _VISITOR
        if question is None
        else Phrase("Question {number}: {label}", number=asked + 1, label=question.label)
    )
    if not interpreter:
        return place
    return Phrase("Interpreter for {language}. {place}", language=interpreter, place=place)


def _days_since(finished_at: str | None, desk: Desk) -> int:
    if finished_at is None:
        return 0
    return max(0, (desk.today - london_day(finished_at)).days)


def _minutes_since(parked_at: str | None, now: datetime) -> int:
    if parked_at is None:
        return 0
    return max(0, int((now - datetime.fromisoformat(parked_at)).total_seconds() // 60))
