"""A PDF as pictures of its pages: no script runs, no form is filled, nothing embedded is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.core.errors import BadInput
from app.scans.kinds import FIELD
from app.scans.page import Page, draw
from app.scans.terms import ScanTerms

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_NEEDS_PASSWORD = 4  # FPDF_ERR_PASSWORD of pdfium's public header fpdfview.h


def count(content: bytes) -> int:
    """How many pages it has; raises BadInput `locked_pdf` or `broken_pdf`."""
    with _opened(content) as document:
        return len(document)


def pages(content: bytes, terms: ScanTerms) -> Iterator[Page]:
    """Each page drawn anew, without forms."""
    with _opened(content) as document:
        for number in range(len(document)):
            page = document[number]
            try:
                yield _page(page, terms)
            finally:
                page.close()


def _page(page: PdfPage, terms: ScanTerms) -> Page:
    longest = max(page.get_size())
    if longest < 1:
        raise broken_pdf()
    scale = min(terms.finest_scale, terms.longest_side / longest)
    bitmap = page.render(scale=scale, may_draw_forms=False)
    try:
        return draw(bitmap.to_pil(), terms)
    finally:
        bitmap.close()


@contextmanager
def _opened(content: bytes) -> Iterator[PdfDocument]:
    import pypdfium2  # only once a file is taken in: it would slow down every start

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        # pdfium's last error may be that of an earlier file: an encrypted one also says so itself.
        locked = fault.err_code == _NEEDS_PASSWORD and b"/Encrypt" in content
        raise _locked() if locked else broken_pdf() from None
    try:
        yield document
    finally:
        document.close()


def _locked() -> BadInput:
    return BadInput(
        "locked_pdf",
        "That PDF needs a password. Print it to a new PDF without one, then attach that.",
        FIELD,
    )


def broken_pdf() -> BadInput:
    """Bytes that begin like a PDF and cannot be read as one."""
    return BadInput(
        "broken_pdf", "That PDF cannot be read. Ask for it again, or scan the paper.", FIELD
    )
