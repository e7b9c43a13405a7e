"""Who is let in and gets no page is told what to do, and left signed in by nobody."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.office
from tests.desks import PASSWORD
from tests.ui.signing_in import KEY, WAIT, search, seated, signs_in, typed
from tests.ui.signing_in import early as early
from tests.ui.signing_in import goes_on as goes_on
from tests.ui.signing_in import made as made
from tests.ui.signing_in import window as window
from ui.main import NO_PAGES, Window
from ui.shell import Shell
from ui.views.desk import DeskPage

pytestmark = pytest.mark.ui

Break = Callable[[pytest.MonkeyPatch], None]


def _fail(*_parts: object, **_named: object) -> None:
    raise MemoryError("no room for a moment")


def no_modules(broken: pytest.MonkeyPatch) -> None:
    broken.setitem(sys.modules, "ui.office", None)


def no_office(broken: pytest.MonkeyPatch) -> None:
    broken.setattr(ui.office, "WhereaboutsModel", _fail)


def no_page_at_all(broken: pytest.MonkeyPatch) -> None:
    broken.setattr(Shell, "add_page", _fail)


def nothing_to_show(broken: pytest.MonkeyPatch) -> None:
    broken.setattr(DeskPage, "opened", _fail)


@pytest.mark.parametrize("fails", [no_modules, no_office, no_page_at_all, nothing_to_show])
def test_who_gets_no_page_is_told_what_to_do_and_signs_in_again(
    qtbot: QtBot, window: Window, fails: Break
) -> None:
    page = window.sign_in_view
    with pytest.MonkeyPatch.context() as broken, qtbot.capture_exceptions() as faults:
        fails(broken)
        signs_in(window)
        typed(window, "okafor")
        qtbot.waitUntil(lambda: page.password.problem() == NO_PAGES, timeout=WAIT)
    assert faults, "it is told where faults are told"
    assert (window.office, window.shell.page()) == (None, "sign_in")
    assert not window.shell.rail.isVisible()
    assert list(window.shell.rail.buttons) == []
    assert page.name.input.text() == "clerk"
    assert page.password.input.text() == "", "what was typed ahead is no password"
    assert QApplication.focusWidget() is page.password.input
    users: list[object] = []
    window.records.run(lambda: window.opening.desk().user, users.append)
    qtbot.waitUntil(lambda: bool(users), timeout=WAIT)
    assert users == [None], "nobody is left signed in behind the page"
    typed(window, PASSWORD, KEY.Key_Return)
    seated(qtbot, window)
    assert window.shell.page() == "desk"
    assert search(window).hasFocus()
    window.shell.rail.buttons["settings"].click()
    assert window.shell.page() == "settings"
