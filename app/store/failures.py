"""What can go wrong with the file, each as a sentence that says what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.errors import Known
from app.core.wording import Phrase
from app.store.driver import DriverError

_LEAST_ROOM = 64 * 1024  # the write-ahead log's index takes 32 KiB at once
_RESTORE = Phrase("Close Recoup and restore the last backup of this folder.")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the driver's failures about the file itself into Known; others pass as faults."""
    try:
        yield
    except DriverError as fault:
        known = explain(fault, path)
        if known is None:
            raise
        raise known from fault


def explain(fault: Exception, path: Path) -> Known | None:
    """The sentence for a driver failure, or None where it is a fault of the program."""
    name = str(getattr(fault, "sqlite_errorname", ""))
    if name.startswith("SQLITE_CORRUPT"):
        return damaged(path)
    if name == "SQLITE_NOTADB":
        return not_a_database(path)
    if name == "SQLITE_FULL":
        return disk_full(path)
    if name.startswith("SQLITE_IOERR"):
        return disk_full(path) if _has_no_room(path.parent) else disk_fault(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return unwritable(path.parent)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return locked(path.parent)
    return None


def explain_copy(fault: Exception, path: Path) -> Known:
    """The sentence for a copy that the driver broke off: of it the driver says words alone."""
    words = str(fault)
    if "full" in words or _has_no_room(path.parent):
        return disk_full(path)
    return damaged(path) if "malformed" in words else disk_fault(path)


def refused_by_system(fault: OSError, path: Path) -> Known:
    """The sentence for a file operation that the operating system refused."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(path)
    return disk_fault(path) if fault.errno in (errno.EFBIG, errno.EIO) else unwritable(path.parent)


def damaged(path: Path) -> Known:
    """A page was altered or lost."""
    return Known(
        "damaged",
        Phrase(
            "The file {path} is damaged: part of it was altered or lost. {advice}",
            path=path,
            advice=_RESTORE,
        ),
    )


def not_a_database(path: Path) -> Known:
    """Some other file stands where the database should."""
    return Known(
        "not_a_database",
        Phrase(
            "The file {path} is not a Recoup database. Choose another folder, or restore a backup.",
            path=path,
        ),
    )


def wrong_key(path: Path) -> Known:
    """The key is sound, but of another database."""
    return Known(
        "wrong_key",
        Phrase(
            "The key does not open {path}. Put back the key.json that belongs to it, or restore a "
            "backup of the whole folder.",
            path=path,
        ),
    )


def disk_full(path: Path) -> Known:
    """No room left; the transaction was rolled back."""
    return Known(
        "disk_full",
        Phrase(
            "The disk that holds {folder} is full. Free some space and try again: what was saved "
            "before is safe.",
            folder=path.parent,
        ),
    )


def disk_fault(path: Path) -> Known:
    """The disk refused a read or a write; the transaction was rolled back."""
    return Known(
        "disk_fault",
        Phrase(
            "The disk that holds {folder} refused to read or write. Check that it is connected and "
            "has room, then try again: what was saved before is safe.",
            folder=path.parent,
        ),
    )


def unwritable(folder: Path) -> Known:
    """The folder takes no files from this person."""
    return Known(
        "unwritable",
        Phrase(
            "Recoup cannot write in {folder}. Choose a folder you may write to, or ask IT for the "
            "right to write there.",
            folder=folder,
        ),
    )


def gone(path: Path) -> Known:
    """Somebody removed or moved the file while it was open; the transaction was rolled back."""
    return Known(
        "gone",
        Phrase(
            "The file {path} is not there any more, so this was not kept. Put the folder back "
            "where it was, and try again. If you cannot, write it down and tell IT.",
            path=path,
        ),
    )


def locked(folder: Path) -> Known:
    """A second instance, on this machine or another."""
    return Known(
        "locked",
        Phrase(
            "Recoup is already open on the folder {folder}. Use that window, or close it first.",
            folder=folder,
        ),
    )


def unreadable(path: Path, fault: OSError) -> Known:
    """The system lets nobody, or not this person, read the file."""
    return Known(
        "unreadable",
        Phrase(
            "{path} cannot be read: {reason}. Ask IT to put that right.",
            path=path,
            reason=fault.strerror,
        ),
    )


def newer_schema(path: Path) -> Known:
    """A later version of the program has been here."""
    return Known(
        "newer_schema",
        Phrase(
            "The file {path} was written by a newer Recoup. Update this one, then open it again.",
            path=path,
        ),
    )


def _has_no_room(folder: Path) -> bool:
    """Whether that is what an input or output error comes from: shared memory fails so."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False
