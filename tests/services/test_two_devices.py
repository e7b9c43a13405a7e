"""Two laptops of one trust, one share, one ledger: nothing of theirs is ever mistaken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.billing.payment import Method
from app.core.money import Money
from app.core.trust import Mode
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services import exchange, receiving
from app.services.desk import Desk
from app.spool.intake import IntakeReport, intake
from app.spool.share import FolderShare
from app.store import estimates, invoices, outbox, registrations
from tests.desks import MORNING, QUICK, make_desk, sign_in
from tests.services.work import credit, invoiced, later, seated


@pytest.fixture
def share(tmp_path: Path) -> FolderShare:
    (tmp_path / "share").mkdir()
    return FolderShare(tmp_path / "share")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    both = make_desk(tmp_path / "one"), make_desk(tmp_path / "two", device="D02")
    yield both
    for desk in both:
        desk.db.close()


def take_in(share: FolderShare, folder: Path) -> IntakeReport:
    clock = FixedClock(MORNING)
    with open_ledger(
        str(folder / "finance" / "ledger.db"), mode=Mode.TEST, ids=SeededIds(5, clock), clock=clock
    ) as ledger:
        return intake(share, ledger, clock)


def a_day_of_money(desk: Desk) -> set[str]:
    """Two cases billed, one paid in part, one credited; every number given out."""
    given_out = set()
    for case, bill in (invoiced(desk), invoiced(desk, family_name="Mensah")):
        given_out |= {bill.doc_no, estimates.of(desk.db, case)[0].estimate_no}
        given_out |= {invoices.get(desk.db, bill.doc_no).customer_ref}
        given_out |= {registrations.get(desk.db, case).ref}
        later(desk)
        with seated(desk, "finance"):
            paid = receiving.take_payment(
                desk, bill.doc_no, amount=Money(10_000), method=Method.CASH
            )
        given_out.add(paid.doc_no)
    given_out.add(credit(desk, bill.doc_no).doc_no)
    assert len(given_out) == 11
    return given_out


def test_numbers_of_two_devices_are_never_the_same_and_one_ledger_takes_both(
    desks: tuple[Desk, Desk], share: FolderShare, tmp_path: Path
) -> None:
    one, two = map(a_day_of_money, desks)
    assert not one & two
    for desk in desks:
        with seated(desk, "finance"):
            exchange.sync(desk, share)
    report = take_in(share, tmp_path)
    assert [taken.outcome for taken in report.taken] == ["ACCEPTED", "ACCEPTED"]
    for desk in desks:
        with seated(desk, "finance"):
            state = exchange.sync(desk, share).state
        assert (state.waiting, state.sent, state.attention) == (0, 0, 0)


def test_a_laptop_set_up_under_anothers_code_is_found_out_and_doubles_nothing(
    share: FolderShare, tmp_path: Path
) -> None:
    right, wrong = make_desk(tmp_path / "one"), make_desk(tmp_path / "two")
    for desk in (right, wrong):
        later(desk)
        invoiced(desk)
    wrong.clock = FixedClock(datetime(2026, 3, 10, 9, tzinfo=UTC))  # another day, another name
    for desk in (right, wrong):
        with seated(desk, "finance"):
            exchange.sync(desk, share)
    report = take_in(share, tmp_path)
    assert sorted(taken.outcome for taken in report.taken) == ["ACCEPTED", "REJECTED"]
    with seated(wrong, "finance"):
        state = exchange.sync(wrong, share).state
    assert state.attention == 2
    assert "need attention" in state.words
    right.db.close()
    wrong.db.close()


def test_a_clock_that_goes_backwards_loses_no_money(
    desks: tuple[Desk, Desk], share: FolderShare, tmp_path: Path
) -> None:
    desk, _ = desks
    assert isinstance(desk.clock, FixedClock)
    _, bill = invoiced(desk)
    with seated(desk, "finance"):
        exchange.sync(desk, share)
        desk.clock.set(datetime(2025, 12, 1, 9, tzinfo=UTC))
        receiving.take_payment(desk, bill.doc_no, amount=Money(500), method=Method.CASH)
        exchange.sync(desk, share)
        desk.clock.set(datetime(2010, 1, 1, tzinfo=UTC))  # as a laptop with a flat battery wakes
        receiving.take_payment(desk, bill.doc_no, amount=Money(700), method=Method.CASH)
        exchange.sync(desk, share)
        report = take_in(share, tmp_path)
        assert [taken.outcome for taken in report.taken] == ["ACCEPTED", "ACCEPTED", "PARTIAL"]
        state = exchange.sync(desk, share).state
        (refused,) = outbox.in_state(desk.db, outbox.REJECTED)
    assert (state.attention, refused.kind) == (1, "RCP")  # a day before the Regulations
    assert "E206" in str(refused.reason)


def test_an_answer_for_one_device_is_never_taken_by_the_other(
    desks: tuple[Desk, Desk], share: FolderShare, tmp_path: Path
) -> None:
    for desk in desks:
        invoiced(desk)
        with seated(desk, "finance"):
            exchange.sync(desk, share)
    take_in(share, tmp_path)
    one, two = desks
    folder = tmp_path / "share"
    (theirs,) = folder.glob("RECOUP_R1H_D02_*_ACK.json")
    (mine,) = folder.glob("RECOUP_R1H_D01_*_ACK.json")
    mine.write_bytes(theirs.read_bytes())
    with seated(one, "finance"):
        report = exchange.sync(one, share)
    assert report.odd
    assert report.state.acknowledged == 0
    with seated(two, "finance"):
        assert exchange.sync(two, share).state.acknowledged == 2


def test_a_copy_of_a_closed_folder_sends_nothing_anew(
    desks: tuple[Desk, Desk], share: FolderShare, tmp_path: Path
) -> None:
    desk, _ = desks
    invoiced(desk)
    with seated(desk, "finance"):
        exchange.sync(desk, share)
    desk.db.checkpoint()
    clock = FixedClock(MORNING)
    copy = open_desk(
        Path(shutil.copytree(desk.db.path.parent, tmp_path / "copy")),
        clock=clock,
        ids=SeededIds(11, clock),
    )
    copy.password_cost = QUICK
    take_in(share, tmp_path)
    sign_in(copy, "finance")
    assert exchange.sync(copy, share).sent == ()
    assert exchange.sync_state(copy).words == "All acknowledged"
    copy.db.close()
