"""The law of one day as functions of a whole case: every rule, and the outcome, as diagrams.

A second way to the outcome beside `determination`, for proof and not for deciding: it is written
from the text (charging-rules 10) over every combination of answers, where the engine tries one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from app.residency.classes import ClassBook
from app.residency.conditions import All, Atom, Condition, Op, Truth, all_of, any_of
from app.residency.diagram import Assignment, Diagram, Leaf, Node, Variable
from app.residency.epochs import comparisons
from app.residency.facts import FactValue
from app.residency.findings import Charged, Liable, Resident
from app.residency.law import Law
from app.residency.ordering import near_each_other
from app.residency.rules import CONCEPTION, EXCEPT, NO_COVER, Group, Kind, Rule, percent

OUTSIDE = Atom("service_is_relevant", Op.IS_FALSE)
NON_URGENT = Atom("urgency", Op.EQ, "non_urgent")
MATERNITY = Atom("service_type", Op.EQ, "maternity")
OWES: tuple[tuple[Atom, Liable], ...] = (
    (Atom("ship_crew", Op.IS_TRUE), Liable.SHIP_OWNER),
    (Atom("air_crew", Op.IS_TRUE), Liable.EMPLOYER),
    (Atom("patient_deceased", Op.IS_TRUE), Liable.ESTATE),
    (Atom("age_years", Op.LT, 18), Liable.PARENTAL_RESPONSIBILITY),
)
"""Who owes a charge, first that is known to be true (charging-rules 10.4)."""


NOTHING_KNOWN: Mapping[str, int] = MappingProxyType({})


class Found(NamedTuple):
    """The outcome of a case of one line, as far as the law's questions can change it."""

    resident: Resident
    charged: Charged
    rate: int | None
    liable: Liable | None


class WholeLaw:
    """Everything the law of a day says of a case of one line, with or without the certificate.

    `told`: facts worked out from others are looked at as told outright.
    """

    def __init__(self, law: Law, on: date, *, certified: bool, told: bool = False) -> None:
        self.on = on
        self.certified = certified
        self.rules = tuple(rule for rule in law.pack.rules if rule.holds_on(on))
        self._standing = law.pack.standing
        asked = [atom for rule in self.rules for atom in comparisons(rule.when)]
        asked += [OUTSIDE, NON_URGENT, MATERNITY, *(atom for atom, _ in OWES)]
        self.book = ClassBook(law, asked, on, told=told)
        self.diagram = Diagram(
            [Variable(name, len(self.book.classes[name])) for name in self._order()]
        )
        self._atoms: dict[Atom, Node] = {}

    @property
    def fingerprint(self) -> Hashable:
        """Equal for days on which the law says the same: the rules, and what they tell apart."""
        marks = [
            (name, tuple(one.mark for one in some)) for name, some in self.book.classes.items()
        ]
        return tuple(rule.id for rule in self.rules), tuple(marks)

    @cached_property
    def by_rule(self) -> Mapping[str, Node]:
        """What each rule in force makes of the case: true, false or unknown."""
        return {rule.id: self._condition(rule.when) for rule in self.rules}

    @cached_property
    def resident(self) -> Node:
        """Ordinary residence: true where a resident group is, unknown where one might be."""
        return self.any_rule(rule for rule in self.rules if _kind(rule) is Kind.RESIDENT)

    @cached_property
    def freed(self) -> Node:
        """Whether something frees the line (charging-rules 10.3): a resident group, a free service,
        an exempt or historic group that covers it, or being outside the regulations."""
        narrow = self.any_rule(rule for rule in self.rules if frees(rule) and _is_narrow(rule))
        wide = [rule for rule in self.rules if covers_every_line(rule)]
        grounds = [self.by_rule[rule.id] for rule in wide]
        return self._any([*grounds, self._but_conception(narrow), self.atom(OUTSIDE)])

    @cached_property
    def any_exempt(self) -> Node:
        """Whether some ground exempts the person, though it may not cover this line."""
        return self.any_rule(rule for rule in self.rules if frees(rule))

    @cached_property
    def rate(self) -> Node:
        """The lowest rate among the true chargeable groups, the default where none is true."""
        rates = [
            self.diagram.turn(_Rate(percent(rule)), self.by_rule[rule.id])
            for rule in self.rules
            if isinstance(rule, Group) and rule.kind is Kind.CHARGEABLE
        ]
        lowest = self.diagram.join_all(_lower, rates, None)
        return self.diagram.turn(_Default(self._standing.default_rate_percent), lowest)

    @cached_property
    def liable(self) -> Node:
        """Who would owe a charge."""
        node = self.diagram.leaf(Liable.PATIENT)
        for atom, who in reversed(OWES):
            node = self.diagram.join(_Owes(who), self.atom(atom), node)
        return node

    @cached_property
    def parts(self) -> tuple[Node, ...]:
        """All that a question of the law can change, apart: residence; charged or not; and, where
        charged, the rate and who is liable. The outcome turns on a fact where one of these does."""
        rate = self.diagram.join(_where_charged, self.freed, self.rate)
        payer = self.diagram.join(_where_charged, self.freed, self.liable)
        return self.resident, self.freed, rate, payer

    @cached_property
    def outcome(self) -> Node:
        """The same in one."""
        price = self.diagram.join(_pair, self.rate, self.liable)
        line = self.diagram.join(_line, self.freed, price)
        return self.diagram.join(_found, self.resident, line)

    @cached_property
    def settled(self) -> Node:
        """Whether the case has a letter other than P (charging-rules 10.4)."""
        open_ = self.diagram.join(_pair, self.resident, self.freed)
        return self.diagram.join(_settled, open_, self.any_exempt)

    @cached_property
    def asks_first(self) -> Node:
        """Whether payment may be asked for before the care (charging-rules 10.3, H1)."""
        if self.on < self._standing.payment_first_from:
            return self.diagram.leaf(False)
        can_wait = self.diagram.join(_can_wait, self.atom(NON_URGENT), self.atom(MATERNITY))
        not_resident = self.diagram.turn(_is_false, self.resident)
        charged = self.diagram.join(_both, not_resident, self.diagram.turn(_is_false, self.freed))
        no_letter_waits = self.diagram.turn(_is_known, self.any_exempt)
        asked = self.diagram.join(_both, can_wait, charged)
        return self.diagram.join(_both, asked, no_letter_waits)

    def turns_on(self, known: Mapping[str, int] = NOTHING_KNOWN) -> frozenset[str]:
        """The facts on which the outcome, or payment first, can still turn, once some are known."""
        nodes = (self.diagram.given_all(node, known) for node in (*self.parts, self.asks_first))
        return frozenset[str]().union(*map(self.diagram.support, nodes))

    def any_rule(self, rules: Iterable[Rule]) -> Node:
        """Whether one of some rules is true."""
        return self._any([self.by_rule[rule.id] for rule in rules])

    def atom(self, atom: Atom) -> Node:
        """One comparison as a function of the facts it follows from."""
        if atom not in self._atoms:
            self._atoms[atom] = self._atom(atom)
        return self._atoms[atom]

    def facts(self, case: Assignment) -> dict[str, FactValue]:
        """Facts that have the classes of a case; unknown ones are left out."""
        stands = {name: self.book.classes[name][place].stands for name, place in case.items()}
        return {name: value for name, value in stands.items() if value is not None}

    def _order(self) -> list[str]:
        """The variables: those of a rule together, and who pays and how much asked last."""
        clusters = tuple(tuple(_sources(rule, self.book)) for rule in self.rules)
        payers = [name for atom, _ in OWES for name in self.book.sources[atom.fact]]
        cheaper = [
            name
            for rule, names in zip(self.rules, clusters, strict=True)
            if isinstance(rule, Group) and rule.kind is Kind.CHARGEABLE
            if percent(rule) < self._standing.default_rate_percent
            for name in names
        ]
        late = (*payers[-1:], *cheaper)
        near = near_each_other(tuple(self.book.classes), clusters, late=late)
        tied = {name for names in clusters for name in names} - {*payers[:-1]}
        last = [name for name in near if name not in tied]
        return [name for name in near if name not in last] + last

    def _atom(self, atom: Atom) -> Node:
        names = sorted(self.book.sources.get(atom.fact, ()), key=self.diagram.levels.__getitem__)
        return self._table(atom, names, {})

    def _table(self, atom: Atom, names: list[str], chosen: Mapping[str, int]) -> Node:
        if not names:
            sources = self.book.sources.get(atom.fact, ())
            values = [self.book.classes[name][chosen[name]].stands for name in sources]
            return self.diagram.leaf(self.book.truth(atom, values, certified=self.certified))
        first, *rest = names
        places = range(len(self.book.classes[first]))
        edges = tuple(self._table(atom, rest, {**chosen, first: place}) for place in places)
        return self.diagram.node(self.diagram.levels[first], edges)

    def _condition(self, condition: Condition) -> Node:
        if isinstance(condition, Atom):
            return self.atom(condition)
        parts = [self._condition(part) for part in condition.parts]
        if isinstance(condition, All):
            return self.diagram.join_all(_and, parts, Truth.TRUE)
        return self._any(parts)

    def _any(self, nodes: list[Node]) -> Node:
        return self.diagram.join_all(_or, nodes, Truth.FALSE)

    def _but_conception(self, narrow: Node) -> Node:
        """What groups that cover all but assisted conception do for the line."""
        if CONCEPTION not in self.by_rule:
            return narrow
        return self.diagram.join(_uncovered, narrow, self.by_rule[CONCEPTION])


def frees(rule: Rule) -> bool:
    """Whether a rule can exempt a person."""
    return (
        isinstance(rule, Group)
        and rule.kind in (Kind.EXEMPT, Kind.HISTORIC)
        and rule.scope not in NO_COVER
    )


def covers_every_line(rule: Rule) -> bool:
    """Whether a rule, where it is true, frees any line; its conditions have looked at the line."""
    if not isinstance(rule, Group) or rule.kind is Kind.RESIDENT:
        return True
    return frees(rule) and not _is_narrow(rule)


def _kind(rule: Rule) -> Kind | None:
    return rule.kind if isinstance(rule, Group) else None


def _is_narrow(rule: Rule) -> bool:
    """Whether a rule covers every line but those of assisted conception."""
    return isinstance(rule, Group) and rule.scope == EXCEPT


def _sources(rule: Rule, book: ClassBook) -> list[str]:
    return [name for atom in comparisons(rule.when) for name in book.sources.get(atom.fact, ())]


def _and(one: Leaf, other: Leaf) -> Leaf:
    return all_of((Truth(one), Truth(other)))


def _or(one: Leaf, other: Leaf) -> Leaf:
    return any_of((Truth(one), Truth(other)))


def _uncovered(narrow: Leaf, conception: Leaf) -> Leaf:
    """A line known to be assisted conception is not covered; one that may be, only might be."""
    if conception is Truth.TRUE:
        return Truth.FALSE
    if conception is Truth.UNKNOWN and narrow is Truth.TRUE:
        return Truth.UNKNOWN
    return narrow


def _pair(one: Leaf, other: Leaf) -> Leaf:
    return one, other


def _lower(one: Leaf, other: Leaf) -> Leaf:
    rates = [rate for rate in (one, other) if isinstance(rate, int)]
    return min(rates, default=None)


def _where_charged(freed: Leaf, said: Leaf) -> Leaf:
    return said if freed is Truth.FALSE else None


def _line(freed: Leaf, price: Leaf) -> Leaf:
    assert isinstance(price, tuple)
    if freed is Truth.FALSE:
        return Charged.YES, *price
    return (Charged.NO if freed is Truth.TRUE else Charged.UNDETERMINED), None, None


def _found(resident: Leaf, line: Leaf) -> Leaf:
    assert isinstance(line, tuple)
    return Found(_RESIDENT[Truth(resident)], *line)


def _settled(open_: Leaf, exempt: Leaf) -> Leaf:
    assert isinstance(open_, tuple)
    resident, freed = open_
    if Truth.UNKNOWN in (resident, freed):
        return False
    return resident is Truth.TRUE or exempt is not Truth.UNKNOWN


def _can_wait(non_urgent: Leaf, maternity: Leaf) -> Leaf:
    return non_urgent is Truth.TRUE and maternity is not Truth.TRUE


def _is_false(truth: Leaf) -> Leaf:
    return truth is Truth.FALSE


def _is_known(truth: Leaf) -> Leaf:
    return truth is not Truth.UNKNOWN


def _both(one: Leaf, other: Leaf) -> Leaf:
    return one is True and other is True


_RESIDENT = {
    Truth.TRUE: Resident.YES,
    Truth.FALSE: Resident.NO,
    Truth.UNKNOWN: Resident.UNDETERMINED,
}


@dataclass(frozen=True, slots=True)
class _Rate:
    """The rate of a chargeable group where it is true."""

    percent: int

    def __call__(self, truth: Leaf) -> Leaf:
        return self.percent if truth is Truth.TRUE else None


@dataclass(frozen=True, slots=True)
class _Default:
    """The rate where no chargeable group named one."""

    percent: int

    def __call__(self, rate: Leaf) -> Leaf:
        return self.percent if rate is None else rate


@dataclass(frozen=True, slots=True)
class _Owes:
    """Who owes where one thing is known to be true; else who owed so far."""

    who: Liable

    def __call__(self, truth: Leaf, otherwise: Leaf) -> Leaf:
        return self.who if truth is Truth.TRUE else otherwise
