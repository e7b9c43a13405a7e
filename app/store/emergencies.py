"""Cases opened in an emergency: by whom, why, and what another person found when they looked.

Both travel with their case, so an officer's machine has those of every machine. A desk is told
with the register that somebody looked elsewhere, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.dates import FIRST_SHOWN
from app.core.errors import NotFound
from app.store.database import Database
from app.store.driver import DriverError

_ADD = """
    INSERT INTO emergency_accesses
        (access_id, registration_id, reason, opened_by, opened_at, device)
    VALUES (:access_id, :registration_id, :reason, :opened_by, :opened_at, :device)"""
# Of an access `e`: no note of anybody, from whatever machine, has come.
NOBODY_LOOKED = """
    e.access_id NOT IN (SELECT access_id FROM emergency_looks)
    AND e.access_id NOT IN (SELECT access_id FROM emergency_looked_elsewhere)"""
_COLUMNS = f"""
    SELECT e.access_id, e.registration_id, r.ref, e.reason, e.opened_by,
        coalesce(u.name, c.name, '') AS opener_name,
        coalesce(u.display_name, c.display_name, '') AS opener, e.opened_at, e.device,
        NOT ({NOBODY_LOOKED}) AS looked_at
    FROM emergency_accesses e
    JOIN registrations r USING (registration_id)
    LEFT JOIN users u ON u.user_id = e.opened_by
    LEFT JOIN colleagues c ON c.user_id = e.opened_by"""
_GET = f"{_COLUMNS} WHERE e.access_id = ?"
_REASON = "SELECT reason FROM emergency_accesses WHERE access_id = ?"
_OF = f"{_COLUMNS} WHERE e.registration_id = ? ORDER BY e.opened_at, e.access_id"
_WAITING = f"{_COLUMNS} WHERE {NOBODY_LOOKED} ORDER BY e.opened_at, e.access_id"
_COUNT = f"SELECT count(*) FROM emergency_accesses e WHERE {NOBODY_LOOKED}"
_LOOK = """
    INSERT INTO emergency_looks (look_id, access_id, note, looked_by, looked_at)
    VALUES (?, ?, ?, ?, ?)"""
_LOOKED_AT = """
    SELECT e.access_id, e.registration_id, min(l.looked_at) AS looked_at
    FROM emergency_looks l JOIN emergency_accesses e USING (access_id)
    WHERE EXISTS (
        SELECT 1 FROM journal WHERE subject = 'case' AND about = e.registration_id
          AND actor = ?1 AND number BETWEEN ?2 AND ?3)
    GROUP BY e.access_id ORDER BY e.access_id"""
# Whoever does not have the access, or has the look itself, keeps nothing of it.
_LOOKED_ELSEWHERE = """
    INSERT INTO emergency_looked_elsewhere (access_id, registration_id, looked_at)
    SELECT e.access_id, e.registration_id, :looked_at FROM emergency_accesses e
    WHERE e.access_id = :access_id AND e.registration_id = :registration_id
      AND e.access_id NOT IN (SELECT access_id FROM emergency_looks)
    ON CONFLICT (access_id) DO NOTHING"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccess:
    """An access as it is made at this machine, the `device`."""

    access_id: str
    registration_id: str
    reason: str
    opened_by: str
    opened_at: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAccess(NewAccess):
    """One access of any machine, and whether another person has looked at it.

    `opener` is how its person is called, `opener_name` what they sign in with; both are empty
    where their machine has not told.
    """

    ref: str
    opener_name: str
    opener: str
    looked_at: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """That somebody looked at an access, without what they found."""

    access_id: str
    registration_id: str
    looked_at: str


def add(db: Database, access: NewAccess) -> None:
    """Append an access; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "access_id": access.access_id,
            "registration_id": access.registration_id,
            "reason": access.reason,
            "opened_by": access.opened_by,
            "opened_at": access.opened_at,
            "device": access.device,
        },
    )


def get(db: Database, access_id: str) -> StoredAccess:
    """One access; raises NotFound."""
    found = _read(db, _GET, access_id)
    if not found:
        raise NotFound("There is no such emergency access. Look at the list again.")
    return found[0]


def reason_of(db: Database, access_id: str) -> str:
    """Why a case was opened; empty once it was taken away with its case."""
    return str(db.scalar(_REASON, (access_id,)) or "")


def of(db: Database, registration_id: str) -> tuple[StoredAccess, ...]:
    """Those of one case, oldest first."""
    return _read(db, _OF, registration_id)


def waiting(db: Database) -> tuple[StoredAccess, ...]:
    """Those that nobody has looked at, oldest first."""
    return _read(db, _WAITING)


def count_waiting(db: Database) -> int:
    """How many nobody has looked at."""
    return int(db.scalar(_COUNT))


def look(db: Database, access_id: str, *, look_id: str, note: str, by: str, at: str) -> None:
    """Append what somebody found who looked; by trigger never of their own access."""
    db.execute(_LOOK, (look_id, access_id, note, by, at))


def looks(db: Database, actor: str, first: int, last: int) -> tuple[LookedAt, ...]:
    """What was looked at of the cases that an actor's records of these numbers are about."""
    return tuple(LookedAt(**row) for row in db.rows(_LOOKED_AT, (actor, first, last)))


def looked_elsewhere(db: Database, told: Iterable[LookedAt]) -> None:
    """Keep of the accesses here that somebody has looked at another machine.

    Raises ValueError where that is nothing that could be kept; the caller owns the transaction.
    """
    rows = [
        {
            "access_id": one.access_id,
            "registration_id": one.registration_id,
            "looked_at": one.looked_at,
        }
        for one in told
    ]
    try:
        db.execute_many(_LOOKED_ELSEWHERE, rows)
    except (DriverError, OverflowError) as odd:
        raise ValueError(f"no word of a look: {odd}") from None


def _read(db: Database, query: str, *values: str) -> tuple[StoredAccess, ...]:
    return tuple(
        StoredAccess(
            **row
            | {
                # Another machine's moment may be from before all calendars: still to be looked at.
                "opened_at": max(row["opened_at"], FIRST_SHOWN),
                "looked_at": bool(row["looked_at"]),
            }
        )
        for row in db.rows(query, values)
    )
