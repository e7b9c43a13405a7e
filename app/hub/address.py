"""A ledger's address: a file's path or `sqlite:///file`, or `postgresql://USER@HOST:PORT/DB`."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote, urlsplit

from app.core.errors import BadInput

_FILE, _SERVER = "sqlite:///", "postgresql"
_PORT = 5432


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database on a server. Its password is never part of it."""

    user: str
    host: str  # empty for the socket of this machine
    port: int
    database: str

    @property
    def is_here(self) -> bool:
        """Whether nothing leaves this machine on the way."""
        if self.host in ("", "localhost"):
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{_SERVER}://{self.user}@{host}:{self.port}/{self.database}"


def read_address(url: str) -> Path | ServerAddress:
    """Read an address; raises BadInput `bad_ledger`.

    As with SQLAlchemy, `sqlite:////srv/x.db` is an absolute path and `sqlite:///x.db` a relative.
    """
    if url.startswith(f"{_SERVER}://"):
        return _server(url)
    plain = url[len(_FILE) :] if url.startswith(_FILE) else url
    if not plain.strip() or "://" in plain:
        raise _bad(
            "Name the ledger as a file, as sqlite:///file or as postgresql://USER@HOST:PORT/DB, "
            f"not “{url.split('@')[-1]}”."
        )
    return Path(plain)


def _server(url: str) -> ServerAddress:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORT
    except ValueError:
        raise _bad("Name the server as postgresql://USER@HOST:PORT/DB.") from None
    if parts.password is not None:
        raise _bad(
            "Leave the password out of the ledger's address: others could read it there. "
            "Set PGPASSWORD, or keep it in the password file (pgpass)."
        )
    user, database = unquote(parts.username or ""), unquote(parts.path.lstrip("/"))
    if not user or not database or "/" in database or parts.query or parts.fragment:
        raise _bad("Name the server as postgresql://USER@HOST:PORT/DB, with nothing after it.")
    return ServerAddress(user, unquote(parts.hostname or ""), port, database)


def _bad(sentence: str) -> BadInput:
    return BadInput("bad_ledger", sentence, "ledger")
