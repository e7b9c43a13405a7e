"""Passport lines typed at the desk, and cards taken down: by keys, over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import card_capture, passports
from app.store import claims
from tests.desks import add_visitor, make_desk, register_visitor
from tests.services.test_passports import passport
from tests.ui.desk_window import KEY, DeskWindow, add_ada, kept, settle, to_the_visitor_page
from tests.ui.held_lane import HeldLane
from ui.models.card_capture import CardCaptureModel
from ui.views.card_page import CardPage
from ui.widgets.from_passport import FROM_PASSPORT
from ui.widgets.lookup import Lookup
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    yield one
    one.desk.db.close()


def types_the_number_of_a_card(window: DeskWindow) -> CardPage:
    add_ada(window.desk)
    to_the_visitor_page(window)
    card = window.page.card
    assert window.page.visitor.card_button is not None
    window.page.visitor.card_button.click()
    card.form.type.input.setFocus()
    window.press("e")
    window.tab_to(card.form.fields["card_number"].input)
    window.press("80276 00001 12345 67890")
    return card


def test_lines_typed_into_the_search_open_a_new_patient(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press(passport().replace("\n", ""), KEY.Key_Return)
    settle()
    panel = window.page.start.finder.new_patient
    assert panel.isVisible()
    assert (panel.family.input.text(), panel.given.input.text()) == ("Okafor", "Ada Ngozi")
    assert panel.born.input.text() == "02-Mar-1990"
    assert panel.gender.input.value() == "Female"
    for field in (panel.family.input, panel.given.input, panel.born.input, panel.gender.input):
        assert field.mark() == FROM_PASSPORT
        assert field.accessibleDescription() == FROM_PASSPORT
    assert "Passport A01234567, Nationality Nigeria" in panel.from_passport.words.text()
    assert passports.CHECK_THE_PAGE in panel.from_passport.words.text()
    window.tab_to(panel.given.input)
    window.press("x")
    assert panel.given.input.mark() == ""


def test_a_failed_digit_opens_nothing_and_says_which(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press(passport().replace("\n", " ").replace("900302", "900303"), KEY.Key_Return)
    finder = window.page.start.finder
    assert not finder.new_patient.isVisible()
    assert "date of birth" in finder.problem.text()
    assert "nothing was filled in" in finder.problem.text()


def test_lines_that_come_one_at_a_time_are_put_together(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    finder = window.page.start.finder
    first, second = passport().split("\n")
    window.press(first, KEY.Key_Return)
    assert "Here there are 44 characters: type or scan the next line" in finder.problem.text()
    assert "Nobody" not in finder.words.text()
    assert "name alone" not in finder.words.text()
    window.press(second[:-1], KEY.Key_Return)
    assert "Here there are 87 characters" in finder.problem.text()
    window.press(second[-1], KEY.Key_Return)
    settle()
    assert finder.new_patient.isVisible()
    assert finder.new_patient.family.input.text() == "Okafor"


def test_the_passport_of_a_new_patient_fills_their_visitor_page_and_finds_them(
    window: DeskWindow,
) -> None:
    window.shell.show_page("desk")
    window.press(passport().replace("\n", ""), KEY.Key_Return)
    settle()
    window.press(KEY.Key_Return)
    window.press(KEY.Key_3, "nigeria", KEY.Key_Return, KEY.Key_Return, KEY.Key_1, KEY.Key_1)
    assert window.page.stack.currentWidget() is window.page.visitor
    assert kept(window)["nationalities"] == "Nigeria"
    assert kept(window)["passport"] == "A01234567"
    found = passports.read_passport(window.desk, passport()).known
    assert [one.family_name for one in found] == ["Okafor"]
    window.press(KEY.Key_F8)
    window.press(passport().replace("\n", ""), KEY.Key_Return)
    settle()
    finder = window.page.start.finder
    assert finder.words.text() == "1 patient found"
    assert finder.search.text() == "A01234567"


def test_a_passport_shown_by_one_is_never_kept_with_another(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press(passport().replace("\n", ""), KEY.Key_Return)
    settle()
    window.press(KEY.Key_Escape)
    window.page.start.finder.fresh()
    window.page.start.finder.new_button.click()
    panel = window.page.start.finder.new_patient
    assert panel.family.input.text() == ""
    panel.family.input.setText("Bello")
    panel.save.click()
    settle()
    assert passports.read_passport(window.desk, passport()).known == ()


def test_h4_a_passport_put_aside_is_not_the_next_new_patients(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press(passport().replace("\n", ""), KEY.Key_Return)
    settle()
    window.press(KEY.Key_Escape, "Bello 1/1/1980", KEY.Key_Return)
    window.press_alt(KEY.Key_N)
    panel = window.page.start.finder.new_patient
    stands = [one.input.text() for one in (panel.given, panel.family, panel.born)]
    assert stands == ["", "Bello", "01-Jan-1980"]
    assert panel.passport is None
    assert not panel.from_passport.isVisible()


def test_lines_are_typed_on_the_visitor_page_without_a_reader(window: DeskWindow) -> None:
    add_ada(window.desk)
    to_the_visitor_page(window)
    visitor = window.page.visitor
    window.tab_to(visitor.passport_button)
    window.press(KEY.Key_Return)
    assert visitor.passport.lines.input.hasFocus()
    window.press(passport().replace("900302", "900303").replace("\n", " "))
    window.press(KEY.Key_Tab, KEY.Key_Return)
    assert "date of birth" in visitor.passport.lines.problem()
    visitor.passport.lines.input.setPlainText(passport())
    window.press(KEY.Key_Tab, KEY.Key_Return)
    assert not visitor.passport.isVisible()
    assert visitor.fields["given_names"].text() == "Ada Ngozi"
    assert kept(window)["nationalities"] == "Nigeria"
    assert kept(window)["passport"] == "A01234567"
    assert visitor.from_passport.isVisible()
    assert QApplication.focusWidget() is visitor.fields["phone"].input


def test_esc_leaves_the_lines_unread_and_the_page_as_it_was(window: DeskWindow) -> None:
    add_ada(window.desk)
    to_the_visitor_page(window)
    visitor = window.page.visitor
    visitor.passport_button.click()
    window.press("P<NGA")
    assert window.page.on_key("Esc")
    assert not visitor.passport.isVisible()
    assert visitor.fields["given_names"].field.isVisible()
    assert not visitor.from_passport.isVisible()


def test_h4_a_passport_of_another_person_fills_nothing(window: DeskWindow) -> None:
    add_ada(window.desk)
    to_the_visitor_page(window)
    before = kept(window)
    window.page.take_passport(passport(born="910302"))
    visitor = window.page.visitor
    assert visitor.summary.isVisible()
    assert "born 2 March 1991" in visitor.summary.accessibleName()
    assert kept(window) == before


def test_scanned_lines_have_no_place_among_the_questions(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return)
    window.page.take_passport(passport())
    assert window.page.stack.currentWidget() is window.page.ladder
    assert not window.page.take_number("9993177423")


def test_a_wristband_finds_its_patient_at_the_search(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.shell.show_page("desk")
    assert window.page.take_number("9993177423")
    assert window.page.start.finder.words.text() == "1 patient found"


def test_a_card_is_taken_down_by_keys_and_holds_nobody_up(window: DeskWindow) -> None:
    add_ada(window.desk)
    to_the_visitor_page(window)
    visitor, card = window.page.visitor, window.page.card
    assert visitor.card_button is not None
    window.tab_to(visitor.card_button)
    window.press(KEY.Key_Return)
    assert window.page.stack.currentWidget() is card
    window.tab_to(card.form.type.input)
    window.press("e")
    window.tab_to(card.form.fields["state"].input)
    window.press("g")
    window.tab_to(card.form.fields["expires"].input)
    window.press("31/1/20")
    window.tab_to(card.form.save)
    window.press(KEY.Key_Return)
    assert "ran out on 31-Jan-2020" in card.form.fields["expires"].problem()
    assert "copy it from the document" in card.form.fields["personal_id"].problem()
    window.tab_to(card.form.go_back)
    window.press(KEY.Key_Return)
    assert window.page.stack.currentWidget() is visitor
    assert kept(window)["document"] == "ehic"
    assert kept(window)["issuer"] in ("Germany", "Greece", "Gibraltar")
    assert visitor.fields["document"].text() == "ehic"
    fill = visitor.fields["phone"]
    fill.input.setFocus()
    window.press("0113 496 0000", KEY.Key_Return)
    assert window.page.stack.currentWidget() is window.page.outcome


def test_esc_keeps_what_was_typed_of_a_card(window: DeskWindow) -> None:
    card = types_the_number_of_a_card(window)
    assert window.page.visitor.card_button is not None
    assert window.page.on_key("Esc")
    assert window.page.stack.currentWidget() is window.page.visitor
    window.page.visitor.card_button.click()
    assert card.form.typed()[1]["card_number"] == "80276000011234567890"
    card.form.fields["expires"].input.setFocus()
    window.press("soon")
    assert window.page.on_key("Esc")
    assert "Enter a date" in card.form.fields["expires"].problem()
    assert window.page.on_key("Esc")
    assert window.page.stack.currentWidget() is window.page.visitor


@pytest.mark.parametrize("leaves", ["by F2", "by a lock"])
def test_ux_5_a_card_half_taken_down_is_kept_when_the_desk_is_left(
    window: DeskWindow, leaves: str
) -> None:
    card = types_the_number_of_a_card(window)
    step = window.registration.step
    assert step is not None
    card.form.fields["expires"].input.setFocus()
    window.press("31/")  # half a date
    if leaves == "by F2":
        window.page.next_patient()
    else:
        window.page.beside.keep_on_leaving()
    values = card_capture.card_form(window.desk, step.registration_id).values
    assert values["card_number"] == "80276000011234567890"
    assert "expires" not in values


def test_h4_a_card_typed_before_is_never_kept_for_who_is_still_being_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, lane = make_desk(tmp_path), HeldLane(holds=False)
    before, now = (
        register_visitor(desk, add_visitor(desk, given_names=name)) for name in ("Ada", "Bola")
    )
    page = CardPage(CardCaptureModel(desk, lane), lambda: desk.today)
    qtbot.addWidget(page)
    page.ask_for(before)
    page.form.type.input.set_value("ehic")
    page.form.type.input.chosen.emit("ehic")
    lane.holds = True  # a slow disk
    page.ask_for(now)
    page.close_panel()
    page.keep_on_leaving()
    lane.let_go()
    assert claims.entitlement_of(desk.db, now) is None
    desk.db.close()


def test_nationality_may_be_none_and_then_stands_alone(window: DeskWindow) -> None:
    add_ada(window.desk)
    to_the_visitor_page(window)
    window.tab_to(window.page.visitor.fields["nationalities"].input)
    window.press("dutch", KEY.Key_Return)
    settle()
    window.press("stateless", KEY.Key_Return)
    settle()
    window.press(KEY.Key_Tab)
    assert kept(window)["nationalities"] == "Stateless"
    window.page.visitor.fields["nationalities"].focus()
    window.press("ivorian", KEY.Key_Return)
    settle()
    window.press(KEY.Key_Tab)
    assert kept(window)["nationalities"] == "Cote d'Ivoire"


def test_a_word_that_two_peoples_go_by_is_to_be_chosen(window: DeskWindow) -> None:
    add_ada(window.desk)
    to_the_visitor_page(window)
    country = window.page.visitor.fields["country"]
    window.tab_to(country.input)
    window.press("congolese", KEY.Key_Tab)
    assert country.text() == "congolese"
    assert isinstance(country.input, Lookup)
    assert len(country.input.matches("congolese")) == 2
    assert len(country.input.matches("a")) <= 8
    assert [one.text for one in country.input.matches("burma")] == ["Myanmar"]
