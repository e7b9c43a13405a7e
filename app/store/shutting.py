"""Shutting a store that must not be read where it is: put away, taken back, or wiped."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.store import crypto, failures, key_file
from app.store.crypto import STANDARD, Cost
from app.store.database import Database, sync_folder
from app.store.folder import DATABASE_FILE
from app.store.key_file import KEY_FILE

_AT_ONCE = 1024 * 1024


def may_be_put_away(folder: Path) -> bool:
    """Whether there is a key to take away: made-up records may lie open."""
    return not key_file.read(folder / KEY_FILE).is_open


def put_away(db: Database) -> None:
    """Close a store and leave only the recovery key to open it again."""
    keys = key_file.read(db.path.parent / KEY_FILE)
    db.end(key_file.locked_away())
    key_file.write(keys.put_away())


def take_back(folder: Path, secret: str, passphrase: str, *, cost: Cost = STANDARD) -> None:
    """Open a store that was put away to its people again, under a new passphrase.

    Raises Known `not_away`, `wiped`, `wrong_passphrase` or `key_file_damaged`, or BadInput.
    """
    keys = key_file.read(folder / KEY_FILE)
    key_file.write(keys.taken_back(secret, passphrase, cost=cost))


def drop_copies(folder: Path, before: float) -> None:
    """Overwrite and remove the copies that upgrades kept, made before a moment (POSIX seconds).

    They hold what the store itself has let go of since.
    """
    with suppress(OSError):
        for path in folder.glob(f"{DATABASE_FILE}.before-*"):
            if path.stat().st_mtime < before:
                _overwrite(path)
                path.unlink()


def wipe(db: Database) -> None:
    """Close a store, drop every key, then overwrite its files and the copies beside them.

    The keys go first: without them the files are noise, wherever a disk keeps older blocks.
    """
    folder = db.path.parent
    keys = key_file.read(folder / KEY_FILE)
    db.end(key_file.wiped())
    key_file.write(keys.without_keys())
    finish_wiping(folder)


def finish_wiping(folder: Path) -> None:
    """Overwrite what a wiped store has left, and the copies beside it; raises Known `unwritable`.

    An empty database file stays, so that the folder is not taken for a new machine's.
    """
    for path in sorted(folder.glob(f"{DATABASE_FILE}*")):
        try:
            _overwrite(path)
            if path.name != DATABASE_FILE:
                path.unlink()
        except OSError as fault:
            raise failures.refused_by_system(fault, path) from None
    with suppress(OSError):
        for path in folder.glob(f"{KEY_FILE}.*"):
            path.unlink()
    sync_folder(folder)


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(crypto.noise(min(_AT_ONCE, left)))
        file.flush()
        os.fsync(file.fileno())
        file.truncate(0)
