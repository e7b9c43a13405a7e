"""Reminders and what follows them: a worklist of what may go today, sent by a person's act alone.

Nothing that is held, promised, on a kept plan or waiting for somebody to look is on it; so no
print batch made from it can hold such a case (hazards H8 and H13).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.billing.debt.events import StepTaken
from app.billing.debt.holds import counted_days
from app.billing.debt.ladder import is_too_old, report_from
from app.billing.debt.position import LEGAL, Life
from app.billing.debt.saying import task_words
from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.services import letters
from app.services.debts import Debt, debt_of, note, owing_debts
from app.services.desk import Desk, service
from app.services.letters import LetterChoices, WrittenLetter

BEFORE_ACTION = "letter_before_action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do today: a letter, a referral, or something to look at first."""

    doc_no: str
    payer: str
    owed: Money
    issued_on: date
    step: str  # empty where somebody is to look
    what: str
    is_letter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Letters written together, and those that could not be: invoice and sentence."""

    written: tuple[WrittenLetter, ...]
    refused: tuple[tuple[str, str], ...]


@service(Act.INVOICE)
def due_today(desk: Desk) -> tuple[Due, ...]:
    """The worklist: what to look at, then what may go; oldest invoice first."""
    found = [line for debt in owing_debts(desk) for line in _lines(desk, debt)]
    return tuple(sorted(found, key=lambda line: (bool(line.step), line.issued_on, line.doc_no)))


@service(Act.INVOICE)
def preview(desk: Desk, doc_no: str, step: str) -> bytes:
    """A letter that is due, as it would be written; nothing is kept, nothing was sent."""
    debt = _due_debt(desk, doc_no, step)
    return letters.preview(desk, LetterKind(step), doc_no, _choices(desk, debt))


@service(Act.INVOICE)
def send(desk: Desk, doc_no: str, step: str) -> WrittenLetter | None:
    """Write a letter that is due, or refer the debt; None for a referral.

    Raises Known `not_due` for whatever may not go today.
    """
    debt = _due_debt(desk, doc_no, step)
    rung = next(one for one in debt.position.due if one.kind == step)
    with desk.db.atomic():
        written = _written(desk, debt, step) if rung.is_letter else None
        file_id = written.file_id if written is not None else ""
        note(desk, debt, StepTaken(on=desk.today, step=step, file_id=file_id))
    return written


@service(Act.INVOICE)
def print_batch(desk: Desk, doc_nos: Sequence[str] | None = None) -> Batch:
    """Write every letter that is due today, of these invoices or of all, each whole and once.

    One that cannot be written, such as to a name in a script without a font, holds up no other.
    """
    due = [line for line in due_today(desk) if line.is_letter]
    written, refused = [], []
    for line in due:
        if doc_nos is not None and line.doc_no not in doc_nos:
            continue
        try:
            letter = send(desk, line.doc_no, line.step)
        except Known as known:
            refused.append((line.doc_no, known.message))
        else:
            assert letter is not None
            written.append(letter)
    return Batch(written=tuple(written), refused=tuple(refused))


@service(Act.INVOICE)
def start_claim(desk: Desk, doc_no: str) -> None:
    """Record a court claim: only after the letter before action, and its time for a reply."""
    debt = debt_of(desk, doc_no)
    position, terms = debt.position, desk.finance.debt
    asked = [one.on for one in position.sent if one.step == BEFORE_ACTION]
    waited = counted_days(asked[-1], desk.today, position.holds) if asked else -1
    stopped = position.held or position.tasks or position.owed == ZERO
    over = position.life is Life.LEGAL or is_too_old(debt.bill, desk.today, terms)
    if stopped or over or waited < terms.claim_after_days:
        raise Known(
            "not_due",
            Phrase(
                "A claim comes {days} days after the letter before action at the earliest, while "
                "nothing speaks against it.",
                days=terms.claim_after_days,
            ),
            "doc_no",
        )
    with desk.db.atomic():
        note(desk, debt, StepTaken(on=desk.today, step=LEGAL))


def _written(desk: Desk, debt: Debt, step: str) -> WrittenLetter:
    return letters.write_letter(desk, LetterKind(step), debt.doc_no, _choices(desk, debt))


def _choices(desk: Desk, debt: Debt) -> LetterChoices:
    """The day a debt may be told from, which a warning names: later for each day that rested."""
    first = report_from(debt.bill, debt.position.holds, desk.today, desk.finance.debt)
    return LetterChoices(report_from=max(first, desk.today))


def _due_debt(desk: Desk, doc_no: str, step: str) -> Debt:
    debt = debt_of(desk, doc_no)
    if step not in {one.kind for one in debt.position.due}:
        raise Known("not_due", "This may not go today. Look at the account again.", "step")
    return debt


def _lines(desk: Desk, debt: Debt) -> Iterator[Due]:
    terms = desk.finance.debt
    whole = [(task_words(task, terms), "", False) for task in debt.position.tasks]
    whole += [(step.label, step.kind, step.is_letter) for step in debt.position.due]
    for what, step, is_letter in whole:
        yield Due(
            doc_no=debt.doc_no,
            payer=debt.payer.name,
            owed=debt.position.owed,
            issued_on=debt.bill.issued_on,
            step=step,
            what=what,
            is_letter=is_letter,
        )
