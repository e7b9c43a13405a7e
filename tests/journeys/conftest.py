"""Somebody before the real window, as the journeys by keyboard begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.look import Look
from tests.journeys.keyboard import Keyboard, at_the_sign_in_page
from tests.journeys.waiting_room import make_desk_that_knows_jane_smith
from ui import theme
from ui.appearance import Appearance
from ui.main import Window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A demo desk with its people, and one patient who is known already."""
    return make_desk_that_knows_jane_smith(tmp_path / "desk")


@pytest.fixture
def real_window(qapp: QApplication, folder: Path, tmp_path: Path) -> Iterator[Window]:
    """The window, which is closed at the end; a look that somebody chose goes with it."""
    worn = theme.current()
    window = Window(folder, tmp_path / "other", Appearance(qapp, Look(scheme="light")))
    yield window
    window.shell.close()
    window.shell.deleteLater()
    theme.apply(qapp, worn)


@pytest.fixture
def hands(real_window: Window) -> Keyboard:
    """Somebody before the window."""
    return at_the_sign_in_page(Keyboard(real_window))
