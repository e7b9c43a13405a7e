"""Texts of the language card in other languages, and what administrators ruled on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.store.database import Database, Row

_ADD = """
    INSERT INTO translations (language, about, english, words, translator, translated_on,
        entered_by, entered_at)
    VALUES (:language, :about, :english, :words, :translator, :translated_on, :entered_by,
        :entered_at)"""
_RULE = """
    INSERT INTO translation_rulings (translation_id, ruling, ruled_by, ruled_at)
    VALUES (?, ?, ?, ?)"""
_COLUMNS = """
    SELECT t.*, r.ruling, r.ruled_by, r.ruled_at FROM translations t
    LEFT JOIN translation_rulings r ON r.ruling_id = (
        SELECT max(ruling_id) FROM translation_rulings WHERE translation_id = t.translation_id)"""
_ALL = f"{_COLUMNS} ORDER BY t.language, t.about, t.translation_id"
_ONE = f"{_COLUMNS} WHERE t.translation_id = ?"

APPROVED, WITHDRAWN = "approved", "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTranslation:
    """A text as it is entered; `english` is what was translated."""

    language: str
    about: str
    english: str
    words: str
    translator: str
    translated_on: date
    entered_by: str
    entered_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTranslation:
    """A text with the last ruling on it; `ruling` is empty until there is one."""

    translation_id: int
    new: NewTranslation
    ruling: str
    ruled_by: str
    ruled_at: str


def add(db: Database, new: NewTranslation) -> int:
    """Append a text; the caller owns the transaction."""
    cursor = db.execute(
        _ADD,
        {
            "language": new.language,
            "about": new.about,
            "english": new.english,
            "words": new.words,
            "translator": new.translator,
            "translated_on": new.translated_on.isoformat(),
            "entered_by": new.entered_by,
            "entered_at": new.entered_at,
        },
    )
    return int(cursor.lastrowid or 0)


def rule(db: Database, translation_id: int, ruling: str, *, by: str, at: str) -> None:
    """Append a ruling, which stands until the next; the caller owns the transaction."""
    db.execute(_RULE, (translation_id, ruling, by, at))


def everything(db: Database) -> tuple[StoredTranslation, ...]:
    """Every text ever entered, by language and what it is about, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_ALL))


def get(db: Database, translation_id: int) -> StoredTranslation | None:
    """One text, or None."""
    row = db.one(_ONE, (translation_id,))
    return None if row is None else _from_row(row)


def _from_row(row: Row) -> StoredTranslation:
    return StoredTranslation(
        translation_id=row["translation_id"],
        new=NewTranslation(
            language=row["language"],
            about=row["about"],
            english=row["english"],
            words=row["words"],
            translator=row["translator"],
            translated_on=date.fromisoformat(row["translated_on"]),
            entered_by=row["entered_by"],
            entered_at=row["entered_at"],
        ),
        ruling=row["ruling"] or "",
        ruled_by=row["ruled_by"] or "",
        ruled_at=row["ruled_at"] or "",
    )
