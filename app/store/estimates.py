"""Estimates as issued; a reissue is a new one."""

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
    INSERT INTO estimates (estimate_id, estimate_no, registration_id, body, total_pence,
        issued_on, valid_until, issued_by, file_id)
    VALUES (:estimate_id, :estimate_no, :registration_id, :body, :total_pence,
        :issued_on, :valid_until, :issued_by, :file_id)"""
_BY_NO = "SELECT * FROM estimates WHERE estimate_no = ?"
_OF = "SELECT * FROM estimates WHERE registration_id = ? ORDER BY estimate_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEstimate:
    """An estimate; `body` is the whole of it as JSON, `file_id` the letter."""

    estimate_id: str
    estimate_no: str
    registration_id: str
    body: Mapping[str, Any]
    total: Money
    issued_on: date
    valid_until: date
    issued_by: str
    file_id: str | None = None


def add(db: Database, estimate: StoredEstimate) -> None:
    """Append an estimate; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "estimate_id": estimate.estimate_id,
            "estimate_no": estimate.estimate_no,
            "registration_id": estimate.registration_id,
            "body": to_json(estimate.body),
            "total_pence": estimate.total.pence,
            "issued_on": estimate.issued_on.isoformat(),
            "valid_until": estimate.valid_until.isoformat(),
            "issued_by": estimate.issued_by,
            "file_id": estimate.file_id,
        },
    )


def get(db: Database, estimate_no: str) -> StoredEstimate:
    """One estimate by its number; raises NotFound."""
    row = db.one(_BY_NO, (estimate_no,))
    if row is None:
        raise NotFound(
            Phrase("There is no estimate {number} here. Check the number.", number=estimate_no)
        )
    return _from_row(row)


def of(db: Database, registration_id: str) -> tuple[StoredEstimate, ...]:
    """The estimates of a registration, oldest first; the last one stands."""
    return tuple(_from_row(row) for row in db.rows(_OF, (registration_id,)))


def _from_row(row: Row) -> StoredEstimate:
    return StoredEstimate(
        total=Money(row.pop("total_pence")),
        **row
        | {
            "body": from_json(row["body"]),
            "issued_on": date.fromisoformat(row["issued_on"]),
            "valid_until": date.fromisoformat(row["valid_until"]),
        },
    )
