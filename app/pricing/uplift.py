"""From a scheme price to what the patient is charged, with exactly one rounding a line."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from app.core.money import Money

RATES = (100, 150)


class Rounding(StrEnum):
    """Where the one rounding falls; the regulations name none (finance.md 2.3)."""

    PENCE = "pence"
    WHOLE_POUND = "whole_pound"  # `sus_whole_pound`: the pound before the uplift


def charge(
    *,
    base: Money,
    excess_days: int,
    per_day: Money | None,
    mff: Decimal,
    rate_percent: int,
    rounding: Rounding = Rounding.PENCE,
) -> Money:
    """Rate x factor x (base + excess days x per day), half up, in whole pence.

    Whole numbers throughout: the factor enters as an exact ratio, so no setting of the
    decimal context can lose a digit. Source: `finance_rules.yaml`, price.formula.
    """
    pence = base.pence + (excess_days * per_day.pence if per_day is not None else 0)
    over, under = mff.as_integer_ratio()
    if rounding is Rounding.WHOLE_POUND:
        return Money(_half_up(pence * over, under * 100) * rate_percent)
    return Money(_half_up(pence * over * rate_percent, under * 100))


def multiplier(rate_percent: int) -> Decimal:
    """The rate as the working shows it: 150 is `1.50`."""
    return Decimal(rate_percent).scaleb(-2)


def _half_up(numerator: int, denominator: int) -> int:
    """Nearest whole number of a ratio that is not negative; a half goes up."""
    return (2 * numerator + denominator) // (2 * denominator)
