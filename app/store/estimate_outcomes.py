"""What became of estimates, and which provisional prices somebody let be billed."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.money import Money
from app.store.database import Database, Row

_ADD = """
    INSERT INTO estimate_outcomes (registration_id, estimate_no, specialty, root, hrg,
        length_of_stay, low_pence, likely_pence, high_pence, final_pence, recorded_at)
    VALUES (:registration_id, :estimate_no, :specialty, :root, :hrg,
        :length_of_stay, :low_pence, :likely_pence, :high_pence, :final_pence, :recorded_at)"""
_ALL = """
    SELECT registration_id, estimate_no, specialty, root, hrg, length_of_stay,
        low_pence, likely_pence, high_pence, final_pence, recorded_at
    FROM estimate_outcomes WHERE outcome_id IN (
        SELECT max(outcome_id) FROM estimate_outcomes GROUP BY registration_id)
    ORDER BY outcome_id"""
_CONFIRM = """
    INSERT INTO provisional_prices_confirmed (estimate_no, note, confirmed_by, confirmed_at)
    VALUES (?, ?, ?, ?)"""
_CONFIRMED = "SELECT 1 FROM provisional_prices_confirmed WHERE estimate_no = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredOutcome:
    """The estimate first given for a case, and its final bill."""

    registration_id: str
    estimate_no: str
    specialty: str
    root: str
    hrg: str
    length_of_stay: int
    low: Money
    likely: Money
    high: Money
    final: Money
    recorded_at: str


def add(db: Database, outcome: StoredOutcome) -> None:
    """Append an outcome; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "registration_id": outcome.registration_id,
            "estimate_no": outcome.estimate_no,
            "specialty": outcome.specialty,
            "root": outcome.root,
            "hrg": outcome.hrg,
            "length_of_stay": outcome.length_of_stay,
            "low_pence": outcome.low.pence,
            "likely_pence": outcome.likely.pence,
            "high_pence": outcome.high.pence,
            "final_pence": outcome.final.pence,
            "recorded_at": outcome.recorded_at,
        },
    )


def newest(db: Database) -> tuple[StoredOutcome, ...]:
    """The last outcome of every case, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_ALL))


def confirm(db: Database, estimate_no: str, *, note: str, by: str, at: str) -> None:
    """Keep that somebody lets an estimate's provisional prices be billed."""
    db.execute(_CONFIRM, (estimate_no, note, by, at))


def is_confirmed(db: Database, estimate_no: str) -> bool:
    """Whether somebody has."""
    return db.one(_CONFIRMED, (estimate_no,)) is not None


def _from_row(row: Row) -> StoredOutcome:
    low, likely = Money(row.pop("low_pence")), Money(row.pop("likely_pence"))
    high, final = Money(row.pop("high_pence")), Money(row.pop("final_pence"))
    return StoredOutcome(low=low, likely=likely, high=high, final=final, **row)
