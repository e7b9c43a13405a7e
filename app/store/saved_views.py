"""Views of the queue that people saved for themselves: a name and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.core.errors import Known, NotFound
from app.core.wording import Phrase
from app.store.database import Database
from app.store.driver import IntegrityError
from app.store.values import from_json, to_json

_ADD = """
    INSERT INTO saved_views (view_id, user_id, name, asked, saved_at) VALUES (?, ?, ?, ?, ?)"""
_RENAME = "UPDATE saved_views SET name = ? WHERE view_id = ? AND user_id = ?"
_DROP = "DELETE FROM saved_views WHERE view_id = ? AND user_id = ?"
_OF = """
    SELECT view_id, user_id, name, asked, saved_at FROM saved_views
    WHERE user_id = ? ORDER BY saved_at, view_id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """One person's view; `asked` is what it asks for, as JSON."""

    view_id: str
    user_id: str
    name: str
    asked: dict[str, Any]
    saved_at: str


def add(db: Database, view: SavedView) -> None:
    """Keep a view; raises Known `name_taken` for a second of one name. Caller's transaction."""
    values = (view.view_id, view.user_id, view.name, to_json(view.asked), view.saved_at)
    try:
        db.execute(_ADD, values)
    except IntegrityError:
        raise _taken(view.name) from None


def rename(db: Database, view_id: str, name: str, *, user_id: str) -> None:
    """Call it otherwise; raises Known `name_taken`, NotFound."""
    try:
        _one(db.execute(_RENAME, (name, view_id, user_id)).rowcount)
    except IntegrityError:
        raise _taken(name) from None


def drop(db: Database, view_id: str, *, user_id: str) -> None:
    """Let a view go; raises NotFound where this person has no such view."""
    _one(db.execute(_DROP, (view_id, user_id)).rowcount)


def of(db: Database, user_id: str) -> tuple[SavedView, ...]:
    """A person's views in the order they were saved."""
    return tuple(
        SavedView(**row | {"asked": from_json(row["asked"])}) for row in db.rows(_OF, (user_id,))
    )


def _taken(name: str) -> Known:
    return Known(
        "name_taken",
        Phrase("You have a view called {name}. Choose another name.", name=name),
        "name",
    )


def _one(changed: int) -> None:
    if changed != 1:
        raise NotFound("You have no such view any more. Choose another.")
