"""A case worked by an officer with keys only, over a real store and the real law."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.casework.urgency import Urgency
from app.residency.questions import AnswerState
from app.services import registration
from tests.desks import add_visitor, sign_in
from tests.scans.samples import jpeg
from tests.ui.case_steps import (
    choose_to_charge,
    kept,
    opened,
    text_of,
)
from tests.ui.hands import focused
from tests.ui.officer_cases import (
    record_form,
)
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.widgets.choices import TickBox
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


def test_a_case_opens_on_its_first_open_prompt_with_the_banner(room: OfficerWindow) -> None:
    opened(room)
    assert QApplication.focusWidget() is room.case.facts.prompts[0]
    assert room.shell.banner.isVisible()
    assert room.case.facts.free_care.done.text() == "0 of 5"
    assert "Nigeria" in room.case.facts.answers.text()
    assert room.case.steps.isVisible()
    assert room.case.steps.words.text() == "Case R-1001, 1 of 1"


def test_ux_7_2_tab_reads_the_columns_of_a_case_one_after_another(room: OfficerWindow) -> None:
    opened(room)
    room.press(KEY.Key_Return, KEY.Key_Escape)  # a question beside it opened, and was closed
    case = room.case
    columns = (case.facts, case.work._beside, case.decision)
    case.facts.prompts[0].setFocus()
    met: list[int] = []
    for _ in range(80):
        now = focused()
        here = [place for place, one in enumerate(columns) if one.isAncestorOf(now)]
        if not here:
            break
        met += here
        room.press(KEY.Key_Tab)
    assert met == sorted(met), "no column is left before it is read to its end"
    assert set(met) == {0, 1, 2}
    assert met.count(0) >= len(case.facts.prompts)


def test_why_the_desk_could_not_ask_stands_first_among_the_answers(room: OfficerWindow) -> None:
    sign_in(room.desk, "clerk")
    ada = add_visitor(room.desk)
    case = registration.begin(room.desk, ada.patient_id, "admission").registration_id
    registration.could_not_ask(room.desk, case, "safeguarding")
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    assert "Not asked: Safeguarding" in room.case.facts.answers.accessibleName()


def test_the_team_reads_whom_to_ring_and_notes_the_call_by_keys(room: OfficerWindow) -> None:
    opened(room)
    reach = room.case.facts.reach
    assert "Telephone: +234 803 555 0142" in reach.ways.accessibleName()
    button = next(one for one in reach.notes if one.accessibleName() == "Note a call: No answer")
    room.tab_to(button)
    room.press(KEY.Key_Space)
    assert kept(room).timeline[-1].words == "Called, no answer"
    assert "Called, no answer" in [
        one.text() for one in room.case.facts.timeline.findChildren(QLabel)
    ]
    assert button.hasFocus()


def test_prompts_are_answered_one_after_the_other_by_keys(room: OfficerWindow) -> None:
    opened(room)
    room.press(KEY.Key_Return)
    none_of_these = [
        box for box in room.case.interview.editor.findChildren(TickBox) if "None" in box.text()
    ]
    room.tab_to(none_of_these[0])
    room.press(KEY.Key_Space)
    room.press_alt(KEY.Key_K)
    assert room.case.facts.prompts[0].value() == "No"
    assert QApplication.focusWidget() is room.case.facts.prompts[1]
    room.press(KEY.Key_Return, KEY.Key_1)  # trafficking or slavery: the first answer
    assert kept(room).prompts[1].shown
    assert room.case.facts.free_care.done.text() == "2 of 5"
    assert QApplication.focusWidget() is room.case.facts.prompts[2]


def test_an_officer_can_only_mark_a_clinicians_prompt_not_asked(room: OfficerWindow) -> None:
    opened(room)
    violence = room.case.facts.prompts[2]
    assert violence.value() == "Clinician"
    room.tab_to(violence)
    room.press(KEY.Key_Return)
    editor = room.case.interview.editor
    assert not editor.keep.isVisible()
    assert not editor.unsure.isVisible()
    assert QApplication.focusWidget() is editor.not_asked
    room.press(KEY.Key_Return)
    assert room.case.facts.prompts[2].value() == "Not asked"


@pytest.mark.slow
def test_the_interview_goes_from_question_to_question(room: OfficerWindow) -> None:
    opened(room)
    room.press_ctrl(KEY.Key_2)
    interview = room.case.interview
    room.tab_to(interview.guided.all)
    room.press(KEY.Key_Return)
    assert interview.section.input.currentText() == "Identity"
    wanted = next(row for row, name in interview._rows if name == "s2_british_or_irish")
    room.tab_to(wanted.change)
    room.press(KEY.Key_Return, KEY.Key_5)  # none of these
    question = interview.editor.question()
    assert question is not None
    assert question.id == "s2_country_of_residence"
    room.press(KEY.Key_Escape)
    assert not interview.is_asking()
    assert wanted.answer.text() or "None of these" in text_of(interview)
    assert room.shell.page() == "case"


@pytest.mark.slow
def test_every_kind_of_question_can_be_answered(room: OfficerWindow) -> None:
    one = opened(room)
    interview, model = room.case.interview, room.case_model
    questions = {
        line.question.id: line for section in kept(room).interview for line in section.lines
    }

    def ask(name: str) -> None:
        room.case.work.show_tab("interview")
        interview.ask(questions[name].question, questions[name].shown)
        settle()

    ask("s2_kin_uk")  # words
    room.press("Sister in Leeds", KEY.Key_Return)
    ask("s2_permission")  # more choices than keys: a list
    room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_K)
    ask("s2_permission_dates")  # two days
    room.press("1/3/26", KEY.Key_Tab, "1/9/26", KEY.Key_Return)
    ask("s2_euss_date")  # a day
    room.press("4/5/25", KEY.Key_Return)
    ask("s2_country_of_residence")  # a country
    room.press("ghana", KEY.Key_Return, KEY.Key_Return)
    ask("s2_stay")  # nobody knows
    room.tab_to(interview.editor.unsure)
    room.press(KEY.Key_Return)
    assert model.case is not None
    shown = {
        line.question.id: line.shown for section in model.case.interview for line in section.lines
    }
    assert shown["s2_kin_uk"] == "Sister in Leeds"
    assert shown["s2_permission"]
    assert len(shown["s2_permission_dates"].split(" to ")) == 2
    assert shown["s2_euss_date"] == "04-May-2025"
    assert shown["s2_country_of_residence"] == "Ghana"
    assert shown["s2_stay"] == "Not sure"
    assert model.case.registration_id == one


@pytest.mark.slow
def test_an_answer_that_cannot_be_read_is_said_where_it_was_given(room: OfficerWindow) -> None:
    opened(room)
    line = next(
        line
        for section in kept(room).interview
        for line in section.lines
        if line.question.id == "s2_euss_date"
    )
    room.case.work.show_tab("interview")
    room.case.interview.ask(line.question, line.shown)
    settle()
    room.press("31/2/26", KEY.Key_Return)
    assert "no such day" in room.case.interview.editor.problem.text()
    room.press_alt(KEY.Key_K)
    assert room.case.interview.is_asking()


@pytest.mark.slow
def test_evidence_is_added_and_relied_on_by_keys(room: OfficerWindow) -> None:
    opened(room)
    form, viewer = room.case.evidence.form, room.case.evidence.viewer
    room.tab_to(form.what.input)
    room.press_alt(KEY.Key_D)
    assert form.what.problem().startswith("Choose what was shown")
    room.press("passport", KEY.Key_Tab)
    room.tab_to(form.detail.input)
    room.press("ends 4567", KEY.Key_Return)
    assert [line.label for line in kept(room).evidence] == [
        "Any passport or national identity card"
    ]
    assert kept(room).evidence[0].relied_on
    room.tab_to(viewer.relied_on)
    room.press(KEY.Key_Space)
    assert not kept(room).evidence[0].relied_on


def test_a_leaving_date_is_kept_on_leaving_the_field_and_reopens_the_form(
    room: OfficerWindow,
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    record_form(room.desk, one, Urgency.NON_URGENT)
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    decision = room.case.decision
    assert decision.band.title.text() == "Can wait, a clinician says"
    room.tab_to(room.case.facts.leaving.change)
    room.press(KEY.Key_Return)
    room.case.facts.leaving.input.selectAll()
    room.press("+8w", KEY.Key_Tab)
    assert kept(room).leaving == "04-May-2026"
    assert "ask the clinician again" in decision.band.title.text()
    assert kept(room).standing.review_needed


@pytest.mark.slow
def test_a_leaving_date_that_cannot_be_read_is_said_beside_it(room: OfficerWindow) -> None:
    opened(room)
    room.tab_to(room.case.facts.leaving.change)
    room.press(KEY.Key_Return)
    room.case.facts.leaving.input.selectAll()
    room.press("31/2/26", KEY.Key_Tab)
    assert "no such day" in room.case.facts.leaving.problem()
    assert room.case.summary.isVisible()
    assert kept(room).leaving == "30-Mar-2026"


def test_h3_a_signed_form_is_copied_with_its_name_its_date_and_its_copy(
    room: OfficerWindow, tmp_path: Path
) -> None:
    photo = tmp_path / "signed.jpg"
    photo.write_bytes(jpeg())
    opened(room)
    room.press_alt(KEY.Key_U)
    form = room.case.urgency
    assert form.leaving.text() == "30-Mar-2026"
    assert form.urgency.value() is None
    room.press_alt(KEY.Key_S)
    assert form.summary.links[0].text() == "Choose how urgent the care is."
    room.choose(form.urgency, 1)
    room.press_alt(KEY.Key_S)
    assert "clinician's name" in form.name.problem()
    room.tab_to(form.name.input)
    room.press("Dr A. Roy", KEY.Key_Tab, "9/3/26", KEY.Key_Tab)
    room.press_alt(KEY.Key_S)
    assert form.signed is not None
    assert form.signed.copy.problem.text().startswith("Attach a copy of the signed form")
    form.signed.copy.take(str(photo))
    assert form.signed.ready.text() == "1 page ready to keep."
    room.tab_to(form.none_of_these)
    room.press(KEY.Key_Space)
    room.press_alt(KEY.Key_S)
    assert room.case.decision.band.title.text() == "Treat first: urgent"
    assert "Dr A. Roy, 09-Mar-2026." in room.case.decision.band.figure.text()
    assert room.case.facts.prompts[2].value() == "No"  # “none of these” answered violence


def test_esc_never_discards_what_was_written(room: OfficerWindow) -> None:
    opened(room)
    room.tab_to(room.case.decision.words.input)
    room.press("Called twice, no answer", KEY.Key_Escape)
    assert room.shell.page() == "queue"
    room.press(KEY.Key_Return)
    assert room.case.decision.words.input.text() == "Called twice, no answer"


@pytest.mark.slow
def test_previous_and_next_stay_within_the_view_and_leave_no_trace(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    room.tab_to(room.case.decision.words.input)
    room.press("About Ada")
    room.press_ctrl(KEY.Key_PageDown)
    assert room.patients[-1].family_name == "Lee"
    assert room.case.steps.words.text() == "Case R-1002, 2 of 2"
    assert room.case.decision.words.input.text() == ""
    assert not room.case.steps.after.isEnabled()
    room.press_ctrl(KEY.Key_PageUp)
    assert room.case.decision.words.input.text() == "About Ada"


@pytest.mark.slow
def test_every_focusable_part_of_a_case_has_a_name(room: OfficerWindow) -> None:
    opened(room, ready=True)
    choose_to_charge(room)
    for name in ("evidence", "interview", "estimate"):
        room.case.work.show_tab(name)
        settle()
        for widget in room.case.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & widget.focusPolicy().TabFocus:
                assert widget.accessibleName(), f"{type(widget).__name__} in {name}"


@pytest.mark.slow
def test_a_key_that_leads_to_a_tab_begins_there_and_the_arrows_stay_on_the_tabs(
    room: OfficerWindow,
) -> None:
    opened(room)
    work = room.case.work
    for key, part in (
        (KEY.Key_1, work.evidence.form.what.input),
        (KEY.Key_3, work.estimate.search),
        (KEY.Key_4, work.letters.which.input),
        (KEY.Key_3, work.estimate.search),
    ):
        room.press_ctrl(key)
        here = QApplication.focusWidget()
        assert here is part or (here is not None and part.isAncestorOf(here)), part
    tabs = work._tabs
    tabs.setFocus()
    room.press(KEY.Key_Right)
    assert work.tab() == "letters"
    assert tabs.hasFocus()


@pytest.mark.slow
def test_a_narrow_window_puts_answers_and_decision_on_tabs(room: OfficerWindow) -> None:
    opened(room)
    room.shell.resize(1024, 640)
    settle()
    assert room.case.work.tab() in ("evidence", "facts")
    room.press_ctrl(KEY.Key_1)
    assert room.case.work.tab() == "facts"
    assert room.case.facts.isVisible()
    assert room.case.decision.isVisible()


@pytest.mark.slow
def test_what_is_marked_not_sure_stays_not_sure(room: OfficerWindow) -> None:
    one = opened(room)
    room.case_model.set_aside("s2_purpose", AnswerState.UNKNOWN)
    shown = {line.question.id: line.shown for part in kept(room).interview for line in part.lines}
    assert shown["s2_purpose"] == "Not sure"
    assert kept(room).registration_id == one
