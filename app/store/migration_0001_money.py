"""Step 1, continued: documents, payers, money, numbers, the outbox and its batches."""

from __future__ import annotations

from app.store.checks import day, json, moment, one_of

_MONEY = (
    f"""CREATE TABLE files (
        file_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        media_type TEXT NOT NULL,
        content BLOB NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    f"""CREATE TABLE customers (
        customer_ref TEXT PRIMARY KEY,
        patient_id TEXT REFERENCES patients,
        registration_id TEXT REFERENCES registrations (registration_id),
        body TEXT NOT NULL {json("body")},
        created_at TEXT NOT NULL {moment("created_at")},
        updated_at TEXT NOT NULL {moment("updated_at")}
    ) STRICT""",
    "CREATE INDEX customers_by_patient ON customers (patient_id)",
    f"""CREATE TABLE estimates (
        estimate_id TEXT PRIMARY KEY,
        estimate_no TEXT NOT NULL UNIQUE,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        body TEXT NOT NULL {json("body")},
        total_pence INTEGER NOT NULL CHECK (total_pence >= 0),
        issued_on TEXT NOT NULL {day("issued_on")},
        valid_until TEXT NOT NULL {day("valid_until")},
        issued_by TEXT NOT NULL,
        file_id TEXT REFERENCES files
    ) STRICT""",
    "CREATE INDEX estimates_by_registration ON estimates (registration_id)",
    f"""CREATE TABLE invoices (
        doc_no TEXT PRIMARY KEY,
        doc_type TEXT NOT NULL CHECK (doc_type IN ('INV', 'CRN')),
        related_doc_no TEXT REFERENCES invoices,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        customer_ref TEXT NOT NULL REFERENCES customers,
        body TEXT NOT NULL {json("body")},
        total_pence INTEGER NOT NULL,
        issued_on TEXT NOT NULL {day("issued_on")},
        due_on TEXT NOT NULL {day("due_on")},
        issued_by TEXT NOT NULL,
        file_id TEXT REFERENCES files,
        CHECK ((doc_type = 'CRN') = (related_doc_no IS NOT NULL)),
        CHECK (CASE doc_type WHEN 'INV' THEN total_pence >= 0 ELSE total_pence <= 0 END)
    ) STRICT""",
    "CREATE INDEX invoices_by_registration ON invoices (registration_id)",
    "CREATE INDEX invoices_by_related ON invoices (related_doc_no)",
    f"""CREATE TABLE credit_proposals (
        proposal_id INTEGER PRIMARY KEY,
        doc_no TEXT NOT NULL REFERENCES invoices,
        reason TEXT NOT NULL CHECK (reason <> ''),
        proposed_by TEXT NOT NULL,
        proposed_at TEXT NOT NULL {moment("proposed_at")}
    ) STRICT""",
    "CREATE INDEX credit_proposals_by_document ON credit_proposals (doc_no)",
    f"""CREATE TABLE receipts (
        receipt_no TEXT PRIMARY KEY,
        receipt_type TEXT NOT NULL CHECK (receipt_type IN ('RECEIPT', 'REFUND')),
        doc_no TEXT NOT NULL REFERENCES invoices,
        customer_ref TEXT NOT NULL REFERENCES customers,
        method TEXT NOT NULL,
        provider_ref TEXT NOT NULL,
        amount_pence INTEGER NOT NULL,
        original_receipt_no TEXT REFERENCES receipts,
        received_on TEXT NOT NULL {day("received_on")},
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL {moment("recorded_at")},
        CHECK ((receipt_type = 'RECEIPT') = (amount_pence > 0) AND amount_pence <> 0)
    ) STRICT""",
    "CREATE INDEX receipts_by_document ON receipts (doc_no)",
    f"""CREATE TABLE entries (
        entry_id INTEGER PRIMARY KEY,
        on_date TEXT NOT NULL {day("on_date")},
        doc_no TEXT NOT NULL,
        source_no TEXT NOT NULL,
        account TEXT NOT NULL,
        debit_pence INTEGER NOT NULL CHECK (debit_pence >= 0),
        credit_pence INTEGER NOT NULL CHECK (credit_pence >= 0),
        made_at TEXT NOT NULL {moment("made_at")},
        CHECK ((debit_pence = 0) <> (credit_pence = 0))
    ) STRICT""",
    "CREATE INDEX entries_by_document ON entries (doc_no)",
    """CREATE TABLE number_blocks (
        kind TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        next INTEGER NOT NULL,
        PRIMARY KEY (kind, first),
        CHECK (0 < first AND first <= next AND next <= last + 1)
    ) STRICT, WITHOUT ROWID""",
)

_EXCHANGE = (
    f"""CREATE TABLE batches (
        sequence_no INTEGER PRIMARY KEY,
        batch_id TEXT NOT NULL UNIQUE,
        stem TEXT NOT NULL UNIQUE,
        manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
        previous_sha256 TEXT NOT NULL CHECK (length(previous_sha256) = 64),
        created_at TEXT NOT NULL {moment("created_at")},
        state TEXT NOT NULL DEFAULT 'taken'
            {one_of("state", "taken", "sent", "acknowledged", "partial", "rejected")},
        sent_at TEXT {moment("sent_at")},
        ack TEXT {json("ack")}
    ) STRICT""",
    "CREATE INDEX batches_open ON batches (state) WHERE state IN ('taken', 'sent')",
    """CREATE TABLE batch_files (
        sequence_no INTEGER NOT NULL REFERENCES batches,
        position INTEGER NOT NULL,
        name TEXT NOT NULL UNIQUE,
        content BLOB NOT NULL,
        PRIMARY KEY (sequence_no, position)
    ) STRICT""",
    f"""CREATE TABLE outbox (
        outbox_id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL {one_of("kind", "CUS", "INV", "RCP")},
        record TEXT NOT NULL {json("record")},
        put_at TEXT NOT NULL {moment("put_at")},
        state TEXT NOT NULL DEFAULT 'waiting'
            {one_of("state", "waiting", "batched", "accepted", "rejected", "corrected")},
        sequence_no INTEGER REFERENCES batches,
        record_no INTEGER,
        reason TEXT NOT NULL DEFAULT '',
        corrects INTEGER REFERENCES outbox,
        CHECK ((state = 'waiting') = (sequence_no IS NULL))
    ) STRICT""",
    "CREATE INDEX outbox_by_state ON outbox (state, outbox_id)",
    "CREATE INDEX outbox_by_batch ON outbox (sequence_no, kind, record_no)",
    """CREATE TRIGGER outbox_records_stay BEFORE UPDATE OF kind, record, put_at, corrects ON outbox
       BEGIN SELECT RAISE(ABORT, 'what was put in the outbox stays as it was put'); END""",
    """CREATE TRIGGER outbox_keeps_all BEFORE DELETE ON outbox
       BEGIN SELECT RAISE(ABORT, 'outbox is append-only'); END""",
)

STATEMENTS: tuple[str, ...] = (*_MONEY, *_EXCHANGE)
