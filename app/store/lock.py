"""One instance to a folder: a file the operating system holds for us until we go."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from app.store import failures

LOCK_NAME = "recoup.lock"

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from opening to closing, and let go by the system itself when a process dies."""

    def __init__(self, folder: Path, name: str = LOCK_NAME) -> None:
        """Take the lock; raises Known `locked` or `unwritable`."""
        try:
            self._file: BinaryIO = (folder / name).open("ab")
        except OSError:
            raise failures.unwritable(folder) from None
        try:
            _hold(self._file)
        except OSError:
            self._file.close()
            raise failures.locked(folder) from None

    def release(self) -> None:
        """Let another instance in. The empty file stays: removing it would race."""
        self._file.close()
