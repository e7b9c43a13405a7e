"""Step 20: what a trust and each person set: texts in other languages, logo, looks, PINs.

Texts, what was ruled on them and logos are only ever added to. Looks, PINs and shifts are a
person's present ones: a PIN opens the desk only within a shift that a password began.
"""

from __future__ import annotations

from app.store.checks import append_only, day, flag, moment, one_of

APPEND_ONLY = ("translations", "translation_rulings", "trust_logos")

_TEXTS = (
    f"""CREATE TABLE translations (
        translation_id INTEGER PRIMARY KEY,
        language TEXT NOT NULL CHECK (language <> ''),
        about TEXT NOT NULL CHECK (about <> ''),
        english TEXT NOT NULL CHECK (english <> ''),
        words TEXT NOT NULL CHECK (words <> ''),
        translator TEXT NOT NULL CHECK (translator <> ''),
        translated_on TEXT NOT NULL {day("translated_on")},
        entered_by TEXT NOT NULL REFERENCES users (user_id),
        entered_at TEXT NOT NULL {moment("entered_at")}
    ) STRICT""",
    f"""CREATE TABLE translation_rulings (
        ruling_id INTEGER PRIMARY KEY,
        translation_id INTEGER NOT NULL REFERENCES translations (translation_id),
        ruling TEXT NOT NULL {one_of("ruling", "approved", "withdrawn")},
        ruled_by TEXT NOT NULL REFERENCES users (user_id),
        ruled_at TEXT NOT NULL {moment("ruled_at")}
    ) STRICT""",
    "CREATE INDEX translation_rulings_of ON translation_rulings (translation_id, ruling_id)",
)
_LOGOS = (
    f"""CREATE TABLE trust_logos (
        seq INTEGER PRIMARY KEY,
        png BLOB NOT NULL,
        set_by TEXT NOT NULL REFERENCES users (user_id),
        set_at TEXT NOT NULL {moment("set_at")}
    ) STRICT""",
)
_PEOPLE = (
    f"""CREATE TABLE looks (
        user_id TEXT PRIMARY KEY REFERENCES users (user_id),
        scheme TEXT NOT NULL {one_of("scheme", "system", "light", "dark", "contrast")},
        text_percent INTEGER NOT NULL CHECK (text_percent BETWEEN 100 AND 200),
        motion INTEGER NOT NULL {flag("motion")},
        auto_advance INTEGER NOT NULL {flag("auto_advance")},
        roomy INTEGER NOT NULL {flag("roomy")},
        lock_minutes INTEGER NOT NULL CHECK (lock_minutes BETWEEN 1 AND 15),
        set_at TEXT NOT NULL {moment("set_at")}
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE pins (
        user_id TEXT PRIMARY KEY REFERENCES users (user_id),
        pin_hash TEXT NOT NULL CHECK (pin_hash <> ''),
        set_at TEXT NOT NULL {moment("set_at")}
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE shifts (
        user_id TEXT PRIMARY KEY REFERENCES users (user_id),
        began_at TEXT NOT NULL {moment("began_at")},
        wrong_pins INTEGER NOT NULL CHECK (wrong_pins >= 0)
    ) STRICT, WITHOUT ROWID""",
)

STATEMENTS: tuple[str, ...] = (
    *_TEXTS,
    *_LOGOS,
    *_PEOPLE,
    *append_only("translations"),
    *append_only("translation_rulings"),
    *append_only("trust_logos"),
)
