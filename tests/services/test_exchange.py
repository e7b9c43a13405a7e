"""Sending and being answered: truthful counts, nothing doubled, a live store keeps its rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.billing.payment import Method
from app.core.errors import Known, NotAllowed
from app.core.money import Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.services import exchange, receiving
from app.services.desk import Desk
from app.spool.intake import Outcome, intake
from app.spool.share import FolderShare, ShareFault
from app.store import audit, batches, outbox
from app.store.key_file import Protection
from tests.desks import MORNING, QUICK, make_desk
from tests.services.work import credit, invoiced, later, seated


@pytest.fixture
def share(tmp_path: Path) -> FolderShare:
    (tmp_path / "share").mkdir()
    return FolderShare(tmp_path / "share")


def ledger(tmp_path: Path, mode: Mode = Mode.TEST) -> Ledger:
    clock = FixedClock(MORNING)
    path = tmp_path / mode / "ledger.db"
    return open_ledger(str(path), mode=mode, ids=SeededIds(3, clock), clock=clock)


def sync(desk: Desk, share: FolderShare) -> exchange.SyncReport:
    later(desk)
    with seated(desk, "finance"):
        return exchange.sync(desk, share)


def test_the_desk_tells_waiting_sent_and_acknowledged_truthfully(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    assert exchange.sync_state(desk).words == "Nothing to send"
    invoiced(desk)
    assert exchange.sync_state(desk).words == "2 waiting to send"
    with seated(desk, "finance"):
        exchange.prepare(desk)
    assert exchange.sync_state(desk).words == "2 waiting to send", "taken is not yet sent"
    assert sync(desk, share).state.words == "2 sent, not yet acknowledged"
    with ledger(tmp_path) as book:
        intake(share, book, desk.clock)
    assert exchange.sync_state(desk).words == "2 sent, not yet acknowledged", "not read yet"
    assert sync(desk, share).state.words == "All acknowledged"


def test_a_repeat_sends_and_takes_nothing_twice(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    invoiced(desk)
    first = sync(desk, share)
    assert len(first.sent) == 1
    names = share.list()
    assert sync(desk, share).sent == ()
    assert share.list() == names
    with ledger(tmp_path) as book:
        intake(share, book, desk.clock)
        totals = book.totals()
        assert intake(share, book, desk.clock).count(Outcome.DUPLICATE) == 1
        assert book.totals() == totals
    assert len(sync(desk, share).answered) == 1
    assert sync(desk, share).answered == ()


def test_ledger_totals_equal_what_was_put_in_the_outbox(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    _, bill = invoiced(desk)
    with seated(desk, "finance"):
        receiving.take_payment(desk, bill.doc_no, amount=Money(500), method=Method.BACS)
    sync(desk, share)
    invoiced(desk, family_name="Second")
    credit(desk, bill.doc_no)
    sync(desk, share)
    with ledger(tmp_path) as book:
        intake(share, book, desk.clock)
        totals = book.totals()
    rows = outbox.in_state(desk.db, outbox.BATCHED)
    gross = [Money.parse(str(row.record["gross_amount"])) for row in rows if row.kind == "INV"]
    assert totals.charged_pence - abs(totals.credited_pence) == Money.total(gross).pence
    assert totals.received_pence == 500
    assert sync(desk, share).state.words == "All acknowledged"


def test_a_share_that_is_away_leaves_everything_here_and_the_batch_goes_later_byte_for_byte(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    invoiced(desk)
    away = FolderShare(tmp_path / "nowhere")
    with pytest.raises(ShareFault, match="safe on this computer"):
        sync(desk, away)
    assert exchange.sync_state(desk).words == "2 waiting to send"
    (kept,) = batches.in_state(desk.db, batches.TAKEN)
    files = dict(batches.files_of(desk.db, kept.sequence_no))
    invoiced(desk, family_name="Second")
    sent = sync(desk, share)
    assert [batch.stem.sequence_no for batch in sent.sent] == [1, 2]
    assert {name: share.read(name) for name in files} == files


def test_rows_that_finance_refuses_ask_for_attention(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    invoiced(desk)
    sync(desk, share)
    with ledger(tmp_path, Mode.DEMO) as book:  # the wrong ledger: the batch is a test's
        intake(share, book, desk.clock)
    report = sync(desk, share)
    assert report.state.words == "2 need attention"
    assert all("E108" in row.reason for row in outbox.in_state(desk.db, outbox.REJECTED))


def test_refused_rows_go_out_again_in_a_later_batch_under_the_same_numbers(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    _, bill = invoiced(desk)
    sync(desk, share)
    with ledger(tmp_path, Mode.DEMO) as book:
        intake(share, book, desk.clock)
    sync(desk, share)
    with seated(desk, "finance"):
        refused = exchange.refused(desk)
        assert [row.kind for row in refused] == ["CUS", "INV"]
        assert exchange.send_again(desk) == 2
        assert exchange.refused(desk) == ()
        assert exchange.send_again(desk) == 0
    report = sync(desk, share)
    (batch,) = report.sent
    assert batch.stem.sequence_no == 2
    assert bill.doc_no.encode() in dict(batch.files)[f"{batch.stem}_INV.csv"]


def test_an_answer_that_does_not_reconcile_is_told_and_not_taken(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    invoiced(desk)
    sync(desk, share)
    with ledger(tmp_path) as book:
        (taken,) = intake(share, book, desk.clock).taken
    folder = tmp_path / "share"
    path = folder / taken.stem.acknowledgement
    good = path.read_bytes()
    path.write_bytes(good.replace(b'"INV": 92887', b'"INV": 92888'))
    assert path.read_bytes() != good
    report = sync(desk, share)
    assert (report.answered, len(report.odd)) == ((), 1)
    assert report.state.words == "2 sent, not yet acknowledged"
    path.write_bytes(good)
    assert sync(desk, share).state.words == "All acknowledged"


def test_sending_and_answers_are_in_the_audit(
    desk: Desk, share: FolderShare, tmp_path: Path
) -> None:
    invoiced(desk)
    sync(desk, share)
    with ledger(tmp_path) as book:
        intake(share, book, desk.clock)
    sync(desk, share)
    acts = [row.happening.act for row in audit.latest(desk.db, limit=20)]
    assert {"batch_taken", "batch_sent", "batch_answered"} <= set(acts)
    assert audit.verify(desk.db).sound


def test_a_clerk_sees_how_many_wait_and_sends_nothing(desk: Desk, share: FolderShare) -> None:
    invoiced(desk)
    assert exchange.sync_state(desk).waiting == 2
    with pytest.raises(NotAllowed):
        exchange.sync(desk, share)
    assert share.list() == ()


def test_a_live_store_keeps_its_rows_waiting(tmp_path: Path, share: FolderShare) -> None:
    locked = Protection(passphrase="correct horse battery staple", cost=QUICK)
    desk = make_desk(tmp_path, mode=Mode.LIVE, protection=locked)
    try:
        invoiced(desk)
        with pytest.raises(Known) as refused:
            sync(desk, share)
        assert refused.value.code == "not_joined"
        assert (share.list(), exchange.sync_state(desk).waiting) == ((), 2)
        assert batches.newest(desk.db) == ()
    finally:
        desk.db.close()
