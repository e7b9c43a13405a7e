"""Where each field stands in the machine-readable lines of each format (ICAO 9303 parts 4 to 7).

Positions here begin at 0 and end before the last, as Python counts; the standard's begin at 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

FILLER = "<"


class Format(StrEnum):
    """The five formats: three sizes of travel document, two of visa."""

    TD1 = "TD1"  # cards: three lines of 30 (part 5)
    TD2 = "TD2"  # larger cards: two lines of 36 (part 6)
    TD3 = "TD3"  # passports: two lines of 44 (part 4)
    MRV_A = "MRV-A"  # visas: two lines of 44 (part 7)
    MRV_B = "MRV-B"  # smaller visas: two lines of 36 (part 7)


class Check(StrEnum):
    """The check digits by name."""

    NUMBER = "document_number"
    BIRTH = "birth_date"
    EXPIRY = "expiry_date"
    OPTIONAL = "optional_data"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of one line."""

    line: int
    start: int
    end: int

    def of(self, lines: Sequence[str]) -> str:
        """What stands there."""
        return lines[self.line][self.start : self.end]


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """What a check digit is over, and where it stands."""

    over: tuple[Span, ...]
    digit: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The map of one format. `long_numbers` may go on in the first optional field."""

    format: Format
    lines: int
    width: int
    issuer: Span
    names: Span
    number: Span
    nationality: Span
    birth: Span
    sex: Span
    expiry: Span
    optional: tuple[Span, ...]
    checks: Mapping[Check, CheckPlan]
    long_numbers: bool = False

    document_type: Span = Span(0, 0, 2)


def _two_lines(form: Format, width: int, *, optional_to: int) -> Layout:
    """Passports, larger cards and visas differ in width and in the end of the second line."""
    number, birth, expiry = Span(1, 0, 9), Span(1, 13, 19), Span(1, 21, 27)
    optional = Span(1, 28, optional_to)
    checks = {
        Check.NUMBER: CheckPlan((number,), Span(1, 9, 10)),
        Check.BIRTH: CheckPlan((birth,), Span(1, 19, 20)),
        Check.EXPIRY: CheckPlan((expiry,), Span(1, 27, 28)),
    }
    last = Span(1, width - 1, width)
    if form is Format.TD3:
        checks[Check.OPTIONAL] = CheckPlan((optional,), Span(1, 42, 43))
    if form in (Format.TD2, Format.TD3):
        over = (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, width - 1))
        checks[Check.COMPOSITE] = CheckPlan(over, last)
    return Layout(
        format=form,
        lines=2,
        width=width,
        issuer=Span(0, 2, 5),
        names=Span(0, 5, width),
        number=number,
        nationality=Span(1, 10, 13),
        birth=birth,
        sex=Span(1, 20, 21),
        expiry=expiry,
        optional=(optional,),
        checks=checks,
        long_numbers=form is Format.TD2,
    )


_TD1 = Layout(
    format=Format.TD1,
    lines=3,
    width=30,
    issuer=Span(0, 2, 5),
    names=Span(2, 0, 30),
    number=Span(0, 5, 14),
    nationality=Span(1, 15, 18),
    birth=Span(1, 0, 6),
    sex=Span(1, 7, 8),
    expiry=Span(1, 8, 14),
    optional=(Span(0, 15, 30), Span(1, 18, 29)),
    checks={
        Check.NUMBER: CheckPlan((Span(0, 5, 14),), Span(0, 14, 15)),
        Check.BIRTH: CheckPlan((Span(1, 0, 6),), Span(1, 6, 7)),
        Check.EXPIRY: CheckPlan((Span(1, 8, 14),), Span(1, 14, 15)),
        Check.COMPOSITE: CheckPlan(
            (Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29)), Span(1, 29, 30)
        ),
    },
    long_numbers=True,
)

LAYOUTS: Mapping[Format, Layout] = {
    Format.TD1: _TD1,
    Format.TD2: _two_lines(Format.TD2, 36, optional_to=35),
    Format.TD3: _two_lines(Format.TD3, 44, optional_to=42),
    Format.MRV_A: _two_lines(Format.MRV_A, 44, optional_to=44),
    Format.MRV_B: _two_lines(Format.MRV_B, 36, optional_to=36),
}
SHAPES = frozenset((one.lines, one.width) for one in LAYOUTS.values())


def layout_of(lines: Sequence[str]) -> Layout:
    """The layout of lines in one of `SHAPES`: a first letter V tells visas from passports."""
    shape, is_visa = (len(lines), len(lines[0])), lines[0].startswith("V")
    return next(
        layout
        for layout in LAYOUTS.values()
        if shape == (layout.lines, layout.width)
        and (layout.format is Format.TD1 or is_visa is layout.format.startswith("MRV"))
    )
