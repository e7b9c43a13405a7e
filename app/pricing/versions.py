"""A new estimate beside the one it replaces: how much more or less, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.core.money import Money
from app.pricing.estimate import Estimate


class CauseKind(StrEnum):
    """Why two estimates of the same care differ."""

    ADDED = "added"
    REMOVED = "removed"
    EXACT = "exact"  # only the root was known before
    LONGER_STAY = "longer_stay"
    SHORTER_STAY = "shorter_stay"
    UNITS = "units"
    RATE = "rate"
    NOW_FREE = "now_free"
    FACTOR = "factor"
    PRICE_LIST = "price_list"


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason, and the care it is about; no care where it is about all of it."""

    kind: CauseKind
    about: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """From one total to the next, with every reason that was found."""

    before: Money
    after: Money
    causes: tuple[Cause, ...]

    @property
    def amount(self) -> Money:
        """How much the new total is above the old; negative where it is below."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """What of a line can differ from one estimate to the next."""

    code: str
    root: str | None
    name: str
    admission: str
    nights: int
    units: int
    rate_percent: int
    mff: Decimal
    edition: str
    base: Money

    @property
    def care(self) -> tuple[str, str]:
        """What the line is for, whichever HRG of its root it turns out to be."""
        is_spell = len(self.code) == len("AA22C") and not self.code.endswith("Z")
        return (self.code[:4] if is_spell else self.code), self.admission


@dataclass(frozen=True, slots=True)
class Version:
    """An estimate as far as it is compared with another."""

    total: Money
    lines: tuple[VersionLine, ...]

    @classmethod
    def of(cls, estimate: Estimate) -> Version:
        """The version an estimate just made is."""
        return cls.from_json(estimate.as_json())

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Version:
        """The version an estimate is, read from the JSON it was kept as."""
        return cls(
            Money.parse(kept["total"]),
            tuple(
                VersionLine(
                    code=line["hrg"],
                    root=line["root"],
                    name=line["name"],
                    admission=line["admission"],
                    nights=line["length_of_stay"],
                    units=line.get("units", 1),
                    rate_percent=line["rate_percent"],
                    mff=Decimal(line["mff"]),
                    edition=line["edition"],
                    base=Money.parse(line["base"]),
                )
                for line in kept["lines"]
            ),
        )


def difference(before: Version, after: Version) -> Difference:
    """Both totals and why they differ, line by line, each cause once."""
    old, new = _by_care(before.lines), _by_care(after.lines)
    causes = [
        Cause(CauseKind.REMOVED, line.name)
        for care, lines in old.items()
        for line in lines[len(new.get(care, ())) :]
    ]
    for care, lines in new.items():
        known = old.get(care, [])
        for was, line in zip(known, lines, strict=False):
            causes += _causes(was, line)
        causes += [Cause(CauseKind.ADDED, line.name) for line in lines[len(known) :]]
    return Difference(before.total, after.total, tuple(dict.fromkeys(causes)))


def _causes(was: VersionLine, line: VersionLine) -> list[Cause]:
    """Why one line differs from what it was."""
    causes = []
    if line.code != was.code or line.root != was.root:
        causes.append(Cause(CauseKind.EXACT, line.name))
    elif line.base != was.base and line.units == was.units:
        causes.append(Cause(CauseKind.PRICE_LIST))
    if line.nights != was.nights:
        longer = line.nights > was.nights
        kind = CauseKind.LONGER_STAY if longer else CauseKind.SHORTER_STAY
        causes.append(Cause(kind, line.name))
    if line.units != was.units:
        causes.append(Cause(CauseKind.UNITS, line.name))
    if line.rate_percent != was.rate_percent:
        free = line.rate_percent == 0
        causes.append(Cause(CauseKind.NOW_FREE, line.name) if free else Cause(CauseKind.RATE))
    if line.mff != was.mff:
        causes.append(Cause(CauseKind.FACTOR))
    return causes


def _by_care(lines: Iterable[VersionLine]) -> dict[tuple[str, str], list[VersionLine]]:
    found: dict[tuple[str, str], list[VersionLine]] = {}
    for line in lines:
        found.setdefault(line.care, []).append(line)
    return found
