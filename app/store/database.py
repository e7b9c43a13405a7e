"""One open encrypted file, owned by one thread, written one whole act at a time."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import Known, NotFound
from app.core.wording import Phrase
from app.store import driver, failures
from app.store.driver import Connection, Cursor, DriverError
from app.store.lock import FolderLock
from app.store.schema import Schema

if TYPE_CHECKING:
    import sqlite_utils

Parameters = Sequence[Any] | Mapping[str, Any]
Row = dict[str, Any]
_FEW_KIB = 1024
_PLAIN_HEADER = b"SQLite format 3\x00"
_SIDE_FILES = ("", "-wal", "-shm", "-journal")


class Database:
    """The file while it is open. Made by `create_file` and `open_file`, ended by `close`.

    Only the thread that opened it may use it: any other gets a RuntimeError. Failures of the
    file itself are Known with a sentence; a broken rule of the schema stays the driver's error.
    """

    def __init__(
        self,
        connection: Connection,
        path: Path,
        lock: FolderLock | None = None,
        key: bytes | None = None,
    ) -> None:
        """Take over a keyed connection; callers use `create_file` or `open_file`."""
        self.path = path
        self._key = key
        self._connection = connection
        self._tools: sqlite_utils.Database = driver.toolkit(connection)
        self._lock = lock
        self._owner = threading.get_ident()
        self._ended: Known | None = None
        self._defers = False  # rules on rows that rest on others, until this transaction ends
        self.acts = 0  # begun so far: what was read under another number may be other now

    @property
    def tools(self) -> sqlite_utils.Database:
        """The same file under sqlite-utils; migrations need it, nothing else does."""
        self._check_thread()
        return self._tools

    @property
    def in_transaction(self) -> bool:
        """Whether an act is under way."""
        return self._ended is None and bool(self._connection.in_transaction)

    def key(self) -> bytes:
        """What a copy of this file is made under; a file in memory has none (RuntimeError)."""
        if self._key is None:
            raise RuntimeError("a database in memory has no key")
        return self._key

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All of the block reaches the disk, or none of it. Nests by savepoints.

        A file that was removed while it is open takes what is written, and nobody finds it again:
        so nothing is, and Known `gone` says what to do.
        """
        self._check_thread()
        self.acts += 1
        outermost = not self.in_transaction
        if outermost:
            self._defers = False
        try:
            with self._tools.atomic():
                yield
                if outermost and self._lock is not None and not self.path.exists():
                    raise failures.gone(self.path)
        except DriverError as fault:
            known = failures.explain(fault, self.path)
            if known is None:
                raise
            raise known from fault

    def execute(self, sql: str, parameters: Parameters = ()) -> Cursor:
        """Write by named SQL, inside `atomic()`: a write of its own would split an act."""
        if self._ended is None and not self._connection.in_transaction:
            raise RuntimeError("a write belongs inside `with db.atomic()`")
        return self._run(sql, parameters)

    def execute_many(self, sql: str, rows: Sequence[Parameters]) -> None:
        """The same statement for each row, inside `atomic()`."""
        self._check_thread()
        if not self._connection.in_transaction:
            raise RuntimeError("a write belongs inside `with db.atomic()`")
        with failures.told(self.path):
            self._connection.executemany(sql, rows)

    def defer_rules(self) -> None:
        """Let rows rest on rows that come later: what is broken is told at the transaction's end.

        Once a transaction: SQLite prepares every statement anew afterwards.
        """
        if not self._defers:
            self.execute("PRAGMA defer_foreign_keys = ON")
            self._defers = True

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """The rows as bare tuples, one at a time, for long reads."""
        with failures.told(self.path):
            yield from self._run(sql, parameters)

    def tuples(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Every row found as a bare tuple, for the few rows of a search at each key."""
        self._check_thread()
        try:  # not `failures.told`, which costs as much as the seek itself
            found: list[tuple[Any, ...]] = self._connection.execute(sql, parameters).fetchall()
        except DriverError as fault:
            known = failures.explain(fault, self.path)
            if known is None:
                raise
            raise known from fault
        return found

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Every row found, by column name."""
        cursor = self._run(sql, parameters)
        names = [column[0] for column in cursor.description]
        with failures.told(self.path):
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row found, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def first(self, sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
        """The first row found as a bare tuple, or None."""
        row: tuple[Any, ...] | None = self._run(sql, parameters).fetchone()
        return row

    def scalar(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first value of the first row, or None."""
        row = self.first(sql, parameters)
        return None if row is None else row[0]

    def check_integrity(self) -> tuple[str, ...]:
        """Read every page of the file and of every table; an empty answer means sound."""
        if not self.in_transaction:
            # Pages are read from the file: one torn by a crash stands whole in the log.
            self.checkpoint()
        pages = [str(row[0]) for row in self._run("PRAGMA cipher_integrity_check", ())]
        if pages:
            return tuple(pages)
        found = [str(row[0]) for row in self._run("PRAGMA integrity_check", ())]
        return tuple(line for line in found if line != "ok")

    def require_sound(self) -> None:
        """Raise Known `damaged` where any page of the file was altered or lost."""
        if self.check_integrity():
            raise failures.damaged(self.path)

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file itself, so that a copy of the file is whole."""
        self._run("PRAGMA wal_checkpoint(TRUNCATE)", ())

    def end(self, why: Known) -> None:
        """Close for good: whoever asks anything of it from now on is told why."""
        self.close()
        self._ended = why

    @contextmanager
    def sparing(self) -> Iterator[None]:
        """Keep few pages while a long read passes that nobody comes back to."""
        kept = self.scalar("PRAGMA cache_size")
        self._run(f"PRAGMA cache_size = -{_FEW_KIB}", ())
        try:
            yield
        finally:
            self._run(f"PRAGMA cache_size = {kept}", ())

    def close(self) -> None:
        """Finish: the log is folded into the file and the folder is free for another."""
        if self._ended is not None:
            return
        self._check_thread()
        try:
            self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, sql: str, parameters: Parameters) -> Cursor:
        self._check_thread()
        try:
            return self._connection.execute(sql, parameters)
        except DriverError as fault:
            known = failures.explain(fault, self.path)
            if known is None:
                raise
            raise known from fault

    def _check_thread(self) -> None:
        if threading.get_ident() != self._owner:
            raise RuntimeError("the store belongs to the thread that opened it")
        if self._ended is not None:
            raise self._ended


def create_file(
    path: Path,
    key: bytes,
    schema: Schema,
    *,
    fill: Callable[[Database], None],
    salt: bytes | None = None,
    then: Callable[[], None] = lambda: None,
) -> Database:
    """Make a new database, or nothing: it stands under its name only once it is whole.

    `fill` writes the first rows in the same transaction as the tables; `then` runs when the file
    is whole, just before it takes its name. Raises Known `exists`, `unwritable`, `disk_full` or
    `locked`.
    """
    with _taken(path.parent, make=True) as lock:
        if path.exists():
            raise Known(
                "exists",
                Phrase(
                    "The folder {folder} already holds {name}. Open it, or choose another folder.",
                    folder=path.parent,
                    name=path.name,
                ),
            )
        beside = path.with_name(f"{path.name}.new")
        try:
            _remove(beside)
            with failures.told(path):
                _make(beside, key, schema, fill, salt)
            then()
            beside.replace(path)
            sync_folder(path.parent)
        except BaseException as fault:
            with suppress(OSError):
                _remove(beside)
            if isinstance(fault, OSError):
                raise failures.refused_by_system(fault, path) from None
            raise
        return _open(path, key, schema, lock=lock, salt=salt)


def open_file(path: Path, key: bytes, schema: Schema, *, salt: bytes | None = None) -> Database:
    """Open and, where the program is newer than the file, upgrade it, keeping a copy.

    `salt`, the file's first 16 bytes as noted when it was made, tells a damaged first page from
    another key's file. Raises NotFound, or Known `not_a_database`, `wrong_key`, `damaged`,
    `locked`, `unwritable`, `newer_schema`.
    """
    if not path.parent.is_dir() or not path.exists():
        raise NotFound(
            Phrase(
                "There is no {name} in {folder}. Check the name of the folder.",
                name=path.name,
                folder=path.parent,
            )
        )
    if not path.is_file():
        raise failures.not_a_database(path)
    with _taken(path.parent, make=False) as lock:
        return _open(path, key, schema, lock=lock, salt=salt)


def in_memory(schema: Schema) -> Database:
    """An unencrypted database that never touches a disk, for tests and trial runs."""
    database = Database(driver.connect(":memory:", None), Path(":memory:"))
    schema.apply(database.tools)
    return database


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut, where the system allows asking."""
    if os.name == "nt":
        return  # Windows does not open folders; its renames are journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(
    path: Path,
    key: bytes,
    schema: Schema,
    fill: Callable[[Database], None],
    salt: bytes | None,
) -> None:
    connection = driver.connect(path, key, salt=salt)
    try:
        driver.make_durable(connection)
        database = Database(connection, path)
        with database.atomic():
            schema.apply(database.tools)
            fill(database)
    finally:
        connection.close()


def _open(
    path: Path, key: bytes, schema: Schema, *, lock: FolderLock, salt: bytes | None
) -> Database:
    try:
        connection = driver.connect(path, key, must_exist=True)
    except DriverError:
        raise failures.unwritable(path.parent) from None
    try:
        database = Database(connection, path, lock, key)
        with failures.told(path):
            _check_it_is_ours(database, schema)
            driver.make_durable(connection)
            schema.upgrade(database.tools, path)
    except BaseException as fault:
        connection.close()
        if getattr(fault.__cause__, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise _which(path, salt) from None
        raise
    return database


def _check_it_is_ours(database: Database, schema: Schema) -> None:
    applied = schema.applied(database.tools)
    if not applied:
        raise failures.not_a_database(database.path)
    if schema.is_older_than(applied):
        raise failures.newer_schema(database.path)


def _which(path: Path, salt: bytes | None) -> Known:
    """Say which of three faults SQLCipher's one answer, `file is not a database`, stands for."""
    with path.open("rb") as file:
        head = file.read(driver.SALT_BYTES)
    size = path.stat().st_size
    if salt is not None and head == salt:
        return failures.damaged(path)
    if head == _PLAIN_HEADER or size == 0 or size % driver.PAGE_BYTES:
        return failures.not_a_database(path)
    return failures.wrong_key(path)


@contextmanager
def _taken(folder: Path, *, make: bool) -> Iterator[FolderLock]:
    """The folder's lock, kept when the block succeeds and let go when it does not."""
    if make:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise failures.refused_by_system(fault, folder / "recoup") from None
    lock = FolderLock(folder)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _remove(path: Path) -> None:
    for ending in _SIDE_FILES:
        path.with_name(path.name + ending).unlink(missing_ok=True)
