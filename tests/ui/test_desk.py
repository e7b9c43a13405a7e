"""The desk's start: found by what is read back, one patient open, nothing of the last one left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.services import desk_lists, registration
from app.store import registrations
from tests.desks import add_visitor
from tests.ui.desk_window import KEY, DeskWindow, add_ada, settle
from tests.ui.held_lane import HeldLane
from ui import theme
from ui.theme import Theme
from ui.views import find_card
from ui.widgets.patient_row import PatientRow
from ui.widgets.patients import PatientList
from ui.widgets.scroll import Scroll
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


def test_a_uk_resident_takes_at_most_eight_key_presses(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.find_ada()
    assert isinstance(QApplication.focusWidget(), PatientRow)
    window.keys = 0
    window.press(KEY.Key_Return, KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return)
    assert window.page.stack.currentWidget() is window.page.outcome
    assert window.page.outcome.band.text() == "Book in as normal. No follow-up"
    assert window.keys == 5


def test_the_first_patient_of_a_new_desk_takes_at_most_eight_keys_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    one = DeskWindow(tmp_path, Inline())
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    add_ada(one.desk)
    one.find_ada()
    one.keys = 0
    one.press(KEY.Key_Return, "o", KEY.Key_Return, KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return)
    assert one.page.outcome.band.isVisible()
    assert one.keys <= 8
    assert one.model.booking == "outpatient"
    one.desk.db.close()


def ids(shown: PatientList) -> list[str]:
    return [row.match.patient_id for row in shown.rows if row.match]


def test_the_search_has_the_focus_when_the_desk_opens(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    assert window.page.start.finder.search.hasFocus()
    assert window.page.start.greeting.text() == "Good morning"
    assert window.page.start.where.text() == "Monday 9 March 2026, Desk 3"


def test_a_patient_is_found_by_name_and_birthday_and_told_by_four_facts(
    window: DeskWindow,
) -> None:
    add_ada(window.desk)
    window.shell.show_page("desk")
    window.press("okafor 2/3/1990", KEY.Key_Return)
    row = window.page.start.finder.results.rows[0]
    assert row.accessibleName() == (
        "OKAFOR, Ada (Mrs), Born 2 March 1990 (36y), NHS No. 999 317 7423, Postcode LS9 7TF, "
        "name and date of birth"
    )
    assert window.banner == []  # no banner beside a list


def test_a_similar_patient_is_named_in_amber(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    window.find_ada()
    finder = window.page.start.finder
    assert finder.similar.isVisible()
    assert "OKAFOR, Ada (Mrs)" in finder.similar.text()


def test_a_number_that_cannot_be_right_is_said_where_it_was_typed(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press("9993177424", KEY.Key_Return)
    finder = window.page.start.finder
    assert finder.problem.isVisible()
    assert finder.search.accessibleDescription() == finder.problem.text()
    assert finder.search.text() == "9993177424"


def test_who_is_parked_and_found_again_is_taken_up_where_they_were_left(
    window: DeskWindow,
) -> None:
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_3)
    begun = window.registration.step
    assert begun is not None
    window.press(KEY.Key_F8)
    window.find_ada()
    window.press(KEY.Key_Return)
    page = window.page.interruption
    assert window.page.stack.currentWidget() is page
    assert page.card.title.text() == "You are back with OKAFOR, Ada (Mrs)"
    window.press(KEY.Key_Return)
    again = window.registration.step
    assert again is not None
    assert again.registration_id == begun.registration_id
    assert again.question == begun.question
    assert desk_lists.parked(window.desk) == ()


def test_a_name_alone_is_not_said_to_be_nobody_on_the_system(window: DeskWindow) -> None:
    """A clerk finds by an exact match: told to add her again, the desk would have her twice."""
    add_ada(window.desk)
    window.shell.show_page("desk")
    window.press("Okafor", KEY.Key_Return)
    finder = window.page.start.finder
    assert finder.words.text() == find_card.NAME_ALONE.format(text="Okafor")
    window.press(" 3/3/90", KEY.Key_Return)
    assert finder.words.text() == find_card.NOBODY.format(text="Okafor 3/3/90")


def test_ux_7_13_what_was_searched_for_is_not_typed_again_for_somebody_new(
    window: DeskWindow,
) -> None:
    window.shell.show_page("desk")
    window.press("Adeyemi", KEY.Key_Return)
    finder = window.page.start.finder
    assert finder.words.text() == find_card.NAME_ALONE.format(text="Adeyemi")
    window.press_alt(KEY.Key_N)
    panel = finder.new_patient
    assert panel.given.input.hasFocus()
    assert panel.family.input.text() == "Adeyemi"
    window.press("Bola", KEY.Key_Tab, KEY.Key_Tab, "14/7/85", KEY.Key_Return)
    assert window.page.stack.currentWidget() is window.page.ladder
    opened = window.registration.step
    assert opened is not None
    assert opened.patient.banner_name == "ADEYEMI, Bola"
    assert opened.patient.born_with_age(window.desk.today) == "14-Jul-1985 (40y)"


def test_h4_the_fields_of_somebody_new_hold_nothing_of_whoever_was_begun_before(
    window: DeskWindow,
) -> None:
    window.shell.show_page("desk")
    window.press("Mensah 2/3/1990", KEY.Key_Return)
    window.press_alt(KEY.Key_N)
    panel = window.page.start.finder.new_patient
    window.press("Kofi", KEY.Key_Escape)
    window.press_alt(KEY.Key_N)
    assert panel.given.input.text() == "Kofi"  # still the same one
    window.press(KEY.Key_Escape, "mensa 02-Mar-1990", KEY.Key_Return)
    window.press_alt(KEY.Key_N)
    assert panel.given.input.text() == "Kofi"  # of the same day: looked for once more
    window.press(KEY.Key_Escape, "Bello 1/1/1980", KEY.Key_Return)
    window.press_alt(KEY.Key_N)
    stands = [one.input.text() for one in (panel.given, panel.family, panel.born)]
    assert stands == ["", "Bello", "01-Jan-1980"]


def test_a_new_patient_is_booked_for_what_they_came_for(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press_alt(KEY.Key_N)
    panel = window.page.start.finder.new_patient
    assert panel.here_for.input.value() == "outpatient"  # what this desk last booked for
    window.press("Bola", KEY.Key_Tab, "Adeyemi")
    window.tab_to(panel.here_for.input)
    window.press("m", KEY.Key_Return)
    assert window.model.booking == "maternity"
    assert window.registration.step is not None
    kept = registrations.get(window.desk.db, window.registration.step.registration_id)
    assert kept.service_type == "maternity"


def test_a_new_patient_who_may_be_known_is_added_only_by_a_word(window: DeskWindow) -> None:
    known = add_visitor(window.desk)
    window.shell.show_page("desk")
    window.press_alt(KEY.Key_N)
    window.press("Ada", KEY.Key_Tab, "Okafor", KEY.Key_Tab, "2/3/1990", KEY.Key_Return)
    panel = window.page.start.finder.new_patient
    assert window.registration.step is None
    assert ids(panel.look_alikes) == [known.patient_id]
    window.press(KEY.Key_Return)  # it is her: read back, then open
    assert ids(window.page.start.finder.results) == [known.patient_id]
    window.press(KEY.Key_Return)
    assert window.registration.step is not None
    assert window.registration.step.patient == known


def test_none_of_these_adds_a_second_person_of_the_name(window: DeskWindow) -> None:
    known = add_visitor(window.desk)
    window.shell.show_page("desk")
    window.press_alt(KEY.Key_N)
    window.press("Ada", KEY.Key_Tab, "Okafor", KEY.Key_Tab, "2/3/1990", KEY.Key_Return)
    window.tab_to(window.page.start.finder.new_patient.none_of_these)
    window.press(KEY.Key_Return)
    assert window.registration.step is not None
    assert window.registration.step.patient.patient_id != known.patient_id


def test_a_nameless_patient_with_no_such_birthday_is_told_both_at_once(window: DeskWindow) -> None:
    window.shell.show_page("desk")
    window.press_alt(KEY.Key_N)
    panel = window.page.start.finder.new_patient
    window.tab_to(panel.born.input)
    window.press("31/2/1990", KEY.Key_Return)
    assert panel.summary.hasFocus()
    assert len(panel.summary.links) == 2
    assert panel.family.problem() == "Enter the family name, or “Unknown” until it is known."
    assert panel.born.problem().startswith("There is no such day")
    assert panel.born.input.text() == "31/2/1990"


def test_esc_never_discards(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.shell.show_page("desk")
    window.press_alt(KEY.Key_N)
    window.press("Bola", KEY.Key_Escape)
    finder = window.page.start.finder
    assert finder.search.hasFocus()
    window.press_alt(KEY.Key_N)
    assert finder.new_patient.given.input.text() == "Bola"
    window.press(KEY.Key_Escape)
    window.press("9993177423", KEY.Key_Return, KEY.Key_Return, KEY.Key_1)
    before = window.registration.step
    window.press(KEY.Key_Escape, KEY.Key_Escape)
    assert window.registration.step is before
    assert window.page.stack.currentWidget() is window.page.ladder
    window.press(KEY.Key_F9, KEY.Key_Escape)
    assert window.page.ladder.question.isVisible()
    assert window.page.ladder.question.answers.has_focus()
    assert before is not None
    kept = registration.step(window.desk, before.registration_id)
    assert [one.shown for one in kept.answered] == ["In the UK all the time"]


def test_only_one_patient_is_open(window: DeskWindow) -> None:
    ada, other = add_ada(window.desk), add_visitor(window.desk, family_name="Smith")
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_2)
    first = window.registration.step
    assert first is not None
    window.press(KEY.Key_F2)
    assert window.page.stack.currentWidget() is window.page.interruption
    assert window.page.interruption.card.title.text() == "OKAFOR, Ada (Mrs) is still open"
    window.press(KEY.Key_Escape)
    assert window.page.stack.currentWidget() is window.page.ladder
    window.press(KEY.Key_F2, KEY.Key_Return)
    assert window.banner == [ada, None]
    assert window.registration.step is None
    window.press("smith 2/3/90", KEY.Key_Return, KEY.Key_Return)
    assert window.banner == [ada, None, other]
    assert [one.registration_id for one in desk_lists.parked(window.desk)] == [
        first.registration_id
    ]


def test_the_desk_begins_at_its_top_for_the_next_patient(
    window: DeskWindow, qapp: QApplication
) -> None:
    add_ada(window.desk)
    worn = theme.current()
    try:
        theme.apply(qapp, Theme("light", 2.0, motion=False))
        window.shell.show_page("desk")
        settle()
        scrolls = window.page.start.findChildren(Scroll)
        bar = max((one.verticalScrollBar() for one in scrolls), key=lambda one: one.maximum())
        first = bar.value()
        window.find_ada()
        bar.setValue(bar.maximum())
        assert bar.value() > first
        window.press(KEY.Key_Return, KEY.Key_F8)
        settle()
        assert bar.value() == first
    finally:
        theme.apply(qapp, worn)


def test_resuming_parks_the_open_one_and_names_who_comes_back(window: DeskWindow) -> None:
    ada, other = add_ada(window.desk), add_visitor(window.desk, family_name="Smith")
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_2, KEY.Key_F8)
    assert window.page.start.parked.isVisible()
    window.press("smith 2/3/90", KEY.Key_Return, KEY.Key_Return, KEY.Key_1)
    window.tab_to(window.page.ladder.parked.buttons[0])
    window.press(KEY.Key_Return)
    page = window.page.interruption
    assert window.page.stack.currentWidget() is page
    assert page.card.title.text() == "You are back with OKAFOR, Ada (Mrs)"
    assert page.words.text().startswith("SMITH, Ada (Mrs) is parked.")
    assert window.banner[-1] == ada
    window.press(KEY.Key_Return)
    assert [row.answer.text() for row in window.page.ladder.before.rows] == [
        "Partly in the UK, partly elsewhere"
    ]
    waiting = desk_lists.parked(window.desk)
    assert [one.initials for one in waiting] == [other.initials]


def test_a_full_desk_says_so_and_keeps_the_patient_open(window: DeskWindow) -> None:
    for given in ("Ann", "Ben", "Cy", "Dee", "Eve"):
        patient = add_visitor(window.desk, family_name="Smith", given_names=given)
        opened = registration.begin(window.desk, patient.patient_id, "outpatient")
        registration.park(window.desk, opened.registration_id)
    ada = add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_F8)
    assert window.page.ladder.question.problem.text() == "5 are parked already. Resume one of them."
    assert window.banner == [ada]
    window.tab_to(window.page.ladder.parked.buttons[0])  # a full desk can still swap
    window.press(KEY.Key_Return)
    assert window.page.interruption.card.title.text() == "You are back with SMITH, Ann (Mrs)"
    assert len(desk_lists.parked(window.desk)) == 5


def test_nothing_of_the_last_patient_is_left_for_the_next(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, *[KEY.Key_1] * 3, KEY.Key_Return, KEY.Key_F2)
    finder = window.page.start.finder
    assert finder.search.text() == ""
    assert not finder.results.isVisible()
    assert finder.search.hasFocus()
    assert window.page.visitor.fields == {}
    assert window.shell.banner.isHidden()


def test_today_counts_who_was_asked(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, *[KEY.Key_1] * 3, KEY.Key_Return, KEY.Key_F2)
    window.press("9993177423", KEY.Key_Return, KEY.Key_Return, KEY.Key_F9, KEY.Key_5, KEY.Key_F2)
    today = window.page.start.today
    assert today.asked.text() == "1 of 2 asked"
    assert today.ring.text() == "50 %"
    assert today.ring.accessibleName() == "1 of 2 asked"
    later = window.page.start.later
    assert [one.accessibleName() for one in later.buttons] == [
        "Open OA: Not asked: Interpreter needed, Saved here"
    ]
    window.tab_to(later.buttons[0])
    window.press(KEY.Key_Return, KEY.Key_Return)
    assert window.page.ladder.question.isVisible()


def test_h8_a_private_reason_is_on_no_screen_of_the_desk_once_it_is_chosen(
    window: DeskWindow,
) -> None:
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_F9)
    window.press(KEY.Key_6)
    assert window.page.stack.currentWidget() is window.page.outcome
    told = [one.text() for one in window.page.outcome.findChildren(QLabel) if one.isVisible()]
    assert "Private, ask alone" in told
    assert not [one for one in told if "safeguarding" in one.casefold()]
    window.press(KEY.Key_F2)
    (open_it,) = window.page.start.later.buttons
    assert "Private, ask alone" in open_it.accessibleName()


def test_lists_on_the_start_show_initials_and_no_name(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_F8)
    shown = [
        label.text()
        for label in window.page.start.parked.findChildren(QWidget)
        if hasattr(label, "text") and label.isVisible()
    ]
    assert "OA" in shown
    assert not any("okafor" in text.lower() for text in shown)


def test_every_widget_that_takes_the_focus_has_a_name(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    window.find_ada()
    _check_names(window.shell)
    window.press(KEY.Key_Return)
    _check_names(window.shell)
    window.press(KEY.Key_3)
    _check_names(window.shell)
    window.press("nigeria", KEY.Key_Return, KEY.Key_Return, KEY.Key_1, KEY.Key_1)
    assert window.page.visitor.isVisible()
    _check_names(window.shell)
    window.press(KEY.Key_F9)
    _check_names(window.shell)
    window.press(KEY.Key_2)
    _check_names(window.shell)


def _check_names(root: QWidget) -> None:
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found = QAccessible.queryAccessibleInterface(widget)
            named = found.text(QAccessible.Text.Name) if found else ""
            labelled = found.relations() if found else []
            assert named or labelled, widget


def test_no_word_of_the_desk_is_cut_off(window: DeskWindow) -> None:
    """At 100 %, at 200 % and in the smallest window (WCAG 1.4.4, 1.4.10)."""
    from ui import theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    add_ada(window.desk)
    add_visitor(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_3, "nigeria", KEY.Key_Return, KEY.Key_Return)
    window.press(KEY.Key_1, KEY.Key_1)
    for width, height, size in ((1366, 768, 1.0), (1366, 768, 2.0), (1024, 640, 1.0)):
        theme.apply(app, theme.Theme(text_size=size))
        window.shell.resize(width, height)
        for page in (window.page.start, window.page.ladder, window.page.visitor):
            window.page.stack.setCurrentWidget(page)
            settle()
            inside = page.content.parentWidget()
            assert inside is not None
            assert inside.width() <= page.width(), (page, size)
            _check_room(page)


def _check_room(page: QWidget) -> None:
    from PySide6.QtWidgets import QLabel

    from ui.widgets.button import Button

    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | Button):
            continue
        assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


def test_a_key_pressed_before_the_next_question_shows_answers_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    lane = HeldLane(holds=False)
    window = DeskWindow(tmp_path, lane, booking="outpatient")
    qtbot.addWidget(window.shell)
    with qtbot.waitActive(window.shell):
        window.shell.show()
        window.shell.activateWindow()
    add_ada(window.desk)
    window.find_ada()
    window.press(KEY.Key_Return)
    lane.holds = True
    window.press(KEY.Key_1, KEY.Key_3)
    lane.let_go()
    step = window.registration.step
    assert step is not None
    assert [one.shown for one in step.answered] == ["In the UK all the time"]
    assert window.page.ladder.question.answers.value() is None
    window.desk.db.close()


def test_a_fault_in_the_records_does_not_lock_the_desk(qtbot: QtBot, tmp_path: Path) -> None:
    faults: list[BaseException] = []
    window = DeskWindow(tmp_path, Inline(faults.append), booking="outpatient")
    qtbot.addWidget(window.shell)
    ada = add_ada(window.desk)
    window.registration.begin(ada.patient_id, "outpatient")
    window.registration.answer(("uk_all", "abroad"))  # refused in words
    question = window.page.ladder.question
    assert question.problem.text()
    pack = window.desk.pack
    del window.desk.pack
    window.registration.answer("uk_all")
    window.desk.pack = pack
    assert len(faults) == 1
    window.registration.answer("uk_all")
    assert window.registration.step is not None
    assert len(window.registration.step.answered) == 1
    window.desk.db.close()


def test_what_waits_is_shown_though_it_came_while_the_screen_was_turned(
    qtbot: QtBot, tmp_path: Path
) -> None:
    lane = HeldLane()  # slow records: somebody signed in, and turned the screen at once
    window = DeskWindow(tmp_path, lane)
    qtbot.addWidget(window.shell)
    with qtbot.waitActive(window.shell):
        window.shell.show()
        window.shell.activateWindow()
    ada = add_ada(window.desk)
    one = registration.begin(window.desk, ada.patient_id, "outpatient").registration_id
    registration.could_not_ask(window.desk, one, "emergency")
    window.shell.show_page("desk")
    window.page.turn_the_screen()
    lane.let_go()
    window.press(KEY.Key_Escape)
    start = window.page.start
    assert start.isVisible()
    assert len(start.later.buttons) == 1
    assert start.later.isVisible()
    assert "1 to ask before discharge" in start.today.later.text()
    window.desk.db.close()
