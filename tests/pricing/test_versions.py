"""A new estimate beside the one it replaces."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.core.money import Money
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest, estimate
from app.pricing.tariff import Admission, Shelf
from app.pricing.versions import Cause, CauseKind, Version, difference
from tests.pricing.lists import FORCES, SHELF, TEXT, edition

ELECTIVE = Admission.ELECTIVE
NAME_C = "Procedure on Nerves, with CC Score 1"


def made(*lines: LineRequest, mff: str = "1", on: Shelf = SHELF) -> Estimate:
    request = EstimateRequest(provider="R1H", tariff_year="2018/19", mff=Decimal(mff), lines=lines)
    return estimate(request, on, FORCES)


def line(hrg: str | None = "AA10C", **more: Any) -> LineRequest:
    return LineRequest(**{"id": "1", "admission": ELECTIVE, "hrg": hrg, **more})


def causes(before: Estimate, after: Estimate) -> tuple[Cause, ...]:
    return difference(Version.of(before), Version.of(after)).causes


def test_the_same_estimate_again_differs_in_nothing() -> None:
    found = difference(Version.of(made(line())), Version.of(made(line(id="7"))))
    assert (found.amount, found.causes) == (Money(0), ())


def test_an_estimate_is_compared_as_it_was_kept() -> None:
    whole = made(line(length_of_stay=9), line("AA10D", id="2", admission=Admission.DAY_CASE))
    kept = json.loads(json.dumps(whole.as_json()))
    assert Version.from_json(kept) == Version.of(whole)
    del kept["lines"][0]["units"]  # as kept before there were units
    assert Version.from_json(kept) == Version.of(whole)


@pytest.mark.parametrize(
    ("before", "after", "amount", "kind", "about"),
    [
        ((line(),), (line(), line("AA10D", id="2")), "3000", CauseKind.ADDED, "0"),
        ((line(), line("AA10D", id="2")), (line(),), "-3000", CauseKind.REMOVED, "0"),
        ((line(None, root="AA10"),), (line(),), "0", CauseKind.EXACT, "1"),
        ((line(),), (line("AA10D"),), "-3000", CauseKind.EXACT, "0"),
        ((line(),), (line(length_of_stay=9),), "1200", CauseKind.LONGER_STAY, "1"),
        ((line(length_of_stay=9),), (line(),), "-1200", CauseKind.SHORTER_STAY, "1"),
        ((line(),), (line(rate_percent=100),), "-2000", CauseKind.RATE, None),
        ((line(),), (line(rate_percent=0),), "-6000", CauseKind.NOW_FREE, "1"),
    ],
)
def test_the_cause_of_a_difference_is_told(
    before: tuple[LineRequest, ...],
    after: tuple[LineRequest, ...],
    amount: str,
    kind: CauseKind,
    about: str | None,
) -> None:
    found = difference(Version.of(made(*before)), Version.of(made(*after)))
    name = "" if about is None else f"Procedure on Nerves, with CC Score {about}"
    assert found.amount == Money.parse(amount)
    assert found.causes == (Cause(kind, name),)


def test_another_factor_or_price_list_is_told_once_for_all_lines() -> None:
    two = (line(), line("AA10D", id="2"))
    assert causes(made(*two), made(*two, mff="1.1")) == (Cause(CauseKind.FACTOR),)
    dearer = edition(name="Dearer", text=TEXT.replace("4000", "4100").replace("2000", "2100"))
    assert causes(made(*two), made(*two, on=Shelf((dearer,)))) == (Cause(CauseKind.PRICE_LIST),)


def test_another_number_of_units_is_no_other_price() -> None:
    before = Version.of(made(line()))
    item = replace(before.lines[0], code="XC04Z", admission="critical_care", units=2)
    more = replace(item, units=3, base=Money(9))
    found = difference(Version(Money(1), (item,)), Version(Money(2), (more,)))
    assert found.causes == (Cause(CauseKind.UNITS, NAME_C),)
