"""The rules of price, as they are shipped."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from app.library import resource
from app.pricing.rules import PriceRule, PriceRules, RuleId, ShortStay


@cache
def load_price_rules() -> PriceRules:
    """Every rule of `price_rules.toml`."""
    shelf = tomllib.loads(resource("tariffs", "price_rules.toml").read_text(encoding="utf-8"))
    entries: dict[str, dict[str, Any]] = {entry["id"]: entry for entry in shelf["rule"]}
    short = entries[RuleId.SHORT_STAY]
    return PriceRules(
        {RuleId(name): _rule(entry) for name, entry in entries.items()},
        ShortStay(
            nights_at_most=short["nights_at_most"],
            age_from=short["age_from"],
            admission_methods=frozenset(short["admission_methods"]),
        ),
    )


def _rule(entry: dict[str, Any]) -> PriceRule:
    return PriceRule(
        id=RuleId(entry["id"]),
        words=entry["words"],
        since=entry["from"],
        until=entry.get("until"),
        confirmed=entry["confirmed"],
        source=entry["source"],
        section=entry["src"],
    )
