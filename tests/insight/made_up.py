"""Counts of a made-up month, and the terms as they ship."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from app.billing.reports.ageing import Ageing, OpenDebt, ageing
from app.billing.reports.years import Month
from app.core.money import ZERO, Money
from app.insight.counts import Booked, Counted, Harm, Stage, Waited, Way
from app.insight.terms import InsightTerms
from app.library.finance import load_finance_terms
from app.library.insight import read_insight_terms

JULY = Month(2026, 7)
DAY = date(2026, 7, 31)


@cache
def terms() -> InsightTerms:
    return read_insight_terms(Path("/nowhere/at/all"))


def aged(*debts: tuple[date, int]) -> Ageing:
    """Open debts by due day and pence."""
    return ageing(
        [OpenDebt(due_on=due, invoices=1, balance=Money(pence)) for due, pence in debts],
        [],
        load_finance_terms().reports,
        as_of=DAY,
        control=Money(sum(pence for _, pence in debts)),
        unallocated=ZERO,
    )


def booked(desk: str, hour: int, count: int, asked: int, *, site: str = "") -> Booked:
    at = datetime(2026, 7, 6, hour, tzinfo=UTC)
    return Booked(site=site, desk=desk, hour=at, booked=count, asked=asked)


def nothing(**changes: Any) -> Counted:
    """A month in which nothing happened."""
    empty = Counted(month=JULY, site="", as_of=DAY, income={}, cash={}, ages=aged())
    return replace(empty, **changes)


def busy(**changes: Any) -> Counted:
    """The month of the design's picture."""
    return nothing(
        **{
            "booked": (booked("Desk 1", 9, 2_000, 1_990), booked("Desk 2", 22, 2_120, 2_048)),
            "way": Way(
                identified=Stage(61, Money(21_200_000)),
                assessed=Stage(52, Money(19_000_000)),
                charged=Stage(38, Money(15_000_000)),
                paid=Stage(21, Money(6_100_000)),
                unpriced=3,
            ),
            "income": {JULY: Money(100_000), Month(2026, 6): Money(100_000)},
            "cash": {JULY: Money(43_000), Month(2026, 6): Money(39_000)},
            "ages": aged((date(2026, 7, 10), 4_821_000), (date(2026, 1, 1), 2_487_000)),
            "at_the_desk": Waited(count=4_120, median=52),
            "at_each_site": (Waited(count=4_120, median=52),),
            "forms": Waited(count=30, median=7_200),
            "without_form": 4,
            "harm": Harm(decided=52, found_free=14, unput=2, unput_since=date(2026, 7, 30)),
            "cards_claimed": 44,
        }
        | changes
    )
