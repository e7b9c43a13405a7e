"""Who told each record of the journal, and by what it is known since some of it was let go of.

Most records came from their writer and are whole: of these there is no row here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.replica.one_dot import Envelope, Origin, hashes
from app.replica.record import Dot, Record
from app.store.database import Database
from app.store.replicated import TAKES_OUT

OUT = frozenset(TAKES_OUT.values())
"""Tables whose rows another table's take out."""

_OF = (
    "SELECT origin, brought_by, brought_in, was FROM record_origins WHERE actor = ? AND number = ?"
)
_PUT = """
    INSERT INTO record_origins (actor, number, origin, brought_by, brought_in)
    SELECT ?1, ?2, ?3, ?4, ?5
    WHERE EXISTS (SELECT 1 FROM journal WHERE actor = ?1 AND number = ?2)
    ON CONFLICT (actor, number) DO UPDATE SET origin = excluded.origin,
        brought_by = excluded.brought_by, brought_in = excluded.brought_in"""
_WAS = """
    INSERT INTO record_origins (actor, number, was) VALUES (?, ?, ?)
    ON CONFLICT (actor, number) DO UPDATE SET was = excluded.was WHERE was = ''"""
_FORGET = "DELETE FROM record_origins WHERE actor = ? AND number = ?"
_LET_GO_OF = """
    SELECT o.actor, o.number, o.was FROM record_origins o JOIN journal j USING (actor, number)
    WHERE j.subject = ? AND j.about = ? AND o.was <> ''"""


@dataclass(frozen=True, slots=True)
class Told:
    """Who told a record, in which envelope where it was not its writer, and by what it is known."""

    origin: Origin = Origin.WRITER
    brought_in: Envelope = ("", 0)
    was: frozenset[str] = frozenset()


def of(db: Database, dot: Dot) -> Told:
    """Who told a record that is kept here."""
    row = db.first(_OF, dot)
    if row is None:
        return Told()
    origin, brought_by, brought_in, was = row
    envelope = (str(brought_by), int(brought_in))
    return Told(Origin(origin), envelope, frozenset(str(was).split()))


def note(db: Database, dots: Iterable[Dot], origin: Origin, envelope: Envelope) -> None:
    """Remember who told records that are in the journal now, and in which envelope."""
    db.execute_many(_PUT, [(*dot, int(origin), *envelope) for dot in dots])


def forget(db: Database, dot: Dot) -> None:
    """What was known of a content that is here no more."""
    db.execute(_FORGET, dot)


def let_go(db: Database, record: Record) -> None:
    """Some of a record is about to go: what it is known by stays."""
    known = hashes(record, out=OUT)
    if known:
        db.execute(_WAS, (*record.dot, " ".join(sorted(known))))


def let_go_of(db: Database, subject: str, about: str) -> dict[Dot, frozenset[str]]:
    """By what the records of a subject are known of which some was let go of."""
    rows = db.tuples(_LET_GO_OF, (subject, about))
    return {(str(actor), int(number)): frozenset(str(was).split()) for actor, number, was in rows}
