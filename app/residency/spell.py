"""Time inside a case: a stay is split where its answer may turn, and told in parts.

A finding can turn only on a day on which a fact begins to hold, the law begins or ends something,
leave or an application begins or ends, or the patient reaches an age. Between two such days every
day has the same answer, so one test on the last of them speaks for all; a test holds this against
every single day.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.residency.facts import FactValue
from app.residency.findings import Days
from app.residency.line import Line
from app.residency.rules import RulePack
from app.residency.turning import Known, after, days_of_the_law, days_of_the_person

LONGEST_STAY = 3653
"""Days: ten years with their leap days."""
MOST_PARTS = 1000
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DatedFacts:
    """Facts that begin to hold on a day; None takes a fact back to unknown from then on."""

    since: date
    facts: Known


@dataclass(frozen=True, slots=True)
class Stay:
    """The time of one line: its last day where it lasts, what changes on days of it, and the days
    for which its charge has been decided before."""

    until: date | None = None
    changes: tuple[DatedFacts, ...] = ()
    charged: tuple[Days, ...] = ()


_SINGLE_DAY = Stay()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spells:
    """The time inside a case.

    `changes` hold for the person, under each line's own facts; `stays` are by the line's id.
    """

    changes: tuple[DatedFacts, ...] = ()
    stays: Mapping[str, Stay] = field(default_factory=lambda: MappingProxyType({}))

    def without_length(self) -> Spells:
        """The same time were every line a single day, with the facts of that day."""
        return replace(
            self, stays={line: replace(stay, until=None) for line, stay in self.stays.items()}
        )

    def without(self, facts: Container[str]) -> Spells:
        """The same time with no change of some facts: they are as they are on every day."""
        return replace(
            self,
            changes=_without(self.changes, facts),
            stays={
                line: replace(stay, changes=_without(stay.changes, facts))
                for line, stay in self.stays.items()
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Line):
    """Days of one line that share an answer, to be tested as a line of its own.

    `of` is the line; `lasts` tells a stay from a line of a single day, which is told as ever;
    `charged` are the days of the line charged before.
    """

    of: str
    days: Days
    lasts: bool
    charged: tuple[Days, ...]


def split(
    lines: Sequence[Line], shared: Known, spells: Spells, *, pack: RulePack, on: date
) -> tuple[Part, ...]:
    """The lines in parts that have one answer each; `on` is the first day of lines without one.

    Raises BadInput for a stay that ends before it begins or lasts too long, and for a case that
    falls into too many parts.
    """
    spans = [(line, *_stay(line, shared, spells, on=on)) for line in lines]
    law_turns = days_of_the_law(pack)
    expected = sum(
        1 + len(set(days.within((*law_turns, *map(_since, (*spells.changes, *stay.changes))))))
        for _, stay, days in spans
    )  # by the law and the changes alone: what else turns is a handful a line
    if expected > MOST_PARTS:
        raise BadInput(
            "too_long",
            Phrase(
                "This case falls into more than {most} parts. Send fewer or shorter lines at a "
                "time.",
                most=MOST_PARTS,
            ),
            "lines",
        )
    return tuple(
        part
        for line, stay, days in spans
        for part in _parts(line, stay, days, shared=shared, spells=spells, pack=pack)
    )


def _stay(line: Line, shared: Known, spells: Spells, *, on: date) -> tuple[Stay, Days]:
    stay = spells.stays.get(line.id, _SINGLE_DAY)
    first = line.facts.get("service_date") or shared.get("service_date") or on
    assert isinstance(first, date)
    last = first if stay.until is None else stay.until
    if last < first:
        raise BadInput(
            "bad_value",
            Phrase(
                "Line {line} ends before it begins. Check service_date and service_date_to.",
                line=line.id,
            ),
            "service_date_to",
        )
    if (last - first).days >= LONGEST_STAY:
        raise BadInput(
            "too_long",
            Phrase(
                "Line {line} lasts more than ten years. Send it in shorter stays.", line=line.id
            ),
            "service_date_to",
        )
    return stay, Days(first, last)


def _parts(
    line: Line, stay: Stay, days: Days, *, shared: Known, spells: Spells, pack: RulePack
) -> Iterator[Part]:
    changes = sorted(spells.changes, key=_since)
    own_changes = sorted(stay.changes, key=_since)
    everything = [shared, line.facts, *(one.facts for one in (*changes, *own_changes))]
    turning = {*days_of_the_law(pack), *days_of_the_person(everything, pack)}
    turning.update(map(_since, (*changes, *own_changes)))
    turning.update(edge for one in stay.charged for edge in (one.first, *after(one.last)))
    begins = [days.first, *sorted(days.within(turning))]
    ends = [*(begin - _ONE_DAY for begin in begins[1:]), days.last]
    for number, (first, last) in enumerate(zip(begins, ends, strict=True), start=1):
        facts: dict[str, FactValue | None] = {}
        for change in changes:
            facts.update(change.facts if change.since <= first else {})
        facts.update(line.facts)
        for change in own_changes:
            facts.update(change.facts if change.since <= first else {})
        facts["service_date"] = last
        yield Part(
            line.id if len(begins) == 1 else f"{line.id}/{number}",
            facts,
            of=line.id,
            days=Days(first, last),
            lasts=stay.until is not None,
            charged=stay.charged,
        )


def _since(change: DatedFacts) -> date:
    return change.since


def _without(changes: tuple[DatedFacts, ...], facts: Container[str]) -> tuple[DatedFacts, ...]:
    return tuple(
        DatedFacts(
            one.since, {name: value for name, value in one.facts.items() if name not in facts}
        )
        for one in changes
    )
