"""What officers decided, beside what was suggested; and another person's second look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.core.errors import NotAllowed
from app.store.database import Database, Row
from app.store.values import to_day

_ADD = """
    INSERT INTO decisions (decision_id, registration_id, determination_id, seq, choice, category,
        reason_code, note, suggested, agreed, second_check, certified, decided_by, decided_at)
    SELECT :decision_id, :registration_id, :determination_id, ifnull(max(seq), 0) + 1, :choice,
        :category, :reason_code, :note, :suggested, :agreed, :second_check, :certified,
        :decided_by, :decided_at
    FROM decisions WHERE registration_id = :registration_id"""
_OF = "SELECT * FROM decisions WHERE registration_id = ? ORDER BY seq"
_LATEST = "SELECT * FROM decisions WHERE registration_id = ? ORDER BY seq DESC LIMIT 1"
_CHECK = """
    INSERT INTO second_checks (decision_id, agreed, note, checked_by, checked_at)
    VALUES (?, ?, ?, ?, ?)"""
_CHECK_OF = """
    SELECT decision_id, agreed, note, checked_by, checked_at FROM second_checks
    WHERE decision_id = ?"""
_TALLY = """
    SELECT suggested, choice, reason_code, count(*) FROM decisions
    WHERE (:since IS NULL OR decided_at >= :since) AND (:until IS NULL OR decided_at < :until)
    GROUP BY suggested, choice, reason_code ORDER BY suggested, choice, reason_code"""
_DECIDED_BY = "SELECT decided_by FROM decisions WHERE decision_id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDecision:
    """One decision: the choice made, and the one the rules would have suggested.

    `second_check` says another person must look; `seq` is given by `add`.
    """

    decision_id: str
    registration_id: str
    determination_id: str | None
    seq: int = 0
    choice: str
    category: str
    reason_code: str
    note: str
    suggested: str
    agreed: bool
    second_check: bool = False
    certified: bool
    decided_by: str
    decided_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondCheck:
    """Another person's look at a decision."""

    decision_id: str
    agreed: bool
    note: str
    checked_by: str
    checked_at: str


def add(db: Database, decision: StoredDecision) -> None:
    """Append a decision; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "decision_id": decision.decision_id,
            "registration_id": decision.registration_id,
            "determination_id": decision.determination_id,
            "choice": decision.choice,
            "category": decision.category,
            "reason_code": decision.reason_code,
            "note": decision.note,
            "suggested": decision.suggested,
            "agreed": decision.agreed,
            "second_check": decision.second_check,
            "certified": decision.certified,
            "decided_by": decision.decided_by,
            "decided_at": decision.decided_at,
        },
    )


def latest(db: Database, registration_id: str) -> StoredDecision | None:
    """The decision that stands, or None before the first."""
    row = db.one(_LATEST, (registration_id,))
    return None if row is None else _from_row(row)


def of(db: Database, registration_id: str) -> tuple[StoredDecision, ...]:
    """All decisions, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_OF, (registration_id,)))


def tally(
    db: Database, since: date | None, until: date | None
) -> tuple[tuple[str, str, str, int], ...]:
    """How many decisions of some days chose what, on which suggestion and reason; nobody's name.

    Both days count, `until` included.
    """
    after = until + timedelta(days=1) if until is not None and until < date.max else None
    return tuple(
        (str(suggested), str(choice), str(code), int(count))
        for suggested, choice, code, count in db.each(
            _TALLY, {"since": to_day(since), "until": to_day(after)}
        )
    )


def add_check(db: Database, check: SecondCheck) -> None:
    """Append a second look; raises NotAllowed where it is the decider's own."""
    if db.scalar(_DECIDED_BY, (check.decision_id,)) == check.checked_by:
        raise NotAllowed("You made this decision. Another senior officer must check it.")
    db.execute(
        _CHECK,
        (check.decision_id, check.agreed, check.note, check.checked_by, check.checked_at),
    )


def check_of(db: Database, decision_id: str) -> SecondCheck | None:
    """The second look at a decision, or None."""
    row = db.one(_CHECK_OF, (decision_id,))
    return None if row is None else SecondCheck(**row | {"agreed": bool(row["agreed"])})


def _from_row(row: Row) -> StoredDecision:
    return StoredDecision(
        **row
        | {
            "agreed": bool(row["agreed"]),
            "second_check": bool(row["second_check"]),
            "certified": bool(row["certified"]),
        }
    )
