"""Step 1: the desk, the officer, the money, the outbox and the audit.

Money is whole pence. Days are `2026-03-09`, moments `2026-03-09T09:14:00Z`; a CHECK refuses any
text that is not a real one. No diagnosis, ethnicity or picture of a patient has a column.
"""

from __future__ import annotations

_CATEGORIES = ("A", "B", "C", "D", "E", "F", "P")


def _moment(column: str) -> str:
    return f"CHECK ({column} IS strftime('%Y-%m-%dT%H:%M:%SZ', {column}))"


def _day(column: str) -> str:
    return f"CHECK ({column} IS date({column}))"


def _json(column: str) -> str:
    return f"CHECK (json_valid({column}))"


def _one_of(column: str, *values: str) -> str:
    """Spelled with OR: SQLite builds a table in memory for each row it checks against a list."""
    choices = " OR ".join(f"{column} = '{value}'" for value in values)
    return f"CHECK ({choices})"


def _flag(column: str) -> str:
    return f"CHECK ({column} IN (0, 1))"


_META = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TRIGGER meta_identity_stays BEFORE UPDATE ON meta
       WHEN old.key IN ('store_id', 'mode', 'created_at')
       BEGIN SELECT RAISE(ABORT, 'a store keeps its identity and mode'); END""",
)

_PEOPLE_WHO_WORK_HERE = (
    f"""CREATE TABLE users (
        user_id TEXT PRIMARY KEY,
        name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
        display_name TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 1 {_flag("active")},
        created_at TEXT NOT NULL {_moment("created_at")}
    ) STRICT""",
    """CREATE TABLE user_roles (
        user_id TEXT NOT NULL REFERENCES users,
        role TEXT NOT NULL,
        PRIMARY KEY (user_id, role)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE sign_in_attempts (
        attempt_id INTEGER PRIMARY KEY,
        name TEXT NOT NULL COLLATE NOCASE,
        at TEXT NOT NULL {_moment("at")},
        succeeded INTEGER NOT NULL {_flag("succeeded")}
    ) STRICT""",
    "CREATE INDEX sign_in_attempts_by_name ON sign_in_attempts (name, at)",
)

_PATIENTS = (
    f"""CREATE TABLE patients (
        patient_id TEXT PRIMARY KEY,
        family_name TEXT NOT NULL,
        given_names TEXT NOT NULL,
        family_key TEXT NOT NULL,
        given_key TEXT NOT NULL,
        title TEXT NOT NULL,
        gender TEXT NOT NULL,
        born TEXT {_day("born")},
        nhs_number TEXT UNIQUE CHECK (nhs_number NOT GLOB '*[^0-9]*' AND length(nhs_number) = 10),
        hospital_number TEXT NOT NULL,
        address_lines TEXT NOT NULL {_json("address_lines")},
        postcode TEXT NOT NULL,
        country TEXT NOT NULL,
        abroad_lines TEXT NOT NULL {_json("abroad_lines")},
        abroad_postcode TEXT NOT NULL,
        abroad_country TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        died TEXT {_day("died")},
        interpreter TEXT NOT NULL,
        needs TEXT NOT NULL {_json("needs")},
        safe_contact TEXT NOT NULL
            {_one_of("safe_contact", "", "do_not_post", "phone_only", "post_only")}
    ) STRICT""",
    "CREATE INDEX patients_by_name ON patients (family_key, given_key, born)",
    "CREATE INDEX patients_by_birth ON patients (born)",
    """CREATE INDEX patients_by_hospital_number ON patients (hospital_number)
       WHERE hospital_number <> ''""",
)

# Answers come 25 at a time, so their moment is checked by shape alone, at a third of the cost.
# The officer's queue reads its order from one partial index; an unknown day comes last.
_REGISTRATIONS = (
    f"""CREATE TABLE registrations (
        number INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL UNIQUE,
        ref TEXT NOT NULL GENERATED ALWAYS AS ('R-' || number) VIRTUAL,
        patient_id TEXT NOT NULL REFERENCES patients,
        opened_at TEXT NOT NULL {_moment("opened_at")},
        opened_by TEXT NOT NULL,
        desk TEXT NOT NULL,
        site TEXT NOT NULL,
        service_type TEXT NOT NULL,
        admitted INTEGER NOT NULL {_flag("admitted")},
        service_date TEXT {_day("service_date")},
        state TEXT NOT NULL DEFAULT 'draft' {_one_of("state", "draft", "parked", "finished")},
        parked_at TEXT {_moment("parked_at")},
        could_not_ask TEXT NOT NULL DEFAULT '',
        route TEXT NOT NULL DEFAULT '',
        outcome TEXT NOT NULL DEFAULT '',
        category TEXT NOT NULL DEFAULT '' {_one_of("category", "", *_CATEGORIES)},
        basis TEXT NOT NULL DEFAULT '',
        finished_at TEXT {_moment("finished_at")},
        flagged INTEGER NOT NULL DEFAULT 0 {_flag("flagged")},
        flag_reason TEXT NOT NULL DEFAULT '',
        review TEXT NOT NULL DEFAULT ''
            {_one_of("review", "", "waiting", "second_check", "decided")},
        assigned_to TEXT,
        due_on TEXT {_day("due_on")},
        CHECK ((state = 'parked') = (parked_at IS NOT NULL)),
        CHECK (state <> 'finished' OR finished_at IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX registrations_by_patient ON registrations (patient_id)",
    """CREATE INDEX registrations_parked ON registrations (opened_by, parked_at)
       WHERE state = 'parked'""",
    """CREATE INDEX registrations_in_queue ON registrations (
        ifnull(service_date, '9999-12-31'), ifnull(due_on, '9999-12-31'), opened_at, number
    ) WHERE review IN ('waiting', 'second_check')""",
    """CREATE TRIGGER registrations_newest_stays BEFORE DELETE ON registrations
       WHEN old.number = (SELECT max(number) FROM registrations)
       BEGIN SELECT RAISE(ABORT, 'a reference is never given twice'); END""",
    f"""CREATE TABLE answers (
        registration INTEGER NOT NULL REFERENCES registrations,
        seq INTEGER NOT NULL,
        question_id TEXT NOT NULL,
        state TEXT NOT NULL
            {_one_of("state", "answered", "unknown", "refused", "not_asked", "withdrawn")},
        value TEXT NOT NULL {_json("value")},
        answered_by TEXT NOT NULL,
        answered_at TEXT NOT NULL CHECK (answered_at GLOB '????-??-??T??:??:??Z'),
        PRIMARY KEY (registration, seq)
    ) STRICT, WITHOUT ROWID""",
)

_THE_CASE = (
    f"""CREATE TABLE evidence (
        entry_id INTEGER PRIMARY KEY,
        evidence_id TEXT NOT NULL,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        type_code TEXT NOT NULL,
        detail TEXT NOT NULL,
        seen_on TEXT {_day("seen_on")},
        seen_by TEXT NOT NULL,
        expires_on TEXT {_day("expires_on")},
        relied_on INTEGER NOT NULL {_flag("relied_on")},
        recorded_at TEXT NOT NULL {_moment("recorded_at")}
    ) STRICT""",
    "CREATE INDEX evidence_by_registration ON evidence (registration_id, evidence_id, entry_id)",
    f"""CREATE TABLE urgency_records (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        urgency TEXT NOT NULL
            {_one_of("urgency", "immediately_necessary", "urgent", "non_urgent", "not_assessed")},
        clinician_name TEXT NOT NULL CHECK (clinician_name <> ''),
        decided_at TEXT NOT NULL CHECK (date(decided_at) IS NOT NULL),
        leaving_date TEXT {_day("leaving_date")},
        transcribed INTEGER NOT NULL {_flag("transcribed")},
        document_ref TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL {_moment("recorded_at")}
    ) STRICT""",
    "CREATE INDEX urgency_by_registration ON urgency_records (registration_id, entry_id)",
    f"""CREATE TABLE determinations (
        determination_id TEXT PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        seq INTEGER NOT NULL CHECK (seq >= 1),
        on_date TEXT NOT NULL {_day("on_date")},
        category TEXT NOT NULL {_one_of("category", *_CATEGORIES)},
        result TEXT NOT NULL {_json("result")},
        rules_version TEXT NOT NULL,
        certified INTEGER NOT NULL {_flag("certified")},
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {_moment("made_at")},
        UNIQUE (registration_id, seq)
    ) STRICT""",
    f"""CREATE TABLE decisions (
        decision_id TEXT PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        determination_id TEXT REFERENCES determinations,
        seq INTEGER NOT NULL CHECK (seq >= 1),
        choice TEXT NOT NULL,
        category TEXT NOT NULL {_one_of("category", *_CATEGORIES)},
        reason_code TEXT NOT NULL,
        note TEXT NOT NULL,
        suggested TEXT NOT NULL,
        agreed INTEGER NOT NULL {_flag("agreed")},
        second_check INTEGER NOT NULL {_flag("second_check")},
        certified INTEGER NOT NULL {_flag("certified")},
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL {_moment("decided_at")},
        UNIQUE (registration_id, seq)
    ) STRICT""",
    f"""CREATE TABLE second_checks (
        check_id INTEGER PRIMARY KEY,
        decision_id TEXT NOT NULL UNIQUE REFERENCES decisions,
        agreed INTEGER NOT NULL {_flag("agreed")},
        note TEXT NOT NULL,
        checked_by TEXT NOT NULL,
        checked_at TEXT NOT NULL {_moment("checked_at")}
    ) STRICT""",
    """CREATE TRIGGER second_checks_by_another BEFORE INSERT ON second_checks
       WHEN new.checked_by = (SELECT decided_by FROM decisions
                              WHERE decision_id = new.decision_id)
       BEGIN SELECT RAISE(ABORT, 'no one checks their own decision'); END""",
)

_MONEY = (
    f"""CREATE TABLE files (
        file_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        media_type TEXT NOT NULL,
        content BLOB NOT NULL,
        made_at TEXT NOT NULL {_moment("made_at")}
    ) STRICT""",
    f"""CREATE TABLE customers (
        customer_ref TEXT PRIMARY KEY,
        patient_id TEXT REFERENCES patients,
        registration_id TEXT REFERENCES registrations (registration_id),
        body TEXT NOT NULL {_json("body")},
        created_at TEXT NOT NULL {_moment("created_at")},
        updated_at TEXT NOT NULL {_moment("updated_at")}
    ) STRICT""",
    "CREATE INDEX customers_by_patient ON customers (patient_id)",
    f"""CREATE TABLE estimates (
        estimate_id TEXT PRIMARY KEY,
        estimate_no TEXT NOT NULL UNIQUE,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        body TEXT NOT NULL {_json("body")},
        total_pence INTEGER NOT NULL CHECK (total_pence >= 0),
        issued_on TEXT NOT NULL {_day("issued_on")},
        valid_until TEXT NOT NULL {_day("valid_until")},
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
        body TEXT NOT NULL {_json("body")},
        total_pence INTEGER NOT NULL,
        issued_on TEXT NOT NULL {_day("issued_on")},
        due_on TEXT NOT NULL {_day("due_on")},
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
        proposed_at TEXT NOT NULL {_moment("proposed_at")}
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
        received_on TEXT NOT NULL {_day("received_on")},
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL {_moment("recorded_at")},
        CHECK ((receipt_type = 'RECEIPT') = (amount_pence > 0) AND amount_pence <> 0)
    ) STRICT""",
    "CREATE INDEX receipts_by_document ON receipts (doc_no)",
    f"""CREATE TABLE entries (
        entry_id INTEGER PRIMARY KEY,
        on_date TEXT NOT NULL {_day("on_date")},
        doc_no TEXT NOT NULL,
        source_no TEXT NOT NULL,
        account TEXT NOT NULL,
        debit_pence INTEGER NOT NULL CHECK (debit_pence >= 0),
        credit_pence INTEGER NOT NULL CHECK (credit_pence >= 0),
        made_at TEXT NOT NULL {_moment("made_at")},
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
        created_at TEXT NOT NULL {_moment("created_at")},
        state TEXT NOT NULL DEFAULT 'taken'
            {_one_of("state", "taken", "sent", "acknowledged", "partial", "rejected")},
        sent_at TEXT {_moment("sent_at")},
        ack TEXT {_json("ack")}
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
        kind TEXT NOT NULL {_one_of("kind", "CUS", "INV", "RCP")},
        record TEXT NOT NULL {_json("record")},
        put_at TEXT NOT NULL {_moment("put_at")},
        state TEXT NOT NULL DEFAULT 'waiting'
            {_one_of("state", "waiting", "batched", "accepted", "rejected", "corrected")},
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

_AUDIT = (
    f"""CREATE TABLE audit (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL {_moment("at")},
        user_id TEXT NOT NULL,
        user_name TEXT NOT NULL,
        device TEXT NOT NULL,
        act TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL {_json("detail")},
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX audit_by_subject ON audit (subject)",
)

_APPEND_ONLY = (
    "answers",
    "evidence",
    "urgency_records",
    "determinations",
    "decisions",
    "second_checks",
    "files",
    "estimates",
    "invoices",
    "credit_proposals",
    "receipts",
    "entries",
    "batch_files",
    "audit",
)


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for act in ("update", "delete")
    )


STATEMENTS: tuple[str, ...] = (
    *_META,
    *_PEOPLE_WHO_WORK_HERE,
    *_PATIENTS,
    *_REGISTRATIONS,
    *_THE_CASE,
    *_MONEY,
    *_EXCHANGE,
    *_AUDIT,
    *(statement for table in _APPEND_ONLY for statement in _append_only(table)),
)
