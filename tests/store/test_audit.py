from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import audit
from app.store.audit import BEGINNING
from app.store.database import Database
from tests.store.samples import fresh_store, happening

COLUMNS = (
    "at",
    "user_id",
    "user_name",
    "device",
    "act",
    "subject",
    "detail",
    "previous_hash",
    "hash",
)
ROWS = 12


def chain(db: Database, rows: int = ROWS) -> list[str]:
    with db.atomic():
        return [
            audit.record(db, happening(subject=f"r-{number}", detail={"n": number, "old": "a"}))
            for number in range(rows)
        ]


def tamper(db: Database, sql: str, parameters: tuple[Any, ...] = ()) -> None:
    """As an attacker with the key would: past the triggers and the checks."""
    with db.atomic():
        db.execute("DROP TRIGGER audit_refuses_update")
        db.execute("DROP TRIGGER audit_refuses_delete")
        db.execute(sql, parameters)


def test_an_empty_chain_is_sound(db: Database) -> None:
    assert audit.verify(db) == audit.AuditReport(0, True, None, BEGINNING)
    assert audit.head(db) == BEGINNING


def test_a_whole_chain_is_sound_and_ends_at_its_head(db: Database) -> None:
    heads = chain(db)
    assert audit.verify(db) == audit.AuditReport(ROWS, True, None, heads[-1])
    assert audit.head(db) == heads[-1]
    assert len(set(heads)) == ROWS


def test_an_act_undone_leaves_no_trace_in_the_chain(db: Database) -> None:
    chain(db, 2)
    with pytest.raises(ZeroDivisionError):
        _record_and_fail(db)
    chain(db, 2)
    assert audit.verify(db).sound


@settings(deadline=None, max_examples=80)
@given(
    seq=st.integers(1, ROWS),
    column=st.sampled_from(COLUMNS),
    at=st.integers(0, 10_000),
    to=st.sampled_from("0aZ#é \x01"),
)
def test_altering_any_byte_is_found_and_located(seq: int, column: str, at: int, to: str) -> None:
    with fresh_store() as db:
        chain(db)
        text = str(db.scalar(f"SELECT {column} FROM audit WHERE seq = ?", (seq,)))
        place = at % len(text)
        altered = text[:place] + to + text[place + 1 :]
        if altered == text:
            return
        db.scalar("PRAGMA ignore_check_constraints = ON")
        tamper(db, f"UPDATE audit SET {column} = ? WHERE seq = ?", (altered, seq))
        report = audit.verify(db)
        assert (report.sound, report.first_bad_seq) == (False, seq)


def test_a_missing_row_and_a_moved_row_are_located(db: Database) -> None:
    chain(db)
    tamper(db, "DELETE FROM audit WHERE seq = 5")
    assert audit.verify(db).first_bad_seq == 5
    with fresh_store() as other:
        chain(other)
        tamper(other, "UPDATE audit SET seq = 100 WHERE seq = 3")
        assert audit.verify(other).first_bad_seq == 3


def test_rows_cut_off_the_end_are_found_against_a_noted_head(db: Database) -> None:
    heads = chain(db)
    tamper(db, "DELETE FROM audit WHERE seq > 10")
    assert audit.verify(db).sound
    assert audit.verify(db, expected_head=heads[9]).sound
    report = audit.verify(db, expected_head=heads[-1])
    assert (report.sound, report.first_bad_seq) == (False, 11)


def test_a_chain_made_anew_is_found_against_a_noted_head(db: Database) -> None:
    heads = chain(db)
    with fresh_store() as forged:
        with forged.atomic():
            audit.record(forged, happening("forged"))
        assert audit.verify(forged).sound
        assert not audit.verify(forged, expected_head=heads[-1]).sound


def test_the_newest_come_first_and_by_subject(db: Database) -> None:
    chain(db)
    assert [row.seq for row in audit.latest(db, limit=3)] == [12, 11, 10]
    (only,) = audit.latest(db, subject="r-4")
    assert only.happening == happening(subject="r-4", detail={"n": 4, "old": "a"})
    assert [row[0] for row in audit.walk(db)] == list(range(1, ROWS + 1))


@settings(deadline=None, max_examples=25)
@given(detail=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_details_come_out_as_they_went_in(detail: Any) -> None:
    with fresh_store() as db:
        with db.atomic():
            audit.record(db, happening(detail=detail))
        assert audit.latest(db)[0].happening.detail == detail
        assert audit.verify(db).sound


def _record_and_fail(db: Database) -> None:
    with db.atomic():
        audit.record(db, happening())
        raise ZeroDivisionError
