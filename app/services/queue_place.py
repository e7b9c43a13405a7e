"""A case's place in the queue: what only the law and its answers know, noted as they change."""

from __future__ import annotations

from datetime import date

from app.casework.ranking import Protects
from app.services.answers import answers_of, leaving_date, standing_of
from app.services.casefile import prompt_line
from app.services.desk import Desk
from app.store import meta, queue, registrations, stays
from app.store.queue import Facts, Order

NOTED_FOR = "queue_prompts"  # the prompts and rules the queue was last worked out with, and how far
_ALL, _AT_ONCE = "all", 100


def note(desk: Desk, registration_id: str) -> None:
    """Note what ranks a case, after an answer was kept; the caller owns the transaction."""
    registration = registrations.get(desk.db, registration_id)
    answers = answers_of(desk, registration_id)
    leaving, stay = leaving_date(answers), stays.of(desk.db, registration_id)
    facts = Facts(
        number=registration.number,
        prompts_open=any(not prompt_line(desk, one, answers).shown for one in desk.terms.prompts),
        ask_again=standing_of(desk, registration, answers).review_needed,
        leaves_uk_on=date.fromisoformat(leaving) if leaving else None,
        discharged_on=stay.last_day if stay is not None else None,
    )
    queue.put_facts(desk.db, facts)


def keep_up(desk: Desk) -> None:
    """Bring the whole queue to today; what an older store holds is worked through bit by bit."""
    _note_older_cases(desk)
    terms = desk.terms.queue
    order = Order(
        soon_days=terms.soon_days,
        prompts=terms.weight(Protects.PROMPTS),
        urgency=terms.weight(Protects.URGENCY),
        soon=terms.weight(Protects.SOON),
    )
    queue.keep_day(desk.db, desk.today, order)


def _note_older_cases(desk: Desk) -> None:
    """Go through the queue once for each edition of prompts and rules, a few cases a time."""
    prompts = ",".join(prompt.question_id for prompt in desk.terms.prompts)
    edition = f"{prompts} by {desk.law.pack.rules_version}"
    kept, _, came_to = (meta.get(desk.db, NOTED_FOR) or "").rpartition(" to ")
    if kept == edition and came_to == _ALL:
        return
    after = int(came_to) if kept == edition else 0
    with desk.db.atomic():
        cases = queue.waiting(desk.db, after=after, limit=_AT_ONCE)
        for _, registration_id in cases:
            note(desk, registration_id)
        done = len(cases) < _AT_ONCE
        meta.put(desk.db, NOTED_FOR, f"{edition} to {_ALL if done else cases[-1][0]}")
