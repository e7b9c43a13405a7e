"""How often people decide otherwise than the rules suggested (hazard H12): counts, never names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Tally:
    """Decisions alike: what was suggested, what was chosen, for which coded reason, how many."""

    suggested: str
    chosen: str
    reason_code: str
    count: int

    @property
    def agreed(self) -> bool:
        """Whether the person found what the rules found."""
        return self.suggested == self.chosen


@dataclass(frozen=True, slots=True)
class Overrides:
    """The decisions of some days, told apart by whether they followed the suggestion."""

    tallies: tuple[Tally, ...]

    @property
    def decisions(self) -> int:
        """All of them."""
        return sum(one.count for one in self.tallies)

    @property
    def overridden(self) -> int:
        """Those that went against the suggestion."""
        return sum(one.count for one in self.tallies if not one.agreed)

    @property
    def rate_percent(self) -> float | None:
        """The share of them, to a tenth; None where nothing was decided."""
        if not self.decisions:
            return None
        return round(100 * self.overridden / self.decisions, 1)

    def as_json(self) -> dict[str, object]:
        """The report as `recoup overrides` prints it."""
        against = [one for one in self.tallies if not one.agreed]
        return {
            "decisions": self.decisions,
            "agreed": self.decisions - self.overridden,
            "overridden": self.overridden,
            "rate_percent": self.rate_percent,
            "by_choice": [
                {"suggested": suggested, "chosen": chosen, "decisions": count}
                for (suggested, chosen), count in _summed(
                    ((one.suggested, one.chosen), one.count) for one in self.tallies
                )
            ],
            "overridden_by_reason": [
                {"reason_code": code, "decisions": count}
                for code, count in _summed((one.reason_code, one.count) for one in against)
            ],
        }


def _summed(counts: Iterable[tuple[Key, int]]) -> list[tuple[Key, int]]:
    totals: Counter[Key] = Counter()
    for key, count in counts:
        totals[key] += count
    return sorted(totals.items())
