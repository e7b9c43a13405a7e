"""Step 3: packs of law with their exact bytes, whose signature counts, what each case was.

A pack is kept as it came, squeezed, so that every case made with it can be worked out again. A
trust's own signer is proposed by one administrator and confirmed by another.
"""

from __future__ import annotations

from app.store.checks import day, json, moment

_PACKS = (
    f"""CREATE TABLE law_packs (
        pack_id TEXT PRIMARY KEY CHECK (length(pack_id) = 64),
        seq INTEGER NOT NULL UNIQUE CHECK (seq >= 1),
        version TEXT NOT NULL CHECK (version <> ''),
        valid_from TEXT NOT NULL {day("valid_from")},
        valid_to TEXT NOT NULL {day("valid_to")},
        signer TEXT NOT NULL,
        squeezed BLOB NOT NULL,
        kept_by TEXT NOT NULL,
        kept_at TEXT NOT NULL {moment("kept_at")},
        CHECK (valid_from <= valid_to)
    ) STRICT""",
    # The law that came with the program has no signer, and may be kept anew with each program.
    "CREATE UNIQUE INDEX law_packs_by_version ON law_packs (version) WHERE signer <> ''",
)

_SIGNERS = (
    f"""CREATE TABLE pack_signers (
        signer TEXT PRIMARY KEY CHECK (length(signer) = 32),
        name TEXT NOT NULL CHECK (name <> ''),
        public_key BLOB NOT NULL CHECK (length(public_key) = 32),
        proposed_by TEXT NOT NULL,
        proposed_at TEXT NOT NULL {moment("proposed_at")}
    ) STRICT""",
    f"""CREATE TABLE pack_signer_confirmations (
        signer TEXT PRIMARY KEY REFERENCES pack_signers,
        confirmed_by TEXT NOT NULL,
        confirmed_at TEXT NOT NULL {moment("confirmed_at")}
    ) STRICT""",
    """CREATE TRIGGER pack_signers_by_two BEFORE INSERT ON pack_signer_confirmations
       WHEN new.confirmed_by = (SELECT proposed_by FROM pack_signers WHERE signer = new.signer)
       BEGIN SELECT RAISE(ABORT, 'no one confirms a signer of their own'); END""",
    f"""CREATE TABLE pack_signer_withdrawals (
        signer TEXT PRIMARY KEY REFERENCES pack_signers,
        withdrawn_by TEXT NOT NULL,
        withdrawn_at TEXT NOT NULL {moment("withdrawn_at")}
    ) STRICT""",
)

_INPUTS = (
    f"""CREATE TABLE determination_inputs (
        determination_id TEXT PRIMARY KEY REFERENCES determinations,
        pack_id TEXT NOT NULL REFERENCES law_packs,
        asked_on TEXT NOT NULL {day("asked_on")},
        body TEXT NOT NULL {json("body")}
    ) STRICT""",
)

_APPEND_ONLY = (
    "law_packs",
    "pack_signers",
    "pack_signer_confirmations",
    "pack_signer_withdrawals",
    "determination_inputs",
)

STATEMENTS: tuple[str, ...] = (
    *_PACKS,
    *_SIGNERS,
    *_INPUTS,
    *(
        f"""CREATE TRIGGER {table}_refuses_{act} BEFORE {act.upper()} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in _APPEND_ONLY
        for act in ("update", "delete")
    ),
)
