"""The stay of a case, entered by keys, and its parts once somebody has decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.casework.review import Choice
from app.services import review, stays
from app.store import stays as kept_stays
from tests.desks import add_visitor, sign_in
from tests.ui.case_steps import opened
from tests.ui.officer_cases import make_ready
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.views.case_dated import DAY_FIRST
from ui.views.case_family import NO_RELATION, NOBODY, SEVERAL
from ui.views.case_stay import CHANGE, CLOSE, DECIDED, TO_OR_TICK, StayCard
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


def card(room: OfficerWindow) -> StayCard:
    """The card on the case page."""
    return room.case.facts.stay


def boxes(widget: QWidget) -> list[TickBox]:
    """The boxes of a question."""
    return widget.findChildren(TickBox)


def here(room: OfficerWindow) -> str:
    """What the card says, as read out."""
    return card(room).facts.text()


def test_a_stay_is_entered_and_changed_by_keys(room: OfficerWindow) -> None:
    opened(room)
    assert here(room) == "Here: 09-Mar-2026, one day"
    assert not card(room).first.isVisible()
    room.press_alt(KEY.Key_T)
    assert QApplication.focusWidget() is card(room).first.input
    assert not card(room).ward.isVisible(), "a planned stay moves to no ward"
    card(room).first.input.clear()
    room.press("1/3/26", KEY.Key_Tab, "8/3/26")
    room.press_alt(KEY.Key_P)
    assert here(room) == "Here: 01-Mar-2026 to 08-Mar-2026"
    assert not card(room).first.isVisible()
    assert QApplication.focusWidget() is card(room).change
    room.press(KEY.Key_Space)
    assert card(room).last.input.text() == "08-Mar-2026"
    room.tab_to(card(room).still_here)
    room.press(KEY.Key_Space)
    assert not card(room).last.isEnabled()
    room.tab_to(card(room).keep)
    room.press(KEY.Key_Space)
    assert here(room) == "Here: from 01-Mar-2026, still here"


def test_an_emergency_visit_may_move_to_a_ward(room: OfficerWindow) -> None:
    opened(room, booking="emergency")
    room.press_alt(KEY.Key_T)
    assert card(room).ward.isVisible()
    card(room).first.input.setText("6/3/26")
    card(room).still_here.setChecked(True)
    card(room).ward.input.setText("7/3/26")
    room.press(KEY.Key_Return)
    assert here(room) == "Here: from 06-Mar-2026, still here; On a ward since: 07-Mar-2026"


def test_what_makes_no_stay_is_said_beside_its_field_and_nothing_is_cleared(
    room: OfficerWindow,
) -> None:
    opened(room)
    room.press_alt(KEY.Key_T)
    room.press_alt(KEY.Key_P)
    assert card(room).last.problem() == TO_OR_TICK
    assert QApplication.focusWidget() is card(room).last.input
    room.press("1/3/26", KEY.Key_Return)
    assert "before the first" in card(room).last.problem()
    assert card(room).last.input.text()
    assert card(room).is_open()
    room.press_alt(KEY.Key_T)
    assert card(room).change.text() == CHANGE


def test_h12_the_parts_are_shown_only_once_a_decision_is_saved(room: OfficerWindow) -> None:
    registration_id = opened(room)
    make_ready(room.desk, registration_id)
    sign_in(room.desk, "officer")
    stays.set_stay(room.desk, registration_id, first="1/3/26", last="9/3/26")
    stays.answer_from(
        room.desk, registration_id, "s2_protection", ("claimed_pending",), since="4/3/26"
    )
    room.case_model.refresh()
    settle()
    (back,) = room.case.facts.dated.take_back
    assert back.accessibleName().startswith("Take back: Have you claimed asylum")
    room.case_model.choose(Choice.EXEMPT, certified=True)
    settle()
    assert card(room).text() == ""
    review.decide(
        room.desk,
        registration_id,
        choice=Choice.EXEMPT,
        reason_code="E2",
        note="Claimed asylum here.",
        certified=True,
        no_evidence_offered=True,
    )
    room.case_model.refresh()
    settle()
    assert card(room).text().startswith(DECIDED)
    assert "01-Mar-2026 to 03-Mar-2026: Charged" in card(room).text()
    assert "04-Mar-2026 to 09-Mar-2026: Free" in card(room).text()


def test_a_claim_made_on_the_ward_is_entered_and_taken_back_by_keys(room: OfficerWindow) -> None:
    registration_id = opened(room)
    dated = room.case.facts.dated
    assert not dated.isVisible(), "nothing changes during a single day"
    stays.set_stay(room.desk, registration_id, first="1/3/26", last="9/3/26")
    room.case_model.refresh()
    settle()
    room.press_alt(KEY.Key_H)
    assert QApplication.focusWidget() is dated.since.input
    room.press("4/3/26", KEY.Key_Tab, "asylum or")
    room.press(KEY.Key_Down, KEY.Key_Return)
    question = dated.editor.question()
    assert question is not None
    assert question.id == "s2_protection"
    (claimed,) = [box for box in boxes(dated) if box.text() == "Claimed, not yet decided"]
    room.tab_to(claimed)
    room.press(KEY.Key_Space)
    room.tab_to(dated.editor.keep)
    room.press(KEY.Key_Space)
    assert not dated.is_open()
    assert QApplication.focusWidget() is dated.change
    (row,) = kept_stays.answers(room.desk.db, registration_id)
    assert (row.holds_from, row.value) == (date(2026, 3, 4), ["claimed_pending"])
    (back,) = dated.take_back
    room.tab_to(back)
    room.press(KEY.Key_Space)
    assert kept_stays.answers(room.desk.db, registration_id) == ()
    assert dated.take_back == []


def test_a_change_needs_its_day_and_says_so_beside_the_field(room: OfficerWindow) -> None:
    registration_id = opened(room)
    dated = room.case.facts.dated
    stays.set_stay(room.desk, registration_id, first="1/3/26", last="9/3/26")
    room.case_model.refresh()
    settle()
    room.press_alt(KEY.Key_H)
    dated.what.input.set_value("s2_nrm")
    dated.what.input.editingFinished.emit()
    dated.editor.unsure.click()
    assert dated.since.problem() == DAY_FIRST
    dated.since.input.setText("1/3/26")
    dated.editor.unsure.click()
    assert "after its first" in dated.since.problem()
    dated.since.input.setText("5/3/26")
    dated.editor.unsure.click()
    assert [row.state for row in kept_stays.answers(room.desk.db, registration_id)] == ["unknown"]


def test_another_case_shows_nothing_of_the_last(room: OfficerWindow) -> None:
    opened(room)
    room.press_alt(KEY.Key_T)
    assert card(room).change.text() == CLOSE
    card(room).first.input.setText("1/3/26")
    card(room).open_case("another")
    assert not card(room).is_open()
    assert here(room) == ""


def test_every_field_of_the_stay_has_a_name_and_a_place_in_the_tab_order(
    room: OfficerWindow,
) -> None:
    opened(room, booking="emergency")
    room.press_alt(KEY.Key_T)
    for widget, name in (
        (card(room).first.input, "From"),
        (card(room).last.input, "To"),
        (card(room).still_here, "Still here"),
        (card(room).ward.input, "Moved to a ward on"),
    ):
        assert name in (widget.accessibleName() or widget.text())
        room.tab_to(widget)


def test_a_mothers_record_is_found_read_back_and_linked_by_keys(room: OfficerWindow) -> None:
    registration_id = opened(room)
    sign_in(room.desk, "clerk")
    mother = add_visitor(room.desk, family_name="Adeyemi", given_names="Bola")
    sign_in(room.desk, "officer")
    family = room.case.facts.family
    room.press_alt(KEY.Key_F)
    assert QApplication.focusWidget() is family.relation.input
    room.press(KEY.Key_Tab, "nobody 1/1/90", KEY.Key_Return)
    assert family.who.problem() == NOBODY
    assert not family.link.isVisible()
    family.who.input.clear()
    room.press("adeyemi 2/3/90", KEY.Key_Return)
    assert family.found.text() == "ADEYEMI, Bola (Mrs). Born 02-Mar-1990 (36y). NHS No. Not known"
    assert QApplication.focusWidget() is family.link
    room.press(KEY.Key_Space)
    assert family.relation.problem() == NO_RELATION
    room.press(KEY.Key_Down, KEY.Key_Down)
    room.tab_to(family.link)
    room.press(KEY.Key_Space)
    linked = kept_stays.links(room.desk.db, registration_id)
    assert list(linked.values()) == [mother.patient_id]
    assert not family.is_open()
    (back,) = family.take_back
    assert back.accessibleName().endswith("of Bola Adeyemi")
    room.tab_to(back)
    room.press(KEY.Key_Space)
    assert kept_stays.links(room.desk.db, registration_id) == {}


def test_h4_a_record_that_several_answer_to_is_not_linked(room: OfficerWindow) -> None:
    opened(room)
    sign_in(room.desk, "clerk")
    for given_names in ("Bola", "Tola"):
        add_visitor(room.desk, family_name="Adeyemi", given_names=given_names)
    sign_in(room.desk, "officer")
    family = room.case.facts.family
    room.press_alt(KEY.Key_F)
    family.who.input.setText("adeyemi 2/3/90")
    family.look_up.click()
    assert family.who.problem() == SEVERAL
    assert not family.link.isVisible()
    family.who.input.setText("999 000 0000")
    family.look_up.click()
    assert family.who.problem()
