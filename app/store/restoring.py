"""A store made again from a backup, on this machine or another, and held against it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.errors import Known
from app.core.ports import stamp
from app.core.wording import Phrase
from app.store import audit, failures, key_file
from app.store.actors import NewLife, begin_new_life
from app.store.audit import Happening
from app.store.backup import contents_of, differs, require_hashes
from app.store.backup_folder import HEADER, Header, bad_backup, read_header
from app.store.backup_terms import BackupTerms
from app.store.contents import Contents
from app.store.database import Database, open_file, sync_folder
from app.store.key_file import Ask
from app.store.lock import LOCK_NAME
from app.store.migrations import STORE
from app.store.schema import Schema

_PART = ".restoring"
_NOT_TAKEN_BACK = (HEADER, "read_back.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A store as restored: what the backup said it holds, what was found, what is left out.

    A ledger begins no new life here: finance's side sees on the share that it came back.
    """

    folder: Path
    header: Header
    found: Contents
    life: NewLife | None


def restore(backup: Path, folder: Path, *, ask: Ask, now: datetime, terms: BackupTerms) -> Restored:
    """Make a store from a backup in a new folder, or nothing.

    `ask` gives the passphrase or the recovery key. Raises NotFound, or Known `bad_backup`,
    `backup_differs`, `exists`, `wrong_passphrase`, `damaged`, `disk_full`, `unwritable`,
    `newer_schema` or `numbers_exhausted`.
    """

    def begin(database: Database, header: Header) -> NewLife:
        with database.atomic():
            life = begin_new_life(database, copied_at=header.moment, now=now, terms=terms)
            audit.record(database, _restored(header, life, now))
        return life

    return _restore(backup, folder, ask, STORE, begin)


def restore_ledger(backup: Path, folder: Path, *, ask: Ask, schema: Schema) -> Restored:
    """The same for finance's ledger in a file."""
    return _restore(backup, folder, ask, schema, lambda _database, _header: None)


def _restore(
    backup: Path,
    folder: Path,
    ask: Ask,
    schema: Schema,
    begin: Callable[[Database, Header], NewLife | None],
) -> Restored:
    header = read_header(backup)
    require_hashes(backup, header)
    part = folder.with_name(folder.name + _PART)
    try:
        _require_empty(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(part, header)
        part.mkdir(mode=0o700)
        for name in header.files:
            if name not in _NOT_TAKEN_BACK:
                shutil.copy2(backup / name, part / name)
        found, life = _opened(part, backup, header, ask, schema, begin)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
        sync_folder(folder.parent)
    except BaseException as fault:
        shutil.rmtree(part, ignore_errors=True)
        if isinstance(fault, OSError):
            raise failures.refused_by_system(fault, folder) from None
        raise
    return Restored(folder=folder, header=header, found=found, life=life)


def _opened(
    part: Path,
    backup: Path,
    header: Header,
    ask: Ask,
    schema: Schema,
    begin: Callable[[Database, Header], NewLife | None],
) -> tuple[Contents, NewLife | None]:
    path = part / header.database
    keys = key_file.read(part / header.key_file)
    key = keys.unlock(ask)
    with failures.told(path):
        found = contents_of(path, key)
    if found != header.contents:
        raise differs(backup, header.contents, found)
    with open_file(path, key, schema, salt=keys.salt) as database:
        if found.audit_rows and not _chain_holds(database, found):
            raise bad_backup(backup)
        return found, begin(database, header)


def _chain_holds(database: Database, found: Contents) -> bool:
    report = audit.verify(database, expected_head=found.audit_head)
    return report.sound and (report.rows, report.head) == (found.audit_rows, found.audit_head)


def _restored(header: Header, life: NewLife, now: datetime) -> Happening:
    return Happening(
        at=stamp(now),
        user_id="",
        user_name="",
        device=header.contents.device,
        act="restored",
        subject=life.actor,
        detail={
            "made_at": header.made_at,
            "left_out": dict(life.left_out),
            "next_reference": life.next_reference,
        },
    )


def _require_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Known(
            "exists",
            Phrase("The folder {folder} is not empty. Name a new one.", folder=folder),
            "data",
        )


def _clear(part: Path, header: Header) -> None:
    """Take away what an earlier try left; a folder of that name that is somebody's stays."""
    if not part.exists():
        return
    ours = {*header.files, LOCK_NAME}
    if any(not any(one.name.startswith(name) for name in ours) for one in part.iterdir()):
        raise Known(
            "exists",
            Phrase("The folder {part} is in the way. Move it, then try again.", part=part),
            "data",
        )
    shutil.rmtree(part)
