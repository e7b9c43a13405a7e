"""The outbox and the batches made from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import NotFound
from app.store import batches, outbox
from app.store.batches import NO_PREVIOUS, Link
from app.store.database import Database
from app.store.outbox import Refusal
from tests.store.samples import AT, fresh_store
from tests.store.whole_store import batch

FILES = [("one_CUS.csv", b"1,A\r\n\x00\xff"), ("one_MAN.json", b"{}\n")]


def send(db: Database, sequence_no: int = 1) -> list[int]:
    """Put everything that waits into the next batch, in one act."""
    with db.atomic():
        link = batches.next_link(db)
        files = [(f"{sequence_no}{name}", content) for name, content in FILES]
        batches.add(db, batch(sequence_no, link.previous_sha256), files)
        ids = [row.outbox_id for row in outbox.waiting(db)]
        outbox.take(db, sequence_no, [(each, place) for place, each in enumerate(ids, 1)])
    return ids


def put(db: Database, count: int = 3) -> None:
    with db.atomic():
        for number in range(count):
            outbox.put(db, "INV", {"doc_no": f"D{number}"}, AT)


def test_records_wait_in_the_order_they_were_put(db: Database) -> None:
    put(db)
    assert [row.record["doc_no"] for row in outbox.waiting(db)] == ["D0", "D1", "D2"]
    assert outbox.counts(db) == {
        "waiting": 3,
        "batched": 0,
        "accepted": 0,
        "rejected": 0,
        "corrected": 0,
    }


def test_a_batch_keeps_its_files_byte_for_byte_in_order(db: Database) -> None:
    put(db)
    send(db)
    assert batches.files_of(db, 1) == tuple((f"1{name}", content) for name, content in FILES)
    assert batches.get(db, 1) == batch()
    assert outbox.counts(db)["waiting"] == 0
    assert [row.record_no for row in outbox.of_batch(db, 1)] == [1, 2, 3]


def test_batches_follow_one_another(db: Database) -> None:
    assert batches.next_link(db) == Link(1, NO_PREVIOUS)
    send(db)
    assert batches.next_link(db) == Link(2, batch().manifest_sha256)
    for wrong in (batch(1), batch(3, batch().manifest_sha256), batch(2, "f" * 64)):
        with pytest.raises(RuntimeError, match="follow"), db.atomic():
            batches.add(db, wrong, [])


def test_h10_a_batch_undone_gives_back_number_and_records(db: Database) -> None:
    put(db)
    with pytest.raises(ZeroDivisionError):
        _send_and_fail(db)
    assert batches.next_link(db) == Link(1, NO_PREVIOUS)
    assert outbox.counts(db)["waiting"] == 3


def test_h10_no_record_is_in_two_batches(db: Database) -> None:
    put(db)
    ids = send(db)
    with pytest.raises(RuntimeError, match="not waiting"), db.atomic():
        outbox.take(db, 1, [(ids[0], 1)])


def test_sent_and_answered_are_told_apart(db: Database) -> None:
    send(db)
    assert [found.sequence_no for found in batches.in_state(db, "taken")] == [1]
    for at in (AT, "2026-03-09T10:00:00Z"):  # the second is a repeat
        with db.atomic():
            batches.mark_sent(db, 1, at)
    assert (batches.get(db, 1).state, batches.get(db, 1).sent_at) == ("sent", AT)
    with db.atomic():
        batches.answer(db, 1, state="acknowledged", ack={"status": "ACCEPTED"})
        batches.mark_sent(db, 1, AT)
    (found,) = batches.newest(db)
    assert (found.state, found.ack) == ("acknowledged", {"status": "ACCEPTED"})


def test_a_batch_nobody_made_is_not_found(db: Database) -> None:
    with pytest.raises(NotFound):
        batches.get(db, 9)
    with pytest.raises(NotFound), db.atomic():
        batches.answer(db, 9, state="rejected", ack={})


def test_a_refused_record_is_put_right_as_a_new_one(db: Database) -> None:
    put(db)
    send(db)
    with db.atomic():
        outbox.settle(db, 1, [Refusal("INV", 2, "E204 related document is not open")])
    assert outbox.counts(db) | {"accepted": 2, "rejected": 1} == outbox.counts(db)
    (refused,) = outbox.in_state(db, "rejected")
    assert (refused.record["doc_no"], refused.reason[:4]) == ("D1", "E204")
    with db.atomic():
        again = outbox.correct(db, refused.outbox_id, {"doc_no": "D1", "fixed": True}, AT)
        with pytest.raises(NotFound):
            outbox.correct(db, refused.outbox_id, {}, AT)
    (waits,) = outbox.waiting(db)
    assert (waits.outbox_id, waits.corrects) == (again, refused.outbox_id)
    assert outbox.counts(db)["corrected"] == 1


@settings(deadline=None, max_examples=50)
@given(
    count=st.integers(1, 8),
    refused=st.sets(st.integers(1, 8)),
    repeats=st.integers(1, 3),
)
def test_h10_every_record_is_accepted_or_refused_once(
    count: int, refused: set[int], repeats: int
) -> None:
    with fresh_store() as db:
        put(db, count)
        send(db)
        for _ in range(repeats):
            with db.atomic():
                outbox.settle(db, 1, [Refusal("INV", number, "E2") for number in refused])
        left = len([number for number in refused if number <= count])
        assert outbox.counts(db)["rejected"] == left
        assert outbox.counts(db)["accepted"] == count - left


def _send_and_fail(db: Database) -> None:
    with db.atomic():
        send(db)
        raise ZeroDivisionError
