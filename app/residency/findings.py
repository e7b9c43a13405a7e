"""What is found about a case and its service lines: the words a determination is made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.residency.facts import FactValue


class Charged(StrEnum):
    """Whether a line, or a case, is charged. Undetermined is an answer of its own."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    UNDETERMINED = "undetermined"


class Resident(StrEnum):
    """Whether the person is ordinarily resident on the latest service date."""

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"


class Liable(StrEnum):
    """Who owes a charge (SI 2015/238 reg 4); an employer owes for air crew."""

    PATIENT = "patient"
    PARENTAL_RESPONSIBILITY = "parental_responsibility"
    SHIP_OWNER = "ship_owner"
    EMPLOYER = "employer"
    ESTATE = "estate"


class Category(StrEnum):
    """NHS Data Dictionary, OVERSEAS VISITOR CHARGING CATEGORY."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    P = "P"


class Flag(NamedTuple):
    """Something the officer should see."""

    code: str
    reason: str


class Retrospective(NamedTuple):
    """Whether charges already made are dropped or repaid, why, and for which days."""

    cancel: bool
    repay: bool
    reason: str | None
    since: date | None
    until: date | None

    def as_json(self) -> dict[str, object]:
        """The entry as `recoup determine` prints it."""
        return {
            "cancel": self.cancel,
            "repay": self.repay,
            "reason": self.reason,
            "from": self.since.isoformat() if self.since else None,
            "to": self.until.isoformat() if self.until else None,
        }


NOT_RETROSPECTIVE = Retrospective(False, False, None, None, None)


class Days(NamedTuple):
    """A first day and a last, both included."""

    first: date
    last: date

    def within(self, days: Iterable[date]) -> list[date]:
        """Those of some days that begin something new here: after the first, up to the last."""
        return [day for day in days if self.first < day <= self.last]

    def meet(self, other: Days) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


class Outcome(NamedTuple):
    """The outcome of a case in two words, for saying what a change would do."""

    chargeable: Charged
    category: Category

    def as_json(self) -> dict[str, object]:
        """Both, under their names."""
        return {"chargeable": self.chargeable.value, "charging_category": self.category.value}


class Settles(NamedTuple):
    """An answer that would end the waiting, and what would then hold."""

    fact: str
    value: FactValue
    then: Outcome


class Verdict(NamedTuple):
    """What is found of a case and no more, for trying what a change would do."""

    resident: Resident
    lines: tuple[Charged, ...]
    outcome: Outcome

    @property
    def settled(self) -> bool:
        """Whether the case waits for nothing."""
        return self.outcome.category is not Category.P

    def flips(self, before: Verdict) -> bool:
        """Whether it settles a case that waited, or finds a settled one otherwise: resident or
        not, some line charged or free."""
        if not self.settled or not before.settled:
            return self.settled
        return (self.resident, self.lines) != (before.resident, before.lines)


class Altered(NamedTuple):
    """One fact, as it is and as it would be."""

    fact: str
    before: FactValue | None
    after: FactValue


class Change(NamedTuple):
    """The facts that, were they otherwise together, would lead elsewhere."""

    facts: tuple[Altered, ...]
    then: Outcome

    @property
    def values(self) -> dict[str, FactValue]:
        """What each fact would be."""
        return {one.fact: one.after for one in self.facts}


class EvidenceWanted(NamedTuple):
    """A group, and the papers of which any one supports it."""

    code: str
    label: str
    any_of: tuple[str, ...]


def shown(value: FactValue | None) -> object:
    """A value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


class LineFinding(NamedTuple):
    """One service line: charged or not, why, at what rate, and who owes it.

    `days` are those of a stay, or of the part of one that this finding is for; with them goes
    what becomes of charges made for these days before, where that is anything.
    """

    id: str
    charged: Charged
    service_exemptions: tuple[str, ...]
    group: str | None
    rate_percent: int | None
    liable_party: Liable | None
    may_ask_payment_first: bool
    reason: str
    days: Days | None = None
    retrospective: Retrospective | None = None

    def as_json(self) -> dict[str, object]:
        """The line as `recoup determine` prints it; the days only of a stay."""
        line: dict[str, object] = {
            "id": self.id,
            "charged": self.charged.value,
            "service_exemptions": list(self.service_exemptions),
            "group": self.group,
            "rate_percent": self.rate_percent,
            "liable_party": self.liable_party.value if self.liable_party else None,
            "may_ask_payment_first": self.may_ask_payment_first,
            "reason": self.reason,
        }
        if self.days is None:
            return line
        back = self.retrospective or NOT_RETROSPECTIVE
        return line | {
            "from": self.days.first.isoformat(),
            "to": self.days.last.isoformat(),
            "retrospective": back.as_json(),
        }


def charged_lines(lines: Iterable[LineFinding]) -> tuple[LineFinding, ...]:
    """Those of some findings that are charged: of a stay, the parts that money turns on."""
    return tuple(line for line in lines if line.charged is Charged.YES)
