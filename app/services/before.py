"""What earlier decisions on the same patient say to this case (charging-rules 6.3 and 6.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from app.casework.review import Choice
from app.residency.findings import Days
from app.residency.rules import Kind, RulePack
from app.residency.spell import DatedFacts
from app.store.history import DecidedBefore

COURSE = "earlier_exemption_in_course"
_EXEMPTING = (Choice.EXEMPT, Choice.EUROPEAN_CARD)


def exemptions_before(decided: Iterable[DecidedBefore], pack: RulePack) -> tuple[DatedFacts, ...]:
    """From which days on the history holds an exemption, and whether it protects a course.

    Whether this care belongs to that course is the clinician's to say. What protects outweighs
    what does not.
    """
    protected: list[date] = []
    unprotected: list[date] = []
    for one in decided:
        exempt = _exempt_groups(one.result, pack)
        day = _first_free_day(one, exempt)
        if day is not None:
            (protected if _protects(exempt, pack, day) else unprotected).append(day)
    changes = []
    if unprotected and (not protected or min(unprotected) < min(protected)):
        changes.append(DatedFacts(_next(min(unprotected)), {COURSE: "unprotected"}))
    if protected:
        changes.append(DatedFacts(_next(min(protected)), {COURSE: "protected"}))
    return tuple(changes)


def charged_before(decided: Iterable[DecidedBefore]) -> dict[str, tuple[Days, ...]]:
    """The days for which an officer has decided to charge, by the line they were a part of."""
    days: dict[str, set[Days]] = {}
    for one in decided:
        for line in one.result["lines"]:
            if line["charged"] == "yes" and Choice(one.choice) is Choice.CHARGE:
                of = line["id"].partition("/")[0]
                days.setdefault(of, set()).add(_days(line, one.on_date))
    return {of: tuple(sorted(some)) for of, some in days.items()}


def _first_free_day(decided: DecidedBefore, exempt: Collection[str]) -> date | None:
    """The first day exempt by a decision; where an officer went beyond the rules, the day itself.

    A decision to charge some days of a stay has found the others exempt as well.
    """
    exempting = Choice(decided.choice) in _EXEMPTING
    if not exempting and not decided.agreed:
        return None
    free = [
        _days(line, decided.on_date).first
        for line in decided.result["lines"]
        if line["charged"] == "no" and line["group"] in exempt
    ]
    return min(free, default=decided.on_date if exempting and not decided.agreed else None)


def _protects(exempt: Collection[str], pack: RulePack, day: date) -> bool:
    """Whether the exemption carries a course on: all do but those of regs 10, 11, 14 and 25(3).

    An officer who exempted where the rules named no group has named none that does not.
    """
    return not exempt or any(pack.group(group).protects_course(day) for group in exempt)


def _exempt_groups(result: Mapping[str, Any], pack: RulePack) -> tuple[str, ...]:
    known = {group.id: group.kind for group in pack.groups}
    codes = (row["code"] for row in result["groups"])
    return tuple(one for one in codes if known.get(one) in (Kind.EXEMPT, Kind.HISTORIC))


def _days(line: Mapping[str, Any], on: date) -> Days:
    if "from" not in line:
        return Days(on, on)
    return Days(date.fromisoformat(line["from"]), date.fromisoformat(line["to"]))


def _next(day: date) -> date:
    return day + timedelta(days=1)
