"""H10: a store is upgraded or it is as it was, through every death and on a full disk."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Known
from app.store import key_file, meta
from app.store.database import Database, create_file, open_file
from app.store.folder import DATABASE_FILE
from app.store.key_file import KEY_FILE
from app.store.migrations import STORE
from app.store.schema import Schema
from tests.mounts import small_disk
from tests.spool.killer import Killer
from tests.store.samples import NEW
from tests.store.upgrade_steps import open_once
from tests.store.whole_store import fill_of_step_31

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX thing")

FROM = ("0031_own_row", "0032_due")  # the step a store has reached before the program comes
POINTS_WANTED = 12  # fewer, and something is no longer counted
FURTHER = 7 * 4_120  # bytes, each time that the kernel kills
OWN = "_sqlite_migrations"
_TWICE_TOLD = """
    INSERT INTO journal (actor, number, stamp, subject, about, schema, body)
    VALUES (?, 1, 1, 'pack', ?, 31, ?)"""


def until(step: str) -> Schema:
    """The store as a program knew it whose last step this was."""
    return Schema(STORE.name, tuple(one for one in STORE.steps if one.name <= step))


def fill_of_before(db: Database) -> None:
    """A morning's work, and a pack of law of which two machines told."""
    meta.put(db, meta.STORE_ID, NEW.store_id)
    meta.put(db, meta.MODE, NEW.mode.value)
    meta.put(db, meta.CREATED_AT, NEW.created_at)
    for actor in ("a" * 16, "b" * 16):
        db.execute(_TWICE_TOLD, (actor, "f" * 64, b"told"))


@pytest.fixture(params=FROM)
def before(request: pytest.FixtureRequest, template: Path, tmp_path: Path) -> Path:
    """A store of the program before, with rows in every table."""
    made = tmp_path / "before"
    made.mkdir()
    shutil.copy2(template / KEY_FILE, made / KEY_FILE)
    keys = key_file.read(made / KEY_FILE)
    key, path = keys.unlock(lambda: None), made / DATABASE_FILE
    schema = until(request.param)
    with create_file(path, key, schema, fill=fill_of_before, salt=keys.salt) as db:
        fill_of_step_31(db)
    return made


def rows_of(path: Path, schema: Schema) -> dict[str, list[str]]:
    """Every row of every table, and the statements that made them all."""
    key = key_file.read(path.parent / KEY_FILE).unlock(lambda: None)
    with open_file(path, key, schema) as db:
        assert db.check_integrity() == ()
        tables = [
            row["name"] for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        held = {
            name: sorted(repr(one) for one in db.tuples(f"SELECT * FROM [{name}]"))
            for name in tables
            if not name.startswith("sqlite_") and name != OWN
        }
        made = [str(sql) for (sql,) in db.tuples("SELECT sql FROM sqlite_master ORDER BY name")]
    return held | {"": made}


def alone(place: Path) -> list[str]:
    """What lies in the folder but for the store itself."""
    mine = (DATABASE_FILE, KEY_FILE)
    return sorted(
        one.name
        for one in place.iterdir()
        if one.name not in mine and not one.name.endswith((".lock", "-wal", "-shm"))
    )


class Upgrade:
    """One store of before, what an upgrade left undisturbed makes of it, and deaths on the way."""

    def __init__(self, before: Path, killer: Killer, step: str) -> None:
        self.before, self._killer, self._step = before, killer, step
        killer.warm("open_once", self.copy("warm"))
        self.held = rows_of(self.copy("held") / DATABASE_FILE, until(step))
        self.run(whole := self.copy("whole"))
        self.wanted, self.beside = rows_of(whole / DATABASE_FILE, STORE), alone(whole)
        assert self.wanted != self.held
        kept = self.held.keys() - {"", "unplaced"}
        assert {name: self.wanted[name] for name in kept} == {n: self.held[n] for n in kept}

    def copy(self, name: str) -> Path:
        """The store of before once more, untouched."""
        place = self.before.parent / name
        shutil.rmtree(place, ignore_errors=True)
        return Path(shutil.copytree(self.before, place))

    def run(self, place: Path, **death: Any) -> Any:
        """The program is started there, and may die."""
        return self._killer.run("open_once", place, **death)

    def judge(self, place: Path, death: str) -> None:
        """Started again it is upgraded, and the copy of before is whole."""
        assert not self.run(place).killed, death
        self.is_upgraded(place, death)

    def is_upgraded(self, place: Path, death: str) -> None:
        """All of it is as the new program wants it, and the copy is as the old one left it."""
        assert rows_of(place / DATABASE_FILE, STORE) == self.wanted, death
        assert alone(place) == self.beside, death
        (kept,) = place.glob("*before-upgrade*")
        assert self.is_of_before(place, kept), death

    def is_of_before(self, place: Path, file: Path) -> bool:
        """Whether a file holds what was there before the program came; looked at elsewhere."""
        shutil.rmtree(aside := self.before.parent / "aside", ignore_errors=True)
        aside.mkdir()
        shutil.copy2(place / KEY_FILE, aside / KEY_FILE)
        for each in place.glob(f"{file.name}*"):
            if each.name in (file.name, f"{file.name}-wal"):
                shutil.copy2(each, aside / each.name.replace(file.name, DATABASE_FILE))
        return rows_of(aside / DATABASE_FILE, until(self._step)) == self.held


@pytest.fixture
def upgrade(before: Path, request: pytest.FixtureRequest) -> Iterator[Upgrade]:
    with Killer("tests.store.upgrade_steps") as killer:
        yield Upgrade(before, killer, request.node.callspec.params["before"])


@pytest.mark.slow
def test_h10_a_store_killed_at_any_write_of_its_upgrade_is_upgraded_at_the_next_start(
    upgrade: Upgrade, proof: Callable[[str], None]
) -> None:
    counted = upgrade.run(place := upgrade.copy("counted"), watching=place)
    assert len(counted.points) >= POINTS_WANTED
    for at, point in enumerate(counted.points, 1):
        place = upgrade.copy("killed")
        assert upgrade.run(place, at=at).killed
        upgrade.judge(place, f"killed before point {at}, {point}")
    inside = 0
    for past_bytes in count(1_000, FURTHER):
        if not upgrade.run(place := upgrade.copy("killed"), past_bytes=past_bytes).killed:
            break
        upgrade.judge(place, f"killed when a file grew past {past_bytes} bytes")
        inside += 1
    assert inside > 3
    proof(
        f"killed at {len(counted.points)} points and {inside} places inside; as it was, or upgraded"
    )


def test_h10_on_a_full_disk_a_store_is_upgraded_or_is_as_it_was(
    upgrade: Upgrade, tmp_path: Path
) -> None:
    """With ever more room until there is enough; each time room is made, it is upgraded."""
    refused = []
    with small_disk(tmp_path, "4m") as disk:
        for room in range(0, 3_072, 64):
            place = disk / "store"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(upgrade.before, place)
            left = shutil.disk_usage(disk).free - room * 1_024
            (disk / "filled").write_bytes(bytes(max(left, 0)))
            try:
                open_once(str(place))
            except Known as known:
                refused.append(known.code)
            else:
                break
            finally:
                (disk / "filled").unlink()
            assert upgrade.is_of_before(place, place / DATABASE_FILE), room
            open_once(str(place))
            upgrade.is_upgraded(place, f"{room} KiB")
        upgrade.is_upgraded(place, "room enough")
    assert set(refused) <= {"disk_full", "unwritable"}
    assert len(refused) > 3
