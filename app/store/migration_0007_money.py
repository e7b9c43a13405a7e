"""Step 7: money that waits, acts of two people, closed periods, when income is recognised.

Receipts lose the rule that they belong to an invoice: an advance is against an estimate, and some
money waits for somebody to say what it is for. Proposals of credits become proposals of any act
that takes two people; those made before are carried over, with who approved them.
"""

from __future__ import annotations

from app.store.checks import append_only, day, flag, json, moment, one_of

_RECEIPTS = (
    f"""CREATE TABLE receipts_kept (
        receipt_no TEXT PRIMARY KEY,
        receipt_type TEXT NOT NULL CHECK (receipt_type IN ('RECEIPT', 'REFUND')),
        doc_no TEXT NOT NULL,
        customer_ref TEXT NOT NULL REFERENCES customers,
        method TEXT NOT NULL,
        provider_ref TEXT NOT NULL,
        amount_pence INTEGER NOT NULL,
        original_receipt_no TEXT REFERENCES receipts_kept,
        received_on TEXT NOT NULL {day("received_on")},
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL {moment("recorded_at")},
        file_id TEXT REFERENCES files,
        CHECK ((receipt_type = 'RECEIPT') = (amount_pence > 0) AND amount_pence <> 0),
        CHECK ((receipt_type = 'REFUND') = (original_receipt_no IS NOT NULL))
    ) STRICT""",
    """INSERT INTO receipts_kept
       SELECT receipt_no, receipt_type, doc_no, customer_ref, method, provider_ref, amount_pence,
              original_receipt_no, received_on, recorded_by, recorded_at, NULL
       FROM receipts ORDER BY rowid""",
    "DROP TABLE receipts",
    "ALTER TABLE receipts_kept RENAME TO receipts",
    "CREATE INDEX receipts_by_document ON receipts (doc_no)",
    "CREATE INDEX receipts_by_payer ON receipts (customer_ref)",
    """CREATE INDEX receipts_by_original ON receipts (original_receipt_no)
       WHERE original_receipt_no IS NOT NULL""",
)

# Income of before is recognised on the day it was posted; what is posted later says its day.
_ENTRIES = (
    f"ALTER TABLE entries ADD COLUMN recognised_on TEXT {day('recognised_on')}",
    "CREATE INDEX entries_by_source ON entries (source_no)",
)

_TWO_PEOPLE = (
    f"""CREATE TABLE proposals (
        proposal_id INTEGER PRIMARY KEY,
        act TEXT NOT NULL {one_of("act", "credit_note", "refund", "write_off", "debt_report")},
        subject TEXT NOT NULL CHECK (subject <> ''),
        amount_pence INTEGER NOT NULL CHECK (amount_pence >= 0),
        body TEXT NOT NULL {json("body")},
        reason TEXT NOT NULL CHECK (reason <> ''),
        proposed_by TEXT NOT NULL,
        proposed_at TEXT NOT NULL {moment("proposed_at")}
    ) STRICT""",
    "CREATE INDEX proposals_by_subject ON proposals (subject, act)",
    f"""CREATE TABLE rulings (
        proposal_id INTEGER PRIMARY KEY REFERENCES proposals,
        approved INTEGER NOT NULL {flag("approved")},
        note TEXT NOT NULL,
        result_no TEXT NOT NULL,
        ruled_by TEXT NOT NULL,
        ruled_at TEXT NOT NULL {moment("ruled_at")},
        CHECK ((approved = 1) = (result_no <> ''))
    ) STRICT""",
    """INSERT INTO proposals
       SELECT p.proposal_id, 'credit_note', p.doc_no, i.total_pence, '{}', p.reason,
              p.proposed_by, p.proposed_at
       FROM credit_proposals p JOIN invoices i USING (doc_no)
       WHERE p.proposal_id = (SELECT max(proposal_id) FROM credit_proposals
                              WHERE doc_no = p.doc_no)
       ORDER BY p.proposal_id""",
    """INSERT INTO rulings
       SELECT p.proposal_id, 1, '', c.doc_no, c.issued_by, c.issued_on || 'T00:00:00Z'
       FROM invoices c JOIN proposals p ON p.subject = c.related_doc_no
       WHERE c.doc_type = 'CRN'""",
    # From here on; who approved before there was this rule is kept as it was.
    """CREATE TRIGGER rulings_by_another BEFORE INSERT ON rulings
       WHEN new.approved AND new.ruled_by = (SELECT proposed_by FROM proposals
                                             WHERE proposal_id = new.proposal_id)
       BEGIN SELECT RAISE(ABORT, 'no one approves their own act'); END""",
    "DROP TABLE credit_proposals",
    f"""CREATE TABLE approval_limits (
        limit_id INTEGER PRIMARY KEY,
        user_id TEXT NOT NULL REFERENCES users,
        limit_pence INTEGER NOT NULL CHECK (limit_pence >= 0),
        set_by TEXT NOT NULL,
        set_at TEXT NOT NULL {moment("set_at")}
    ) STRICT""",
    f"""CREATE TABLE write_offs (
        write_off_no TEXT PRIMARY KEY,
        doc_no TEXT NOT NULL REFERENCES invoices,
        reason_code TEXT NOT NULL,
        amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
        proposal_id INTEGER NOT NULL UNIQUE REFERENCES proposals,
        written_off_on TEXT NOT NULL {day("written_off_on")},
        recorded_at TEXT NOT NULL {moment("recorded_at")}
    ) STRICT""",
    "CREATE INDEX write_offs_by_document ON write_offs (doc_no)",
    """INSERT INTO number_blocks
       SELECT 'write_off', first, last, first FROM number_blocks WHERE kind = 'receipt'""",
)

_PERIODS = (
    f"""CREATE TABLE closed_periods (
        period TEXT PRIMARY KEY CHECK (period GLOB '20[0-9][0-9]-[01][0-9]'),
        closed_through TEXT NOT NULL UNIQUE {day("closed_through")},
        closed_by TEXT NOT NULL,
        closed_at TEXT NOT NULL {moment("closed_at")}
    ) STRICT""",
)

APPEND_ONLY = (
    "receipts",
    "proposals",
    "rulings",
    "approval_limits",
    "write_offs",
    "closed_periods",
)


STATEMENTS: tuple[str, ...] = (
    *_RECEIPTS,
    *_ENTRIES,
    *_TWO_PEOPLE,
    *_PERIODS,
    *(statement for table in APPEND_ONLY for statement in append_only(table)),
)
