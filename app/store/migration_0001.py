"""Step 1: the desk, the officer, the money, the outbox and the audit.

Money is whole pence. Days are `2026-03-09`, moments `2026-03-09T09:14:00Z`; a CHECK refuses any
text that is not a real one. No diagnosis, ethnicity or picture of a patient has a column.
"""

from __future__ import annotations

from app.store import migration_0001_money
from app.store.checks import day, flag, json, moment, one_of

_CATEGORIES = ("A", "B", "C", "D", "E", "F", "P")

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
        active INTEGER NOT NULL DEFAULT 1 {flag("active")},
        created_at TEXT NOT NULL {moment("created_at")}
    ) STRICT""",
    """CREATE TABLE user_roles (
        user_id TEXT NOT NULL REFERENCES users,
        role TEXT NOT NULL,
        PRIMARY KEY (user_id, role)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE sign_in_attempts (
        attempt_id INTEGER PRIMARY KEY,
        name TEXT NOT NULL COLLATE NOCASE,
        at TEXT NOT NULL {moment("at")},
        succeeded INTEGER NOT NULL {flag("succeeded")}
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
        born TEXT {day("born")},
        nhs_number TEXT UNIQUE CHECK (nhs_number NOT GLOB '*[^0-9]*' AND length(nhs_number) = 10),
        hospital_number TEXT NOT NULL,
        address_lines TEXT NOT NULL {json("address_lines")},
        postcode TEXT NOT NULL,
        country TEXT NOT NULL,
        abroad_lines TEXT NOT NULL {json("abroad_lines")},
        abroad_postcode TEXT NOT NULL,
        abroad_country TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        died TEXT {day("died")},
        interpreter TEXT NOT NULL,
        needs TEXT NOT NULL {json("needs")},
        safe_contact TEXT NOT NULL
            {one_of("safe_contact", "", "do_not_post", "phone_only", "post_only")}
    ) STRICT""",
    "CREATE INDEX patients_by_name ON patients (family_key, given_key, born)",
    "CREATE INDEX patients_by_birth ON patients (born)",
    """CREATE INDEX patients_by_hospital_number ON patients (hospital_number)
       WHERE hospital_number <> ''""",
)

# Answers come 25 at a time and are what a save costs. Their key is the registration's number and
# a count in its low 16 bits: a registration's answers lie together and in order with no index to
# write, and a trigger holds the registration in place of a foreign key read for each of them.
# Their moment is checked by shape alone.
# The officer's queue reads its order from one partial index; an unknown day comes last.
_REGISTRATIONS = (
    f"""CREATE TABLE registrations (
        number INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL UNIQUE,
        ref TEXT NOT NULL GENERATED ALWAYS AS ('R-' || number) VIRTUAL,
        patient_id TEXT NOT NULL REFERENCES patients,
        opened_at TEXT NOT NULL {moment("opened_at")},
        opened_by TEXT NOT NULL,
        desk TEXT NOT NULL,
        site TEXT NOT NULL,
        service_type TEXT NOT NULL,
        admitted INTEGER NOT NULL {flag("admitted")},
        service_date TEXT {day("service_date")},
        state TEXT NOT NULL DEFAULT 'draft' {one_of("state", "draft", "parked", "finished")},
        parked_at TEXT {moment("parked_at")},
        could_not_ask TEXT NOT NULL DEFAULT '',
        route TEXT NOT NULL DEFAULT '',
        outcome TEXT NOT NULL DEFAULT '',
        category TEXT NOT NULL DEFAULT '' {one_of("category", "", *_CATEGORIES)},
        basis TEXT NOT NULL DEFAULT '',
        finished_at TEXT {moment("finished_at")},
        flagged INTEGER NOT NULL DEFAULT 0 {flag("flagged")},
        flag_reason TEXT NOT NULL DEFAULT '',
        review TEXT NOT NULL DEFAULT ''
            {one_of("review", "", "waiting", "second_check", "decided")},
        assigned_to TEXT,
        due_on TEXT {day("due_on")},
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
        answer_id INTEGER PRIMARY KEY CHECK ((answer_id & 65535) <> 0),
        registration INTEGER GENERATED ALWAYS AS (answer_id >> 16) VIRTUAL,
        question_id TEXT NOT NULL,
        state TEXT NOT NULL
            {one_of("state", "answered", "unknown", "refused", "not_asked", "withdrawn")},
        value TEXT NOT NULL {json("value")},
        answered_by TEXT NOT NULL,
        answered_at TEXT NOT NULL CHECK (answered_at GLOB '????-??-??T??:??:??Z')
    ) STRICT""",
    """CREATE TRIGGER registrations_with_answers_stay BEFORE DELETE ON registrations
       WHEN EXISTS (SELECT 1 FROM answers
                    WHERE answer_id BETWEEN old.number << 16 AND old.number << 16 | 65535)
       BEGIN SELECT RAISE(ABORT, 'a registration with answers stays'); END""",
)

_THE_CASE = (
    f"""CREATE TABLE evidence (
        entry_id INTEGER PRIMARY KEY,
        evidence_id TEXT NOT NULL,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        type_code TEXT NOT NULL,
        detail TEXT NOT NULL,
        seen_on TEXT {day("seen_on")},
        seen_by TEXT NOT NULL,
        expires_on TEXT {day("expires_on")},
        relied_on INTEGER NOT NULL {flag("relied_on")},
        recorded_at TEXT NOT NULL {moment("recorded_at")}
    ) STRICT""",
    "CREATE INDEX evidence_by_registration ON evidence (registration_id, evidence_id, entry_id)",
    f"""CREATE TABLE urgency_records (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        urgency TEXT NOT NULL
            {one_of("urgency", "immediately_necessary", "urgent", "non_urgent", "not_assessed")},
        clinician_name TEXT NOT NULL CHECK (clinician_name <> ''),
        decided_at TEXT NOT NULL CHECK (date(decided_at) IS NOT NULL),
        leaving_date TEXT {day("leaving_date")},
        transcribed INTEGER NOT NULL {flag("transcribed")},
        document_ref TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL {moment("recorded_at")}
    ) STRICT""",
    "CREATE INDEX urgency_by_registration ON urgency_records (registration_id, entry_id)",
    f"""CREATE TABLE determinations (
        determination_id TEXT PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        seq INTEGER NOT NULL CHECK (seq >= 1),
        on_date TEXT NOT NULL {day("on_date")},
        category TEXT NOT NULL {one_of("category", *_CATEGORIES)},
        result TEXT NOT NULL {json("result")},
        rules_version TEXT NOT NULL,
        certified INTEGER NOT NULL {flag("certified")},
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")},
        UNIQUE (registration_id, seq)
    ) STRICT""",
    f"""CREATE TABLE decisions (
        decision_id TEXT PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        determination_id TEXT REFERENCES determinations,
        seq INTEGER NOT NULL CHECK (seq >= 1),
        choice TEXT NOT NULL,
        category TEXT NOT NULL {one_of("category", *_CATEGORIES)},
        reason_code TEXT NOT NULL,
        note TEXT NOT NULL,
        suggested TEXT NOT NULL,
        agreed INTEGER NOT NULL {flag("agreed")},
        second_check INTEGER NOT NULL {flag("second_check")},
        certified INTEGER NOT NULL {flag("certified")},
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL {moment("decided_at")},
        UNIQUE (registration_id, seq)
    ) STRICT""",
    f"""CREATE TABLE second_checks (
        check_id INTEGER PRIMARY KEY,
        decision_id TEXT NOT NULL UNIQUE REFERENCES decisions,
        agreed INTEGER NOT NULL {flag("agreed")},
        note TEXT NOT NULL,
        checked_by TEXT NOT NULL,
        checked_at TEXT NOT NULL {moment("checked_at")}
    ) STRICT""",
    """CREATE TRIGGER second_checks_by_another BEFORE INSERT ON second_checks
       WHEN new.checked_by = (SELECT decided_by FROM decisions
                              WHERE decision_id = new.decision_id)
       BEGIN SELECT RAISE(ABORT, 'no one checks their own decision'); END""",
)

_AUDIT = (
    f"""CREATE TABLE audit (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL {moment("at")},
        user_id TEXT NOT NULL,
        user_name TEXT NOT NULL,
        device TEXT NOT NULL,
        act TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL {json("detail")},
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
    *migration_0001_money.STATEMENTS,
    *_AUDIT,
    *(statement for table in _APPEND_ONLY for statement in _append_only(table)),
)
