from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import Known
from app.store import (
    folder,
    migration_0001,
    migration_0002_stays,
    migration_0003_packs,
    migration_0004_diary,
    migration_0007_money,
    migration_0010_payments,
    migration_0011_debts,
    migration_0012_claims,
    migration_0014_letters,
    migration_0016_finding,
    migration_0017_documents,
    migration_0018_queue,
    migration_0019_case,
    migration_0020_settings,
    migration_0021_desk_finish,
    migration_0023_watched,
)
from app.store.database import Database, create_file, open_file
from app.store.driver import DriverError, IntegrityError
from app.store.folder import DATABASE_FILE
from app.store.migrations import STORE
from app.store.schema import Schema, Step
from tests.store.whole_store import fill

KEY = b"k" * 32
APPEND_ONLY = (
    # What was proposed became proposals; receipts stand again in a later step.
    *(one for one in migration_0001._APPEND_ONLY if one not in ("credit_proposals", "receipts")),
    *migration_0002_stays._APPEND_ONLY,
    *migration_0003_packs._APPEND_ONLY,
    *migration_0004_diary.APPEND_ONLY,
    *("forms", "form_returns"),
    *migration_0014_letters.APPEND_ONLY,
    *migration_0016_finding.APPEND_ONLY,
    *migration_0007_money.APPEND_ONLY,
    *migration_0010_payments.APPEND_ONLY,
    *migration_0012_claims.APPEND_ONLY,
    *migration_0011_debts.APPEND_ONLY,
    *migration_0017_documents.APPEND_ONLY,
    *migration_0018_queue.APPEND_ONLY,
    *migration_0020_settings.APPEND_ONLY,
    *migration_0021_desk_finish.APPEND_ONLY,
    *migration_0023_watched.APPEND_ONLY,
    *migration_0019_case.APPEND_ONLY,
    "removal_turns",
)


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_is_append_only_refuses_update_and_delete(db: Database, table: str) -> None:
    fill(db)
    before = db.rows(f"SELECT * FROM {table}")
    column = next(iter(before[0]))
    for act in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(IntegrityError, match=f"{table} is append-only"), db.atomic():
            db.execute(act)
    assert db.rows(f"SELECT * FROM {table}") == before != []


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_replacing_a_row_is_refused_too(db: Database, table: str) -> None:
    fill(db)
    before = db.rows(f"SELECT * FROM {table}")
    columns = ", ".join(
        row["name"] for row in db.rows(f"SELECT name FROM pragma_table_info('{table}')")
    )
    with pytest.raises(IntegrityError), db.atomic():
        db.execute(f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}")
    assert db.rows(f"SELECT * FROM {table}") == before


def test_the_outbox_keeps_what_was_put(db: Database) -> None:
    fill(db)
    for act in ("UPDATE outbox SET record = '{}'", "DELETE FROM outbox"):
        with pytest.raises(IntegrityError), db.atomic():
            db.execute(act)


def test_minimum_data_no_column_for_what_need_not_be_held(db: Database) -> None:
    columns = {
        row["name"]
        for row in db.rows(
            "SELECT c.name FROM pragma_table_list t, pragma_table_xinfo(t.name) c "
            "WHERE t.schema = 'main'"
        )
    }
    for word in ("diagnos", "ethnic", "nationality", "passport", "photo", "condition", "religion"):
        assert not [column for column in columns if word in column]


SECOND = Step("9998_more", ("CREATE TABLE more (a TEXT) STRICT", "INSERT INTO more VALUES ('x')"))
BROKEN = Step("9999_broken", ("CREATE TABLE yet_more (a TEXT) STRICT", "INSERT INTO no VALUES (1)"))


def test_an_upgrade_keeps_a_copy_and_all_rows(store_folder: Path) -> None:
    with folder.open_store(store_folder) as db:
        fill(db)
    key = folder.protection_of(store_folder).unlock(lambda: None)
    path = store_folder / DATABASE_FILE
    newer = Schema(STORE.name, (*STORE.steps, SECOND))
    with open_file(path, key, newer) as db:
        assert db.scalar("SELECT a FROM more") == "x"
        assert db.scalar("SELECT count(*) FROM patients") == 2
    copy = store_folder / f"{DATABASE_FILE}.before-upgrade-{STORE.steps[-1].name}"
    copy.replace(path)
    with folder.open_store(store_folder) as db:
        assert db.scalar("SELECT count(*) FROM patients") == 2
        assert db.check_integrity() == ()


def test_a_failed_upgrade_rolls_back_whole(store_folder: Path) -> None:
    key = folder.protection_of(store_folder).unlock(lambda: None)
    path = store_folder / DATABASE_FILE
    with pytest.raises(DriverError, match="no such table"):
        open_file(path, key, Schema(STORE.name, (*STORE.steps, SECOND, BROKEN)))
    with folder.open_store(store_folder) as db:
        assert db.rows("SELECT name FROM sqlite_master WHERE name LIKE '%more'") == []
        fill(db)


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / DATABASE_FILE
    newer = Schema(STORE.name, (*STORE.steps, SECOND))
    create_file(path, KEY, newer, fill=lambda _: None).close()
    with pytest.raises(Known, match="newer Recoup") as refused:
        open_file(path, KEY, STORE)
    assert refused.value.code == "newer_schema"
    open_file(path, KEY, newer).close()


def test_opening_an_up_to_date_file_makes_no_copy(store_folder: Path) -> None:
    folder.open_store(store_folder).close()
    assert not list(store_folder.glob("*before-upgrade*"))


def test_without_room_for_the_copy_nothing_is_upgraded(store_folder: Path) -> None:
    key = folder.protection_of(store_folder).unlock(lambda: None)
    in_the_way = store_folder / f"{DATABASE_FILE}.before-upgrade-{STORE.steps[-1].name}"
    (in_the_way / "something").mkdir(parents=True)
    with pytest.raises(Known) as refused:
        open_file(store_folder / DATABASE_FILE, key, Schema(STORE.name, (*STORE.steps, SECOND)))
    assert refused.value.code == "unwritable"
    assert not list(store_folder.glob("*.new"))
    folder.open_store(store_folder).close()
