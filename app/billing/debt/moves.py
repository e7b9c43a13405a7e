"""What an invoice came to and what moved it since, each with its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.billing.ledger import Entry
from app.billing.standing import Standing, standing_of
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Move:
    """Money on a day; below zero for what was given back or undone."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One invoice as collecting sees it. `received` holds refunds as moves below zero."""

    doc_no: str
    issued_on: date
    due_on: date
    total: Money
    received: tuple[Move, ...] = ()
    credited: tuple[Move, ...] = ()
    written_off: tuple[Move, ...] = ()

    def received_by(self, day: date) -> Money:
        """What came in up to and on a day, less what went back."""
        return _until(self.received, day)

    def credited_by(self, day: date) -> Money:
        """What credit notes took off up to and on a day."""
        return _until(self.credited, day)

    def written_off_by(self, day: date) -> Money:
        """What was given up as not collectable; the debtor still owes it (finance.md 4.5)."""
        return _until(self.written_off, day)

    def to_pay_back(self, day: date) -> Money:
        """What was paid beyond what is due, never below zero."""
        return max(self.received_by(day) + self.credited_by(day) - self.total, ZERO)

    def owed(self, day: date) -> Money:
        """What the debtor is liable for on a day, never below zero."""
        left = self.total - self.received_by(day) - self.credited_by(day)
        return max(left, ZERO)


def bill_from(
    doc_no: str,
    entries: Iterable[Entry],
    *,
    issued_on: date,
    due_on: date,
    received_on: Mapping[str, date],
) -> Bill:
    """An invoice from the entries about it, each move told by the document that caused it.

    `received_on` says when a receipt's money came, which may be a day before its posting.
    """
    caused: dict[tuple[str, date], list[Entry]] = {}
    for one in entries:
        day = received_on.get(one.source_no, one.on)
        caused.setdefault((one.source_no, day), []).append(one)
    moved = [(day, standing_of(doc_no, some)) for (_, day), some in caused.items()]
    return Bill(
        doc_no=doc_no,
        issued_on=issued_on,
        due_on=due_on,
        total=Money.total(standing.charged for _, standing in moved),
        received=_moves((day, _came_in(standing)) for day, standing in moved),
        credited=_moves((day, standing.credited) for day, standing in moved),
        written_off=_moves((day, standing.written_off) for day, standing in moved),
    )


def _came_in(standing: Standing) -> Money:
    return standing.received - standing.refunded


def _moves(sums: Iterable[tuple[date, Money]]) -> tuple[Move, ...]:
    return tuple(Move(day, amount) for day, amount in sums if amount != ZERO)


def _until(moves: tuple[Move, ...], day: date) -> Money:
    return Money.total(move.amount for move in moves if move.on <= day)
