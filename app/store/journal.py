"""The journal of records: what this machine added, what others sent, and what is in dispute.

People's work goes into the ordinary tables; `app.store.absorbing` brings it into the journal as
records, and `app.store.placing` lays records of other machines down in the tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.replica.bringing_back import CARRIED, Believes, believe_all
from app.replica.fold import State, fold, outlived
from app.replica.one_dot import is_what_was
from app.replica.record import Dot, Record, Subject
from app.store import disputes, meta, origins
from app.store.bodies import DamagedRecord, packed, unpacked, unpacked_record
from app.store.database import Database
from app.store.migrations import STORE
from app.store.read_last import reader
from app.store.replicated import QUIET, RIVALS, RULINGS, TAKES_OUT

ACTOR, LAST_STAMP = "actor", "last_stamp"
SCHEMA = len(STORE.steps)

_ADD = """
    INSERT OR IGNORE INTO journal (actor, number, stamp, subject, about, schema, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_OF = "SELECT body FROM journal WHERE subject = ? AND about = ?"
_OF_EACH = """
    SELECT w.value, j.body FROM json_each(?2) w
    CROSS JOIN journal j ON j.subject = ?1 AND j.about = w.value"""
_OF_IN_SIGHT = """
    SELECT body FROM journal WHERE subject = ? AND about = ? AND (place <= ? OR actor = ?)"""
_LAID_DOWN_TO = "laid_down_to {subject} {about}"
_MARKS = "SELECT key, value FROM meta WHERE key GLOB 'laid_down_to *'"
_FORGET = "DELETE FROM meta WHERE key IN (SELECT value FROM json_each(?))"
_LAST_NUMBER = "SELECT ifnull(max(number), 0) FROM journal WHERE actor = ?"
# Numbers rise with places: read along the table itself from the first of them, not row by row by
# way of an index.
_AFTER = """
    SELECT number, body FROM journal
    WHERE +actor = ?1 AND number > ?2 AND number <= ?3 AND place >= (
        SELECT place FROM journal WHERE actor = ?1 AND number > ?2 ORDER BY number LIMIT 1)
    ORDER BY place"""
_SINCE = "SELECT DISTINCT subject, about FROM journal WHERE place > ?"
_OF_NUMBERS = """
    SELECT subject, about, body FROM journal WHERE actor = ? AND number > ? AND number <= ?"""
_EVERY = "SELECT actor, number, body FROM journal ORDER BY place"
_KNOWN = """
    SELECT w.value FROM json_each(?2) w
    WHERE EXISTS (SELECT 1 FROM journal j WHERE j.subject = ?1 AND j.about = w.value)"""
_LET_GO = """
    SELECT about FROM let_go WHERE subject = ?1 AND about IN (SELECT value FROM json_each(?2))"""
_LEAVE = "UPDATE journal SET body = ? WHERE actor = ? AND number = ?"
_THOSE_HERE = """
    SELECT number FROM journal WHERE actor = ? AND number IN (SELECT value FROM json_each(?))"""
_TAKE_OUT = "DELETE FROM journal WHERE actor = ? AND number = ?"
_AT = "SELECT body FROM journal WHERE actor = ? AND number = ?"
_WRITER = "SELECT stamp FROM journal WHERE actor = ? AND number = ?"
_NOT_PLACED = "SELECT subject, about, reason FROM unplaced ORDER BY subject, about"
_PUT_NOT_PLACED = """
    INSERT INTO unplaced (subject, about, reason) VALUES (?, ?, ?)
    ON CONFLICT (subject, about) DO UPDATE SET reason = excluded.reason"""
_PLACED = """
    DELETE FROM unplaced
    WHERE subject = ?1 AND about IN (SELECT value FROM json_each(?2))"""


_NONE_AT_HAND: Mapping[bytes, Record] = {}


@dataclass(frozen=True, slots=True)
class Written:
    """A record's place in the journal, with its bytes as they travel."""

    number: int
    body: bytes
    actor: str = ""  # where records of several are read


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Records that are kept but could not be laid down in the tables yet, and why."""

    subject: str
    about: str
    reason: str


def actor(db: Database) -> str:
    """The life of this store: 16 hexadecimal digits."""
    return str(meta.get(db, ACTOR))


def last_number(db: Database, of_actor: str) -> int:
    """The number of the newest record of an actor; 0 where there is none."""
    return int(db.scalar(_LAST_NUMBER, (of_actor,)))


def last_stamp(db: Database) -> int:
    """The highest stamp seen: what is written next stands after it."""
    return int(meta.get(db, LAST_STAMP) or 0)


def place(db: Database) -> int:
    """Where the journal ends now."""
    return int(db.scalar("SELECT ifnull(max(place), 0) FROM journal"))


def subjects_since(db: Database, end: int) -> frozenset[tuple[str, str]]:
    """The subjects of what was added after an earlier end."""
    return frozenset((subject, about) for subject, about in db.tuples(_SINCE, (end,)))


def add(db: Database, records: Sequence[tuple[Record, bytes]]) -> None:
    """Keep records that are not kept yet."""
    last = reader(db)
    rows = []
    for one, body in records:
        kept = packed(body)
        last.keep(kept, one)
        columns = (one.actor, one.number, one.stamp, str(one.subject), one.about, one.schema)
        rows.append((*columns, kept))
    db.execute_many(_ADD, rows)
    highest = max((one.stamp for one, _ in records), default=0)
    if highest > last_stamp(db):
        meta.put(db, LAST_STAMP, str(highest))


def add_rows(db: Database, rows: Sequence[tuple[str, int, int, str, str, int, bytes]]) -> None:
    """Keep own records given as the columns of the journal, without looking at them again."""
    db.execute_many(_ADD, [(*columns, packed(body)) for *columns, body in rows])
    if rows:
        meta.put(db, LAST_STAMP, str(rows[-1][2]))


def dots_here(db: Database, dots: Iterable[Dot]) -> Iterator[Dot]:
    """Those of the records that are kept here. What goes on behind the newest is seen at once."""
    by_actor: dict[str, list[int]] = {}
    for of_actor, number in dots:
        by_actor.setdefault(of_actor, []).append(number)
    for of_actor, numbers in by_actor.items():
        if min(numbers) <= last_number(db, of_actor):
            for (number,) in db.tuples(_THOSE_HERE, (of_actor, json.dumps(numbers))):
                yield of_actor, int(number)


def take_out(db: Database, dot: Dot) -> None:
    """Take out a content that is not the record's own, for its own to be kept in its place."""
    db.execute(_TAKE_OUT, dot)
    origins.forget(db, dot)


def known(db: Database, subject: Subject, abouts: Sequence[str]) -> frozenset[str]:
    """Those of the subjects that have a record already."""
    return frozenset(row[0] for row in db.each(_KNOWN, (subject.value, json.dumps(abouts))))


def stays_away(db: Database, subject: str, abouts: Sequence[str]) -> frozenset[str]:
    """Those of the subjects that this machine has let go of (`app.store.letting_go`)."""
    return frozenset(row[0] for row in db.each(_LET_GO, (str(subject), json.dumps(abouts))))


def records_of(db: Database, subject: Subject, about: str) -> tuple[Record, ...]:
    """Every record of a subject."""
    return tuple(unpacked_record(row[0]) for row in db.each(_OF, (subject.value, about)))


def state_of(db: Database, subject: Subject, about: str) -> State:
    """What the records of a subject add up to."""
    return _add_up(db, subject, about, records_of(db, subject, about))


def states_of(
    db: Database,
    subject: Subject,
    abouts: Sequence[str],
    *,
    at_hand: Mapping[bytes, Record] = _NONE_AT_HAND,
) -> dict[str, State]:
    """What the records of each of some subjects add up to; those `at_hand` need no reading."""
    found: dict[str, list[Record]] = {about: [] for about in abouts}
    last = reader(db)
    for about, body in db.tuples(_OF_EACH, (subject.value, json.dumps(abouts))):
        record = at_hand.get(body)
        if record is None:
            record = last.read(body)
        found[about].append(record)
    return {about: _add_up(db, subject, about, records) for about, records in found.items()}


def states_in_sight(db: Database, subject: Subject, abouts: Sequence[str]) -> dict[str, State]:
    """What the tables show of some subjects: without records that wait to be laid down."""
    marks = _marks(db)
    own = actor(db)
    states = states_of(db, subject, [one for one in abouts if _key(subject, one) not in marks])
    for about in abouts:
        mark = marks.get(_key(subject, about))
        if mark is not None:
            found = db.each(_OF_IN_SIGHT, (subject.value, about, mark, own))
            records = [unpacked_record(row[0]) for row in found]
            states[about] = _add_up(db, subject, about, records)
    return states


def believes(db: Database, subject: Subject, about: str) -> Believes:
    """What this machine believes of records that are brought back: those it let go of itself."""
    was = origins.let_go_of(db, subject.value, about)

    def is_believed(record: Record) -> bool:
        known = was.get(record.dot)
        return known is None or is_what_was(record, known, out=origins.OUT)

    return is_believed


def _add_up(db: Database, subject: Subject, about: str, records: Sequence[Record]) -> State:
    """The state of one subject, with the rivals and quiet cells of this store's tables."""
    carried = any(CARRIED in record.rows for record in records)
    return fold(
        records,
        rivals=RIVALS,
        quiet=QUIET,
        rulings=RULINGS,
        believes=believes(db, subject, about) if carried else believe_all,
    )


def kept_after(db: Database, of_actor: str, number: int, last: int) -> Iterator[tuple[int, bytes]]:
    """An actor's records above one number and up to another, in order, as they are kept."""
    return db.each(_AFTER, (of_actor, number, last))


def written_after(db: Database, of_actor: str, number: int) -> Iterator[Written]:
    """An actor's records above a number, in order; those that cannot be read are left out."""
    for place, kept in kept_after(db, of_actor, number, last_number(db, of_actor)):
        with suppress(DamagedRecord):
            yield Written(place, unpacked(kept))


def cannot_be_read(db: Database, subject: str, about: str, why: DamagedRecord) -> None:
    """Note that something of a subject is damaged here, until it is not."""
    set_unplaced(db, subject, about, why.message, since=place(db))


def damaged(db: Database, of_actor: str, after: int, last: int) -> tuple[tuple[str, str], ...]:
    """What an actor's records of these numbers are about of which some cannot be read any more."""
    return tuple(
        (str(subject), str(about))
        for subject, about, body in db.each(_OF_NUMBERS, (of_actor, after, last))
        if _is_damaged(body)
    )


def _is_damaged(kept: bytes) -> bool:
    try:
        unpacked_record(kept)
    except DamagedRecord:
        return True
    return False


def every(db: Database) -> Iterator[tuple[str, Written]]:
    """All records of all actors, as they came."""
    for of_actor, number, body in db.each(_EVERY):
        yield of_actor, Written(number, unpacked(body))


def leave(db: Database, record: Record) -> None:
    """Put what is left of a record whose time is over in its place, and keep the hash of it."""
    before = record_at(db, record.dot)
    if before is not None and before != record:
        origins.let_go(db, before)
    db.execute(_LEAVE, (packed(record.to_bytes()), record.actor, record.number))


def follow(db: Database, subject: Subject, written: Sequence[tuple[Record, State]]) -> None:
    """Keep what is told of subjects true after records, each written in sight of a state.

    Where nothing was in dispute and nothing out of sight, nothing is afterwards.
    """
    marks = _marks(db)
    for record, before in written:
        taken_out = any(table in record.rows or table in before.rows for table in TAKES_OUT)
        more = before.open or before.settled or before.held or before.gone or taken_out
        if more or _key(subject, record.about) in marks:
            now = state_of(db, subject, record.about)
            disputes.tell(db, subject, {record.about: now})
            let_go(db, subject, record.about, now)


def let_go(db: Database, subject: Subject, about: str, state: State) -> None:
    """Take the content out of records of what is gone, and the pages of a copy taken out."""
    if state.gone or any(table in state.rows for table in TAKES_OUT):
        for left in outlived(records_of(db, subject, about), state, takes_out=TAKES_OUT):
            leave(db, left)


def forget(db: Database, subject: Subject, about: str) -> None:
    """Tell no more of a subject that is not here: neither disputes nor what waits."""
    disputes.forget(db, subject, [about])
    db.execute(_PLACED, (subject.value, json.dumps([about])))


def record_at(db: Database, dot: Dot) -> Record | None:
    """One record; None where it is not kept here."""
    body = db.scalar(_AT, dot)
    return None if body is None else unpacked_record(body)


def stamp_of(db: Database, dot: Dot) -> int | None:
    """When a record was written by its writer's clock, in milliseconds; None where unknown."""
    found = db.scalar(_WRITER, dot)
    return None if found is None else int(found)


def unplaced(db: Database) -> tuple[Unplaced, ...]:
    """What waits to be laid down."""
    return tuple(
        Unplaced(str(subject), str(about), str(reason))
        for subject, about, reason in db.each(_NOT_PLACED)
    )


def set_unplaced(db: Database, subject: str, about: str, reason: str, *, since: int) -> None:
    """Note that a subject's records wait to be laid down, and why.

    `since` is the journal's end when all of the subject was last laid down.
    """
    key = _key(subject, about)
    if meta.get(db, key) is None:
        meta.put(db, key, str(since))
    db.execute(_PUT_NOT_PLACED, (str(subject), about, reason))


def set_placed(db: Database, subject: Subject, states: Mapping[str, State]) -> None:
    """Note that all there is of some subjects is laid down, but for what is held."""
    abouts = list(states)
    db.execute(_FORGET, (json.dumps([_key(subject, about) for about in abouts]),))
    db.execute(_PLACED, (subject.value, json.dumps(abouts)))
    for about, state in states.items():
        if state.held:
            reason = f"{len(state.held)} records wait for an earlier one."
            db.execute(_PUT_NOT_PLACED, (subject.value, about, reason))


def _marks(db: Database) -> dict[str, int]:
    """Up to where subjects were laid down, for those of which that is not to the end."""
    return {key: int(value) for key, value in db.each(_MARKS)}


def _key(subject: str, about: str) -> str:
    return _LAID_DOWN_TO.format(subject=str(subject), about=about)
