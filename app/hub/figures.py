"""What the ledger holds in sum, over both kinds of engine."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, distinct, func, select

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
