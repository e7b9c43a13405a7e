"""Small files beside a database, such as its key: on the disk whole, and never lost."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.core.errors import Known
from app.core.wording import Phrase
from app.store import failures
from app.store.database import sync_folder

_BINARY = getattr(os, "O_BINARY", 0)  # elsewhere than on Windows there is no other kind


def write_whole(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Put it on the disk whole or not at all; raises Known `unwritable` or `disk_full`."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as fault:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise failures.refused_by_system(fault, path) from None


def write_new(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put a file on the disk whole, and never in the place of another.

    Raises Known `exists`, `unwritable` or `disk_full`.
    """
    require_new(path)
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        _name(beside, path)
        sync_folder(path.parent)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as fault:
        raise failures.refused_by_system(fault, path) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def require_new(*paths: Path) -> None:
    """Raise Known `exists` where a file to be made is there already, before anything is done."""
    for path in paths:
        if path.exists():
            raise _exists(path)


def _exists(path: Path) -> Known:
    return Known(
        "exists", Phrase("There is a file {path} already. Name a new one.", path=path), "out"
    )


def _name(beside: Path, path: Path) -> None:
    """Give a whole file its name where nothing has it; a stick may know no hard links."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        beside.rename(path)


class SetAside:
    """Files that make way for new ones: kept under another name, and put back by `undo`."""

    def __init__(self) -> None:
        self._moved: list[tuple[Path, Path | None]] = []

    def replace(self, path: Path, text: str, *, mode: int = 0o644) -> None:
        """Write a file, keeping one of that name: its database may yet come back from a backup."""
        aside = _free_name(path) if path.exists() else None
        if aside is not None:
            path.rename(aside)
        self._moved.append((path, aside))
        write_whole(path, text, mode=mode)

    def undo(self) -> None:
        """Everything as it was before."""
        for path, aside in reversed(self._moved):
            with suppress(OSError):
                path.unlink(missing_ok=True)
                if aside is not None:
                    aside.rename(path)


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.old-{number}")).exists():
        number += 1
    return aside
