"""The law of each legal epoch as diagrams, made once a process, and ways through them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache, lru_cache
from random import Random

from app.library.law import load_law
from app.residency.determination import Case, determine
from app.residency.diagram import Assignment, Diagram, Node
from app.residency.epochs import Epoch, epochs
from app.residency.findings import Category, Charged
from app.residency.whole_law import Found, WholeLaw

LAW = load_law()
EPOCHS = epochs(LAW.pack)


@cache
def distinct() -> dict[Epoch, tuple[Epoch, ...]]:
    """The epochs whose law differs from that of every earlier one, with those they stand for.

    Between the others only a country or a day changed sides: the rules and all they tell apart are
    the same, so the diagrams are.
    """
    alike: dict[Hashable, list[Epoch]] = {}
    for epoch in EPOCHS:
        alike.setdefault(WholeLaw(LAW, epoch.since, certified=False).fingerprint, []).append(epoch)
    return {some[0]: tuple(some) for some in alike.values()}


def proven_before(epoch: Epoch) -> bool:
    """Whether an earlier epoch has the same law, so that what is proven of it is proven here."""
    return epoch not in distinct()


@lru_cache(maxsize=2)
def whole(epoch: Epoch, *, certified: bool) -> WholeLaw:
    """The law of one epoch; the last two are kept."""
    return WholeLaw(LAW, epoch.since, certified=certified)


def named(epoch: Epoch) -> str:
    """An epoch as tests are named after it."""
    return str(epoch.since)


def both_sides(diagram: Diagram, node: Node) -> Iterator[tuple[Assignment, Assignment]]:
    """For every variable and every two of its values that ever lead apart: a case on each side.

    The two cases differ in that one value, and their outcomes differ.
    """
    seen: set[tuple[int, int, int]] = set()
    ways = diagram.ways(node)
    for one in diagram.nodes(node):
        for high in range(len(one.edges)):
            for low in range(high):
                key = one.level, low, high
                if key not in seen and one.edges[low] is not one.edges[high]:
                    seen.add(key)
                    name = diagram.variables[one.level].name
                    rest = _telling_apart(diagram, one.edges[low], one.edges[high])
                    way = {**ways[id(one)], **rest}
                    yield {**way, name: low}, {**way, name: high}


def filled(diagram: Diagram, case: Assignment, chance: Random) -> Assignment:
    """The case with everything it leaves open settled by chance: it may not matter."""
    return {one.name: chance.randrange(one.size) for one in diagram.variables} | case


def found_by_engine(law: WholeLaw, case: Assignment) -> tuple[Found, bool, bool]:
    """What the engine makes of a case: the outcome, whether settled, whether it asks first."""
    found = determine(Case(law.facts(case), certified=law.certified), LAW, law.on)
    (line,) = found.lines
    rate = line.rate_percent if line.charged is Charged.YES else None
    outcome = Found(found.ordinarily_resident, line.charged, rate, line.liable_party)
    settled = found.charging_category is not Category.P
    return outcome, settled, line.may_ask_payment_first


def found_by_diagram(law: WholeLaw, case: Assignment) -> tuple[object, object, object]:
    """The same, read off the diagrams."""
    at = law.diagram.at
    return at(law.outcome, case), at(law.settled, case), at(law.asks_first, case)


def _telling_apart(diagram: Diagram, one: Node, other: Node) -> Assignment:
    """Values below two different functions for which their results differ."""
    case: Assignment = {}
    while one.edges or other.edges:
        level = min(one.level, other.level)
        variable = diagram.variables[level]
        ones = one.edges if one.level == level else (one,) * variable.size
        others = other.edges if other.level == level else (other,) * variable.size
        place = next(n for n in range(variable.size) if ones[n] is not others[n])
        case[variable.name] = place
        one, other = ones[place], others[place]
    return case
