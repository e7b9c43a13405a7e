"""Proof: for every combination of answers, on every legal epoch, exactly one outcome.

By construction: the law of an epoch is one diagram over every combination of what its rules tell
apart. The outcomes are built a second time as sets, each from its own words (charging-rules 10.3
and 10.4), and must neither overlap nor leave a gap; the engine is then held to the diagrams on
both sides of every single fact that can change an outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from random import Random

import pytest

from app.residency.conditions import Truth
from app.residency.diagram import Leaf, Node
from app.residency.epochs import Epoch
from app.residency.findings import Charged, Liable, Resident
from app.residency.rules import CONCEPTION, Group, Kind, Rule
from app.residency.whole_law import OUTSIDE, OWES, Found, WholeLaw, covers_every_line, frees
from tests.proof.epoch_laws import (
    EPOCHS,
    LAW,
    both_sides,
    distinct,
    filled,
    found_by_diagram,
    found_by_engine,
    named,
    proven_before,
    whole,
)

Print = Callable[[str], None]
each_epoch = pytest.mark.parametrize("epoch", EPOCHS, ids=named)
each_way = pytest.mark.parametrize("certified", [False, True], ids=["open", "certified"])


def either(one: Leaf, other: Leaf) -> Leaf:
    return one is True or other is True


def both(one: Leaf, other: Leaf) -> Leaf:
    return one is True and other is True


class Sets:
    """Sets of cases of one law, as functions that are true inside."""

    def __init__(self, law: WholeLaw) -> None:
        self.law = law
        self.graph = law.diagram
        self._are = {truth: partial(_equals, truth) for truth in Truth}

    def where(self, node: Node, result: Leaf) -> Node:
        if isinstance(result, Truth):
            return self.graph.turn(self._are[result], node)
        return self.graph.turn(partial(_equals, result), node)

    def some(self, nodes: Iterable[Node]) -> Node:
        return self.graph.join_all(either, list(nodes), False)

    def every(self, *nodes: Node) -> Node:
        return self.graph.join_all(both, nodes, True)

    def outside(self, node: Node) -> Node:
        return self.graph.turn(_not, node)

    def some_rule(self, rules: Iterable[Rule], truth: Truth) -> Node:
        return self.some(self.where(self.law.by_rule[rule.id], truth) for rule in rules)


def _equals(wanted: Leaf, result: Leaf) -> Leaf:
    return result == wanted


def _not(result: Leaf) -> Leaf:
    return result is not True


def charged_sets(sets: Sets) -> dict[Charged, Node]:
    """Free, charged and undetermined lines, each from the words of charging-rules 10.3 and 10.4."""
    law, some, every = sets.law, sets.some, sets.every
    wide = [rule for rule in law.rules if covers_every_line(rule)]
    narrow = [rule for rule in law.rules if frees(rule) and not covers_every_line(rule)]
    conception = law.by_rule.get(CONCEPTION, law.diagram.leaf(Truth.FALSE))
    is_conception, may_be, is_not = (
        sets.where(conception, truth) for truth in (Truth.TRUE, Truth.UNKNOWN, Truth.FALSE)
    )
    relevance = law.atom(OUTSIDE)
    free = some(
        [
            sets.some_rule(wide, Truth.TRUE),
            every(sets.some_rule(narrow, Truth.TRUE), is_not),
            sets.where(relevance, Truth.TRUE),
        ]
    )
    open_ = some(
        [
            sets.some_rule(wide, Truth.UNKNOWN),
            every(sets.some_rule(narrow, Truth.UNKNOWN), sets.outside(is_conception)),
            every(sets.some_rule(narrow, Truth.TRUE), may_be),
            sets.where(relevance, Truth.UNKNOWN),
        ]
    )
    nothing_wide = every(
        *(sets.where(law.by_rule[rule.id], Truth.FALSE) for rule in wide),
        sets.where(relevance, Truth.FALSE),
    )
    nothing_narrow = every(
        *(some([sets.where(law.by_rule[r.id], Truth.FALSE), is_conception]) for r in narrow)
    )
    return {
        Charged.NO: free,
        Charged.YES: every(nothing_wide, nothing_narrow),
        Charged.UNDETERMINED: every(open_, sets.outside(free)),
    }


def resident_sets(sets: Sets) -> dict[Resident, Node]:
    """Ordinary residence, each answer from its own words."""
    groups = [
        rule for rule in sets.law.rules if isinstance(rule, Group) and rule.kind is Kind.RESIDENT
    ]
    yes = sets.some_rule(groups, Truth.TRUE)
    return {
        Resident.YES: yes,
        Resident.NO: sets.every(
            *(sets.where(sets.law.by_rule[rule.id], Truth.FALSE) for rule in groups)
        ),
        Resident.UNDETERMINED: sets.every(sets.some_rule(groups, Truth.UNKNOWN), sets.outside(yes)),
    }


def liable_sets(sets: Sets) -> dict[Liable, Node]:
    """Who would owe, each from its own words: the first known to be true of the list."""
    found, before = {}, sets.graph.leaf(True)
    for atom, who in OWES:
        own = sets.where(sets.law.atom(atom), Truth.TRUE)
        found[who] = sets.every(before, own)
        before = sets.every(before, sets.outside(own))
    return {**found, Liable.PATIENT: before}


def check_one_and_only_one(sets: Sets, parts: Iterable[Node]) -> None:
    """The sets do not overlap, and together leave nothing out."""
    before = sets.graph.leaf(False)
    for part in parts:
        assert sets.every(before, part) is sets.graph.leaf(False)
        before = sets.some([before, part])
    assert before is sets.graph.leaf(True)


@pytest.mark.slow
@each_way
@each_epoch
def test_every_combination_of_answers_has_exactly_one_outcome(
    epoch: Epoch, certified: bool, proof: Print
) -> None:
    if proven_before(epoch):
        return
    law = whole(epoch, certified=certified)
    sets = Sets(law)
    charged, resident, liable = charged_sets(sets), resident_sets(sets), liable_sets(sets)
    for parts in (charged, resident, liable):
        check_one_and_only_one(sets, parts.values())
    counts = law.diagram.counts(law.outcome)
    assert sum(counts.values()) == law.diagram.combinations()
    for result, part in resident.items():
        assert sets.where(law.diagram.turn(_resident, law.outcome), result) is part
    for verdict, part in charged.items():
        assert sets.where(law.diagram.turn(_charged, law.outcome), verdict) is part
    rates = {rate: sets.where(law.rate, rate) for rate in law.diagram.results(law.rate)}
    for rate, part in rates.items():
        told = sets.where(law.diagram.turn(_rate, law.outcome), rate)
        assert told is sets.every(charged[Charged.YES], part)
    for payer, part in liable.items():
        told = sets.where(law.diagram.turn(_liable, law.outcome), payer)
        assert told is sets.every(charged[Charged.YES], part)
    proof(f"{_which(epoch)}, {_line(law, counts)}")


def _resident(found: Leaf) -> Leaf:
    assert isinstance(found, Found)
    return found.resident


def _charged(found: Leaf) -> Leaf:
    assert isinstance(found, Found)
    return found.charged


def _rate(found: Leaf) -> Leaf:
    assert isinstance(found, Found)
    return found.rate


def _liable(found: Leaf) -> Leaf:
    assert isinstance(found, Found)
    return found.liable


def _which(epoch: Epoch) -> str:
    return "from " + ", ".join(str(one.since) for one in distinct()[epoch])


def _line(law: WholeLaw, counts: dict[Leaf, int]) -> str:
    tallies = dict.fromkeys(Charged, 0)
    for found, number in counts.items():
        assert isinstance(found, Found)
        tallies[found.charged] += number
    said = "certified" if law.certified else "open"
    return (
        f"{said}: {law.diagram.combinations()} combinations ="
        f" {tallies[Charged.NO]} free + {tallies[Charged.YES]} charged"
        f" + {tallies[Charged.UNDETERMINED]} undetermined; {len(counts)} outcomes"
    )


@pytest.mark.slow
@each_way
@each_epoch
def test_the_engine_says_the_same_on_both_sides_of_every_fact(
    epoch: Epoch, certified: bool, proof: Print
) -> None:
    if proven_before(epoch):
        return
    law, chance = whole(epoch, certified=certified), Random(238)
    tried, turned = 0, set()
    for node in (law.outcome, law.settled, law.asks_first):
        for sides in both_sides(law.diagram, node):
            rest = filled(law.diagram, {}, chance)
            for side in sides:
                case = {**rest, **side}
                assert found_by_engine(law, case) == found_by_diagram(law, case), law.facts(case)
                tried += 1
            turned |= {name for name in sides[0] if sides[0][name] != sides[1][name]}
    assert turned >= law.diagram.support(law.outcome)
    said = "certified" if certified else "open"
    proof(
        f"from {law.on} {said}: engine and diagram agree on {tried} cases about {len(turned)} facts"
    )


@pytest.mark.slow
@each_way
def test_the_engine_says_the_same_on_every_edge_of_the_law_in_force(
    certified: bool, proof: Print
) -> None:
    law, chance = whole(EPOCHS[-1], certified=certified), Random(2015)
    walks = list(law.diagram.walks(law.outcome))
    for walk in walks:
        case = filled(law.diagram, walk, chance)
        assert found_by_engine(law, case) == found_by_diagram(law, case), law.facts(case)
    said = "certified" if certified else "open"
    proof(f"law in force, {said}: engine and diagram agree on {len(walks)} cases over every edge")


@each_epoch
def test_an_epoch_is_one_law_from_its_first_day_to_its_last(epoch: Epoch) -> None:
    """The same rules, which tell the same apart, on both days: one day stands for all."""
    if epoch.until is None:
        return
    first, last = (WholeLaw(LAW, day, certified=False) for day in (epoch.since, epoch.until))
    assert first.fingerprint == last.fingerprint
