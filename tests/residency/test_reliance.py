"""A rule rests on the facts whose comparisons hold, and on no others."""

from __future__ import annotations

from datetime import date

from app.residency.conditions import Day, parse
from app.residency.reliance import Facts, rests_on

DAY = Day(date(2026, 3, 9))
PAID = parse(
    {
        "all": [
            {"fact": "ihs_state", "op": "eq", "value": "paid"},
            {
                "any": [
                    {"fact": "leave_valid_to", "op": "gte", "value": "@service_date"},
                    {"fact": "leave_extended_by_3c_3d", "op": "is_true"},
                ]
            },
            {"fact": "s2_visa", "op": "is_false"},
        ]
    }
)


def test_of_alternatives_only_what_is_so_is_rested_on() -> None:
    facts: Facts = {
        "ihs_state": "paid",
        "leave_valid_to": date(2026, 8, 31),
        "leave_extended_by_3c_3d": False,
        "s2_visa": False,
    }
    assert list(rests_on(PAID, facts, DAY)) == ["ihs_state", "leave_valid_to", "s2_visa"]


def test_what_was_not_claimed_is_rested_on_without_a_value() -> None:
    facts: Facts = {"ihs_state": "paid", "leave_valid_to": date(2026, 8, 31)}
    assert rests_on(PAID, facts, DAY)["s2_visa"] is None


def test_a_comparison_that_does_not_hold_is_left_out() -> None:
    assert rests_on(PAID, {"ihs_state": "waived"}, DAY) == {"s2_visa": None}
