"""Invoices and credit notes as issued: immutable, corrected only by a further document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.errors import NotFound
from app.core.money import Money
from app.core.wording import Phrase
from app.store.database import Database, Row
from app.store.values import from_json, to_json

_ADD = """
    INSERT INTO invoices (doc_no, doc_type, related_doc_no, registration_id, customer_ref, body,
        total_pence, issued_on, due_on, issued_by, file_id)
    VALUES (:doc_no, :doc_type, :related_doc_no, :registration_id, :customer_ref, :body,
        :total_pence, :issued_on, :due_on, :issued_by, :file_id)"""
_BY_NO = "SELECT * FROM invoices WHERE doc_no = ?"
_EXISTS = "SELECT 1 FROM invoices WHERE doc_no = ?"
_OF = "SELECT * FROM invoices WHERE registration_id = ? ORDER BY issued_on, doc_no"
_CREDITS = "SELECT * FROM invoices WHERE related_doc_no = ? ORDER BY issued_on, doc_no"
_ALL = "SELECT * FROM invoices ORDER BY issued_on DESC, doc_no DESC LIMIT ? OFFSET ?"
INVOICE, CREDIT_NOTE = "INV", "CRN"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredInvoice:
    """An invoice (`INV`) or credit note (`CRN`, total negative, `related_doc_no` set)."""

    doc_no: str
    doc_type: str
    related_doc_no: str | None = None
    registration_id: str
    customer_ref: str
    body: Mapping[str, Any]
    total: Money
    issued_on: date
    due_on: date
    issued_by: str
    file_id: str | None = None


def add(db: Database, invoice: StoredInvoice) -> None:
    """Append a document; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "doc_no": invoice.doc_no,
            "doc_type": invoice.doc_type,
            "related_doc_no": invoice.related_doc_no,
            "registration_id": invoice.registration_id,
            "customer_ref": invoice.customer_ref,
            "body": to_json(invoice.body),
            "total_pence": invoice.total.pence,
            "issued_on": invoice.issued_on.isoformat(),
            "due_on": invoice.due_on.isoformat(),
            "issued_by": invoice.issued_by,
            "file_id": invoice.file_id,
        },
    )


def get(db: Database, doc_no: str) -> StoredInvoice:
    """One document by its number; raises NotFound."""
    row = db.one(_BY_NO, (doc_no,))
    if row is None:
        raise NotFound(
            Phrase("There is no invoice {number} here. Check the number.", number=doc_no), "doc_no"
        )
    return _from_row(row)


def exists(db: Database, doc_no: str) -> bool:
    """Whether that is the number of an invoice or credit note here."""
    return db.first(_EXISTS, (doc_no,)) is not None


def of(db: Database, registration_id: str) -> tuple[StoredInvoice, ...]:
    """Invoices and credit notes of a registration, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OF, (registration_id,)))


def credits_of(db: Database, doc_no: str) -> tuple[StoredInvoice, ...]:
    """The credit notes against an invoice."""
    return tuple(_from_row(row) for row in db.rows(_CREDITS, (doc_no,)))


def newest(db: Database, *, limit: int = 50, offset: int = 0) -> tuple[StoredInvoice, ...]:
    """A page of all documents, newest first."""
    return tuple(_from_row(row) for row in db.rows(_ALL, (limit, offset)))


def _from_row(row: Row) -> StoredInvoice:
    return StoredInvoice(
        total=Money(row.pop("total_pence")),
        **row
        | {
            "body": from_json(row["body"]),
            "issued_on": date.fromisoformat(row["issued_on"]),
            "due_on": date.fromisoformat(row["due_on"]),
        },
    )
