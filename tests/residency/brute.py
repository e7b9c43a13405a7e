"""Changes tried without any cleverness, to hold the search for the nearest outcome against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from app.library.law import load_law
from app.residency import letters
from app.residency.alternatives import Alternatives
from app.residency.determination import Determination
from app.residency.facts import Fact, FactType, FactValue
from app.residency.findings import Category
from app.residency.possible import new_clash
from tests.residency.given import Facts

LAW = load_law()
DAYS_ASIDE = (-40_000, -7000, -6000, -400, -120, -90, -30, -1, 0, 1, 30)
LIMITS = ((2017, 8, 20), (2017, 8, 21), (2020, 12, 31), (2021, 6, 30), (2021, 7, 1))
LANDS = ("GB", "FR", "NO", "CH", "US", "AU", "LI", "BB", "IE", "MT", "UA", "GI")


def plenty(fact: Fact, on: date) -> Sequence[FactValue]:
    """More than enough values of a fact."""
    match fact.type:
        case FactType.BOOL:
            return (True, False)
        case FactType.DATE:
            return [
                *(on + timedelta(days=days) for days in DAYS_ASIDE),
                *(date(*limit) for limit in LIMITS),
            ]
        case FactType.INT:
            return (0, 2, 3, 4, 17, 18, 19, 60)
        case FactType.ALPHA2:
            return LANDS
        case FactType.ALPHA2_LIST:
            return [(land,) for land in LANDS]
        case _ if fact.values:
            silent = fact.unknown_values + fact.pending_values
            return [value for value in fact.values if value not in silent]
        case _:
            named = {
                value
                for atom in LAW.pack.tables.atoms(fact.name)
                for value in (atom.value if isinstance(atom.value, tuple) else (atom.value,))
                if isinstance(value, str) and not value.startswith("@")
            }
            return [*sorted(named), "none", "tuberculosis"]


def may_move(found: Determination) -> list[str]:
    """The facts that may be proposed otherwise."""
    return [fact.name for fact in LAW.facts.all if _alternatives(found).movable(fact.name)]


def flips(found: Determination, change: Facts) -> bool:
    """Whether the case is settled otherwise by a change that could be."""
    tests = found.basis.tests
    after = found.basis.again(change)
    verdict = letters.verdict(after, LAW.pack)
    return verdict.flips(letters.verdict(tests, LAW.pack)) and not any(
        new_clash(one.facts, two.facts) for one, two in zip(tests, after, strict=True)
    )


def flipping(found: Determination, names: Sequence[str], *, size: int) -> Iterator[Facts]:
    """Every change of so many of these facts that flips the case."""
    for some in combinations(names, size):
        values = (plenty(LAW.facts[name], found.on) for name in some)
        for chosen in product(*values):
            change = dict(zip(some, chosen, strict=True))
            if flips(found, change):
                yield change


def _alternatives(found: Determination) -> Alternatives:
    basis = found.basis
    waits = found.charging_category is Category.P
    return Alternatives(basis.tests, basis.given, basis.pack, basis.facts, waits)
