"""Records as they leave: as many as one envelope takes, one a line, unpacked in one go.

After weeks away hundreds of thousands wait: what is done for each of them stands here alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.store import journal
from app.store.bodies import DamagedRecord, unpacked, unpacked_lines, unpacked_size
from app.store.database import Database

LARGEST = 768 * 1024  # bytes of records in one envelope, unless one record alone is larger
_Place = TypeVar("_Place")


@dataclass(frozen=True, slots=True)
class Armful(Generic[_Place]):
    """What one envelope takes: where its records stand, and their bytes, each ended by a line."""

    places: Sequence[_Place]
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


def armful(rows: Callable[[], Iterable[tuple[_Place, bytes]]]) -> Armful[_Place]:
    """As many records as an envelope takes: `rows` begins to read where each stands and its bytes.

    What cannot be read any more is left out.
    """
    try:
        return _filled(rows(), left_some=False)
    except DamagedRecord:
        sound = ((place, kept) for place, kept in rows() if _can_be_read(kept))
        return _filled(sound, left_some=True)


def _filled(rows: Iterable[tuple[_Place, bytes]], *, left_some: bool) -> Armful[_Place]:
    places: list[_Place] = []
    bodies: list[bytes] = []
    sizes: list[int] = []
    room = LARGEST
    for place, kept in rows:
        size = unpacked_size(kept)
        room -= size
        if room < 0 and places:
            break
        places.append(place)
        bodies.append(kept)
        sizes.append(size)
    return Armful(places, unpacked_lines(bodies, sizes), left_some)


def _can_be_read(kept: bytes) -> bool:
    try:
        unpacked(kept)
    except DamagedRecord:
        return False
    return True
