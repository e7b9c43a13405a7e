"""What is half typed and belongs to no record, or to one that somebody else changes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import finding, registration, stays
from app.services.desk import Desk
from tests.desks import add_visitor, register_visitor, sign_in
from tests.ui.hands import press
from tests.ui.held_lane import HeldLane
from tests.ui.office_desk import desk as desk
from tests.ui.officer_window import settle
from tests.ui.seats import Room, window_of_many
from ui.shell import Shell
from ui.views.case import CasePage
from ui.views.emergency import EmergencyPage
from ui.views.find_card import FindCard
from ui.views.new_patient import NewPatientPanel
from ui.widgets.inputs import LineEdit
from ui.widgets.typed import CHANGED_ELSEWHERE

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, shell: Shell) -> Iterator[Room]:
    with window_of_many(qtbot, desk, shell) as one:
        yield one


# A new patient


def finder(room: Room, name: str) -> FindCard:
    """The search of somebody who has just signed in."""
    room.sit(name)
    settle()
    return room.page.start.finder


def begun(room: Room, name: str = "clerk") -> NewPatientPanel:
    """A panel in which somebody has begun."""
    card = finder(room, name)
    room.shell.show_page("desk")
    card.search.setText("Okafor")
    card.new_button.click()
    panel = card.new_patient
    panel.given.input.setText("Ada Ngo")
    panel.number.input.setText("999 3")
    return panel


def typed(panel: NewPatientPanel) -> tuple[str, ...]:
    return tuple(one.text() for one in panel.findChildren(LineEdit) if one.text())


def test_ux_5_a_new_patient_half_typed_stands_open_again_when_their_clerk_is_back(
    room: Room,
) -> None:
    before = typed(begun(room))
    room.lock()
    assert not finder(room, "officer").new_patient.isVisible()
    assert typed(room.page.start.finder.new_patient) == ()
    room.lock()
    panel = finder(room, "clerk").new_patient
    assert panel.isVisible(), "in sight, as though there had been no lock"
    assert typed(panel) == before
    assert panel.isAncestorOf(QApplication.focusWidget() or room.shell)
    assert "until 09:00" in panel.kept.text()
    assert panel.kept.isVisible()


def test_ux_5_who_begins_on_another_page_comes_back_to_the_new_patient(room: Room) -> None:
    begun(room, "officer")
    room.lock()
    card = finder(room, "officer")
    assert room.shell.page() == "desk"
    assert card.new_patient.isVisible()


def test_h4_what_was_kept_of_a_new_patient_is_cleared_by_a_button_and_gone(room: Room) -> None:
    begun(room)
    room.lock()
    panel = finder(room, "clerk").new_patient
    panel.clear.click()
    assert typed(panel) == ()
    assert not panel.kept.isVisible()
    assert panel.given.input.hasFocus()
    room.lock()
    assert not finder(room, "clerk").new_patient.isVisible()


def test_h4_a_new_patient_who_was_left_is_not_brought_back_by_a_lock(room: Room) -> None:
    begun(room)
    press(KEY.Key_Escape)
    room.lock()
    card = finder(room, "clerk")
    assert not card.new_patient.isVisible()
    card.new_button.click()
    assert typed(card.new_patient) == ()


def test_h4_what_was_kept_is_never_unsaid_and_goes_where_somebody_else_is_looked_for(
    room: Room,
) -> None:
    begun(room)
    room.lock()
    card = finder(room, "clerk")
    room.page.next_patient()
    card.new_button.click()
    assert card.new_patient.family.input.text() == "Okafor"
    assert card.new_patient.kept.isVisible()
    press(KEY.Key_Escape)
    card.search.setText("Adeyemi 1/2/1980")
    card.new_button.click()
    assert card.new_patient.family.input.text() == "Adeyemi"
    assert card.new_patient.number.input.text() == ""
    assert not card.new_patient.kept.isVisible()


def test_h4_a_new_patient_who_was_saved_is_no_draft_any_more(room: Room) -> None:
    panel = begun(room)
    panel.number.input.clear()
    panel.here_for.input.set_value("outpatient")
    panel.save.click()
    office = room.office
    assert office is not None
    assert office.registration is not None
    assert office.registration.step is not None
    room.lock()
    card = finder(room, "clerk")
    assert not card.new_patient.isVisible()


def test_h4_a_new_patient_on_their_way_into_the_records_is_not_typed_a_second_time(
    room: Room,
) -> None:
    lane = HeldLane(holds=False)
    room.records = lane
    panel = begun(room)
    panel.number.input.clear()
    panel.here_for.input.set_value("outpatient")
    lane.holds = True
    panel.save.click()
    room.lock()
    lane.holds = False
    lane.let_go()
    assert not finder(room, "clerk").new_patient.isVisible()
    (kept,) = finding.find(room.desk, "Okafor unknown")
    assert kept.given_names == "Ada Ngo"


def test_ux_5_a_new_patient_who_was_refused_is_still_half_typed(room: Room) -> None:
    panel = begun(room)  # half an NHS number
    panel.save.click()
    assert panel.summary.isVisible()
    before = typed(panel)
    room.lock()
    assert typed(finder(room, "clerk").new_patient) == before


# Reading one case in an emergency


def page_of(room: Room, name: str) -> EmergencyPage:
    room.sit(name)
    room.shell.show_page("emergency")
    page = room.shell.findChild(EmergencyPage)
    assert isinstance(page, EmergencyPage)
    return page


def test_ux_5_a_reason_for_an_emergency_outlasts_a_lock_with_its_reference_alone(
    room: Room,
) -> None:
    sign_in(room.desk, "clerk")
    case = register_visitor(room.desk, add_visitor(room.desk))
    ref = registration.step(room.desk, case).ref
    page = page_of(room, "finance")
    page.ref.input.setText(ref)
    page.why.input.setPlainText("The ward asks and the off")
    room.lock()
    page = page_of(room, "clerk")
    assert (page.ref.input.text(), page.why.input.text()) == ("", "")
    room.lock()
    page = page_of(room, "finance")
    assert page.ref.input.text() == ref
    assert page.why.input.text() == "The ward asks and the off"
    page.why.input.setPlainText("The ward asks and the officer is away")
    page.read.click()
    assert page.heading.isVisible()
    room.lock()
    page = page_of(room, "finance")
    assert (page.ref.input.text(), page.why.input.text()) == ("", "")


# A record that changes meanwhile


def test_what_is_half_typed_goes_with_a_sentence_where_its_record_was_changed_elsewhere(
    room: Room,
) -> None:
    sign_in(room.desk, "clerk")
    case = register_visitor(room.desk, add_visitor(room.desk))
    page = case_of(room, case)
    page.facts.stay.change.click()
    page.facts.stay.last.input.setText("20/3/2")
    room.lock()
    sign_in(room.desk, "senior")
    stays.set_stay(room.desk, case, first="1/3/26", last="8/3/26", ward="")
    page = case_of(room, case)
    settle()
    assert not page.facts.stay.is_open()
    assert page.facts.stay.last.input.text() == "08-Mar-2026"
    assert room.shell.notice.words.text() == CHANGED_ELSEWHERE.format(what="Stay")
    assert room.shell.notice.isVisible()


def test_ux_5_what_is_typed_before_a_slow_disk_has_told_the_rest_outlasts_a_lock(
    room: Room,
) -> None:
    sign_in(room.desk, "clerk")
    case = register_visitor(room.desk, add_visitor(room.desk))
    lane = HeldLane(holds=False)
    room.records = lane
    page = case_of(room, case)
    page.leave()
    lane.holds = True
    page.open(case)
    lane.let_one_go()
    assert page.work.isEnabled()
    page.facts.stay.change.click()
    page.facts.stay.first.input.setText("2/3/2")
    page.facts.rest.change.click()
    page.facts.rest.reason.input.setText("Asked for a rev")
    room.lock()
    lane.holds = False
    lane.let_go()
    page = case_of(room, case)
    assert page.facts.stay.is_open()
    assert page.facts.stay.first.input.text() == "2/3/2"
    assert page.facts.rest.reason.input.text() == "Asked for a rev"
    page.leave()
    lane.holds = True
    page.open(case)
    lane.let_one_go()
    page.facts.stay.change.click()
    page.facts.stay.first.input.setText("3/3/2")
    lane.let_go()
    assert page.facts.stay.first.input.text() == "3/3/2", "what comes late takes nobody's words"


def case_of(room: Room, case: str) -> CasePage:
    room.sit("officer")
    room.shell.show_page("case")
    page = room.shell.findChild(CasePage)
    assert isinstance(page, CasePage)
    page.open(case)
    settle()
    return page
