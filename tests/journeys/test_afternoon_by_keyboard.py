"""What the morning leaves out of ux.md 2 to 4, by keyboard alone in the real window.

A clerk changes an answer, records needs, turns the screen, has the form signed and prints the
card; an officer reads the dashboard and the guide; an administrator lets somebody in and changes
the look. Nothing is clicked and no widget is told what to do.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.look import Look
from app.demo import PASSWORD
from app.machine import SystemClock
from app.opening import open_desk
from app.services import finishing, looks, signin
from app.store import audit, registrations
from tests.journeys.keyboard import ALT, KEY, Keyboard
from tests.journeys.seat import locks, sits_down, tells_of_a_visit_from_ghana
from ui import theme

NEW_PASSWORD = "three quiet words"

pytestmark = [pytest.mark.journey, pytest.mark.ui, pytest.mark.slow]


def test_ux_7_2_a_clerk_does_all_that_a_visitor_needs_by_keyboard_alone(
    hands: Keyboard, folder: Path
) -> None:
    sits_down(hands, "clerk", "Find a patient")
    hands.press("Smith 14/7/85", KEY.Key_Return)
    hands.sees("SMITH, Jane (Ms)")
    hands.press(KEY.Key_Return, "o", KEY.Key_Return)
    hands.sees("Where have you lived during the last 12 months?")
    is_told_why_we_ask(hands)
    changes_an_answer(hands)
    records_needs(hands)
    turns_the_screen_and_prints_the_card(hands)
    fills_the_visitor_page(hands)
    has_the_form_signed(hands)
    hands.press(KEY.Key_Return)
    hands.sees("Book in as normal.", "overseas visitor team")
    assert "£" not in hands.screen()
    hands.window.shell.close()
    desk = open_desk(folder, clock=SystemClock())
    try:
        assert audit.verify(desk.db).sound
        signin.sign_in(desk, "clerk", PASSWORD)
        smith = registrations.by_ref(desk.db, "R-1001")
        assert (smith.state, smith.outcome) == ("finished", "team_will_call")
        page = finishing.finish_page(desk, smith.registration_id)
        assert page.given_version
        assert page.signed
    finally:
        desk.db.close()


def is_told_why_we_ask(hands: Keyboard) -> None:
    before = hands.place()
    hands.press(KEY.Key_F1)
    hands.sees("Why we ask")
    hands.press(KEY.Key_Escape)
    assert hands.place() == before, "the focus comes back"


def changes_an_answer(hands: Keyboard) -> None:
    hands.answer("In the UK all the time")
    hands.sees("Do you hold a health card")
    hands._send(KEY.Key_Up, ALT)
    hands.settle()
    hands.sees("Where have you lived during the last 12 months?")
    hands.answer("Outside the UK")
    hands.sees("Which other countries")
    hands.press("ghana", KEY.Key_Return, KEY.Key_Return)


def records_needs(hands: Keyboard) -> None:
    before = hands.place()
    hands.alt("n")
    hands.sees("Do not post")
    hands.ctrl("a")
    hands.press("tigr", KEY.Key_Return)
    hands.tab_to("Large print letters")
    hands.press(KEY.Key_Space, KEY.Key_Escape)
    hands.sees("Interpreter: Tigrinya, Large print letters")
    assert hands.place() == before, "the focus comes back"


def turns_the_screen_and_prints_the_card(hands: Keyboard) -> None:
    before = hands.place()
    hands.ctrl("l")
    hands.sees("ትግርኛ")
    hands.press(KEY.Key_Escape)
    assert hands.place() == before, "the focus comes back"
    hands.ctrl("p")
    hands.sees("page 1 of")
    hands.press(KEY.Key_Escape)
    assert hands.place() == before, "the focus comes back"


def fills_the_visitor_page(hands: Keyboard) -> None:
    hands.answer("No")
    hands.answer("No")
    hands.sees("Visitor details")
    typed = hands.screen().splitlines()
    assert {"Jane", "Smith"} <= set(typed), "what is known is not typed again (ux.md 7.13)"
    tells_of_a_visit_from_ghana(hands)


def has_the_form_signed(hands: Keyboard) -> None:
    hands.alt("v")  # the privacy notice was given
    hands.alt("g")
    hands.sees("How does the form go out?")
    hands.tab_to("Printed and filled in here")
    hands.arrow_to("Handed over, to bring back")
    hands.press(KEY.Key_Space)
    hands.tab_to("Witness")
    hands.alt("s")
    hands.sees("Jane Smith signed at")
    hands.press(KEY.Key_Escape)
    hands.sees("Visitor details")


def test_ux_7_2_an_officer_reads_dashboard_and_guide_by_keyboard_alone(hands: Keyboard) -> None:
    sits_down(hands, "officer", "All open")
    hands.tab_to("Dashboard")
    hands.press(KEY.Key_Return)
    hands.sees("Recovery over twelve months", "From identified to paid")
    hands.alt("t")
    hands.sees("Show as charts")
    hands.alt("t")
    hands.sees("Show as tables")
    hands.ctrl("p")
    hands.sees("page 1 of")
    hands.press(KEY.Key_Escape)
    hands.sees("Show as tables")
    hands.tab_to("Guide")
    hands.press(KEY.Key_Return)
    hands.sees("Accident and emergency services")
    hands.ctrl("f")
    hands.press("asylum")
    hands.sees("found")
    hands.press(KEY.Key_Down, KEY.Key_Return)
    hands.sees("The law", "It holds when")


def test_ux_7_2_an_administrator_lets_somebody_in_and_changes_the_look(
    hands: Keyboard, folder: Path
) -> None:
    sits_down(hands, "admin", "Appearance")
    hands.ctrl("5")
    hands.sees("Nobody changes their own roles")
    hands.alt("a")
    hands.press("nobi", KEY.Key_Tab, "N. Obi", KEY.Key_Tab, NEW_PASSWORD)
    hands.tab_to("Clerk")
    hands.press(KEY.Key_Space)
    hands.alt("l")
    hands.sees("N. Obi may sign in now.")
    hands.ctrl("1")
    for place, choice in (("Light", "Dark"), ("100 %", "200 %")):
        hands.tab_to(place)
        hands.arrow_to(choice)
        hands.press(KEY.Key_Space)
        assert hands.place() == choice, "the focus stays where the look was chosen"
    worn = theme.current()
    assert (worn.scheme, worn.text_size) == ("dark", 2.0)
    locks(hands)
    sits_down(hands, "nobi", "Find a patient", NEW_PASSWORD)
    assert theme.current().text_size == 1.0, "a look is its person's own"
    hands.window.shell.close()
    desk = open_desk(folder, clock=SystemClock())
    try:
        signin.sign_in(desk, "admin", PASSWORD)
        assert looks.look(desk) == Look(scheme="dark", text_percent=200)
    finally:
        desk.db.close()
