"""The ladder: the same questions for all, answered by number, nothing chosen for the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.residency.questions import AnswerState
from app.services import registration
from tests.desks import add_visitor
from tests.ui.desk_window import KEY, DeskWindow, add_ada, settle
from ui import theme
from ui.views import ladder, question
from ui.widgets.scroll import Scroll
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    add_ada(one.desk)
    one.find_ada()
    one.press(KEY.Key_Return)
    yield one
    one.desk.db.close()


def answers(window: DeskWindow) -> list[str]:
    """What the store holds, as shown."""
    step = window.registration.step
    assert step is not None
    return [one.shown for one in registration.step(window.desk, step.registration_id).answered]


def test_no_answer_is_chosen_beforehand(window: DeskWindow) -> None:
    asked = window.page.ladder.question
    assert asked.answers.value() is None
    assert not any(row.isChecked() for row in asked.answers.rows)
    window.press(KEY.Key_1)
    assert not any(row.isChecked() for row in asked.answers.rows)
    window.press_alt(KEY.Key_Up)  # the answer given is said, not chosen
    assert asked.answers.value() is None
    assert asked.kept.text() == "Answer so far: In the UK all the time. Alt+↓ keeps it."


def test_keys_answer_only_while_the_question_has_focus(window: DeskWindow) -> None:
    ladder = window.page.ladder
    window.tab_to(ladder.park_button)
    window.press(KEY.Key_1, KEY.Key_2)
    assert answers(window) == []
    window.tab_to(ladder.question.answers.rows[0])
    window.press(KEY.Key_2)
    assert answers(window) == ["Partly in the UK, partly elsewhere"]


def test_enter_and_arrows_answer_too(window: DeskWindow) -> None:
    window.press(KEY.Key_Down, KEY.Key_Return)
    assert answers(window) == ["Partly in the UK, partly elsewhere"]


def test_the_answer_is_on_disk_before_the_next_question_shows(window: DeskWindow) -> None:
    window.press(KEY.Key_1)
    assert answers(window) == ["In the UK all the time"]
    assert window.page.ladder.note.text() == "Question 2"


def test_answered_questions_fold_and_change_opens_them_again(window: DeskWindow) -> None:
    window.press(KEY.Key_1, KEY.Key_1)
    ladder = window.page.ladder
    assert [row.answer.text() for row in ladder.before.rows] == ["In the UK all the time", "No"]
    window.tab_to(ladder.before.rows[0].change)
    window.press(KEY.Key_Return)
    assert ladder.question.words.text().startswith("Where have you lived")
    assert ladder.note.text() == "Question 1"
    assert [row.answer.text() for row in ladder.after.rows] == ["No"]
    assert ladder.question.answers.has_focus()
    window.press(KEY.Key_2)
    assert "Partly" in answers(window)[0]


def test_alt_up_and_down_walk_the_questions_and_change_nothing(window: DeskWindow) -> None:
    window.press(KEY.Key_1, KEY.Key_1)
    asked = window.page.ladder.question
    here = asked.words.text()
    window.press_alt(KEY.Key_Up)
    window.press_alt(KEY.Key_Up)
    window.press_alt(KEY.Key_Up)  # nothing comes before the first
    assert asked.words.text().startswith("Where have you lived")
    window.press_alt(KEY.Key_Down)
    assert asked.words.text().startswith("Do you hold")
    window.press_alt(KEY.Key_Down)
    assert asked.words.text() == here
    window.press_alt(KEY.Key_Down)  # an open question is not skipped
    assert asked.words.text() == here
    assert answers(window) == ["In the UK all the time", "No"]


def test_countries_are_typed_and_taken_by_keys(window: DeskWindow) -> None:
    window.press(KEY.Key_3)
    asked = window.page.ladder.question
    assert asked.countries.typing.hasFocus()
    window.press(KEY.Key_Return)  # nothing taken yet
    assert asked.problem.text() == question.ADD_A_COUNTRY
    window.press("niger", KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    settle()
    window.press("FRA"[:2], KEY.Key_Return)
    settle()
    assert asked.countries.text() == "Nigeria, France"
    window.press(KEY.Key_Return)
    assert answers(window) == ["Outside the UK", "Nigeria, France"]


def test_a_country_taken_can_be_taken_back(window: DeskWindow) -> None:
    window.press(KEY.Key_3, "nigeria", KEY.Key_Return)
    settle()
    asked = window.page.ladder.question
    assert asked.countries.value() == ("NG",)
    window.press(KEY.Key_Tab, KEY.Key_Space)
    assert asked.countries.value() == ()
    assert asked.countries.typing.hasFocus()


def test_a_country_taken_is_kept_before_anybody_goes_on(window: DeskWindow) -> None:
    window.press(KEY.Key_3, "nigeria", KEY.Key_Return)
    settle()
    window.press(KEY.Key_F8)
    window.tab_to(window.page.start.parked.buttons[0])
    window.press(KEY.Key_Return, KEY.Key_Return)
    assert answers(window) == ["Outside the UK", "Nigeria"]


def test_enter_on_a_word_that_is_no_country_says_what_to_do(window: DeskWindow) -> None:
    window.press(KEY.Key_3, "zzqq", KEY.Key_Return)
    asked = window.page.ladder.question
    assert asked.problem.isVisible()
    assert asked.problem.text() == "There is no country “zzqq” on the list. Pick one."
    window.press(KEY.Key_Backspace)
    assert not asked.problem.isVisible()
    assert asked.countries.typing.text() == "zzq"


@pytest.mark.parametrize(
    ("key", "state", "shown"),
    [
        (KEY.Key_1, AnswerState.UNKNOWN, "Not sure"),
        (KEY.Key_2, AnswerState.REFUSED, "Prefers not to say"),
    ],
)
def test_not_sure_and_will_not_say_are_answers(
    window: DeskWindow, key: KEY, state: AnswerState, shown: str
) -> None:
    window.press(KEY.Key_3)
    asked = window.page.ladder.question
    window.tab_to(asked.answers.rows[0])
    window.press(key)
    assert answers(window) == ["Outside the UK", shown]
    assert asked.words.text().startswith("Do you hold")


def test_a_number_of_the_card_answers_where_countries_are_typed_too(window: DeskWindow) -> None:
    window.press(KEY.Key_3, KEY.Key_2)
    assert answers(window) == ["Outside the UK", "Prefers not to say"]


def test_a_figure_typed_beside_a_country_changes_nothing(window: DeskWindow) -> None:
    window.press(KEY.Key_3, "nigeria", KEY.Key_Return)
    settle()
    window.press(KEY.Key_2)
    assert answers(window) == ["Outside the UK", "Nigeria"]
    assert window.page.ladder.question.countries.value() == ("NG",)


def test_a_question_with_its_own_way_out_gets_no_second_one(window: DeskWindow) -> None:
    shown = [row.accessibleName() for row in window.page.ladder.question.answers.rows]
    assert shown == [
        "In the UK all the time",
        "Partly in the UK, partly elsewhere",
        "Outside the UK",
        "Not answered",
    ]


def test_f1_names_the_answer_that_is_always_there_as_it_stands_on_the_screen(
    window: DeskWindow,
) -> None:
    asked = window.page.ladder.question
    window.press(KEY.Key_F1)
    assert "“Not answered” is always an answer." in asked.why.text()
    assert "Not answered" in [row.accessibleName() for row in asked.answers.rows]
    window.press(KEY.Key_3)
    window.press(KEY.Key_F1)
    assert "“Not sure” is always an answer." in asked.why.text()


def test_f1_says_why_and_leaves_the_keys_on_the_answers(window: DeskWindow) -> None:
    asked = window.page.ladder.question
    window.press(KEY.Key_F1)
    assert asked.why.isVisible()
    assert asked.answers.has_focus()
    window.press(KEY.Key_Escape)
    assert not asked.why.isVisible()
    window.press(KEY.Key_F1, KEY.Key_F1)
    assert not asked.why.isVisible()


def test_what_happens_next_is_always_book_in_as_normal(window: DeskWindow) -> None:
    ladder = window.page.ladder
    assert ladder.next.accessibleName() == "What happens next"
    assert ladder.next.left.text() == "3 steps left"
    assert ladder.next.words.text() == "At least 3, at most 5 more steps."
    window.press(KEY.Key_1)
    assert ladder.next.left.text() == "2 steps left"
    assert ladder.next.dashes.value() == 1
    window.press(KEY.Key_1, KEY.Key_1)
    assert ladder.next.words.text() == "Press Enter to book in."


def test_park_and_resume_keep_every_answer(window: DeskWindow) -> None:
    window.press(KEY.Key_1, KEY.Key_1, KEY.Key_F8)
    assert window.page.stack.currentWidget() is window.page.start
    window.tab_to(window.page.start.parked.buttons[0])
    window.press(KEY.Key_Return, KEY.Key_Return)
    assert answers(window) == ["In the UK all the time", "No"]
    assert window.page.ladder.note.text() == "Question 3"


def test_h7_the_opening_questions_are_the_same_whoever_asks_for_them(window: DeskWindow) -> None:
    first = window.page.ladder.question.words.text()
    rows = [row.accessibleName() for row in window.page.ladder.question.answers.rows]
    for family, given in (("Smith", "Jane"), ("Nguyễn", "Linh"), ("محمد", "فاطمة")):
        patient = add_visitor(window.desk, family_name=family, given_names=given)
        window.press(KEY.Key_F2, KEY.Key_Return)
        window.registration.begin(patient.patient_id, "outpatient")
        window.page.ladder.take_focus()
        asked = window.page.ladder.question
        assert asked.words.text() == first
        assert [row.accessibleName() for row in asked.answers.rows] == rows


def test_the_whole_ladder_works_without_a_mouse_in_reading_order(window: DeskWindow) -> None:
    window.press(KEY.Key_1)
    ladder = window.page.ladder
    window.tab_to(ladder.before.rows[0].change)
    reached = []
    for _ in range(6):
        window.press(KEY.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
    order = [
        ladder.question.why_button,
        ladder.question.answers.rows[0],
        ladder.could_not_button,
        ladder.park_button,
    ]
    assert [one for one in reached if one in order] == order


def test_3_2_2_the_next_question_opens_by_itself_and_says_so(window: DeskWindow) -> None:
    assert window.page.ladder.saves.text() == ladder.SAVES_BY_ITSELF
    window.press(KEY.Key_1)
    assert window.page.ladder.note.text() == "Question 2"


def test_3_2_2_without_auto_advance_an_answer_waits_for_enter(window: DeskWindow) -> None:
    window.registration.auto_advance = False
    window.press(KEY.Key_1)
    asked = window.page.ladder.question
    assert window.page.ladder.note.text() == "Question 1"
    assert window.page.ladder.saves.text() == ladder.SAVES_AND_WAITS
    assert asked.kept.text().startswith("Answer so far: In the UK all the time.")
    assert answers(window) == ["In the UK all the time"]
    window.press(KEY.Key_Return)
    assert window.page.ladder.note.text() == "Question 2"
    window.press(KEY.Key_1)
    window.press_alt(KEY.Key_Down)
    assert window.page.ladder.note.text() == "Question 3"


def test_the_question_before_is_in_sight_with_its_answers(
    window: DeskWindow, qapp: QApplication
) -> None:
    """At 200 %, from the foot of the longer question that stood there."""
    theme.apply(qapp, theme.Theme(text_size=2.0, motion=False))
    window.shell.resize(1366, 768)
    window.press(KEY.Key_1)
    settle()
    page = window.page.ladder
    scroll = page.findChildren(Scroll)[0]
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    window.press_alt(KEY.Key_Up)
    settle()
    room = scroll.viewport()
    for part in (page.question.words, *page.question.answers.rows):
        place = part.mapTo(room, QPoint())
        assert room.rect().contains(QRect(place, part.size())), part.accessibleName()
