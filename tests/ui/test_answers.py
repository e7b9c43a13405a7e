"""Answers: by number while focused, nothing chosen beforehand, a ring and never a fill."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, opened, press, write
from ui import theme
from ui.theme import Theme
from ui.widgets.answers import AnswerList
from ui.widgets.choices import RadioList
from ui.widgets.layout import Column

EIGHT = [(f"value {number}", f"Answer {number}") for number in range(1, 9)]


class Desk(QWidget):
    """A list of answers and a field beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = AnswerList("Where do you live?", EIGHT)
        self.field = QLineEdit()
        self.given: list[object] = []
        self.answers.chosen.connect(self.given.append)
        Column(self).holding(self.answers, self.field, None)
        self.resize(1366, 768)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    opened(qtbot, made)
    return made


def test_nothing_is_chosen_beforehand(desk: Desk) -> None:
    desk.answers.setFocus()
    assert desk.answers.value() is None
    assert not any(row.isChecked() for row in desk.answers.rows)


@pytest.mark.parametrize("number", range(1, 9))
def test_a_number_key_gives_its_answer(qtbot: QtBot, desk: Desk, number: int) -> None:
    desk.answers.setFocus()
    write(str(number))
    assert desk.given == [f"value {number}"]
    assert desk.answers.value() == f"value {number}"


def test_number_keys_answer_only_while_the_list_has_the_focus(desk: Desk) -> None:
    desk.field.setFocus()
    write("1", on=desk.field)
    press(Qt.Key.Key_2, on=desk)
    assert desk.given == []
    assert desk.field.text() == "1"


def test_a_number_without_an_answer_does_nothing(desk: Desk) -> None:
    desk.answers.setFocus()
    write("9")
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert desk.given == []


def test_arrows_move_and_enter_chooses(desk: Desk) -> None:
    desk.answers.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(key)
    assert desk.given == []
    assert desk.answers.value() is None
    press(Qt.Key.Key_Return)
    assert desk.given == ["value 6"]


def test_space_and_click_choose_too(desk: Desk) -> None:
    desk.answers.setFocus()
    press(Qt.Key.Key_Space)
    click(desk.answers.rows[4])
    assert desk.given == ["value 1", "value 5"]


def test_the_list_is_one_stop_for_tab(desk: Desk) -> None:
    desk.answers.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.field


def test_two_columns_are_filled_downwards_and_one_is_used_when_narrow(
    qtbot: QtBot, desk: Desk
) -> None:
    rows = desk.answers.rows
    assert rows[0].x() == rows[3].x() < rows[4].x()
    assert rows[0].y() == rows[4].y() < rows[1].y()
    desk.resize(400, 900)
    qtbot.waitUntil(lambda: rows[0].x() == rows[7].x())


def test_rows_are_56_high_and_44_where_the_window_is_small(
    qtbot: QtBot, desk: Desk, qapp: QApplication
) -> None:
    assert desk.answers.rows[0].height() == 56
    theme.apply(qapp, Theme(text_size=2.0))
    qtbot.waitUntil(lambda: desk.answers.rows[0].height() == 88)


def test_another_question_starts_clean_and_keeps_the_focus(desk: Desk) -> None:
    desk.answers.setFocus()
    write("1")
    desk.answers.ask("And next?", [("a", "Ja & nein"), ("b", "No")])
    assert desk.answers.value() is None
    assert desk.answers.has_focus()
    assert desk.answers.rows[0].accessibleName() == "Ja & nein"


def test_h4_a_press_begun_on_one_question_answers_no_other(desk: Desk) -> None:
    pressed = desk.answers.rows[1]
    QTest.mousePress(pressed, Qt.MouseButton.LeftButton)
    desk.answers.ask("Another question", EIGHT[:4])
    # The hand trembles: a move with the button held, then the release.
    there, left = desk.answers.rows[1], Qt.MouseButton.LeftButton
    at = QPointF(there.rect().center())
    move, bare = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(move, at, there.mapToGlobal(at), Qt.MouseButton.NoButton, left, bare)
    QApplication.sendEvent(there, moved)
    QTest.mouseRelease(there, left)
    QTest.keyPress(desk.answers.rows[0], Qt.Key.Key_Space)
    desk.answers.ask("A third question", EIGHT[:3])
    QTest.keyRelease(desk.answers.rows[0], Qt.Key.Key_Space)
    assert (desk.given, desk.answers.value()) == ([], None)
    assert not any(row.isDown() for row in desk.answers.rows)


def test_rows_of_the_same_number_stay_from_question_to_question(desk: Desk) -> None:
    before = list(desk.answers.rows)
    press(Qt.Key.Key_2, on=before[0])
    desk.answers.ask("Another question", [("yes", "Yes"), ("no", "No")])
    assert desk.answers.rows == before[:2]
    assert [row.accessibleName() for row in desk.answers.rows] == ["Yes", "No"]
    assert not any(row.isChecked() for row in desk.answers.rows)


def test_an_answer_that_could_not_be_kept_is_forgotten(desk: Desk) -> None:
    desk.answers.setFocus()
    write("3")
    desk.answers.forget()
    assert desk.answers.value() is None


def test_ten_answers_are_a_fault() -> None:
    with pytest.raises(ValueError, match="nine"):
        AnswerList("Too many", [(number, str(number)) for number in range(10)])


def test_screen_readers_meet_radio_buttons_with_names(desk: Desk) -> None:
    seen = QAccessible.queryAccessibleInterface(desk.answers.rows[2])
    assert seen.role() == QAccessible.Role.RadioButton
    assert seen.text(QAccessible.Text.Name) == "Answer 3"
    assert desk.answers.accessibleName() == "Where do you live?"


def test_a_decision_is_chosen_by_space_never_by_moving(qtbot: QtBot) -> None:
    choices = RadioList("Decision", [("A", "Free: lives here"), ("F", "Charge"), ("P", "Not yet")])
    qtbot.addWidget(choices)
    opened(qtbot, choices)
    given: list[object] = []
    choices.chosen.connect(given.append)
    choices.setFocus()
    assert choices.value() is None
    press(Qt.Key.Key_Down)
    assert choices.buttons[1].hasFocus()
    assert choices.value() is None
    press(Qt.Key.Key_Space)
    assert choices.value() == "F"
    assert given == ["F"]
    choices.set_value(None)
    assert choices.value() is None
