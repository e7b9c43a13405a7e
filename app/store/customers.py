"""Who pays: one record for each payer, as the finance side knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.errors import NotFound
from app.core.wording import Phrase
from app.store.database import Database, Row
from app.store.merges import records_of
from app.store.values import from_json, to_json

_PUT = """
    INSERT INTO customers (customer_ref, patient_id, registration_id, body, created_at,
        updated_at)
    VALUES (:customer_ref, :patient_id, :registration_id, :body, :at, :at)
    ON CONFLICT (customer_ref) DO UPDATE SET body = excluded.body,
        updated_at = excluded.updated_at"""
_COLUMNS = "customer_ref, patient_id, registration_id, body"
_BY_REF = f"SELECT {_COLUMNS} FROM customers WHERE customer_ref = ?"
_OF = f"""
    SELECT {_COLUMNS} FROM customers WHERE patient_id IN {records_of("?1")}
    ORDER BY customer_ref"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCustomer:
    """A payer; `body` is the whole of it as JSON."""

    customer_ref: str
    patient_id: str | None
    registration_id: str | None = None
    body: Mapping[str, Any]


def put(db: Database, customer: StoredCustomer, at: str) -> bool:
    """Add a payer or bring one up to date; True where the payer is new to the finance side."""
    known = db.first(_BY_REF, (customer.customer_ref,)) is not None
    db.execute(
        _PUT,
        {
            "customer_ref": customer.customer_ref,
            "patient_id": customer.patient_id,
            "registration_id": customer.registration_id,
            "body": to_json(customer.body),
            "at": at,
        },
    )
    return not known


def get(db: Database, customer_ref: str) -> StoredCustomer:
    """One payer; raises NotFound."""
    row = db.one(_BY_REF, (customer_ref,))
    if row is None:
        raise NotFound(
            Phrase("There is no payer {ref} here. Check the reference.", ref=customer_ref)
        )
    return _from_row(row)


def exists(db: Database, customer_ref: str) -> bool:
    """Whether that is the reference of a payer here."""
    return db.first(_BY_REF, (customer_ref,)) is not None


def of_patient(db: Database, patient_id: str) -> tuple[StoredCustomer, ...]:
    """The payers known for a patient."""
    return tuple(_from_row(row) for row in db.rows(_OF, (patient_id,)))


def _from_row(row: Row) -> StoredCustomer:
    return StoredCustomer(**row | {"body": from_json(row["body"])})
