"""Files of the share that this machine would not believe: each with its fault, until looked at.

A file stays listed until it was believed. Where somebody asks for it to be judged again its hash is
forgotten, so that the same bytes are none that are known to be wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.store.database import Database

_PUT_ASIDE = """
    INSERT INTO quarantine (name, sha256, fault, device, seen_at)
    VALUES (:name, :sha256, :fault, :device, :seen_at)
    ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, fault = excluded.fault,
        seen_at = excluded.seen_at, looked_at = NULL WHERE sha256 <> excluded.sha256"""
_IS_ASIDE = "SELECT 1 FROM quarantine WHERE name = ?"
_ASIDE = """
    SELECT name, sha256, fault, device, seen_at, looked_at, looked_by, note FROM quarantine
    ORDER BY looked_at IS NOT NULL, seen_at DESC, name"""
_UNSEEN = "SELECT count(*) FROM quarantine WHERE looked_at IS NULL"
_LOOKED = """
    UPDATE quarantine SET looked_at = ?, looked_by = ?, note = ? WHERE name = ?"""
_JUDGE_AGAIN = "UPDATE quarantine SET sha256 = '' WHERE name = ?"
_IS_ASKED = "SELECT 1 FROM quarantine WHERE name = ? AND sha256 = ''"
_RELEASE = "DELETE FROM quarantine WHERE name = ?"
_ASIDE_NAMES = ("name", "sha256", "fault", "device", "seen_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A file of the share that was not believed."""

    name: str
    sha256: str
    fault: str
    device: str
    seen_at: str
    looked_at: str | None = None
    looked_by: str = ""
    note: str = ""


def put_aside(db: Database, aside: Aside) -> None:
    """Remember a file that was not believed; the file itself stays where it is."""
    db.execute(_PUT_ASIDE, {name: getattr(aside, name) for name in _ASIDE_NAMES})


def is_aside(db: Database, name: str) -> bool:
    """Whether a file was put aside."""
    return db.first(_IS_ASIDE, (name,)) is not None


def aside(db: Database) -> tuple[Aside, ...]:
    """Every file put aside, those nobody has looked at first."""
    return tuple(Aside(**row) for row in db.rows(_ASIDE))


def count_unseen(db: Database) -> int:
    """How many files put aside nobody has looked at."""
    return int(db.scalar(_UNSEEN))


def mark_looked_at(db: Database, name: str, *, by: str, note: str, at: str) -> None:
    """A person has seen a file that was put aside."""
    db.execute(_LOOKED, (at, by, note, name))


def judge_again(db: Database, name: str) -> None:
    """Judge a file again at the next look, whatever it holds."""
    db.execute(_JUDGE_AGAIN, (name,))


def is_to_be_judged(db: Database, name: str) -> bool:
    """Whether somebody asked for a file to be judged again, and it has not been yet."""
    return db.first(_IS_ASKED, (name,)) is not None


def release(db: Database, name: str) -> None:
    """A file was believed after all."""
    db.execute(_RELEASE, (name,))
