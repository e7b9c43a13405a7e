"""Step 25: a journal of what travels between machines, and a mark on what changed since.

`journal` holds the records of this machine and of others, each under its actor and number for
good; what has been taken away for its age leaves its place without content. `touched` names the
subjects that people worked on since the journal was last brought up to date.

A row that was only ever added may be laid down anew in another order, when an older one arrives
from another machine: while `laying_down` has a row, inside that one transaction, and never
otherwise. Nothing but `app.store.placing` puts a row there.
"""

from __future__ import annotations

from app.store.checks import append_only, moment

APPEND_ONLY = ("dispute_rulings",)

_OF_REGISTRATION = (
    "dated_answers",
    "certificates",
    "clinical_readings",
    "determinations",
    "decisions",
    "diary",
    "urgency_records",
    "stays",
    "planned_care",
    "evidence",
    "papers",
    "desk_finish",
    "snoozes",
    "case_rests",
    "billing_requests",
    "family_links",
    "estimates",
    "estimate_outcomes",
    "letters",
    "claim_entitlements",
    "claim_treatments",
    "claim_reports",
    "dispute_rulings",
)
_LAID_DOWN_ANEW = (
    *_OF_REGISTRATION,
    "answers",
    "files",
    "determination_inputs",
    "second_choices",
    "second_checks",
    "diary_marks",
    "provisional_prices_confirmed",
    "letters_sent",
    "document_images",
    "image_removals",
    "patient_merges",
    "law_packs",
)
_BY_OTHER_KEY = {
    "second_choices": "(SELECT registration_id FROM decisions WHERE decision_id = new.decision_id)",
    "second_checks": "(SELECT registration_id FROM decisions WHERE decision_id = new.decision_id)",
    "diary_marks": "(SELECT registration_id FROM diary WHERE entry_id = new.entry_id)",
    "letters_sent": "(SELECT registration_id FROM letters WHERE file_id = new.file_id)",
    "provisional_prices_confirmed": (
        "(SELECT registration_id FROM estimates WHERE estimate_no = new.estimate_no)"
    ),
}


def _touch(table: str, subject: str, about: str, *, act: str = "INSERT", when: str = "true") -> str:
    name = f"{table}_touch_{subject}_{act.split()[0].lower()}"
    return f"""CREATE TRIGGER {name} AFTER {act} ON {table} WHEN {when} BEGIN
        INSERT OR IGNORE INTO touched (subject, about)
            SELECT '{subject}', {about} WHERE {about} IS NOT NULL;
        END"""


def _may_be_laid_down_anew(table: str) -> tuple[str, str]:
    return (
        f"DROP TRIGGER {table}_refuses_delete",
        f"""CREATE TRIGGER {table}_refuses_delete BEFORE DELETE ON {table}
            WHEN NOT EXISTS (SELECT 1 FROM laying_down)
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    )


_TABLES = (
    """CREATE TABLE journal (
        place INTEGER PRIMARY KEY,
        actor TEXT NOT NULL CHECK (length(actor) = 16),
        number INTEGER NOT NULL CHECK (number >= 1),
        stamp INTEGER NOT NULL,
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        schema INTEGER NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (actor, number)
    ) STRICT""",
    "CREATE INDEX journal_by_subject ON journal (subject, about)",
    """CREATE TABLE touched (
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        PRIMARY KEY (subject, about)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE laying_down (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT",
    """CREATE TABLE disputes (
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        about_table TEXT NOT NULL,
        about_column TEXT NOT NULL,
        sides TEXT NOT NULL CHECK (json_valid(sides)),
        settled_by TEXT CHECK (json_valid(settled_by)),
        PRIMARY KEY (subject, about, about_table, about_column, sides)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX disputes_open ON disputes (subject, about) WHERE settled_by IS NULL",
    """CREATE TABLE unplaced (
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (subject, about)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE colleagues (
        user_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        display_name TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE shared_nhs_numbers (
        nhs_number TEXT NOT NULL,
        patient_id TEXT NOT NULL REFERENCES patients,
        PRIMARY KEY (nhs_number, patient_id)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE dispute_rulings (
        entry_id INTEGER PRIMARY KEY,
        registration_id TEXT NOT NULL REFERENCES registrations (registration_id),
        about_table TEXT NOT NULL,
        about_column TEXT NOT NULL,
        chosen TEXT NOT NULL CHECK (json_valid(chosen)),
        reason TEXT NOT NULL,
        ruled_by TEXT NOT NULL,
        ruled_at TEXT NOT NULL {moment("ruled_at")}
    ) STRICT""",
    "CREATE INDEX dispute_rulings_by_registration ON dispute_rulings (registration_id, entry_id)",
    *append_only("dispute_rulings"),
)
_TOUCHES = (
    *(_touch(table, "case", "new.registration_id") for table in _OF_REGISTRATION),
    *(_touch(table, "case", about) for table, about in _BY_OTHER_KEY.items()),
    _touch(
        "answers",
        "case",
        "(SELECT registration_id FROM registrations WHERE number = new.answer_id >> 16)",
        when="(SELECT state FROM registrations WHERE number = new.answer_id >> 16) = 'finished'",
    ),
    _touch("registrations", "case", "new.registration_id", act="UPDATE"),
    _touch("feedback", "case", "new.registration_id"),
    _touch("feedback", "case", "new.registration_id", act="UPDATE"),
    _touch("patients", "patient", "new.patient_id"),
    _touch("patients", "patient", "new.patient_id", act="UPDATE"),
    _touch("patient_numbers", "patient", "new.patient_id", when="new.added_at IS NOT NULL"),
    _touch("patient_merges", "joins", "new.patient_id"),
    _touch("document_images", "document", "new.image_id"),
    _touch("image_removals", "document", "new.image_id"),
    _touch("users", "person", "new.user_id"),
    _touch("users", "person", "new.user_id", act="UPDATE OF name, display_name"),
    _touch("law_packs", "pack", "new.pack_id"),
)
# What was there before: it travels like anything that people work on from now on.
_BEFORE = (
    "INSERT INTO touched SELECT 'case', registration_id FROM registrations",
    "INSERT INTO touched SELECT 'patient', patient_id FROM patients",
    "INSERT INTO touched SELECT DISTINCT 'joins', patient_id FROM patient_merges",
    "INSERT INTO touched SELECT 'document', image_id FROM document_images",
    "INSERT INTO touched SELECT 'person', user_id FROM users",
    "INSERT INTO touched SELECT 'pack', pack_id FROM law_packs",
)
STATEMENTS: tuple[str, ...] = (
    *_TABLES,
    # From another machine the copy of the form comes after the case it is kept with.
    "DROP TRIGGER urgency_transcribed_from_its_copy",
    """CREATE TRIGGER urgency_transcribed_from_its_copy BEFORE INSERT ON urgency_records
       WHEN new.transcribed AND NOT EXISTS (SELECT 1 FROM laying_down) AND NOT EXISTS (
           SELECT 1 FROM document_images i
           WHERE i.evidence_id = new.document_ref AND i.registration_id = new.registration_id
             AND NOT EXISTS (SELECT 1 FROM image_removals r WHERE r.image_id = i.image_id))
       BEGIN SELECT RAISE(ABORT, 'a transcribed form is kept with its case'); END""",
    *(step for table in _LAID_DOWN_ANEW for step in _may_be_laid_down_anew(table)),
    *_TOUCHES,
    *_BEFORE,
    # A machine is known by the life of its store: one restored from a copy begins another.
    "INSERT INTO meta (key, value) VALUES ('actor', lower(hex(randomblob(8))))",
)
