"""Made-up papers for the demo, drawn when it is made: no real document's layout is copied."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WIDE, _HIGH = 500, 352  # points
_SANS, _BOLD, _MACHINE = "Helvetica", "Helvetica-Bold", "Courier-Bold"
_INK, _QUIET = "#1F2A33", "#5B6770"
_LETTER = (595, 842)


def passport_page(rows: Sequence[tuple[str, str]], machine_lines: Sequence[str]) -> bytes:
    """A page that says SPECIMEN, of labels and values and the lines a machine reads; nobody's
    photo."""
    out, sheet = _sheet("Passport, specimen", (_WIDE, _HIGH))
    _fill(sheet, "#EEE6D6", (0, 0, _WIDE, _HIGH))
    _waves(sheet)
    _fill(sheet, "#F6F1E6", (0, 0, _WIDE, 70))
    _words(sheet, (18, _HIGH - 28), "PASSPORT   SPECIMEN", font=_BOLD, size=13)
    _portrait(sheet)
    for place, (label, value) in enumerate(rows):
        top = _HIGH - 52 - place * 38
        _words(sheet, (164, top), label, size=9, ink=_QUIET)
        _words(sheet, (164, top - 15), value, font=_BOLD, size=13)
    for place, line in enumerate(machine_lines):
        _words(sheet, (26, 44 - place * 23), line, font=_MACHINE, size=16.8)
    return _finished(out, sheet)


def letter(heading: str, lines: Sequence[str]) -> bytes:
    """A page of words with SPECIMEN across it."""
    out, sheet = _sheet(heading, _LETTER)
    sheet.saveState()
    sheet.translate(120, 260)
    sheet.rotate(42)
    _words(sheet, (0, 0), "SPECIMEN", font=_BOLD, size=84, ink="#E3E8EA")
    sheet.restoreState()
    _words(sheet, (72, 760), heading, font=_BOLD, size=18)
    for place, line in enumerate(lines):
        _words(sheet, (72, 716 - place * 26), line, size=13)
    return _finished(out, sheet)


def _sheet(title: str, size: tuple[float, float]) -> tuple[BytesIO, Canvas]:
    from reportlab.pdfgen.canvas import Canvas  # only when a demo is made

    out = BytesIO()
    sheet = Canvas(out, pagesize=size, invariant=True)
    sheet.setTitle(title)
    return out, sheet


def _finished(out: BytesIO, sheet: Canvas) -> bytes:
    sheet.showPage()
    sheet.save()
    return out.getvalue()


def _words(
    sheet: Canvas,
    at: tuple[float, float],
    words: str,
    *,
    font: str = _SANS,
    size: float,
    ink: str = _INK,
) -> None:
    sheet.setFillColor(ink)
    sheet.setFont(font, size)
    sheet.drawString(*at, words)


def _fill(sheet: Canvas, ink: str, box: tuple[float, float, float, float]) -> None:
    sheet.setFillColor(ink)
    sheet.rect(*box, stroke=0, fill=1)


def _portrait(sheet: Canvas) -> None:
    """Where a photo would be: the outline of nobody."""
    sheet.setFillColor("#C6CFCA")
    sheet.roundRect(18, 146, 126, 160, 5, stroke=0, fill=1)
    sheet.setStrokeColor(_QUIET)
    sheet.setLineWidth(3)
    sheet.circle(81, 250, 18)
    sheet.arc(49, 164, 113, 228, 0, 180)


def _waves(sheet: Canvas) -> None:
    sheet.setStrokeColor("#DCCFB6")
    sheet.setLineWidth(1)
    for row in range(10, _HIGH + 20, 18):
        for left in range(0, _WIDE, 100):
            sheet.bezier(left, row, left + 34, row - 9, left + 66, row + 9, left + 100, row)
