"""What a server's answers mean: NT status codes and the library's exceptions, as named conditions.

Codes are from [MS-ERREF] 2.3.1. Of several the library has no class of its own, so the number
decides, never the class. Imports the library: only `app.spool.smb_share` and its parts use this.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from smbprotocol.exceptions import SMBAuthenticationError, SMBResponseException

from app.spool.deadline import Abandoned
from app.spool.faults import (
    AlreadyThere,
    ShareBusy,
    ShareDenied,
    ShareFault,
    ShareFull,
    ShareMissing,
    ShareSignIn,
    ShareTimeout,
    ShareUnavailable,
    ShareUnprotected,
)

NO_MORE_FILES = 0x80000006
NO_SUCH_FILE = 0xC000000F
END_OF_FILE = 0xC0000011
OBJECT_NAME_NOT_FOUND = 0xC0000034
OBJECT_NAME_COLLISION = 0xC0000035
FILE_IS_A_DIRECTORY = 0xC00000BA
STOPPED_ON_SYMLINK = 0x8000002D

STATUSES: dict[int, type[ShareFault]] = {
    0xC0000022: ShareDenied,  # access denied
    0xC0000061: ShareDenied,  # privilege not held
    0xC00000A2: ShareDenied,  # media write protected
    0xC0000121: ShareDenied,  # cannot delete
    0xC0000064: ShareSignIn,  # no such user
    0xC000006A: ShareSignIn,  # wrong password
    0xC000006D: ShareSignIn,  # logon failure
    0xC000006E: ShareSignIn,  # account restriction
    0xC000006F: ShareSignIn,  # outside the hours of this account
    0xC0000070: ShareSignIn,  # not from this workstation
    0xC0000071: ShareSignIn,  # password expired
    0xC0000072: ShareSignIn,  # account disabled
    0xC000015B: ShareSignIn,  # this kind of logon is not granted
    0xC0000193: ShareSignIn,  # account expired
    0xC0000224: ShareSignIn,  # password must be changed first
    0xC0000234: ShareSignIn,  # account locked out
    0xC0000044: ShareFull,  # quota exceeded
    0xC000007F: ShareFull,  # disk full
    0xC0000802: ShareFull,  # disk quota exceeded
    0xC0000043: ShareBusy,  # sharing violation
    0xC0000054: ShareBusy,  # file lock conflict
    0xC0000056: ShareBusy,  # delete pending
    0xC00000CC: ShareMissing,  # no such share
    0xC000003A: ShareMissing,  # no such folder
    0xC0000103: ShareMissing,  # a file where the folder should be
    0xC00000B5: ShareTimeout,  # I/O timeout
    0xC00000BB: ShareUnprotected,  # not supported: no dialect, cipher or signing in common
}


def named(raised: Exception) -> ShareFault:
    """The condition that an exception of the library or of the network stands for.

    Whatever is not in the table is ShareUnavailable: what a dying server sends can make the
    library raise nearly anything.
    """
    if isinstance(raised, SMBResponseException):
        return STATUSES.get(raised.status, ShareUnavailable)()
    if isinstance(raised, SMBAuthenticationError):
        return ShareSignIn()
    causes = (raised, raised.__cause__)
    if any(isinstance(cause, TimeoutError) for cause in causes):
        return ShareTimeout()
    return ShareUnavailable()


def status_of(raised: Exception) -> int | None:
    """The server's status where it answered in good order; None where it did not."""
    return raised.status if isinstance(raised, SMBResponseException) else None


@contextmanager
def told() -> Iterator[None]:
    """Turns what is raised inside into one of the named conditions."""
    try:
        yield
    except (ShareFault, AlreadyThere, Abandoned):
        raise
    except Exception as raised:
        raise named(raised) from raised
