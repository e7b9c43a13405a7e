"""The lives of a store. One that comes back from a copy is not the one that went on without it.

The store it was copied from may have given numbers and written records since. So a restored one
is another writer to everybody else: another actor, whose envelopes begin a chain of their own, and
it leaves out every number that may have been given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.errors import Known
from app.store import crypto, journal, meta, travelling
from app.store.backup_terms import BackupTerms
from app.store.database import Database

_REFERENCES = 100_000  # of each device, in its own hundred thousand
_BLOCKS = """
    SELECT kind, first, last - next + 1 FROM number_blocks WHERE next <= last
    ORDER BY kind, first"""
_LEAVE = "UPDATE number_blocks SET next = last + 1 WHERE kind = ? AND first = ?"
_FIRST_FREE = """
    SELECT max(first, ifnull((SELECT max(number) + 1 FROM registrations
        WHERE number BETWEEN first AND (first / 100000) * 100000 + 100999), first))
    FROM (SELECT CAST(? AS INTEGER) AS first)"""
_UNSEALED = """
    SELECT DISTINCT subject, about FROM journal WHERE actor = ? AND number > ?"""
_TOUCH = "INSERT OR IGNORE INTO touched (subject, about) VALUES (?, ?)"
_FORGET = "DELETE FROM journal WHERE actor = ? AND number > ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLife:
    """What a restored store leaves out: numbers by kind, and where its case references go on."""

    actor: str
    left_out: Mapping[str, int]
    next_reference: int


def begin_new_life(
    db: Database, *, copied_at: datetime, now: datetime, terms: BackupTerms
) -> NewLife:
    """Make a restored store another writer, within the caller's transaction.

    Of every kind of number it leaves the block in use, and one more for each further span of the
    copy's age. What it recorded and had not sealed is recorded anew by the new actor: nobody will
    ever send it for the old one. Raises Known `numbers_exhausted` where references run out.
    """
    spans = 1 + max(now - copied_at, timedelta(0)) // timedelta(days=terms.days_a_block)
    left_out = _leave_blocks(db, spans)
    reference = _next_reference(db, spans * terms.references)
    meta.put(db, meta.FIRST_REFERENCE, str(reference))
    _record_anew(db)
    actor = crypto.new_actor()
    travelling.begin_chain(db, journal.actor(db))
    meta.put(db, journal.ACTOR, actor)
    return NewLife(actor=actor, left_out=left_out, next_reference=reference)


def _next_reference(db: Database, left_out: int) -> int:
    first = meta.get(db, meta.FIRST_REFERENCE) or "1001"
    # Those that were let go of are not counted among the registrations any more.
    free = max(int(db.scalar(_FIRST_FREE, (first,))), int(meta.get(db, meta.NEXT_REFERENCE) or 0))
    if (free + left_out) // _REFERENCES != int(first) // _REFERENCES:
        raise Known(
            "numbers_exhausted",
            "This device has too few case references left to begin again from a copy. Set up a new "
            "device of the trust, and let it have these records from the share.",
        )
    return free + left_out


def _leave_blocks(db: Database, spans: int) -> dict[str, int]:
    left_out: dict[str, int] = {}
    blocks: dict[str, int] = {}
    for kind, first, count in db.tuples(_BLOCKS):
        blocks[kind] = blocks.get(kind, 0) + 1
        if blocks[kind] <= spans:
            db.execute(_LEAVE, (kind, first))
            left_out[kind] = left_out.get(kind, 0) + int(count)
    return left_out


def _record_anew(db: Database) -> None:
    """Records of this life that are in no envelope go back among what is still to be recorded."""
    old = journal.actor(db)
    sealed = travelling.last_record_sealed(db, "cases")
    db.execute_many(_TOUCH, db.tuples(_UNSEALED, (old, sealed)))
    db.execute(_FORGET, (old, sealed))
