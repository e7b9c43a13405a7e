"""Step 10: payments that came in by file, how each is known again, and what became of it.

A line is never changed. What is decided of it is a row of its own: set aside, then perhaps matched
after all; matched once and for good. No account number and no name of a file is kept.
"""

from __future__ import annotations

from app.store.checks import append_only, day, json, moment, one_of

_SHA = "CHECK (length({0}) = 64)"
_TABLES = (
    f"""CREATE TABLE payment_files (
        file_no INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE {_SHA.format("sha256")},
        kind TEXT NOT NULL CHECK (kind <> ''),
        line_count INTEGER NOT NULL CHECK (line_count >= 0),
        total_pence INTEGER NOT NULL,
        imported_by TEXT NOT NULL,
        imported_at TEXT NOT NULL {moment("imported_at")}
    ) STRICT""",
    f"""CREATE TABLE payment_lines (
        line_no INTEGER PRIMARY KEY,
        fingerprint TEXT NOT NULL UNIQUE {_SHA.format("fingerprint")},
        likeness TEXT NOT NULL {_SHA.format("likeness")},
        file_no INTEGER NOT NULL REFERENCES payment_files,
        on_date TEXT NOT NULL {day("on_date")},
        amount_pence INTEGER NOT NULL CHECK (amount_pence <> 0),
        channel TEXT NOT NULL CHECK (channel <> ''),
        method TEXT NOT NULL CHECK (method <> ''),
        said TEXT NOT NULL,
        payer TEXT NOT NULL,
        provider_refs TEXT NOT NULL {json("provider_refs")},
        payer_account TEXT NOT NULL,
        held TEXT NOT NULL,
        taken_at TEXT NOT NULL {moment("taken_at")}
    ) STRICT""",
    "CREATE INDEX payment_lines_alike ON payment_lines (likeness, line_no)",
    "CREATE INDEX payment_lines_by_day ON payment_lines (on_date, amount_pence)",
    "CREATE INDEX payment_lines_by_account ON payment_lines (payer_account) "
    "WHERE payer_account <> ''",
    f"""CREATE TABLE payment_marks (
        mark TEXT PRIMARY KEY {_SHA.format("mark")},
        line_no INTEGER NOT NULL REFERENCES payment_lines,
        space TEXT NOT NULL CHECK (space <> ''),
        account TEXT NOT NULL,
        UNIQUE (line_no, space)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE payment_rulings (
        ruling_no INTEGER PRIMARY KEY,
        line_no INTEGER NOT NULL REFERENCES payment_lines,
        state TEXT NOT NULL {one_of("state", "matched", "set_aside")},
        matched_to TEXT NOT NULL,
        matched_by TEXT NOT NULL,
        receipt_no TEXT REFERENCES receipts,
        why TEXT NOT NULL,
        ruled_by TEXT NOT NULL,
        ruled_at TEXT NOT NULL {moment("ruled_at")},
        CHECK ((state = 'matched') = (receipt_no IS NOT NULL)),
        CHECK ((state = 'set_aside') = (matched_by = '')),
        CHECK (state = 'matched' OR why <> '')
    ) STRICT""",
    "CREATE INDEX payment_rulings_by_line ON payment_rulings (line_no, ruling_no)",
    "CREATE UNIQUE INDEX payment_matched_once ON payment_rulings (line_no) WHERE state = 'matched'",
    "CREATE UNIQUE INDEX payment_stands_once ON payment_rulings (receipt_no) "
    "WHERE state = 'matched'",
)
APPEND_ONLY = ("payment_files", "payment_lines", "payment_marks", "payment_rulings")

STATEMENTS: tuple[str, ...] = (
    *_TABLES,
    *(statement for table in APPEND_ONLY for statement in append_only(table)),
)
