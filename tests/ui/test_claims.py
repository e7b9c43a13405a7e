"""A card taken down with the case, and its claim in Money, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services import claiming
from app.store import claims
from tests.desks import sign_in
from tests.services.claims_of import CARD, covered, file_of, take_down, treat
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.office import Office
from ui.views.case import CasePage
from ui.views.case_card import CardInput
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def with_card(room: OfficerWindow) -> str:
    """A case decided to be covered; nobody has taken the card down."""
    sign_in(room.desk, "clerk")
    return covered(room.desk)


def typed(field: Field[CardInput]) -> str:
    """What stands in a line of the form."""
    assert isinstance(field.input, LineEdit)
    return field.input.text()


def open_card(room: OfficerWindow) -> None:
    room.press_alt(KEY.Key_E)
    settle()


def open_case(room: OfficerWindow, case: str) -> None:
    room.sit_down("officer", "queue")
    room.case.open(case)
    room.shell.show_page("case")
    settle()


def at_claims(room: OfficerWindow) -> None:
    room.sit_down("finance", "money")
    room.press_ctrl(KEY(KEY.Key_1.value + room.money.names().index("claims")))
    assert room.money.sections.key() == "claims"


def test_a_card_is_taken_down_by_keys_and_what_lacks_is_said_beside_it(
    room: OfficerWindow,
) -> None:
    case = with_card(room)
    open_case(room, case)
    open_card(room)
    card = room.case.card
    assert card.isVisible()
    assert card.type.input.value() == "ehic"
    assert isinstance(card.fields["state"].input, Choice)
    assert card.fields["state"].input.value() == "DE"
    assert typed(card.fields["family_name"]) == "Okafor"
    assert QApplication.focusWidget() is card.fields["personal_id"].input
    room.press("M123456789", KEY.Key_Tab, "109519005", KEY.Key_Tab, "8027 6883 1100 0001 2345")
    room.press(KEY.Key_Tab, "soon")
    room.press_alt(KEY.Key_S)
    assert card.fields["expires"].problem().startswith("Enter a date")
    assert QApplication.focusWidget() is card.fields["expires"].input
    assert file_of(room.desk, case).claim.entitlement is None
    sign_in(room.desk, "officer")
    card.fields["expires"].input.clear()
    room.press("31/1/27")
    room.press_alt(KEY.Key_S)
    assert card.fields["student"].problem() == "Student: answer yes or no."
    assert card.fields["expires"].problem() == ""
    assert card.said.text().startswith("Kept.")
    room.tab_to(card.fields["student"].input)
    room.press("N")
    room.tab_to(card.fields["copy"].input)
    room.press("Y")
    room.press_alt(KEY.Key_S)
    assert card.said.text() == "Kept. Nothing is missing."
    room.press_alt(KEY.Key_B)
    assert room.case.evidence.isVisible()
    kept = file_of(room.desk, case).claim.entitlement
    assert kept is not None
    assert kept.text("card_number") == "80276883110000012345"


def test_another_kind_of_document_keeps_what_both_ask_for(room: OfficerWindow) -> None:
    case = with_card(room)
    open_case(room, case)
    open_card(room)
    card = room.case.card
    room.press("M123")
    card.type.input.set_value("prc")
    card.type.input.chosen.emit("prc")
    settle()
    assert typed(card.fields["personal_id"]) == "M123"
    assert card.fields["valid_from"].label.text() == "a Valid from"
    room.press(KEY.Key_Escape)
    assert not card.isVisible()
    open_card(room)
    assert card.type.input.value() == "ehic"  # nothing was kept


@pytest.mark.parametrize("leaves", ["for another case", "by a lock"])
def test_ux_5_a_card_half_taken_down_with_its_case_is_kept_when_it_is_left(
    room: OfficerWindow, leaves: str
) -> None:
    """And h4: for the patient whose card it is, and nobody else."""
    case, other = with_card(room), covered(room.desk)
    sign_in(room.desk, "officer")
    office = Office(room.desk, room.desk.person, room.shell, records=Inline(), share=Inline())
    page = room.shell.findChild(CasePage)
    assert page is not None
    room.shell.show_page("case")
    page.open(case)
    settle()
    open_card(room)
    room.press("M123")
    room.tab_to(page.card.fields["expires"].input)
    room.press("31/")  # half a date
    if leaves == "for another case":
        page.open(other)
    office.leave()
    sign_in(room.desk, "officer")
    values = claiming.entitlement_form(room.desk, case).values
    assert values["personal_id"] == "M123"
    assert "expires" not in values
    assert claims.entitlement_of(room.desk.db, other) is None


def test_a_card_that_nothing_was_typed_on_is_not_kept_when_it_is_left(
    room: OfficerWindow,
) -> None:
    case, other = with_card(room), covered(room.desk)
    open_case(room, case)
    open_card(room)
    room.case.open(other)
    assert claims.entitlement_of(room.desk.db, case) is None


def test_a_document_has_a_kind(room: OfficerWindow) -> None:
    case = with_card(room)
    open_case(room, case)
    open_card(room)
    room.case.card.type.input.set_value(None)
    room.press_alt(KEY.Key_S)
    assert room.case.card.type.problem() == "Choose what kind of document it is."


def test_finance_enters_the_treatment_and_marks_the_report(room: OfficerWindow) -> None:
    case = with_card(room)
    sign_in(room.desk, "officer")
    take_down(room.desk, case)
    at_claims(room)
    page = room.claims
    assert "Enter the treatment" in page.detail.note.text()
    room.press_alt(KEY.Key_T)
    assert QApplication.focusWidget() is page.treatment.hrg.input
    assert not room.money.sections.isVisible()
    room.press("hn12f", KEY.Key_Tab, "2/3/26", KEY.Key_Tab, "6/3/26", KEY.Key_Tab)
    room.press_alt(KEY.Key_K)
    assert page.treatment.admission.problem() == "Choose how the patient was admitted."
    room.press("E")
    room.tab_to(page.treatment.nights.input)
    room.press("three", KEY.Key_Return)
    assert page.treatment.nights.problem() == "Enter the nights as a whole number."
    page.treatment.nights.input.clear()
    room.press("3", KEY.Key_Return)
    assert page.said.text() == "Kept. Full cost £8,330.57."
    facts = page.detail.facts.text()
    assert "State value: £8,330.57" in facts
    assert "Trust income: £0.00" in facts
    assert "16,661.14" not in facts
    room.press_alt(KEY.Key_S)
    assert page.letter.title.text() == "Claim sheet R-1001"
    assert len(page.letter.sheets()) == 1
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_M)
    room.press(KEY.Key_Return)
    assert page.portal.portal_id.problem() == "Enter the treatment id from the portal."
    room.press("OVT-77", KEY.Key_Return)
    assert page.said.text() == "R-1001 is reported as OVT-77."
    assert str(page.listing.data(page.listing.index(0, 3))) == "Reported"
    assert "Reported as: OVT-77" in page.detail.facts.text()


def test_the_pack_is_saved_into_a_folder_of_ones_choice(
    room: OfficerWindow, tmp_path: Path
) -> None:
    case = with_card(room)
    sign_in(room.desk, "officer")
    take_down(room.desk, case)
    treat(room.desk, case)
    at_claims(room)
    room.press_alt(KEY.Key_P)
    (dialog,) = room.claims.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nowhere"))
    settle()
    assert "Choose another place" in room.claims.problem.text()
    dialog.fileSelected.emit(str(tmp_path))
    settle()
    assert sorted(path.name for path in tmp_path.glob("claim*")) == [
        "claim-R-1001.pdf",
        "claims-ehic.csv",
    ]
    assert room.claims.said.text().startswith(f"Saved in {tmp_path}")
    dialog.close()


def test_days_that_cannot_be_are_said_beside_their_field(room: OfficerWindow) -> None:
    case = with_card(room)
    sign_in(room.desk, "officer")
    take_down(room.desk, case)
    treat(room.desk, case)
    at_claims(room)
    page = room.claims
    room.press_alt(KEY.Key_T)
    assert page.treatment.started.input.text() == "02-Mar-2026"
    room.press(KEY.Key_Return)
    assert page.treatment.hrg.problem() == "Enter the care that was given."
    room.press("HN12F", KEY.Key_Tab)
    page.treatment.ended.input.setText("1/3/26")
    page.treatment.admission.input.set_value("elective")
    room.press(KEY.Key_Return)
    assert page.treatment.ended.problem().startswith("The end is before the start")
    room.press(KEY.Key_Escape)
    assert room.money.sections.isVisible()


def test_a_case_that_lacks_its_card_says_whose_it_is_to_enter(room: OfficerWindow) -> None:
    with_card(room)
    at_claims(room)
    assert "An officer enters it" in room.claims.detail.note.text()
    assert room.claims.detail.buttons == []
    assert str(room.claims.listing.data(room.claims.listing.index(0, 3))) == "1 to put right"
    assert CARD["family_name"].upper() in room.claims.detail.name.text()
