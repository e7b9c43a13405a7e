"""What lies inside an envelope: records, one a line, or whole files with their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from app.spool.sealed import Fault, Refused

RECEIPTS, PAYMENTS = "receipts.json", "payments.csv"
"""Files of the hub's answers: what was taken, and money that finance took itself."""


def pack_lines(lines: Iterable[bytes]) -> bytes:
    """Records one after another; none holds a line break."""
    packed = b"\n".join(lines)
    return packed + b"\n" if packed else b""


def lines_of(content: bytes, count: int) -> Iterator[bytes]:
    """The records of an envelope, one by one; raises Refused where they are not so many.

    They are counted before any is taken out: millions of them cost no memory.
    """
    if content.count(b"\n") != count or content[-1:] not in (b"\n", b""):
        raise Refused(Fault.MISCOUNTED)
    return (line[:-1] for line in BytesIO(content))


def pack_files(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Whole files with their names, in order."""
    return b"".join(json.dumps([name, len(data)]).encode() + b"\n" + data for name, data in files)


def files_of(content: bytes, count: int) -> tuple[tuple[str, bytes], ...]:
    """The files of an envelope; raises Refused where they are not as it says."""
    files: list[tuple[str, bytes]] = []
    at = 0
    while at < len(content):
        end = content.find(b"\n", at, at + 1024)
        try:
            name, size = json.loads(content[at:end])
        except (ValueError, TypeError, RecursionError):
            raise Refused(Fault.MISCOUNTED) from None
        if end < 0 or type(name) is not str or type(size) is not int or size < 0:
            raise Refused(Fault.MISCOUNTED)
        at = end + 1 + size
        if at > len(content):
            raise Refused(Fault.MISCOUNTED)
        files.append((name, content[end + 1 : at]))
    if len(files) != count:
        raise Refused(Fault.MISCOUNTED)
    return tuple(files)


def every_file_of(packed: bytes) -> tuple[tuple[str, bytes], ...]:
    """The files that `pack_files` packed, however many; of our own keeping, so whole."""
    count = at = 0
    while at < len(packed):
        end = packed.index(b"\n", at)
        at = end + 1 + int(json.loads(packed[at:end])[1])
        count += 1
    return files_of(packed, count)
