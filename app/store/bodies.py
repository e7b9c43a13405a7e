"""Records' bytes as the journal keeps them: packed, for most of what a record says is names.

The journal holds every word a second time, and whoever seals or adds up reads it through the
cipher, page by page: a quarter of the bytes are a quarter of the pages. What would not become
smaller stays as it is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from app.core.errors import Known
from app.replica.record import LARGEST, Record, kept_record

if TYPE_CHECKING:
    from zstandard import ZstdCompressor, ZstdDecompressor

_LEVEL = 1
Place = TypeVar("Place")
_MARK = b"\x28\xb5\x2f\xfd"  # how what zstd packed begins (RFC 8878, 3.1.1); a record never does
_BEGINS, _BRACE = b"{", ord("{")
_WORTH_IT = 256


class DamagedRecord(Known):
    """A record of the journal that cannot be read any more. All else can, and goes on."""

    def __init__(self) -> None:
        super().__init__(
            "damaged_record",
            "A record kept on this machine cannot be read any more; nothing else is held up by it. "
            "Restore the last backup of this folder: what was sent since comes back by the share.",
        )


class _Hands(threading.local):
    """What packs and unpacks: made once a thread, for it may work in one at a time only."""

    def __init__(self) -> None:
        import zstandard

        self.packer: ZstdCompressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
        self.unpacker: ZstdDecompressor = zstandard.ZstdDecompressor()
        self.size_of: Callable[[bytes], int] = zstandard.frame_content_size
        self.fault = zstandard.ZstdError
        self.line_end: bytes = zstandard.ZstdCompressor().compress(b"\n")


@cache
def _hands() -> _Hands:
    return _Hands()


def packed(body: bytes) -> bytes:
    """A record's bytes as they are kept."""
    if len(body) < _WORTH_IT:
        return body
    smaller = _hands().packer.compress(body)
    return smaller if len(smaller) < len(body) else body


def unpacked(kept: bytes) -> bytes:
    """A record's bytes as they travel; raises DamagedRecord where they cannot be read any more."""
    if not kept.startswith(_MARK):
        if not kept.startswith(_BEGINS):
            raise DamagedRecord
        return kept
    hands = _hands()
    try:
        body = hands.unpacker.decompress(kept) if 0 < hands.size_of(kept) <= LARGEST else b""
    except hands.fault:
        body = b""
    if not body.startswith(_BEGINS):
        raise DamagedRecord
    return body


def unpacked_lines(
    rows: Iterable[tuple[Place, bytes]], most: int
) -> tuple[Sequence[Place], bytearray]:
    """The first records, up to so many bytes and at least one: where they stand, and one a line.

    Raises DamagedRecord where one or another cannot be read any more: `unpacked` knows which.
    """
    hands = _hands()
    size_of = hands.size_of
    places: list[Place] = []
    sizes: list[int] = []
    frames: list[bytes] = []
    small: list[int] = []  # where among these those stand that are kept unpacked
    for place, kept in rows:
        try:
            size, is_packed = size_of(kept), True
        except hands.fault:
            size, is_packed = len(kept) if kept.startswith(_BEGINS) else 0, False
        if not 0 < size <= LARGEST:
            raise DamagedRecord
        most -= size
        if most < 0 and places:
            break
        places.append(place)
        sizes.append(size)
        if not is_packed:
            small.append(len(frames))
        frames.append(kept)
    if len(small) == len(frames):  # changes of a word or two
        return places, bytearray(b"\n".join((*frames, b"")))
    for at in small:
        frames[at] = hands.packer.compress(frames[at])
    return places, _lines(frames, sizes)


def _lines(frames: list[bytes], sizes: list[int]) -> bytearray:
    """What frames of these sizes hold, one a line: all of them in one call."""
    hands = _hands()
    packed = hands.line_end.join((*frames, b""))
    lines = bytearray(sum(sizes) + len(sizes))
    try:
        with hands.unpacker.stream_reader(packed, read_across_frames=True) as reader:
            is_whole = reader.readinto(lines) == len(lines) and not reader.read(1)
    except hands.fault:
        is_whole = False
    at = 0
    for size in sizes:
        is_whole = is_whole and lines[at] == _BRACE
        at += size + 1
    if not is_whole:
        raise DamagedRecord
    return lines


def unpacked_record(kept: bytes) -> Record:
    """A record as it is kept; raises DamagedRecord as `unpacked` does."""
    body = unpacked(kept)
    try:
        return kept_record(body)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise DamagedRecord from None


def require_sound(kept: bytes) -> None:
    """Raise DamagedRecord where `unpacked_record` would; what is packed bears its own checksum."""
    if kept.startswith(_MARK):
        unpacked(kept)
    else:
        unpacked_record(kept)
