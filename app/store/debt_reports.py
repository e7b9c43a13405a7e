"""Lists for the Home Office: what was put on them, and in which file they went out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.store.database import Database, Row
from app.store.values import from_json, to_json

REPORT, WITHDRAWAL = "report", "withdrawal"
_WITHOUT_EXPORT = "NOT EXISTS (SELECT 1 FROM debt_exports x WHERE x.report_id = r.report_id)"
_ADD = """
    INSERT INTO debt_reports (report_id, kind, reason, made_on, made_by, made_at)
    VALUES (:report_id, :kind, :reason, :made_on, :made_by, :made_at)"""
_ADD_ROW = "INSERT INTO debt_report_rows (report_id, row_no, doc_no, body) VALUES (?, ?, ?, ?)"
_ADD_EXPORT = """
    INSERT INTO debt_exports (report_id, file_id, exported_by, exported_at) VALUES (?, ?, ?, ?)"""
_ROWS = "SELECT doc_no, body FROM debt_report_rows WHERE report_id = ? ORDER BY row_no"
_OPEN = f"""
    SELECT r.* FROM debt_reports r WHERE {_WITHOUT_EXPORT} ORDER BY r.made_at, r.report_id"""
_LAST_EXPORTED = """
    SELECT w.doc_no, w.body FROM debt_report_rows w JOIN debt_reports r USING (report_id)
    JOIN debt_exports x USING (report_id)
    WHERE w.doc_no = ? AND r.kind = 'report' ORDER BY x.exported_at DESC, x.rowid DESC LIMIT 1"""
_WAITING_WITH = f"""
    SELECT r.report_id FROM debt_reports r JOIN debt_report_rows w USING (report_id)
    WHERE w.doc_no = ? AND r.kind = ? AND {_WITHOUT_EXPORT} ORDER BY r.made_at, r.report_id"""


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One debt on a list, with the words that go out for it."""

    doc_no: str
    body: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A list: debts to tell, or debts told before that are to be taken off."""

    report_id: str
    kind: str
    reason: str
    made_on: date
    made_by: str
    made_at: str
    rows: tuple[StoredRow, ...]


def add(db: Database, report: StoredReport) -> None:
    """Append a list with its rows; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "report_id": report.report_id,
            "kind": report.kind,
            "reason": report.reason,
            "made_on": report.made_on.isoformat(),
            "made_by": report.made_by,
            "made_at": report.made_at,
        },
    )
    db.execute_many(
        _ADD_ROW,
        [
            (report.report_id, place, row.doc_no, to_json(row.body))
            for place, row in enumerate(report.rows, 1)
        ],
    )


def mark_exported(db: Database, report_id: str, *, file_id: str, by: str, at: str) -> None:
    """A list went out in a file; the caller owns the transaction."""
    db.execute(_ADD_EXPORT, (report_id, file_id, by, at))


def not_exported(db: Database) -> tuple[StoredReport, ...]:
    """Lists that have not gone out, oldest first, approved or not."""
    return tuple(_from_row(db, row) for row in db.rows(_OPEN))


def _from_row(db: Database, row: Row) -> StoredReport:
    rows = db.rows(_ROWS, (row["report_id"],))
    return StoredReport(
        report_id=row["report_id"],
        kind=row["kind"],
        reason=row["reason"],
        made_on=date.fromisoformat(row["made_on"]),
        made_by=row["made_by"],
        made_at=row["made_at"],
        rows=tuple(StoredRow(one["doc_no"], from_json(one["body"])) for one in rows),
    )


def last_exported(db: Database, doc_no: str) -> StoredRow | None:
    """The row a debt last went out with, or None where it never did."""
    row = db.one(_LAST_EXPORTED, (doc_no,))
    return None if row is None else StoredRow(row["doc_no"], from_json(row["body"]))


def waiting_with(db: Database, doc_no: str, kind: str) -> tuple[str, ...]:
    """The lists of a kind that hold a debt and have not gone out, oldest first."""
    return tuple(str(report_id) for (report_id,) in db.each(_WAITING_WITH, (doc_no, kind)))
