from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.core.errors import NotFound
from app.store import documents, driver, papers
from app.store.database import Database, create_file, open_file
from app.store.driver import IntegrityError
from app.store.folder import DATABASE_FILE
from app.store.migrations import STORE
from tests.store.samples import AT, TODAY, with_registration
from tests.store.whole_store import document, fill, page

KEY = b"k" * 32
REASON = {"reason": "asked", "by": "u-officer", "at": AT}


def test_the_pages_of_a_copy_come_back_as_they_were_put(db: Database) -> None:
    with_registration(db)
    pages = [page(os.urandom(9_000)) for _ in range(3)]
    with db.atomic():
        documents.add(db, document(), pages)
    assert documents.of(db, "r-1") == (document(),)
    assert [documents.page(db, "i-1", number) for number in (1, 2, 3)] == pages
    for nowhere in (("i-1", 4), ("i-2", 1)):
        with pytest.raises(NotFound):
            documents.page(db, *nowhere)


def test_taking_a_copy_out_keeps_everything_else_about_it(db: Database) -> None:
    fill(db)
    with db.atomic():
        documents.remove(db, "i-1", **REASON)
    first, *_ = documents.of(db, "r-1")
    assert (first.sha256, first.page_count, first.removed_for) == ("ab" * 32, 1, "asked")
    with pytest.raises(NotFound):
        documents.page(db, "i-1", 1)


def test_a_page_is_never_altered_nor_taken_out_without_a_reason(db: Database) -> None:
    fill(db)
    for act in ("UPDATE document_pages SET content = x'00'", "DELETE FROM document_pages"):
        with pytest.raises(IntegrityError), db.atomic():
            db.execute(act)
    with pytest.raises(IntegrityError, match="stays out"), db.atomic():
        db.execute("INSERT INTO document_pages VALUES ('i-2', 1, 'image/png', 1, 1, x'00')")


def test_a_promise_has_a_day_and_nothing_else_has(db: Database) -> None:
    with_registration(db)
    columns = "evidence_id, registration_id, state, number, promised_by, kept_by, kept_at"
    for state, by in (("promised", None), ("seen", "2026-03-09"), ("lost", None)):
        values = ("e-1", "r-1", state, "", by, "u", AT)
        with pytest.raises(IntegrityError), db.atomic():
            db.execute(f"INSERT INTO papers ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def test_a_paper_stands_as_it_was_told_last(db: Database) -> None:
    with_registration(db)
    with db.atomic():
        papers.add(db, _stands("late", "promised", TODAY))
        papers.add(db, _stands("ahead", "promised", TODAY + timedelta(days=1)))
        papers.add(db, _stands("late", "seen", None))
    assert papers.of(db, "r-1") == {
        "ahead": _stands("ahead", "promised", TODAY + timedelta(days=1)),
        "late": _stands("late", "seen", None),
    }


def _stands(name: str, state: str, day: date | None) -> papers.StoredPaper:
    return papers.StoredPaper(
        evidence_id=name,
        registration_id="r-1",
        state=state,
        number="",
        promised_by=day,
        kept_by="u-clerk",
        kept_at=AT,
    )


def _on_disk(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_security_1_no_byte_of_a_copy_lies_open_on_the_disk(tmp_path: Path) -> None:
    mark = os.urandom(64)
    with create_file(tmp_path / DATABASE_FILE, KEY, STORE, fill=lambda _: None) as db:
        with_registration(db)
        with db.atomic():
            documents.add(db, document(), [page(mark * 500)])
        assert mark[:16] not in _on_disk(tmp_path)
    assert mark[:16] not in _on_disk(tmp_path)
    with open_file(tmp_path / DATABASE_FILE, KEY, STORE) as db:
        assert documents.page(db, "i-1", 1).content == mark * 500


def test_security_1_a_copy_taken_out_is_overwritten_even_under_the_encryption(
    tmp_path: Path,
) -> None:
    """A plain file stands in for the deciphered one: what is read in it, a key would find."""
    mark = os.urandom(64)
    connection = driver.connect(tmp_path / "plain.db", None)
    driver.make_durable(connection)
    db = Database(connection, tmp_path / "plain.db")
    STORE.apply(db.tools)
    with_registration(db)
    with db.atomic():
        documents.add(db, document(), [page(mark * 500)])
    db.checkpoint()
    assert mark[:16] in _on_disk(tmp_path)
    with db.atomic():
        documents.remove(db, "i-1", **REASON)
    db.checkpoint()
    assert mark[:16] not in _on_disk(tmp_path)
    db.close()
