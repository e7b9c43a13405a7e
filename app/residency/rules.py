"""The law as dated values: groups, free services, diseases, countries, and the pack of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from app.residency.conditions import Condition, Day, clauses
from app.residency.facts import FactBook
from app.residency.findings import Flag
from app.residency.tables import RuleTables, Tested


class Kind(StrEnum):
    """What a group does to the person in it."""

    RESIDENT = "resident"
    EXEMPT = "exempt"
    HISTORIC = "historic"
    CHARGEABLE = "chargeable"
    PENDING = "pending"


class Side(StrEnum):
    """Where a person lives, as far as category letters care."""

    UK = "UK"
    EEA = "EEA"
    NON_EEA = "NON_EEA"


class Reason(NamedTuple):
    """Why something is so: the rule, where it stands in law, and since when."""

    rule: str
    regulation: str
    text: str
    valid_from: date | None
    valid_to: date | None
    sentence: str
    """The text in one line, with the place in the law it rests on."""

    @classmethod
    def of(
        cls, rule: str, regulation: str, text: str, since: date | None, until: date | None
    ) -> Reason:
        """The reason with its sentence."""
        return cls(rule, regulation, text, since, until, f"{text} ({regulation})")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """A rule that drops or repays charges already made; without dates, wherever it is true."""

    reason: str
    regulation: str
    since: date | None = None
    until: date | None = None
    since_fact: str = ""  # the fact that names the first day, where it is the person's own
    nhs_bodies_repay_only: bool = False

    def reaches(self, service_date: date) -> bool:
        """Whether a charge for that day is dropped by it."""
        return (self.since is None or self.since <= service_date) and (
            self.until is None or service_date <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule carries: condition, dates, and who checked it when."""

    id: str
    label: str
    text: str
    when: Condition
    regulation: str
    in_force_from: date
    in_force_to: date | None
    sensitive: bool
    confirmed: bool
    confirmation_note: str
    source: str
    checked: date
    look_back: LookBack | None = None
    reason: Reason = field(init=False)

    def __post_init__(self) -> None:
        text = f"{self.label}. {self.text}"
        reason = Reason.of(self.id, self.regulation, text, self.in_force_from, self.in_force_to)
        object.__setattr__(self, "reason", reason)

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force that day."""
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Rule):
    """A residency or exemption group: who is in it, what it covers, how the person is recorded."""

    kind: Kind
    scope: str
    width: int  # place of the scope in the pack's list; 0 is the widest
    charging_category: str  # a letter, or one of the rules for letters
    status_classification: int
    rate_percent: int | None
    claim_route: str | None
    course_of_treatment_protection: bool
    excludes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    covers_family_through: tuple[str, ...] = ()
    ends_when: tuple[str, ...] = ()
    course_protected_until: date | None = None  # a protection that the law has since taken away

    def protects_course(self, on: date) -> bool:
        """Whether care of a course that the group freed on that day stays free after it (reg
        3(5))."""
        until = self.course_protected_until
        return self.course_of_treatment_protection or (until is not None and on <= until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceExemption(Rule):
    """A service that is free for everybody. It frees a line and never proves a person exempt."""

    stops_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disease:
    """A disease of Schedule 1, free to diagnose and treat from a day on."""

    id: str
    name: str
    in_force_from: date
    regulation: str
    confirmed: bool
    source: str
    checked: date
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory: its side for category letters, and its agreement if it has one."""

    alpha2: str
    alpha3: str
    name: str
    side: Side
    eu_member: bool
    eea_member: bool
    convention_or_charter: bool  # party to the 1953 Convention or the 1961 Charter
    listed: tuple[date, date] | None  # in Schedule 2
    agreement: tuple[date, date]  # in operation; wide open where the list names no day
    agreement_name: str
    agreement_scope: str
    agreement_persons: str
    agreement_evidence: str
    scope_confirmed: bool
    notes: str

    @property
    def eea_or_swiss(self) -> bool:
        """Whether its nationals had EU free movement rights."""
        return self.eea_member or self.alpha2 == "CH"

    def in_schedule_2(self, on: date) -> bool:
        """Whether it is listed and its agreement runs, both, that day."""
        if self.listed is None:
            return False
        return self.listed[0] <= on <= self.listed[1] and (
            self.agreement[0] <= on <= self.agreement[1]
        )


class Rate(NamedTuple):
    """What a charged line costs, in percent of the amount payable, and why."""

    percent: int
    group: Group | None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds for every case: the day the scheme began, the default charge, and the words."""

    rules_version: str
    valid_from: date
    valid_to: date | None
    review_by: date
    checked: date
    charge: Reason
    default_rate_percent: int
    outside: Reason
    wrongly_charged: Reason
    payment_first_from: date
    unconfirmed_sides: frozenset[str]  # places whose side for category letters is a reading
    category_codes: Mapping[str, str]
    status_codes: Mapping[str, str]
    evidence: Mapping[str, str]
    supports: Mapping[str, tuple[str, ...]]  # by kind of paper, the facts it speaks for
    patient_words: Mapping[str, str]
    flag_words: Mapping[str, str]
    asking_words: Mapping[str, str]


class RulePack:
    """Every rule of one dated pack, ready to be tested all at once."""

    def __init__(
        self,
        standing: Standing,
        facts: FactBook,
        *,
        groups: tuple[Group, ...],
        services: tuple[ServiceExemption, ...],
        diseases: tuple[Disease, ...],
        countries: Mapping[str, Country],
    ) -> None:
        self.standing = standing
        self.groups = groups
        self.services = services
        self.diseases = diseases
        self.countries = countries
        self.rules: tuple[Rule, ...] = (*services, *groups)
        self.tables = RuleTables([_tested(rule) for rule in self.rules], facts)
        self.bits = Bits(self)
        remember = lru_cache(maxsize=1024)  # few combinations are ever true together
        self._rules_of = remember(self._look_up_rules)
        self._ids_of = remember(self._look_up_ids)
        self._best_of = remember(self._look_up_best)
        self._groups_of = remember(self._look_up_groups)
        self._rate = remember(self._look_up_rate)
        self._day = remember(self._look_up_day)
        self._flags_named = remember(self._look_up_flags)

    @property
    def rules_version(self) -> str:
        """The name of the pack, on every result."""
        return self.standing.rules_version

    def group(self, group_id: str) -> Group:
        """One group by its id; raises KeyError."""
        return self._groups_by_id[group_id]

    def rules_of(self, bits: int) -> tuple[Rule, ...]:
        """The rules that own some bits of the tables, in order."""
        if not bits:
            return ()
        return self._rules_of(bits)

    def groups_of(self, bits: int) -> tuple[Group, ...]:
        """The groups among them."""
        if not bits:
            return ()
        return self._groups_of(bits)

    def ids_of(self, bits: int) -> tuple[str, ...]:
        """The names of those rules."""
        return self._ids_of(bits) if bits else ()

    def _look_up_ids(self, bits: int) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.rules_of(bits))

    def _look_up_rules(self, bits: int) -> tuple[Rule, ...]:
        return tuple(self.rules[place] for place in self.tables.rules_of(bits))

    def _look_up_groups(self, bits: int) -> tuple[Group, ...]:
        return tuple(rule for rule in self._look_up_rules(bits) if isinstance(rule, Group))

    def best_of(self, bits: int) -> Group:
        """The group to name of several: widest scope, then not sensitive, then file order."""
        return self._best_of(bits)

    def _look_up_best(self, bits: int) -> Group:
        return min(self.groups_of(bits), key=precedence)

    def rate(self, true: int) -> Rate:
        """The lowest rate among the true chargeable groups, else the default.

        Among equals the last is named: the catch-all groups open the list.
        """
        return self._rate(true & self.bits.chargeable)

    def _look_up_rate(self, bits: int) -> Rate:
        named = self._look_up_groups(bits)
        lowest = min((percent(group) for group in named), default=None)
        if lowest is None:
            return Rate(self.standing.default_rate_percent, None, self.standing.charge)
        group = [group for group in named if percent(group) == lowest][-1]
        return Rate(lowest, group, group.reason)

    def day(self, service_date: date) -> Day:
        """What conditions may ask of a service date."""
        return self._day(service_date)

    def _look_up_day(self, service_date: date) -> Day:
        listed = frozenset(d.id for d in self.diseases if d.in_force_from <= service_date)
        return Day(service_date, listed)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """What an officer may be told, in the order of telling."""
        return tuple(Flag(code, words) for code, words in self.standing.flag_words.items())

    def flags_named(self, codes: frozenset[str], unconfirmed: int) -> tuple[Flag, ...]:
        """Some of them, in that order; the one on unconfirmed rules says which and why."""
        return self._flags_named(codes, unconfirmed)

    def _look_up_flags(self, codes: frozenset[str], unconfirmed: int) -> tuple[Flag, ...]:
        doubts = " ".join(
            f"{rule.label}: {rule.confirmation_note} ({rule.source})"
            for rule in self.rules_of(unconfirmed)
        )
        return tuple(
            Flag(flag.code, f"{flag.reason} {doubts}") if flag.code == "unconfirmed_rule" else flag
            for flag in self.flags
            if flag.code in codes
        )

    @cached_property
    def pending(self) -> Reason:
        """The reason of a case that waits."""
        return next(group.reason for group in self.groups if group.kind is Kind.PENDING)

    @cached_property
    def _groups_by_id(self) -> dict[str, Group]:
        return {group.id: group for group in self.groups}


class Bits:
    """Which bits of the tables belong to which part of the law."""

    def __init__(self, pack: RulePack) -> None:
        def bits(wanted: Callable[[Rule], bool]) -> int:
            return pack.tables.mask(i for i, rule in enumerate(pack.rules) if wanted(rule))

        self.resident = bits(lambda rule: _is(rule, Kind.RESIDENT))
        self.service = bits(lambda rule: isinstance(rule, ServiceExemption))
        self.exempt = bits(lambda rule: _frees(rule))
        self.except_conception = bits(lambda rule: _frees(rule) and _scope(rule) == EXCEPT)
        self.conception = bits(lambda rule: rule.id == CONCEPTION)
        self.chargeable = bits(lambda rule: _is(rule, Kind.CHARGEABLE))
        self.looking_back = bits(lambda rule: rule.look_back is not None)
        self.unconfirmed = bits(lambda rule: not rule.confirmed)
        self.by_agreement = bits(lambda rule: _scope(rule) == PER_AGREEMENT)
        self.with_papers = bits(lambda rule: isinstance(rule, Group) and bool(rule.evidence))
        self.claimable = bits(lambda rule: isinstance(rule, Group) and bool(rule.claim_route))
        self.immune = bits(lambda rule: rule.id == EXEMPT_FROM_CONTROL)
        self.late_scheme = bits(lambda rule: rule.id == NO_SETTLEMENT_STATUS)
        self.sensitive = bits(lambda rule: rule.sensitive)
        self.freeing = self.resident | self.service | self.exempt


EXEMPT_FROM_CONTROL = "or_exempt_from_control"
NO_SETTLEMENT_STATUS = "eu_resident_without_euss"
EXCEPT = "all_except_assisted_conception"
PER_AGREEMENT = "per_agreement"
CONCEPTION = "assisted_conception_chargeable"
NO_COVER = ("none", "undetermined")


def precedence(group: Group) -> tuple[int, bool]:
    """What puts one group before another; the file's order puts the rest."""
    return group.width, group.sensitive


def percent(group: Group) -> int:
    """The rate of a group that charges."""
    assert group.rate_percent is not None, group.id
    return group.rate_percent


def _tested(rule: Rule) -> Tested:
    return Tested(clauses(rule.when), rule.in_force_from, rule.in_force_to)


def _is(rule: Rule, kind: Kind) -> bool:
    return isinstance(rule, Group) and rule.kind is kind


def _scope(rule: Rule) -> str:
    return rule.scope if isinstance(rule, Group) else ""


def _frees(rule: Rule) -> bool:
    return (
        isinstance(rule, Group)
        and rule.kind in (Kind.EXEMPT, Kind.HISTORIC)
        and rule.scope not in NO_COVER
    )
