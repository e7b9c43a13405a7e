"""The guided interview by keys: one question, why, how many are left, back and forward, the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.residency.questions import AnswerState
from app.services import review
from tests.ui.case_steps import choose_to_charge, kept, opened, suggestion_widgets, text_of
from tests.ui.officer_cases import make_billable
from tests.ui.officer_window import ALT, KEY, OfficerWindow, settle
from ui import theme
from ui.theme import Theme
from ui.views.case_guided import GuidedPanel
from ui.widgets.layout import Elided
from ui.work import Inline

pytestmark = pytest.mark.ui
VARIABLE = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def guided(room: OfficerWindow) -> GuidedPanel:
    """The interview's tab, with the keys on the question."""
    room.press_ctrl(KEY.Key_2)
    panel = room.case.interview.guided
    panel.take_focus()
    settle()
    return panel


def asked(panel: GuidedPanel) -> str:
    question = panel.editor.question()
    assert question is not None
    return question.id


def alt(room: OfficerWindow, key: KEY) -> None:
    target = QApplication.focusWidget() or room.shell
    QTest.keyClick(target, key, ALT)
    settle()


def ask_nothing_more(room: OfficerWindow, one: str) -> None:
    """Every question the officer may ask, answered with “not sure”."""
    while (question := review.open_case(room.desk, one).step.question) is not None:
        review.answer(room.desk, one, question.id, None, AnswerState.UNKNOWN)


@pytest.mark.slow
def test_the_tab_shows_the_one_next_question_why_and_how_many_are_left(
    room: OfficerWindow,
) -> None:
    opened(room)
    panel = guided(room)
    step = kept(room).step
    assert step.question is not None
    assert panel.editor.words.text() == step.question.text
    assert panel.left.text().startswith("At least 1, at most ")
    assert panel.why.text() == step.why
    assert "Waits for a clinician: " in text_of(panel)
    assert panel.isVisible()
    assert not panel.to_decision.isVisible()


@pytest.mark.slow
def test_a_number_key_answers_and_the_next_question_follows(room: OfficerWindow) -> None:
    opened(room)
    panel = guided(room)
    first = asked(panel)
    room.press(KEY.Key_2)
    assert asked(panel) != first
    assert kept(room).step.trail[-1].question.id == first
    assert panel.isAncestorOf(QApplication.focusWidget() or room.shell)


def test_h11_not_sure_is_one_key_away_and_is_not_asked_again(room: OfficerWindow) -> None:
    opened(room)
    panel = guided(room)
    while panel.editor.unsure.isHidden():  # an own answer of the question says so
        room.press(KEY.Key_1)
    first = asked(panel)
    room.tab_to(panel.editor.unsure)
    room.press(KEY.Key_Return)
    assert asked(panel) != first
    assert kept(room).step.trail[-1].shown == "Not sure"


def test_back_and_forward_lead_through_what_was_answered(room: OfficerWindow) -> None:
    opened(room)
    panel = guided(room)
    questions = []
    for _ in range(2):
        questions.append(asked(panel))
        room.press(KEY.Key_2)
    now, left = asked(panel), panel.left.text()
    for name in reversed(questions):
        alt(room, KEY.Key_Up)
        assert asked(panel) == name
        assert panel.editor.so_far.isVisible()
    for name in (*questions[1:], now):
        alt(room, KEY.Key_Down)
        assert asked(panel) == name
    assert panel.left.text() == left
    assert not panel.forward.isEnabled()
    alt(room, KEY.Key_Up)
    room.press(KEY.Key_Escape)
    assert asked(panel) == now
    assert room.shell.page() == "case"


def test_an_answer_off_the_path_is_shown_as_kept_and_not_relied_on(room: OfficerWindow) -> None:
    one = opened(room)
    review.answer(room.desk, one, "s2_ihs", "fully_refunded")
    review.answer(room.desk, one, "s2_health_worker", "other_reason")
    review.answer(room.desk, one, "s2_ihs", "paid")
    room.case.open(one)
    panel = guided(room)
    assert "Kept, not relied on" in text_of(panel)
    assert kept(room).step.kept[0].shown in text_of(panel)


def test_all_questions_stay_within_reach(room: OfficerWindow) -> None:
    opened(room)
    panel = guided(room)
    room.tab_to(panel.all)
    room.press(KEY.Key_Return)
    interview = room.case.interview
    assert interview.section.isVisible()
    room.press(KEY.Key_Escape)
    assert panel.isVisible()


@pytest.mark.slow
def test_when_nothing_is_left_to_ask_the_way_leads_to_the_certificate(
    room: OfficerWindow,
) -> None:
    one = opened(room)
    ask_nothing_more(room, one)
    room.case.open(one)
    panel = guided(room)
    assert panel.title.isVisible()
    assert "put the other grounds in general terms" in panel.close_words.text()
    assert panel.to_decision.hasFocus()
    room.press(KEY.Key_Return)
    assert room.case.decision.choices.isAncestorOf(QApplication.focusWidget() or room.shell)


def test_h12_the_reasons_come_with_the_choice_and_go_with_the_case(room: OfficerWindow) -> None:
    one = opened(room, ready=True)
    work = room.case.work
    work.show_tab("why")
    assert work.tab() != "why"
    assert work.why.text() == ""
    choose_to_charge(room)
    room.press_alt(KEY.Key_X)
    assert work.tab() == "why"
    assert work.why.reader.hasFocus()
    assert "It rests on" in work.why.text()
    assert "SI 2015/238" in work.why.text()
    room.press(KEY.Key_F1)
    assert "no exemption" in work.guide.page.title.text()
    assert work.guide.page.reader.hasFocus()
    assert work.decision.isVisible()
    room.press(KEY.Key_Escape)
    assert work.why.reader.hasFocus()
    room.case.open(one)
    settle()
    assert work.why.text() == ""
    assert suggestion_widgets(room) == []
    work.show_tab("why")
    assert work.tab() != "why"


@pytest.mark.slow
def test_whoever_opens_a_decided_case_reads_why(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one, checked=False)
    room.sit_down("officer", "queue")
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    room.case.work.show_tab("why")
    assert room.case.work.tab() == "why"
    assert "It rests on" in room.case.work.why.text()


@pytest.mark.slow
def test_the_case_with_its_reasons_is_walked_by_keys_and_read_without_variable_names(
    room: OfficerWindow,
) -> None:
    opened(room, ready=True)
    choose_to_charge(room)
    for name in ("interview", "why", "evidence", "estimate"):
        room.case.work.show_tab(name)
        settle()
        shown = [one for one in room.case.findChildren(QWidget) if one.isVisible()]
        stops = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [one for one in stops if not _name(one)] == []
        words = [label.text() for label in room.case.findChildren(QLabel) if label.isVisible()]
        words += [one.accessibleName() for one in stops]
        assert [said for said in words if VARIABLE.search(said)] == []
        letters = [letter for one in shown if (letter := _mnemonic(one))]
        assert len(letters) == len(set(letters)), (name, letters)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height", "size"), [(1366, 768, 1.0), (1366, 768, 2.0), (1024, 640, 1.0)]
)
def test_no_word_of_the_interview_or_the_reasons_is_cut(
    room: OfficerWindow, qapp: QApplication, width: int, height: int, size: float
) -> None:
    theme.apply(qapp, Theme("light", size, motion=False))
    room.shell.resize(width, height)
    opened(room, ready=True)
    for name in ("interview", "why"):
        if name == "why":
            room.case.decision.choices.buttons[3].click()
            settle()
        room.case.work.show_tab(name)
        settle()
        assert room.case.work.tab() == name
        panel = room.case.interview if name == "interview" else room.case.work.why
        assert [label.text() for label in panel.findChildren(QLabel) if _cut(label)] == []


def _name(widget: QWidget) -> str:
    """The accessible name, which a field also gets from its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name))


def _mnemonic(widget: QWidget) -> str:
    if not isinstance(widget, QAbstractButton):
        return ""
    found = re.search(r"&(\w)", widget.text().replace("&&", ""))
    return found[1].lower() if found else ""


def _cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text() or isinstance(label, Elided):
        return False
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.sizeHint().width()
