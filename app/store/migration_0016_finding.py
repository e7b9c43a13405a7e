"""Step 16: what a patient is found by: numbers of other papers, every word of a name, merges.

`patient_name_ways` holds each word of a name with the other half beside it, so that a name is
found from any of its words in any order. `name_word_keys` holds each such word once by how it
sounds (capitals) and by what is left of it without one letter (small letters).

A merge makes a record an alias that is read as another. `patient_merges` keeps each merge and
its undoing for good; `patient_aliases` is what they come to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from app.core.names import name_keys
from app.core.numbers import plain_number, plain_phone
from app.core.sounds import sound_keys
from app.core.spelling import pieces
from app.store.checks import append_only, moment, one_of

APPEND_ONLY = ("patient_merges",)

_NUMBERS = (
    # Without a moment: it stands on the patient's own record and changes with it.
    f"""CREATE TABLE patient_numbers (
        patient_id TEXT NOT NULL REFERENCES patients,
        kind TEXT NOT NULL CHECK (kind <> ''),
        number TEXT NOT NULL CHECK (number <> ''),
        issuer TEXT NOT NULL,
        added_at TEXT {moment("added_at")},
        PRIMARY KEY (patient_id, kind, number)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX patient_numbers_by_number ON patient_numbers (number, kind, patient_id)",
)
_NAMES = (
    """CREATE TABLE patient_name_ways (
        word TEXT NOT NULL,
        rest TEXT NOT NULL,
        patient_id TEXT NOT NULL REFERENCES patients,
        PRIMARY KEY (word, rest, patient_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE name_word_keys (
        key TEXT NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (key, word)
    ) STRICT, WITHOUT ROWID""",
    "DROP INDEX patients_by_birth",
    "CREATE INDEX patients_by_birth ON patients (born, family_key, given_key)",
)
_MERGES = (
    f"""CREATE TABLE patient_merges (
        entry_id INTEGER PRIMARY KEY,
        act TEXT NOT NULL {one_of("act", "merged", "unmerged")},
        patient_id TEXT NOT NULL REFERENCES patients,
        survivor_id TEXT NOT NULL REFERENCES patients,
        reason TEXT NOT NULL,
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL {moment("made_at")},
        CHECK (patient_id <> survivor_id)
    ) STRICT""",
    "CREATE INDEX patient_merges_by_patient ON patient_merges (patient_id, entry_id)",
    *append_only("patient_merges"),
    """CREATE TABLE patient_aliases (
        patient_id TEXT PRIMARY KEY REFERENCES patients,
        survivor_id TEXT NOT NULL REFERENCES patients,
        read_as TEXT NOT NULL REFERENCES patients,
        CHECK (patient_id <> survivor_id AND patient_id <> read_as)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX patient_aliases_by_reading ON patient_aliases (read_as)",
    "CREATE INDEX patient_aliases_by_survivor ON patient_aliases (survivor_id)",
)
# In the order of their keys: a table filled at random reads each of its pages many times.
FILLING = (
    """UPDATE patients SET
       family_key = json_extract(keys_of_name(family_name, given_names), '$[0]'),
       given_key = json_extract(keys_of_name(family_name, given_names), '$[1]')""",
    """INSERT INTO patient_name_ways
       SELECT json_extract(way.value, '$[0]'), json_extract(way.value, '$[1]'), patient_id
       FROM patients, json_each(keys_of_name(family_name, given_names), '$[2]') way
       ORDER BY 1, 2, 3""",
    """INSERT INTO name_word_keys
       SELECT DISTINCT key.value, words.word
       FROM (SELECT DISTINCT word FROM patient_name_ways) words,
            json_each(keys_of_word(word)) key
       ORDER BY 1, 2""",
    """INSERT INTO patient_numbers
       SELECT patient_id, 'hospital', plain_number(hospital_number), '', NULL FROM patients
       WHERE plain_number(hospital_number) <> ''""",
    """INSERT INTO patient_numbers
       SELECT patient_id, 'phone', plain_phone(phone), '', NULL FROM patients
       WHERE plain_phone(phone) <> ''""",
)


def _keys_of_name(family_name: str, given_names: str) -> str:
    keys = name_keys(family_name, given_names)
    return json.dumps([keys.family, keys.given, keys.ways])


def _keys_of_word(word: str) -> str:
    return json.dumps([*sound_keys(word), *pieces(word)])


FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "keys_of_name": _keys_of_name,
    "keys_of_word": _keys_of_word,
    "plain_number": plain_number,
    "plain_phone": plain_phone,
}
STATEMENTS: tuple[str, ...] = (*_NUMBERS, *_NAMES, *_MERGES, *FILLING)
