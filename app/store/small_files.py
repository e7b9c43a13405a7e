"""Small files beside a database, such as its key: on the disk whole, and never lost."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.store import failures
from app.store.database import sync_folder


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
