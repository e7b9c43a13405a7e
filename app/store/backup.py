"""Making a backup while the desk works, and testing one.

A connection of its own reads the file at one moment, a few pages at a time, so whoever works at
the desk waits for nothing; any thread may do it. What is written is looked through before it
counts: every page, the rows of every table, sums of money, the head of the audit.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from app.core.errors import Known
from app.core.ports import stamp
from app.core.wording import Phrase
from app.store import driver, failures
from app.store.backup_folder import (
    HEADER,
    PART,
    Backup,
    Header,
    away,
    bad_backup,
    name_of,
    read_header,
    sweep,
)
from app.store.contents import Contents, difference, read_contents
from app.store.database import Database, sync_folder
from app.store.driver import Connection, DriverError
from app.store.key_file import KEY_FILE
from app.store.lock import LOCK_NAME
from app.store.small_files import write_whole

Told = Callable[[int, int], None]  # pages done, of how many
_LARGEST_SETTING = 16 * 1024 * 1024
_PASSING = (".part", ".new", ".tmp")


class Stopped(Exception):
    """Raised by whoever is told of progress, to stop a backup; nothing of it stays."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to copy, its key, and the files beside it that belong to it."""

    path: Path
    key: bytes = field(repr=False)
    key_file: str = KEY_FILE
    settings: bool = True  # whether the other small files of the folder are copied too

    @classmethod
    def of(cls, db: Database) -> Source:
        """An open store."""
        return cls(db.path, db.key())


def make(
    source: Source,
    place: Path,
    now: datetime,
    *,
    extra: Mapping[str, bytes],
    pages_at_once: int,
    told: Told = lambda _done, _of: None,
) -> Backup:
    """Copy a database and what belongs to it into a new folder at `place`, which must be there.

    `extra` are further files to lie in it, by name. `told` hears of progress and may raise
    Stopped. On any failure nothing of the attempt counts, and what was there stays. Raises Known
    `backup_away`, `disk_full`, `disk_fault`, `unwritable`, `damaged` or `backup_differs`.
    """
    if not place.is_dir():
        raise away(place)
    with _explained(place / HEADER), closing(_reader(source)) as reading:
        reading.execute("BEGIN")  # one moment of the file, whatever is written meanwhile
        contents = read_contents(reading)
        sweep(place, contents.store_id)
        folder = _free(place / name_of(contents.store_id, contents.device, now))
        part = folder.with_name(folder.name + PART)
        try:
            part.mkdir(mode=0o700)
            _copy_database(reading, source, part / source.path.name, pages_at_once, told)
            _require_same(part / source.path.name, source.key, contents)
            header = _fill(part, source, stamp(now), contents, extra)
            part.rename(folder)
            sync_folder(place)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return Backup(folder, header)


def test(backup: Path, key: bytes) -> Contents:
    """Open a backup and hold all of it against its header; changes nothing.

    Raises NotFound, or Known `bad_backup`, `damaged`, `wrong_key` or `backup_differs`.
    """
    header = read_header(backup)
    require_hashes(backup, header)
    path = backup / header.database
    with _explained(path):
        found = contents_of(path, key)
    if found != header.contents:
        raise differs(backup, header.contents, found)
    return found


def require_hashes(folder: Path, header: Header) -> None:
    """Raise Known `bad_backup` where a file of a backup is not as it was written."""
    for name, digest in header.files.items():
        try:
            if _hash(folder / name) != digest:
                raise bad_backup(folder)
        except OSError:
            raise bad_backup(folder) from None


def contents_of(path: Path, key: bytes) -> Contents:
    """Every page of a closed file looked through, then its figures; raises Known `damaged`."""
    with closing(driver.connect(path, key, must_exist=True)) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise failures.damaged(path)
        return read_contents(connection)


def differs(folder: Path, said: Contents, found: Contents) -> Known:
    """A backup that does not hold what it says, and where it first differs."""
    return Known(
        "backup_differs",
        Phrase(
            "The backup in {folder} does not hold what its header says: {difference}. Use another "
            "one.",
            folder=folder,
            difference=difference(said, found),
        ),
        "from",
    )


def _reader(source: Source) -> Connection:
    return driver.connect(source.path, source.key, must_exist=True)


def _copy_database(
    reading: Connection, source: Source, path: Path, pages_at_once: int, told: Told
) -> None:
    with source.path.open("rb") as file:
        salt = file.read(driver.SALT_BYTES)  # the copy begins as its original: key.json names it
    with closing(driver.connect(path, source.key, salt=salt)) as writing:
        writing.execute("PRAGMA journal_mode = OFF")  # half a copy is thrown away as a whole
        writing.execute("PRAGMA synchronous = OFF")  # and a whole one is flushed at the end
        try:
            reading.backup(
                writing,
                pages=pages_at_once,
                progress=lambda _status, left, of: told(of - left, of),
                sleep=0,
            )
        except DriverError as fault:
            raise failures.explain_copy(fault, path.parent) from fault
    with closing(driver.connect(path, source.key, must_exist=True)) as settled:
        settled.execute("PRAGMA journal_mode = DELETE")  # read again without a file beside it
    _flush(path)


def _require_same(path: Path, key: bytes, contents: Contents) -> None:
    found = contents_of(path, key)
    if found != contents:
        raise differs(path.parent, contents, found)


def _fill(
    part: Path, source: Source, made_at: str, contents: Contents, extra: Mapping[str, bytes]
) -> Header:
    for original in _beside(source):
        shutil.copyfile(original, part / original.name)
    for name, content in extra.items():
        (part / name).write_bytes(content)
    names = sorted(one.name for one in part.iterdir())
    for name in names:
        _flush(part / name)
    header = Header(
        made_at=made_at,
        database=source.path.name,
        key_file=source.key_file,
        files={name: _hash(part / name) for name in names},
        contents=contents,
    )
    write_whole(part / HEADER, header.text())
    return header


def _beside(source: Source) -> Iterator[Path]:
    """The key file and the trust's own settings; nothing that passes, no other copy of records."""
    yield source.path.with_name(source.key_file)
    if not source.settings:
        return
    yield from (one for one in sorted(source.path.parent.iterdir()) if _is_setting(one, source))


def _is_setting(one: Path, source: Source) -> bool:
    passing = one.name.endswith(_PASSING) or one.name in (source.key_file, LOCK_NAME)
    records = one.name.startswith(source.path.name)
    if passing or records or one.is_symlink() or not one.is_file():
        return False
    return one.stat().st_size <= _LARGEST_SETTING


def _free(folder: Path) -> Path:
    number, found = 1, folder
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name}-{number}")
    return found


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What disk and driver say, as sentences about the folder of `path`."""
    try:
        with failures.told(path):
            yield
    except OSError as fault:
        raise failures.refused_by_system(fault, path) from None
