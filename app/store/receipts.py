"""Money in and money given back, each once and for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.money import Money
from app.store.database import Database, Row

_ADD = """
    INSERT INTO receipts (receipt_no, receipt_type, doc_no, customer_ref, method, provider_ref,
        amount_pence, original_receipt_no, received_on, recorded_by, recorded_at)
    VALUES (:receipt_no, :receipt_type, :doc_no, :customer_ref, :method, :provider_ref,
        :amount_pence, :original_receipt_no, :received_on, :recorded_by, :recorded_at)"""
_OF = "SELECT * FROM receipts WHERE doc_no = ? ORDER BY recorded_at, receipt_no"
RECEIPT, REFUND = "RECEIPT", "REFUND"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReceipt:
    """A receipt (amount above zero) or a refund (below), with the provider's own reference."""

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
        },
    )


def of(db: Database, doc_no: str) -> tuple[StoredReceipt, ...]:
    """Receipts and refunds against a document, in the order they were recorded."""
    return tuple(_from_row(row) for row in db.rows(_OF, (doc_no,)))


def _from_row(row: Row) -> StoredReceipt:
    return StoredReceipt(
        amount=Money(row.pop("amount_pence")),
        **row | {"received_on": date.fromisoformat(row["received_on"])},
    )
