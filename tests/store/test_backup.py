"""Backups: made while the desk works, whole or not there, made into a store again (security 10)."""

from __future__ import annotations

import builtins
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Known, NotFound
from app.library.backup import load_backup_terms
from app.store import audit, backup, folder, meta, numbers, patients, registrations, restoring
from app.store.backup import Source, Stopped
from app.store.backup_folder import Backup, backups_in, drop_old
from app.store.backup_terms import to_keep
from app.store.database import Database
from app.store.key_file import Protection
from tests.desks import QUICK
from tests.store.samples import ADA, NEW, happening, opening

NINE = datetime(2026, 3, 9, 9, tzinfo=UTC)
TERMS = load_backup_terms()
PASSPHRASE, RECOVERY = "four quiet words here", "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


@pytest.fixture
def worked(store: Database) -> Database:
    """A store with a case, a granted block and a few audit lines."""
    with store.atomic():
        patients.add(store, ADA)
        registrations.open_new(store, opening())
        numbers.grant(store, "invoice", first=1, last=999)
        numbers.grant(store, "invoice", first=80_000, last=80_999)
        numbers.take_next(store, "invoice")
        for _ in range(3):
            audit.record(store, happening())
    return store


def make(store: Database, place: Path, at: datetime = NINE, **more: Any) -> Backup:
    return backup.make(Source.of(store), place, at, extra={}, pages_at_once=8, **more)


def make_many(store: Database, place: Path) -> None:
    for at in range(1, 9):
        make(store, place, NINE + timedelta(hours=at))


def restored(
    made: Backup, to: Path, secret: str | None = None, at: datetime = NINE
) -> restoring.Restored:
    return restoring.restore(made.folder, to, ask=lambda: secret, now=at, terms=TERMS)


def test_security_10_restored_on_a_clean_machine_with_the_recovery_key_all_is_there(
    tmp_path: Path, place: Path
) -> None:
    protection = Protection(passphrase=PASSPHRASE, recovery_key=RECOVERY, cost=QUICK)
    with folder.create_store(tmp_path / "desk", NEW, protection) as db:
        with db.atomic():
            patients.add(db, ADA)
            audit.record(db, happening())
        (tmp_path / "desk" / "trust.toml").write_text("name = 'St Anne'\n")
        made = make(db, place)
        head = audit.head(db)
    found = restored(made, tmp_path / "clean", RECOVERY.lower().replace("-", " "))
    assert found.found == found.header.contents
    assert found.found.audit_head == head
    with folder.open_store(tmp_path / "clean", lambda: PASSPHRASE) as db:
        assert db.scalar("SELECT count(*) FROM patients") == 1
        assert audit.verify(db, expected_head=head).sound
    assert (tmp_path / "clean" / "trust.toml").read_text() == "name = 'St Anne'\n"
    with pytest.raises(Known, match="does not open") as wrong:
        restored(made, tmp_path / "other", "not the words")
    assert wrong.value.code == "wrong_passphrase"
    assert not (tmp_path / "other").exists()


def test_security_1_a_backup_holds_nothing_in_the_clear(worked: Database, place: Path) -> None:
    made = make(worked, place)
    for file in made.folder.iterdir():
        content = file.read_bytes()
        assert b"SQLite format 3" not in content
        assert ADA.family_name.encode() not in content


def test_security_10_the_desk_writes_while_it_is_copied(worked: Database, place: Path) -> None:
    """What is written meanwhile waits for nothing, and is not half in the copy."""
    before = audit.head(worked)

    def write(_done: int, _of: int) -> None:
        with worked.atomic():
            audit.record(worked, happening())

    made = make(worked, place, told=write)
    assert made.header.contents.audit_head == before
    assert audit.verify(worked).rows > made.header.contents.audit_rows
    assert backup.test(made.folder, worked.key()) == made.header.contents


def test_security_10_stopped_or_refused_nothing_stays(worked: Database, place: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        make(worked, place, told=stop)
    assert list(place.iterdir()) == []
    with pytest.raises(Known) as away:
        make(worked, place / "unplugged")
    assert away.value.code == "backup_away"


def test_security_10_what_was_altered_is_found_and_not_restored(
    worked: Database, place: Path, tmp_path: Path
) -> None:
    made = make(worked, place)
    path = made.folder / "recoup.db"
    sound = path.read_bytes()
    path.write_bytes(sound[:5000] + bytes([sound[5000] ^ 1]) + sound[5001:])
    for act in (
        lambda: backup.test(made.folder, worked.key()),
        lambda: restored(made, tmp_path / "new"),
    ):
        with pytest.raises(Known) as refused:
            act()
        assert refused.value.code == "bad_backup"
    path.write_bytes(sound)
    header = made.folder / "backup.json"
    header.write_text(header.read_text().replace('"audit": 3', '"audit": 4'))
    with pytest.raises(Known, match="counts of audit is 3, not 4") as differs:
        restored(made, tmp_path / "new")
    assert differs.value.code == "backup_differs"
    assert not (tmp_path / "new").exists()
    with pytest.raises(NotFound):
        restored(Backup(place, made.header), tmp_path / "new")


def test_security_10_a_restored_store_gives_no_number_twice(
    worked: Database, place: Path, tmp_path: Path
) -> None:
    made = make(worked, place)
    with worked.atomic():  # the old one goes on
        old = {numbers.take_next(worked, "invoice") for _ in range(50)}
        old_ref = registrations.open_new(worked, opening("r-2"))
    life = restored(made, tmp_path / "soon").life
    assert life is not None
    with folder.open_store(tmp_path / "soon") as db, db.atomic():
        assert meta.get(db, "actor") == life.actor != meta.get(worked, "actor")
        assert numbers.take_next(db, "invoice") == 80_000 not in old
        assert registrations.open_new(db, opening("r-9")) == f"R-{life.next_reference}" != old_ref
    restored(made, tmp_path / "late", at=NINE + timedelta(days=30))
    with folder.open_store(tmp_path / "late") as db, db.atomic():
        with pytest.raises(Known) as none_left:
            numbers.take_next(db, "invoice")
        assert none_left.value.code == "numbers_exhausted"


def test_security_10_a_failed_schema_upgrade_rolls_back(store_folder: Path) -> None:
    from app.store.database import open_file
    from app.store.driver import DriverError
    from app.store.migrations import STORE
    from app.store.schema import Schema
    from tests.store.test_schema import BROKEN, SECOND

    key = folder.protection_of(store_folder).unlock(lambda: None)
    path = store_folder / folder.DATABASE_FILE
    with folder.open_store(store_folder) as db:
        before = db.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    with pytest.raises(DriverError):
        open_file(path, key, Schema(STORE.name, (*STORE.steps, SECOND, BROKEN)))
    with folder.open_store(store_folder) as db:
        assert db.rows("SELECT name, sql FROM sqlite_master ORDER BY name") == before
        assert db.check_integrity() == ()
    copy = store_folder / f"{folder.DATABASE_FILE}.before-upgrade-{STORE.steps[-1].name}"
    assert copy.is_file()  # made before the step was tried


def test_security_10_rotation_keeps_a_day_of_hours_14_days_and_8_weeks(
    worked: Database, place: Path
) -> None:
    made = [NINE - timedelta(hours=back) for back in range(24 * 100)]
    kept = to_keep(made, NINE, TERMS)
    assert {NINE - timedelta(hours=back) for back in range(25)} <= kept
    days = {one.date() for one in kept}
    assert {(NINE - timedelta(days=back)).date() for back in range(14)} <= days
    assert len({one.isocalendar()[:2] for one in kept}) == TERMS.weeks
    assert len(kept) < 25 + 14 + 8
    for back in (0, 1, 400, 24 * 400):
        make(worked, place, NINE - timedelta(hours=back))
    assert len(list(place.iterdir())) == 4
    store_id = meta.get(worked, "store_id") or ""
    drop_old(place, store_id, NINE, TERMS)
    drop_old(place, "another store", NINE + timedelta(days=9999), TERMS)
    assert len(backups_in(place, store_id)) == len(list(place.iterdir())) == 4
    drop_old(place, store_id, NINE + timedelta(days=9999), TERMS)
    assert backups_in(place, store_id)[0].header.moment == NINE


@given(st.lists(st.integers(0, 20_000), max_size=60, unique=True))
def test_security_10_rotation_never_costs_the_newest_and_settles(hours: list[int]) -> None:
    made = [NINE - timedelta(hours=back) for back in hours]
    kept = to_keep(made, NINE, TERMS)
    assert {max(made)} <= kept if made else not kept
    assert to_keep(kept, NINE, TERMS) == kept


@contextmanager
def small_disk(tmp_path: Path, size: str) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if subprocess.run(mounted, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small disk of its own")
def test_security_10_a_full_disk_is_told_and_costs_nothing(
    worked: Database, tmp_path: Path
) -> None:
    with small_disk(tmp_path, "4m") as disk:
        good = make(worked, disk)
        with pytest.raises(Known, match=str(disk)) as full:
            make_many(worked, disk)
        assert full.value.code == "disk_full"
        store_id = good.header.contents.store_id
        left = backups_in(disk, store_id)
        assert good.folder in [one.folder for one in left]
        assert len(left) == len(list(disk.iterdir()))  # nothing half-done
        assert all(backup.test(one.folder, worked.key()) for one in left)
        assert audit.verify(worked).sound


POINTS = ("fsync", "open", "replace", "rename", "mkdir", "unlink", "rmdir", "utime", "chmod")


def die_at(step: int, act: Callable[[Callable[[], None]], object]) -> bool:
    """Whether a forked process was killed before its `step`-th write; `act` may call for more."""
    child = os.fork()
    if child == 0:
        left = step

        def point() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def counted(original: Callable[..., Any]) -> Callable[..., Any]:
            def call(*arguments: Any, **named: Any) -> Any:
                point()
                return original(*arguments, **named)

            return call

        for name in POINTS:
            setattr(os, name, counted(getattr(os, name)))
        io.open = builtins.open = counted(builtins.open)
        try:
            act(point)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX thing")
def test_security_10_killed_at_any_write_of_a_backup_the_good_one_stays(
    worked: Database, place: Path
) -> None:
    source, store_id = Source.of(worked), meta.get(worked, "store_id") or ""
    first = make(worked, place)
    step = 0

    def again(point: Callable[[], None]) -> None:
        at = NINE + timedelta(hours=30 * step)
        terms = TERMS
        backup.make(source, place, at, extra={"a": b"b"}, pages_at_once=64, told=lambda *_: point())
        drop_old(place, store_id, at, terms)

    while True:
        step += 1
        killed = die_at(step, again)
        found = backups_in(place, store_id)
        assert found
        assert backup.test(found[0].folder, source.key)
        if killed and len(found) == 1:
            assert backup.test(first.folder, source.key)
        if not killed:
            break
    assert step > 20
    make(worked, place, NINE + timedelta(days=99))
    assert not [one for one in place.iterdir() if one.name.endswith(".part")]


def _restored_to(made: Backup, to: Path, _point: Callable[[], None]) -> None:
    restored(made, to)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX thing")
def test_security_10_killed_at_any_write_of_a_restore_it_is_done_again(
    worked: Database, place: Path, tmp_path: Path
) -> None:
    made, step = make(worked, place), 0
    while True:
        step += 1
        to = tmp_path / f"new-{step}"
        killed = die_at(step, partial(_restored_to, made, to))
        assert backup.test(made.folder, worked.key())
        if not to.exists():
            restored(made, to)
        with folder.open_store(to) as db:
            assert audit.verify(db, expected_head=made.header.contents.audit_head).sound
            assert db.scalar("SELECT count(*) FROM audit WHERE act = 'restored'") == 1
            assert meta.get(db, "actor") != meta.get(worked, "actor")
        if not killed:
            break
    assert step > 15
