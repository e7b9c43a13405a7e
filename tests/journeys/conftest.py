"""Somebody before the real window, as the journeys by keyboard begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.look import Look
from tests.journeys.keyboard import Keyboard
from tests.journeys.waiting_room import make_desk_that_knows_jane_smith
from ui import theme
from ui.appearance import Appearance
from ui.main import Window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A demo desk with its people, and one patient who is known already."""
    return make_desk_that_knows_jane_smith(tmp_path / "desk")


@pytest.fixture
def hands(qapp: QApplication, folder: Path, tmp_path: Path) -> Iterator[Keyboard]:
    """Somebody before the window, which is closed at the end; a look they chose goes with it."""
    worn = theme.current()
    window = Window(folder, tmp_path / "other", Appearance(qapp, Look(scheme="light")))
    window.shell.activateWindow()
    keyboard = Keyboard(window)
    keyboard.wait(window.shell.isActiveWindow, "the window")
    keyboard.sees("Sign in")
    yield keyboard
    window.shell.close()
    window.shell.deleteLater()
    theme.apply(qapp, worn)
