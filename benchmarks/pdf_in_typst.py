"""The peer: the same letter as a Typst document, written the way its manual shows.

Made from the parts of our letter, so that it holds the same words in the same roles: headings,
paragraphs, lists of terms, tables of sums, the square as a picture with its alternative. Boxes and
furniture are the page's background, header and footer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from app.documents.sheet import PAGE_HEIGHT, TEXT, Box, Ink, Line, Sheets, Squares
from app.documents.tags import Element, Role

_BODY = 12
_SETTINGS = """
#set document(title: {title}, author: {author}, date: none)
#set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "GB", kerning: false,
  ligatures: false, hyphenate: false, fill: {ink})
#set par(leading: 0.62em, spacing: 0.9em)
#set list(spacing: 0.5em)
#set terms(separator: [ ], hanging-indent: 0pt, spacing: 0.4em)
#set table(stroke: none, inset: (x: 0pt, y: 3.7pt))
#show terms.item: it => block(above: 0.4em, below: 0.6em)[#it.term #it.description]
#show heading: set text(size: 14pt)
#show heading.where(level: 1): set text(size: 22pt)
#let heads = ({heads})
#let foots = ({foots})
#let boxes = ({boxes})
#set page("a4", margin: (x: 20mm, top: 20mm, bottom: 17mm),
  background: context boxes.at(counter(page).get().first() - 1, default: []),
  header: context heads.at(counter(page).get().first() - 1, default: []),
  footer: context foots.at(counter(page).get().first() - 1, default: []))
"""


def source(pages: Sheets, square: str) -> str:
    """The document; `square` is the name of the file with the picture of the square."""
    return _Source(pages, square).text()


def picture(pages: Sheets) -> str:
    """The square as SVG."""
    (squares,) = (m for page in pages.pages for m in page.marks if isinstance(m, Squares))
    side = 1 + max(row for row, _, _ in squares.stretches)
    path = "".join(f"M{first} {row}h{long}v1h-{long}z" for row, first, long in squares.stretches)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
        f'<path fill="#212B32" d="{path}"/></svg>'
    )


class _Source:
    def __init__(self, pages: Sheets, square: str) -> None:
        self._pages, self._square = pages, square
        self._lines: dict[Element, list[Line]] = defaultdict(list)
        for page in pages.pages:
            for mark in page.marks:
                if isinstance(mark, Line) and mark.of is not None:
                    self._lines[mark.of].append(mark)

    def text(self) -> str:
        settings = _SETTINGS.format(
            ink=_ink(TEXT),
            title=_string(self._pages.title),
            author=_string(self._pages.author),
            heads="".join(f"[{told}]," for told in self._furniture(foot=False)),
            foots="".join(f"[{told}]," for told in self._furniture(foot=True)),
            boxes="".join(f"[{told}]," for told in self._boxes()),
        )
        return settings + "\n".join(map(self._part, self._pages.parts.kids))

    def _part(self, part: Element) -> str:
        kids = part.kids
        match part.role:
            case Role.TITLE:
                return f"\n= {self._words(part)}\n"
            case Role.HEADING:
                return f"\n== {self._words(part)}\n"
            case Role.LIST:
                return "\n".join(
                    f"/ {self._words(item.kids[0])}: {self._words(item.kids[1])}" for item in kids
                )
            case Role.TABLE:
                cells = (f"[{self._words(cell)}]" for row in kids for cell in row.kids)
                return f"#table(columns: (1fr, auto), align: (left, right), {', '.join(cells)})\n"
            case Role.FIGURE:
                alt = _string(part.alt)
                return f'#image("{self._square}", width: 28mm, alt: {alt})\n'
            case _:
                return f"\n{self._words(part)}\n"

    def _words(self, part: Element) -> str:
        return _told(self._lines[part])

    def _furniture(self, *, foot: bool) -> Iterator[str]:
        for page in self._pages.pages:
            lines = (mark for mark in page.marks if isinstance(mark, Line) and mark.of is None)
            yield _told(line for line in lines if (line.y > PAGE_HEIGHT / 2) == foot)

    def _boxes(self) -> Iterator[str]:
        for page in self._pages.pages:
            yield "".join(_box(mark) for mark in page.marks if isinstance(mark, Box))


def _told(lines: Iterable[Line]) -> str:
    """Lines of one look as one string; what is as the letter's text is, needs no more."""
    told = []
    for (size, bold, ink), alike in groupby(lines, _look):
        words = "".join(p.text for line in alike for run in line.runs for p in run.pieces)
        settings = (
            *((f"size: {size:g}pt",) if size != _BODY else ()),
            *(('weight: "bold"',) if bold else ()),
            *((f"fill: {_ink(ink)}",) if ink != TEXT else ()),
        )
        told.append(
            f"#text({', '.join(settings)}, {_string(words)})" if settings else f"#{_string(words)}"
        )
    return "".join(told)


def _look(line: Line) -> tuple[float, bool, Ink]:
    return line.size, line.runs[0].pieces[0].face.endswith("Bold"), line.ink


def _box(box: Box) -> str:
    stroke = f"0.75pt + {_ink(box.edge)}" if box.edge else "none"
    fill = _ink(box.fill) if box.fill else "none"
    return (
        f"#place(top + left, dx: {box.x:.2f}pt, dy: {box.y:.2f}pt, rect(width: {box.width:.2f}pt, "
        f"height: {box.height:.2f}pt, fill: {fill}, stroke: {stroke}))"
    )


def _ink(ink: Ink) -> str:
    return f"rgb({ink.red:.1%}, {ink.green:.1%}, {ink.blue:.1%})"


def _string(text: str) -> str:
    """Words as a string of Typst's, so that no sign in them is markup."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
