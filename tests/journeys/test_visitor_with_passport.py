"""A visitor with a passport, registered by a reader and the keyboard alone (ux.md 8).

What the passport says is never typed, and it finds its holder the next time it is read. Key presses
are counted but for free text; a scan is no key press.
"""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.demo import PASSWORD
from tests.journeys.keyboard import KEY, Keyboard
from tests.services.test_passports import passport
from ui.scanning import Wedge

MOST_KEYS = 45
MS = 0.004  # between two characters of a reader

pytestmark = [pytest.mark.journey, pytest.mark.ui, pytest.mark.slow]


@pytest.fixture
def hands(hands: Keyboard) -> Keyboard:
    hands.tab_to("Name")
    hands.press("clerk", KEY.Key_Tab, PASSWORD, KEY.Key_Return)
    hands.sees("Find a patient")
    return hands


def scan(hands: Keyboard, lines: str) -> None:
    """What a reader sends: capitals with Shift, Enter after each line."""
    handle, wedge = hands.window.shell.windowHandle(), _wedge(hands)
    hands.wait(lambda: not wedge.is_listening, "what was typed before")
    moments = count()
    before, wedge.clock = wedge.clock, lambda _key: next(moments) * MS
    wedge.silence = 1.0  # a busy machine may take longer over a key than a desk does
    for character in f"{lines}\n":
        if character == "\n":
            QTest.keyClick(handle, Qt.Key.Key_Return)
        else:
            shift = character.isalpha() or character == "<"
            held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(handle, Qt.Key(ord(character)), held)
    hands.wait(lambda: not wedge.is_listening, "the reader to be heard out")
    wedge.clock = before
    hands.settle()


def free_text(hands: Keyboard, words: str) -> None:
    """What the patient says, typed: not counted."""
    before = hands.pressed
    hands.press(words)
    hands.pressed = before


def test_ux_8_a_visitor_with_a_passport_takes_at_most_45_key_presses(
    hands: Keyboard,
) -> None:
    hands.pressed = 0
    scan(hands, passport())
    hands.sees("New patient", "Passport A01234567, Nationality Nigeria, from passport")
    hands.sees("Names on a passport can be cut short: check the page.", "Okafor", "02-Mar-1990")
    hands.tab_to("Here for")
    hands.pick("o")
    hands.press(KEY.Key_Return)
    hands.sees("OKAFOR, Ada Ngozi", "Where have you lived during the last 12 months?")
    hands.press("3")
    free_text(hands, "nigerian")
    hands.press(KEY.Key_Return, KEY.Key_Return, "1", "1")
    hands.sees("Visitor details", "Nigeria", "A01234567")
    hands.tab_to("Phone")
    free_text(hands, "0113 496 0000")
    hands.tab_to("Country they normally live in")
    free_text(hands, "nigeria")
    hands.press(KEY.Key_Tab)
    free_text(hands, "14 Marina Road, Lagos")
    hands.tab_to("Arrived in the UK")
    free_text(hands, "2/3/26")
    hands.press(KEY.Key_Tab)
    free_text(hands, "+3w")
    hands.press(KEY.Key_Tab)
    free_text(hands, "LS9 7TF")
    hands.press(KEY.Key_Tab)
    free_text(hands, "22 Nowell Crescent")
    hands.press(KEY.Key_Tab, KEY.Key_Return)
    hands.sees("Book in as normal.")
    print(f"visitor with a scanned passport: {hands.pressed} key presses and free text")
    assert hands.pressed <= MOST_KEYS
    hands.press(KEY.Key_F2)
    hands.sees("Find a patient")
    scan(hands, passport())
    hands.sees("OKAFOR, Ada Ngozi", "1 patient found")


def test_h4_another_persons_passport_fills_nothing(hands: Keyboard) -> None:
    hands.press("Smith 14/7/85", KEY.Key_Return, KEY.Key_Return)
    hands.pick("o")
    hands.press(KEY.Key_Return)
    hands.sees("Where have you lived during the last 12 months?")
    scan(hands, passport())
    hands.sees("Passport lines were scanned.")
    hands.press("3", "nigeria", KEY.Key_Return, KEY.Key_Return, "1", "1")
    hands.sees("Visitor details")
    scan(hands, passport())
    hands.sees("Nothing was filled in. Check whose passport it is.")
    assert "A01234567" not in hands.screen()


def _wedge(hands: Keyboard) -> Wedge:
    office = hands.window.office
    assert office is not None
    assert office.at_desk is not None
    assert office.at_desk.wedge is not None
    return office.at_desk.wedge
