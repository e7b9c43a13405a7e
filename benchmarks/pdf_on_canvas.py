"""The peer: the same pages on a plain reportlab canvas, its fonts embedded, nothing tagged.

Where each line stands was worked out before; here nothing is measured or wrapped.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.documents.sheet import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT,
    Box,
    Ink,
    Line,
    Mark,
    Sheets,
    Squares,
)

REGULAR, BOLD = "Plain", "Plain-Bold"


def register(folder: Path) -> None:
    """Read the two faces once; write bytes as bytes, as the contestant does."""
    rl_config.useA85 = 0
    registerFont(TTFont(REGULAR, str(folder / "LiberationSans-Regular.ttf")))
    registerFont(TTFont(BOLD, str(folder / "LiberationSans-Bold.ttf")))


def draw(pages: Sheets) -> bytes:
    """The letter, page by page."""
    file = BytesIO()
    settings: dict[str, Any] = {
        "pagesize": (PAGE_WIDTH, PAGE_HEIGHT),
        "pageCompression": 1,
        "invariant": 1,
        "initialFontName": REGULAR,
        "lang": "en-GB",
    }
    canvas = Canvas(file, **settings)
    canvas.setTitle(pages.title)
    canvas.setAuthor(pages.author)
    for page in pages.pages:
        for mark in page.marks:
            _draw(mark, canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(mark: Mark, canvas: Canvas) -> None:
    match mark:
        case Line():
            _fill(canvas, mark.ink)
            x = mark.x
            for run in mark.runs:
                for piece in run.pieces:
                    canvas.setFont(BOLD if piece.face.endswith("Bold") else REGULAR, mark.size)
                    canvas.drawString(x, PAGE_HEIGHT - mark.y, piece.text)
                x += run.width * mark.size / 1000
        case Box():
            if mark.fill is not None:
                _fill(canvas, mark.fill)
            if mark.edge is not None:
                canvas.setStrokeColorRGB(mark.edge.red, mark.edge.green, mark.edge.blue)
                canvas.setDash([3, 3] if mark.dashed else [])
            canvas.rect(
                mark.x,
                PAGE_HEIGHT - mark.y - mark.height,
                mark.width,
                mark.height,
                fill=int(mark.fill is not None),
                stroke=int(mark.edge is not None),
            )
        case Squares():
            _fill(canvas, TEXT)
            path = canvas.beginPath()
            for row, first, length in mark.stretches:
                up = PAGE_HEIGHT - mark.y - (row + 1) * mark.module
                path.rect(mark.x + first * mark.module, up, length * mark.module, mark.module)
            canvas.drawPath(path, fill=1, stroke=0)
        case _:
            raise ValueError("the benchmark's letters hold no logo and no stamp")


def _fill(canvas: Canvas, ink: Ink) -> None:
    canvas.setFillColorRGB(ink.red, ink.green, ink.blue)
