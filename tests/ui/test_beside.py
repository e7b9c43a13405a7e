"""Beside a registration: needs, language card, number card, notice and signature, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.access.roles import Role
from app.casework.number_card import numbered, texts_to_translate
from app.library.languages import load_languages
from app.services import finishing, language_texts, number_card, signin
from app.services.finishing import Handover, Signing
from app.store import patients
from tests.desks import PASSWORD, add_visitor, make_desk, sign_in
from tests.ui.desk_window import KEY, DeskWindow, add_ada, settle
from tests.ui.held_lane import HeldLane
from ui.models.language_card import matching
from ui.models.needs import NeedsModel
from ui.theme import Theme, apply, current
from ui.views import finish, ladder
from ui.views.language_card import RECORDED
from ui.views.needs import NeedsView
from ui.widgets.language_cell import LanguageCell
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


def shown(window: DeskWindow) -> QWidget:
    page = window.page.stack.currentWidget()
    assert page is not None
    return page


def press_ctrl(window: DeskWindow, key: Qt.Key) -> None:
    QTest.keyClick(
        QApplication.focusWidget() or window.shell, key, Qt.KeyboardModifier.ControlModifier
    )
    settle()


def to_the_visitor_page(window: DeskWindow) -> None:
    window.press(KEY.Key_3, "nigeria", KEY.Key_Return, KEY.Key_Return, KEY.Key_1, KEY.Key_1)


# Needs


def test_needs_are_recorded_by_keys_from_the_ladder_and_stand_in_the_banner(
    window: DeskWindow,
) -> None:
    window.press_alt(KEY.Key_N)
    assert shown(window) is window.page.beside.needs
    view = window.page.beside.needs
    view.interpreter.input.selectAll()
    window.press("tigr", KEY.Key_Return)
    window.tab_to(view.ticks[0])
    window.press(KEY.Key_Space)
    window.tab_to(view.contact.buttons[0])
    window.press(*[KEY.Key_Down] * 3, KEY.Key_Space)
    window.tab_to(view.not_to.buttons[0])
    window.press(*[KEY.Key_Down] * 2, KEY.Key_Space)
    window.tab_to(view.number.input)
    window.press("0113 496 0000", KEY.Key_Return)
    assert shown(window) is window.page.ladder
    said = window.shell.banner.accessibleName()
    for words in (
        *("Interpreter: Tigrinya", "BSL interpreter", "Large print letters"),
        *("Do not post", "Do not speak to partner", "Safe number 0113 496 0000"),
    ):
        assert words in said
    assert window.page.ladder.question.answers.has_focus()


def test_esc_keeps_what_stands_in_the_needs(window: DeskWindow) -> None:
    window.press_alt(KEY.Key_N)
    window.tab_to(window.page.beside.needs.ticks[2])
    window.press(KEY.Key_Space, KEY.Key_Escape)
    assert shown(window) is window.page.ladder
    assert "Easy Read letters" in window.shell.banner.accessibleName()


def test_a_number_that_is_none_is_said_beside_its_field(window: DeskWindow) -> None:
    window.press_alt(KEY.Key_N)
    view = window.page.beside.needs
    window.tab_to(view.number.input)
    window.press("ask her", KEY.Key_Escape)
    assert shown(window) is view
    assert "in digits" in view.number.problem()
    assert view.number.input.text() == "ask her"


def test_h4_needs_shown_before_are_never_kept_for_the_patient_who_is_still_being_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk, lane = make_desk(tmp_path), HeldLane(holds=False)
    before, now = add_ada(desk), add_visitor(desk, family_name="Adeyemi", given_names="Bola")
    view = NeedsView(NeedsModel(desk, lane))
    qtbot.addWidget(view)
    view.open(before.patient_id)
    lane.holds = True  # a slow disk
    view.open(now.patient_id)
    view.close_panel()
    view.keep_on_leaving()
    lane.let_go()
    assert patients.get(desk.db, now.patient_id) == now
    desk.db.close()


def test_the_next_patient_called_from_the_needs_page_loses_none_of_them(
    window: DeskWindow,
) -> None:
    window.press_alt(KEY.Key_N)
    window.tab_to(window.page.beside.needs.ticks[2])
    window.press(KEY.Key_Space, KEY.Key_F2)
    assert shown(window) is window.page.interruption
    step = window.registration.step
    assert step is not None
    assert "Easy Read letters" in step.patient.needs


def test_the_next_patient_called_from_the_turned_screen_finds_it_turned_back(
    window: DeskWindow,
) -> None:
    press_ctrl(window, KEY.Key_L)
    window.press(KEY.Key_F2)
    assert shown(window) is window.page.interruption
    assert window.shell.rail.isVisible()


@pytest.mark.parametrize("place", ["visitor", "outcome"])
def test_needs_are_reached_from_every_page_of_a_registration(
    window: DeskWindow, place: str
) -> None:
    to_the_visitor_page(window)
    if place == "outcome":
        window.press(KEY.Key_F9, KEY.Key_1)
    before = shown(window)
    window.press_alt(KEY.Key_N)
    assert shown(window) is window.page.beside.needs
    assert "never a child" in window.page.beside.needs.rule.text()
    window.press(KEY.Key_Escape)
    assert shown(window) is before


def test_safe_contact_is_asked_once(window: DeskWindow) -> None:
    window.press_alt(KEY.Key_N)
    window.tab_to(window.page.beside.needs.contact.buttons[0])
    window.press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Escape)
    to_the_visitor_page(window)
    assert window.page.visitor.fields["safe_contact"].text() == "phone_only"


# The number card


def test_h8_the_card_on_paper_has_the_numbers_of_the_screen(window: DeskWindow) -> None:
    """Every opening question: the rows on screen are the lines of the card, in the same order."""
    book = window.desk.law.questions
    window.press(KEY.Key_3)
    for question in book.stage_1:
        window.page.ladder.question.ask(question, "", window.registration.card_of(question.id))
        rows = window.page.ladder.question.answers.rows
        assert [row.accessibleName() for row in rows] == [words for _, words in numbered(question)]
        card = number_card.card_of(window.desk, question.id)
        if question.finding:
            assert card is None
        else:
            assert card is not None
            assert list(card.answers) == [row.accessibleName() for row in rows]
            assert [row.number for row in rows] == list(range(1, len(rows) + 1))
            assert f"card {card.letter}" in window.page.ladder.question.help.text()


def test_the_card_of_a_clerks_field_lists_its_choices_in_the_same_order(
    window: DeskWindow,
) -> None:
    to_the_visitor_page(window)
    book = window.desk.law.questions
    for group in window.desk.page:
        for field in group.fields:
            card = number_card.card_of(window.desk, field.question) if field.question else None
            if card is not None and book.get(field.question).options:
                offered = [option.label for option in book.get(field.question).options]
                assert list(card.answers)[: len(offered)] == offered


def test_ctrl_p_shows_the_card_of_the_open_question_and_esc_goes_back(window: DeskWindow) -> None:
    assert ladder.PRINT_CARD.format(letter="A") in texts(window.page.ladder.keys)
    press_ctrl(window, KEY.Key_P)
    assert shown(window) is window.page.letter
    assert window.page.letter.title.text() == "Card A"
    assert len(window.page.letter.sheets()) == 1
    window.press(KEY.Key_Escape)
    assert shown(window) is window.page.ladder
    assert window.page.ladder.question.answers.has_focus()


def test_what_staff_look_up_has_no_card(window: DeskWindow) -> None:
    window.press(KEY.Key_1, KEY.Key_1)
    assert "Print card" not in " ".join(texts(window.page.ladder.keys))
    press_ctrl(window, KEY.Key_P)
    assert shown(window) is window.page.ladder
    assert "no card" in window.page.ladder.question.problem.text()


# The language card


def test_h11_no_letter_of_any_language_is_missing() -> None:
    for one in load_languages().languages:
        layout = QTextLayout(one.own, current().font("title", "label"))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        assert layout.glyphRuns()
        assert not any(0 in run.glyphIndexes() for run in layout.glyphRuns()), one.name


def test_the_screen_is_turned_and_comes_back_where_one_was(window: DeskWindow) -> None:
    window.press(KEY.Key_F2)  # the interruption page is not turned
    press_ctrl(window, KEY.Key_L)
    assert shown(window) is window.page.interruption
    window.press(KEY.Key_Escape)
    window.page.interruption.go_back.click()
    press_ctrl(window, KEY.Key_L)
    assert shown(window) is window.page.beside.language
    assert not window.shell.rail.isVisible()
    assert window.shell.banner.isVisible()
    window.press(KEY.Key_Escape)
    assert shown(window) is window.page.ladder
    assert window.shell.rail.isVisible()
    assert window.page.ladder.question.answers.has_focus()


def test_a_language_is_found_by_its_number_its_name_or_its_own_name() -> None:
    languages = load_languages().languages
    assert matching(languages, "3")[0].name == languages[2].name
    assert matching(languages, "pol")[0].code == "pl"
    assert matching(languages, "العر")[0].code == "ar"
    assert matching(languages, "Русс")[0].code == "ru"
    assert matching(languages, "qqq") == ()
    assert matching(languages, " ") == languages


def test_h11_a_language_nobody_approved_says_whom_to_call_and_is_recorded_as_the_need(
    window: DeskWindow,
) -> None:
    to_other_languages(window)
    window.press("amha", KEY.Key_Return)
    card = window.page.beside.language
    assert card.spoken.call.isVisible()
    assert not card.spoken.answers.isVisible()
    assert window.desk.trust.phone in card.spoken.number.text()
    assert card.spoken.said.text() == RECORDED.format(language="Amharic")
    assert "Interpreter: Amharic" in window.shell.banner.accessibleName()


def test_right_to_left_languages_are_laid_out_right_to_left(window: DeskWindow) -> None:
    to_other_languages(window)
    for cell in window.page.beside.language.findChildren(LanguageCell):
        language = next(one for one in load_languages().languages if one.own == cell.own)
        mirrored = cell.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert mirrored is language.rtl, language.name
    window.press("urdu", KEY.Key_Return)
    spoken = window.page.beside.language.spoken
    assert spoken.own.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_h11_an_approved_question_is_answered_on_the_turned_screen_by_its_number(
    window: DeskWindow,
) -> None:
    approve(window, "yo")
    press_ctrl(window, KEY.Key_L)
    card = window.page.beside.language
    assert card.spoken.words.text() == "yo s1_residence_12m"
    rows = [row.accessibleName() for row in card.spoken.answers.rows]
    assert rows[0] == "yo s1_residence_12m/uk_all"
    window.press(KEY.Key_1)
    assert card.spoken.words.text() == "yo s1_document"
    window.press(KEY.Key_1)  # the look at the record is no question to the patient
    assert shown(window) is window.page.ladder
    assert window.shell.rail.isVisible()
    step = window.registration.step
    assert step is not None
    assert [one.shown for one in step.answered] == ["In the UK all the time", "No"]


def test_h11_one_word_not_approved_and_the_question_is_not_shown(window: DeskWindow) -> None:
    approve(window, "yo", but="s1_residence_12m/abroad")
    press_ctrl(window, KEY.Key_L)
    assert window.page.beside.language.spoken.call.isVisible()


def test_a_language_is_picked_by_mouse_or_arrows(window: DeskWindow) -> None:
    to_other_languages(window)
    listed = window.page.beside.language.list
    window.press(KEY.Key_Down, KEY.Key_Right, KEY.Key_Return)
    assert window.page.beside.language.language == load_languages().languages[1]
    window.page.beside.language.spoken.others.click()
    QTest.mouseClick(listed.cells[4], Qt.MouseButton.LeftButton)
    assert window.page.beside.language.language == load_languages().languages[4]


def test_at_the_start_the_card_records_nobodys_need(qtbot: QtBot, tmp_path: Path) -> None:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    ada = add_visitor(one.desk)
    one.shell.show_page("desk")
    press_ctrl(one, KEY.Key_L)
    one.press("polish", KEY.Key_Return)
    assert one.page.beside.language.spoken.call.isVisible()
    assert patients.get(one.desk.db, ada.patient_id) == ada
    one.press(KEY.Key_Escape)
    assert one.page.stack.currentWidget() is one.page.start
    one.desk.db.close()


# Notice, form and signature


def test_the_privacy_notice_is_ticked_by_a_key_and_kept(window: DeskWindow) -> None:
    to_the_visitor_page(window)
    line = window.page.visitor.finish_line
    assert line.tick.isVisible()
    window.press_alt(KEY.Key_V)
    step = window.registration.step
    assert step is not None
    page = finishing.finish_page(window.desk, step.registration_id)
    assert page.given_version == window.desk.desk_terms.notice.version
    assert line.tick.isChecked()
    assert "09:00" in line.tick.accessibleName()


def test_form_and_signature_are_done_by_keys_and_nothing_waits_for_them(
    window: DeskWindow,
) -> None:
    to_the_visitor_page(window)
    step = window.registration.step
    assert step is not None
    window.press_alt(KEY.Key_G)
    view = window.page.beside.finish
    assert shown(window) is view
    window.tab_to(view.form.how.buttons[0])
    window.press(KEY.Key_Down, KEY.Key_Space)
    window.tab_to(view.signature.witness.input)
    window.press_alt(KEY.Key_S)
    page = finishing.finish_page(window.desk, step.registration_id)
    assert (page.form, page.signed) == (Handover.HANDED, Signing.TYPED)
    assert finish.SIGNED.format(name="Ada Okafor", time="09:00") == view.signature.at.text()
    window.press(KEY.Key_Escape)
    assert shown(window) is window.page.visitor
    assert window.page.visitor.finish_line.signed.isVisible()


def test_a_signature_is_drawn_or_its_absence_said(window: DeskWindow) -> None:
    to_the_visitor_page(window)
    window.press_alt(KEY.Key_G)
    signature = window.page.beside.finish.signature
    signature.how.buttons[2].click()
    signature.keep.click()
    assert "type the name" in signature.problem.text()
    pad = signature.pad
    settle()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    QTest.mouseMove(pad, pad.rect().center())
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    signature.keep.click()
    step = window.registration.step
    assert step is not None
    page = finishing.finish_page(window.desk, step.registration_id)
    assert page.signed is Signing.DRAWN
    assert max(pad.strokes()[0][0]) < 20
    pad.clear()
    assert pad.strokes() == ()


def test_email_without_an_address_is_said_in_the_card_of_the_form(window: DeskWindow) -> None:
    to_the_visitor_page(window)
    window.press_alt(KEY.Key_G)
    window.page.beside.finish.form.how.buttons[2].click()
    assert "email address first" in window.page.beside.finish.form.problem.text()


def test_the_ways_a_form_goes_out_stand_right_below_their_question(window: DeskWindow) -> None:
    window.shell.resize(1366, 768)
    to_the_visitor_page(window)
    window.press_alt(KEY.Key_V)  # without its tick the notice is lower than what lies beside it
    window.press_alt(KEY.Key_G)
    window.press_alt(KEY.Key_S)
    settle()
    form = window.page.beside.finish.form
    asked = next(one for one in form.findChildren(QLabel) if one.text() == finish.HOW_FORM)
    assert form.how.y() - asked.y() <= asked.sizeHint().height() + 12


def test_h4_nothing_signed_for_one_patient_stands_with_the_next(window: DeskWindow) -> None:
    to_the_visitor_page(window)
    window.press_alt(KEY.Key_G)
    window.page.beside.finish.signature.relation.input.setText("Daughter")
    window.page.beside.finish.open("r-other")
    assert window.page.beside.finish.signature.relation.input.text() == ""
    assert window.page.beside.finish.signature.name.input.text() == ""


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("width", [1024, 1366])
def test_ux_7_5_nothing_of_these_pages_is_cut_off(
    window: DeskWindow, qapp: QApplication, size: float, width: int
) -> None:
    apply(qapp, Theme("light", size, motion=False))
    window.shell.resize(width, 640 if width == 1024 else 768)
    settle()
    window.press_alt(KEY.Key_N)
    room_for_words(window.page.beside.needs)
    window.press(KEY.Key_Escape)
    press_ctrl(window, KEY.Key_L)
    settle()
    room_for_words(window.page.beside.language)
    window.page.beside.language.spoken.others.click()
    settle()
    room_for_words(window.page.beside.language)
    window.press(KEY.Key_Escape)
    to_the_visitor_page(window)
    window.press_alt(KEY.Key_G)
    settle()
    room_for_words(window.page.beside.finish)


def room_for_words(page: QWidget) -> None:
    settle()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            wide = label.minimumSizeHint().width()
            assert label.width() >= wide, (label.text(), label.width(), wide)
            if label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def to_other_languages(window: DeskWindow) -> None:
    """Ada is known to need Yoruba; turn the screen and go to the whole list."""
    press_ctrl(window, KEY.Key_L)
    window.page.beside.language.spoken.others.click()
    settle()


def approve(window: DeskWindow, language: str, *, but: str = "") -> None:
    """Two administrators enter and approve every text of the questions; words are made up."""
    desk = window.desk
    sign_in(desk, "admin")
    signin.add_person(
        desk,
        name="second",
        display_name="A. Second",
        password=PASSWORD,
        roles=(Role.ADMIN,),
    )
    numbers = [
        language_texts.enter_text(
            desk,
            language=language,
            about=about,
            words=f"{language} {about}",
            translator="Titi Adeyemi",
            translated_on=date(2026, 3, 1),
        )
        for about in texts_to_translate(desk.law.questions)
        if about != but
    ]
    sign_in(desk, "second")
    for number in numbers:
        language_texts.approve_text(desk, number)
    sign_in(desk, "clerk")
