"""Opening the ledger at an address, and making it where there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from app.core.errors import Known
from app.core.ports import Clock, Ids, stamp
from app.core.trust import Mode
from app.hub import statements as say
from app.hub.address import ServerAddress, read_address
from app.hub.engine import atomic, cause
from app.hub.file_engine import FileEngine
from app.hub.ledger import Ledger
from app.hub.server_engine import ServerEngine
from app.hub.sqlite_steps import LEDGER
from app.hub.tables import meta, metadata
from app.store import crypto, failures, key_file
from app.store import meta as file_meta
from app.store.database import Database, create_file, open_file
from app.store.key_file import Ask, Protection
from app.store.small_files import SetAside

_SHAPE, _SHAPE_NOW = "shape", "0004_inbox"  # as the steps of a ledger in a file are named


def open_ledger(
    url: str, *, mode: Mode | None, ids: Ids, clock: Clock, ask: Ask = lambda: None
) -> Ledger:
    """Open the ledger at a path, `sqlite:///path` or `postgresql://USER@HOST:PORT/DB`.

    It is made where there is none: then its `mode` must be said, and a live one in a file needs a
    passphrase from `ask`. Raises Known `mode_needed`, `wrong_mode`, `ledger_unavailable`, BadInput
    `bad_ledger`, and what opening a database raises.
    """
    place = read_address(url)
    if isinstance(place, ServerAddress):
        ledger = _on_server(place, mode=mode, ids=ids, clock=clock)
    else:
        ledger = _in_file(place, mode=mode, ids=ids, clock=clock, ask=ask)
    if mode not in (None, ledger.mode):
        own = ledger.mode
        ledger.close()
        raise Known(
            "wrong_mode",
            f"The ledger {place} is for {own} batches, not {mode}. Name another ledger.",
            "mode",
        )
    return ledger


def _in_file(path: Path, *, mode: Mode | None, ids: Ids, clock: Clock, ask: Ask) -> Ledger:
    key_path = path.with_name(f"{path.name}.key.json")
    if not _is_there(path):
        needed = _needed(mode, path)
        return _ledger(_create(path, key_path, mode=needed, ids=ids, clock=clock, ask=ask))
    keys = key_file.read(key_path)
    return _ledger(open_file(path, keys.unlock(ask), LEDGER, salt=keys.salt))


def _ledger(database: Database) -> Ledger:
    return Ledger(FileEngine(database))


def _create(
    path: Path, key_path: Path, *, mode: Mode, ids: Ids, clock: Clock, ask: Ask
) -> Database:
    key, salt, store_id = crypto.new_key(), crypto.new_salt(), ids.new()
    keys = key_file.make(
        key_path,
        key,
        mode=mode,
        store_id=store_id,
        salt=salt,
        protection=Protection(passphrase=ask() if mode is Mode.LIVE else None),
    )

    def introduce(database: Database) -> None:
        file_meta.put(database, file_meta.STORE_ID, store_id)
        file_meta.put(database, file_meta.MODE, mode.value)
        file_meta.put(database, file_meta.CREATED_AT, stamp(clock.now()))

    def keep_key() -> None:
        old.replace(key_path, key_file.text(keys), mode=key_file.PRIVATE)

    old = SetAside()
    try:
        return create_file(path, key, LEDGER, fill=introduce, salt=salt, then=keep_key)
    except BaseException:
        old.undo()
        raise


def _on_server(address: ServerAddress, *, mode: Mode | None, ids: Ids, clock: Clock) -> Ledger:
    engine = ServerEngine(address)
    try:
        if not _introduced(engine):
            _make_on_server(engine, _needed(mode, address), ids=ids, clock=clock)
        _require_our_shape(engine, address)
        return Ledger(engine)
    except BaseException:
        engine.close()
        raise


def _introduced(engine: ServerEngine) -> bool:
    with atomic(engine):
        if not inspect(engine.connection).has_table(meta.name):
            return False
        return engine.connection.execute(say.MODE).first() is not None


def _make_on_server(engine: ServerEngine, mode: Mode, *, ids: Ids, clock: Clock) -> None:
    """Table by table, as engines without changing tables in transactions need it.

    Another program may be doing the same: the tables are the same, and whose identity is first
    stands. The identity comes last, so that a death on the way is healed by doing it again.
    """
    for table in metadata.sorted_tables:
        _beside_others(engine, partial(table.create, checkfirst=True))
    identity = {
        file_meta.STORE_ID: ids.new(),
        file_meta.CREATED_AT: stamp(clock.now()),
        _SHAPE: _SHAPE_NOW,
        file_meta.MODE: mode.value,
    }
    rows = [{"key": key, "value": value} for key, value in identity.items()]
    _beside_others(engine, lambda connection: connection.execute(meta.insert(), rows))


def _beside_others(engine: ServerEngine, act: Callable[[Connection], object]) -> None:
    try:
        with atomic(engine):
            act(engine.connection)
    except DBAPIError as fault:
        if not engine.was_there_already(cause(fault)):
            raise


def _require_our_shape(engine: ServerEngine, address: ServerAddress) -> None:
    with atomic(engine):
        found = engine.connection.execute(say.SHAPE).scalar_one_or_none()
    if found != _SHAPE_NOW:
        raise Known(
            "newer_schema",
            f"The ledger at {address} was made by another Recoup. Update this one, then run it "
            "again.",
        )


def _needed(mode: Mode | None, place: Path | ServerAddress) -> Mode:
    if mode is None:
        raise Known(
            "mode_needed",
            f"There is no ledger {place} yet. To make it, say what it is for: "
            "--mode demo, --mode test or --mode live.",
            "mode",
        )
    return mode


def _is_there(path: Path) -> bool:
    try:
        if path.exists() and not path.is_file():
            raise failures.not_a_database(path)
        return path.exists()
    except OSError as refused:
        raise failures.unreadable(path, refused) from None
