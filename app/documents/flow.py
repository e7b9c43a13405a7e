"""Laying words down a page: paragraphs, fields, rows of money, panels; pages turn by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.fonts import Fonts
from app.documents.script import clean, holds_together, runs, width_of
from app.documents.sheet import (
    ACTION,
    HAIRLINE,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SECOND,
    TEXT,
    TINT,
    Box,
    Ink,
    Line,
    Page,
)

LEFT = 20 * MM
RIGHT = PAGE_WIDTH - 20 * MM
BOTTOM = PAGE_HEIGHT - 17 * MM
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAKABLE = re.compile(rf" +|[{_CJK}]|[^ {_CJK}]+")


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in points. Nothing a person must read is under 12 (ux.md 6), except page furniture."""

    scale: float = 1.0

    @property
    def body(self) -> float:
        """Text of the letter."""
        return 12 * self.scale

    @property
    def small(self) -> float:
        """Letterhead and foot of the page."""
        return 10 * self.scale

    @property
    def heading(self) -> float:
        """A heading within the letter."""
        return 14 * self.scale

    @property
    def title(self) -> float:
        """What the letter is: large already, so it grows less."""
        return 22 * min(self.scale, 1.25)

    @property
    def amount(self) -> float:
        """The one sum that matters; it too grows less."""
        return 26 * min(self.scale, 1.25)

    def leading(self, size: float) -> float:
        """From one base line to the next."""
        return size * 1.33


BODY = Style()
LARGE_PRINT = Style(1.5)


class Flow:
    """A pen that moves down the page and turns it when the next block does not fit."""

    def __init__(self, fonts: Fonts, style: Style, *, top: float) -> None:
        """`top` is where pages after the first begin."""
        self.fonts = fonts
        self.style = style
        self.pages = [Page()]
        self.y = top
        self._top = top

    def room(self, height: float) -> None:
        """Turn the page unless this much still fits."""
        if self.y + height > BOTTOM and self.y > self._top:
            self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        self.pages.append(Page())
        self.y = self._top

    def keep(self, lines: int) -> None:
        """Turn the page unless this many lines of text still fit."""
        self.room(lines * self.style.leading(self.style.body))

    def gap(self, height: float) -> None:
        """White space, in points of the normal size."""
        self.y += height * self.style.scale

    def put(
        self,
        text: str,
        *,
        x: float = LEFT,
        size: float | None = None,
        bold: bool = False,
        ink: Ink = TEXT,
    ) -> None:
        """One line at the pen, without moving it."""
        if text:
            written = runs(text, self.fonts, bold=bold)
            size = size or self.style.body
            page = self.pages[-1]
            page.marks.append(Line(x=x, y=self.y + size, size=size, runs=written, ink=ink))

    def put_right(
        self, text: str, *, right: float = RIGHT, size: float, bold: bool = False
    ) -> None:
        """One line that ends at `right`."""
        x = right - width_of(text, self.fonts, bold=bold) * size / 1000
        self.put(text, x=x, size=size, bold=bold)

    def paragraph(
        self,
        text: str,
        *,
        x: float = LEFT,
        right: float = RIGHT,
        size: float | None = None,
        bold: bool = False,
        ink: Ink = TEXT,
    ) -> None:
        """Wrapped text; the pen ends under it."""
        size = size or self.style.body
        for line in self.wrap(text, right - x, size=size, bold=bold):
            self.room(self.style.leading(size))
            self.put(line, x=x, size=size, bold=bold, ink=ink)
            self.y += self.style.leading(size)

    def heading(self, text: str) -> None:
        """A heading, kept with at least two lines of what follows."""
        size = self.style.heading
        self.gap(10)
        self.room(self.style.leading(size) + 2 * self.style.leading(self.style.body) + 2)
        self.paragraph(text, size=size, bold=True)
        self.gap(2)

    def bullets(self, items: Sequence[str]) -> None:
        """A list, a dot before each item."""
        for item in items:
            self.room(self.style.leading(self.style.body))
            self.put("•", ink=SECOND)
            self.paragraph(item, x=LEFT + 14 * self.style.scale)

    def fields(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Labels and values in two columns, or one above the other in large print."""
        size, stacked = self.style.body, self.style.scale > 1
        shown = [(label, value) for label, value in pairs if value]
        widest = max(width_of(label, self.fonts) for label, _ in shown) * size / 1000
        indent = max(44 * MM, widest + 12)
        for label, value in shown:
            lines = list(self.wrap(value, RIGHT - LEFT - (0 if stacked else indent), size=size))
            self.room(self.style.leading(size) * (len(lines) + stacked))
            self.put(label, ink=SECOND)
            if stacked:
                self.y += self.style.leading(size)
            for line in lines:
                self.put(line, x=LEFT if stacked else LEFT + indent)
                self.y += self.style.leading(size)
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
        """Words on the left, a sum on the right on the last line of the words."""
        heavy = bold or amount_bold
        size = self.style.body
        taken = width_of(amount, self.fonts, bold=heavy) * size / 1000
        lines = list(self.wrap(label, RIGHT - LEFT - taken - 16, size=size, bold=bold))
        self.room(self.style.leading(size) * len(lines))
        for place, line in enumerate(lines, 1):
            self.put(line, bold=bold, ink=ink)
            if place == len(lines):
                self.put_right(amount, size=size, bold=heavy)
            self.y += self.style.leading(size)

    def rule(self) -> None:
        """A hairline across the text."""
        self.gap(4)
        self.pages[-1].marks.append(
            Box(x=LEFT, y=self.y, width=RIGHT - LEFT, height=0.75, fill=HAIRLINE)
        )
        self.gap(5)

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
        self._lines([caption], x=LEFT + pad, size=style.body, ink=SECOND)
        self._lines(sum_lines, x=LEFT + pad, size=style.amount, bold=True)
        for lines, bold in wrapped:
            self.gap(4)
            self._lines(lines, x=LEFT + pad, size=style.body, bold=bold)
        self.y = below

    def wrap(self, text: str, width: float, *, size: float, bold: bool = False) -> Iterator[str]:
        """The text in lines that fit; a word wider than a line is cut between letters."""
        limit = width * 1000 / size
        text = clean(text)
        if width_of(text, self.fonts, bold=bold) <= limit:
            yield text.strip(" ")
            return
        line, taken = "", 0.0
        for part in _BREAKABLE.findall(text):
            length = width_of(part, self.fonts, bold=bold)
            if taken + length > limit and not part.isspace() and line.strip():
                yield line.rstrip()
                line, taken = "", 0.0
            while length > limit and not part.isspace():
                head = self._fitting(part, limit, bold=bold)
                yield head
                part = part[len(head) :]
                length = width_of(part, self.fonts, bold=bold)
            if line or not part.isspace():
                line, taken = line + part, taken + length
        yield line.rstrip()

    def _fitting(self, word: str, limit: float, *, bold: bool) -> str:
        """As much of a word as fits: at least its first letter, and every letter with its marks."""
        ends = [end for end in range(1, len(word)) if not holds_together(word[end])]
        fitting = ends[:1] or [len(word)]
        for end in ends[1:]:
            if width_of(word[:end], self.fonts, bold=bold) > limit:
                break
            fitting.append(end)
        return word[: fitting[-1]]

    def _lines(
        self,
        lines: Sequence[str],
        *,
        x: float,
        size: float,
        bold: bool = False,
        ink: Ink = TEXT,
    ) -> None:
        for line in lines:
            self.put(line, x=x, size=size, bold=bold, ink=ink)
            self.y += self.style.leading(size)
