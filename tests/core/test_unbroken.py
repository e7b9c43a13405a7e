"""What holds together where text wraps, and what may part."""

from __future__ import annotations

import pytest

from app.core.unbroken import aloud, unbroken, unbroken_spans

WHOLE = (
    "14-Jul-2026",
    "09-Mar",
    "14 July 2026",
    "1 May",
    "July 2026",
    "999 123 4567",
    "0113 496 0000",
    "+44 113 496 0000",
    "020 7946 0000",
    "27 %",
)


@pytest.mark.parametrize("text", WHOLE)
def test_dates_and_numbers_stay_whole(text: str) -> None:
    said = f"By {text}, or later."
    assert [said[first:last] for first, last in unbroken_spans(said)] == [text]
    held = unbroken(said)
    assert " " not in held[len("By ") : held.index(",")]
    assert "-" not in held.replace("\u2060-\u2060", "")


@pytest.mark.parametrize(
    "text", ["", "No dates here", "Room 12 for 14 people", "12-month plan", "1 Mayfair Road"]
)
def test_other_words_are_left_as_they_are(text: str) -> None:
    assert unbroken(text) == text
    assert unbroken_spans(text) == ()


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Due 14-Jul-2026, late", "Due 14 July 2026, late"),
        ("01-Dec", "1 December"),
        ("09-Mar-2026 to 31-May-2026", "9 March 2026 to 31 May 2026"),
        ("R-1042, 02-Mar", "R-1042, 2 March"),
        ("an in-patient", "an in-patient"),
        ("AB-01-Dec-2026", "AB-01-Dec-2026"),
        ("12-Mayfair", "12-Mayfair"),
    ],
)
def test_ux_7_14_short_dates_are_said_in_long_form(shown: str, said: str) -> None:
    assert aloud(shown) == said
