"""Rows and columns: their widths, the head repeated on each page, cells that wrap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.pen import BOTTOM, LEFT, RIGHT, Pen
from app.documents.script import width_of
from app.documents.sheet import HAIRLINE, SECOND, TEXT, Box, Ink
from app.documents.tags import Role, Scope

_BETWEEN, _LEAST_BETWEEN = 12.0, 6.0  # points of the normal size between columns
_ABOVE, _BELOW = 4.0, 3.0  # within a row


@dataclass(frozen=True, slots=True)
class Column:
    """The name at its head; `money` ends at the right; `whole` cells, as dates, do not wrap."""

    heading: str
    money: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells in lines that fit their columns."""

    cells: tuple[tuple[str, ...], ...]
    bold: bool = False
    ink: Ink = TEXT
    role: Role = Role.CELL
    scope: Scope | None = None

    @property
    def lines(self) -> int:
        return max(map(len, self.cells))


def grid(
    pen: Pen,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    total: Sequence[str] | None = None,
) -> bool:
    """Lay a table down the page; False, and nothing done, where its columns find no room."""
    every = [*rows, *([total] if total else [])]
    found = _widths(pen, columns, every)
    if found is None:
        return False
    _Grid(pen, columns, *found).lay(rows, total)
    return True


class _Grid:
    """One table on its way down the pages."""

    def __init__(
        self, pen: Pen, columns: Sequence[Column], widths: Sequence[float], between: float
    ) -> None:
        self._pen, self._columns, self._widths, self._between = pen, columns, widths, between
        headings = [column.heading for column in columns]
        self._head = self._row(
            headings, bold=True, ink=SECOND, role=Role.HEADER, scope=Scope.COLUMN
        )

    def lay(self, rows: Sequence[Sequence[str]], total: Sequence[str] | None) -> None:
        """The head with the first row, each row whole where a page can hold it, the total last."""
        pen = self._pen
        made = [self._row(row) for row in rows]
        last = [self._row(total, bold=True)] if total is not None else []
        first = (*made, *last)[:1]
        pen.room(self._height(self._head) + sum(map(self._height, first)))
        with pen.part(Role.TABLE):
            self._put(self._head)
            for place, row in enumerate(made, 1):
                with_total = sum(map(self._height, last)) if place == len(made) else 0.0
                self._fit(row, with_total)
            for row in last:
                self._fit(row, 0.0)

    def _fit(self, row: _Row, after: float) -> None:
        """A row with `after` points left under it; one higher than a page is cut between lines."""
        pen = self._pen
        page = len(pen.pages)
        pen.room(self._height(row) + after)
        if len(pen.pages) > page:
            self._head_again()
        leading = pen.style.leading(pen.style.body)
        while self._height(row) > BOTTOM - pen.y:
            fitting = min(int((BOTTOM - pen.y) / leading) - 1, row.lines - 2)
            self._put(_cut(row, 0, fitting))
            row = _cut(row, fitting, None)
            pen.turn()
            self._head_again()
        self._put(row)

    def _head_again(self) -> None:
        with self._pen.furniture():
            self._put(self._head)

    def _put(self, row: _Row) -> None:
        """One row, cell by cell, and the hairline under it."""
        pen = self._pen
        scale, size = pen.style.scale, pen.style.body
        top, x = pen.y + _ABOVE * scale, LEFT
        with pen.part(Role.ROW):
            for column, width, lines in zip(self._columns, self._widths, row.cells, strict=True):
                pen.y = top
                with pen.part(row.role, scope=row.scope):
                    for line in lines:
                        wide = width_of(line, pen.fonts, bold=row.bold) * size / 1000
                        at = x + width - wide if column.money else x
                        pen.put(line, x=at, bold=row.bold, ink=row.ink)
                        pen.y += pen.style.leading(size)
                x += width + self._between
        pen.y = top + row.lines * pen.style.leading(size) + _BELOW * scale
        pen.pages[-1].marks.append(
            Box(x=LEFT, y=pen.y, width=RIGHT - LEFT, height=0.75, fill=HAIRLINE)
        )
        pen.y += 0.75

    def _row(
        self,
        texts: Sequence[str],
        *,
        bold: bool = False,
        ink: Ink = TEXT,
        role: Role = Role.CELL,
        scope: Scope | None = None,
    ) -> _Row:
        pen = self._pen
        cells = tuple(
            tuple(pen.wrap(text, width + 0.01, size=pen.style.body, bold=bold))
            for text, width in zip(texts, self._widths, strict=True)
        )
        return _Row(cells, bold, ink, role, scope)

    def _height(self, row: _Row) -> float:
        style = self._pen.style
        return row.lines * style.leading(style.body) + (_ABOVE + _BELOW) * style.scale + 0.75


def _cut(row: _Row, first: int, last: int | None) -> _Row:
    cells = tuple(lines[first:last] for lines in row.cells)
    return _Row(cells, row.bold, row.ink, row.role, row.scope)


def _widths(
    pen: Pen, columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> tuple[tuple[float, ...], float] | None:
    """As wide as each column likes; else wrapping ones share what is left, none under a word.

    With them the space between two, less than the usual where they would else find no room.
    """
    likes, needs = [], []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows]
        head = max(_wide(pen, word) for word in column.heading.split())
        whole = max((_wide(pen, cell) for cell in cells), default=0.0)
        word = max((_wide(pen, part) for cell in cells for part in cell.split()), default=0.0)
        likes.append(max(whole, _wide(pen, column.heading)))
        needs.append(max(whole if column.money or column.whole else word, head))
    scale, gaps = pen.style.scale, max(len(columns) - 1, 1)
    between = min(_BETWEEN * scale, (RIGHT - LEFT - sum(needs)) / gaps)
    if between < _LEAST_BETWEEN * scale:
        return None
    room = RIGHT - LEFT - between * (len(columns) - 1)
    spare = max(room - sum(needs), 0.0)
    wishes = [max(like - need, 0.0) for like, need in zip(likes, needs, strict=True)]
    if sum(wishes) > spare:
        part = spare / sum(wishes)
        shared = (need + wish * part for need, wish in zip(needs, wishes, strict=True))
        return tuple(shared), between
    widths = [need + wish for need, wish in zip(needs, wishes, strict=True)]
    widest = max(range(len(widths)), key=lambda place: (not columns[place].money, likes[place]))
    widths[widest] += room - sum(widths)
    return tuple(widths), between


def _wide(pen: Pen, text: str) -> float:
    """In points, as bold: a total is, and no other row is wider."""
    return width_of(text, pen.fonts, bold=True) * pen.style.body / 1000
