"""Drawing finished pages as a tagged PDF/A-2b file whose fonts are all inside it.

The same pages give the same bytes: no clock, no random number enters the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.documents.fonts import Fonts, typeface
from app.documents.sheet import PAGE_HEIGHT, PAGE_WIDTH, Sheets

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LANGUAGE = "en-GB"
_VERSION = (1, 7)  # what PDF/A-2 is built on


def paint(sheets: Sheets, fonts: Fonts) -> bytes:
    """The PDF of these pages."""
    from app.documents.archive import archive, end_streams
    from app.documents.content import draw
    from app.documents.ready import document_of
    from app.documents.structure import Found, structure

    canvas: Any = _canvas(sheets, fonts)
    found = Found()
    for page in sheets.pages:
        draw(page, canvas, fonts, found)
        _turn(canvas)
    document = document_of(canvas)
    structure(document, sheets.parts, found)
    archive(document, sheets, colours=fonts.colours, language=LANGUAGE)
    end_streams(document)
    return bytes(canvas.getpdfdata())


def _canvas(sheets: Sheets, fonts: Fonts) -> Canvas:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    from app.documents.archive import MAKER

    rl_config.useA85 = 0  # pictures as bytes: a quarter smaller than spelt in ASCII
    settings: dict[str, Any] = {
        "pagesize": (PAGE_WIDTH, PAGE_HEIGHT),
        "invariant": 1,
        "initialFontName": typeface(fonts.regular).name,  # else an unembedded face is named
        "lang": LANGUAGE,
        "pdfVersion": _VERSION,
    }
    canvas = Canvas("", **settings)
    canvas.setTitle(sheets.title)
    canvas.setAuthor(sheets.author)
    canvas.setSubject("")
    canvas.setCreator(MAKER)
    canvas.setProducer(MAKER)
    made = f"D:{sheets.dated:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_: made)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _turn(canvas: Canvas) -> None:
    """Close the page, with what reportlab leaves out of it and without what it should not say."""
    from app.documents.ready import Ready, document_of, stream

    code = canvas.getCurrentPageContent().encode("ascii")
    canvas.showPage()
    document = document_of(canvas)
    document.updateSignature(code)  # so that files that differ are known by different numbers
    page = document.Pages.pages[-1]
    page.Contents = Ready(stream(code))
    page.Trans = None  # even an empty one is not for the archive
    page.StructParents = len(document.Pages.pages) - 1
    page.Tabs = "/S"  # in the order of the parts
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
