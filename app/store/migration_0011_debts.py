"""Step 11: what happens to a debt after its invoice, and the lists made for the Home Office.

All of it is only ever added. An event belongs to the invoice it was recorded at; one of scope
`person` counts for everything that person is asked to pay, or is billed for. A list went out once
an export names it.
"""

from __future__ import annotations

from app.store.checks import day, json, moment, one_of

_EVENTS = (
    f"""CREATE TABLE debt_events (
        entry_id INTEGER PRIMARY KEY,
        doc_no TEXT NOT NULL REFERENCES invoices,
        scope TEXT NOT NULL {one_of("scope", "invoice", "person")},
        kind TEXT NOT NULL CHECK (kind <> ''),
        on_date TEXT NOT NULL {day("on_date")},
        body TEXT NOT NULL {json("body")},
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    "CREATE INDEX debt_events_by_document ON debt_events (doc_no, entry_id)",
    "CREATE INDEX debt_events_of_persons ON debt_events (doc_no) WHERE scope = 'person'",
    "CREATE INDEX invoices_by_customer ON invoices (customer_ref)",
)
_LISTS = (
    f"""CREATE TABLE debt_reports (
        report_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL {one_of("kind", "report", "withdrawal")},
        reason TEXT NOT NULL,
        made_on TEXT NOT NULL {day("made_on")},
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    f"""CREATE TABLE debt_report_rows (
        report_id TEXT NOT NULL REFERENCES debt_reports,
        row_no INTEGER NOT NULL CHECK (row_no >= 1),
        doc_no TEXT NOT NULL REFERENCES invoices,
        body TEXT NOT NULL {json("body")},
        PRIMARY KEY (report_id, row_no)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX debt_report_rows_by_document ON debt_report_rows (doc_no)",
    f"""CREATE TABLE debt_exports (
        report_id TEXT PRIMARY KEY REFERENCES debt_reports,
        file_id TEXT NOT NULL REFERENCES files,
        exported_by TEXT NOT NULL,
        exported_at TEXT NOT NULL {moment("exported_at")}
    ) STRICT""",
)
APPEND_ONLY = ("debt_events", "debt_reports", "debt_report_rows", "debt_exports")


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for act in ("update", "delete")
    )


STATEMENTS: tuple[str, ...] = (
    *_EVENTS,
    *_LISTS,
    *(statement for table in APPEND_ONLY for statement in _append_only(table)),
)
