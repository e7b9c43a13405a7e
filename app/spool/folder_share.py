"""A folder as a share: on this machine, mounted from a server, or named by a UNC path."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from app.spool.faults import (
    AlreadyThere,
    ShareBusy,
    ShareDenied,
    ShareFault,
    ShareFull,
    ShareMissing,
    ShareTimeout,
    ShareUnavailable,
    ShareUnfit,
)
from app.spool.files import (
    LARGEST_FILE,
    TRIAL,
    checked_name,
    checked_prefix,
    checked_trial,
    part_of,
)
from app.spool.sweeping import spent_parts

_BITE = 1 << 20  # bytes written or read between two signs of life
_NAMES_A_BITE = 1_000


class FolderShare:
    """A folder. Waits as long as the system does: `app.spool.share` puts a deadline before it.

    `marks` gives each attempt to write a number of its own; `progress` hears of every step.
    """

    def __init__(
        self,
        folder: Path,
        *,
        marks: Iterator[int] | None = None,
        progress: Callable[[], None] = lambda: None,
        part_age: timedelta | None = None,
    ) -> None:
        self._folder = folder
        self._marks = marks if marks is not None else count(1)
        self._progress = progress
        self._part_age = part_age

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Names of the plain files there that begin so, sorted."""
        return tuple(sorted(entry.name for entry in self._entries(prefix)))

    def exists(self, name: str) -> bool:
        """Whether a plain file has that name."""
        with _told():
            try:
                return stat.S_ISREG(os.lstat(self._path(name)).st_mode)
            except FileNotFoundError:
                self._must_be_there()
                return False

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes up to one more than `largest`; None where no plain file has the name."""
        if not self.exists(name):
            return None
        with _told():
            try:
                handle = os.open(self._path(name), _READ_FLAGS)
            except (FileNotFoundError, IsADirectoryError):
                return None
            except OSError as refused:
                if refused.errno == errno.ELOOP:  # a link: it may point anywhere
                    return None
                raise
            with os.fdopen(handle, "rb", buffering=0) as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return None
                return self._read(file.read, largest + 1)

    def write_new(self, name: str, data: bytes) -> None:
        """Write aside, flush to the disk, then give it its name in one step."""
        path = self._path(name)
        with _told():
            self._must_be_there()
            if not os.path.lexists(path):
                part = self._write_part(name, data)
                try:
                    _give_name(part, path)
                except (FileExistsError, FileNotFoundError):  # another sender was quicker
                    part.unlink(missing_ok=True)
            _flush_folder(self._folder)
            found = self.read(name, len(data))
            if found is None and not os.path.lexists(path):
                raise ShareUnavailable  # its part was swept away meanwhile: the next attempt writes
        if found != data:
            raise AlreadyThere(name)

    def sweep(self, prefix: str) -> None:
        """Remove parts of files that have arrived, and parts older than any attempt."""
        spent = spent_parts(
            self.list(prefix),
            written=lambda: self._times(prefix),
            now=self._now,
            oldest=self._part_age,
        )
        for name in spent:
            with suppress(OSError):
                (self._folder / name).unlink()
                self._progress()

    def remove_trial(self, name: str) -> None:
        """Take away a file that was written to try the share; raises ValueError for any other."""
        path = self._path(checked_trial(name))
        with _told():
            path.unlink(missing_ok=True)

    def _entries(self, prefix: str) -> Iterator[os.DirEntry[str]]:
        checked_prefix(prefix)
        with _told(), os.scandir(self._folder) as entries:
            for number, entry in enumerate(entries):
                if number % _NAMES_A_BITE == 0:
                    self._progress()
                if entry.name.startswith(prefix) and entry.is_file(follow_symlinks=False):
                    yield entry

    def _times(self, prefix: str) -> Mapping[str, datetime]:
        found = {}
        for entry in self._entries(prefix):
            with suppress(FileNotFoundError):
                found[entry.name] = _moment(entry.stat(follow_symlinks=False))
        return found

    def _now(self) -> datetime:
        """The time by the clock that dates the files there: a server's may be another than ours."""
        with _told():
            handle, path = self._open_part(f"{TRIAL}clock")
            try:
                return _moment(os.fstat(handle))
            finally:
                os.close(handle)
                path.unlink(missing_ok=True)

    def _read(self, read: Callable[[int], bytes | None], most: int) -> bytes:
        taken = bytearray()
        while len(taken) < most and (some := read(min(_BITE, most - len(taken)))):
            taken += some
            self._progress()
        return bytes(taken)

    def _write_part(self, name: str, data: bytes) -> Path:
        handle, part = self._open_part(name)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left[:_BITE]) :]
                self._progress()
            os.fsync(handle)
            self._progress()
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise
        finally:
            os.close(handle)
        return part

    def _open_part(self, name: str) -> tuple[int, Path]:
        while True:
            part = self._folder / part_of(name, next(self._marks))
            try:
                return os.open(part, _PART_FLAGS, 0o660), part
            except FileExistsError:
                self._progress()

    def _path(self, name: str) -> Path:
        return self._folder / checked_name(name)

    def _must_be_there(self) -> None:
        if not self._folder.is_dir():
            raise ShareMissing


def _moment(status: os.stat_result) -> datetime:
    return datetime.fromtimestamp(status.st_mtime, UTC)


if sys.platform == "win32":
    _READ_FLAGS = os.O_RDONLY | os.O_BINARY
    _PART_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_BINARY

    def _give_name(part: Path, path: Path) -> None:
        part.rename(path)  # refuses to replace

    def _flush_folder(folder: Path) -> None:
        """Windows has no such thing: the name is as durable as its file system makes it."""

else:
    # O_NONBLOCK: opening a pipe somebody left there must not hang.
    _READ_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    _PART_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW

    def _give_name(part: Path, path: Path) -> None:
        try:
            path.hardlink_to(part)  # a rename would replace
        except OSError as refused:
            if refused.errno in (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK):
                raise ShareUnfit from None
            raise
        part.unlink()

    def _flush_folder(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as refused:
            if refused.errno != errno.EINVAL:  # some servers know no flush of folders
                raise
        finally:
            os.close(handle)


_SHARING_VIOLATION, _LOCK_VIOLATION = 32, 33  # Windows: another program holds the file
_FAULTS: dict[int, type[ShareFault]] = {
    errno.EACCES: ShareDenied,
    errno.EPERM: ShareDenied,
    errno.EROFS: ShareDenied,
    errno.ENOENT: ShareMissing,  # a file that is missing is no fault: only the folder can be
    errno.ENOTDIR: ShareMissing,
    errno.EBUSY: ShareBusy,
    errno.ETXTBSY: ShareBusy,
    errno.ENOSPC: ShareFull,
    errno.EDQUOT: ShareFull,
    errno.EFBIG: ShareFull,
    errno.ETIMEDOUT: ShareTimeout,
}


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as refused:
        if getattr(refused, "winerror", None) in (_SHARING_VIOLATION, _LOCK_VIOLATION):
            raise ShareBusy from refused
        raise _FAULTS.get(refused.errno or 0, ShareUnavailable)() from refused
