"""A reader at the desk's window: nothing of a passport lands in a field, nothing else is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_burst import PASSPORT
from ui.scanning import Wedge
from ui.widgets.inputs import LineEdit, Notes
from ui.widgets.layout import Column

SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Room(QWidget):
    """A window with a field, a box, a button, and a clock of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.box, self.button = LineEdit("Lee"), Notes("Home"), QPushButton("Go")
        Column(self).holding(QLabel("Room"), self.field, self.box, self.button)
        self.now = 0.0
        self.passports: list[str] = []
        self.numbers: list[str] = []
        self.takes_numbers = True
        self.wedge = Wedge(self, clock=lambda _key: self.now)
        self.wedge.passport.connect(self.passports.append)
        self.wedge.offered = self._offered

    def scan(self, text: str, gap: float = 0.004) -> None:
        handle = self.windowHandle()
        assert handle is not None
        for character in text:
            self.now += gap
            if character == "\n":
                QTest.keyClick(handle, Qt.Key.Key_Return)
            else:
                shift = SHIFT if character.isalpha() or character == "<" else PLAIN
                QTest.keyClick(handle, Qt.Key(ord(character)), shift)
        self.now += 1.0

    def settle(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not self.wedge.is_listening, timeout=3000)

    def _offered(self, number: str) -> bool:
        self.numbers.append(number)
        return self.takes_numbers


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.wedge.stop()


def focus(widget: QWidget) -> None:
    widget.setFocus()
    QApplication.processEvents()


def test_a_passport_fills_nothing_into_the_field_that_had_the_focus(
    room: Room, qtbot: QtBot
) -> None:
    for widget in (room.field, room.box, room.button):
        focus(widget)
        room.scan(PASSPORT)
        room.settle(qtbot)
    assert room.passports == [PASSPORT] * 3
    assert room.field.text() == "Lee"
    assert room.box.text() == "Home"


def test_the_field_keeps_its_text_and_the_place_of_the_cursor(room: Room, qtbot: QtBot) -> None:
    focus(room.field)
    room.field.setCursorPosition(1)
    room.scan(PASSPORT)
    room.settle(qtbot)
    assert (room.field.text(), room.field.cursorPosition()) == ("Lee", 1)


def test_what_is_no_passport_is_typed_where_it_was_typed(room: Room, qtbot: QtBot) -> None:
    focus(room.field)
    room.field.clear()
    room.scan("REF<2026A7X")
    room.settle(qtbot)
    assert room.passports == []
    assert room.field.text().upper() == "REF<2026A7X"


def test_a_person_is_not_held_back(room: Room, qtbot: QtBot) -> None:
    focus(room.field)
    room.field.clear()
    room.scan("P<GB 9993177423 OK", gap=0.08)
    assert room.field.text().upper() == "P<GB 9993177423 OK"
    room.settle(qtbot)
    assert room.numbers == []


def test_a_wristband_is_offered_and_typed_where_nobody_takes_it(room: Room, qtbot: QtBot) -> None:
    focus(room.field)
    room.field.clear()
    room.scan("9993177423")
    room.settle(qtbot)
    assert room.numbers == ["9993177423"]
    assert room.field.text() == ""
    room.takes_numbers = False
    room.scan("9993177423")
    room.settle(qtbot)
    assert room.field.text() == "9993177423"


def test_a_number_with_a_wrong_digit_is_only_typed(room: Room, qtbot: QtBot) -> None:
    focus(room.field)
    room.field.clear()
    room.scan("9993177424")
    room.settle(qtbot)
    assert room.numbers == []
    assert room.field.text() == "9993177424"


def test_after_a_lock_nothing_of_a_reading_is_left(room: Room, qtbot: QtBot) -> None:
    focus(room.field)
    room.scan(PASSPORT[:40])
    room.wedge.stop()
    qtbot.wait(60)
    assert room.passports == []
    assert not room.wedge.is_listening
