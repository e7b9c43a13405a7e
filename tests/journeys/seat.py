"""Sitting down before the window and leaving it to the next, by keys."""

from __future__ import annotations

from app.demo import PASSWORD
from tests.journeys.keyboard import KEY, Keyboard


def sits_down(hands: Keyboard, name: str, sees: str, password: str = PASSWORD) -> None:
    """Name, Tab, password, Enter."""
    hands.tab_to("Name")
    hands.press(name, KEY.Key_Tab, password, KEY.Key_Return)
    hands.sees(sees)


def locks(hands: Keyboard, *patients: str) -> None:
    """F12 leaves the window to the next, and takes every patient out of it."""
    hands.press(KEY.Key_F12)
    hands.sees("Sign in")
    left = hands.everything().upper()
    assert not [name for name in patients if name in left]


def tells_of_a_visit_from_ghana(hands: Keyboard) -> None:
    """The visitor page, filled in as somebody types it who knows the keys."""
    hands.sees("Visitor details")
    for place, words in (
        ("Nationality", "ghana"),
        ("Phone", "+233 30 396 0000"),
        ("Country they", "ghana"),
        ("Arrived", "today"),
        ("Expected leaving", "+3w"),
    ):
        hands.tab_to(place)
        hands.press(words, KEY.Key_Tab)
