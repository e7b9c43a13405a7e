"""Two findings on one case held side by side: what a person would notice of the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.residency.batch import Outcomes, evaluate
from app.residency.columns import Columns
from app.residency.determination import Case, Determination
from app.residency.findings import Category, Charged, Days, Liable, LineFinding, Resident
from app.residency.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOutcome:
    """What matters of one service line: charged or not, at what rate, and who owes it.

    `days` are those of a stay or of its part: one that begins on another day is another outcome.
    """

    id: str
    charged: Charged
    rate_percent: int | None
    liable_party: Liable | None
    days: Days | None = None

    def as_json(self) -> dict[str, object]:
        """The line as `recoup redetermine` prints it; the days only of a stay."""
        line: dict[str, object] = {
            "id": self.id,
            "charged": self.charged.value,
            "rate_percent": self.rate_percent,
            "liable_party": self.liable_party.value if self.liable_party else None,
        }
        if self.days is None:
            return line
        return line | {"from": self.days.first.isoformat(), "to": self.days.last.isoformat()}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """What matters of a finding; two that are equal need nobody's attention."""

    ordinarily_resident: Resident
    category: Category
    chargeable: Charged
    lines: tuple[LineOutcome, ...]

    def as_json(self) -> dict[str, object]:
        """The outcome as `recoup redetermine` prints it."""
        return {
            "ordinarily_resident": self.ordinarily_resident.value,
            "charging_category": self.category.value,
            "chargeable": self.chargeable.value,
            "lines": [line.as_json() for line in self.lines],
        }


ROUTED_OUT = CaseOutcome(
    ordinarily_resident=Resident.YES, category=Category.A, chargeable=Charged.NO, lines=()
)
"""Stage 1 left nothing to follow up: recorded as category A, and no line was tested."""


def outcome_of(found: Determination) -> CaseOutcome:
    """What matters of a determination."""
    return CaseOutcome(
        ordinarily_resident=found.ordinarily_resident,
        category=found.charging_category,
        chargeable=found.chargeable,
        lines=tuple(_line(line) for line in found.lines),
    )


def may_differ(
    before: Sequence[Case], after: Sequence[Case], law: Law, other: Law, on: date
) -> list[int]:
    """The places of the cases that may come out otherwise under another law.

    Cases of one line in one part are tried all at once; each of the rest is named, to be looked
    at by itself. `after` are the same cases as the other law reads them.
    """
    both = list(zip(before, after, strict=True))
    plain = [place for place, pair in enumerate(both) if all(_is_plain(one) for one in pair)]
    rest = sorted(set(range(len(both))) - set(plain))
    if not plain:
        return rest
    found = _at_once([before[place] for place in plain], law, on)
    differing = found.differing(_at_once([after[place] for place in plain], other, on))
    return sorted([*rest, *(plain[place] for place in differing)])


def _is_plain(case: Case) -> bool:
    return len(case.lines) == 1 and case.spells is None


def _at_once(cases: Sequence[Case], law: Law, on: date) -> Outcomes:
    facts = [{**case.facts, **case.lines[0].facts} for case in cases]
    return evaluate(Columns.of(facts, [case.certified for case in cases]), law, on)


def _line(line: LineFinding) -> LineOutcome:
    return LineOutcome(
        id=line.id,
        charged=line.charged,
        rate_percent=line.rate_percent if line.charged is Charged.YES else None,
        liable_party=line.liable_party,
        days=line.days,
    )
