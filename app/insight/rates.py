"""Shares that do not flatter, and groups too small to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.billing.reports.years import Month
from app.core.money import Money


def share(part: int, whole: int) -> int | None:
    """Whole per cent, half up; None of nothing.

    Never 100 while one is missing, and never 0 while there is one: the goal of asking everybody is
    either reached or it is not.
    """
    if whole <= 0:
        return None
    found = (200 * part + whole) // (2 * whole)
    if part < whole:
        found = min(found, 99)
    if part > 0:
        found = max(found, 1)
    return found


@dataclass(frozen=True, slots=True)
class Group:
    """A part of everybody; without figures where it, or the rest, would give a few people away."""

    label: str
    part: int | None
    whole: int | None


def told(groups: Mapping[str, tuple[int, int]], *, below: int) -> tuple[Group, ...]:
    """Each group with its part and whole, those under `below` withheld.

    Where one alone is withheld, so is the next smallest: the total would give it away.
    """
    sizes = sorted(groups, key=lambda label: groups[label][1])
    small = [label for label in sizes if groups[label][1] < below]
    if len(small) == 1 and len(sizes) > 1:
        small = sizes[:2]
    return tuple(
        Group(label, None, None) if label in small else Group(label, *figures)
        for label, figures in groups.items()
    )


def months_before(month: Month, count: int) -> tuple[Month, ...]:
    """So many months, ending with this one."""
    ends = month.year * 12 + month.number - 1
    return tuple(Month(one // 12, one % 12 + 1) for one in range(ends - count + 1, ends + 1))


def trailing_rate(
    month: Month, cash: Mapping[Month, Money], income: Mapping[Month, Money]
) -> int | None:
    """Money of the twelve months to a month's end over the charges of the same months, per cent.

    The accounts rate (finance.md 5.3), since the benchmark is of that kind. It mixes years: it may
    be above 100, and below nothing where more went back than came. None where nothing was charged.
    """
    year = months_before(month, 12)
    came = sum(cash[one].pence for one in year if one in cash)
    charged = sum(income[one].pence for one in year if one in income)
    return None if charged <= 0 else (200 * came + charged) // (2 * charged)
