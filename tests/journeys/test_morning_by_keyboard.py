"""A whole morning at one desk by keyboard alone, in the real window over a real encrypted store.

Clerk, clinician, officer, senior officer and finance take their turns; nothing is clicked and no
widget is told what to do. Afterwards the store is opened again and must say the same.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.casework.review import Choice
from app.core.dates import show
from app.core.money import Money
from app.demo import PASSWORD
from app.machine import SystemClock
from app.opening import open_desk
from app.services import exchange, invoicing, review, signin
from app.store import audit, registrations
from tests.journeys.keyboard import KEY, Keyboard
from tests.journeys.seat import locks, sits_down, tells_of_a_visit_from_ghana
from ui.models.exchange import NOT_SENT_FROM_DEMO

MOST_KEYS_FOR_A_RESIDENT = 8
ACTS = [  # who did what, in order; all else in the audit lies between
    ("clerk", "registered"),
    ("clerk", "parked"),
    ("clerk", "registered"),
    ("clerk", "resumed"),
    ("clerk", "registered"),
    ("clinician", "urgency_recorded"),
    ("officer", "paper_noted"),
    ("officer", "decided"),
    ("officer", "estimate_issued"),
    ("senior", "second_checked"),
    ("finance", "invoice_issued"),
    ("finance", "payment_taken"),
]
TOLD = {act for _, act in ACTS}
PATIENTS = ("SMITH", "MENSAH", "KOFI")

pytestmark = [pytest.mark.journey, pytest.mark.ui, pytest.mark.slow]


def test_a_whole_morning_is_worked_by_keyboard_alone(hands: Keyboard, folder: Path) -> None:
    sits_down(hands, "clerk", "Find a patient")
    books_in_a_resident(hands)
    starts_a_visitor_and_parks(hands)
    could_not_ask_an_emergency(hands)
    resumes_the_visitor(hands)
    locks(hands, *PATIENTS)
    sits_down(hands, "clinician", "Case reference")
    records_that_the_care_can_wait(hands)
    locks(hands, *PATIENTS)
    sits_down(hands, "officer", "All open")
    opens_the_case_from_the_queue(hands)
    answers_the_prompts(hands)
    adds_evidence(hands)
    decides_and_sees_the_suggestion_only_then(hands)
    issues_an_estimate(hands)
    locks(hands, *PATIENTS)
    sits_down(hands, "finance", "To invoice")
    hands.sees("A second person has yet to check the decision")
    locks(hands, *PATIENTS)
    sits_down(hands, "senior", "All open")
    agrees_as_the_second_person(hands)
    locks(hands, *PATIENTS)
    sits_down(hands, "finance", "To invoice")
    issues_the_invoice(hands)
    records_a_payment(hands)
    is_told_the_truth_about_sending(hands)
    hands.window.shell.close()
    the_store_says_the_same(folder)


def books_in_a_resident(hands: Keyboard) -> None:
    hands.press("Smith 14/7/85", KEY.Key_Return)
    hands.sees("SMITH, Jane (Ms)", "1 patient found")
    hands.pressed = 0
    hands.press(KEY.Key_Return, "o", KEY.Key_Return)
    hands.press("1", "1", "1", KEY.Key_Return)
    hands.sees(["Book in as normal", "No follow-up"][1])
    assert hands.pressed <= MOST_KEYS_FOR_A_RESIDENT
    hands.sees("Book in as normal.", "No more questions.")
    assert "£" not in hands.screen()
    hands.press(KEY.Key_F2)


def starts_a_visitor_and_parks(hands: Keyboard) -> None:
    hands.press("Mensah", KEY.Key_Return)
    hands.sees("A name alone finds nobody. Add the date of birth to “Mensah”")
    hands.press(" 2/3/1990", KEY.Key_Return)
    hands.sees("Nobody is found for “Mensah 2/3/1990”.")
    hands.alt("n")
    hands.press("Kofi")
    hands.tab_to("Here for")
    hands.pick("h")
    hands.sees("Hospital stay")
    hands.press(KEY.Key_Return)
    hands.sees("MENSAH, Kofi", "Where have you lived during the last 12 months?")
    hands.answer("Outside the UK")
    hands.sees("Which other countries")
    hands.press(KEY.Key_F8)
    hands.sees("Parked at this desk", "MK")


def could_not_ask_an_emergency(hands: Keyboard) -> None:
    hands.alt("n")
    hands.tab_to("Family name")
    hands.press("Unknown")
    hands.tab_to("Here for")
    hands.pick("e")
    hands.press(KEY.Key_Return)
    hands.sees("UNKNOWN", "Where have you lived")
    hands.press(KEY.Key_F9)
    hands.answer("Unconscious")
    hands.sees("Book in as normal.", "Treat first")
    assert "£" not in hands.screen()
    hands.press(KEY.Key_F2)


def resumes_the_visitor(hands: Keyboard) -> None:
    hands.sees("Parked at this desk", "Ask before discharge")
    hands.tab_to("Resume MK")
    hands.press(KEY.Key_Return)
    hands.sees("You are back with MENSAH, Kofi")
    hands.press(KEY.Key_Return)
    hands.press("ghana", KEY.Key_Return, KEY.Key_Return)
    hands.answer("No")
    hands.answer("No")
    tells_of_a_visit_from_ghana(hands)
    hands.press(KEY.Key_Return)
    hands.sees("Book in as normal.", "overseas visitor team")
    assert "£" not in hands.screen()


def records_that_the_care_can_wait(hands: Keyboard) -> None:
    hands.press("R-1002", KEY.Key_Return)
    hands.sees("MENSAH, Kofi", "How urgent is this care?")
    hands.sees(show(SystemClock().today() + timedelta(weeks=3)))
    hands.arrow_to("Not urgent")
    hands.press(KEY.Key_Space)
    hands.tab_to("None of these")
    hands.press(KEY.Key_Space)
    assert "£" not in hands.screen()
    hands.alt("s")
    hands.sees("Saved. You may close this page", "Can wait, a clinician says")


def opens_the_case_from_the_queue(hands: Keyboard) -> None:
    hands.ctrl("f")
    hands.press("mensah", KEY.Key_Return)
    hands.sees("R-1002")
    assert "Born" not in hands.screen()  # a list of several patients shows no banner
    hands.press(KEY.Key_Down, KEY.Key_Return)
    hands.sees("Case R-1002", "MENSAH, Kofi", "Born")


def answers_the_prompts(hands: Keyboard) -> None:
    assert hands.place() == "Asylum or refugee: not answered"
    hands.press(KEY.Key_Return)
    hands.tab_to("None of these")
    hands.press(KEY.Key_Space)
    hands.alt("k")
    hands.sees("Asylum or refugee: No", "Violence, FGM or abuse: No")  # the clinician’s own tick
    for prompt in ("Trafficking or slavery", "Looked-after child", "Detained"):
        assert hands.place() == f"{prompt}: not answered"
        hands.press(KEY.Key_2)  # no, and on to the next that is open
    hands.sees("5 of 5")
    hands.ctrl("2")
    hands.sees("Does the person live in the UK for a settled purpose", "questions left")
    hands.tab_to("All questions")
    hands.press(KEY.Key_Return)
    hands.tab_to("Ask: Are you a British or Irish citizen")
    hands.press(KEY.Key_Return)
    hands.answer("None of these")
    hands.press(KEY.Key_Escape)
    hands.sees("Change: Are you a British or Irish citizen")


def adds_evidence(hands: Keyboard) -> None:
    hands.ctrl("1")
    hands.sees("Nothing was shown yet.")
    hands.tab_to("What was shown")
    hands.press("passport", KEY.Key_Tab)
    hands.tab_to("Detail")
    hands.press("Ghanaian, ends 4567", KEY.Key_Return)
    hands.sees("Relied on: Passport")


def decides_and_sees_the_suggestion_only_then(hands: Keyboard) -> None:
    assert "rules" not in hands.screen().lower()
    hands.tab_to("Free: lives here")
    hands.arrow_to("Charge: visitor")
    assert "rules" not in hands.screen().lower()
    hands.press(KEY.Key_Space)
    hands.sees("The rules say: Cannot tell yet")
    hands.tab_to("I put the other grounds")
    hands.press(KEY.Key_Space)
    hands.sees("The rules agree with you", "SI 2015/238")
    hands.tab_to("Reason")
    hands.press("V2")
    hands.sees("V2 Visitor, no exemption")
    hands.tab_to("Note")
    hands.press("Here to see his sister, goes home in three weeks.")
    hands.alt("s")
    hands.sees("Check before you save the decision", "MENSAH, Kofi", "Charge: visitor")
    hands.press(KEY.Key_Return)  # out of habit: nothing is saved by it
    hands.sees("Check before you save the decision")
    hands.alt("s")
    hands.sees("Decided: Charge: visitor", "The rules: Agreed")


def issues_an_estimate(hands: Keyboard) -> None:
    hands.ctrl("3")
    hands.tab_to("Find the care")
    hands.press("hip repl", KEY.Key_Return)
    hands.sees("Very Major Hip Procedures")
    hands.tab_to("Care found")
    while not hands.row().startswith("HN12F"):
        hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Return)
    assert hands.place() == "Admission"
    hands.press("e")
    hands.tab_to("Nights")
    hands.press("3", KEY.Key_Return)
    hands.sees("This is an estimate, not a bill.", "Total £")
    hands.tab_to("The care in plain words")
    hands.press("Hip operation and stay")
    hands.alt("i")
    hands.sees("Check before you issue the estimate", "MENSAH, Kofi", "Hip operation and stay")
    hands.alt("i")
    hands.sees("Issued. Total £", "kept with the case.", "page 1 of")
    hands.press(KEY.Key_Escape)
    hands.sees("Letters given out", "Waiting for a second person")


def agrees_as_the_second_person(hands: Keyboard) -> None:
    hands.ctrl("6")
    hands.sees("R-1002, MENSAH, Kofi")
    hands.tab_to("Cases that wait")
    hands.press(KEY.Key_Return)
    hands.sees("Case R-1002", "Say first what you find")
    assert "his sister" not in hands.screen()  # the officer’s note comes after the own look (H12)
    hands.tab_to("Free: lives here")
    hands.arrow_to("Charge: visitor")
    hands.press(KEY.Key_Space)
    hands.alt("s")
    hands.sees("Decided: Charge: visitor", "You found: Charge: visitor", "his sister")
    hands.tab_to("Your note on this check")
    hands.press("Passport copy seen.")
    hands.alt("g")
    hands.sees("Check before you give your word", "Agreed")
    hands.alt("a")
    hands.sees("A second person agreed")


def issues_the_invoice(hands: Keyboard) -> None:
    hands.sees("R-1002, MENSAH, Kofi")
    hands.alt("m")
    hands.sees("Check before you issue the invoice", "To pay")
    hands.alt("i")
    hands.sees("Issued. Invoice ", "page 1 of")
    hands.press(KEY.Key_Escape)
    hands.sees("Nothing to invoice.")


def records_a_payment(hands: Keyboard) -> None:
    hands.ctrl("2")
    hands.sees("1 account", "To pay")
    hands.alt("p")
    hands.sees("Record a payment", "Never a card number")
    hands.tab_to("Amount")
    hands.press("1000")
    hands.tab_to("How it came")
    hands.press("Card")
    hands.tab_to("Reference")
    hands.press("TID12345678-0001", KEY.Key_Return)
    hands.sees("Check before you record the payment", "£1,000.00", "Still owed afterwards")
    hands.alt("r")
    hands.sees("Issued. Receipt ")
    hands.alt("c")
    hands.sees("Part paid")


def is_told_the_truth_about_sending(hands: Keyboard) -> None:
    hands.sees("3 waiting to send")
    hands.tab_to("Saved here")
    hands.press(KEY.Key_Return)
    hands.sees(NOT_SENT_FROM_DEMO, "3 waiting to send")


def the_store_says_the_same(folder: Path) -> None:
    """Opened again, services and store tell what the screen told, and the audit is whole."""
    desk = open_desk(folder, clock=SystemClock())
    try:
        assert audit.verify(desk.db).sound
        done = [
            (row.happening.user_name, row.happening.act)
            for row in reversed(audit.latest(desk.db, limit=1_000))
        ]
        assert [one for one in done if one[1] in TOLD] == ACTS

        resident, visitor, emergency = (
            registrations.by_ref(desk.db, ref) for ref in ("R-1001", "R-1002", "R-1003")
        )
        assert (resident.category, resident.basis) == ("A", "stage 1, no indication")
        assert (emergency.category, emergency.outcome) == ("P", "treat_first")
        assert emergency.could_not_ask == "unconscious"
        assert visitor.category == "F"

        signin.sign_in(desk, "officer", PASSWORD)
        case = review.open_case(desk, visitor.registration_id)
        assert case.patient.banner_name == "MENSAH, Kofi"
        assert case.standing.may_wait
        decided = case.decision
        assert decided is not None
        assert (decided.choice, decided.agreed, decided.second_check) == (
            Choice.CHARGE,
            True,
            "agreed",
        )

        signin.sign_in(desk, "finance", PASSWORD)
        account = invoicing.accounts(desk)[0]
        assert account.total == case.estimates[-1].total
        assert (account.paid, account.state) == (Money.parse("1000"), "Part paid")
        assert account.total > Money(desk.trust.second_check_from_pence)
        state = exchange.sync_state(desk)
        assert (state.waiting, state.unsent, state.sent, state.acknowledged) == (3, 0, 0, 0)
    finally:
        desk.db.close()
