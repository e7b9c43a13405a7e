"""Which facts a rule rests on in one case: those of its comparisons that hold."""

from __future__ import annotations

from collections.abc import Mapping

from app.residency.conditions import Atom, Condition, Day
from app.residency.facts import FactValue

Facts = Mapping[str, FactValue | None]


def rests_on(condition: Condition, facts: Facts, day: Day) -> dict[str, FactValue | None]:
    """The facts whose comparisons hold, with their values; None where not claimed."""
    if isinstance(condition, Atom):
        value = facts.get(condition.fact)
        unclaimed = value is None and condition.holds_unclaimed()
        so = unclaimed or (value is not None and condition.holds(value, day))
        return {condition.fact: value} if so else {}
    return {
        name: value
        for part in condition.parts
        for name, value in rests_on(part, facts, day).items()
    }
