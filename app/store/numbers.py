"""Numbers taken one after another from the blocks the trust granted to this device."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.store.database import Database

_GRANT = "INSERT INTO number_blocks (kind, first, last, next) VALUES (?, ?, ?, ?)"
_OVERLAP = "SELECT 1 FROM number_blocks WHERE kind = ? AND first <= ? AND last >= ?"
_NEXT = """
    SELECT first, next FROM number_blocks WHERE kind = ? AND next <= last
    ORDER BY first LIMIT 1"""
_TAKE = "UPDATE number_blocks SET next = next + 1 WHERE kind = ? AND first = ?"
_LEFT = "SELECT ifnull(sum(last - next + 1), 0) FROM number_blocks WHERE kind = ?"
_BLOCKS = "SELECT kind, first, last, next FROM number_blocks ORDER BY kind, first"


@dataclass(frozen=True, slots=True)
class Block:
    """Numbers `first` to `last` of one kind, of which `next` is the first untaken."""

    kind: str
    first: int
    last: int
    next: int


def grant(db: Database, kind: str, *, first: int, last: int) -> None:
    """Give this device a block; raises BadInput where it overlaps one it has, or is empty."""
    if not 0 < first <= last:
        raise BadInput("bad_block", "A block must run from a number above 0 upwards.", "first")
    if db.first(_OVERLAP, (kind, last, first)):
        raise BadInput(
            "bad_block",
            Phrase(
                "Numbers {first} to {last} overlap a block already here. Choose another block.",
                first=first,
                last=last,
            ),
            "first",
        )
    db.execute(_GRANT, (kind, first, last, first))


def take_next(db: Database, kind: str) -> int:
    """The next number, without a gap inside a block: a rolled-back act gives it back.

    Raises Known `numbers_exhausted`.
    """
    found = db.first(_NEXT, (kind,))
    if found is None:
        raise Known(
            "numbers_exhausted",
            "This device has used all its numbers of this kind. Do this at another desk, and ask "
            "your administrator to set up a further one here.",
        )
    first, number = found
    db.execute(_TAKE, (kind, first))
    return int(number)


def left(db: Database, kind: str) -> int:
    """How many numbers of a kind remain."""
    return int(db.scalar(_LEFT, (kind,)))


def blocks(db: Database) -> tuple[Block, ...]:
    """Every block of this device."""
    return tuple(Block(*row) for row in db.each(_BLOCKS))
