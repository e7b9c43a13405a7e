"""`sealed/`: envelopes as files beside the database, to be sent without opening it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.store import failures
from app.store.database import sync_folder
from app.store.key_file import PRIVATE

FOLDER = "sealed"


def put(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Put envelopes on the disk, each whole; returns how many lie there for certain.

    Raises Known `unwritable` or `disk_full`: nothing that rests on them may be done then.
    """
    place = folder / FOLDER
    count = 0
    try:
        place.mkdir(exist_ok=True)
        for name, data in files:
            _put(place / name, data)
            count += 1
        sync_folder(place)
        sync_folder(folder)
    except OSError as fault:
        raise failures.refused_by_system(fault, place) from None
    return count


def names(folder: Path) -> tuple[str, ...]:
    """The envelopes that lie there, in the order of their names."""
    return tuple(sorted(path.name for path in (folder / FOLDER).glob("*.env")))


def read(folder: Path, name: str) -> bytes:
    """The bytes of one; raises Known `unreadable`."""
    path = folder / FOLDER / name
    try:
        return path.read_bytes()
    except OSError as refused:
        raise failures.unreadable(path, refused) from None


def remove(folder: Path, name: str) -> None:
    """Take one away whose receipt has come."""
    with suppress(OSError):
        (folder / FOLDER / name).unlink(missing_ok=True)


def _put(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
    beside.replace(path)
