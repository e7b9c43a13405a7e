"""The finance share as both sides see it: list, read, and write a new file whole or not at all.

A file appears under its name only when every byte of it is on the disk, and never replaces
another. Each attempt writes a part of its own, so that one cut off cannot stand in the way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urlsplit
from weakref import WeakValueDictionary

from app.core.errors import BadInput
from app.core.ports import Randomness
from app.core.wording import Phrase
from app.spool.attended import AttendedShare
from app.spool.deadline import Attendant
from app.spool.faults import (
    AlreadyThere,
    ShareBusy,
    ShareDenied,
    ShareFault,
    ShareFull,
    ShareMissing,
    SharePassword,
    ShareSignIn,
    ShareTimeout,
    ShareUnavailable,
    ShareUnfit,
    ShareUnprotected,
)
from app.spool.files import LARGEST_FILE, PART, TRIAL
from app.spool.folder_share import FolderShare
from app.spool.smb_address import SmbAddress, is_smb, smb_address
from app.spool.terms import ShareTerms

if TYPE_CHECKING:
    from app.spool.smb_line import SmbLine

__all__ = [
    "LARGEST_FILE",
    "PART",
    "TRIAL",
    "AlreadyThere",
    "FolderShare",
    "Means",
    "Share",
    "ShareBusy",
    "ShareDenied",
    "ShareFault",
    "ShareFull",
    "ShareMissing",
    "SharePassword",
    "ShareSignIn",
    "ShareTimeout",
    "ShareUnavailable",
    "ShareUnfit",
    "ShareUnprotected",
    "check_share",
    "open_share",
]
_HIGHEST_MARK, _HIGHEST_GUID = 10**12, 2**128
# One attendant, and one connection, for each share of this process: what hangs is known to all who
# use that share. They live as long as somebody uses it, or as its thread does.
_REGISTER = Lock()
_ATTENDANTS: WeakValueDictionary[tuple[str, ShareTerms], Attendant] = WeakValueDictionary()
_LINES: WeakValueDictionary[tuple[str, ShareTerms], SmbLine] = WeakValueDictionary()


class Share(Protocol):
    """Any place that carries files between desk and ledger. All methods raise ShareFault."""

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Names of the plain files there that begin so, sorted; no folders, no links.

        Whoever keeps the files picks them out where it can: a prefix makes a long list cheap.
        """

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
        """Remove what cut-off attempts left behind: parts of files that have since arrived, and
        parts older than any attempt. A part in use is left alone."""

    def remove_trial(self, name: str) -> None:
        """Take away a file that was written to try the share; raises ValueError for any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What it takes to talk to a share that may hang, or that wants a password."""

    terms: ShareTerms
    chance: Randomness
    password: Callable[[SmbAddress], str]  # asked when first needed; may raise SharePassword


def check_share(url: str) -> None:
    """Raise BadInput `bad_share` unless the address can name a share; it is not asked anything."""
    if is_smb(url):
        smb_address(url)
    else:
        _folder(url)


def open_share(url: str, means: Means | None = None) -> Share:
    """The share at an `smb://` address, a folder's path or a `file://` address.

    Raises BadInput `bad_share`. Whether it answers shows at the first use, as ShareFault. Without
    means a folder is waited for as long as the system does, and an `smb://` address is refused.
    """
    if is_smb(url):
        address = smb_address(url)
        if means is None:
            raise ValueError("a share over SMB needs its means")
        return _smb(address, means)
    folder = _folder(url)
    return FolderShare(folder) if means is None else _attended_folder(folder, means)


def _attended_folder(folder: Path, means: Means) -> Share:
    terms = means.terms
    with _REGISTER:
        key = (str(folder.absolute()), terms)
        attendant = _ATTENDANTS.get(key)
        if attendant is None:
            attendant = _ATTENDANTS[key] = Attendant(terms.deadline, idle=terms.idle)
    share = FolderShare(
        folder,
        marks=_numbers(means.chance, _HIGHEST_MARK),
        progress=attendant.progress,
        part_age=terms.part_age,
    )
    return AttendedShare(share, attendant)


def _smb(address: SmbAddress, means: Means) -> Share:
    from app.spool.smb_line import SmbLine  # a sixth of a second, for who has such a share
    from app.spool.smb_share import SmbShare

    terms = means.terms
    with _REGISTER:
        key = (str(address), terms)
        attendant, line = _ATTENDANTS.get(key), _LINES.get(key)
        if attendant is None or line is None:
            guids = _numbers(means.chance, _HIGHEST_GUID)
            line = _LINES[key] = SmbLine(address, seconds=terms.deadline, guids=guids)
            attendant = _ATTENDANTS[key] = Attendant(
                terms.deadline, idle=terms.idle, interrupt=line.cut, at_rest=line.close
            )
    share = SmbShare(
        address,
        line,
        password=lambda: means.password(address),
        marks=_numbers(means.chance, _HIGHEST_MARK),
        progress=attendant.progress,
        part_age=terms.part_age,
    )
    return AttendedShare(share, attendant)


def _numbers(chance: Randomness, below: int) -> Iterator[int]:
    while True:
        yield chance.below(below)


def _folder(url: str) -> Path:
    if "://" not in url:
        if not url.strip():
            raise _bad_share(url)
        return Path(url)
    parts = urlsplit(url)
    if parts.scheme.lower() != "file":
        raise _bad_share(url)
    if parts.netloc not in ("", "localhost"):
        if sys.platform != "win32":
            raise _bad_share(url)
        return Path(f"//{parts.netloc}{unquote(parts.path)}")
    path = unquote(parts.path)
    return Path(path.lstrip("/") if sys.platform == "win32" else path)


def _bad_share(url: str) -> BadInput:
    shown = (
        "" if "@" in url else Phrase(", not “{url}”", url=url)
    )  # what stands before an @ may be a password
    return BadInput(
        "bad_share",
        Phrase(
            "Name the share as a folder, as file:///folder or as "
            "smb://USER@SERVER/SHARE/FOLDER{shown}.",
            shown=shown,
        ),
        "share",
    )
