"""Cases to try the law with: the published ones, and fact sets by chance from a seed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.facts import DecidedBy, Fact, FactType, FactValue
from app.residency.line import Line

CASES = Path(__file__).parents[1] / "cases" / "law.toml"
TODAY = date(2026, 3, 9)
UNKNOWN = "__unknown__"
Facts = dict[str, FactValue]


@dataclass(frozen=True)
class Published:
    """One worked case and the answer it expects."""

    id: str
    case: Case
    expect: Mapping[str, Any]


@cache
def published() -> tuple[Published, ...]:
    """Every worked case, laid over the baseline."""
    shelf = tomllib.loads(CASES.read_text("utf-8"))
    return tuple(
        Published(
            row["id"],
            Case(
                _known({**shelf["baseline"], **row["facts"]}), certified=row.get("certified", False)
            ),
            row["expect"],
        )
        for row in shelf["case"]
    )


@cache
def baseline() -> Facts:
    """The American tourist at a planned clinic, everything known."""
    return _known(tomllib.loads(CASES.read_text("utf-8"))["baseline"])


def tourist(**facts: FactValue | None) -> Facts:
    """The tourist with some facts otherwise; None leaves one out."""
    changed: dict[str, FactValue | None] = {**baseline(), **facts}
    return {name: value for name, value in changed.items() if value is not None}


def finding(facts: Mapping[str, FactValue], *, certified: bool = False) -> Determination:
    """What the shipped law makes of one line of facts."""
    return determine(Case(facts, certified=certified), load_law(), TODAY)


def finding_of(*lines: Line, **facts: FactValue | None) -> Determination:
    """The same of several lines over the tourist's facts."""
    return determine(Case(tourist(**facts), lines), load_law(), TODAY)


def by_chance(chance: Random) -> Facts:
    """A fact set: sparse, dense, or the tourist with a few facts otherwise."""
    share = chance.choice((0.02, 0.1, 0.3, 0.6, 0.9, 1.0))
    drawn = {
        fact.name: value_of(fact, chance)
        for fact in load_law().facts.all
        if chance.random() < share
    }
    facts = drawn if chance.random() < 0.3 else {**baseline(), **_few(drawn, chance)}
    if "date_of_birth" in facts:  # ages follow it; given beside it they could contradict it
        facts.pop("age_years", None)
        facts.pop("age_months", None)
    return facts


def leave_out_answers(facts: Facts, chance: Random) -> Facts:
    """The same with some answers of clerk, officer or clinician left out."""
    book, share = load_law().facts, chance.random()
    return {
        name: value
        for name, value in facts.items()
        if book[name].decided_by is DecidedBy.SYSTEM or chance.random() > share
    }


def value_of(fact: Fact, chance: Random) -> FactValue:
    """A value the fact allows."""
    match fact.type:
        case FactType.BOOL:
            return chance.random() < 0.5
        case FactType.INT:
            return chance.randint(0, fact.most or 0)
        case FactType.DATE:
            return date(2015, 4, 6) + timedelta(days=chance.randint(0, 4300))
        case FactType.ENUM:
            return chance.choice(fact.values or ("none", "malaria", "sars_cov_2", "broken_leg"))
        case FactType.ALPHA2:
            return chance.choice(("GB", "FR", "NO", "CH", "US", "NA", "AU", "LI", "BB"))
        case FactType.ALPHA2_LIST:
            return tuple(chance.sample(("GB", "FR", "NO", "CH", "US", "NA"), k=2))
        case FactType.TEXT | FactType.STRING:
            return chance.choice(("none", "ihs_paid", "uk_forces", "modern_slavery_victim"))


def _few(drawn: Facts, chance: Random) -> Facts:
    names = chance.sample(sorted(drawn), k=min(len(drawn), chance.randint(0, 6)))
    return {name: drawn[name] for name in names}


def _known(rows: Mapping[str, Any]) -> Facts:
    facts, ignored = load_law().facts.read(
        {name: None if value == UNKNOWN else value for name, value in rows.items()}
    )
    assert not ignored
    return facts
