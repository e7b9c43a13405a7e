"""The keys a patient's name is found by, kept in step with the name itself."""

from __future__ import annotations

from app.core.names import NameKeys
from app.core.sounds import sound_keys
from app.core.spelling import pieces
from app.store.database import Database

_ADD_WAY = "INSERT INTO patient_name_ways (word, rest, patient_id) VALUES (?, ?, ?)"
_DROP_WAY = "DELETE FROM patient_name_ways WHERE word = ? AND rest = ? AND patient_id = ?"
_HAS_WORD = "SELECT 1 FROM patient_name_ways WHERE word = ? LIMIT 1"
_ADD_KEY = "INSERT OR IGNORE INTO name_word_keys (key, word) VALUES (?, ?)"
_DROP_KEY = "DELETE FROM name_word_keys WHERE key = ? AND word = ?"


def replace(db: Database, patient_id: str, *, before: NameKeys | None, after: NameKeys) -> None:
    """Find a patient by these keys and no longer by those before; the caller owns the transaction.

    A word that is nobody's any more is forgotten: it was somebody's name.
    """
    old = set(before.ways) if before else set()
    new = set(after.ways)
    for word, rest in old - new:
        db.execute(_DROP_WAY, (word, rest, patient_id))
    for word, rest in new - old:
        if db.first(_HAS_WORD, (word,)) is None:
            db.execute_many(_ADD_KEY, [(key, word) for key in _keys(word)])
        db.execute(_ADD_WAY, (word, rest, patient_id))
    for word in {word for word, _ in old - new}:
        if db.first(_HAS_WORD, (word,)) is None:
            db.execute_many(_DROP_KEY, [(key, word) for key in _keys(word)])


def _keys(word: str) -> tuple[str, ...]:
    return (*sound_keys(word), *pieces(word))
