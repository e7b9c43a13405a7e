"""A page that cannot be made: made again when it is chosen, and all the others go on working."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

import ui.office
from app.services import signin
from app.services.desk import Desk
from tests.ui.office_desk import desk as desk
from ui.office import DOES_NOT_OPEN, Office
from ui.shell import Shell
from ui.turns import Turns
from ui.work import Inline

pytestmark = pytest.mark.ui

ALWAYS = 1_000
Fails = Callable[[str, int], None]


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Fails:
    """Let a page of the office fail so many times before it can be made."""

    def arrange(page: str, times: int) -> None:
        real, left = getattr(ui.office, page), [times]

        def make(*parts: object) -> object:
            if left[0]:
                left[0] -= 1
                raise MemoryError("no room for a moment")
            return real(*parts)

        monkeypatch.setattr(ui.office, page, make)

    return arrange


def sits_down(qtbot: QtBot, desk: Desk, shell: Shell, name: str) -> Office:
    """Until all is there that can be."""
    user = signin.act_as(desk, name)
    office = Office(desk, user, shell, records=Inline(), share=Inline(), turns=Turns(shell))
    with qtbot.waitSignal(office.built):
        pass
    return office


def told(shell: Shell) -> str:
    return shell.notice.words.text() if shell.notice.isVisible() else ""


def open_all_others(shell: Shell, but: str) -> None:
    for name in shell.rail.buttons:
        if name != but:
            shell.rail.buttons[name].click()
            assert shell.page() == name
            assert told(shell) == ""


def test_a_page_that_failed_in_its_turn_is_made_when_it_is_chosen(
    qtbot: QtBot, desk: Desk, shell: Shell, fails: Fails
) -> None:
    fails("DashboardPage", 1)
    with qtbot.capture_exceptions() as faults:
        office = sits_down(qtbot, desk, shell, "officer")
    assert [kind for kind, _, _ in faults] == [MemoryError]
    assert told(shell) == "", "nobody has chosen it yet"
    shell.rail.buttons["dashboard"].click()
    assert shell.page() == "dashboard"
    assert told(shell) == ""
    open_all_others(shell, "dashboard")
    office.leave()


def test_who_chooses_a_page_that_fails_again_is_told_and_works_on_in_the_others(
    qtbot: QtBot, desk: Desk, shell: Shell, fails: Fails
) -> None:
    fails("DashboardPage", 2)
    with qtbot.capture_exceptions() as faults:
        office = sits_down(qtbot, desk, shell, "officer")
        shell.rail.buttons["dashboard"].click()
    assert len(faults) == 2
    assert (shell.page(), told(shell)) == ("queue", DOES_NOT_OPEN)
    assert [name for name, one in shell.rail.buttons.items() if one.open] == ["queue"]
    open_all_others(shell, "dashboard")
    shell.rail.buttons["dashboard"].click()
    assert (shell.page(), told(shell)) == ("dashboard", "")
    office.leave()


def test_where_the_first_page_fails_the_next_is_shown_and_the_person_is_told(
    qtbot: QtBot, desk: Desk, shell: Shell, fails: Fails
) -> None:
    fails("queue_page", ALWAYS)
    with qtbot.capture_exceptions():
        office = sits_down(qtbot, desk, shell, "officer")
    assert (shell.page(), told(shell)) == ("money", DOES_NOT_OPEN)
    open_all_others(shell, "queue")
    office.leave()


def test_a_page_behind_a_button_that_fails_is_told_of_where_the_button_is(
    qtbot: QtBot, desk: Desk, shell: Shell, fails: Fails
) -> None:
    fails("SharePage", 2)
    with qtbot.capture_exceptions():
        office = sits_down(qtbot, desk, shell, "clerk")
        shell.status.sync.click()
    assert (shell.page(), told(shell)) == ("desk", DOES_NOT_OPEN)
    shell.status.sync.click()
    assert (shell.page(), told(shell)) == ("share", "")
    office.leave()
