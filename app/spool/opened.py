"""Files out of sealed envelopes, looked at like a share: what reads a share reads them too.

What is written here stays in memory, to be sealed again by whoever gave the files.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.spool.files import LARGEST_FILE
from app.spool.share import AlreadyThere


class OpenedFiles:
    """A share that holds exactly these files; `written` are those put since."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(files)
        self.written: dict[str, bytes] = {}

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Names of the files that begin so, sorted."""
        return tuple(sorted(name for name in self._files if name.startswith(prefix)))

    def exists(self, name: str) -> bool:
        """Whether a file has that name."""
        return name in self._files

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes up to one more than `largest`; None where there is none."""
        found = self._files.get(name)
        return None if found is None else found[: largest + 1]

    def write_new(self, name: str, data: bytes) -> None:
        """Put a file; raises AlreadyThere where another has the name."""
        if self._files.setdefault(name, data) != data:
            raise AlreadyThere(name)
        self.written[name] = data

    def sweep(self, prefix: str) -> None:
        """Nothing is left behind here."""

    def remove_trial(self, name: str) -> None:
        """Nothing is tried here."""
