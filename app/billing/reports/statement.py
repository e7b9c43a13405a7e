"""What one payer owed, was charged and paid over some days: the figures of a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.billing.ledger import Account, Entry
from app.core.money import ZERO, Money

# What is written off leaves the books and not the debtor, so these three come to what is owed.
_OWED = (Account.RECEIVABLES, Account.WRITE_OFFS, Account.RECOVERIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One document's effect on one invoice: charged or paid back above zero, paid below."""

    on: date
    source_no: str
    doc_no: str
    amount: Money
    balance: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Opening balance, lines, and what they lead to."""

    since: date
    until: date
    opening: Money
    lines: tuple[StatementLine, ...]

    @property
    def closing(self) -> Money:
        """What is owed at the end; below zero it is to be paid back."""
        return self.lines[-1].balance if self.lines else self.opening


def statement(entries: Iterable[Entry], *, since: date, until: date) -> Statement:
    """Fold a payer's entries, given in the order of posting, into lines with a running balance."""
    opening = 0
    moved: dict[tuple[date, str, str], int] = {}
    for one in entries:
        if one.account not in _OWED or one.on > until:
            continue
        pence = one.debit.pence - one.credit.pence
        if one.on < since:
            opening += pence
        else:
            key = (one.on, one.source_no, one.doc_no)
            moved[key] = moved.get(key, 0) + pence
    lines, balance = [], Money(opening)
    for (on, source_no, doc_no), pence in sorted(moved.items(), key=lambda line: line[0][0]):
        if Money(pence) == ZERO:
            continue  # a write-off: nothing changes for whoever owes it
        balance += Money(pence)
        lines.append(
            StatementLine(
                on=on, source_no=source_no, doc_no=doc_no, amount=Money(pence), balance=balance
            )
        )
    return Statement(since=since, until=until, opening=Money(opening), lines=tuple(lines))
