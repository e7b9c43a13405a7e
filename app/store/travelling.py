"""What this machine has sealed, sent and taken in, envelope by envelope."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from app.store import meta
from app.store.database import Database

FIRST = "0" * 64
_EARLIER = "envelopes_before"  # how many envelopes earlier lives of this store made
_LIVES = "earlier_lives"  # those lives, with the same of each
_LAST = """
    SELECT sequence, sha256 FROM envelopes_out WHERE sequence > ? ORDER BY sequence DESC LIMIT 1"""
_HOW_MANY = "SELECT ifnull(max(sequence), 0) FROM envelopes_out"
_PUT = """
    INSERT INTO envelopes_out
        (sequence, name, content, rows, first_record, last_record, batch, sha256, file, made_at)
    VALUES (:sequence, :name, :content, :rows, :first_record, :last_record, :batch, :sha256, :file,
            :made_at)"""
_COLUMNS = """
    sequence, name, content, rows, first_record, last_record, batch, sha256, made_at, sent_at,
    taken_at"""
_UNSENT = "SELECT sequence FROM envelopes_out WHERE sent_at IS NULL ORDER BY sequence"
_ONE_UNSENT = f"SELECT {_COLUMNS} FROM envelopes_out WHERE sequence = ? AND sent_at IS NULL"
_UNTAKEN = f"SELECT {_COLUMNS} FROM envelopes_out WHERE taken_at IS NULL ORDER BY sequence"
# By both indexes alone, as in `unsent`.
_ON_SHARE = """
    SELECT sequence FROM envelopes_out WHERE taken_at IS NULL
    EXCEPT SELECT sequence FROM envelopes_out WHERE sent_at IS NULL ORDER BY sequence"""
_NAMED = """
    SELECT sequence, name, sha256 FROM envelopes_out
    WHERE sequence IN (SELECT value FROM json_each(?)) ORDER BY sequence"""
_LATEST = f"SELECT {_COLUMNS} FROM envelopes_out ORDER BY sequence DESC LIMIT ?"
_FILE = "SELECT file FROM envelopes_out WHERE sequence = ?"
_SENT = "UPDATE envelopes_out SET sent_at = ? WHERE sequence = ? AND sent_at IS NULL"
_RENAME = "UPDATE envelopes_out SET name = ?, sent_at = NULL WHERE sequence = ?"
_TAKEN = """
    UPDATE envelopes_out SET taken_at = ?, sent_at = ifnull(sent_at, ?), file = NULL
    WHERE sequence = ? AND sha256 = ? AND taken_at IS NULL"""
_LAST_RECORD = """
    SELECT ifnull(max(last_record), 0) FROM envelopes_out WHERE content = ? AND sequence > ?"""
_FIRST_UNTAKEN = """
    SELECT ifnull(min(first_record), (SELECT ifnull(max(last_record), 0) + 1 FROM envelopes_out
                                      WHERE content = 'cases' AND sequence > ?1))
    FROM envelopes_out WHERE content = 'cases' AND sequence > ?1 AND taken_at IS NULL"""
_OLD_UNTAKEN = """
    SELECT 1 FROM envelopes_out
    WHERE content = 'cases' AND sequence <= ? AND taken_at IS NULL LIMIT 1"""
_LINK = """
    SELECT sequence, sha256 FROM envelopes_in WHERE actor = ? ORDER BY sequence DESC LIMIT 1"""
_LINKS = """
    SELECT actor, sequence, sha256, device FROM envelopes_in e
    WHERE sequence = (SELECT max(sequence) FROM envelopes_in n WHERE n.actor = e.actor)"""
_TAKEN_OF_ALL = "SELECT actor, sequence, sha256 FROM envelopes_in"
_TAKE = """
    INSERT INTO envelopes_in (actor, sequence, device, sha256, content, rows, taken_at)
    VALUES (:actor, :sequence, :device, :sha256, :content, :rows, :taken_at)"""
_CAME_AS = "SELECT device, sha256 FROM envelopes_in WHERE actor = ? AND sequence = ?"
_COME = "SELECT actor, sequence, device, sha256, content, rows, taken_at FROM envelopes_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An envelope of this machine: made, sent once read back, taken once a receipt has its hash.

    `sequence` counts on through every life of the store; `in_chain` says the number it travels by.
    `first_record` and `last_record` are the numbers of the records inside, 0 for other content;
    `batch` is the number of the ledger batch inside, if it is one.
    """

    sequence: int
    name: str
    content: str
    rows: int
    first_record: int
    last_record: int
    batch: int | None
    sha256: str
    made_at: str
    sent_at: str | None = None
    taken_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Come:
    """An envelope of another machine that was taken in."""

    actor: str
    sequence: int
    device: str
    sha256: str
    content: str
    rows: int
    taken_at: str


def next_link(db: Database) -> tuple[int, str]:
    """The number and previous hash of the envelope about to be made."""
    earlier = _of_earlier_lives(db)
    last = db.first(_LAST, (earlier,))
    return (earlier + 1, FIRST) if last is None else (last[0] + 1, last[1])


def in_chain(db: Database, sequence: int) -> int:
    """The number, from 1, of this life's envelope in its own chain."""
    return sequence - _of_earlier_lives(db)


def begin_chain(db: Database, ended: str) -> None:
    """A new life begins its own chain; `ended` is the actor whose chain is not gone on with.

    Envelopes of the old life are still sent, byte for byte, and their receipts still count.
    """
    lives = _lives(db) | {ended: _of_earlier_lives(db)}
    meta.put(db, _LIVES, json.dumps(lives))
    meta.put(db, _EARLIER, str(db.scalar(_HOW_MANY)))


def before(db: Database, actor: str) -> int | None:
    """How many envelopes were made here before that life of this store; None for another store."""
    return _lives(db).get(actor)


def _lives(db: Database) -> dict[str, int]:
    """The lives of this store by actor, the present one included."""
    ended: dict[str, int] = json.loads(meta.get(db, _LIVES) or "{}")
    return ended | {str(meta.get(db, "actor")): _of_earlier_lives(db)}


def _of_earlier_lives(db: Database) -> int:
    return int(meta.get(db, _EARLIER) or 0)


def put(db: Database, sealed: Sealed, file: bytes) -> None:
    """Keep a new envelope; raises RuntimeError where it is not the next of the chain."""
    if next_link(db)[0] != sealed.sequence:
        raise RuntimeError("an envelope follows the one before it")
    values = {name: getattr(sealed, name) for name in _PUT_NAMES}
    db.execute(_PUT, values | {"file": file})


def unsent(db: Database) -> tuple[int, ...]:
    """The numbers of what the share has not been seen to hold, oldest first.

    From the index alone: the rest of a row lies behind its file.
    """
    return tuple(sequence for (sequence,) in db.each(_UNSENT))


def waits_to_go(db: Database, sequence: int) -> Sealed | None:
    """One envelope the share has not been seen to hold; None where it has."""
    found = _sealed(db, _ONE_UNSENT, (sequence,))
    return found[0] if found else None


def untaken(db: Database) -> tuple[Sealed, ...]:
    """What no receipt has come for, oldest first."""
    return _sealed(db, _UNTAKEN, ())


def on_share(db: Database) -> tuple[int, ...]:
    """The numbers of what was sent and has no receipt, oldest first."""
    return tuple(sequence for (sequence,) in db.tuples(_ON_SHARE))


def named(db: Database, sequences: Sequence[int]) -> list[tuple[int, str, str]]:
    """Number, name and hash of some envelopes."""
    found = db.tuples(_NAMED, (json.dumps(sequences),))
    return [(int(sequence), str(name), str(digest)) for sequence, name, digest in found]


def latest(db: Database, limit: int) -> tuple[Sealed, ...]:
    """The newest envelopes, newest first."""
    return _sealed(db, _LATEST, (limit,))


def file_of(db: Database, sequence: int) -> bytes | None:
    """An envelope's bytes; None once a receipt has come."""
    found: bytes | None = db.scalar(_FILE, (sequence,))
    return found


def mark_sent(db: Database, sequence: int, at: str) -> None:
    """The share gave the file back as it was written."""
    db.execute(_SENT, (at, sequence))


def send_under(db: Database, sequence: int, name: str) -> None:
    """The file on the share was spoilt or taken away: send it again, under this name."""
    db.execute(_RENAME, (name, sequence))


def mark_taken(db: Database, sequence: int, digest: str, at: str) -> bool:
    """A receipt names the envelope and its hash; False for another hash, or a second receipt."""
    return bool(db.execute(_TAKEN, (at, at, sequence, digest)).rowcount)


def last_record_sealed(db: Database, content: str) -> int:
    """The number of this life's newest record that is in an envelope of that content."""
    return int(db.scalar(_LAST_RECORD, (content, _of_earlier_lives(db))))


def first_record_untaken(db: Database) -> int:
    """The number of this life's oldest record that no receipt has come for yet."""
    return int(db.scalar(_FIRST_UNTAKEN, (_of_earlier_lives(db),)))


def waits_of_earlier_lives(db: Database) -> bool:
    """Whether an earlier life of this store sealed cases that no receipt has come for."""
    return db.first(_OLD_UNTAKEN, (_of_earlier_lives(db),)) is not None


def link(db: Database, actor: str) -> tuple[int, str]:
    """Where another actor's chain stands here: number and hash of the last envelope taken."""
    found = db.first(_LINK, (actor,))
    return (0, FIRST) if found is None else (found[0], found[1])


def links(db: Database) -> dict[str, tuple[int, str, str]]:
    """Where every other actor's chain stands here: number, hash and device."""
    return {actor: (sequence, digest, of) for actor, sequence, digest, of in db.each(_LINKS)}


def taken(db: Database) -> dict[str, dict[int, str]]:
    """The hash of every envelope that was taken in, by actor and number."""
    found: dict[str, dict[int, str]] = {}
    for actor, sequence, digest in db.each(_TAKEN_OF_ALL):
        found.setdefault(actor, {})[sequence] = digest
    return found


def take(db: Database, come: Come) -> None:
    """Remember an envelope, in the transaction that takes in what it holds."""
    db.execute(_TAKE, {name: getattr(come, name) for name in Come.__dataclass_fields__})


def device_of(db: Database, actor: str) -> str:
    """The device whose store an actor is; empty where nothing of it came."""
    return str(db.scalar("SELECT device FROM envelopes_in WHERE actor = ? LIMIT 1", (actor,)) or "")


def came_as(db: Database, actor: str, sequence: int) -> tuple[str, str] | None:
    """Device and hash of one envelope that was taken in."""
    found = db.first(_CAME_AS, (actor, sequence))
    return None if found is None else (str(found[0]), str(found[1]))


def came(db: Database) -> tuple[Come, ...]:
    """Every envelope that was taken in."""
    return tuple(Come(**row) for row in db.rows(_COME))


_PUT_NAMES = (
    "sequence",
    "name",
    "content",
    "rows",
    "first_record",
    "last_record",
    "batch",
    "sha256",
    "made_at",
)


def _sealed(db: Database, sql: str, parameters: Sequence[object]) -> tuple[Sealed, ...]:
    return tuple(Sealed(**row) for row in db.rows(sql, parameters))
