"""What in a rule pack does nothing: rules, facts and questions that can change no outcome.

Found by construction over every combination of answers on every legal epoch, not by trying cases.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from app.residency.conditions import Truth, any_of
from app.residency.diagram import Assignment, Leaf, Node
from app.residency.epochs import Epoch, epochs
from app.residency.law import Law
from app.residency.reach import Reach
from app.residency.rules import Group, Kind, Rule
from app.residency.whole_law import WholeLaw, covers_every_line


@dataclass(frozen=True, slots=True)
class Subsumed:
    """A rule that adds nothing wherever it is in force: others already say as much."""

    rule: str
    by: tuple[str, ...]


class Never(StrEnum):
    """What something in a pack never does."""

    APPLIES = "never_applies"
    ADDS = "subsumed"
    MATTERS = "never_matters"
    ASKED = "never_asked"


class Idle(NamedTuple):
    """One rule, fact or question that can change no outcome, and how."""

    kind: Never
    name: str


@dataclass(frozen=True, slots=True)
class Soundness:
    """What a pack holds though it can change no outcome; each wants a reason or a correction."""

    epochs: tuple[Epoch, ...]
    never_applies: tuple[str, ...]
    never_matters: tuple[str, ...]
    never_asked: tuple[str, ...]
    subsumed: tuple[Subsumed, ...]

    @property
    def idle(self) -> tuple[Idle, ...]:
        """All of it, one by one."""
        found = {
            Never.APPLIES: self.never_applies,
            Never.ADDS: tuple(one.rule for one in self.subsumed),
            Never.MATTERS: self.never_matters,
            Never.ASKED: self.never_asked,
        }
        return tuple(Idle(kind, name) for kind, names in found.items() for name in names)


def examine(law: Law) -> Soundness:
    """Look through every combination of answers on every epoch of a pack.

    `never_applies`: rules that no case makes true since the scheme began. `never_matters`: facts
    that no outcome turns on, not even through a fact worked out from them. `never_asked`: questions
    that no answers open, or whose every answer leaves every outcome as it is.
    """
    seen = _Seen(law)
    for epoch in reversed(epochs(law.pack)):
        seen.look(epoch)
    rules, facts, questions = law.pack.rules, law.facts.all, law.questions.all
    return Soundness(
        epochs=epochs(law.pack),
        never_applies=tuple(rule.id for rule in rules if rule.id not in seen.applied),
        never_matters=tuple(fact.name for fact in facts if fact.name not in seen.mattered),
        never_asked=tuple(one.id for one in questions if one.id not in seen.asked),
        subsumed=tuple(
            Subsumed(rule.id, tuple(seen.beside[rule.id]))
            for rule in rules
            if rule.id in seen.applied and rule.id in seen.beside and rule.id not in seen.needed
        ),
    )


@dataclass(slots=True)
class _Seen:
    """What was found to matter so far; one epoch is looked at a time, and let go."""

    law: Law
    applied: set[str] = field(default_factory=set)
    needed: set[str] = field(default_factory=set)
    mattered: set[str] = field(default_factory=lambda: {"service_date"})  # it chooses the epoch
    asked: set[str] = field(default_factory=set)
    beside: dict[str, dict[str, None]] = field(default_factory=dict)

    def look(self, epoch: Epoch) -> None:
        """Take in what the law of one epoch turns on."""
        whole = WholeLaw(self.law, epoch.since, certified=False)
        self.applied |= {name for name, node in whole.by_rule.items() if _can_be_true(whole, node)}
        self._subsumptions(whole)
        turns_on = whole.turns_on()
        self.mattered |= turns_on
        worked_out = {fact for fact, names in whole.book.sources.items() if names != (fact,)}
        if worked_out - self.mattered:
            self.mattered |= worked_out & self._told(epoch)
        reach = Reach(self.law, whole, epoch)
        self.asked |= {
            one.id
            for one in self.law.questions.all
            if one.id not in self.asked and reach.matters(one)
        }

    def _told(self, epoch: Epoch) -> frozenset[str]:
        """What the outcome turns on where facts worked out from others are told outright."""
        return WholeLaw(self.law, epoch.since, certified=False, told=True).turns_on()

    def _subsumptions(self, whole: WholeLaw) -> None:
        quiet = {one.name: 0 for one in whole.diagram.variables}
        quiet |= whole.diagram.example(whole.freed, Truth.FALSE) or {}
        for rule in whole.rules:
            if rule.id in self.needed or not _can_be_true(whole, whole.by_rule[rule.id]):
                continue
            others = [one for one in whole.rules if one is not rule and _says_as_much(one, rule)]
            by = _enough(whole, rule, others, quiet)
            if by is None:
                self.needed.add(rule.id)
            else:
                self.beside.setdefault(rule.id, {}).update(dict.fromkeys(by))


def _can_be_true(whole: WholeLaw, node: Node) -> bool:
    return Truth.TRUE in whole.diagram.results(node)


def _says_as_much(one: Rule, rule: Rule) -> bool:
    """Whether one rule, where both are true, leaves nothing for the other to say."""
    if not isinstance(one, Group) or not isinstance(rule, Group):
        return type(one) is type(rule)
    if rule.kind is Kind.CHARGEABLE:
        return one.kind is rule.kind and one.rate_percent == rule.rate_percent
    if rule.kind is Kind.RESIDENT:
        return one.kind is Kind.RESIDENT
    return covers_every_line(one) or (one.kind is not Kind.CHARGEABLE and one.scope == rule.scope)


def _enough(whole: WholeLaw, rule: Rule, others: list[Rule], quiet: Assignment) -> list[str] | None:
    """The fewest others found that together make the rule idle, or None where it is not."""
    diagram, own = whole.diagram, whole.by_rule[rule.id]
    nodes = {one.id: whole.by_rule[one.id] for one in others}
    case = quiet | (diagram.example(own, Truth.TRUE) or {})
    if all(diagram.at(node, case) is not Truth.TRUE for node in nodes.values()):
        return None  # one likely case shows it true and every other not: no need to search
    meeting = {
        name: node for name, node in nodes.items() if diagram.support(node) & diagram.support(own)
    }
    if not _idle(whole, own, meeting.values()):
        return None
    for name in list(meeting):
        fewer = {other: node for other, node in meeting.items() if other != name}
        if _idle(whole, own, fewer.values()):
            meeting = fewer
    return list(meeting)


def _idle(whole: WholeLaw, own: Node, others: Iterable[Node]) -> bool:
    """Whether, in three values, the rule says nothing that the others do not."""
    together = whole.diagram.join_all(_or, list(others), Truth.FALSE)
    return whole.diagram.join(_or, together, own) is together


def _or(one: Leaf, other: Leaf) -> Leaf:
    return any_of((Truth(one), Truth(other)))
