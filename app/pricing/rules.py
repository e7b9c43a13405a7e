"""The rules of price as dated data: what each says, since when, and who confirms it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class RuleId(StrEnum):
    """The rules the pricing follows; each has its entry in `price_rules.toml`."""

    PRICE_YEAR = "price_year"
    LATEST_EDITION = "latest_edition"
    SHORT_STAY = "short_stay"
    LONG_STAY = "long_stay"
    FACTOR_ON_LONG_STAY = "factor_on_long_stay"
    ATTENDANCES_APART = "attendances_apart"
    HIGHEST_PROCEDURE = "highest_procedure"
    STAND_IN = "stand_in"
    NO_FACTOR_ON_LOCAL = "no_factor_on_local"
    RATE_ON_LOCAL = "rate_on_local"
    RATE_IN_UPFRONT = "rate_in_upfront"
    AT_A_DISTANCE = "attendance_at_a_distance"
    ROUNDING_PENCE = "rounding_pence"
    ROUNDING_WHOLE_POUND = "rounding_whole_pound"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRule:
    """One rule: in plain words, with its days and its source."""

    id: RuleId
    words: str
    since: date
    until: date | None
    confirmed: bool
    source: str
    section: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def as_json(self) -> dict[str, object]:
        """The rule as `docs/cli.md` shows it beside an estimate."""
        return {
            "id": self.id.value,
            "words": self.words,
            "confirmed": self.confirmed,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortStay:
    """When an emergency stay takes the reduced price (finance.md 1.5.4)."""

    nights_at_most: int
    age_from: int
    admission_methods: frozenset[str]

    def takes_in(self, nights: int, age: int | None, method: str | None) -> bool:
        """Whether a stay is one; what is not known makes it none, so the full price stands."""
        return (
            nights <= self.nights_at_most
            and age is not None
            and age >= self.age_from
            and method in self.admission_methods
        )


@dataclass(frozen=True, slots=True)
class PriceRules:
    """Every rule by name; `short_stay` holds the figures of the one that has some."""

    rules: Mapping[RuleId, PriceRule] = field(default_factory=dict)
    short_stay: ShortStay | None = None

    def short_stay_on(self, day: date) -> ShortStay | None:
        """The short-stay rule where it is in force."""
        rule = self.rules.get(RuleId.SHORT_STAY)
        return self.short_stay if rule is not None and rule.holds_on(day) else None

    def named(self, ids: tuple[RuleId, ...]) -> tuple[PriceRule, ...]:
        """These rules, as far as they are at hand, in this order."""
        return tuple(self.rules[one] for one in ids if one in self.rules)


NO_RULES = PriceRules()
