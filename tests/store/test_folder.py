"""Making, opening and refusing a data folder: each failure is one sentence, nothing half-made."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Known, NotFound
from app.core.trust import Mode
from app.store import failures, folder, meta
from app.store.database import Database, create_file, in_memory, open_file
from app.store.driver import PAGE_BYTES, DriverError, IntegrityError
from app.store.folder import DATABASE_FILE
from app.store.key_file import KEY_FILE, Protection
from app.store.lock import LOCK_NAME
from app.store.migrations import STORE
from app.store.schema import Schema, Step
from tests.store.samples import NEW, with_registration
from tests.store.whole_store import fill


def refusal(store_folder: Path) -> Known:
    with pytest.raises(Known) as refused:
        folder.open_store(store_folder)
    assert str(store_folder) in refused.value.message
    assert refused.value.message.endswith(".")
    return refused.value


def test_a_new_store_knows_itself(tmp_path: Path) -> None:
    with folder.create_store(tmp_path / "a" / "b", NEW, Protection()) as db:
        assert meta.mode(db) is Mode.DEMO
        assert meta.get(db, meta.STORE_ID) == "store-1"
        assert meta.get(db, "nothing") is None
        with db.atomic():
            meta.put(db, meta.DEVICE_CODE, "D07")
            meta.put(db, meta.DEVICE_CODE, "D08")
        assert meta.get(db, meta.DEVICE_CODE) == "D08"
    left = {path.name for path in (tmp_path / "a" / "b").iterdir()}
    assert left == {DATABASE_FILE, KEY_FILE, LOCK_NAME}


def test_h14_a_store_never_changes_its_mode(store: Database) -> None:
    with pytest.raises(IntegrityError, match="identity and mode"), store.atomic():
        meta.put(store, meta.MODE, "live")
    assert meta.mode(store) is Mode.DEMO


def test_the_file_is_durable_and_strict(store: Database) -> None:
    assert store.scalar("PRAGMA journal_mode") == "wal"
    assert store.scalar("PRAGMA synchronous") == 2
    assert store.scalar("PRAGMA foreign_keys") == 1
    loose = store.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND NOT strict AND name NOT LIKE '%sqlite_%'"
    )
    assert loose == []


def test_a_second_store_in_the_folder_is_refused(store_folder: Path) -> None:
    with pytest.raises(Known) as refused:
        folder.create_store(store_folder, NEW, Protection())
    assert refused.value.code == "exists"
    folder.open_store(store_folder).close()


def test_the_key_of_a_database_that_is_gone_is_kept_aside(store_folder: Path) -> None:
    lost_key = (store_folder / KEY_FILE).read_bytes()
    for number in (1, 2):
        (store_folder / DATABASE_FILE).unlink()
        folder.create_store(store_folder, NEW, Protection()).close()
        assert (store_folder / f"{KEY_FILE}.old-{number}").exists()
    assert (store_folder / f"{KEY_FILE}.old-1").read_bytes() == lost_key


def test_no_folder_and_no_database_are_not_found(tmp_path: Path) -> None:
    for missing in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(NotFound):
            folder.open_store(missing)
        with pytest.raises(NotFound):
            folder.protection_of(missing)
        with pytest.raises(NotFound):
            open_file(missing / DATABASE_FILE, b"k" * 32, STORE)


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear Sir or Madam", b"SQLite format 3\x00" + bytes(PAGE_BYTES * 2 - 16)],
    ids=["empty", "a letter", "a plain database"],
)
def test_some_other_file_is_not_a_database(store_folder: Path, content: bytes) -> None:
    (store_folder / DATABASE_FILE).write_bytes(content)
    assert refusal(store_folder).code == "not_a_database"
    assert (store_folder / DATABASE_FILE).read_bytes() == content


def test_a_folder_in_its_place_is_not_a_database(store_folder: Path) -> None:
    (store_folder / DATABASE_FILE).unlink()
    (store_folder / DATABASE_FILE).mkdir()
    assert refusal(store_folder).code == "not_a_database"


def test_a_database_of_another_kind_is_not_ours(tmp_path: Path) -> None:
    other = Schema("something-else", (Step("0001", ("CREATE TABLE t (a TEXT) STRICT",)),))
    path = tmp_path / DATABASE_FILE
    create_file(path, b"k" * 32, other, fill=lambda _: None).close()
    with pytest.raises(Known) as refused:
        open_file(path, b"k" * 32, STORE)
    assert refused.value.code == "not_a_database"


def test_another_stores_file_does_not_open_with_this_key(
    store_folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder.create_store(tmp_path / "other", NEW, Protection()).close()
    shutil.copy(tmp_path / "other" / DATABASE_FILE, store_folder / DATABASE_FILE)
    assert refusal(store_folder).code == "wrong_key"
    assert capfd.readouterr() == ("", "")


def test_a_key_has_32_bytes(store_folder: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_file(store_folder / DATABASE_FILE, b"short", STORE)


@pytest.mark.parametrize("page", [1, 2, 5])
def test_a_tampered_page_is_named_with_what_to_do(
    store_folder: Path, page: int, capfd: pytest.CaptureFixture[str]
) -> None:
    _flip(store_folder / DATABASE_FILE, (page - 1) * PAGE_BYTES + 200)
    with pytest.raises(Known, match="restore the last backup") as refused:
        _read_everything(store_folder)
    assert refused.value.code == "damaged"
    assert DATABASE_FILE in refused.value.message
    assert capfd.readouterr() == ("", "")


def test_a_file_cut_short_is_damaged(store_folder: Path) -> None:
    whole = (store_folder / DATABASE_FILE).read_bytes()
    for kept in (len(whole) // 2, 100):
        (store_folder / DATABASE_FILE).write_bytes(whole[:kept])
        with pytest.raises(Known) as refused:
            _read_everything(store_folder)
        assert refused.value.code == "damaged"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_altered_byte_goes_unseen(
    template: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    copy = Path(shutil.copytree(template, tmp_path_factory.mktemp("altered") / "s"))
    size = (copy / DATABASE_FILE).stat().st_size
    _flip(copy / DATABASE_FILE, data.draw(st.integers(0, size - 1)))
    with pytest.raises(Known) as refused:
        _read_everything(copy)
    assert refused.value.code in {"damaged", "wrong_key"}
    shutil.rmtree(copy)


def test_integrity_names_the_page(store_folder: Path) -> None:
    with folder.open_store(store_folder) as db:
        assert db.check_integrity() == ()
        page = db.scalar("SELECT rootpage FROM sqlite_master WHERE name = 'receipts'")
    _flip(store_folder / DATABASE_FILE, (page - 1) * PAGE_BYTES + 9)
    with folder.open_store(store_folder) as db:
        assert f"page {page}" in " ".join(db.check_integrity())


def test_a_second_instance_is_told_where_the_first_is(store: Database, store_folder: Path) -> None:
    assert refusal(store_folder).code == "locked"
    with pytest.raises(Known) as refused:
        folder.create_store(store_folder, NEW, Protection())
    assert refused.value.code == "locked"
    code = (
        "import sys; from pathlib import Path; from app.store import folder\n"
        "from app.core.errors import Known\n"
        "try: folder.open_store(Path(sys.argv[1]))\n"
        "except Known as known: print(known.code)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, str(store_folder)], capture_output=True, text=True, check=True
    )
    assert (other.stdout.strip(), other.stderr) == ("locked", "")


def test_after_closing_another_may_open(store_folder: Path) -> None:
    folder.open_store(store_folder).close()
    with folder.open_store(store_folder), pytest.raises(Known):
        folder.open_store(store_folder)
    folder.open_store(store_folder).close()


def test_a_file_where_the_folder_should_be_is_unwritable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Known) as refused:
        folder.create_store(tmp_path / "file" / "data", NEW, Protection())
    assert refused.value.code == "unwritable"


def test_a_lock_that_cannot_be_made_is_unwritable(store_folder: Path) -> None:
    (store_folder / LOCK_NAME).unlink()
    (store_folder / LOCK_NAME).mkdir()
    assert refusal(store_folder).code == "unwritable"


def test_only_the_thread_that_opened_it_may_use_it(store: Database) -> None:
    caught: list[str] = []

    def intrude() -> None:
        for use in (
            lambda: store.rows("SELECT 1"),
            lambda: store.atomic().__enter__(),
            lambda: store.execute_many("SELECT ?", [(1,)]),
            lambda: store.tools,
            store.close,
        ):
            try:
                use()
            except RuntimeError as refused:
                caught.append(str(refused))

    intruder = threading.Thread(target=intrude)
    intruder.start()
    intruder.join()
    assert caught == ["the store belongs to the thread that opened it"] * 5


def test_a_write_outside_an_act_is_a_fault(store: Database) -> None:
    with pytest.raises(RuntimeError, match="atomic"):
        store.execute("DELETE FROM users")
    with pytest.raises(RuntimeError, match="atomic"):
        store.execute_many("DELETE FROM users WHERE user_id = ?", [("u",)])


def test_an_act_that_fails_leaves_nothing(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _register_and_fail(db, "r-1")
    assert db.scalar("SELECT count(*) FROM registrations") == 0
    assert not db.in_transaction


def test_an_inner_act_is_undone_with_the_outer_and_alone(db: Database) -> None:
    with db.atomic():
        with_registration(db, "r-1")
        with pytest.raises(ZeroDivisionError):
            _register_and_fail(db, "r-2")
    assert db.scalar("SELECT count(*) FROM registrations") == 1


def test_faults_of_the_program_are_not_dressed_up(db: Database) -> None:
    with pytest.raises(DriverError, match="no such table"):
        db.rows("SELECT * FROM nowhere")
    with pytest.raises(DriverError, match="no such table"), db.atomic():
        db.execute("DELETE FROM nowhere")


def test_money_and_days_in_the_wrong_form_are_refused(db: Database) -> None:
    with_registration(db)
    for wrong in ("2026-02-30", "9 March", "2026-3-9"):
        with pytest.raises(IntegrityError), db.atomic():
            db.execute("UPDATE registrations SET service_date = ?", (wrong,))
    for wrong in ("2026-03-09 09:14:00", "2026-03-09T25:14:00Z", "now"):
        with pytest.raises(DriverError), db.atomic():
            db.execute("UPDATE registrations SET opened_at = ?", (wrong,))
    with pytest.raises(IntegrityError), db.atomic():
        db.execute("UPDATE registrations SET admitted = 0.5")


def test_h10_what_is_written_to_a_folder_that_is_gone_is_told_as_not_kept(
    store: Database, store_folder: Path
) -> None:
    with_registration(store, "first")
    elsewhere = store_folder.rename(store_folder.with_name("elsewhere"))
    with pytest.raises(Known, match="Put the folder back where it was") as refused:
        _register_many(store, 2)
    assert refused.value.code == "gone"
    assert store.scalar("SELECT count(*) FROM registrations") == 1
    elsewhere.rename(store_folder)
    _register_many(store, 2)
    assert store.scalar("SELECT count(*) FROM registrations") == 3


def test_a_full_disk_is_told_and_nothing_is_half_written(store: Database) -> None:
    pages = store.scalar("PRAGMA page_count")
    store.scalar(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Known) as refused:
        _register_many(store, 500)
    assert refused.value.code == "disk_full"
    assert store.scalar("SELECT count(*) FROM registrations") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit to set")
def test_a_disk_that_refuses_bytes_is_told_and_keeps_what_was_saved(store_folder: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from app.core.errors import Known
from app.store import folder
from tests.store.samples import with_registration
limit = 700_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
db = folder.open_store(Path(sys.argv[1]))
saved = 0
try:
    while True:
        with_registration(db, f"r-{saved}")
        saved += 1
except Known as known:
    print(known.code, saved)
"""
    child = subprocess.run(
        [sys.executable, "-c", code, str(store_folder)], capture_output=True, text=True, check=True
    )
    said, saved = child.stdout.split()
    assert said == "disk_fault"
    with folder.open_store(store_folder) as db:
        assert db.scalar("SELECT count(*) FROM registrations") == int(saved) > 0
        assert db.check_integrity() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit to set")
@pytest.mark.parametrize("limit", [1, 5_000, 200_000])
def test_a_store_that_does_not_fit_is_not_made_at_all(tmp_path: Path, limit: int) -> None:
    code = """
import resource, sys
from pathlib import Path
from app.core.errors import Known
from app.store import folder
from app.store.key_file import Protection
from app.store.schema import Schema, Step
from tests.store.samples import NEW
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    folder.create_store(Path(sys.argv[1]), NEW, Protection())
except Known as known:
    print(known.code)
"""
    child = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "s"), str(limit)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert child.stdout.strip() == "disk_fault", child.stderr
    assert not (tmp_path / "s").exists()


def test_a_store_in_memory_is_whole(db: Database) -> None:
    fill(db)
    with in_memory(STORE) as other:
        assert other.scalar("SELECT count(*) FROM patients") == 0


def _register_and_fail(db: Database, registration_id: str) -> None:
    with db.atomic():
        with_registration(db, registration_id)
        raise ZeroDivisionError


def _register_many(db: Database, count: int) -> None:
    with db.atomic():
        for number in range(count):
            with_registration(db, f"r-{number}")


def _flip(path: Path, offset: int) -> None:
    content = bytearray(path.read_bytes())
    content[offset] ^= 0x20
    path.write_bytes(content)


def _read_everything(store_folder: Path) -> None:
    with folder.open_store(store_folder) as db:
        tables = [row["name"] for row in db.rows("SELECT name FROM sqlite_master")]
        for table in tables:
            if db.scalar("SELECT type FROM sqlite_master WHERE name = ?", (table,)) == "table":
                db.rows(f"SELECT * FROM {table}")
        if db.check_integrity():
            raise failures.damaged(store_folder / DATABASE_FILE)
