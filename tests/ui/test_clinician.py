"""The clinician's own page, by keys: one case, the leaving date, three choices, no money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.core.dates import show
from app.machine import FixedClock
from app.services import review
from tests.desks import sign_in
from tests.ui.officer_window import KEY, OfficerWindow
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def find(room: OfficerWindow, ref: str = "r-1001") -> None:
    room.sit_down("clinician", "clinician")
    room.press(ref, KEY.Key_Return)


def standing(room: OfficerWindow, registration_id: str) -> str:
    sign_in(room.desk, "officer")
    return review.open_case(room.desk, registration_id).standing_words


def test_a_case_is_found_by_its_reference_with_the_leaving_date_beside_the_choices(
    room: OfficerWindow,
) -> None:
    room.registered(("Okafor", "Ada"))
    find(room)
    page = room.clinician
    assert room.shell.banner.isVisible()
    assert page.form.leaving.text() == "30-Mar-2026"
    assert page.form.urgency.value() is None
    assert [button.text()[:9] for button in page.form.urgency.buttons] == [
        "Immediate",
        "Urgent: s",
        "Not urgen",
    ]
    assert QApplication.focusWidget() is page.form.urgency.buttons[0]


def test_a_clinicians_page_never_tells_of_money(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    find(room)
    shown = " ".join(label.text() for label in room.clinician.findChildren(QLabel)).lower()
    assert "£" not in shown
    assert "charge" not in shown
    assert "invoice" not in shown


def test_the_form_is_saved_under_the_clinicians_own_name(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    find(room)
    form = room.clinician.form
    assert not form.name.isVisible()
    room.choose(form.urgency, 2)
    room.tab_to(form.none_of_these)
    room.press(KEY.Key_Space)
    room.press_alt(KEY.Key_S)
    assert room.clinician.band.title.text() == "Can wait, a clinician says"
    sign_in(room.desk, "officer")
    case = review.open_case(room.desk, one)
    assert case.standing.record is not None
    assert case.standing.record.clinician_name == "Dr A. Roy"
    assert not case.standing.record.transcribed
    assert [line.shown for line in case.prompts if line.by_clinician] == ["No"]


@pytest.mark.slow
def test_what_is_true_of_the_care_is_said_singly(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    find(room)
    form = room.clinician.form
    room.choose(form.urgency, 1)
    violence = form.single["s2_c_violence"].input
    room.tab_to(violence)
    violence.set_value("fgm")
    room.press_alt(KEY.Key_S)
    sign_in(room.desk, "officer")
    case = review.open_case(room.desk, one)
    assert [line.shown for line in case.prompts if line.by_clinician] == ["Yes"]


@pytest.mark.slow
def test_the_one_tick_takes_the_single_answers_back(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    find(room)
    form = room.clinician.form
    form.single["s2_c_dols"].input.set_value("yes")
    room.tab_to(form.none_of_these)
    room.press(KEY.Key_Space)
    assert form.single["s2_c_dols"].input.value() is None
    assert not form.single["s2_c_dols"].input.isEnabled()


@pytest.mark.slow
def test_nothing_is_chosen_beforehand_and_saving_without_a_choice_is_refused(
    room: OfficerWindow,
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    find(room)
    room.press_alt(KEY.Key_S)
    assert room.clinician.form.summary.links[0].text() == "Choose how urgent the care is."
    assert standing(room, one).startswith("Urgency not assessed")


def test_h2_a_leaving_date_nobody_knows_is_told_beside_the_choices(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    review.set_leaving_date(room.desk, one, "Unknown")
    find(room)
    assert room.clinician.form.leaving.text() == "Not known"
    shown = " ".join(label.text() for label in room.clinician.findChildren(QLabel))
    assert "within 6 months" in shown


def test_h2_a_leaving_date_that_has_passed_is_told_beside_the_choices(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    review.set_leaving_date(room.desk, one, show(room.desk.today))
    find(room)
    assert "That day has passed" not in words_of(room)
    room.desk.clock = FixedClock(room.desk.clock.now() + timedelta(days=1))
    room.clinician.ref.input.clear()
    find(room)
    assert "That day has passed" in words_of(room)


def words_of(room: OfficerWindow) -> str:
    return " ".join(one.text() for one in room.clinician.findChildren(QLabel) if one.isVisible())


@pytest.mark.slow
def test_maternity_care_is_treated_first_whatever_is_recorded(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), booking="maternity")
    find(room)
    room.choose(room.clinician.form.urgency, 2)
    room.press_alt(KEY.Key_S)
    assert room.clinician.band.title.text() == "Treat first: immediately necessary"
    assert "Care comes before" in room.clinician.band.figure.text()


@pytest.mark.slow
def test_a_reference_nobody_has_is_told_and_nothing_opens(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    find(room, "R-9999")
    assert room.clinician.problem.isVisible()
    assert not room.shell.banner.isVisible()


def test_h3_nobody_but_clinicians_and_officers_gets_the_form(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    for name in ("clerk", "finance", "auditor"):
        room.sit_down(name, "clinician")
        assert not room.clinician.ref.isEnabled()
        room.clinician._model.find("R-1001")
        assert not room.clinician.form.isVisible()
        assert "Your role cannot do this" in room.clinician.problem.text()


@pytest.mark.slow
def test_esc_puts_the_case_away_and_its_patient_with_it(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    find(room)
    room.press(KEY.Key_Escape)
    assert not room.shell.banner.isVisible()
    assert not room.clinician.form.isVisible()
    assert QApplication.focusWidget() is room.clinician.ref.input
