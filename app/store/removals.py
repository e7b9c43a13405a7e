"""What holds records whose time has come, and the lists that two people agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.errors import NotFound
from app.store.database import Database, Row
from app.store.values import from_json, to_day, to_json

COPIES, CASES = "copies", "cases"  # what a list is to remove

# The final word on a case: the decision that stands, looked at where somebody had to look, or the
# desk's finish where nothing was to follow up. A copy that came later starts the time anew.
FINAL = """
    CASE WHEN r.review = 'decided' THEN (
            SELECT max(d.decided_at, ifnull(c.checked_at, '')) FROM decisions d
            LEFT JOIN second_checks c USING (decision_id)
            WHERE d.registration_id = r.registration_id ORDER BY d.seq DESC LIMIT 1)
        WHEN r.review = '' AND r.state = 'finished' THEN r.finished_at END"""
_HOLD = """
    INSERT INTO record_holds (registration_id, kind, begins, made_by, made_at)
    VALUES (?, ?, ?, ?, ?)"""
_HELD = """
    SELECT h.registration_id, r.ref, h.kind, h.made_at FROM record_holds h
    JOIN registrations r USING (registration_id)
    WHERE h.begins AND NOT EXISTS (
        SELECT 1 FROM record_holds later
        WHERE later.registration_id = h.registration_id AND later.kind = h.kind
          AND later.entry_id > h.entry_id)
    ORDER BY h.entry_id"""
_PROPOSE = "INSERT INTO removals (what, cases, proposed_by, proposed_at) VALUES (?, ?, ?, ?)"
_WAITING = """
    SELECT m.removal_id, m.what, m.cases, m.proposed_by, u.display_name AS proposer, m.proposed_at,
        (SELECT ifnull(sum(t.cases), 0) FROM removal_turns t
         WHERE t.removal_id = m.removal_id) AS done
    FROM removals m JOIN users u ON u.user_id = m.proposed_by
    WHERE m.removal_id NOT IN (SELECT removal_id FROM removal_rulings)
      AND (:removal_id IS NULL OR m.removal_id = :removal_id)
    ORDER BY m.removal_id"""
_TURN = """
    INSERT INTO removal_turns (removal_id, cases, figures, made_by, made_at)
    VALUES (?, ?, ?, ?, ?)"""
_TURNS = "SELECT figures FROM removal_turns WHERE removal_id = ? ORDER BY entry_id"
_RULE = """
    INSERT INTO removal_rulings (removal_id, approved, note, certificate, ruled_by, ruled_at)
    VALUES (?, ?, ?, ?, ?, ?)"""
_CERTIFICATES = """
    SELECT g.removal_id, m.what, g.certificate, p.display_name AS proposer,
        a.display_name AS approver, m.proposed_at, g.ruled_at
    FROM removal_rulings g JOIN removals m USING (removal_id)
    JOIN users p ON p.user_id = m.proposed_by JOIN users a ON a.user_id = g.ruled_by
    WHERE g.approved ORDER BY g.removal_id DESC"""
_INVOICES = "SELECT count(*) FROM invoices WHERE issued_on <= ?"
_AUDIT = "SELECT count(*) FROM audit WHERE date(at) <= ?"
_COUNTS: Mapping[str, str] = {
    "invoices": _INVOICES,
    "audit": _AUDIT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredHold:
    """A case of which nothing is removed, whatever its time; `kind` says why."""

    registration_id: str
    ref: str
    kind: str
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRemoval:
    """A list of cases that waits for a second person: their copies are to go, or all of them.

    With each case what it was like when it was listed, empty where only copies are to go. `done`
    says how many of them, the first, were looked at and removed where they could be.
    """

    removal_id: int
    what: str  # COPIES or CASES
    cases: Mapping[str, str]
    proposed_by: str
    proposer: str
    proposed_at: str
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCertificate:
    """What was removed, as figures: no name, number or reference of a patient."""

    removal_id: int
    what: str
    certificate: Mapping[str, Any]
    proposer: str
    approver: str
    proposed_at: str
    ruled_at: str


def count_of(db: Database, what: str, before: date) -> int:
    """How many records of a kind are as old as `before`; raises KeyError for an unknown kind."""
    return int(db.scalar(_COUNTS[what], (to_day(before),)))


def hold(db: Database, registration_id: str, kind: str, *, begins: bool, by: str, at: str) -> None:
    """Append that a hold begins or ends; the caller owns the transaction."""
    db.execute(_HOLD, (registration_id, kind, int(begins), by, at))


def held(db: Database) -> tuple[StoredHold, ...]:
    """The holds that last, oldest first."""
    return tuple(StoredHold(**row) for row in db.rows(_HELD))


def propose(
    db: Database, cases: Sequence[str] | Mapping[str, str], *, what: str = COPIES, by: str, at: str
) -> int:
    """Append a list for a second person, for whole cases with the likeness of each.

    The caller owns the transaction. Returns its id.
    """
    return int(db.execute(_PROPOSE, (what, to_json(cases), by, at)).lastrowid)


def waiting(db: Database) -> tuple[StoredRemoval, ...]:
    """Lists nobody has ruled on, oldest first."""
    return tuple(_removal(row) for row in db.rows(_WAITING, {"removal_id": None}))


def get_waiting(db: Database, removal_id: int) -> StoredRemoval:
    """A list nobody has ruled on; raises NotFound."""
    row = db.one(_WAITING, {"removal_id": removal_id})
    if row is None:
        raise NotFound("That list is not waiting any more. Look at the screen again.")
    return _removal(row)


def note_turn(
    db: Database, removal_id: int, *, cases: int, figures: Mapping[str, Any], by: str, at: str
) -> None:
    """Append that so many more cases of a list were looked at, and what was removed of them."""
    db.execute(_TURN, (removal_id, cases, to_json(dict(figures)), by, at))


def turns(db: Database, removal_id: int) -> tuple[Mapping[str, Any], ...]:
    """What each turn so far removed of a list."""
    return tuple(from_json(figures) for (figures,) in db.tuples(_TURNS, (removal_id,)))


def rule(
    db: Database,
    removal_id: int,
    *,
    approved: bool,
    note: str,
    certificate: Mapping[str, Any],
    by: str,
    at: str,
) -> None:
    """Append what was said to a list, with the certificate of what was removed."""
    values = (removal_id, int(approved), note, to_json(dict(certificate)), by, at)
    db.execute(_RULE, values)


def certificates(db: Database) -> tuple[StoredCertificate, ...]:
    """Everything removed so far, the newest first."""
    return tuple(
        StoredCertificate(**row | {"certificate": from_json(row["certificate"])})
        for row in db.rows(_CERTIFICATES)
    )


def _removal(row: Row) -> StoredRemoval:
    cases = from_json(row["cases"])
    return StoredRemoval(
        **row | {"cases": cases if isinstance(cases, dict) else dict.fromkeys(cases, "")}
    )
