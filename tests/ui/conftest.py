"""Every test of the window starts dressed in the light theme at 100 %."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.sealed_fixtures import trust as trust

if TYPE_CHECKING:
    from ui.shell import Shell

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Garbage is collected between tests, as the program collects it between events.

    Wherever it is collected by itself, it may be while Qt's list of all widgets is being read: one
    that a test before let go of is destroyed, and the list still points at it.
    """
    gc.disable()
    yield
    gc.enable()
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [one for one in (0, 1, 2) if counts[one] > limits[one]]
    if due:
        gc.collect(due[-1])


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """A window with no page yet."""
    from ui.shell import Shell

    made = Shell()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(scope="session")
def first_dressed(qapp: QApplication) -> None:
    """Fonts, palette and the rest of the light theme at 100 %."""
    from ui import theme

    theme.apply(qapp, theme.Theme())


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, first_dressed: None) -> Iterator[None]:
    """The theme a test may change, and the one it finds."""
    from ui import theme

    if theme.current() != theme.Theme():
        theme.apply(qapp, theme.Theme())
    yield
    if theme.current() != theme.Theme():
        theme.apply(qapp, theme.Theme())
