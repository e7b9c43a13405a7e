"""What each reason of a finding relies on: facts, their values, and where these come from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.residency.derived import SOURCES
from app.residency.determination import Determination
from app.residency.facts import FactValue
from app.residency.findings import shown
from app.residency.line import LineTest
from app.residency.mark_sheet import each_bit
from app.residency.rules import Reason, RulePack


class Source(StrEnum):
    """Where a value comes from; what the certificate closes was not claimed."""

    GIVEN = "given"
    WORKED_OUT = "worked_out"
    NOT_CLAIMED = "not_claimed"


class Relied(NamedTuple):
    """A fact that a reason rests on; without a value where it was not claimed."""

    fact: str
    value: FactValue | None
    source: Source

    def as_json(self) -> dict[str, object]:
        """The fact as `recoup determine` prints it beside its reason."""
        return {"fact": self.fact, "value": shown(self.value), "source": self.source.value}


def facts_behind(found: Determination) -> Mapping[Reason, tuple[Relied, ...]]:
    """The facts behind each reason: those of the first alternative of its rule that holds, on the
    first line where one does.

    The charge that follows when nothing exempts rests on no fact of its own, and neither does a
    case that waits.
    """
    return {reason: _behind(reason, found) for reason in found.reasons}


def papers_behind(fact: str, pack: RulePack) -> frozenset[str]:
    """The kinds of paper that speak for a fact, or for a fact that it is worked out from."""
    facts = {fact, *SOURCES.get(fact, ())}
    supports = pack.standing.supports
    return frozenset(code for code, told in supports.items() if not facts.isdisjoint(told))


def _behind(reason: Reason, found: Determination) -> tuple[Relied, ...]:
    basis = found.basis
    if reason is basis.pack.standing.outside:
        return (Relied("service_is_relevant", False, Source.GIVEN),)
    for test, given in zip(basis.tests, basis.given, strict=True):
        for clause in each_bit(test.reading.true):
            if _owner(clause, basis.pack) == reason.rule:
                names = basis.pack.tables.asked_by(clause)
                return tuple(_relied(name, test, given) for name in names)
    return ()


def _owner(clause: int, pack: RulePack) -> str:
    return pack.rules_of(clause)[0].id


def _relied(name: str, test: LineTest, given: Mapping[str, FactValue | None]) -> Relied:
    value = test.facts.get(name)
    if value is None:
        return Relied(name, None, Source.NOT_CLAIMED)
    told = name == "service_date" or given.get(name) == value
    return Relied(name, value, Source.GIVEN if told else Source.WORKED_OUT)
