"""Cases opened in an emergency: by whom, why, and what another person found when they looked."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import NotAllowed, NotFound
from app.store.database import Database

_ADD = """
    INSERT INTO emergency_accesses (registration_id, reason, opened_by, opened_at)
    VALUES (?, ?, ?, ?)"""
_COLUMNS = """
    SELECT e.access_id, e.registration_id, r.ref, e.reason, e.opened_by,
        u.display_name AS opener, e.opened_at, ifnull(l.note, '') AS note
    FROM emergency_accesses e
    JOIN registrations r USING (registration_id)
    JOIN users u ON u.user_id = e.opened_by
    LEFT JOIN emergency_looks l USING (access_id)"""
_GET = f"{_COLUMNS} WHERE e.access_id = ?"
_WAITING = f"{_COLUMNS} WHERE l.access_id IS NULL ORDER BY e.access_id"
_COUNT = """
    SELECT count(*) FROM emergency_accesses
    WHERE access_id NOT IN (SELECT access_id FROM emergency_looks)"""
_LOOK = """
    INSERT INTO emergency_looks (access_id, note, looked_by, looked_at) VALUES (?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAccess:
    """One access; `note` is what another person kept of it, empty while nobody has looked."""

    access_id: int
    registration_id: str
    ref: str
    reason: str
    opened_by: str
    opener: str
    opened_at: str
    note: str


def add(db: Database, registration_id: str, *, reason: str, by: str, at: str) -> int:
    """Append an access; the caller owns the transaction. Returns its id."""
    return int(db.execute(_ADD, (registration_id, reason, by, at)).lastrowid)


def get(db: Database, access_id: int) -> StoredAccess:
    """One access; raises NotFound."""
    row = db.one(_GET, (access_id,))
    if row is None:
        raise NotFound("There is no such emergency access. Look at the list again.")
    return StoredAccess(**row)


def waiting(db: Database) -> tuple[StoredAccess, ...]:
    """Those that nobody has looked at, oldest first."""
    return tuple(StoredAccess(**row) for row in db.rows(_WAITING))


def count_waiting(db: Database) -> int:
    """How many nobody has looked at."""
    return int(db.scalar(_COUNT))


def look(db: Database, access_id: int, *, note: str, by: str, at: str) -> None:
    """Keep that somebody looked; raises NotAllowed for one's own access."""
    if get(db, access_id).opened_by == by:
        raise NotAllowed("You opened this case yourself. Another auditor must look at it.")
    db.execute(_LOOK, (access_id, note, by, at))
