"""The Money page as a host: tabs or a list, keys, panels built when first opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.officer_window import settle
from ui import theme
from ui.shell import LEAST, USUAL, Shell
from ui.theme import Theme
from ui.views.money import MoneyPage
from ui.views.money_panel import MoneyPanel, PanelPlan
from ui.widgets.layout import Column
from ui.widgets.rail import RailItem

pytestmark = pytest.mark.ui
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = (
    *("To invoice", "Accounts", "To approve", "Payments", "Prices"),
    *("Claims", "Reports", "Letters", "Plans", "Statements"),
)


class Line(MoneyPanel):
    """A panel with one field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.keys: list[str] = []
        Column(self).addWidget(self.field)

    def opened(self) -> None:
        self.field.setFocus()

    def on_key(self, key: str) -> bool:
        self.keys.append(key)
        return True


class Room:
    """A window with a Money page of panels that say when they are built."""

    def __init__(self, count: int) -> None:
        self.built: list[str] = []
        self.page = MoneyPage([self._plan(words) for words in WORDS[:count]])
        self.shell = Shell()
        self.shell.add_page("money", self.page, rail=RailItem("money", "Money", "coin-pound"))
        self.shell.show()
        self.shell.activateWindow()
        self.shell.show_page("money")
        settle()

    def _plan(self, words: str) -> PanelPlan:
        return PanelPlan(words.lower(), words, lambda: self._build(words))

    def _build(self, words: str) -> MoneyPanel:
        self.built.append(words)
        return Line()

    def line(self, name: str) -> Line:
        panel = self.page.panel(name)
        assert isinstance(panel, Line)
        return panel

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, modifier)
        settle()


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room(10)
    yield made
    made.shell.close()
    made.shell.deleteLater()
    settle()


def test_a_panel_is_built_when_it_is_first_opened(room: Room) -> None:
    assert room.built == ["To invoice"]
    room.press(KEY.Key_3)
    room.press(KEY.Key_1)
    room.press(KEY.Key_3)
    assert room.built == ["To invoice", "To approve"]


def test_keys_go_along_the_panels_and_stop_at_the_ends(room: Room) -> None:
    room.press(KEY.Key_PageUp)
    assert room.page.sections.key() == "to invoice"
    for _ in range(11):
        room.press(KEY.Key_PageDown)
    assert room.page.sections.key() == "statements"
    assert QApplication.focusWidget() is room.line("statements").field


def test_the_arrows_on_the_tabs_stay_on_the_tabs(room: Room) -> None:
    room.page.sections.take_focus()
    first = QApplication.focusWidget()
    for _ in range(2):
        room.press(KEY.Key_Right, Qt.KeyboardModifier.NoModifier)
    assert room.page.sections.key() == "to approve"
    assert QApplication.focusWidget() is first


@pytest.mark.parametrize(
    ("size", "text", "folded"), [(USUAL, 1.0, False), (LEAST, 1.5, True), (LEAST, 2.0, True)]
)
def test_the_tabs_are_a_list_where_they_do_not_fit(
    room: Room, qapp: QApplication, size: QSize, text: float, folded: bool
) -> None:
    theme.apply(qapp, Theme("light", text))
    room.shell.resize(size)
    sections = room.page.sections
    for name in room.page.names()[:4]:
        sections.set_count(name, 12)
    settle()
    assert sections.is_folded() is folded
    assert sections.tabs.isVisible() is not folded
    room.press(KEY.Key_2)
    assert sections.key() == "accounts"
    assert sections.list.value() == "accounts"
    room.press(KEY.Key_PageDown)
    assert sections.key() == "to approve"
    assert room.page.width() + room.shell.rail.width() <= room.shell.width()


def test_the_list_chooses_a_panel_too(room: Room, qapp: QApplication) -> None:
    theme.apply(qapp, Theme("light", 2.0))
    settle()
    room.page.sections.take_focus()
    assert QApplication.focusWidget() is room.page.sections.list
    room.press(KEY.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert room.page.sections.key() == "accounts"
    assert room.page.sections.list.accessibleName() == "Parts of Money"


def test_a_panel_that_asks_for_something_has_the_page_to_itself(room: Room) -> None:
    room.line("to invoice").covering.emit(True)
    assert not room.page.sections.isVisible()
    room.press(KEY.Key_2)
    assert room.page.sections.key() == "to invoice"
    room.line("to invoice").covering.emit(False)
    assert room.page.sections.isVisible()


def test_a_key_nothing_took_goes_to_the_panel_shown(room: Room) -> None:
    room.press(KEY.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert room.line("to invoice").keys == ["F7"]


def test_another_page_opens_a_panel_by_its_name(room: Room) -> None:
    room.page.sections.take_focus()
    room.page.open_panel("claims")
    room.page.open_panel("claims")
    assert room.page.sections.key() == "claims"
    assert QApplication.focusWidget() is room.line("claims").field
    with pytest.raises(ValueError, match="is not in list"):
        room.page.open_panel("nothing")


def test_a_panel_that_takes_no_focus_leaves_it_on_its_tab(room: Room) -> None:
    room.line("claims").field.setEnabled(False)
    room.page.open_panel("claims")
    settle()
    assert room.page.sections.has_focus(), QApplication.focusWidget()


def test_another_panel_opened_while_one_asks_for_something_has_its_tabs(room: Room) -> None:
    room.line("to invoice").covering.emit(True)
    room.page.open_panel("accounts")
    assert room.page.sections.isVisible()
    room.line("to invoice").covering.emit(True)  # it says so once more, behind the other
    assert room.page.sections.isVisible()
    room.page.open_panel("to invoice")
    assert not room.page.sections.isVisible()
