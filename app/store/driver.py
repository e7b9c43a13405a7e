"""The encrypted SQLite driver, and the one way to put sqlite-utils on top of it.

sqlite-utils catches the exception classes of whichever SQLite module it imported first. It
prefers `pysqlite3`, so the SQLCipher driver takes that name before sqlite-utils is loaded.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    import sqlite_utils

sys.modules["pysqlite3"] = dbapi2
sys.modules["pysqlite3.dbapi2"] = dbapi2

DriverError: type[Exception] = dbapi2.Error
IntegrityError: type[Exception] = dbapi2.IntegrityError
Connection = Any  # the driver ships no types
Cursor = Any

KEY_BYTES = 32
SALT_BYTES = 16  # kept in clear at the head of the file
PAGE_BYTES = 4096
_BUSY_MILLISECONDS = 5000
# One that writes a table with many triggers takes as long to prepare as ten rows do to write.
_STATEMENTS = 512
# Pages kept once decrypted, as far as they are read: a report over 200,000 invoices reads 30 MiB
# twice, and deciphering it anew each time would cost more than adding it up.
_CACHE_KIB = 64 * 1024


def connect(
    path: Path | str,
    key: bytes | None,
    *,
    salt: bytes | None = None,
    must_exist: bool = False,
) -> Connection:
    """A connection in autocommit, keyed; nothing has been read from the file yet.

    `key` is the raw 32 bytes: no derivation, so opening costs nothing. None leaves the file
    plain and is for databases in memory only. `salt` is what a new file shall begin with; an
    old one has its own. Raises the driver's own errors.
    """
    target = f"{Path(path).absolute().as_uri()}?mode=rw" if must_exist else str(path)
    connection = dbapi2.connect(
        target, isolation_level=None, uri=must_exist, cached_statements=_STATEMENTS
    )
    connection.execute("PRAGMA cipher_log = off")  # its lines would land on the user's terminal
    if key is not None:
        if len(key) != KEY_BYTES:
            connection.close()
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{(salt or b'').hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def make_durable(connection: Connection) -> None:
    """Write-ahead log, every commit on the disk before it returns, what is deleted overwritten."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    # What is taken out is overwritten, not only forgotten: a copy of a passport is gone for good.
    connection.execute("PRAGMA secure_delete = ON")
    # Reads the file, so not before it is known to be ours.
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def toolkit(connection: Connection) -> sqlite_utils.Database:
    """The connection under sqlite-utils, for migrations and nested transactions."""
    import sqlite_utils  # a tenth of a second: paid when a store opens, not at import

    return sqlite_utils.Database(connection, recursive_triggers=False, execute_plugins=False)
