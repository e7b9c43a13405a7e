"""The finance share as both sides see it: list, read, and write a new file whole or not at all.

A file appears under its name only when every byte of it is on the disk, and never replaces
another. Each attempt writes a part of its own, so that one cut off cannot stand in the way.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from app.core.errors import BadInput, Known

LARGEST_FILE = 64 * 1024 * 1024
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}", re.ASCII)
PART = ".part"
TRIAL = "recoup-trial-"  # how a file's name begins that was written only to try the share
_PART = re.compile(r"(.+)\.[0-9]+\.part", re.ASCII)
_SAFE_HERE = "What waits to be sent is safe on this computer and goes when that is put right."


class ShareFault(Known):
    """The share could not be used just now; nothing was lost and the same act may be repeated."""

    code_word = "share_unavailable"
    sentence = "The share did not answer."

    def __init__(self) -> None:
        super().__init__(self.code_word, f"{self.sentence} {_SAFE_HERE}", "share")


class ShareUnavailable(ShareFault):
    """Not there, not connected, or gone in the middle."""


class ShareDenied(ShareFault):
    """It answers, and refuses."""

    code_word = "share_denied"
    sentence = "The share refuses this account. Ask IT for the right to read and write there."


class ShareFull(ShareFault):
    """No room left on it."""

    code_word = "share_full"
    sentence = "The share is full. Ask IT to make room."


class ShareTimeout(ShareFault):
    """It took longer than the system waits."""

    code_word = "share_timeout"
    sentence = "The share took too long to answer."


class ShareUnfit(ShareFault):
    """A file system without hard links cannot keep one file from replacing another."""

    code_word = "share_unfit"
    sentence = "The share's disk cannot give a file its name safely. Ask IT for another folder."


class AlreadyThere(Known):
    """Another file has the name. It was not touched."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "already_there",
            f"A different file named {name} lies on the share already and was left as it is. "
            "Ask finance to move it aside, then send again.",
            "share",
        )


class Share(Protocol):
    """Any place that carries files between desk and ledger. All methods raise ShareFault."""

    def list(self) -> tuple[str, ...]:
        """Names of the plain files there, sorted; no folders, no links."""

    def exists(self, name: str) -> bool:
        """Whether a plain file has that name."""

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes, at most one more than `largest`; None where no plain file has the name.

        So a file that is too large shows by its length, and is never read whole.
        """

    def write_new(self, name: str, data: bytes) -> None:
        """Put a file there durably; raises AlreadyThere where another has the name.

        The same bytes under the same name count as done.
        """

    def sweep(self, prefix: str) -> None:
        """Remove what cut-off attempts left behind for files that have since arrived."""


class FolderShare:
    """A folder, on this machine or mounted from a server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def list(self) -> tuple[str, ...]:
        """Names of the plain files there, sorted."""
        with _told(), os.scandir(self._folder) as entries:
            return tuple(sorted(e.name for e in entries if e.is_file(follow_symlinks=False)))

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
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return None
                return file.read(largest + 1)

    def write_new(self, name: str, data: bytes) -> None:
        """Write aside, flush to the disk, then give it its name in one step."""
        path = self._path(name)
        with _told():
            self._must_be_there()
            if not os.path.lexists(path):
                part = self._write_part(path, data)
                try:
                    _give_name(part, path)
                except (FileExistsError, FileNotFoundError):  # another sender was quicker
                    part.unlink(missing_ok=True)
            _flush_folder(self._folder)
        if self.read(name, len(data)) != data:
            raise AlreadyThere(name)

    def sweep(self, prefix: str) -> None:
        """Remove parts of files that have arrived; a part still in use is left alone."""
        names = self.list()
        for name in names:
            part = _PART.fullmatch(name)
            if part and name.startswith(prefix) and part[1] in names:
                with suppress(OSError):
                    (self._folder / name).unlink()

    def remove_trial(self, name: str) -> None:
        """Take away a file that was written to try the share; raises ValueError for any other."""
        if not name.startswith(TRIAL):
            raise ValueError(f"{name!r} is no file of a trial")
        with _told():
            self._path(name).unlink(missing_ok=True)

    def _write_part(self, path: Path, data: bytes) -> Path:
        handle, part = self._open_part(path)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise
        finally:
            os.close(handle)
        return part

    def _open_part(self, path: Path) -> tuple[int, Path]:
        attempt = 1
        while True:
            part = path.with_name(f"{path.name}.{attempt}{PART}")
            try:
                return os.open(part, _PART_FLAGS, 0o660), part
            except FileExistsError:
                attempt += 1

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name for a file of the exchange")
        return self._folder / name

    def _must_be_there(self) -> None:
        if not self._folder.is_dir():
            raise ShareUnavailable


def open_share(url: str) -> FolderShare:
    """The share at a folder's path or `file://` address; raises BadInput `bad_share`.

    Whether it answers shows at the first use, as ShareUnavailable.
    """
    if "://" not in url:
        if not url.strip():
            raise _bad_share(url)
        return FolderShare(Path(url))
    parts = urlsplit(url)
    if parts.scheme.lower() != "file":
        raise _bad_share(url)
    if parts.netloc not in ("", "localhost"):
        if sys.platform != "win32":
            raise _bad_share(url)
        return FolderShare(Path(f"//{parts.netloc}{unquote(parts.path)}"))
    path = unquote(parts.path)
    return FolderShare(Path(path.lstrip("/") if sys.platform == "win32" else path))


def _bad_share(url: str) -> BadInput:
    return BadInput(
        "bad_share",
        f"Name the share as a folder or as file:///folder, not “{url}”.",
        "share",
    )


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


_FAULTS: dict[int, type[ShareFault]] = {
    errno.EACCES: ShareDenied,
    errno.EPERM: ShareDenied,
    errno.EROFS: ShareDenied,
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
        raise _FAULTS.get(refused.errno or 0, ShareUnavailable)() from refused
