"""What a screen reader finds in a PDF: the tree of its parts with their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise

import pikepdf
from pikepdf import Dictionary, Object, Page

_SHOWS = ("Tj", "f", "S", "Do")
_LETTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")


@dataclass(frozen=True, slots=True)
class Part:
    """One element: its role, the words drawn straight in it, and the elements within it."""

    role: str
    words: str = ""
    alt: str = ""
    scope: str = ""
    kids: tuple[Part, ...] = ()

    def every(self) -> Iterator[Part]:
        """This one and all within it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.every()

    @property
    def text(self) -> str:
        """All words in it, in reading order."""
        return " ".join(part.words for part in self.every() if part.words)

    def of(self, role: str) -> list[Part]:
        """Every part of a role."""
        return [part for part in self.every() if part.role == role]


@dataclass(slots=True)
class _Drawn:
    """What one page shows: words and the heights of their lines by the number of their stretch.

    What is in no stretch is `untold`.
    """

    words: dict[int, str] = field(default_factory=dict)
    heights: dict[int, set[float]] = field(default_factory=dict)
    untold: list[str] = field(default_factory=list)


def tree(pdf: bytes) -> Part:
    """The whole letter, from the top of its tree."""
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = {page.obj.objgen: _drawn(page).words for page in document.pages}
        return _part(document.Root.StructTreeRoot.K[0], pages)


def untold(pdf: bytes) -> list[str]:
    """Whatever is drawn and is neither in the tree nor said to be decoration."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [sign for page in document.pages for sign in _drawn(page).untold]


def badly_turned(pdf: bytes) -> list[str]:
    """Where a page turns badly: a line left alone, or words parted from what they lead to.

    A paragraph keeps two lines at least on each side; a heading, and what ends in a colon, stand
    on the page of what they are for.
    """
    found = []
    with pikepdf.open(BytesIO(pdf)) as document:
        every = [_stretches(page, document.Root.StructTreeRoot) for page in document.pages]
    for place, (here, following) in enumerate(pairwise(every), 1):
        last = min(here, key=lambda stretch: stretch.heights[0])
        first = max(following, key=lambda stretch: stretch.heights[-1])
        if last.role in ("H1", "H2") or (last.role == "P" and last.words.endswith(":")):
            found.append(f"page {place} ends with {last.words!r}")
        if last.part == first.part and last.role in ("P", "LBody"):
            if len(last.heights) == 1:
                found.append(f"page {place} ends with the line {last.words!r}")
            if len(first.heights) == 1:
                found.append(f"page {place + 1} begins with the line {first.words!r}")
    return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of one part that stand on one page."""

    part: tuple[int, int]
    role: str
    words: str
    heights: tuple[float, ...]  # of its lines, from the lowest


def _stretches(page: Page, tree: Object) -> list[_Stretch]:
    """What is told on a page, part by part."""
    drawn = _drawn(page)
    owners = tree.ParentTree.Nums[2 * int(page.obj.StructParents) + 1]
    told: dict[tuple[int, int], list[int]] = {}
    parts: dict[tuple[int, int], Object] = {}
    for number in drawn.heights:
        part = owners[number]
        while str(part.S) == "/Span":
            part = part.P
        parts[part.objgen] = part
        told.setdefault(part.objgen, []).append(number)
    return [
        _Stretch(
            part=key,
            role=str(parts[key].S).removeprefix("/"),
            words=" ".join(drawn.words[number] for number in numbers),
            heights=tuple(sorted({one for number in numbers for one in drawn.heights[number]})),
        )
        for key, numbers in told.items()
    ]


def _part(element: Object, pages: dict[tuple[int, int], dict[int, str]]) -> Part:
    kids: list[Part] = []
    words = ""
    page = element.get("/Pg")
    for kid in element.K:
        if isinstance(kid, Dictionary) and "/S" in kid:
            made = _part(kid, pages)
            if made.role == "/Span":
                words += made.words
            else:
                kids.append(made)
        elif isinstance(kid, Dictionary):
            words += pages[kid.Pg.objgen].get(int(kid.MCID), "")
        elif page is not None:
            words += pages[page.objgen].get(int(kid), "")
    if "/ActualText" in element:
        words = str(element.ActualText)
    attributes = element.get("/A", Dictionary())
    return Part(
        role=str(element.S).removeprefix("/") if str(element.S) != "/Span" else "/Span",
        words=" ".join(words.split()),
        alt=str(element.get("/Alt", "")),
        scope=str(attributes.get("/Scope", "")).removeprefix("/"),
        kids=tuple(kids),
    )


def _drawn(page: Page) -> _Drawn:
    found, codes = _Drawn(), _codes(page)
    open_: list[tuple[str, int | None, str | None]] = []
    font, height = "", 0.0
    for step in pikepdf.parse_content_stream(page):
        operands, sign = step.operands, str(step.operator)
        match sign:
            case "BMC":
                open_.append((str(operands[0]), None, None))
            case "BDC":
                more = operands[1]
                number = int(more.MCID) if "/MCID" in more else None
                said = str(more.ActualText) if "/ActualText" in more else None
                open_.append((str(operands[0]), number, said))
                _say(found, open_, said or "")
            case "EMC":
                open_.pop()
            case "Tf":
                font = str(operands[0])
            case "Tm":
                height = float(operands[5])
            case _ if sign in _SHOWS:
                if not open_:
                    found.untold.append(f"{sign} {operands}")
                if sign == "Tj" and not any(said for _, _, said in open_):
                    _say(found, open_, "".join(codes[font][code] for code in bytes(operands[0])))
                if sign == "Tj":
                    _stand(found, open_, height)
    assert not open_
    return found


def _say(found: _Drawn, open_: list[tuple[str, int | None, str | None]], words: str) -> None:
    number = next((number for _, number, _ in reversed(open_) if number is not None), None)
    if number is not None:
        found.words[number] = found.words.get(number, "") + words


def _stand(found: _Drawn, open_: list[tuple[str, int | None, str | None]], height: float) -> None:
    number = next((number for _, number, _ in reversed(open_) if number is not None), None)
    if number is not None:
        found.heights.setdefault(number, set()).add(height)


def _codes(page: Page) -> dict[str, dict[int, str]]:
    """What each code of each font means, from its own table."""
    return {
        str(name): {
            int(code, 16): chr(int(letter, 16))
            for code, letter in _LETTER.findall(font.ToUnicode.read_bytes())
        }
        for name, font in page.obj.Resources.Font.items()
    }
