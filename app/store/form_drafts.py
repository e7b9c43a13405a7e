"""What a person has typed from a paper form and not saved yet: one draft a form and person."""

from __future__ import annotations

from collections.abc import Mapping

from app.store.database import Database
from app.store.values import from_json, to_json

_PUT = """
    INSERT INTO form_drafts (form_id, typed_by, typed, typed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (form_id, typed_by) DO UPDATE SET typed = excluded.typed,
        typed_at = excluded.typed_at"""
_GET = "SELECT typed FROM form_drafts WHERE form_id = ? AND typed_by = ?"
_DROP = "DELETE FROM form_drafts WHERE form_id = ? AND typed_by = ?"


def put(db: Database, form_id: str, *, by: str, typed: Mapping[str, str], at: str) -> None:
    """Keep what is typed so far in place of what was; nothing typed keeps nothing."""
    if typed:
        db.execute(_PUT, (form_id, by, to_json(dict(typed)), at))
    else:
        drop(db, form_id, by=by)


def get(db: Database, form_id: str, *, by: str) -> Mapping[str, str]:
    """What a person has typed of a form, by number and by the name of each other field."""
    row = db.one(_GET, (form_id, by))
    if row is None:
        return {}
    found = from_json(row["typed"])
    return {str(name): str(text) for name, text in found.items()}


def drop(db: Database, form_id: str, *, by: str) -> None:
    """Let a draft go: its form has been keyed, or what was typed was taken back."""
    db.execute(_DROP, (form_id, by))
