"""`smb://[DOMAIN;]USER@HOST[:PORT]/SHARE/FOLDER`: a share by its server, with no password in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from app.core.errors import BadInput
from app.core.wording import Phrase

SCHEME = "smb"
STANDARD_PORT = 445
_PART = re.compile(r'[^\\/:*?"<>|\x00-\x1f]{1,80}')  # of a path, as Windows allows them
_USER = re.compile(r'[^\\/:*?"<>|\x00-\x1f;\[\]=,+]{1,104}')
_HOW = Phrase("Name it as smb://USER@SERVER/SHARE/FOLDER")


@dataclass(frozen=True, slots=True, kw_only=True)
class SmbAddress:
    """Where a share is, and as whom to sign in there."""

    user: str
    host: str
    share: str
    folder: tuple[str, ...] = ()
    domain: str = ""
    port: int = STANDARD_PORT

    def __str__(self) -> str:
        """The address again; one share, folder and account have one such text."""
        domain = f"{quote(self.domain)};" if self.domain else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port != STANDARD_PORT else ""
        path = "/".join(quote(part) for part in (self.share, *self.folder))
        return f"{SCHEME}://{domain}{quote(self.user)}@{host}{port}/{path}"

    @property
    def account(self) -> str:
        """The name to sign in with."""
        return f"{self.domain}\\{self.user}" if self.domain else self.user

    @property
    def server_account(self) -> str:
        """The account and its server: what a password belongs to, whichever folder is used."""
        return f"{self.account}@{self.host}:{self.port}"

    @property
    def unc(self) -> str:
        """The share as the protocol names it."""
        return f"\\\\{self.host}\\{self.share}"

    def path(self, name: str = "") -> str:
        """A file's path within the share; of the folder itself without a name."""
        return "\\".join((*self.folder, name) if name else self.folder)


def is_smb(url: str) -> bool:
    """Whether an address is of this kind."""
    return url.strip().lower().startswith(f"{SCHEME}://")


def smb_address(url: str) -> SmbAddress:
    """Read an address; raises BadInput `bad_share` with what to write, never repeating a password.

    A password in it is refused: addresses are shown, kept in files and written to the audit.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise _bad(Phrase("{how}; the port is a number", how=_HOW)) from None
    if parts.password is not None:
        raise _bad(
            Phrase("Leave the password out of the share's address: it is asked for separately")
        )
    if parts.query or parts.fragment:
        raise _bad(Phrase("{how}; write ? as %3F and # as %23", how=_HOW))
    domain, _, user = unquote(parts.username or "").rpartition(";")
    if not _USER.fullmatch(user) or (domain and not _USER.fullmatch(domain)):
        raise _bad(Phrase("{how}, with the account to sign in as before the @", how=_HOW))
    if not parts.hostname or port == 0:
        raise _bad(Phrase("{how}; the server is missing", how=_HOW))
    share, *folder = [unquote(part) for part in parts.path.split("/") if part] or [""]
    if not share:
        raise _bad(Phrase("{how}; the share is missing", how=_HOW))
    for part in (share, *folder):
        if not _PART.fullmatch(part) or part.strip(". ") == "" or part != part.strip():
            raise _bad(Phrase("{how}; “{part}” names no folder", how=_HOW, part=part[:40]))
    return SmbAddress(
        user=user,
        host=parts.hostname,
        share=share,
        folder=tuple(folder),
        domain=domain,
        port=port or STANDARD_PORT,
    )


def _bad(words: Phrase) -> BadInput:
    return BadInput("bad_share", Phrase("{words}.", words=words), "share")
