"""A report as one value, from which alone the screen, the CSV file and the PDF are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.billing.rows import cell as plain
from app.core.dates import show
from app.core.money import Money

Cell = str | int | Money | Decimal | date
_QUOTED = (",", '"', "\r", "\n")


class Kind(StrEnum):
    """What a column holds; words may stand in any, such as `not yet`."""

    TEXT = "text"
    DAY = "day"
    COUNT = "count"
    MONEY = "money"
    RATE = "rate"  # per cent

    @property
    def is_figure(self) -> bool:
        """Whether its cells stand at the right."""
        return self in (Kind.COUNT, Kind.MONEY, Kind.RATE)


@dataclass(frozen=True, slots=True)
class Column:
    """The words over a column, and what is under them."""

    label: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Title, a sentence that says how to read it, rows, and the totals where rows have a sum.

    Raises ValueError where a row is not as wide as the columns.
    """

    name: str
    title: str
    sentence: str
    as_of: date
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.lines):
            raise ValueError(f"a row of {self.name} is not as wide as its columns")

    @property
    def lines(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, and the totals under them."""
        return (*self.rows, self.totals) if self.totals else self.rows

    @property
    def stem(self) -> str:
        """The name of its files: what and when, nobody's name."""
        return f"{self.name}_{self.as_of.isoformat()}"


def shown(cell: Cell) -> str:
    """A cell as a person reads it: `£1,234.50`, `14-Jul-2026`, `34.3 %`, `1,204`."""
    match cell:
        case Money():
            return str(cell)
        case Decimal():
            return f"{cell:f} %"
        case date():
            return show(cell)
        case int():
            return f"{cell:,}"
    return cell


def as_csv(report: Report) -> bytes:
    """The report for a spreadsheet, by the rules of finance.md 7.2: UTF-8, CRLF, one header row.

    Amounts have two decimals and a point; text that a spreadsheet would run begins with a space.
    """
    header = tuple(column.label for column in report.columns)
    return "".join(_line(row) for row in (header, *report.lines)).encode("utf-8")


def _line(row: Iterable[Cell]) -> str:
    return ",".join(_quoted(plain(cell)) for cell in row) + "\r\n"


def _quoted(text: str) -> str:
    if any(mark in text for mark in _QUOTED):
        return '"{}"'.format(text.replace('"', '""'))
    return text
