"""The estimate of a case, by keys: found, priced as the rule says, checked, issued, read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.core.errors import Known
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.services import estimating, particulars
from app.store import estimate_outcomes
from tests.desks import make_desk, sign_in
from tests.ui.officer_cases import HIP
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.models.estimate import working
from ui.models.pdf import PdfModel, pictures_of
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def on_the_estimate(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    room.press_ctrl(KEY.Key_3)
    room.tab_to(room.case.estimate.search)


def add_hip(room: OfficerWindow) -> None:
    room.press("HN12F", KEY.Key_Return)
    room.tab_to(room.case.estimate.results)
    room.press(KEY.Key_Return)
    panel = room.case.estimate
    assert QApplication.focusWidget() is panel.adding.admission.input
    room.press(KEY.Key_Down, KEY.Key_Down)
    room.press_alt(KEY.Key_A)


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.slow
def test_an_estimate_grows_line_by_line_and_shows_its_working(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    panel = room.case.estimate
    assert panel.estimate is not None
    line = panel.estimate.lines[0]
    assert working(line) in words_of(panel)
    assert "1.148886 × 150 %" in working(line)
    assert panel.total.text() == f"Total {panel.estimate.total}"
    assert "an estimate, not a bill" in words_of(panel)
    assert QApplication.focusWidget() is panel.treatment.input


def test_an_estimate_is_checked_issued_and_shown(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    room.press("Hip operation and one night")
    total = room.case.estimate.total.text().removeprefix("Total ")
    room.tab_to(room.case.estimate.issue)
    room.press(KEY.Key_Return)
    facts = room.case.check.facts.text()
    assert "OKAFOR, Ada (Mrs)" in facts
    assert "Hip operation and one night" in facts
    assert f"Total: {total}" in facts
    room.press_alt(KEY.Key_I)
    assert room.case.letter.isVisible()
    assert room.case.letter.title.text() == "Estimate R1HE000001"
    assert len(room.case.letter.sheets()) == 2
    room.press(KEY.Key_Escape)
    assert room.case_model.case is not None
    assert [str(one.total) for one in room.case_model.case.estimates] == [total]
    assert "R1HE000001" in words_of(room.case.estimate)
    assert room.case.estimate.estimate is None


@pytest.mark.slow
def test_a_letter_issued_before_can_be_read_again(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    room.press("Hip operation")
    room.tab_to(room.case.estimate.issue)
    room.press(KEY.Key_Return)
    room.press_alt(KEY.Key_I)
    room.press(KEY.Key_Escape)
    room.press_ctrl(KEY.Key_3)
    see = [
        one
        for one in room.case.estimate.findChildren(QWidget)
        if "See the letter" in one.accessibleName()
    ]
    room.tab_to(see[0])
    room.press(KEY.Key_Return)
    assert room.case.letter.isVisible()
    assert room.case.letter.sheets()


@pytest.mark.slow
def test_a_line_can_be_taken_away(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    remove = [
        one
        for one in room.case.estimate.findChildren(QWidget)
        if one.accessibleName() == "Remove HN12F"
    ]
    room.tab_to(remove[0])
    room.press(KEY.Key_Return)
    assert room.case.estimate.estimate is None
    assert room.case.estimate.total.text() == ""


def test_nights_that_are_no_number_are_said_beside_them(room: OfficerWindow) -> None:
    on_the_estimate(room)
    room.press("HN12F", KEY.Key_Return)
    room.tab_to(room.case.estimate.results)
    room.press(KEY.Key_Return, KEY.Key_Down)
    panel = room.case.estimate
    assert panel.adding.nights.input.isEnabled()
    room.tab_to(panel.adding.nights.input)
    panel.adding.nights.input.selectAll()
    room.press("a few", KEY.Key_Return)
    assert "whole number" in panel.adding.nights.problem()
    panel.adding.nights.input.selectAll()
    room.press("9999", KEY.Key_Return)
    assert "nights" in panel.adding.nights.problem()
    assert panel.estimate is None


@pytest.mark.slow
def test_words_that_find_nothing_say_so(room: OfficerWindow) -> None:
    on_the_estimate(room)
    room.press("zzzz", KEY.Key_Return)
    assert room.case.estimate.hint.text().startswith("No care answers")
    assert not room.case.estimate.results.isVisible()


@pytest.mark.slow
def test_an_estimate_without_a_line_or_words_is_refused_in_place(room: OfficerWindow) -> None:
    on_the_estimate(room)
    room.tab_to(room.case.estimate.issue)
    room.press(KEY.Key_Return)
    assert room.case.estimate.problem.text().startswith("Add a line first")
    room.tab_to(room.case.estimate.search)
    add_hip(room)
    room.tab_to(room.case.estimate.issue)
    room.press(KEY.Key_Return)
    assert room.case.estimate.treatment.problem() == "Say in plain words what the care is."
    assert not room.case.check.isVisible()


def test_care_is_found_by_a_misspelt_lay_word_and_taken_by_keys(room: OfficerWindow) -> None:
    on_the_estimate(room)
    room.press("hip replacemnt", KEY.Key_Return, KEY.Key_Down)
    panel = room.case.estimate
    assert QApplication.focusWidget() is panel.results
    room.press(KEY.Key_Return)
    assert panel.adding.picked.text().startswith("HN12 Very Major Hip")
    assert "the estimate will show a range" in panel.adding.note.text()
    room.press(KEY.Key_Down)
    room.tab_to(panel.adding.nights.input)
    panel.adding.nights.input.selectAll()
    room.press("3", KEY.Key_Return)
    assert panel.estimate is not None
    assert panel.estimate.low < panel.estimate.total < panel.estimate.high
    assert "complications" in panel.range.text()
    assert str(panel.estimate.high) in panel.range.text()


def test_a_free_line_stands_beside_a_charged_one(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    panel = room.case.estimate
    before = panel.total.text()
    room.tab_to(panel.search)
    room.press("HC72A", KEY.Key_Return, KEY.Key_Down, KEY.Key_Return, KEY.Key_Down)
    room.tab_to(panel.adding.free)
    room.press(KEY.Key_Space)
    room.press_alt(KEY.Key_A)
    assert panel.estimate is not None
    assert len(panel.estimate.lines) == 2
    assert panel.total.text() == before
    assert "No charge to this patient" in words_of(panel)


@pytest.mark.slow
def test_the_letter_is_read_before_it_is_issued(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    room.press("Hip operation")
    room.tab_to(room.case.estimate.read_first)
    room.press(KEY.Key_Return)
    assert room.case.letter.isVisible()
    assert "Not issued yet" in room.case.letter.words.text()
    room.press(KEY.Key_Escape)
    assert room.case_model.case is not None
    assert room.case_model.case.estimates == ()
    assert room.case.estimate.estimate is not None


def test_a_new_version_is_issued_by_three_keys_from_the_case(room: OfficerWindow) -> None:
    case = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    estimating.issue(room.desk, case, lines=(HIP,), treatment="Hip operation")
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    assert room.case.estimate.estimate is not None
    assert room.case.estimate.treatment.input.text() == "Hip operation"
    room.press_ctrl(KEY.Key_3)
    room.press_alt(KEY.Key_I)
    assert "It replaces R1HE000001." in words_of(room.case.check)
    room.press_alt(KEY.Key_I)
    assert room.case.letter.isVisible()
    assert room.case.letter.title.text() == "Estimate R1HE000002"
    room.press(KEY.Key_Escape)
    words = words_of(room.case.estimate)
    assert "replaced by a later one" in words
    assert "valid until 08-Apr-2026" in words


def test_the_care_a_clerk_booked_is_picked_when_the_case_opens(room: OfficerWindow) -> None:
    case = room.registered(("Okafor", "Ada"))[0]
    particulars.save_particulars(room.desk, case, {"care": "HN12"})
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    room.press_ctrl(KEY.Key_3)
    panel = room.case.estimate
    assert panel.adding.picked.text().startswith("HN12 Very Major Hip")
    assert panel.adding.isVisible()


def test_an_average_cost_is_confirmed_by_a_senior_officer_who_says_why(
    room: OfficerWindow,
) -> None:
    case = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    icu = LineRequest(
        id="1", admission=Admission.CRITICAL_CARE, hrg="XC04Z", units=3, provisional=True
    )
    told = estimating.issue(room.desk, case, lines=(icu,), treatment="Intensive care")
    room.sit_down("senior", "queue")
    room.press(KEY.Key_Return)
    room.press_ctrl(KEY.Key_3)
    panel = room.case.estimate
    assert "Provisional: a national average cost" in words_of(panel)

    def confirm() -> QWidget:
        wanted = f"Confirm the average cost: {told.estimate_no}"
        return next(one for one in panel.findChildren(QWidget) if one.accessibleName() == wanted)

    room.tab_to(confirm())
    room.press(KEY.Key_Return)
    assert panel.why.problem().startswith("Say above why")
    room.tab_to(panel.why.input)
    room.press("Agreed with costing")
    room.tab_to(confirm())
    room.press(KEY.Key_Return)
    assert estimate_outcomes.is_confirmed(room.desk.db, told.estimate_no)


def test_what_an_estimate_rests_on_is_folded_away_until_asked_for(room: OfficerWindow) -> None:
    on_the_estimate(room)
    add_hip(room)
    panel = room.case.estimate
    assert panel.working.isHidden()
    room.tab_to(panel.fold)
    room.press(KEY.Key_Space)
    assert panel.working.isVisible()
    assert "Rules not confirmed" in panel.working.text()
    room.press(KEY.Key_Space)
    assert panel.working.isHidden()


def test_bytes_that_are_no_letter_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Known, match="cannot be shown"):
        pictures_of(b"not a pdf", 400)
    desk = make_desk(tmp_path, user="officer")
    refused: list[Known] = []
    model = PdfModel(desk, Inline(), Inline())
    model.refused.connect(refused.append)
    model.show("Letter", b"not a pdf", 400)
    settle()
    assert [one.code for one in refused] == ["bad_pdf"]
    desk.db.close()
