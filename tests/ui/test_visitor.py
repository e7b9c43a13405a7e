"""The visitor page: made from the services' page, saved as it is left, checked on Continue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import audit
from tests.ui.desk_window import KEY, DeskWindow, add_ada, kept, settle, to_the_visitor_page
from ui import theme
from ui.theme import Theme
from ui.views.particular import Particular
from ui.widgets.care_field import CareField
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    add_ada(one.desk)
    to_the_visitor_page(one)
    yield one
    one.desk.db.close()


def fill(window: DeskWindow, name: str, text: str) -> Particular:
    """Tab to a field and type."""
    field = window.page.visitor.fields[name]
    window.tab_to(field.input)
    window.press(text)
    return field


def test_ux_7_13_what_is_known_already_is_not_asked_again(window: DeskWindow) -> None:
    fields = window.page.visitor.fields
    assert fields["family_name"].text() == "Okafor"
    assert "born" not in fields  # the banner shows it
    assert fields["postcode"].text() == "LS9 7TF"


def test_a_field_is_saved_as_it_is_left(window: DeskWindow) -> None:
    fill(window, "phone", "0113 496 0000")
    assert kept(window)["phone"] == ""
    window.press(KEY.Key_Tab)
    assert kept(window)["phone"] == "0113 496 0000"


def test_dates_are_echoed_as_they_are_understood(window: DeskWindow) -> None:
    arrived = fill(window, "arrived", "2/3/26")
    window.press(KEY.Key_Tab)
    assert arrived.text() == "02-Mar-2026"
    leaving = fill(window, "leaving", "+3w")
    window.press(KEY.Key_Tab)
    assert leaving.text() == "30-Mar-2026"
    assert kept(window)["leaving"] == "30-Mar-2026"


def test_an_unknown_leaving_date_is_an_answer(window: DeskWindow) -> None:
    fill(window, "leaving", "Unknown")
    window.press(KEY.Key_Tab)
    assert kept(window)["leaving"] == "Not known"


def test_countries_and_choices_are_kept(window: DeskWindow) -> None:
    fill(window, "nationalities", "nigeria")
    window.press(KEY.Key_Return)
    settle()
    window.press("france", KEY.Key_Tab)
    fill(window, "country", "niger")
    window.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return, KEY.Key_Tab)
    fill(window, "document", "e")
    window.press(KEY.Key_Tab)
    fill(window, "address_abroad", "14 Marina Road")
    window.press(KEY.Key_Return, "Lagos", KEY.Key_Tab)
    held = kept(window)
    assert held["nationalities"] == "Nigeria, France"
    assert held["country"] == "Nigeria"
    assert held["document"] == "ehic"
    assert held["address_abroad"] == "14 Marina Road\nLagos"


def test_enter_on_a_word_that_is_no_country_says_beside_the_field_what_to_do(
    window: DeskWindow,
) -> None:
    one = fill(window, "nationalities", "zzqq")
    window.press(KEY.Key_Return)
    assert one.field.problem() == "There is no country “zzqq” on the list. Pick one."
    assert one.text() == "zzqq"
    window.press(KEY.Key_Backspace)
    assert one.field.problem() == ""


def test_enter_on_what_several_countries_go_by_leaves_them_in_sight(window: DeskWindow) -> None:
    one = fill(window, "nationalities", "nige")
    window.press(KEY.Key_Return)
    assert one.field.problem() == (
        "More than one country answers to “nige”. Press ↓ and Enter to take one."
    )
    settle()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.accessibleName() == "Matches"
    window.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    settle()
    assert one.text() in ("Niger", "Nigeria")
    assert one.field.problem() == ""


def test_nothing_is_called_wrong_before_continue(window: DeskWindow) -> None:
    leaving = fill(window, "leaving", "31/2/26")
    window.press(KEY.Key_Tab)
    visitor = window.page.visitor
    assert leaving.field.problem() == ""
    assert not visitor.summary.isVisible()
    window.press(KEY.Key_Return)
    assert visitor.summary.hasFocus()
    assert leaving.field.problem() == "There is no such day as “31/2/26”. Check day and month."
    assert leaving.text() == "31/2/26"
    window.press(KEY.Key_Tab, KEY.Key_Return)  # the first line of the summary jumps there
    assert leaving.input.hasFocus()


def test_a_contact_is_needed_and_the_page_says_which_field(window: DeskWindow) -> None:
    address = fill(window, "address", "")
    address.input.setProperty("plainText", "")
    window.press(KEY.Key_Tab)
    window.tab_to(window.page.visitor.go_on)
    window.press(KEY.Key_Return)
    phone = window.page.visitor.fields["phone"]
    assert phone.field.problem() == "Enter one way to reach them: phone, email or address."
    fill(window, "phone", "0113 496 0000")
    window.press(KEY.Key_Return)
    assert window.page.stack.currentWidget() is window.page.outcome
    assert phone.field.problem() == ""


def test_leaving_must_come_after_arriving(window: DeskWindow) -> None:
    fill(window, "arrived", "2/3/26")
    fill(window, "leaving", "1/3/26")
    window.press(KEY.Key_Return)
    links = [link.accessibleName() for link in window.page.visitor.summary.links]
    assert links == ["Leaving date must be after the arrival date, 2 March 2026."]


def test_could_not_ask_lifts_every_need_and_keeps_what_was_typed(window: DeskWindow) -> None:
    fill(window, "email", "ada@example.org")
    window.press(KEY.Key_F9, KEY.Key_5)
    assert window.page.stack.currentWidget() is window.page.outcome
    assert window.page.outcome.band.text().startswith("Book in as normal.")
    assert kept(window)["email"] == "ada@example.org"


def test_nothing_but_a_reason_goes_on_while_the_reasons_are_shown(window: DeskWindow) -> None:
    visitor = window.page.visitor
    window.press(KEY.Key_F9)
    assert not visitor.go_on.isVisible()
    window.press(KEY.Key_Escape)
    assert visitor.go_on.isVisible()


def test_parking_keeps_the_field_still_being_typed_in(window: DeskWindow) -> None:
    fill(window, "email", "ada@example.org")
    window.press(KEY.Key_F8)
    window.tab_to(window.page.start.parked.buttons[0])
    window.press(KEY.Key_Return, KEY.Key_Return)
    assert window.page.visitor.fields["email"].text() == "ada@example.org"
    assert kept(window)["email"] == "ada@example.org"


def test_the_banner_follows_a_name_put_right(window: DeskWindow) -> None:
    field = fill(window, "family_name", "")
    field.input.setProperty("text", "Okafor-Bell")
    window.press(KEY.Key_Tab)
    last = window.banner[-1]
    assert last is not None
    assert last.banner_name == "OKAFOR-BELL, Ada (Mrs)"


def test_back_to_the_answers_and_on_again(window: DeskWindow) -> None:
    fill(window, "email", "ada@example.org")
    window.press_alt(KEY.Key_Up)
    assert window.page.stack.currentWidget() is window.page.ladder
    window.press_alt(KEY.Key_Down)
    assert window.page.stack.currentWidget() is window.page.visitor
    assert window.page.visitor.fields["email"].text() == "ada@example.org"


def test_ux_1_f1_says_why_these_details_are_asked_and_the_field_keeps_the_focus(
    window: DeskWindow,
) -> None:
    page = window.page.visitor
    field = QApplication.focusWidget()
    assert not page.why.isVisible()
    window.press(KEY.Key_F1)
    assert page.why.isVisible()
    assert "how to reach them" in page.why.text()
    assert "judge" in page.why.text()
    assert QApplication.focusWidget() is field
    window.press(KEY.Key_Escape)
    assert not page.why.isVisible()
    assert QApplication.focusWidget() is field
    window.press(KEY.Key_F1, KEY.Key_F1)
    assert not page.why.isVisible()


def test_tab_walks_the_fields_in_reading_order(window: DeskWindow) -> None:
    fields = list(window.page.visitor.fields.values())
    window.tab_to(fields[0].input)
    for field in fields[1:]:
        window.press(KEY.Key_Tab)
        assert (field.input.focusProxy() or field.input).hasFocus(), field.name


def test_the_page_has_no_word_of_money(window: DeskWindow) -> None:
    from PySide6.QtWidgets import QLabel

    said = " ".join(label.text() for label in window.shell.findChildren(QLabel)).lower()
    for word in ("£", "price", "invoice", "cost", " owe"):
        assert word not in said


def test_the_care_booked_is_found_by_words_and_kept_by_its_code(window: DeskWindow) -> None:
    field = fill(window, "care", "hip repl")
    assert isinstance(field.input, CareField)
    offered = next(option.text for option in field.input.matches("hn12"))
    assert offered.startswith("HN12 Very Major")
    window.press(KEY.Key_Down, KEY.Key_Return, KEY.Key_Tab)
    assert kept(window)["care"] == "HN12 Very Major Hip Procedures for Non-Trauma"
    assert "£" not in field.text()
    field.input.setText("some operation")
    window.press(KEY.Key_Return)
    assert field.field.problem() == "Choose the care from the list, or leave it empty."


def test_the_first_problem_is_one_key_away(window: DeskWindow) -> None:
    fill(window, "arrived", "2/3/26")
    leaving = fill(window, "leaving", "1/3/26")
    window.press(KEY.Key_Return)
    assert window.page.visitor.summary.hasFocus()
    window.press_alt(KEY.Key_1)
    assert leaving.input.hasFocus()


def test_a_postcode_is_written_one_way_and_what_is_none_is_said(window: DeskWindow) -> None:
    postcode = fill(window, "postcode", "")
    postcode.input.setProperty("text", "ls97tf")
    window.press(KEY.Key_Tab)
    assert kept(window)["postcode"] == "LS9 7TF"
    fill_again = window.page.visitor.fields["postcode"]
    fill_again.focus()
    fill_again.input.setProperty("text", "Lagos")
    window.press(KEY.Key_Return)
    assert postcode.field.problem().startswith("Enter a UK postcode such as LS9 7TF.")


def test_the_four_groups_stand_side_by_side_as_soon_as_there_is_room(window: DeskWindow) -> None:
    visitor = window.page.visitor
    settle()
    assert not visitor.is_narrow()
    assert [card.y() for card in visitor.cards] == [visitor.cards[0].y()] * 4


def test_the_groups_follow_a_window_that_changed_behind_another_page(window: DeskWindow) -> None:
    """Narrower, and as wide as before."""
    visitor, size = window.page.visitor, window.shell.size()
    for wide, rows in ((1024, 2), (size.width(), 1)):
        window.shell.show_page("signin")
        window.shell.resize(wide, size.height())
        settle()
        window.shell.show_page("desk")
        settle()
        assert len({card.y() for card in visitor.cards}) == rows


@pytest.mark.parametrize("name", ["phone", "leaving"])
def test_ux_7_4_the_focused_field_stays_in_sight_when_the_text_grows(
    window: DeskWindow, qapp: QApplication, name: str
) -> None:
    field = window.page.visitor.fields[name].input
    window.tab_to(field)
    worn = theme.current()
    try:
        for size in (2.0, 1.0, 1.5):
            theme.apply(qapp, Theme("dark", size, motion=False))
            settle()
            assert field.hasFocus()
            assert audit.focus_out_of_sight(window.shell) == []
    finally:
        theme.apply(qapp, worn)
