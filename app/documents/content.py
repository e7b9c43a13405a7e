"""The drawing of one page: what lies under the words, then the words, each in its part.

Operators are spelt here and given to reportlab's canvas as they are; its own text object spells
every number to six places and looks its font up again for each line.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from reportlab.lib.utils import ImageReader

from app.documents.fonts import Fonts, named, typeface
from app.documents.ready import document_of, string
from app.documents.sheet import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PALE,
    TEXT,
    Box,
    Drawing,
    Ink,
    Line,
    Mark,
    Page,
    Picture,
    Squares,
    Stamp,
    Trace,
)
from app.documents.structure import Found

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.documents.script import Run
    from app.documents.tags import Element

_STAMP_SIZE, _STAMP_TURN = 170, "0.6157 0.788 -0.788 0.6157"  # cosine and sine of 52 degrees
_DECORATION = "/Artifact BMC"
_END = "EMC"


def draw(page: Page, canvas: Canvas, fonts: Fonts, found: Found) -> None:
    """Draw a page on the canvas and note what was drawn for each part of the letter."""
    found.marked.append([])
    under = [mark for mark in page.marks if not isinstance(mark, Line)]
    for part, marks in groupby(under, lambda mark: getattr(mark, "of", None)):
        canvas.addLiteral(_begin(part, found))
        for mark in marks:
            _under(mark, canvas, fonts, found)
        canvas.addLiteral(_END)
    lines = [mark for mark in page.marks if isinstance(mark, Line)]
    if lines:
        canvas.addLiteral("\n".join(_Words(canvas, found).spelt(lines)))


class _Words:
    """The words of a page as one text object; face, size and ink change only where they change."""

    def __init__(self, canvas: Canvas, found: Found) -> None:
        self._document, self._found = document_of(canvas), found
        self._code: list[str] = []
        self._font: tuple[str, float] | None = None
        self._ink: Ink | None = None

    def spelt(self, lines: Iterable[Line]) -> list[str]:
        """The operators, each stretch of lines between the signs of its part."""
        code = self._code
        code.append("BT")
        for part, stretch in groupby(lines, lambda line: line.of):
            code.append(_begin(part, self._found))
            for line in stretch:
                self._line(line, part)
            code.append(_END)
        code.append("ET")
        return code

    def _line(self, line: Line, part: Element | None) -> None:
        code, x, unit = self._code, line.x, line.size / 1000
        if line.ink != self._ink:
            code.append(f"{_colour(line.ink)} rg")
            self._ink = line.ink
        for run in line.runs:
            before, after = self._as_written(run, part)
            code += before
            for piece in run.pieces:
                across, up = x + piece.x * unit, PAGE_HEIGHT - line.y + piece.y * unit
                code.append(f"1 0 0 1 {across:.2f} {up:.2f} Tm")
                self._letters(piece.text, piece.face, line.size)
            code += after
            x += run.width * unit

    def _as_written(self, run: Run, part: Element | None) -> tuple[list[str], list[str]]:
        """What to put before and after letters that are drawn otherwise than written.

        Leftward ones get a part of their own that says so: readers that search the page itself,
        PDFium for one, turn such letters round by themselves and would turn these twice.
        """
        if run.said is None:
            return [], []
        if part is None or not run.leftward:
            return [f"/Span<</ActualText{string(run.said).decode()}>>BDC"], [_END]
        span = self._found.span(part, run.said)
        return [_END, _begin(span, self._found)], [_END, _begin(part, self._found)]

    def _letters(self, text: str, face: str, size: float) -> None:
        for cut, letters in named(face).font.spell(text, self._document):
            if self._font != (cut, size):
                self._code.append(f"{cut} {size:g} Tf")
                self._font = (cut, size)
            self._code.append(f"({letters})Tj")


def _begin(part: Element | None, found: Found) -> str:
    if part is None:
        return _DECORATION
    return f"/{part.role}<</MCID {found.mark(part)}>>BDC"


def _under(mark: Mark, canvas: Canvas, fonts: Fonts, found: Found) -> None:
    match mark:
        case Stamp():
            canvas.addLiteral(_stamp(mark, canvas, fonts))
        case Box():
            canvas.addLiteral(_box(mark))
        case Squares():
            canvas.addLiteral(_squares(mark, found))
        case Drawing():
            canvas.addLiteral(_drawing(mark, found))
        case Picture():
            _picture(mark, canvas, found)


def _stamp(stamp: Stamp, canvas: Canvas, fonts: Fonts) -> str:
    face = typeface(fonts.bold)
    wide = sum(map(face.width_of, stamp.word)) * _STAMP_SIZE / 1000
    ((cut, letters),) = face.font.spell(stamp.word, document_of(canvas))
    return (
        f"q {_colour(PALE)} rg {_STAMP_TURN} {PAGE_WIDTH / 2:.2f} {PAGE_HEIGHT / 2:.2f} cm "
        f"BT {cut} {_STAMP_SIZE} Tf {-wide / 2:.2f} -60 Td ({letters})Tj ET Q"
    )


def _box(box: Box) -> str:
    place = (
        f"{box.x:.2f} {PAGE_HEIGHT - box.y - box.height:.2f} {box.width:.2f} {box.height:.2f} re"
    )
    code = []
    if box.fill is not None:
        code.append(f"{_colour(box.fill)} rg {place} f")
    if box.edge is not None:
        dash = "[3 3]" if box.dashed else "[]"
        code.append(f"{_colour(box.edge)} RG .75 w {dash} 0 d {place} S")
    return "\n".join(code)


def _squares(squares: Squares, found: Found) -> str:
    """The whole symbol as one path, so that no reader draws hairlines between modules."""
    left, module = squares.x, squares.module
    top = PAGE_HEIGHT - squares.y
    path = [
        f"{left + first * module:.3f} {top - (row + 1) * module:.3f} {length * module:.3f} "
        f"{module:.3f} re"
        for row, first, length in squares.stretches
    ]
    if squares.of is not None:
        side = module * (1 + max(row for row, _, _ in squares.stretches))
        found.corners[squares.of] = (left, top - side, left + side, top)
    return "\n".join([f"{_colour(TEXT)} rg", *path, "f"])


def _drawing(drawing: Drawing, found: Found) -> str:
    """Its lines and shapes in their order, each with its own inks."""
    if drawing.of is not None:
        foot = PAGE_HEIGHT - drawing.y - drawing.height
        right = drawing.x + drawing.width
        found.corners[drawing.of] = (drawing.x, foot, right, foot + drawing.height)
    return "\n".join(_trace(trace) for trace in drawing.traces)


def _trace(trace: Trace) -> str:
    places = [f"{x:.2f} {PAGE_HEIGHT - y:.2f}" for x, y in trace.points]
    path = [f"{places[0]} m", *(f"{place} l" for place in places[1:])]
    code = []
    if trace.fill is not None:
        code.append(f"{_colour(trace.fill)} rg")
    if trace.edge is not None:
        dash = "[5 3]" if trace.dashed else "[]"
        code.append(f"{_colour(trace.edge)} RG {trace.width:.2f} w 1 j {dash} 0 d")
    painted = {(True, True): "B", (True, False): "f", (False, True): "S"}
    act = painted[trace.fill is not None, trace.edge is not None]
    return "\n".join([*code, *path, *(["h"] if trace.closed else []), act])


def _picture(picture: Picture, canvas: Canvas, found: Found) -> None:
    foot = PAGE_HEIGHT - picture.y - picture.height
    canvas.drawImage(
        _readable(picture.image),
        picture.x,
        foot,
        picture.width,
        picture.height,
        mask="auto",
        preserveAspectRatio=True,
        anchor="ne",
    )
    if picture.of is not None:
        right, top = picture.x + picture.width, foot + picture.height
        found.corners[picture.of] = (picture.x, foot, right, top)


def _readable(image: bytes) -> ImageReader:
    """An image in the colours of a screen: the profile of the file says nothing of printers'."""
    reader: Any = ImageReader(BytesIO(image))
    if reader._image.mode == "CMYK":
        return ImageReader(reader._image.convert("RGB"))
    return cast("ImageReader", reader)


@cache
def _colour(ink: Ink) -> str:
    return f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f}"
