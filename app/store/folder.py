"""A data folder as people know it: one database, its key file, its lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.core.errors import Known, NotFound
from app.core.trust import Mode
from app.core.wording import Phrase
from app.store import crypto, key_file, meta
from app.store.database import Database, create_file, open_file
from app.store.key_file import KEY_FILE, Ask, KeyFile, Protection
from app.store.lock import LOCK_NAME
from app.store.migrations import STORE
from app.store.small_files import SetAside

DATABASE_FILE = "recoup.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStore:
    """What a new store is told about itself; `created_at` is a stamp (app.core.ports)."""

    store_id: str
    mode: Mode
    created_at: str


def create_store(
    folder: Path,
    new: NewStore,
    protection: Protection,
    *,
    fill: Callable[[Database], None] = lambda _: None,
    beside: Mapping[str, str] = MappingProxyType({}),
) -> Database:
    """Make a store with a fresh key, or leave the folder as it was.

    `fill` writes first rows in the transaction that makes the tables. `beside` are texts of files
    to lie beside the database, by name; files that have such names already are kept aside. Raises
    Known `exists`, `unwritable`, `disk_full`, `locked` or `passphrase_needed`, or BadInput
    `weak_passphrase`.
    """
    key, salt = crypto.new_key(), crypto.new_salt()
    keys = key_file.make(
        folder / KEY_FILE,
        key,
        mode=new.mode,
        store_id=new.store_id,
        salt=salt,
        protection=protection,
    )
    old = SetAside()

    def introduce(database: Database) -> None:
        meta.put(database, meta.STORE_ID, new.store_id)
        meta.put(database, meta.MODE, new.mode.value)
        meta.put(database, meta.CREATED_AT, new.created_at)
        fill(database)

    def keep_files() -> None:
        for name, text in beside.items():
            old.replace(folder / name, text)
        old.replace(keys.path, key_file.text(keys), mode=key_file.PRIVATE)

    made = not folder.exists()
    try:
        return create_file(
            folder / DATABASE_FILE, key, STORE, fill=introduce, salt=salt, then=keep_files
        )
    except BaseException as fault:
        if isinstance(fault, Known) and fault.code == "locked":
            raise  # another is making a store here at this moment: the folder is theirs
        old.undo()
        if made:
            with suppress(OSError):
                (folder / LOCK_NAME).unlink(missing_ok=True)
                folder.rmdir()
        raise


def open_store(folder: Path, ask: Ask = lambda: None) -> Database:
    """Open the store of a folder; `ask` gives the passphrase or recovery key, when one is needed.

    Raises NotFound, or Known `not_a_database`, `wrong_key`, `damaged`, `locked`, `unwritable`,
    `newer_schema`, `wrong_passphrase`, `passphrase_needed`, `key_file_missing`,
    `key_file_damaged`, `locked_away` or `wiped`.
    """
    path = folder / DATABASE_FILE
    if not path.exists():
        raise _no_store(folder)
    keys = key_file.read(folder / KEY_FILE)
    return open_file(path, keys.unlock(ask), STORE, salt=keys.salt)


def protection_of(folder: Path) -> KeyFile:
    """The key file of a folder, to know before opening whether a passphrase will be asked."""
    if not (folder / DATABASE_FILE).exists():
        raise _no_store(folder)
    return key_file.read(folder / KEY_FILE)


def _no_store(folder: Path) -> NotFound:
    return NotFound(
        Phrase(
            "There is no Recoup database in {folder}. Check the name of the folder.", folder=folder
        )
    )
