"""The tree of a letter's parts as a file holds it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents.ready import Document, Ready, add, string
from app.documents.tags import Element, Role

Place = tuple[int, int]  # a page, counted from nought, and the number of what is marked on it
Corners = tuple[float, float, float, float]
_CELLS = (Role.HEADER, Role.CELL)


@dataclass(slots=True)
class Found:
    """What was drawn of each part, in order: stretches of a page, and spans of their own.

    Pictures have their corners besides.
    """

    places: dict[Element, list[Place | Element]] = field(default_factory=dict)
    corners: dict[Element, Corners] = field(default_factory=dict)
    marked: list[list[Element]] = field(default_factory=list)  # by page, by number

    def mark(self, part: Element) -> int:
        """The number of the next stretch on the latest page, which belongs to this part."""
        page = self.marked[-1]
        page.append(part)
        number = len(page) - 1
        self.places.setdefault(part, []).append((len(self.marked) - 1, number))
        return number

    def span(self, part: Element, written: str) -> Element:
        """A part within this one, for letters drawn otherwise than they are written."""
        made = Element(Role.SPAN, written)
        self.places.setdefault(part, []).append(made)
        return made


def structure(document: Document, parts: Element, found: Found) -> None:
    """Put the tree into the file's catalogue; parts in which nothing was drawn are left away."""
    tree = _Tree(document, found)
    root = Ready()
    top = add(document, root)
    whole = tree.add(parts, top)
    parents = add(document, Ready(tree.parents()))
    root.body = b"<</Type/StructTreeRoot/K[%b]/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
        b"%d 0 R" % whole if whole is not None else b"",
        parents,
        len(found.marked),
    )
    catalogue = document.Catalog
    catalogue.StructTreeRoot = root
    catalogue.MarkInfo = Ready(b"<</Marked true>>")


class _Tree:
    def __init__(self, document: Document, found: Found) -> None:
        self._document, self._found = document, found
        self._pages = [
            document.idToObjectNumberAndVersion[f"Page{page}"][0]
            for page in range(1, len(found.marked) + 1)
        ]
        self._numbers: dict[Element, int] = {}

    def add(self, part: Element, parent: int) -> int | None:
        """Its number in the file; None where neither it nor anything in it was drawn.

        A row that was drawn keeps its empty cells, that the others stay under their columns.
        """
        if part.role not in _CELLS and not self._drawn(part):
            return None
        ready = Ready()
        number = self._numbers[part] = add(self._document, ready)
        drawn = [*self._found.places.get(part, ()), *part.kids]
        page = next((kid[0] for kid in drawn if not isinstance(kid, Element)), None)
        kids = [self._kid(kid, number, page) for kid in drawn]
        ready.body = b"<</S/%b/P %d 0 R%b%b/K[%b]>>" % (
            part.role.encode(),
            parent,
            b"" if page is None else b"/Pg %d 0 R" % self._pages[page],
            self._more(part),
            b" ".join(filter(None, kids)),
        )
        return number

    def parents(self) -> bytes:
        """By page, the part each marked stretch belongs to."""
        pages = b"".join(
            b"%d[%b]" % (page, b" ".join(b"%d 0 R" % self._numbers[part] for part in parts))
            for page, parts in enumerate(self._found.marked)
        )
        return b"<</Nums[%b]>>" % pages

    def _drawn(self, part: Element) -> bool:
        return part in self._found.places or any(map(self._drawn, part.kids))

    def _kid(self, kid: Place | Element, parent: int, page: int | None) -> bytes:
        if isinstance(kid, Element):
            number = self.add(kid, parent)
            return b"" if number is None else b"%d 0 R" % number
        at, stretch = kid
        if at == page:
            return b"%d" % stretch
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[at], stretch)

    def _more(self, part: Element) -> bytes:
        if part.scope is not None:
            return b"/A<</O/Table/Scope/%b>>" % part.scope.encode()
        if part.numbering is not None:
            return b"/A<</O/List/ListNumbering/%b>>" % part.numbering.encode()
        if part.role is Role.SPAN:
            return b"/ActualText%b" % string(part.alt)
        if part.role is Role.FIGURE:
            corners = b" ".join(b"%.2f" % corner for corner in self._found.corners[part])
            return b"/Alt%b/A<</O/Layout/BBox[%b]>>" % (string(part.alt), corners)
        return b""
