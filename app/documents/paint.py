"""Drawing finished pages as a PDF whose fonts are all inside it.

The same pages give the same bytes: no clock, no random number enters the file.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from app.documents.fonts import Fonts, typeface
from app.documents.sheet import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PALE,
    TEXT,
    Box,
    Ink,
    Line,
    Picture,
    Sheets,
    Squares,
    Stamp,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LANGUAGE = "en-GB"
MAKER = "Recoup"


def paint(sheets: Sheets, fonts: Fonts) -> bytes:
    """The PDF of these pages."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # bytes as bytes: a quarter smaller than spelt in ASCII
    file = BytesIO()
    canvas = Canvas(file, **_settings(fonts))
    canvas.setTitle(sheets.title)
    canvas.setAuthor(sheets.author)
    canvas.setSubject("")
    canvas.setCreator(MAKER)
    canvas.setProducer(MAKER)
    made = f"D:{sheets.dated:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_: made)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for page in sheets.pages:
        for mark in page.marks:
            match mark:
                case Stamp():
                    _stamp(mark, canvas, fonts)
                case Box():
                    _box(mark, canvas)
                case Squares():
                    _squares(mark, canvas)
                case Picture():
                    _picture(mark, canvas)
                case Line():
                    pass  # words go over everything else, below
        _words([mark for mark in page.marks if isinstance(mark, Line)], canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _settings(fonts: Fonts) -> dict[str, Any]:
    return {
        "pagesize": (PAGE_WIDTH, PAGE_HEIGHT),
        "pageCompression": 1,
        "invariant": 1,
        "initialFontName": typeface(fonts.regular).name,  # else an unembedded face is named
        "lang": LANGUAGE,
    }


class _Pen:
    """A text object that changes face, size and ink only where they change."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._text = canvas.beginText()
        self._font: tuple[str, float] | None = None
        self._ink: Ink | None = None

    def write(self, text: str, face: str, size: float, ink: Ink, *, x: float, y: float) -> None:
        """Characters at a place measured from the top."""
        if self._font != (face, size):
            self._text.setFont(face, size)
            self._font = (face, size)
        if self._ink != ink:
            self._text.setFillColorRGB(ink.red, ink.green, ink.blue)
            self._ink = ink
        self._text.setTextOrigin(x, PAGE_HEIGHT - y)
        self._text.textOut(text)

    def lift(self) -> None:
        """Put what is written on the page and begin afresh."""
        self._canvas.drawText(self._text)
        self._text = self._canvas.beginText()
        self._font = self._ink = None


def _words(lines: list[Line], canvas: Canvas) -> None:
    pen = _Pen(canvas)
    for line in lines:
        x = line.x
        for run in line.runs:
            if run.said is not None:
                pen.lift()
                canvas.addLiteral(f"/Span <</ActualText <{_spelt(run.said)}>>> BDC")
            for piece in run.pieces:
                unit = line.size / 1000
                across, up = x + piece.x * unit, line.y - piece.y * unit
                pen.write(piece.text, piece.face, line.size, line.ink, x=across, y=up)
            if run.said is not None:
                pen.lift()
                canvas.addLiteral("EMC")
            x += run.width * line.size / 1000
    pen.lift()


def _spelt(text: str) -> str:
    """Text as PDF spells any script: UTF-16 with its mark, in hexadecimal."""
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex()


def _stamp(stamp: Stamp, canvas: Canvas, fonts: Fonts) -> None:
    canvas.saveState()
    canvas.setFillColorRGB(PALE.red, PALE.green, PALE.blue)
    canvas.setFont(typeface(fonts.bold).name, 170)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, -60, stamp.word)
    canvas.restoreState()


def _box(box: Box, canvas: Canvas) -> None:
    fill, edge = box.fill, box.edge
    if fill is not None:
        canvas.setFillColorRGB(fill.red, fill.green, fill.blue)
    if edge is not None:
        canvas.setStrokeColorRGB(edge.red, edge.green, edge.blue)
        canvas.setLineWidth(0.75)
        canvas.setDash([3, 3] if box.dashed else [])
    canvas.rect(
        box.x,
        PAGE_HEIGHT - box.y - box.height,
        box.width,
        box.height,
        fill=int(fill is not None),
        stroke=int(edge is not None),
    )


def _squares(squares: Squares, canvas: Canvas) -> None:
    """The whole symbol as one path, so that no reader draws hairlines between modules."""
    canvas.setFillColorRGB(TEXT.red, TEXT.green, TEXT.blue)
    path = canvas.beginPath()
    for row, first, length in squares.stretches:
        path.rect(
            squares.x + first * squares.module,
            PAGE_HEIGHT - squares.y - (row + 1) * squares.module,
            length * squares.module,
            squares.module,
        )
    canvas.drawPath(path, fill=1, stroke=0)


def _picture(picture: Picture, canvas: Canvas) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(
        ImageReader(BytesIO(picture.image)),
        picture.x,
        PAGE_HEIGHT - picture.y - picture.height,
        picture.width,
        picture.height,
        mask="auto",
        preserveAspectRatio=True,
        anchor="ne",
    )
