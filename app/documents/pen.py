"""A pen that moves down a page: lines that fit, in parts a screen reader can tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from app.core.unbroken import unbroken_spans
from app.documents.fonts import Fonts
from app.documents.script import clean, holds_together, runs, width_of
from app.documents.sheet import MM, PAGE_HEIGHT, PAGE_WIDTH, TEXT, Ink, Line, Page, Picture, Squares
from app.documents.tags import Element, Role, Scope

LEFT = 20 * MM
RIGHT = PAGE_WIDTH - 20 * MM
BOTTOM = PAGE_HEIGHT - 17 * MM
_TOGETHER = 2  # lines of a paragraph at least, on each side of a page's end
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


class Within:
    """A stretch of the letter, told by `with`: hundreds a letter, so no generator each."""

    __slots__ = ("_before", "_inside", "_part", "_pen")

    def __init__(self, pen: Pen, inside: Element | None, part: Element) -> None:
        """`inside` is what words belong to meanwhile; `part` is handed to the block."""
        self._pen, self._inside, self._part = pen, inside, part

    def __enter__(self) -> Element:
        self._before, self._pen.inside = self._pen.inside, self._inside
        return self._part

    def __exit__(self, *_: object) -> None:
        self._pen.inside = self._before


@dataclass(frozen=True, slots=True)
class _Leading:
    """Words that lead to what follows them: which marks of their page, and how high they begin."""

    page: Page
    first: int
    last: int
    top: float

    def are_last(self, page: Page) -> bool:
        """Whether nothing was put after them."""
        return page is self.page and len(page.marks) == self.last


class Pen:
    """It turns the page when what comes does not fit, and keeps the parts in reading order."""

    def __init__(self, fonts: Fonts, style: Style, *, top: float) -> None:
        """`top` is where pages after the first begin."""
        self.fonts = fonts
        self.style = style
        self.pages = [Page()]
        self.parts = Element(Role.DOCUMENT)
        self.y = top
        self._top = self._begun = top
        self._furnished = 0  # marks that stand on a page before anything is put there
        self._leading: _Leading | None = None
        self.inside: Element | None = self.parts

    def part(self, role: Role, *, alt: str = "", scope: Scope | None = None) -> Within:
        """What is put meanwhile belongs to a new part of the letter."""
        made = Element(role, alt, scope)
        if self.inside is None:  # a part of decoration is decoration
            return Within(self, None, made)
        self.inside.kids.append(made)
        return Within(self, made, made)

    def furniture(self) -> Within:
        """What is put meanwhile is decoration, such as a head repeated on each page."""
        return Within(self, None, self.parts)

    def within(self, part: Element | None) -> Within:
        """What is put meanwhile belongs to a part begun before, or to none."""
        return Within(self, part, part or self.parts)

    def figure(self, figure: Squares | Picture, *, alt: str) -> None:
        """A picture, and what to tell whoever does not see it."""
        with self.part(Role.FIGURE, alt=alt):
            self.pages[-1].marks.append(replace(figure, of=self.inside))

    def room(self, height: float) -> None:
        """Turn the page unless this much still fits."""
        if self.y + height > BOTTOM and self.y > self._begun:
            self.turn()

    def turn(self) -> None:
        """Begin the next page; words that lead to what is put next go there with it."""
        before, led, reached = self.pages[-1], self._leading, self.y
        goes = led if led and led.are_last(before) and led.first > self._furnished else None
        self.pages.append(Page())
        self.y = self._top
        self.begin_page()
        self._furnished = len(self.pages[-1].marks)
        if goes is not None:
            moved, down = before.marks[goes.first :], self.y - goes.top
            del before.marks[goes.first :]
            self.pages[-1].marks += [
                replace(mark, y=mark.y + down) for mark in moved if isinstance(mark, Line)
            ]
            self.y = reached + down
        self._begun = self.y

    def begin_page(self) -> None:
        """What stands at the head of a page after the first: nothing, unless a form says what."""

    def lead(self, top: float, first: int) -> None:
        """What was put since, `first` mark and `top`, is never parted from what follows it.

        One that begins within another, or follows it at once, goes on with it.
        """
        page, led = self.pages[-1], self._leading
        if led is not None and page is led.page and led.first <= first <= led.last:
            top, first = led.top, led.first
        self._leading = _Leading(page, first, len(page.marks), top)

    @contextmanager
    def leads_on(self) -> Iterator[None]:
        """Lines put within go on to the next page together with what follows them."""
        page, top, first = self.pages[-1], self.y, len(self.pages[-1].marks)
        yield
        if page is self.pages[-1]:
            self.lead(top, first)

    def opening(self, count: int) -> int:
        """How many of a paragraph's lines the page it begins on has to hold at least."""
        return count if count < 2 * _TOGETHER else _TOGETHER

    def fitting(self, count: int, leading: float) -> int:
        """How many of a paragraph's lines stand on this page: none alone, and none left alone."""
        free = max(int((BOTTOM - self.y) / leading + 1e-9), 0)
        if count <= free:
            return count
        here = min(free, count - _TOGETHER)
        if here >= _TOGETHER:
            return here
        return 0 if self.y > self._begun else max(free, 1)

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
        """One line at the pen, without moving it; a paragraph where nothing else was begun."""
        if not text:
            return
        inside = self.inside
        if inside is not None and not inside.role.holds_words:
            with self.part(Role.PARAGRAPH):
                self.put(text, x=x, size=size, bold=bold, ink=ink)
            return
        size = size or self.style.body
        written = runs(text, self.fonts, bold=bold, spaced=inside is not None)
        self.pages[-1].marks.append(
            Line(x=x, y=self.y + size, size=size, runs=written, ink=ink, of=inside)
        )

    def put_right(
        self, text: str, *, right: float = RIGHT, size: float, bold: bool = False
    ) -> None:
        """One line that ends at `right`."""
        x = right - width_of(text, self.fonts, bold=bold) * size / 1000
        self.put(text, x=x, size=size, bold=bold)

    def wrap(self, text: str, width: float, *, size: float, bold: bool = False) -> Iterator[str]:
        """The text in lines that fit; a word wider than a line is cut between letters."""
        limit = width * 1000 / size
        text = clean(text)
        if width_of(text, self.fonts, bold=bold) <= limit:
            yield text.strip(" ")
            return
        line, taken = "", 0.0
        for part in self._parts(text, limit, bold=bold):
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

    def _parts(self, text: str, limit: float, *, bold: bool) -> Iterator[str]:
        """Words and the spaces between them; a date or a number that fits a line is one word."""
        whole = [
            (first, last)
            for first, last in unbroken_spans(text)
            if width_of(text[first:last], self.fonts, bold=bold) <= limit
        ]
        held = ""
        for found in _BREAKABLE.finditer(text):
            held += found[0]
            if not any(first < found.end() < last for first, last in whole):
                yield held
                held = ""

    def _fitting(self, word: str, limit: float, *, bold: bool) -> str:
        """As much of a word as fits: at least its first letter, and every letter with its marks."""
        ends = [end for end in range(1, len(word)) if not holds_together(word[end])]
        fitting = ends[:1] or [len(word)]
        for end in ends[1:]:
            if width_of(word[:end], self.fonts, bold=bold) > limit:
                break
            fitting.append(end)
        return word[: fitting[-1]]

    def flowing(
        self,
        lines: Sequence[str],
        *,
        x: float,
        size: float,
        bold: bool = False,
        ink: Ink = TEXT,
    ) -> None:
        """A paragraph's lines within the part that is open; they go on over the next page."""
        while lines:
            here = self.fitting(len(lines), self.style.leading(size))
            self.lines(lines[:here], x=x, size=size, bold=bold, ink=ink)
            lines = lines[here:]
            if lines:
                self.turn()

    def lines(
        self,
        lines: Sequence[str],
        *,
        x: float,
        size: float,
        bold: bool = False,
        ink: Ink = TEXT,
    ) -> None:
        """Lines under each other, within the part that is open."""
        for line in lines:
            self.put(line, x=x, size=size, bold=bold, ink=ink)
            self.y += self.style.leading(size)
