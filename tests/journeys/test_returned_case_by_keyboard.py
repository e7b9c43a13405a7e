"""A decision that a second person returns is taken up again, by keyboard alone in the real window.

The officer's turn goes on from there: a paper is zoomed and turned, the estimate issued anew, a
letter written and the case sent to finance, in as few keys as an act may cost.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.demo import PASSWORD
from app.demo.people import bring_prices, make_demo_desk
from app.machine import FixedClock, SystemClock
from app.opening import open_desk
from app.services import estimating, invoicing, letter_register, review, signin
from app.services.estimate_standing import EstimateState
from app.store import audit, decisions, registrations
from tests.journeys.keyboard import KEY, Keyboard
from tests.journeys.seat import locks, sits_down
from tests.services.work import HIP, chargeable, decided_on_a_passport, seated
from ui.widgets.stage import Stage

MOST_KEYS_FOR_AN_ACT = 3
COMMENT = "Which flight was booked? Ask for the ticket."

pytestmark = [pytest.mark.journey, pytest.mark.ui, pytest.mark.slow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk with one case that an officer decided this morning, on a passport of two pages."""
    now = SystemClock().now()
    desk = make_demo_desk(tmp_path / "desk", moment=now - timedelta(days=7), seed=5)
    chargeable(desk, family_name="Lee", given_names="Min")  # overdue, and nobody decided
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(now - timedelta(hours=1))
    bring_prices(desk)
    case = decided_on_a_passport(desk, family_name="Okafor", given_names="Ada")
    with seated(desk, "officer"):
        estimating.issue(desk, case, lines=(HIP,), treatment="Hip operation and stay")
    desk.db.close()
    return tmp_path / "desk"


def test_ux_7_2_a_returned_case_is_taken_up_again_by_keyboard_alone(
    hands: Keyboard, folder: Path
) -> None:
    sits_down(hands, "senior", "All open")
    returns_the_decision(hands)
    locks(hands, "OKAFOR", "LEE, MIN")
    sits_down(hands, "officer", "All open")
    takes_it_up_again(hands)
    zooms_and_turns_the_passport(hands)
    decides_with_the_ticket_in_mind(hands)
    issues_a_dearer_estimate(hands)
    locks(hands, "OKAFOR", "LEE, MIN")
    sits_down(hands, "senior", "All open")
    agrees_this_time(hands)
    writes_a_letter_in_three_keys(hands)
    sends_it_to_finance_in_two(hands)
    locks(hands, "OKAFOR", "LEE, MIN")
    sits_down(hands, "officer", "All open")
    finds_the_decided_case_again(hands)
    locks(hands, "OKAFOR", "LEE, MIN")
    sits_down(hands, "finance", "To invoice")
    issues_the_invoice_in_two(hands)
    hands.window.shell.close()
    the_store_says_the_same(folder)


def returns_the_decision(hands: Keyboard) -> None:
    hands.ctrl("6")
    hands.sees("OKAFOR, Ada")
    hands.tab_to("Cases that wait")
    hands.press(KEY.Key_Return)
    hands.sees("Say first what you find")
    hands.tab_to("Free: lives here")
    hands.arrow_to("Charge: visitor")
    hands.press(KEY.Key_Space)
    hands.alt("s")
    hands.sees("Decided: Charge: visitor", "You found: Charge: visitor")
    hands.tab_to("Your note on this check")
    hands.press(COMMENT)
    hands.alt("r")
    hands.sees("Check before you give your word", "Your word: Returned", COMMENT)
    hands.sees("The case goes back to the top of “Due”, with your note.")
    hands.alt("r")
    hands.sees(f"S. Byrne returned it: {COMMENT}")


def finds_the_decided_case_again(hands: Keyboard) -> None:
    hands.ctrl("f")
    hands.press("okafor")
    hands.sees("Decided, waits for nobody")
    hands.tab_to("Cases that wait")
    assert "OKAFOR, Ada, Decided, waits for nobody" in hands.row()
    hands.press(KEY.Key_Return)
    hands.sees("Case R-1002, 1 of 1", "OKAFOR, Ada")


def takes_it_up_again(hands: Keyboard) -> None:
    hands.ctrl("3")
    hands.tab_to("Cases that wait")
    hands.sees("LEE, Min, Visitor, to speak to")
    assert "OKAFOR, Ada, Returned by a second person" in hands.row(), "at the top of what is due"
    hands.press(KEY.Key_Return)
    hands.sees("Case R-1002", f"S. Byrne returned it: {COMMENT}")


def zooms_and_turns_the_passport(hands: Keyboard) -> None:
    hands.tab_to("Passport, page 1 of 2")
    stage = QApplication.focusWidget()
    assert isinstance(stage, Stage)
    hands.press("++")
    hands.press("r")
    assert (stage.zoom(), stage.turned()) == (2.0, 90)
    hands.press(KEY.Key_PageDown)
    hands.sees("Passport, page 2 of 2")
    assert (stage.zoom(), stage.turned()) == (1.0, 90), "the next page, whole, lies the same way"
    hands.press("+-", KEY.Key_PageUp)
    hands.sees("Passport, page 1 of 2")
    for button in ("Zoom in", "Turn clockwise", "Zoom out"):
        hands.tab_to(button)
        hands.press(KEY.Key_Space)
    assert (stage.zoom(), stage.turned()) == (1.0, 180)


def decides_with_the_ticket_in_mind(hands: Keyboard) -> None:
    hands.tab_to("Free: lives here")
    hands.arrow_to("Charge: visitor")
    hands.press(KEY.Key_Space)
    hands.tab_to("I put the other grounds")
    hands.press(KEY.Key_Space)
    hands.sees("The rules agree with you", "Large estimate")
    hands.tab_to("Reason")
    hands.press("V2")
    hands.tab_to("Note")
    hands.press("Return ticket for 14 December seen.")
    hands.alt("s")
    hands.sees("Check before you save the decision", "Return ticket for 14 December seen.")
    hands.alt("s")
    hands.sees("Decided: Charge: visitor", "Second check: Waiting for a second person")
    assert f"returned it: {COMMENT}" not in hands.screen(), "what was put right is let go"


def issues_a_dearer_estimate(hands: Keyboard) -> None:
    hands.alt("m")
    hands.sees("HN12F", "Hip operation and stay", "valid until")
    hands.tab_to("Remove HN12F")
    hands.press(KEY.Key_Space)
    hands.sees("No line yet. Find the care above.")
    hands.tab_to("Find the care")
    hands.press("HN12A", KEY.Key_Return)
    hands.tab_to("Care found")
    assert hands.row().startswith("HN12A")
    hands.press(KEY.Key_Return, "e")
    hands.tab_to("Nights")
    hands.press("9", KEY.Key_Return)
    hands.sees("HN12A", "9 nights", "Hip operation and stay")
    hands.alt("i")
    hands.sees("Check before you issue the estimate", "It replaces R1HE000001.")
    hands.alt("i")
    hands.sees("Issued. Total £", "page 1 of")
    hands.press(KEY.Key_Escape)
    hands.sees("R1HE000002", "replaced by a later one", "valid until")


def agrees_this_time(hands: Keyboard) -> None:
    hands.ctrl("6")
    hands.tab_to("Cases that wait")
    hands.press(KEY.Key_Return)
    hands.sees("Say first what you find")
    assert "Return ticket" not in hands.screen(), "the own look comes first (H12)"
    hands.tab_to("Free: lives here")
    hands.arrow_to("Charge: visitor")
    hands.press(KEY.Key_Space)
    hands.alt("s")
    hands.sees("You found: Charge: visitor", "Return ticket for 14 December seen.")
    hands.alt("g")
    hands.sees("Check before you give your word", "Your word: Agreed")
    hands.alt("a")
    hands.sees("A second person agreed")


def writes_a_letter_in_three_keys(hands: Keyboard) -> None:
    hands.sees("Case R-1002", "Next for this case")
    hands.pressed = 0
    hands.alt("s")
    assert hands.place() == "Which letter"
    hands.pick("n")
    hands.alt("w")
    hands.sees("Notice of charges", "page 1 of")
    assert hands.pressed <= MOST_KEYS_FOR_AN_ACT
    hands.press(KEY.Key_Escape)


def sends_it_to_finance_in_two(hands: Keyboard) -> None:
    hands.pressed = 0
    hands.alt("v")
    hands.sees("Check before it goes to finance", "OKAFOR, Ada", "Estimate R1HE000002")
    hands.alt("s")
    hands.sees("Case R-1002")
    assert hands.pressed <= MOST_KEYS_FOR_AN_ACT


def issues_the_invoice_in_two(hands: Keyboard) -> None:
    hands.sees("R-1002, OKAFOR, Ada")
    hands.pressed = 0
    hands.alt("m")
    hands.sees("Check before you issue the invoice", "OKAFOR, Ada", "To pay")
    hands.alt("i")
    hands.sees("Issued. Invoice ", "page 1 of")
    assert hands.pressed <= MOST_KEYS_FOR_AN_ACT
    hands.press(KEY.Key_Escape)
    hands.sees("Nothing to invoice.")


def the_store_says_the_same(folder: Path) -> None:
    """Opened again: both decisions, both words and both estimates are kept."""
    desk = open_desk(folder, clock=SystemClock())
    try:
        assert audit.verify(desk.db).sound
        case = registrations.by_ref(desk.db, "R-1002").registration_id
        both = decisions.of(desk.db, case)
        words = [decisions.check_of(desk.db, one.decision_id) for one in both]
        assert [(one.choice, one.reason_code) for one in both] == [
            ("charge", "V1"),
            ("charge", "V2"),
        ]
        assert [word and (word.agreed, word.note) for word in words] == [
            (False, COMMENT),
            (True, ""),
        ]
        signin.sign_in(desk, "finance", PASSWORD)
        (account,) = invoicing.accounts(desk)
        signin.sign_in(desk, "officer", PASSWORD)
        shown = review.open_case(desk, case)
        assert [one.state for one in shown.estimates] == [
            EstimateState.REPLACED,
            EstimateState.STANDS,
        ]
        assert account.total == shown.estimates[-1].total > shown.estimates[0].total
        given = [paper.title for paper in letter_register.told(desk, "R-1002")]
        assert {"Estimate R1HE000001", "Estimate R1HE000002", "Notice of charges"} <= set(given)
    finally:
        desk.db.close()
