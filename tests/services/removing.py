"""Removals in the tests: the second person's word, and whether anything is left."""

from __future__ import annotations

from app.services import retention
from app.services.desk import Desk
from app.store import journal
from tests.services.work import SECOND_ADMIN, seated


def approve(desk: Desk, number: int) -> retention.Certificate:
    """The second person's word on what another listed."""
    with seated(desk, SECOND_ADMIN):
        return retention.approve_removal(desk, number)


def is_here(desk: Desk, case: str) -> bool:
    """Whether the store still has this case."""
    found = desk.db.scalar("SELECT 1 FROM registrations WHERE registration_id = ?", (case,))
    return found is not None


def anywhere(desk: Desk, word: str) -> list[str]:
    """The tables of the store in which a word is found, in whatever column."""
    found = []
    for (table,) in desk.db.tuples("SELECT name FROM sqlite_master WHERE type = 'table'"):
        rows = desk.db.tuples(f"SELECT * FROM {table}")
        if any(word.casefold() in _text(value) for row in rows for value in row):
            found.append(table)
    bodies = (written.body for _, written in journal.every(desk.db))
    return found + ["journal"] * any(word.encode() in body for body in bodies)


def _text(value: object) -> str:
    shown = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return shown.casefold()
