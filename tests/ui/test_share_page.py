"""The sync button and the page behind it: where every record is, and what was not believed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import quarantine
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.sealed import WORDS, Fault
from app.store import journal, travelling
from tests.desks import add_visitor, register_visitor
from tests.services.met_meanwhile import MetMeanwhile
from tests.services.sealed import MadeUpTrust, machine
from tests.ui.held_lane import HeldLane
from tests.ui.officer_window import settle
from tests.ui.share_window import exchange, later, share_page, sits_down, status, told, with_share
from ui.shell import Shell
from ui.views.aside_card import ASKED
from ui.views.case import CasePage
from ui.views.queue import QueuePage
from ui.views.share_page import NOT_JOINED
from ui.widgets.layout import Label

pytestmark = pytest.mark.ui


@pytest.fixture
def clerk(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = with_share(machine(trust, "D01", Duty.DESK), trust)
    yield desk
    desk.db.close()


@pytest.fixture
def officer(trust: MadeUpTrust) -> Iterator[Desk]:
    desk = with_share(machine(trust, "D02", Duty.OFFICER, user="officer"), trust)
    yield desk
    desk.db.close()


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def words_of(shell: Shell) -> str:
    page = share_page(shell)
    settle()
    return "\n".join(one.text() for one in page.findChildren(Label) if one.isVisible())


def test_h10_a_finished_registration_goes_by_itself_and_is_green_only_with_a_receipt(
    clerk: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    trust.hub()
    office = sits_down(clerk, shell, "clerk")
    register_visitor(clerk, add_visitor(clerk))
    office.changes.changed.emit()
    assert "1 waiting to send" in status(shell)
    assert shell.status.sync._icon == "cloud-up"
    office.exchange.keep_up()
    assert len(list((trust.folder / "share").glob("*.env"))) == 1
    at = f"{clerk.clock.now():%H:%M}"
    assert status(shell) == f"All sent {at}, 1 not taken by finance yet, since {at}"
    assert shell.status.sync._icon == "cloud-up", "sent is not taken"
    (sealed,) = travelling.untaken(clerk.db)
    with clerk.db.atomic():
        assert not travelling.mark_taken(clerk.db, sealed.sequence, "0" * 64, clerk.moment)
    office.exchange.refresh()
    assert shell.status.sync._icon == "cloud-up", "a receipt for other bytes counts for nothing"
    with clerk.db.atomic():
        travelling.mark_taken(clerk.db, sealed.sequence, sealed.sha256, clerk.moment)
    office.exchange.refresh()
    assert status(shell) == f"All sent {at}, all taken"
    assert shell.status.sync._icon == "cloud-check"
    office.leave()


def test_the_page_is_opened_by_the_button_and_gives_the_focus_back(
    clerk: Desk, shell: Shell
) -> None:
    office = sits_down(clerk, shell, "clerk")
    register_visitor(clerk, add_visitor(clerk))
    shell.status.sync.setFocus()
    QTest.keyClick(shell.status.sync, Qt.Key.Key_Return)
    page = share_page(shell)
    assert shell.page() == "share"
    assert page.try_now.hasFocus()
    assert "On this machine alone\n1 registration" in words_of(shell)
    QTest.keyClick(page.try_now, Qt.Key.Key_Space)
    assert "On the share\n1 registration, the oldest since" in words_of(shell)
    assert page.envelopes.rowCount() == 1
    assert not page.aside.isVisible(), "what was not believed is not a clerk's to judge"
    QTest.keyClick(page.try_now, Qt.Key.Key_Escape)
    assert shell.page() == "desk"
    assert shell.status.sync.hasFocus()
    office.leave()


def test_an_officers_machine_takes_cases_in_by_itself(
    clerk: Desk, officer: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    exchange(clerk, trust)
    office = sits_down(officer, shell, "officer")
    changed: list[bool] = []
    office.changes.changed.connect(lambda: changed.append(True))
    office.exchange.keep_up()
    assert officer.db.scalar("SELECT count(*) FROM queue_cases") == 1
    assert changed, "open lists are told"
    changed.clear()
    office.exchange.keep_up()
    assert not changed, "an exchange that brought nothing disturbs nobody"
    office.leave()


def test_what_somebody_sends_meanwhile_is_taken_in_by_the_same_exchange(
    clerk: Desk, officer: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    exchange(officer, trust)
    register_visitor(officer, add_visitor(officer, family_name="Adeleke"))
    register_visitor(clerk, add_visitor(clerk))
    meanwhile = MetMeanwhile(trust.folder / "share", lambda: exchange(clerk, trust))
    officer.shares = lambda *_, **__: meanwhile
    office = sits_down(officer, shell, "officer")
    office.exchange.keep_up()
    assert officer.db.scalar("SELECT count(*) FROM queue_cases") == 2
    office.leave()


def test_h10_the_journal_is_kept_up_without_a_share(
    clerk: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    shutil.rmtree(trust.folder / "share")
    office = sits_down(clerk, shell, "clerk")
    since = f"{clerk.clock.now():%H:%M}"
    register_visitor(clerk, add_visitor(clerk))
    none = journal.last_number(clerk.db, journal.actor(clerk.db))
    office.exchange.keep_up()
    assert journal.last_number(clerk.db, journal.actor(clerk.db)) > none, "before the share failed"
    assert f"offline since {since}" in status(shell)
    assert "1 waiting to send" in status(shell)
    assert told(shell) == "", "nobody asked"
    before = journal.last_number(clerk.db, journal.actor(clerk.db))
    register_visitor(clerk, add_visitor(clerk, family_name="Adeleke"))
    office.exchange.keep_up()  # not due yet: no attempt, and yet what was done is recorded
    assert journal.last_number(clerk.db, journal.actor(clerk.db)) > before
    (trust.folder / "share").mkdir()
    later(clerk, timedelta(days=30))
    office.exchange.keep_up()
    assert travelling.unsent(clerk.db) == ()
    assert "offline" not in status(shell)
    office.leave()


def test_ux_5_sending_is_told_envelope_by_envelope_and_can_be_stopped_between_two(
    clerk: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    exchange(clerk, trust)
    for name in ("Okafor", "Adeleke", "Silva"):
        register_visitor(clerk, add_visitor(clerk, family_name=name))
        from app.services import dispatching

        dispatching.seal_waiting(clerk)
    lane = HeldLane()
    office = sits_down(clerk, shell, "clerk", lane)
    shell.sync_pressed.emit()
    page = share_page(shell)
    page.try_now.click()
    assert page.cancel.isVisible()
    assert not page.try_now.isEnabled()
    while "Sending 1 of 3" not in status(shell):
        assert lane.let_one_go()
    page.cancel.click()
    lane.let_go()
    assert len(travelling.unsent(clerk.db)) == 2, "the one on its way is noted as sent"
    assert "Stopped after the envelope" in told(shell)
    assert not page.cancel.isVisible()
    assert page.try_now.isEnabled()
    page.try_now.click()
    lane.let_go()
    assert travelling.unsent(clerk.db) == ()
    office.leave()


def test_whoever_leaves_in_the_middle_leaves_everything_whole(
    clerk: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    lane = HeldLane()
    office = sits_down(clerk, shell, "clerk", lane)
    office.exchange.send()
    lane.let_one_go()
    office.leave()
    lane.let_go()
    office = sits_down(clerk, shell, "clerk")
    office.exchange.keep_up()
    assert travelling.unsent(clerk.db) == ()
    office.leave()


def test_h10_a_file_not_believed_is_an_alert_with_its_code_in_words_until_somebody_looked(
    clerk: Desk, officer: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    exchange(clerk, trust)
    (file,) = (trust.folder / "share").glob("*.env")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    office = sits_down(officer, shell, "officer")
    office.exchange.keep_up()
    assert "1 needs attention" in status(shell)
    assert shell.rail.buttons["share"].count == 1
    shell.rail.buttons["share"].click()
    page = share_page(shell)
    assert WORDS[Fault.DAMAGED] in words_of(shell)
    assert "What to do\nThe machine that sent it sends it again by itself." in words_of(shell)
    assert page.aside.rows.rowCount() == 1
    page.aside.mark.click()
    assert page.aside.found.error.text() == "Say what you found, in a few words."
    page.aside.found.input.setPlainText("IT restored the folder from a copy.")
    page.aside.mark.click()
    assert shell.rail.buttons["share"].count == 0
    assert "needs attention" not in status(shell)
    (one,) = quarantine.put_aside(officer)
    assert (one.looked_by, one.note) == ("M. Adeyemi", "IT restored the folder from a copy.")
    file.write_bytes(whole)
    page.aside.judge.click()
    assert page.aside.again.text() == ASKED
    assert not page.aside.judge.isVisible()
    office.exchange.keep_up()
    assert not page.aside.isVisible()
    assert officer.db.scalar("SELECT count(*) FROM queue_cases") == 1
    office.leave()


def test_h10_a_gap_in_a_chain_is_told(
    clerk: Desk, officer: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    for name in ("Okafor", "Adeleke"):
        register_visitor(clerk, add_visitor(clerk, family_name=name))
        exchange(clerk, trust)
    first = min((trust.folder / "share").glob("*.env"))
    first.rename(trust.folder / first.name)
    office = sits_down(officer, shell, "officer")
    shell.sync_pressed.emit()
    office.exchange.send()
    assert "Waiting for an earlier file of D01: number 1. Behind it: 1." in words_of(shell)
    (trust.folder / first.name).rename(first)
    office.exchange.send()
    assert "Waiting for" not in words_of(shell)
    office.leave()


def test_a_machine_that_has_not_joined_says_so(
    trust: MadeUpTrust, tmp_path: Path, shell: Shell
) -> None:
    from tests.desks import make_desk

    stranger = make_desk(tmp_path / "stranger", device="D09")
    office = sits_down(stranger, shell, "clerk")
    shell.sync_pressed.emit()
    assert NOT_JOINED in words_of(shell)
    office.leave()
    stranger.db.close()


def test_ux_5_the_queue_and_the_case_say_where_each_record_is(
    officer: Desk, shell: Shell, trust: MadeUpTrust
) -> None:
    case = register_visitor(officer, add_visitor(officer))
    office = sits_down(officer, shell, "officer")
    queue, page = shell.findChild(QueuePage), shell.findChild(CasePage)
    assert queue is not None
    assert page is not None
    sent = queue.rows.index(0, 7)
    assert sent.data() == "Saved here"
    assert "Saved here" in str(sent.data(Qt.ItemDataRole.AccessibleTextRole))
    page.open(case)
    assert "Record: Saved here" in [
        one.accessibleName() for one in page.facts.answers.findChildren(Label)
    ]
    office.exchange.keep_up()
    queue.opened()
    assert sent.data() == "On the share"
    with officer.db.atomic():
        for one in travelling.untaken(officer.db):
            travelling.mark_taken(officer.db, one.sequence, one.sha256, officer.moment)
    queue.opened()
    assert queue.rows.index(0, 7).data() == "Taken"
    office.leave()
