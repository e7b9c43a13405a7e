"""How a person wants the window: only what it can wear."""

from __future__ import annotations

from typing import Any

import pytest

from app.core.errors import BadInput
from app.core.look import LONGEST_LOCK, SHORTEST_LOCK, TEXT_PERCENTS, Look


def test_ux_5_text_goes_from_100_to_200_and_the_lock_from_1_to_15() -> None:
    assert (TEXT_PERCENTS[0], TEXT_PERCENTS[-1]) == (100, 200)
    for percent in TEXT_PERCENTS:
        Look(text_percent=percent)
    for minutes in (SHORTEST_LOCK, 5, LONGEST_LOCK):
        Look(lock_minutes=minutes)
    assert (SHORTEST_LOCK, Look().lock_minutes, LONGEST_LOCK) == (1, 5, 15)


@pytest.mark.parametrize(
    "wrong",
    [
        {"scheme": "pink"},
        {"text_percent": 90},
        {"text_percent": 210},
        {"lock_minutes": 0},
        {"lock_minutes": 16},
    ],
)
def test_what_the_window_cannot_wear_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as refused:
        Look(**wrong)
    assert refused.value.field == next(iter(wrong))
