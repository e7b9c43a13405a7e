"""A part of Money, of the settings or of the audit that cannot be made says so in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.audit_panels
import ui.money_panels
import ui.settings_panels
from app.services import signin
from app.services.desk import Desk
from tests.ui.office_desk import desk as desk
from ui.office import Office
from ui.shell import Shell
from ui.views.money import MoneyPage
from ui.views.settings import SettingsPage
from ui.widgets.part_failed import FAILED
from ui.work import Inline

pytestmark = pytest.mark.ui

KEY = Qt.Key
Fails = Callable[[object, str, int], None]


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Fails:
    """Let a part fail so many times before it can be made."""

    def arrange(module: object, part: str, times: int) -> None:
        real, left = getattr(module, part), [times]

        def make(*parts: object, **named: object) -> object:
            if left[0]:
                left[0] -= 1
                raise MemoryError("no room for a moment")
            return real(*parts, **named)

        monkeypatch.setattr(module, part, make)

    return arrange


def sits_down(desk: Desk, shell: Shell, name: str) -> Office:
    user = signin.act_as(desk, name)
    return Office(desk, user, shell, records=Inline(), share=Inline())


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def money(qtbot: QtBot, desk: Desk, shell: Shell, fails: Fails) -> Iterator[MoneyPage]:
    """Finance's page, on its first part; the second fails twice."""
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    fails(ui.money_panels, "AccountsPanel", 2)
    with qtbot.capture_exceptions():  # a list of nothing leads on to the second at once
        office = sits_down(desk, shell, "finance")
    page = shell.findChild(MoneyPage)
    assert page is not None
    assert page.failed.button.hasFocus()
    yield page
    office.leave()


def test_a_part_of_money_that_fails_says_what_to_do_and_opens_once_it_can(
    qtbot: QtBot, money: MoneyPage
) -> None:
    assert money.failed.isVisible()
    assert money.failed.words.text() == FAILED
    for other in money.names():
        if other != "accounts":
            money.open_panel(other)
            assert money.panel(other).isVisible()
            assert not money.failed.isVisible()
    with qtbot.capture_exceptions() as faults:
        money.open_panel("accounts")  # chosen again, it is made again
    assert len(faults) == 1
    assert money.failed.button.hasFocus()
    press(KEY.Key_Space)
    assert not money.failed.isVisible()
    assert money.panel("accounts").isVisible()


def test_whoever_goes_along_the_tabs_of_money_goes_on_past_one_that_fails(
    qtbot: QtBot, money: MoneyPage
) -> None:
    money.open_panel(money.names()[0])
    money.sections.take_focus()
    with qtbot.capture_exceptions() as faults:
        press(KEY.Key_Right)
    assert len(faults) == 1
    assert money.failed.isVisible()
    assert money.sections.has_focus()
    press(KEY.Key_Right)
    assert money.panel(money.names()[2]).isVisible()


@pytest.mark.parametrize(
    ("name", "where", "module", "part", "section"),
    [
        ("clerk", "settings", ui.settings_panels, "OwnSignInPanel", "sign_in"),
        ("admin", "settings", ui.settings_panels, "BackupPanel", "backup"),
        ("auditor", "audit", ui.audit_panels, "ChainPanel", "chain"),
    ],
)
def test_a_part_of_the_settings_that_fails_says_what_to_do_and_opens_once_it_can(
    qtbot: QtBot,
    desk: Desk,
    shell: Shell,
    fails: Fails,
    name: str,
    where: str,
    module: object,
    part: str,
    section: str,
) -> None:
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    fails(module, part, 3)
    office = sits_down(desk, shell, name)
    shell.show_page(where)
    page = shell.in_sight()
    assert isinstance(page, SettingsPage)
    with qtbot.capture_exceptions() as faults:
        page.open_section(section)
        assert len(faults) == 1
        assert page.failed.isVisible()
        assert page.failed.words.text() == FAILED
        assert page.failed.button.hasFocus()
        press(KEY.Key_F2)  # a key that nothing took makes nothing
        press(KEY.Key_Escape)
        assert not page.failed.button.hasFocus(), "back to the list"
        assert len(faults) == 1
        page.open_section(page.names()[0])
        assert not page.failed.isVisible()
        page.open_section(section)
        press(KEY.Key_Space)
        assert len(faults) == 3
        assert page.failed.button.hasFocus()
    press(KEY.Key_Space)
    assert page.section(section).isVisible()
    assert not page.failed.isVisible()
    office.leave()
