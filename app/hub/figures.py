"""What the ledger holds in sum, over both kinds of engine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    distinct,
    extract,
    func,
    literal,
    select,
)

from app.billing.reports.years import FinancialYear
from app.hub.tables import batches, customers, documents, receipts


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """What the ledger holds; money in pence, credits and refunds negative."""

    batches: int
    customers: int
    documents: int
    lines: int
    receipts: int
    charged_pence: int
    credited_pence: int
    received_pence: int
    refunded_pence: int


@dataclass(frozen=True, slots=True)
class TrustYear:
    """What a trust's ledger gained in a financial year, in pence, by each document's own day."""

    provider: str
    year: FinancialYear
    documents: int = 0
    charged_pence: int = 0
    credited_pence: int = 0
    received_pence: int = 0
    refunded_pence: int = 0

    @property
    def outstanding_pence(self) -> int:
        """Charged and not credited, less what came in and did not go back."""
        charged = self.charged_pence + self.credited_pence
        return charged - self.received_pence - self.refunded_pence


def by_trust_and_year(connection: Connection) -> tuple[TrustYear, ...]:
    """Each trust's years in order, summed by the engine a month at a time."""
    found: dict[tuple[str, FinancialYear], TrustYear] = {}
    for statement in (_MONTHS_OF_DOCUMENTS, _MONTHS_OF_RECEIPTS):
        for row in connection.execute(statement):
            year = FinancialYear.of(date(int(row.year), int(row.month), 1))
            so_far = found.get((row.provider_code, year), TrustYear(row.provider_code, year))
            name = _SUM_OF[row.word]
            found[row.provider_code, year] = replace(
                so_far,
                documents=so_far.documents + int(row.documents),
                **{name: getattr(so_far, name) + int(row.pence)},
            )
    return tuple(found[key] for key in sorted(found))


def totals(connection: Connection) -> LedgerTotals:
    """Counted and summed in the transaction that is open."""
    lines = {row.doc_type: row for row in connection.execute(_BY_DOC_TYPE)}
    money = {row.receipt_type: row for row in connection.execute(_BY_RECEIPT_TYPE)}
    return LedgerTotals(
        batches=connection.execute(_TAKEN).scalar_one(),
        customers=_count(connection, customers),
        documents=sum(row.documents for row in lines.values()),
        lines=sum(row.lines for row in lines.values()),
        receipts=sum(row.receipts for row in money.values()),
        charged_pence=int(lines["INV"].pence) if "INV" in lines else 0,
        credited_pence=int(lines["CRN"].pence) if "CRN" in lines else 0,
        received_pence=int(money["RECEIPT"].pence) if "RECEIPT" in money else 0,
        refunded_pence=int(money["REFUND"].pence) if "REFUND" in money else 0,
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


_SUM_OF = {
    "INV": "charged_pence",
    "CRN": "credited_pence",
    "RECEIPT": "received_pence",
    "REFUND": "refunded_pence",
}


def _by_month(
    table: Table, day: ColumnElement[date], word: ColumnElement[str], **sums: ColumnElement[int]
) -> Select[Any]:
    groups = (
        table.c.provider_code,
        word.label("word"),
        extract("year", day).label("year"),
        extract("month", day).label("month"),
    )
    named = (one.label(name) for name, one in sums.items())
    return select(*groups, *named).group_by(
        table.c.provider_code, word, extract("year", day), extract("month", day)
    )


_MONTHS_OF_DOCUMENTS = _by_month(
    documents,
    documents.c.doc_date,
    documents.c.doc_type,
    documents=func.count(distinct(documents.c.doc_no)),
    pence=func.sum(documents.c.gross_amount),
)
_MONTHS_OF_RECEIPTS = _by_month(
    receipts,
    receipts.c.receipt_date,
    receipts.c.receipt_type,
    documents=literal(0),
    pence=func.sum(receipts.c.amount),
)
_TAKEN = select(func.count(batches.c.ledger_batch_no))
_BY_DOC_TYPE = select(
    documents.c.doc_type,
    func.count(distinct(documents.c.provider_code + "/" + documents.c.doc_no)).label("documents"),
    func.count().label("lines"),
    func.sum(documents.c.gross_amount).label("pence"),
).group_by(documents.c.doc_type)
_BY_RECEIPT_TYPE = select(
    receipts.c.receipt_type,
    func.count().label("receipts"),
    func.sum(receipts.c.amount).label("pence"),
).group_by(receipts.c.receipt_type)
