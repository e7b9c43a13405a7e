"""What stands on the pages of a letter, before any of it is drawn.

Measures are points (1/72 inch); x from the left edge, y from the top, since letters are laid out
downwards. Text hangs from its base line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.documents.script import Run
from app.documents.tags import Element

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour, its three parts from 0 to 1."""

    red: float
    green: float
    blue: float


def _ink(code: str) -> Ink:
    return Ink(*(int(code[place : place + 2], 16) / 255 for place in (0, 2, 4)))


TEXT = _ink("212B32")
SECOND = _ink("4C6272")
ACTION = _ink("005EB8")
DEEP = _ink("003087")
HAIRLINE = _ink("D8DDE0")
TINT = _ink("F0F4F5")
WHITE = _ink("FFFFFF")
PALE = _ink("E9EEF0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of words, and the part of the letter they belong to; none for decoration."""

    x: float
    y: float
    size: float
    runs: tuple[Run, ...]
    ink: Ink = TEXT
    of: Element | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled or outlined rectangle under the words; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    edge: Ink | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """A QR symbol as the dark stretches of each row: (row, first, length) in modules."""

    x: float
    y: float
    module: float
    stretches: tuple[tuple[int, int, int], ...]
    of: Element | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image file's bytes, fitted into a rectangle and kept in proportion."""

    x: float
    y: float
    width: float
    height: float
    image: bytes
    of: Element | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A line through points, or a shape where it is closed."""

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    fill: Ink | None = None
    edge: Ink | None = None
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Lines and shapes that together are one figure, within a rectangle."""

    x: float
    y: float
    width: float
    height: float
    traces: tuple[Trace, ...]
    of: Element | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A large pale word across the page."""

    word: str


Mark = Stamp | Line | Box | Squares | Picture | Drawing


@dataclass(slots=True)
class Page:
    """The marks of one page, in the order they are drawn."""

    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Finished pages, their parts in reading order, and what the file says of itself.

    No patient's name belongs in title or author.
    """

    title: str
    author: str
    dated: date  # the day of the letter, so that a copy made later is the same file
    pages: tuple[Page, ...]
    parts: Element
