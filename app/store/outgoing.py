"""Records as they leave: as many as one envelope takes, one a line, unpacked in one go.

After weeks away hundreds of thousands wait: what is done for each of them stands here alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic

from app.store import journal
from app.store.bodies import DamagedRecord, Place, unpacked, unpacked_lines
from app.store.database import Database

LARGEST = 768 * 1024  # bytes of records in one envelope, unless one record alone is larger


@dataclass(frozen=True, slots=True)
class Armful(Generic[Place]):
    """What one envelope takes: where its records stand, and their bytes, each ended by a line."""

    places: Sequence[Place]
    lines: bytearray
    left_some: bool  # whether something, there or right behind, cannot be read any more


def next_written(
    db: Database, actor: str, after: int, last: int, *, left: Collection[int]
) -> Armful[int]:
    """An actor's next records above one number and up to another, but for those `left` out."""

    def rows() -> Iterable[tuple[int, bytes]]:
        written = journal.kept_after(db, actor, after, last)
        return (one for one in written if one[0] not in left) if left else written

    return armful(rows)


def armful(rows: Callable[[], Iterable[tuple[Place, bytes]]]) -> Armful[Place]:
    """As many records as an envelope takes: `rows` begins to read where each stands and its bytes.

    What cannot be read any more is left out.
    """
    try:
        return Armful(*unpacked_lines(rows(), LARGEST), left_some=False)
    except DamagedRecord:
        return _one_by_one(rows())


def _one_by_one(rows: Iterable[tuple[Place, bytes]]) -> Armful[Place]:
    places: list[Place] = []
    lines = bytearray()
    room = LARGEST
    for place, kept in rows:
        with suppress(DamagedRecord):
            body = unpacked(kept)
            room -= len(body)
            if room < 0 and places:
                break
            places.append(place)
            lines += body + b"\n"
    return Armful(places, lines, left_some=True)
