"""The sign-in page of a real window: `from tests.ui.signing_in import window as window`.

`made`, `goes_on` and `early` stand behind it, and are imported with it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.look import Look
from app.machine import SystemClock
from tests.desks import PASSWORD, QUICK, add_visitor, make_desk
from ui.appearance import Appearance
from ui.main import Window

KEY = Qt.Key
WAIT = 15_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ahead")
    desk = make_desk(folder)
    desk.clock = SystemClock()
    add_visitor(desk, family_name="Okafor")
    desk.db.close()
    return folder / "desk"


@pytest.fixture
def goes_on() -> Event:
    """Once it is set, the lane of records does more than open the desk."""
    return Event()


@pytest.fixture
def early(
    qtbot: QtBot, qapp: QApplication, made: Path, tmp_path: Path, goes_on: Event
) -> Iterator[Window]:
    """A window that is just there."""
    folder = Path(shutil.copytree(made, tmp_path / "desk"))
    one = Window(folder, tmp_path / "demo", Appearance(qapp, Look(scheme="light")))
    one.records.run(lambda: goes_on.wait(WAIT))
    one.shell.activateWindow()
    qtbot.waitUntil(one.shell.isActiveWindow, timeout=WAIT)
    yield one
    goes_on.set()
    one.shell.close()
    one.shell.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, early: Window, goes_on: Event) -> Window:
    """The same with its desk open."""
    goes_on.set()
    ready: list[object] = []
    early.records.run(lambda: early.opening.desk(), ready.append)
    qtbot.waitUntil(lambda: bool(ready), timeout=WAIT)
    early.opening.desk().password_cost = QUICK
    return early


def typed(window: Window, *keys: str | Qt.Key) -> None:
    """As the system sends them, with no turn of the loop between."""
    handle = window.shell.windowHandle()
    assert handle is not None
    for one in keys:
        for key in [one] if isinstance(one, Qt.Key) else map(ord, one):
            QTest.keyClick(handle, key)


def signs_in(window: Window, password: str = PASSWORD, *, name: str = "clerk") -> None:
    window.sign_in_view.name.input.setFocus()
    typed(window, name, KEY.Key_Tab, password, KEY.Key_Return)


def seated(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.office is not None, timeout=WAIT)


def search(window: Window) -> QLineEdit:
    assert window.office is not None
    assert window.office.at_desk is not None
    return window.office.at_desk.page.start.finder.search
