"""Invoices as collecting reads them: who owes, and what of the case's record stops a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.errors import NotFound
from app.core.wording import Phrase
from app.store.database import Database, Row
from app.store.merges import reads_as
from app.store.values import from_day, from_json

# An invoice's lines stand in the order of their days; its first one began the care.
_DEBTS = f"""
    SELECT i.doc_no, i.registration_id, r.ref, i.customer_ref,
        {reads_as("r.patient_id")} AS patient_id, i.issued_on, i.due_on,
        i.file_id, json_extract(i.body, '$.payer') AS payer,
        (SELECT min(json_extract(l.value, '$.service_from'))
         FROM json_each(i.body, '$.lines') l) AS incurred_on,
        p.born, p.died, p.safe_contact, r.category,
        r.review = 'decided' AS is_final,
        EXISTS (SELECT 1 FROM diary d WHERE d.registration_id = i.registration_id
            AND d.kind = 'answer' AND NOT EXISTS (
                SELECT 1 FROM diary_marks m WHERE m.entry_id = d.entry_id)) AS answer_awaited
    FROM invoices i JOIN registrations r USING (registration_id)
    JOIN patients p ON p.patient_id = {reads_as("r.patient_id")}
    WHERE i.doc_type = 'INV'"""
# What stands on the receivables, and what was written off and did not come after all.
_OWING = f"""{_DEBTS} AND i.doc_no IN (
        SELECT doc_no FROM entries WHERE account IN ('receivables', 'write_offs', 'recoveries')
        GROUP BY doc_no HAVING sum(debit_pence) > sum(credit_pence))
    ORDER BY i.issued_on, i.doc_no"""
_PERSONS = f"""
    SELECT i.doc_no, i.customer_ref, {reads_as("r.patient_id")} AS patient_id
    FROM invoices i JOIN registrations r USING (registration_id) WHERE i.doc_type = 'INV'"""
_NEWEST = f"{_DEBTS} ORDER BY i.issued_on DESC, i.doc_no DESC LIMIT ?"
_DUE = f"""{_DEBTS} AND i.due_on BETWEEN :first AND :last AND i.doc_no IN (
        SELECT doc_no FROM entries WHERE account = 'receivables'
        GROUP BY doc_no HAVING sum(debit_pence) > sum(credit_pence))
    ORDER BY i.due_on, i.doc_no LIMIT :limit"""
_ONE = f"{_DEBTS} AND i.doc_no = ?"
_RECEIVED = "SELECT receipt_no, received_on FROM receipts"
_RECEIVED_OF = """
    SELECT receipt_no, received_on FROM receipts WHERE receipt_no IN (
        SELECT source_no FROM entries WHERE doc_no = ?)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDebt:
    """One invoice; `is_final` says that its case was decided and checked, `answer_awaited` that
    another body has yet to answer on the patient's status.
    """

    doc_no: str
    registration_id: str
    ref: str
    customer_ref: str
    patient_id: str
    issued_on: date
    due_on: date
    file_id: str
    payer: Mapping[str, Any]
    incurred_on: date
    born: date | None
    died: date | None
    safe_contact: str
    category: str
    is_final: bool
    answer_awaited: bool


def owing(db: Database) -> tuple[StoredDebt, ...]:
    """The invoices on which something is owed, written off or not, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OWING))


def persons(db: Database) -> tuple[tuple[str, str, str], ...]:
    """Every invoice's number, with its payer's reference and the patient it is for."""
    return tuple((str(doc), str(payer), str(patient)) for doc, payer, patient in db.each(_PERSONS))


def newest(db: Database, limit: int) -> tuple[StoredDebt, ...]:
    """So many invoices, newest first."""
    return tuple(_from_row(row) for row in db.rows(_NEWEST, (limit,)))


def due_between(db: Database, first: date, last: date, *, limit: int) -> tuple[StoredDebt, ...]:
    """So many invoices of those due on these days that are still owed on, oldest first."""
    values = {"first": first.isoformat(), "last": last.isoformat(), "limit": limit}
    return tuple(_from_row(row) for row in db.rows(_DUE, values))


def get(db: Database, doc_no: str) -> StoredDebt:
    """One invoice; raises NotFound, for a credit note too."""
    row = db.one(_ONE, (doc_no,))
    if row is None:
        raise NotFound(
            Phrase("There is no invoice {number} here. Check the number.", number=doc_no), "doc_no"
        )
    return _from_row(row)


def received_days(db: Database) -> dict[str, date]:
    """The day each receipt's money came, by its number."""
    return {number: date.fromisoformat(day) for number, day in db.each(_RECEIVED)}


def received_days_of(db: Database, doc_no: str) -> dict[str, date]:
    """The same for the receipts that moved one invoice."""
    found = db.each(_RECEIVED_OF, (doc_no,))
    return {number: date.fromisoformat(day) for number, day in found}


def _from_row(row: Row) -> StoredDebt:
    return StoredDebt(
        **row
        | {
            "issued_on": date.fromisoformat(row["issued_on"]),
            "due_on": date.fromisoformat(row["due_on"]),
            "incurred_on": date.fromisoformat(row["incurred_on"]),
            "payer": from_json(row["payer"]),
            "born": from_day(row["born"]),
            "died": from_day(row["died"]),
            "is_final": bool(row["is_final"]),
            "answer_awaited": bool(row["answer_awaited"]),
        }
    )
