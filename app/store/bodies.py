"""Records' bytes as the journal keeps them: packed, for most of what a record says is names.

The journal holds every word a second time, and whoever seals or adds up reads it through the
cipher, page by page: a quarter of the bytes are a quarter of the pages. What would not become
smaller stays as it is.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zstandard import ZstdCompressor, ZstdDecompressor

_LEVEL = 1
_MARK = b"\x28\xb5\x2f\xfd"  # how what zstd packed begins (RFC 8878, 3.1.1); a record never does
_WORTH_IT = 256


class _Hands(threading.local):
    """What packs and unpacks: made once a thread, for it may work in one at a time only."""

    def __init__(self) -> None:
        import zstandard

        self.packer: ZstdCompressor = zstandard.ZstdCompressor(level=_LEVEL)
        self.unpacker: ZstdDecompressor = zstandard.ZstdDecompressor()


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
    """A record's bytes as they travel."""
    return _hands().unpacker.decompress(kept) if kept.startswith(_MARK) else kept
