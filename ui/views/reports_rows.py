"""A report as rows of the window's table: the cells of the one `Report`, words for words."""

from __future__ import annotations

from collections.abc import Sequence

from app.billing.reports.report import Cell as Value
from app.billing.reports.report import Column, Kind, Report, shown
from ui.cells import Cell
from ui.language import spoken
from ui.models.listing import Line

_LETTER, _AROUND = 8, 26  # of a column as wide as its longest cell
_LEAST, _MOST = 72, (150, 420)  # the column of words may be wide


def widths(report: Report, *, folded: bool) -> list[int | None]:
    """The widest column of words takes the slack; the others are as wide as what they hold.

    In a small window no column gives way: the table is moved sideways instead.
    """
    words = [place for place, one in enumerate(report.columns) if one.kind is Kind.TEXT]
    loose = max(words, key=lambda place: _longest(report, place), default=0)
    wanted = [_longest(report, place) * _LETTER + _AROUND for place in range(len(report.columns))]
    return [
        None if place == loose and not folded else min(max(wide, _LEAST), _MOST[place == loose])
        for place, wide in enumerate(wanted)
    ]


def lines(report: Report) -> list[Line]:
    """The rows, the totals in bold at their end."""
    rows = [_line(report.columns, row) for row in report.rows]
    return [*rows, *([_line(report.columns, report.totals, strong=True)] if report.totals else [])]


def _line(columns: Sequence[Column], row: Sequence[Value], *, strong: bool = False) -> Line:
    cells = tuple(
        Cell(spoken(shown(value)), strong=strong, right=column.kind.is_figure)
        for column, value in zip(columns, row, strict=True)
    )
    pairs = zip(columns, cells, strict=True)
    said = ", ".join(f"{column.label} {cell.text}" for column, cell in pairs if cell.text)
    return Line(row, cells, said)


def _longest(report: Report, place: int) -> int:
    cells = (len(shown(row[place])) for row in report.lines)
    return max(len(report.columns[place].label), *cells, 0)
