"""Cases that can be billed: decided to charge, estimated, and without an open invoice."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.money import Money
from app.store.database import Database
from app.store.merges import reads_as

_READY = f"""
    SELECT r.registration_id, r.ref, r.review, p.family_name, p.given_names,
        e.estimate_no, e.total_pence,
        EXISTS (SELECT 1 FROM billing_requests b WHERE b.registration_id = r.registration_id
            AND b.asked_at >= d.decided_at) AS asked
    FROM registrations r
    JOIN patients p ON p.patient_id = {reads_as("r.patient_id")}
    JOIN decisions d ON d.registration_id = r.registration_id
        AND d.seq = (SELECT max(seq) FROM decisions WHERE registration_id = r.registration_id)
    JOIN estimates e ON e.rowid = (
        SELECT max(rowid) FROM estimates WHERE registration_id = r.registration_id)
    WHERE d.choice = :choice AND r.review IN ('decided', 'second_check')
      AND NOT EXISTS (
        SELECT 1 FROM invoices i WHERE i.registration_id = r.registration_id
          AND i.doc_type = 'INV' AND json_extract(i.body, '$.interim') IS NOT 1
          AND NOT EXISTS (SELECT 1 FROM invoices c WHERE c.related_doc_no = i.doc_no))
    ORDER BY asked DESC, r.number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Billable:
    """One such case with its latest estimate; `asked` where an officer handed it over."""

    registration_id: str
    ref: str
    review: str
    family_name: str
    given_names: str
    estimate_no: str
    total: Money
    asked: bool


def ready(db: Database, choice: str) -> tuple[Billable, ...]:
    """The cases whose latest decision is `choice` and that nobody has billed.

    Those an officer handed over come first, then the oldest.
    """
    return tuple(
        Billable(total=Money(row.pop("total_pence")), asked=bool(row.pop("asked")), **row)
        for row in db.rows(_READY, {"choice": choice})
    )
