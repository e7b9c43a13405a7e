"""An officer's decision and the second look at it, by keys: checked, then saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.access.roles import Role
from app.casework.review import Choice
from app.services import review, signin
from tests.desks import PASSWORD, sign_in
from tests.ui import audit
from tests.ui.case_steps import (
    choose_to_charge,
    give_reason_and_note,
    kept,
    look_first,
    opened,
    suggestion_widgets,
    text_of,
)
from tests.ui.officer_cases import (
    NO_GROUND,
    decide_to_charge,
    make_billable,
    make_ready,
    record_form,
)
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui import theme
from ui.theme import Theme
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


@pytest.fixture(autouse=True)
def one_window_only(room: OfficerWindow) -> Iterator[None]:
    """A part shown before it has its place would flash up as a window of its own."""
    yield
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert [one for one in windows if one.windowType() == Qt.WindowType.Window] == [room.shell]


def test_h12_the_suggestion_is_hidden_until_a_choice_is_made(room: OfficerWindow) -> None:
    one = opened(room, ready=True)
    assert suggestion_widgets(room) == []
    assert "rules" not in text_of(room.case.decision).lower()
    choose_to_charge(room, certified=False)
    assert len(suggestion_widgets(room)) == 1
    says = suggestion_widgets(room)[0].verdict.text()
    assert says == "The rules say: Cannot tell yet"
    room.tab_to(room.case.decision.certified)
    room.press(KEY.Key_Space)
    assert suggestion_widgets(room)[0].verdict.text() == "The rules agree with you"
    assert "SI 2015/238" in text_of(suggestion_widgets(room)[0])
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_Return)  # the case again: nothing chosen, nothing told
    assert suggestion_widgets(room) == []
    assert room.case.decision.choices.value() is None
    assert kept(room).registration_id == one


def test_h12_each_choice_takes_the_earlier_suggestion_out_of_the_window(
    room: OfficerWindow,
) -> None:
    opened(room, ready=True)
    for place in (0, 3, 4):
        room.case.decision.choices.buttons[place].click()  # faster than anything settles
    settle()
    assert len(suggestion_widgets(room)) == 1
    room.case.decision.save.click()
    settle()
    assert QApplication.activeWindow() is room.shell
    assert QApplication.focusWidget() is room.case.summary


@pytest.mark.slow
def test_h12_both_the_choice_and_the_suggestion_are_kept(room: OfficerWindow) -> None:
    opened(room, ready=True)
    room.choose(room.case.decision.choices, 1)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    decision = kept(room).decision
    assert decision is not None
    assert decision.choice is Choice.EXEMPT
    assert not decision.agreed
    assert "The rules: Said: Cannot tell yet" in room.case.decision.in_force.text()
    decided = room.case.decision.decided
    assert decided.letters.isVisible()
    assert not decided.invoice.isVisible()  # nothing is charged


def test_h6_a_decision_with_an_unanswered_prompt_cannot_be_saved(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    record_form(room.desk, one)
    for question_id, value in NO_GROUND[1:]:
        review.answer(room.desk, one, question_id, value)
    review.add_evidence(room.desk, one, type_code="passport")
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    choose_to_charge(room)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    assert "Asylum or refugee" in room.case.summary.links[0].text()
    assert not room.case.check.isVisible()
    assert kept(room).decision is None
    room.press(KEY.Key_Return)  # the summary has the focus and leads to the prompt
    assert QApplication.focusWidget() is room.case.facts.prompts[0]


@pytest.mark.slow
def test_everything_a_decision_lacks_is_named_at_once(room: OfficerWindow) -> None:
    opened(room)
    room.press_alt(KEY.Key_S)
    assert [link.text() for link in room.case.summary.links] == ["Choose what you find."]
    choose_to_charge(room)
    room.press_alt(KEY.Key_S)
    fields = [link.field for link in room.case.summary.links]
    decision, evidence = room.case.decision, room.case.evidence
    assert fields == [
        room.case.facts.prompts[0],
        evidence.no_evidence,
        decision.reason.input,
        decision.words.input,
    ]
    assert room.case.decision.reason.problem() == "Choose a reason that fits the decision."


@pytest.mark.slow
def test_ux_7_5_the_note_is_whole_in_a_small_window_when_all_is_still_to_put_right(
    room: OfficerWindow,
) -> None:
    room.shell.resize(1024, 640)
    opened(room)
    room.press_ctrl(KEY.Key_1)
    choose_to_charge(room)
    room.press_alt(KEY.Key_S)
    assert audit.clipped(room.shell) == []
    note = room.case.decision.words
    note.input.setFocus()
    room.press("Spoke with her sister.")
    seen = note.visibleRegion().boundingRect()
    assert (seen.width(), seen.height()) == (note.width(), note.height())
    room.shell.resize(1366, 768)
    settle()
    assert note.input.hasFocus()
    assert note.input.text() == "Spoke with her sister."


@pytest.mark.slow
def test_what_is_written_stays_in_sight_when_text_grows_and_columns_become_tabs(
    room: OfficerWindow, qapp: QApplication
) -> None:
    opened(room, ready=True)
    choose_to_charge(room)
    note = room.case.decision.words.input
    note.setFocus()
    room.press("Spoke with her sister.")
    worn = theme.current()
    try:
        theme.apply(qapp, Theme("light", 2.0, motion=False))
        room.shell.resize(1366, 768)
        settle()
        assert room.case.work.tab() == "decision"
        assert note.hasFocus()
        assert audit.focus_out_of_sight(room.shell) == []
    finally:
        theme.apply(qapp, worn)


@pytest.mark.slow
def test_papers_somebody_looks_at_stay_in_sight_when_columns_become_tabs(
    room: OfficerWindow, qapp: QApplication
) -> None:
    opened(room, ready=True)
    work = room.case.work
    work.show_tab("evidence")
    work.evidence.form.what.input.setFocus()
    worn = theme.current()
    try:
        theme.apply(qapp, Theme("light", 2.0, motion=False))
        room.shell.resize(1024, 640)
        settle()
        assert work.tab() == "evidence"
        assert work.evidence.form.what.input.hasFocus()
        assert audit.focus_out_of_sight(room.shell) == []
    finally:
        theme.apply(qapp, worn)


@pytest.mark.slow
def test_a_part_that_made_room_for_the_decision_is_back_when_text_is_small_again(
    room: OfficerWindow, qapp: QApplication
) -> None:
    one = opened(room, ready=True)
    room.case.work.show_tab("estimate")
    room.case.decision.take_focus()
    worn = theme.current()
    try:
        theme.apply(qapp, Theme("light", 2.0, motion=False))
        settle()
        assert room.case.work.tab() == "decision"
    finally:
        theme.apply(qapp, worn)
    settle()
    assert room.case.work.tab() == "estimate"
    room.case.open(one)
    assert room.case.work.tab() == "evidence"  # a case begins with its papers


def test_a_decision_is_checked_before_it_is_saved_and_enter_never_saves(
    room: OfficerWindow,
) -> None:
    opened(room, ready=True)
    choose_to_charge(room)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    check = room.case.check
    assert check.isVisible()
    assert "OKAFOR, Ada (Mrs)" in check.facts.text()
    assert "Decision: Charge: visitor" in check.facts.text()
    assert f"Certificate: {room.desk.terms.certificate}" in check.facts.text()
    room.press(KEY.Key_Return)  # out of habit
    assert kept(room).decision is None
    room.press(KEY.Key_Escape)
    assert not check.isVisible()
    assert room.case.decision.words.input.text() == "Here to visit family until March"
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    decision = kept(room).decision
    assert decision is not None
    assert (decision.choice, decision.agreed) == (Choice.CHARGE, True)
    assert "Charge: visitor" in room.case.decision.in_force.text()
    assert f"Certificate: {room.desk.terms.certificate}" in room.case.decision.in_force.text()
    assert not room.case.decision.save.isVisible()


def test_h5_a_charge_the_answers_do_not_support_is_refused_in_place(room: OfficerWindow) -> None:
    opened(room, ready=True)
    choose_to_charge(room, certified=False)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    assert kept(room).decision is None
    assert "do not support a charge" in room.case.summary.links[0].text()
    assert room.case.decision.words.input.text()  # nothing typed is lost


@pytest.mark.slow
def test_without_evidence_it_is_said_that_none_was_offered(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    record_form(room.desk, one)
    for question_id, value in NO_GROUND:
        review.answer(room.desk, one, question_id, value)
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    room.tab_to(room.case.evidence.no_evidence)
    room.press(KEY.Key_Space)
    choose_to_charge(room)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    decision = kept(room).decision
    assert decision is not None
    assert decision.second_check == "needed"  # a lack of evidence asks for a second person


@pytest.mark.slow
def test_a_second_person_agrees_and_nobody_checks_their_own(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one, checked=False)
    room.sit_down("senior", "queue")
    room.press_ctrl(KEY.Key_6)
    room.tab_to(room.queue.table)
    room.press(KEY.Key_Return)
    decision = room.case.decision
    assert not decision.agree.isVisible()
    assert "Charge" not in text_of(decision.decided)
    look_first(room)
    assert decision.agree.isVisible()
    # Both findings stand together, next to the note, whatever is scrolled away above them.
    assert decision.in_force.text().endswith("Decided: Charge: visitor; You found: Charge: visitor")
    room.tab_to(decision.check_note.input)
    room.press("Papers seen")
    room.press_alt(KEY.Key_G)
    assert "Agreed" in room.case.check.facts.text()
    room.press_alt(KEY.Key_A)
    checked = kept(room).decision
    assert checked is not None
    assert checked.second_check == "agreed"
    assert not decision.agree.isVisible()


@pytest.mark.slow
def test_nobody_is_offered_a_second_check_of_their_own_decision(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "admin")
    signin.add_person(
        room.desk,
        name="both",
        display_name="B. Both",
        password=PASSWORD,
        roles=(Role.OFFICER, Role.SENIOR),
    )
    make_ready(room.desk, one)
    room.sit_down("both", "queue")
    review.decide(
        room.desk,
        one,
        choice=Choice.EXEMPT,
        reason_code="E1",
        note="First thought",
        certified=True,
        no_evidence_offered=False,
    )
    review.decide(  # a reversal
        room.desk,
        one,
        choice=Choice.CHARGE,
        reason_code="V2",
        note="Second thought",
        certified=True,
        no_evidence_offered=False,
    )
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    assert not room.case.decision.agree.isVisible()
    assert not room.case.decision.show_first.isVisible()
    decision = kept(room).decision
    assert decision is not None
    assert decision.second_check == "needed"


@pytest.mark.slow
def test_a_returned_decision_needs_words_and_opens_the_form_again(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one, checked=False)
    room.sit_down("senior", "queue")
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    look_first(room)
    room.press_alt(KEY.Key_R)
    room.press_alt(KEY.Key_R)
    assert "Say what the officer should look at" in room.case.decision.check_note.problem()
    room.tab_to(room.case.decision.check_note.input)
    room.press("Passport is not hers")
    room.press_alt(KEY.Key_R)
    room.press_alt(KEY.Key_R)
    decision = kept(room).decision
    assert decision is not None
    assert decision.second_check == "returned"
    assert "S. Byrne returned it: Passport is not hers" in room.case.decision.returned.words.text()
    assert room.case.decision.choices.isVisible()


@pytest.mark.slow
def test_an_officer_is_offered_no_second_check(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one, checked=False)
    room.sit_down("officer", "queue")
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    assert not room.case.decision.agree.isVisible()
    assert "Waiting for a second person" in room.case.decision.in_force.text()


@pytest.mark.slow
def test_a_decision_can_be_changed_and_the_first_stays_in_history(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    decide_to_charge(room.desk, one)
    room.sit_down("officer", "queue")
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    room.press_alt(KEY.Key_C)
    assert room.case.decision.choices.isVisible()
    assert suggestion_widgets(room) == []
    room.choose(room.case.decision.choices, 4)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    decision = kept(room).decision
    assert decision is not None
    assert decision.choice is Choice.CANNOT_TELL
