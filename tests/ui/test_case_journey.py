"""A case worked from the queue to its letter, and on to the next one, by keys (ux.md 7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.roles import Role
from app.services import signin
from tests.desks import PASSWORD, sign_in
from tests.ui.case_steps import CHARGE, choose_to_charge, give_reason_and_note, kept, look_first
from tests.ui.officer_cases import make_billable, make_ready, record_form
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.widgets.button import Button
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    room = OfficerWindow(tmp_path, Inline())
    room.shell.show()
    room.shell.activateWindow()
    QTest.qWaitForWindowActive(room.shell)
    yield room
    room.close()


def focus() -> object:
    return QApplication.focusWidget()


def shown(room: OfficerWindow, one: str, who: str) -> None:
    """A case, open for somebody."""
    room.sit_down(who, "queue")
    room.case.open(one)
    room.shell.show_page("case")
    settle()


def test_h6_prompts_are_answered_by_their_numbers_one_after_the_other(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    rows = room.case.facts.prompts
    assert focus() is rows[0]
    assert room.case.facts.free_care.hint.text() == "Press 1 for yes, 2 no, 3 not asked"
    room.press(KEY.Key_2)
    assert (rows[0].value(), focus()) == ("No", rows[1])
    room.press(KEY.Key_3)
    assert (rows[1].value(), focus()) == ("Not asked", rows[2])
    room.press(KEY.Key_2)  # only a clinician says no to violence
    assert (rows[2].open, focus()) == (True, rows[2])
    assert "A clinician answers this" in room.case.facts.free_care.hint.text()
    room.press(KEY.Key_3)
    assert (rows[2].value(), focus()) == ("Not asked", rows[3])
    room.press(KEY.Key_1)  # yes: which yes, the question asks
    assert room.case.work.tab() == "interview"
    room.press(KEY.Key_1)
    assert (rows[3].value(), focus()) == ("Yes", rows[4])
    room.press(KEY.Key_2)
    assert room.case.facts.free_care.done.text() == "5 of 5"
    assert focus() in room.case.decision.choices.buttons


@pytest.mark.slow
def test_a_case_is_worked_by_keys_from_the_queue_to_its_letter_and_the_next_case(
    room: OfficerWindow,
) -> None:
    one, other = room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    for case in (one, other):
        record_form(room.desk, case)
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    assert kept(room).registration_id == one
    room.press(KEY.Key_2, KEY.Key_2, KEY.Key_2, KEY.Key_2)
    room.press_alt(KEY.Key_N)  # no evidence was offered
    assert room.case.decision.suggestion is None
    choose_to_charge(room)
    assert room.case.decision.suggestion is not None
    assert room.case.decision.second.text() == "No evidence relied on: a second person checks."
    assert room.case.decision.save.accessibleName() == "Send for second check"
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    decided = kept(room).decision
    assert decided is not None
    assert decided.second_check == "needed"

    room.sit_down("senior", "queue")
    room.press(KEY.Key_Return)
    if not kept(room).to_check:
        room.press_ctrl(KEY.Key_PageDown)
    assert kept(room).to_check
    look_first(room)
    assert focus() is room.case.decision.check_note.input
    room.press("Asked her sister")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_A)
    checked = kept(room).decision
    assert checked is not None
    assert checked.second_check == "agreed"
    room.press_alt(KEY.Key_S)
    assert room.case.work.tab() == "letters"
    room.press("n")
    room.press_alt(KEY.Key_W)
    assert room.case.letter.isVisible()
    room.press(KEY.Key_Escape)
    after = room.case.steps.after.isEnabled()
    room.press_ctrl(KEY.Key_PageDown if after else KEY.Key_PageUp)
    assert kept(room).patient.family_name == "Lee"


@pytest.mark.slow
def test_estimate_letters_and_invoice_are_three_keys_from_the_case_at_most(
    room: OfficerWindow,
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one)
    keys = {
        "estimate": (KEY.Key_M, KEY.Key_I, KEY.Key_I),
        "invoice": (KEY.Key_V, KEY.Key_S),
    }
    assert all(len(pressed) <= 3 for pressed in keys.values())
    shown(room, one, "officer")
    for key in keys["estimate"]:
        room.press_alt(key)
    assert len(kept(room).estimates) == 2
    assert room.case.letter.isVisible()
    shown(room, one, "officer")
    room.press_alt(KEY.Key_S)
    room.press("n")
    room.press_alt(KEY.Key_W)  # three for a letter too
    assert room.case.letter.isVisible()
    shown(room, one, "officer")
    for key in keys["invoice"]:
        room.press_alt(key)
    assert "Sent to finance to invoice" in [event.words for event in kept(room).timeline]


@pytest.mark.slow
def test_who_bills_as_well_goes_to_the_list_at_once_and_an_officer_never_invoices(
    room: OfficerWindow,
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one)
    sign_in(room.desk, "admin")
    signin.add_person(
        room.desk,
        name="both",
        display_name="B. Both",
        password=PASSWORD,
        roles=(Role.OFFICER, Role.FINANCE),
    )
    shown(room, one, "both")
    gone: list[bool] = []
    room.case.invoice_wanted.connect(lambda: gone.append(True))
    room.press_alt(KEY.Key_V)
    assert gone == [True]


def test_a_case_that_cannot_be_billed_says_what_it_lacks(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_ready(room.desk, one)
    shown(room, one, "officer")
    choose_to_charge(room)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_V)
    room.press_alt(KEY.Key_S)
    assert "Make the estimate first" in room.case.summary.links[0].text()


def test_h12_f1_opens_the_guide_beside_the_case_and_no_rule_before_a_choice(
    room: OfficerWindow,
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_ready(room.desk, one)
    shown(room, one, "officer")
    here = focus()
    room.press(KEY.Key_F1)
    guide = room.case.work.guide
    assert guide.isVisible()
    assert guide.search.hasFocus()
    assert room.case.decision.isVisible()
    room.press(KEY.Key_Escape)
    assert not guide.isVisible()
    assert focus() is here
    room.choose(room.case.decision.choices, CHARGE)
    room.tab_to(room.case.decision.certified)
    room.press(KEY.Key_Space)
    room.press(KEY.Key_F1)
    assert guide.page.reader.hasFocus()
    assert "no exemption" in guide.page.title.text()
    room.press(KEY.Key_Escape)
    assert focus() is room.case.decision.certified
    assert room.shell.page() == "case"


def test_h13_letters_rest_from_the_case_and_the_banner_says_so_without_the_reason(
    room: OfficerWindow,
) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    rest = room.case.facts.rest
    room.tab_to(rest.change)
    room.press(KEY.Key_Return, KEY.Key_Down)
    room.tab_to(rest.reason.input)
    room.press("why", KEY.Key_Return)
    assert "Say why, in a few words" in rest.reason.problem()
    room.press(" the nurse told us", KEY.Key_Return)
    assert focus() is rest.change
    said = room.shell.banner.accessibleName()
    assert "Letters rest" in said
    assert "nurse" not in said
    assert "Safeguarding" not in said
    assert "Safeguarding comes first" in rest.held.text()
    room.press(KEY.Key_Return, KEY.Key_Down)
    assert rest.keep.accessibleName() == "Let letters go on"
    room.tab_to(rest.reason.input)
    room.press("All is well again", KEY.Key_Return)
    assert "Letters rest" not in room.shell.banner.accessibleName()


def test_the_rest_of_the_answers_and_of_the_timeline_unfold(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_ready(room.desk, one)
    shown(room, one, "officer")
    facts = room.case.facts
    assert "Record banner" not in facts.answers.text()
    room.tab_to(facts.all_answers)
    room.press(KEY.Key_Return)
    assert "Record banner" in facts.answers.text()
    assert facts.all_answers.accessibleName().startswith("Show fewer")
    room.press(KEY.Key_Return)
    assert "Record banner" not in facts.answers.text()


def test_one_filled_button_alone_stands_on_the_case(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one, checked=False)
    for who in ("officer", "senior"):
        shown(room, one, who)
        for tab in ("evidence", "interview"):
            room.case.work.show_tab(tab)
            settle()
            filled = [
                one.accessibleName()
                for one in room.case.findChildren(Button)
                if one.kind == "primary" and one.isVisible()
            ]
            assert len(filled) <= 1, filled
