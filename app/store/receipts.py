"""Money in and money given back, each once and for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.errors import NotFound
from app.core.money import Money
from app.core.wording import Phrase
from app.store.database import Database, Row

_ADD = """
    INSERT INTO receipts (receipt_no, receipt_type, doc_no, customer_ref, method, provider_ref,
        amount_pence, original_receipt_no, received_on, recorded_by, recorded_at, file_id)
    VALUES (:receipt_no, :receipt_type, :doc_no, :customer_ref, :method, :provider_ref,
        :amount_pence, :original_receipt_no, :received_on, :recorded_by, :recorded_at, :file_id)"""
_OF = "SELECT * FROM receipts WHERE doc_no = ? ORDER BY recorded_at, receipt_no"
_BY_NO = "SELECT * FROM receipts WHERE receipt_no = ?"
_OF_PAYER = "SELECT * FROM receipts WHERE customer_ref = ? ORDER BY recorded_at, receipt_no"
_FREE = """
    SELECT r.*, f.free FROM receipts r JOIN (
        SELECT doc_no AS number, sum(credit_pence) - sum(debit_pence) AS free FROM entries
        WHERE account = 'unallocated' GROUP BY doc_no) f ON f.number = r.receipt_no
    WHERE f.free > 0 ORDER BY r.recorded_at, r.receipt_no"""
_GIVEN_BACK = "SELECT ifnull(sum(amount_pence), 0) FROM receipts WHERE original_receipt_no = ?"
# Receipts whose money came to lie on an invoice: paid on it, put on it later, or deducted as an
# advance, which may have come for an earlier version of the estimate. Not what came for it when
# nothing was owed, nor what came for the estimate after it was deducted.
_ON_INVOICE = """
    WITH RECURSIVE deducted (number, until) AS (
        SELECT doc_no, made_at FROM entries
        WHERE source_no = :doc_no AND account = 'advances' AND debit_pence > 0
        UNION
        SELECT e.doc_no, e.made_at FROM deducted d JOIN entries e ON e.source_no = d.number
        WHERE e.account = 'advances' AND e.debit_pence > 0 AND e.made_at <= d.until)
    SELECT * FROM receipts r WHERE receipt_type = 'RECEIPT' AND (
        EXISTS (SELECT 1 FROM deducted d WHERE d.number = r.doc_no AND r.recorded_at <= d.until)
        OR receipt_no IN (
            SELECT source_no FROM entries WHERE doc_no = :doc_no AND account = 'receivables'
              AND credit_pence > 0))
    ORDER BY recorded_at DESC, receipt_no DESC"""
_PUT_ON = """
    SELECT source_no, sum(credit_pence) + (
        SELECT ifnull(sum(r.amount_pence), 0) FROM receipts r
        WHERE r.original_receipt_no = e.source_no AND r.doc_no = e.doc_no)
    FROM entries e WHERE doc_no = ? AND account = 'receivables' AND credit_pence > 0
    GROUP BY source_no"""
RECEIPT, REFUND = "RECEIPT", "REFUND"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReceipt:
    """A receipt (amount above zero) or a refund (below), with the provider's own reference.

    `doc_no` is an invoice, an estimate paid in advance, or empty where nobody knows yet.
    """

    receipt_no: str
    receipt_type: str
    doc_no: str
    customer_ref: str
    method: str
    provider_ref: str = ""
    amount: Money
    original_receipt_no: str | None = None
    received_on: date
    recorded_by: str
    recorded_at: str
    file_id: str | None = None


def add(db: Database, receipt: StoredReceipt) -> None:
    """Append a receipt; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "receipt_no": receipt.receipt_no,
            "receipt_type": receipt.receipt_type,
            "doc_no": receipt.doc_no,
            "customer_ref": receipt.customer_ref,
            "method": receipt.method,
            "provider_ref": receipt.provider_ref,
            "amount_pence": receipt.amount.pence,
            "original_receipt_no": receipt.original_receipt_no,
            "received_on": receipt.received_on.isoformat(),
            "recorded_by": receipt.recorded_by,
            "recorded_at": receipt.recorded_at,
            "file_id": receipt.file_id,
        },
    )


def of(db: Database, doc_no: str) -> tuple[StoredReceipt, ...]:
    """Receipts and refunds against a document, in the order they were recorded."""
    return tuple(_from_row(row) for row in db.rows(_OF, (doc_no,)))


def get(db: Database, receipt_no: str) -> StoredReceipt:
    """One receipt or refund; raises NotFound."""
    row = db.one(_BY_NO, (receipt_no,))
    if row is None:
        raise NotFound(
            Phrase("There is no receipt {number} here. Check the number.", number=receipt_no),
            "receipt_no",
        )
    return _from_row(row)


def find(db: Database, receipt_no: str) -> StoredReceipt | None:
    """One receipt or refund, or None."""
    row = db.one(_BY_NO, (receipt_no,))
    return None if row is None else _from_row(row)


def unallocated(db: Database) -> tuple[tuple[StoredReceipt, Money], ...]:
    """Receipts with money on no invoice, and how much of it, oldest first."""
    found = ((Money(row.pop("free")), row) for row in db.rows(_FREE))
    return tuple((_from_row(row), free) for free, row in found)


def of_payer(db: Database, customer_ref: str) -> tuple[StoredReceipt, ...]:
    """Receipts and refunds of one payer, in the order they were recorded."""
    return tuple(_from_row(row) for row in db.rows(_OF_PAYER, (customer_ref,)))


def given_back(db: Database, receipt_no: str) -> Money:
    """What refunds have given back of a receipt; zero or above."""
    return Money(-int(db.scalar(_GIVEN_BACK, (receipt_no,))))


def lying_on(db: Database, doc_no: str) -> tuple[StoredReceipt, ...]:
    """The receipts whose money came to lie on an invoice, the latest first."""
    return tuple(_from_row(row) for row in db.rows(_ON_INVOICE, {"doc_no": doc_no}))


def put_on(db: Database, doc_no: str) -> dict[str, Money]:
    """By receipt what was put straight on an invoice, less what of it was given back there."""
    return {source: Money(left) for source, left in db.tuples(_PUT_ON, (doc_no,))}


def _from_row(row: Row) -> StoredReceipt:
    return StoredReceipt(
        amount=Money(row.pop("amount_pence")),
        **row | {"received_on": date.fromisoformat(row["received_on"])},
    )
