"""The strip over the accounts: bands that leave no day out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.billing.reports.terms import Band
from app.library.finance import load_finance_terms

TERMS = load_finance_terms().reports


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (-9, "0–30 days"),  # not due yet
        (0, "0–30 days"),
        (30, "0–30 days"),
        (31, "31–60"),
        (365, "181–365"),
        (366, "Over a year"),
        (9_999, "Over a year"),
    ],
)
def test_every_day_lies_in_one_band(days: int, label: str) -> None:
    assert TERMS.bands[TERMS.band_of(days)].label == label


@pytest.mark.parametrize(
    "ends", [(), (30,), (None, None), (30, 30, None), (60, 30, None), (30, None, None)]
)
def test_bands_that_leave_a_day_out_are_refused(ends: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match="bands"):
        replace(TERMS, bands=tuple(Band("a", "a", end) for end in ends))
