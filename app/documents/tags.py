"""What each part of a letter is, for readers that do not see the page (ISO 32000-1, 14.8).

A tree in reading order: marks on the pages belong to one of its elements, or to none, which makes
them decoration that a screen reader passes over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """Standard structure types, as PDF spells them."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    SPAN = "Span"

    @property
    def holds_words(self) -> bool:
        """Whether words may stand in it; the others hold elements alone."""
        return self not in _GROUPS


_GROUPS = (Role.DOCUMENT, Role.LIST, Role.ITEM, Role.TABLE, Role.ROW, Role.FIGURE)


class Scope(StrEnum):
    """What a header of a table is the header of."""

    COLUMN = "Column"
    ROW = "Row"


class Numbering(StrEnum):
    """What stands before the items of a list; nothing said means words of their own."""

    DISC = "Disc"
    DECIMAL = "Decimal"


@dataclass(slots=True, eq=False)
class Element:
    """One part and the parts within it.

    `alt` says what a figure shows, or what was written where a span draws it otherwise; `scope` is
    a header's and `numbering` a list's.
    """

    role: Role
    alt: str = ""
    scope: Scope | None = None
    numbering: Numbering | None = None
    kids: list[Element] = field(default_factory=list)
