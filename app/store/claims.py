"""Claims: entitlements, treatments and reports, each in versions; the last row stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.money import Money
from app.store.database import Database, Row
from app.store.merges import reads_as
from app.store.values import from_day, from_json, to_day, to_json

_ADD_ENTITLEMENT = """
    INSERT INTO claim_entitlements (registration_id, type, body, entered_by, entered_at)
    VALUES (:registration_id, :type, :body, :entered_by, :entered_at)"""
_ADD_TREATMENT = """
    INSERT INTO claim_treatments (registration_id, started_on, ended_on, cost_pence, body,
        entered_by, entered_at)
    VALUES (:registration_id, :started_on, :ended_on, :cost_pence, :body, :entered_by,
        :entered_at)"""
_ADD_REPORT = """
    INSERT INTO claim_reports (registration_id, portal_id, entitlement_version,
        treatment_version, reported_by, reported_at)
    VALUES (:registration_id, :portal_id, :entitlement_version, :treatment_version,
        :reported_by, :reported_at)"""
_ENTITLEMENT = """
    SELECT * FROM claim_entitlements WHERE registration_id = ? ORDER BY version DESC LIMIT 1"""
_TREATMENT = """
    SELECT * FROM claim_treatments WHERE registration_id = ? ORDER BY version DESC LIMIT 1"""
_REPORT = "SELECT * FROM claim_reports WHERE registration_id = ? ORDER BY report DESC LIMIT 1"
# A case belongs on the list once a document was taken down, or once it was decided that a card
# covers it, so that a card nobody entered is missed by nobody.
_CASES = f"""
    SELECT r.registration_id, r.ref, r.category, p.family_name, p.given_names
    FROM registrations r JOIN patients p ON p.patient_id = {reads_as("r.patient_id")}
    WHERE EXISTS (SELECT 1 FROM claim_entitlements e WHERE e.registration_id = r.registration_id)
       OR :choice = (
            SELECT d.choice FROM decisions d WHERE d.registration_id = r.registration_id
            ORDER BY d.seq DESC LIMIT 1)
    ORDER BY r.number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntitlement:
    """A document as taken down; `version` is given by the store."""

    registration_id: str
    type: str
    body: Mapping[str, str]
    entered_by: str
    entered_at: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTreatment:
    """A treatment as entered; `body` holds its lines as requested and as priced."""

    registration_id: str
    started_on: date
    ended_on: date | None
    cost: Money
    body: Mapping[str, Any]
    entered_by: str
    entered_at: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """That a claim was reported: the versions it was reported with, and the portal's own id."""

    registration_id: str
    portal_id: str
    entitlement_version: int
    treatment_version: int
    reported_by: str
    reported_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase:
    """A case that belongs on the list of claims."""

    registration_id: str
    ref: str
    category: str
    family_name: str
    given_names: str


def add_entitlement(db: Database, entitlement: StoredEntitlement) -> None:
    """Append a version; the caller owns the transaction."""
    db.execute(
        _ADD_ENTITLEMENT,
        {
            "registration_id": entitlement.registration_id,
            "type": entitlement.type,
            "body": to_json(entitlement.body),
            "entered_by": entitlement.entered_by,
            "entered_at": entitlement.entered_at,
        },
    )


def add_treatment(db: Database, treatment: StoredTreatment) -> None:
    """Append a version; the caller owns the transaction."""
    db.execute(
        _ADD_TREATMENT,
        {
            "registration_id": treatment.registration_id,
            "started_on": treatment.started_on.isoformat(),
            "ended_on": to_day(treatment.ended_on),
            "cost_pence": treatment.cost.pence,
            "body": to_json(treatment.body),
            "entered_by": treatment.entered_by,
            "entered_at": treatment.entered_at,
        },
    )


def add_report(db: Database, report: StoredReport) -> None:
    """Append that a claim was reported; the caller owns the transaction."""
    db.execute(
        _ADD_REPORT,
        {
            "registration_id": report.registration_id,
            "portal_id": report.portal_id,
            "entitlement_version": report.entitlement_version,
            "treatment_version": report.treatment_version,
            "reported_by": report.reported_by,
            "reported_at": report.reported_at,
        },
    )


def entitlement_of(db: Database, registration_id: str) -> StoredEntitlement | None:
    """The document that stands for a registration, or None."""
    row = db.one(_ENTITLEMENT, (registration_id,))
    return None if row is None else StoredEntitlement(**row | {"body": from_json(row["body"])})


def treatment_of(db: Database, registration_id: str) -> StoredTreatment | None:
    """The treatment that stands for a registration, or None."""
    row = db.one(_TREATMENT, (registration_id,))
    return None if row is None else _treatment(row)


def report_of(db: Database, registration_id: str) -> StoredReport | None:
    """The last report of a registration, or None."""
    row = db.one(_REPORT, (registration_id,))
    if row is None:
        return None
    del row["report"]
    return StoredReport(**row)


def cases(db: Database, covered: str) -> tuple[ClaimCase, ...]:
    """Every case with a document, or whose latest decision is `covered`, oldest first."""
    return tuple(ClaimCase(**row) for row in db.rows(_CASES, {"choice": covered}))


def _treatment(row: Row) -> StoredTreatment:
    return StoredTreatment(
        cost=Money(row.pop("cost_pence")),
        **row
        | {
            "started_on": date.fromisoformat(row["started_on"]),
            "ended_on": from_day(row["ended_on"]),
            "body": from_json(row["body"]),
        },
    )
