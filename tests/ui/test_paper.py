"""Keying a paper form at the desk, by keys alone: scan, numbers, save, and whose form it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.people import Patient
from app.services import open_forms, paper, registration, signin
from app.services.answers import answers_of
from app.services.desk import Desk
from app.store import forms
from tests.scans.samples import jpeg
from tests.services.work import seated
from tests.ui.case_steps import opened
from tests.ui.desk_window import KEY, DeskWindow, add_ada, settle
from tests.ui.officer_window import OfficerWindow
from ui.views import paper as view
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    window = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(window.shell)
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.desk.db.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def _printed(desk: Desk) -> tuple[str, str]:
    """A case of Ada's, parked, and the code of its form."""
    step = registration.begin(desk, add_ada(desk).patient_id, "outpatient")
    registration.park(desk, step.registration_id)
    return step.registration_id, paper.print_pre_attendance(desk, step.ref).code


def _scan(room: DeskWindow, code: str) -> None:
    room.shell.show_page("desk")
    room.press_alt(KEY.Key_K)
    settle()
    room.press(code, KEY.Key_Return)
    settle()


def _names(patients: list[Patient | None]) -> list[str]:
    return [one.family_name if one else "" for one in patients]


def test_a_form_is_scanned_keyed_and_saved_by_keys_alone(room: DeskWindow) -> None:
    case, code = _printed(room.desk)
    _scan(room, code)
    page = room.page.key_form
    assert page.form is not None
    assert room.shell.banner.isVisible()
    room.press("Ada Okafor", *[KEY.Key_Return] * 12)
    assert QApplication.focusWidget() is page.rows["13"].input
    room.press("3")
    assert page.rows["13"].meaning.text() == "Outside the UK"
    room.press(KEY.Key_Return, "ng, fr", KEY.Key_Return)
    room.press_alt(KEY.Key_S)
    settle()
    assert (
        page.done.text() == "3 answers kept, 32 left blank, 1 for the overseas visitor team to key."
    )
    stored = answers_of(room.desk, case)
    assert stored["s1_residence_12m"].value == "abroad"
    assert stored["s1_countries_12m"].value == ("NG", "FR")
    room.press(KEY.Key_Return)  # the next form
    assert page.rows == {}
    assert not room.shell.banner.isVisible()
    assert QApplication.focusWidget() is page.code.input


def test_h4_the_banner_names_the_patient_of_the_form_and_nobody_once_it_is_put_away(
    room: DeskWindow,
) -> None:
    _, code = _printed(room.desk)
    _scan(room, code)
    assert _names(room.banner) == ["Okafor"]
    room.press(KEY.Key_Escape)
    assert _names(room.banner) == ["Okafor", ""]
    assert room.page.stack.currentWidget() is room.page.start
    assert room.page.key_form.rows == {}


def test_what_is_to_be_put_right_is_listed_and_stands_beside_its_number(room: DeskWindow) -> None:
    case, code = _printed(room.desk)
    _scan(room, code)
    page = room.page.key_form
    page.rows["16"].input.setText("31/2/26")
    page.rows["17"].input.setText("99")
    page.signed_on.input.setText("9/9/2026")
    page.save.click()
    settle()
    assert [link.text().split(".")[0] for link in page.summary.links] == [
        "There is no such day as “31/2/26”",
        "Question 17 takes a number from 1 to 14, as printed by the boxes",
        "The form is signed for a day ahead",
    ]
    assert page.summary.hasFocus()
    assert page.rows["17"].error.text().startswith("Question 17 takes")
    assert page.rows["17"].text() == "99"  # nothing is cleared
    assert page.signed_on.problem()
    room.press(KEY.Key_Return)
    assert QApplication.focusWidget() is page.rows["16"].input
    assert answers_of(room.desk, case) == {}


def test_a_misread_code_is_told_and_the_next_scan_takes_its_place(room: DeskWindow) -> None:
    _, code = _printed(room.desk)
    _scan(room, f"{code[:-2]}00")
    page = room.page.key_form
    assert "misread" in page.code.problem()
    assert QApplication.focusWidget() is page.code.input
    room.press(code, KEY.Key_Return)
    settle()
    assert page.form is not None


def test_leaflet_poster_and_quick_cards_are_a_key_away_for_a_clerk(room: DeskWindow) -> None:
    room.shell.show_page("desk")
    room.press_alt(KEY.Key_K)
    settle()
    for key, title in (
        (KEY.Key_L, "Leaflet"),
        (KEY.Key_R, "Poster"),
        (KEY.Key_C, "Quick card for the desk"),
        (KEY.Key_N, "Quick card for nurses and midwives"),
        (KEY.Key_D, "Quick card for doctors and dentists"),
    ):
        room.press_alt(key)
        settle()
        assert room.page.letter.title.text() == title
        assert room.page.letter.out.isVisible()
        room.press(KEY.Key_Escape)
        settle()
        assert room.page.key_form.isVisible()


def test_h14_a_form_printed_blank_asks_for_its_case(room: DeskWindow) -> None:
    step = registration.begin(room.desk, add_ada(room.desk).patient_id, "outpatient")
    registration.park(room.desk, step.registration_id)
    _scan(room, paper.print_blank(room.desk).code)
    page = room.page.key_form
    assert page.form is None
    assert QApplication.focusWidget() is page.ref.input
    room.press("R-999", KEY.Key_Return)
    settle()
    assert page.ref.problem()
    room.press(step.ref, KEY.Key_Return)
    settle()
    assert page.form is not None
    assert _names(room.banner) == ["Okafor"]


def test_the_sensitive_part_is_not_on_a_clerks_screen_and_is_on_an_officers(
    room: DeskWindow,
) -> None:
    _, code = _printed(room.desk)
    _scan(room, code)
    row = room.page.key_form.rows["34"]
    assert row.is_closed
    assert not row.input.isVisible()
    assert (row.short.text(), row.meaning.text()) == ("Other grounds", view.PRIVATE)
    room.press(KEY.Key_Escape)
    signin.act_as(room.desk, "officer")
    _scan(room, code)
    assert room.page.key_form.rows["34"].input.isVisible()


def test_an_officer_keys_a_clinicians_form(room: DeskWindow, tmp_path: Path) -> None:
    step = registration.begin(room.desk, add_ada(room.desk).patient_id, "outpatient")
    registration.park(room.desk, step.registration_id)
    with seated(room.desk, "officer"):
        code = paper.print_clinician(room.desk, step.ref).code
    _scan(room, code)
    page = room.page.key_form
    assert "Your role cannot do this" in page.code.problem()  # a clerk
    room.press(KEY.Key_Escape)
    signin.act_as(room.desk, "officer")
    _scan(room, code)
    room.press("2", KEY.Key_Return, "1")
    for field, text in ((page.signed_by, "Dr A. Roy"), (page.signed_on, "9/3/26")):
        field.input.setText(text)
    page.save.click()
    settle()
    assert page.signed.copy.problem.text().startswith("Attach a copy of the signed form")
    photo = tmp_path / "signed.jpg"
    photo.write_bytes(jpeg())
    page.signed.copy.take(str(photo))
    settle()
    page.save.click()
    settle()
    assert page.done.text().startswith("2 answers kept")


def test_ctrl_p_prints_the_form_of_the_open_patient(room: DeskWindow) -> None:
    step = registration.begin(room.desk, add_ada(room.desk).patient_id, "outpatient")
    for question, value in (("s1_residence_12m", "abroad"), ("s1_countries_12m", ("NG",))):
        registration.answer(room.desk, step.registration_id, question, value)
    for question in ("s1_document", "s1_existing_banner"):
        registration.answer(
            room.desk, step.registration_id, question, "no" if "banner" in question else "none"
        )
    registration.park(room.desk, step.registration_id)
    room.shell.show_page("desk")
    room.registration.resume(step.registration_id)
    settle()
    room.press(KEY.Key_Return)  # past the page that names who comes back
    settle()
    assert room.page.stack.currentWidget() is room.page.visitor
    room.page.visitor.print_button.click()
    settle()
    assert room.page.stack.currentWidget() is room.page.letter
    assert room.page.letter.title.text() == "Form D01-1"
    assert room.page.letter.words.text() == "Kept with the case."
    assert room.page.visitor.print_button.key == "Ctrl+P"
    room.press(KEY.Key_Escape)
    settle()
    assert room.page.stack.currentWidget() is room.page.visitor


def test_every_field_of_the_page_has_a_name(room: DeskWindow) -> None:
    _, code = _printed(room.desk)
    _scan(room, code)
    page = room.page.key_form
    for number, row in page.rows.items():
        assert row.input.accessibleName().startswith(f"{number} ")
    assert page.rows["13"].input.accessibleDescription().startswith("1 In the UK all the time, 2 ")
    for field in (page.received, page.signed_by, page.signed_on, page.relation):
        assert field.input.accessibleName()


def test_ctrl_p_on_a_case_prints_the_patients_form_and_on_its_urgency_page_the_clinicians(
    office: OfficerWindow,
) -> None:
    opened(office)
    office.case.steps.print_form.click()
    settle()
    assert office.case.letter.isVisible()
    assert office.case.letter.title.text() == "Form D01-1"
    office.press(KEY.Key_Escape)
    office.case.decision.record_urgency.click()
    settle()
    office.case.steps.print_form.click()
    settle()
    assert office.case.letter.title.text() == "Form D01-2"
    printed = forms.find(office.desk.db, "D01-2")
    assert printed is not None
    assert printed.kind == "clinician"
    assert office.case.steps.print_form.accessibleName() == "Print form"


def test_what_is_typed_outlasts_a_lock_and_is_there_when_the_form_is_opened_again(
    room: DeskWindow, qtbot: QtBot
) -> None:
    _, code = _printed(room.desk)
    _scan(room, code)
    page = room.page.key_form
    room.press("Ada Okafor", KEY.Key_Return)
    page.signed_by.input.setFocus()
    room.press("A. Okafor")
    qtbot.waitUntil(lambda: len(open_forms.open_form(room.desk, code).typed) == 2, timeout=5000)
    page.fresh()
    assert (page.rows, page.signed_by.input.text()) == ({}, "")
    page.code.input.setText(code)
    page.open_button.click()
    settle()
    assert page.rows["1"].input.text() == "Ada Okafor"
    assert page.signed_by.input.text() == "A. Okafor"
    assert view.TAKEN_UP in page.note.text()
    room.press_alt(KEY.Key_S)
    settle()
    assert open_forms.open_form(room.desk, code).typed == {}
