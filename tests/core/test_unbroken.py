"""What holds together where text wraps, and what may part."""

from __future__ import annotations

import pytest

from app.core.unbroken import unbroken, unbroken_spans

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
