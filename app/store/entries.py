"""Ledger entries, two sides to each document, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.money import ZERO, Money
from app.store.database import Database

_ADD = """
    INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence, credit_pence, made_at,
        recognised_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
# Income posted before there was a column for it is recognised on the day of its posting.
_COLUMNS = """on_date, doc_no, source_no, account, debit_pence, credit_pence, made_at,
    CASE account WHEN 'income' THEN ifnull(recognised_on, on_date) END"""
_OF = f"SELECT {_COLUMNS} FROM entries WHERE doc_no = ? ORDER BY entry_id"
_BY_SOURCE = f"SELECT {_COLUMNS} FROM entries WHERE source_no = ? ORDER BY entry_id"
_ALL = f"SELECT {_COLUMNS} FROM entries WHERE on_date <= ? ORDER BY entry_id"
_TOTALS = """
    SELECT account, sum(debit_pence) - sum(credit_pence) FROM entries
    WHERE on_date <= ? GROUP BY account ORDER BY account"""
_LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """One side: a debit or a credit above zero, the other being nothing.

    `doc_no` is the document the money is about, `source_no` the one that caused the entry.
    """

    on: date
    doc_no: str
    source_no: str
    account: str
    debit: Money = ZERO
    credit: Money = ZERO
    made_at: str
    recognised_on: date | None = None  # of income


def add_all(db: Database, entries: Iterable[StoredEntry]) -> None:
    """Append entries that balance; one-sided ones are a fault and raise ValueError."""
    kept = tuple(entries)
    debits = Money.total(entry.debit for entry in kept)
    credits = Money.total(entry.credit for entry in kept)
    if debits != credits:
        raise ValueError(f"entries must balance: {debits} against {credits}")
    db.execute_many(
        _ADD,
        [
            (
                entry.on.isoformat(),
                entry.doc_no,
                entry.source_no,
                entry.account,
                entry.debit.pence,
                entry.credit.pence,
                entry.made_at,
                entry.recognised_on.isoformat() if entry.recognised_on else None,
            )
            for entry in kept
        ],
    )


def of(db: Database, doc_no: str) -> tuple[StoredEntry, ...]:
    """The entries about one document, in order."""
    return tuple(_from_row(row) for row in db.each(_OF, (doc_no,)))


def by_source(db: Database, source_no: str) -> tuple[StoredEntry, ...]:
    """The entries that one document caused, in order."""
    return tuple(_from_row(row) for row in db.each(_BY_SOURCE, (source_no,)))


def until(db: Database, day: date | None = None) -> Iterator[StoredEntry]:
    """Every entry posted up to a day, in the order they were made."""
    through = day.isoformat() if day else _LAST_DAY
    return (_from_row(row) for row in db.each(_ALL, (through,)))


def balances(db: Database, *, until: date | None = None) -> dict[str, Money]:
    """What each account stands at, debits above zero; they add up to nothing."""
    through = until.isoformat() if until else _LAST_DAY
    return {account: Money(pence) for account, pence in db.each(_TOTALS, (through,))}


def _from_row(row: tuple[Any, ...]) -> StoredEntry:
    day, number, source, account, debit, credit, made_at, recognised = row
    return StoredEntry(
        on=date.fromisoformat(day),
        doc_no=number,
        source_no=source,
        account=account,
        debit=Money(debit),
        credit=Money(credit),
        made_at=made_at,
        recognised_on=date.fromisoformat(recognised) if recognised else None,
    )
