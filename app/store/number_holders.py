"""Who showed this very paper before, by its number, kind and issuer."""

from __future__ import annotations

from app.store.database import Database

_HOLDERS = """
    SELECT DISTINCT coalesce(a.read_as, n.patient_id)
    FROM patient_numbers n LEFT JOIN patient_aliases a ON a.patient_id = n.patient_id
    WHERE n.number = ? AND n.kind = ? AND n.issuer IN (?, '')
    ORDER BY 1"""


def holders(db: Database, *, kind: str, number: str, issuer: str) -> tuple[str, ...]:
    """The patients with a number in its plain form, as their records are read after merges.

    Two states may give one number, so the issuer counts where it was kept.
    """
    return tuple(str(row[0]) for row in db.each(_HOLDERS, (number, kind, issuer)))
