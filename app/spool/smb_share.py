"""A share addressed directly over SMB 3, encrypted and signed, with a name and a password.

Imports the library, a sixth of a second: `app.spool.share` imports this where it is first used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import TypeVar

from app.spool.faults import (
    AlreadyThere,
    ShareFault,
    ShareMissing,
    ShareSignIn,
    ShareTimeout,
    ShareUnavailable,
)
from app.spool.files import (
    LARGEST_FILE,
    TRIAL,
    checked_name,
    checked_prefix,
    checked_trial,
    part_of,
)
from app.spool.smb_address import SmbAddress
from app.spool.smb_faults import (
    FILE_IS_A_DIRECTORY,
    OBJECT_NAME_COLLISION,
    OBJECT_NAME_NOT_FOUND,
    STOPPED_ON_SYMLINK,
    status_of,
    told,
)
from app.spool.smb_files import SmbFiles
from app.spool.smb_line import SmbLine
from app.spool.sweeping import spent_parts

T = TypeVar("T")
_NO_FILE = (OBJECT_NAME_NOT_FOUND, FILE_IS_A_DIRECTORY, STOPPED_ON_SYMLINK)


class SmbShare:
    """A folder of a server. Waits as long as the server does, unless its line is cut.

    `password` is asked when it is first needed, again after a refusal, and may raise ShareFault.
    `marks` gives each attempt to write a number of its own, which no attempt before it had: the
    server may hold the part of one that was cut off for as long as it believes in its connection.
    """

    def __init__(
        self,
        address: SmbAddress,
        line: SmbLine,
        *,
        password: Callable[[], str],
        marks: Iterator[int],
        progress: Callable[[], None] = lambda: None,
        part_age: timedelta | None = None,
    ) -> None:
        self._address, self._line = address, line
        self._ask_password, self._marks = password, marks
        self._password = ""
        self._progress, self._part_age = progress, part_age

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Names of the plain files there that begin so, sorted."""
        return tuple(sorted(self._written(prefix)))

    def exists(self, name: str) -> bool:
        """Whether a plain file has that name."""
        path = self._path(name)
        with self._files() as files:
            return bool(_if_there(lambda: files.is_plain(path)))

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes up to one more than `largest`; None where no plain file has the name."""
        path = self._path(name)
        with self._files() as files:
            return _if_there(lambda: files.read(path, largest + 1))

    def write_new(self, name: str, data: bytes) -> None:
        """Write aside, let the server flush it, then give it its name in one step."""
        there = self.read(name, len(data))
        if there is None:
            self._write(name, data)
            there = self.read(name, len(data))
        if there != data:
            raise AlreadyThere(name)

    def sweep(self, prefix: str) -> None:
        """Remove parts of files that have arrived, and parts older than any attempt."""
        written = self._written(prefix)
        spent = spent_parts(written, written=lambda: written, now=self._now, oldest=self._part_age)
        for name in spent:
            path = self._address.path(name)
            with suppress(ShareFault), self._files() as files:
                files.remove(path)

    def remove_trial(self, name: str) -> None:
        """Take away a file that was written to try the share; raises ValueError for any other."""
        path = self._path(checked_trial(name))
        with self._files() as files:
            _if_there(lambda: files.remove(path))

    def _write(self, name: str, data: bytes) -> None:
        path = self._path(name)
        part = self._address.path(part_of(name, next(self._marks)))
        with self._files() as files:
            try:
                files.write(part, data)
                files.rename(part, path)
            except Exception as refused:
                if status_of(refused) is None:  # the server is gone, and may still hold the part
                    raise
                with suppress(Exception):  # on a full disk above all it must not stay
                    files.remove(part)
                if status_of(refused) != OBJECT_NAME_COLLISION:
                    raise
                # An earlier attempt, or another sender, was quicker.
                if not _if_there(lambda: files.is_plain(path)):
                    raise AlreadyThere(name) from refused

    def _written(self, prefix: str) -> Mapping[str, datetime]:
        checked_prefix(prefix)
        with self._files() as files:
            listed = _if_there(lambda: tuple(files.list(self._address.path(), f"{prefix}*")))
            if listed is None:
                raise ShareMissing
            return {file.name: file.written for file in listed if file.name.startswith(prefix)}

    def _now(self) -> datetime:
        with self._files() as files:
            return files.now(self._address.path(part_of(f"{TRIAL}clock", next(self._marks))))

    def _path(self, name: str) -> str:
        return self._address.path(checked_name(name))

    @contextmanager
    def _files(self) -> Iterator[SmbFiles]:
        """The files, over a connection that works; what goes wrong is told as a condition."""
        self._password = self._password or self._ask_password()
        try:
            with told():
                yield SmbFiles(self._line, self._line.tree(self._password), self._progress)
        except ShareSignIn:
            self._password = ""  # there may be another by the next time
            raise
        except (ShareUnavailable, ShareTimeout):
            self._line.close()
            raise


def _if_there(act: Callable[[], T]) -> T | None:
    """What is done to a file, or None where the server says that no plain file has that name."""
    try:
        return act()
    except Exception as refused:
        if status_of(refused) in _NO_FILE:
            return None
        raise
