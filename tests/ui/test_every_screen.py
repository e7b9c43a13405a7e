"""ux.md 7, asked of every screen: the walks that take the pictures are stopped at each of them.

At 100 % with every check, at 200 % and 1024 x 640 for what is cut, what is too small and whether
the focus stayed in sight. What takes longer (the Tab keys in every dress, right to left) is
`python -m tests.ui.every_audit`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import audit, every_screen
from tests.ui.officer_window import settle
from ui import theme
from ui.theme import Theme

pytestmark = [pytest.mark.ui, pytest.mark.slow]

Check = Callable[[QWidget], list[str]]
USUAL = "light-100"
CHECKS: tuple[Check, ...] = (
    *(audit.nameless, audit.small_targets, audit.shared_mnemonics, audit.clipped),
    *(audit.tables, audit.unpasteable, audit.short_dates, audit.tab_round),
    *(audit.unpainted, audit.cut_figures, audit.overlapping, audit.needless_scrolling),
)
CHECKS_IN_EVERY_DRESS: tuple[Check, ...] = (
    *(audit.small_targets, audit.clipped, audit.focus_out_of_sight),
    *(audit.unpainted, audit.cut_figures, audit.overlapping, audit.needless_scrolling),
)


@pytest.fixture
def as_before(qapp: QApplication) -> Iterator[None]:
    """The walks dress the program; undress it again."""
    worn = theme.current()
    yield
    theme.apply(qapp, worn)


@pytest.fixture(scope="module", params=every_screen.WALKS)
def told(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[Check, list[str]]]:
    """What each check says of every screen of a walk, which is walked once for all of them."""
    worn = theme.current()
    found: dict[Check, list[str]] = defaultdict(list)

    def look(dress: every_screen.Dress, window: QWidget, screen: str) -> list[str]:
        for check in CHECKS if dress.name == USUAL else CHECKS_IN_EVERY_DRESS:
            found[check] += [f"{screen} in {dress.name}: {fault}" for fault in check(window)]
        return []

    dresses = [every_screen.dress(name) for name in every_screen.LIGHT]
    folder = tmp_path_factory.mktemp("walk")
    screens, _ = every_screen.walk(request.param, folder, dresses=dresses, look=look)
    assert screens
    yield found
    theme.apply(qapp, worn)


def test_ux_7_1_everything_that_takes_the_focus_has_a_name(told: dict[Check, list[str]]) -> None:
    assert told[audit.nameless] == []


def test_ux_7_2_tab_goes_once_round_in_reading_order_and_is_caught_nowhere(
    told: dict[Check, list[str]],
) -> None:
    assert told[audit.tab_round] == []


def test_ux_7_3_no_two_things_in_sight_answer_to_one_letter(told: dict[Check, list[str]]) -> None:
    assert told[audit.shared_mnemonics] == []


def test_ux_7_4_what_has_the_focus_stays_in_sight(told: dict[Check, list[str]]) -> None:
    assert told[audit.focus_out_of_sight] == []


def test_ux_7_5_no_words_are_cut_and_only_tables_scroll_sideways(
    told: dict[Check, list[str]],
) -> None:
    assert told[audit.clipped] == []


def test_ux_7_6_what_can_be_pressed_is_24_by_24_at_the_least(told: dict[Check, list[str]]) -> None:
    assert told[audit.small_targets] == []


def test_a_day_or_a_sum_in_a_table_is_never_cut(told: dict[Check, list[str]]) -> None:
    assert told[audit.cut_figures] == []


def test_no_words_lie_over_other_words(told: dict[Check, list[str]]) -> None:
    assert told[audit.overlapping] == []


def test_nothing_scrolls_down_to_nothing(told: dict[Check, list[str]]) -> None:
    assert told[audit.needless_scrolling] == []


def test_what_is_shown_is_painted(told: dict[Check, list[str]]) -> None:
    assert told[audit.unpainted] == []


def test_ux_7_10_a_table_has_a_current_row_and_each_row_says_the_whole_of_itself(
    told: dict[Check, list[str]],
) -> None:
    assert told[audit.tables] == []


def test_ux_7_12_every_password_can_be_pasted(told: dict[Check, list[str]]) -> None:
    assert told[audit.unpasteable] == []


def test_ux_7_14_dates_are_read_out_in_long_form(told: dict[Check, list[str]]) -> None:
    assert told[audit.short_dates] == []


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
    assert len(audit.overlapping(window)) == 0
    second.setText("On top")
    second.move(12, 12)
    assert len(audit.overlapping(window)) == 1
    second.move(10, 60)
    second.setText("&Send")
    assert audit.unpainted(window) == []
    box.setUpdatesEnabled(False)
    assert len(audit.unpainted(window)) == 1
    box.hide()
    assert audit.unpainted(window) == []
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
