"""ux.md 7, asked of every screen: the walks that take the pictures are stopped at each of them.

At 100 % with every check, at 200 % and 1024 x 640 for what is cut, what is too small and whether
the focus stayed in sight. What takes longer (the Tab keys in every dress, right to left) is
`python -m tests.ui.every_audit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import audit, every_screen
from tests.ui.officer_window import settle
from ui import theme
from ui.theme import Theme

pytestmark = [pytest.mark.ui, pytest.mark.slow]

USUAL = "light-100"


@pytest.fixture
def as_before(qapp: QApplication) -> Iterator[None]:
    """The walks dress the program; undress it again."""
    worn = theme.current()
    yield
    theme.apply(qapp, worn)


@pytest.mark.parametrize("walk", every_screen.WALKS)
def test_ux_7_names_order_targets_mnemonics_words_and_focus_of_every_screen(
    walk: str, tmp_path: Path, as_before: None
) -> None:
    usual = every_screen.checking(
        *(audit.nameless, audit.small_targets, audit.shared_mnemonics),
        *(audit.clipped, audit.tab_round),
    )
    folded = every_screen.checking(
        *(audit.small_targets, audit.clipped, audit.focus_out_of_sight),
    )

    def look(worn: every_screen.Dress, window: QWidget, screen: str) -> list[str]:
        return (usual if worn.name == USUAL else folded)(worn, window, screen)

    dresses = [every_screen.dress(name) for name in every_screen.LIGHT]
    screens, faults = every_screen.walk(walk, tmp_path, dresses=dresses, look=look)
    assert screens
    assert not faults, "\n".join(faults)


def test_the_audit_finds_what_it_is_there_for(qapp: QApplication, as_before: None) -> None:
    theme.apply(qapp, Theme())
    window = QWidget()
    window.resize(300, 200)
    first, second = QPushButton("&Save", window), QPushButton("&Send", window)
    first.setGeometry(10, 10, 100, 40)
    second.setGeometry(10, 60, 20, 20)
    field = QLineEdit(window)
    field.setGeometry(10, 90, 100, 30)
    label = QLabel("A sentence that is far too long for it", window)
    label.setGeometry(10, 130, 40, 20)
    box = QWidget(window)
    box.setGeometry(10, 160, 60, 30)
    inside = QPushButton("Attach a copy", box)
    inside.setGeometry(0, 0, 120, 30)
    window.show()
    settle()
    assert any("the box it is in" in fault for fault in audit.clipped(window))
    inside.setGeometry(0, 0, 60, 30)
    assert not any("the box it is in" in fault for fault in audit.clipped(window))
    box.hide()
    assert len(audit.nameless(window)) == 1
    assert len(audit.small_targets(window)) == 1
    assert audit.shared_mnemonics(window) == ["Alt+S: ['&Save', '&Send']"]
    assert any("A sentence" in fault for fault in audit.clipped(window))
    QWidget.setTabOrder(second, first)
    second.setFocus()
    assert len([one for one in audit.tab_round(window) if "comes before" in one]) == 1
    trap = QWidget(window)
    trap.setFocusProxy(first)  # what hands the focus back, so that Tab never comes to the field
    trap.show()
    QWidget.setTabOrder(second, trap)
    QWidget.setTabOrder(trap, field)
    first.setFocus()
    assert any("goes past" in fault for fault in audit.tab_round(window))
    window.close()


def test_the_audit_reads_from_the_side_that_reading_begins_at(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 100)
    buttons = [QPushButton(words, window) for words in ("One", "Two", "Three")]
    for place, button in enumerate(buttons):
        button.setGeometry(200 - 90 * place, 10, 60, 30)
    window.show()
    window.activateWindow()
    settle()
    buttons[-1].setFocus()
    assert any("'One'" in fault for fault in audit.tab_round(window))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not audit.tab_round(window)
