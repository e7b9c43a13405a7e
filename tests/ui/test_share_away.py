"""A share that is away: told once, its age in the status bar, tried again by itself for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.machine import FixedClock
from app.services import signin
from app.services.desk import Desk
from tests.desks import make_desk
from ui.office import Office
from ui.shell import Shell
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    made.trust = replace(made.trust, share=str(tmp_path / "share"))
    yield made
    made.db.close()


def sits_down(desk: Desk, shell: Shell, name: str = "officer") -> Office:
    user = signin.act_as(desk, name)
    return Office(desk, user, shell, records=Inline(), share=Inline())


def status(shell: Shell) -> str:
    return shell.status.sync.accessibleName()


def told(shell: Shell) -> str:
    return shell.notice.words.text() if shell.notice.isVisible() else ""


def later(desk: Desk, by: timedelta) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + by)


def test_ux_5_a_share_that_is_away_is_told_with_its_age_and_tried_again_without_a_word(
    desk: Desk, shell: Shell, tmp_path: Path
) -> None:
    office = sits_down(desk, shell)
    since = f"{desk.clock.now():%H:%M}"
    office.exchange.send()
    assert "The share's folder is not there" in told(shell)
    assert f"Share not reachable, working offline since {since}" in status(shell)
    shell.notice.hide()
    for _ in range(50):
        later(desk, timedelta(minutes=20))
        office.exchange.standing.due.emit()
    assert told(shell) == "", "a failure that is known is no news"
    assert "offline since 09-Mar-2026" in status(shell), "of an earlier day"
    (tmp_path / "share").mkdir()
    office.exchange.standing.due.emit()
    assert "offline" not in status(shell)
    office.leave()


def test_a_share_that_is_back_takes_back_the_word_that_it_is_away_and_no_other(
    desk: Desk, shell: Shell, tmp_path: Path
) -> None:
    office = sits_down(desk, shell)
    office.exchange.send()
    assert "folder is not there" in told(shell)
    (tmp_path / "share").mkdir()
    office.exchange.send()
    assert told(shell) == ""
    (tmp_path / "share").rmdir()
    office.exchange.send()
    shell.notice.say("Something else.")
    (tmp_path / "share").mkdir()
    office.exchange.send()
    assert told(shell) == "Something else."
    office.leave()


def test_ux_5_the_age_outlasts_a_lock_and_whoever_is_signed_in(
    desk: Desk, shell: Shell, tmp_path: Path
) -> None:
    first = sits_down(desk, shell)
    since = f"{desk.clock.now():%H:%M}"
    first.exchange.send()
    first.leave()
    later(desk, timedelta(minutes=5))
    second = sits_down(desk, shell, "clerk")
    assert f"working offline since {since}" in status(shell)
    shell.notice.hide()
    second.exchange.standing.due.emit()
    assert told(shell) == "", "what a clerk may not send is not told to them unasked"
    second.leave()


def test_a_share_that_is_away_is_tried_again_by_the_clock(
    desk: Desk, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    office = sits_down(desk, shell)
    office.exchange.send()
    (tmp_path / "share").mkdir()
    later(desk, timedelta(hours=1))
    office.leave()
    office = sits_down(desk, shell)  # its time has come while nobody was there
    qtbot.waitUntil(lambda: "offline" not in status(shell), timeout=20_000)
    office.leave()
