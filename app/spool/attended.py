"""A share whose every call has a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.spool.deadline import Attendant
from app.spool.files import LARGEST_FILE

if TYPE_CHECKING:
    from app.spool.share import Share


class AttendedShare:
    """Any share, its calls done by an attendant: ShareTimeout for one that stands still."""

    def __init__(self, share: Share, attendant: Attendant) -> None:
        self._share, self._attendant = share, attendant

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Names of the plain files there that begin so, sorted."""
        return self._attendant.do(lambda: self._share.list(prefix))

    def exists(self, name: str) -> bool:
        """Whether a plain file has that name."""
        return self._attendant.do(lambda: self._share.exists(name))

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes up to one more than `largest`; None where no plain file has the name."""
        return self._attendant.do(lambda: self._share.read(name, largest))

    def write_new(self, name: str, data: bytes) -> None:
        """Put a file there durably; raises AlreadyThere where another has the name."""
        self._attendant.do(lambda: self._share.write_new(name, data))

    def sweep(self, prefix: str) -> None:
        """Remove what cut-off attempts left behind."""
        self._attendant.do(lambda: self._share.sweep(prefix))

    def remove_trial(self, name: str) -> None:
        """Take away a file that was written to try the share; raises ValueError for any other."""
        self._attendant.do(lambda: self._share.remove_trial(name))
