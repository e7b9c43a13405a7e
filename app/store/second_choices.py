"""What a second person found by themselves, before they were shown the first one's choice."""

from __future__ import annotations

from app.core.errors import NotAllowed
from app.store.database import Database

_ADD = """
    INSERT INTO second_choices (decision_id, choice, chosen_by, chosen_at) VALUES (?, ?, ?, ?)"""
_LAST = """
    SELECT choice FROM second_choices WHERE decision_id = ? AND chosen_by = ?
    ORDER BY entry_id DESC LIMIT 1"""
_DECIDED_BY = "SELECT decided_by FROM decisions WHERE decision_id = ?"


def add(db: Database, decision_id: str, choice: str, *, by: str, at: str) -> None:
    """Append a choice; raises NotAllowed where the decision is one's own."""
    if db.scalar(_DECIDED_BY, (decision_id,)) == by:
        raise NotAllowed("You made this decision. Another senior officer must check it.")
    db.execute(_ADD, (decision_id, choice, by, at))


def of(db: Database, decision_id: str, user_id: str) -> str:
    """What a person found of a decision, their last word; empty where they have not said."""
    row = db.one(_LAST, (decision_id, user_id))
    return "" if row is None else str(row["choice"])
