"""When this machine last reached the share, and for how long it has been away from it."""

from __future__ import annotations

from app.store import meta
from app.store.database import Database

_LAST_CONTACT, _AWAY_SINCE = "share_last_contact", "share_away_since"
_AWAY_FROM, _AWAY_ROW, _SEEN = "away_from", "away_from_row", "highest_moment_seen"
_LAST_ROW = "SELECT ifnull(max(seq), 0) FROM audit"
_HIGHEST = "SELECT max(at) FROM audit WHERE seq > ?"
_JOINED = "SELECT min(accepted_at) FROM rosters"


def note_contact(db: Database, at: str) -> None:
    """The share answered, and its list of devices was read."""
    note_answer(db, at)
    count_from(db, at)


def note_answer(db: Database, at: str) -> None:
    """The share took a file: it answered, but who is off the list was not read there.

    So the time away goes on: else a laptop that only sends would never learn that it was lost.
    """
    meta.put(db, _LAST_CONTACT, at)
    meta.put(db, _AWAY_SINCE, "")


def count_from(db: Database, at: str) -> None:
    """Count the time away from the share from this moment on."""
    meta.put(db, _AWAY_FROM, at)
    meta.put(db, _AWAY_ROW, str(db.scalar(_LAST_ROW)))
    meta.put(db, _SEEN, at)


def time_away(db: Database, now: str) -> tuple[str, str]:
    """From when to when this machine has been away from the share; both are stamps.

    The end is the highest moment seen since, by this clock or by the audit: one that was set back
    makes it no shorter. The beginning is empty where nothing was ever counted.
    """
    begin = meta.get(db, _AWAY_FROM) or str(db.scalar(_JOINED) or "")
    row = int(meta.get(db, _AWAY_ROW) or 0)
    seen = max(now, meta.get(db, _SEEN) or "", str(db.scalar(_HIGHEST, (row,)) or ""))
    return begin, seen


def note_seen(db: Database, moment: str) -> None:
    """Remember the highest moment seen."""
    meta.put(db, _SEEN, moment)


def note_away(db: Database, at: str) -> None:
    """The share did not answer; the first time since it last did is kept."""
    if not meta.get(db, _AWAY_SINCE):
        meta.put(db, _AWAY_SINCE, at)


def last_contact(db: Database) -> str:
    """When the share last answered; empty where it never did."""
    return meta.get(db, _LAST_CONTACT) or ""


def away_since(db: Database) -> str:
    """Since when the share has not answered; empty where it did last time."""
    return meta.get(db, _AWAY_SINCE) or ""
