"""Laying words down a page: paragraphs, fields, rows of money, panels; pages turn by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from app.documents.grid import Column, grid
from app.documents.pen import BODY, BOTTOM, LARGE_PRINT, LEFT, RIGHT, Pen, Style
from app.documents.script import width_of
from app.documents.sheet import ACTION, HAIRLINE, MM, SECOND, TEXT, TINT, Box, Ink
from app.documents.tags import Element, Numbering, Role, Scope

__all__ = ["BODY", "BOTTOM", "LARGE_PRINT", "LEFT", "RIGHT", "Column", "Flow", "Role", "Style"]

_BOX = 11.0
_TO_SIGN = 34.0


class Flow(Pen):
    """The blocks a letter is built from, each told to a screen reader as what it is."""

    _sums: Element | None = None  # the table that the next row of money continues

    def paragraph(
        self,
        text: str,
        *,
        x: float = LEFT,
        right: float = RIGHT,
        size: float | None = None,
        bold: bool = False,
        ink: Ink = TEXT,
        role: Role = Role.PARAGRAPH,
        leads: bool = False,
    ) -> None:
        """Wrapped text; the pen ends under it. Its role counts where no other part is open.

        What `leads` to the next thing stays with it, as does all that ends in a colon.
        """
        if self.inside is not None and not self.inside.role.holds_words:
            with self.part(role):
                self.paragraph(text, x=x, right=right, size=size, bold=bold, ink=ink, leads=leads)
            return
        size = size or self.style.body
        lines = list(self.wrap(text, right - x, size=size, bold=bold))
        self.room(self.style.leading(size) * self.opening(len(lines)))
        with self.leads_on() if leads or text.endswith(":") else nullcontext():
            self.flowing(lines, x=x, size=size, bold=bold, ink=ink)

    def heading(self, text: str, *, right: float = RIGHT) -> None:
        """A heading, kept with what follows and with two lines at least."""
        size = self.style.heading
        self.gap(10)
        self.room(self.style.leading(size) + 2 * self.style.leading(self.style.body) + 2)
        self.paragraph(text, right=right, size=size, bold=True, role=Role.HEADING, leads=True)
        self.gap(2)

    def bullets(self, items: Sequence[str]) -> None:
        """A list, a dot before each item."""
        size, left = self.style.body, LEFT + 14 * self.style.scale
        with self.part(Role.LIST) as listed:
            listed.numbering = Numbering.DISC
            for item in items:
                lines = list(self.wrap(item, RIGHT - left, size=size))
                self.room(self.style.leading(size) * self.opening(len(lines)))
                with self.part(Role.ITEM):
                    with self.part(Role.LABEL):
                        self.put("•", ink=SECOND)
                    with self.part(Role.BODY):
                        self.flowing(lines, x=left, size=size)

    def fields(self, pairs: Sequence[tuple[str, str]], *, beside: bool = False) -> None:
        """Labels and values in two columns; in large print one above the other unless `beside`."""
        size, stacked = self.style.body, self.style.scale > 1 and not beside
        shown = [(label, value) for label, value in pairs if value]
        widest = max((width_of(label, self.fonts) for label, _ in shown), default=0) * size / 1000
        indent = max(44 * MM, widest + 12)
        with self.part(Role.LIST):
            for label, value in shown:
                lines = list(self.wrap(value, RIGHT - LEFT - (0 if stacked else indent), size=size))
                self.room(self.style.leading(size) * (len(lines) + stacked))
                with self.part(Role.ITEM):
                    with self.part(Role.LABEL):
                        self.put(label, ink=SECOND)
                    if stacked:
                        self.y += self.style.leading(size)
                    with self.part(Role.BODY):
                        self.lines(lines, x=LEFT if stacked else LEFT + indent, size=size)
                self.gap(2)

    def money(
        self,
        label: str,
        amount: str,
        *,
        bold: bool = False,
        amount_bold: bool = False,
        ink: Ink = TEXT,
    ) -> None:
        """Words on the left, a sum on the right on the last line of the words.

        Rows that follow each other are read as one table, each headed by its words.
        """
        heavy = bold or amount_bold
        size = self.style.body
        taken = width_of(amount, self.fonts, bold=heavy) * size / 1000
        lines = list(self.wrap(label, RIGHT - LEFT - taken - 16, size=size, bold=bold))
        self.room(self.style.leading(size) * len(lines))
        with self.within(self._table_of_sums()), self.part(Role.ROW):
            with self.part(Role.HEADER, scope=Scope.ROW):
                self.lines(lines, x=LEFT, size=size, bold=bold, ink=ink)
            self.y -= self.style.leading(size)
            with self.part(Role.CELL):
                self.put_right(amount, size=size, bold=heavy)
            self.y += self.style.leading(size)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        total: Sequence[str] | None = None,
    ) -> None:
        """Rows under the names of their columns, which stand again on each page.

        `total` is a last row in bold. Where the columns find no room side by side, as in large
        print, each row is told as fields under each other.
        """
        if grid(self, columns, rows, total=total):
            return
        for row in (*rows, *([total] if total else [])):
            self.keep(len(row) + 1)
            named = [(of.heading, cell) for of, cell in zip(columns, row, strict=True)]
            self.fields(named, beside=True)
            self.rule()

    def signature(self, label: str, dated: str) -> None:
        """A line to sign on and a shorter one for the day, what each is for under it."""
        size, space = self.style.body, _TO_SIGN * self.style.scale
        date = LEFT + (RIGHT - LEFT) * 0.66
        spots = ((label, LEFT, date - 8 * MM), (dated, date, RIGHT))
        wrapped = [list(self.wrap(text, right - x, size=size)) for text, x, right in spots]
        height = max(map(len, wrapped)) * self.style.leading(size)
        self.room(space + height)
        top = self.y + space
        for (_, x, right), lines in zip(spots, wrapped, strict=True):
            self.pages[-1].marks.append(
                Box(x=x, y=top - 3, width=right - x, height=0.75, fill=SECOND)
            )
            self.y = top
            with self.part(Role.PARAGRAPH):
                self.lines(lines, x=x, size=size, ink=SECOND)
        self.y = top + height

    def check_box(self, text: str, *, ticked: bool = False) -> None:
        """A box to tick by hand, or ticked already, before its words."""
        side, body = _BOX * self.style.scale, self.style.body
        left = LEFT + side + 8 * self.style.scale
        lines = list(self.wrap(text, RIGHT - left, size=body))
        self.room(self.style.leading(body) * self.opening(len(lines)))
        self.pages[-1].marks.append(
            Box(x=LEFT, y=self.y + 0.15 * body, width=side, height=side, edge=TEXT)
        )
        with self.part(Role.PARAGRAPH):
            if ticked:
                wide = width_of("X", self.fonts, bold=True) * body / 1000
                self.put("X", x=LEFT + (side - wide) / 2, bold=True)
            self.flowing(lines, x=left, size=body)

    def rule(self) -> None:
        """A hairline across the text."""
        self.gap(4)
        self.pages[-1].marks.append(
            Box(x=LEFT, y=self.y, width=RIGHT - LEFT, height=0.75, fill=HAIRLINE)
        )
        self.gap(5)
        self._sums = None

    def panel(self, caption: str, amount: str, notes: Sequence[tuple[str, bool]]) -> None:
        """The one box of the letter: the sum, and the notes (text, bold) that stand next to it."""
        style, pad = self.style, 14 * self.style.scale
        inner = RIGHT - LEFT - 2 * pad
        sum_lines = list(self.wrap(amount, inner, size=style.amount, bold=True))
        wrapped = [(list(self.wrap(text, inner, size=style.body, bold=b)), b) for text, b in notes]
        height = (
            2 * pad
            + style.leading(style.body)
            + style.leading(style.amount) * len(sum_lines)
            + sum(style.leading(style.body) * len(lines) + 4 * style.scale for lines, _ in wrapped)
            - 2 * style.scale
        )
        self.room(height)
        page = self.pages[-1]
        page.marks.append(
            Box(x=LEFT, y=self.y, width=RIGHT - LEFT, height=height, fill=TINT),
        )
        page.marks.append(Box(x=LEFT, y=self.y, width=4, height=height, fill=ACTION))
        below = self.y + height
        self.y += pad
        with self.part(Role.PARAGRAPH):
            self.lines([caption], x=LEFT + pad, size=style.body, ink=SECOND)
            self.lines(sum_lines, x=LEFT + pad, size=style.amount, bold=True)
        for lines, bold in wrapped:
            self.gap(4)
            with self.part(Role.PARAGRAPH):
                self.lines(lines, x=LEFT + pad, size=style.body, bold=bold)
        self.y = below

    def _table_of_sums(self) -> Element | None:
        """The table the last row of money stands in, unless something came between."""
        inside = self.inside
        if inside is None:
            return None
        if self._sums is None or not inside.kids or inside.kids[-1] is not self._sums:
            self._sums = Element(Role.TABLE)
            inside.kids.append(self._sums)
        return self._sums
