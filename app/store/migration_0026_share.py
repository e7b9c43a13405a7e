"""Step 26: keys of this machine, the list of devices, and what went to and came from the share.

An envelope that was made is kept byte for byte until a receipt names its hash; it is never let go
for want of success. What came is remembered by its hash, what was not believed by its name.
"""

from __future__ import annotations

from app.store.checks import append_only, moment, one_of

APPEND_ONLY = ("own_keys", "rosters", "envelopes_in")

STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE own_keys (
        key_no INTEGER PRIMARY KEY,
        sign BLOB NOT NULL CHECK (length(sign) = 32),
        open BLOB NOT NULL CHECK (length(open) = 32),
        made_at TEXT NOT NULL {moment("made_at")}
    ) STRICT""",
    *append_only("own_keys"),
    f"""CREATE TABLE rosters (
        number INTEGER PRIMARY KEY,
        body BLOB NOT NULL,
        accepted_at TEXT NOT NULL {moment("accepted_at")}
    ) STRICT""",
    *append_only("rosters"),
    f"""CREATE TABLE envelopes_out (
        sequence INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        content TEXT NOT NULL,
        rows INTEGER NOT NULL,
        first_record INTEGER NOT NULL,
        last_record INTEGER NOT NULL,
        batch INTEGER REFERENCES batches,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        file BLOB,
        made_at TEXT NOT NULL {moment("made_at")},
        sent_at TEXT {moment("sent_at")},
        taken_at TEXT {moment("taken_at")},
        CHECK (file IS NOT NULL OR taken_at IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX envelopes_unsent ON envelopes_out (sequence) WHERE sent_at IS NULL",
    "CREATE INDEX envelopes_untaken ON envelopes_out (sequence) WHERE taken_at IS NULL",
    """CREATE TRIGGER envelopes_out_stay BEFORE DELETE ON envelopes_out
       BEGIN SELECT RAISE(ABORT, 'an envelope that was made stays on record'); END""",
    """CREATE TRIGGER envelopes_out_as_made
       BEFORE UPDATE OF sequence, content, rows, first_record, last_record, batch, sha256, made_at
       ON envelopes_out
       BEGIN SELECT RAISE(ABORT, 'an envelope is never made another'); END""",
    f"""CREATE TABLE envelopes_in (
        actor TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        device TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        content TEXT NOT NULL,
        rows INTEGER NOT NULL,
        taken_at TEXT NOT NULL {moment("taken_at")},
        PRIMARY KEY (actor, sequence)
    ) STRICT, WITHOUT ROWID""",
    *append_only("envelopes_in"),
    f"""CREATE TABLE quarantine (
        name TEXT PRIMARY KEY,
        sha256 TEXT NOT NULL,
        fault TEXT NOT NULL,
        device TEXT NOT NULL,
        seen_at TEXT NOT NULL {moment("seen_at")},
        looked_at TEXT {moment("looked_at")},
        looked_by TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    f"""CREATE TABLE register (
        registration_id TEXT PRIMARY KEY,
        patient_id TEXT NOT NULL,
        family_name TEXT NOT NULL,
        given_names TEXT NOT NULL,
        born TEXT,
        nhs_number TEXT,
        hospital_number TEXT NOT NULL,
        ref TEXT NOT NULL,
        standing TEXT NOT NULL {one_of("standing", "waiting", "second_check", "decided")},
        registered_on TEXT NOT NULL,
        ask_again_on TEXT,
        told_by TEXT NOT NULL,
        told_stamp INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX register_by_patient ON register (patient_id)",
)
