"""What happened to debts, in the order it was written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store.database import Database, Row
from app.store.merges import records_of
from app.store.values import from_json, to_json

INVOICE, PERSON = "invoice", "person"
_ADD = """
    INSERT INTO debt_events (doc_no, scope, kind, on_date, body, made_by, made_at)
    VALUES (:doc_no, :scope, :kind, :on_date, :body, :made_by, :made_at)"""
_COLUMNS = "e.doc_no, e.scope, e.kind, e.on_date, e.body, e.made_by, e.made_at"
# A person's events reach every invoice made out to the same payer, or for the same patient.
_OF = f"""
    SELECT {_COLUMNS} FROM debt_events e
    WHERE e.doc_no = :doc_no OR (e.scope = 'person' AND e.doc_no IN (
        SELECT other.doc_no FROM invoices own
        JOIN invoices other ON other.customer_ref = own.customer_ref
        WHERE own.doc_no = :doc_no
        UNION
        SELECT other.doc_no FROM invoices own JOIN registrations r USING (registration_id)
        JOIN registrations of_patient ON of_patient.patient_id IN {records_of("r.patient_id")}
        JOIN invoices other ON other.registration_id = of_patient.registration_id
        WHERE own.doc_no = :doc_no))
    ORDER BY e.entry_id"""
_ALL = f"SELECT {_COLUMNS} FROM debt_events e ORDER BY e.entry_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDebtEvent:
    """One thing that happened: at which invoice, how far it reaches, what, when, by whom."""

    doc_no: str
    scope: str
    kind: str
    on: date
    body: Mapping[str, Any]
    made_by: str
    made_at: str


def add(db: Database, event: StoredDebtEvent) -> None:
    """Append an event; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "doc_no": event.doc_no,
            "scope": event.scope,
            "kind": event.kind,
            "on_date": event.on.isoformat(),
            "body": to_json(event.body),
            "made_by": event.made_by,
            "made_at": event.made_at,
        },
    )


def of(db: Database, doc_no: str) -> tuple[StoredDebtEvent, ...]:
    """What counts for an invoice, oldest first: its own events and those of its person."""
    return tuple(_from_row(row) for row in db.rows(_OF, {"doc_no": doc_no}))


def every(db: Database) -> tuple[StoredDebtEvent, ...]:
    """All events, oldest first, each once."""
    return tuple(_from_row(row) for row in db.rows(_ALL))


def _from_row(row: Row) -> StoredDebtEvent:
    return StoredDebtEvent(
        doc_no=row["doc_no"],
        scope=row["scope"],
        kind=row["kind"],
        on=date.fromisoformat(row["on_date"]),
        body=from_json(row["body"]),
        made_by=row["made_by"],
        made_at=row["made_at"],
    )
