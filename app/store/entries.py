"""Ledger entries, two sides to each document, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.money import ZERO, Money
from app.store.database import Database

_ADD = """
    INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence, credit_pence, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_COLUMNS = "on_date, doc_no, source_no, account, debit_pence, credit_pence, made_at"
_OF = f"SELECT {_COLUMNS} FROM entries WHERE doc_no = ? ORDER BY entry_id"
_TOTALS = """
    SELECT account, sum(debit_pence) - sum(credit_pence) FROM entries
    GROUP BY account ORDER BY account"""


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
            )
            for entry in kept
        ],
    )


def of(db: Database, doc_no: str) -> tuple[StoredEntry, ...]:
    """The entries of one document, in order."""
    return tuple(
        StoredEntry(
            on=date.fromisoformat(day),
            doc_no=number,
            source_no=source,
            account=account,
            debit=Money(debit),
            credit=Money(credit),
            made_at=made_at,
        )
        for day, number, source, account, debit, credit, made_at in db.each(_OF, (doc_no,))
    )


def balances(db: Database) -> dict[str, Money]:
    """What each account stands at, debits above zero; they add up to nothing."""
    return {account: Money(pence) for account, pence in db.each(_TOTALS)}
