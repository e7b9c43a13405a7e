"""One service line tested against every rule on its own day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.core.dates import show
from app.core.errors import BadInput
from app.core.wording import Phrase
from app.residency.conditions import Day
from app.residency.derived import Facts, work_out
from app.residency.facts import FactValue
from app.residency.findings import Charged, Liable
from app.residency.rules import RulePack
from app.residency.tables import Reading


@dataclass(frozen=True, slots=True)
class Line:
    """One service line: its own facts lie over the facts of the case; None hides one of those."""

    id: str
    facts: Mapping[str, FactValue | None] = field(default_factory=dict)

    def with_facts(self, facts: Mapping[str, FactValue]) -> Line:
        """The same line, were those of its own facts otherwise."""
        own = {name: facts[name] for name in facts if name in self.facts}
        return Line(self.id, {**self.facts, **own})


class LineTest(NamedTuple):
    """What the rules say of one line: which clauses free it, and which might."""

    id: str
    facts: Facts
    day: Day
    certified: bool
    reading: Reading
    frees: int
    might_free: int
    charged: Charged
    urgency: str

    @property
    def liable(self) -> Liable:
        """Who would owe a charge."""
        return liable(self.facts)


def liable(facts: Mapping[str, FactValue | None]) -> Liable:
    """Who would owe a charge, in the order of charging-rules 10.4."""
    if facts.get("ship_crew") is True:
        return Liable.SHIP_OWNER
    if facts.get("air_crew") is True:
        return Liable.EMPLOYER
    if facts.get("patient_deceased") is True:
        return Liable.ESTATE
    age = facts.get("age_years")
    if isinstance(age, int) and age < 18:
        return Liable.PARENTAL_RESPONSIBILITY
    return Liable.PATIENT


LIABLE_BY = ("ship_crew", "air_crew", "patient_deceased", "age_years")
"""The facts that decide who is liable."""


def try_line(
    line: Line, shared: Mapping[str, FactValue], pack: RulePack, *, on: date, certified: bool
) -> LineTest:
    """Test one line; raises BadInput `date_out_of_range` before the scheme began."""
    facts: Facts = dict(shared)
    facts.update(line.facts)
    service_date = facts.get("service_date") or shared.get("service_date") or on
    assert isinstance(service_date, date)
    refuse_before_the_scheme(service_date, pack)
    work_out(facts, service_date, pack.countries)
    day = pack.day(service_date)
    reading = pack.tables.read(facts, day, certified=certified)
    frees, might_free = _freeing(reading, pack)
    charged = _charged(frees, might_free, relevant=facts.get("service_is_relevant"))
    return LineTest(
        line.id, facts, day, certified, reading, frees, might_free, charged, _urgency(facts)
    )


def refuse_before_the_scheme(service_date: date, pack: RulePack) -> None:
    """Raise BadInput `date_out_of_range` for a day on which there was nothing to decide by."""
    begun = pack.standing.valid_from
    if service_date < begun:
        raise BadInput(
            "date_out_of_range",
            Phrase(
                "Enter a service date from {day} on; these rules begin that day.", day=show(begun)
            ),
            "service_date",
        )


def _urgency(facts: Facts) -> str:
    """Maternity care is immediately necessary, whatever is recorded; silence is no verdict."""
    if facts.get("service_type") == "maternity":
        return "immediately_necessary"
    return str(facts.get("urgency") or "not_assessed")


def _charged(frees: int, might_free: int, *, relevant: FactValue | None) -> Charged:
    """Free when something frees it, charged when nothing does or might (charging-rules 10.3).

    Care outside the regulations is not charged under them; where that is not known the line
    waits, unless something frees it anyway.
    """
    if frees or relevant is False:
        return Charged.NO
    return Charged.UNDETERMINED if might_free or relevant is None else Charged.YES


def _freeing(reading: Reading, pack: RulePack) -> tuple[int, int]:
    """The clauses that free the line, and those that might.

    A group that covers all but assisted conception frees no line of that, and only might free
    one of which it is not known.
    """
    bits = pack.bits
    true, unknown = reading.true & bits.freeing, reading.unknown & bits.freeing
    if reading.true & bits.conception:
        return true & ~bits.except_conception, unknown & ~bits.except_conception
    if reading.unknown & bits.conception:
        waits = true & bits.except_conception
        return true ^ waits, unknown | waits
    return true, unknown
