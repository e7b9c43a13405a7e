"""Pages of a kept PDF as pictures, drawn in a lane and never in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import Known
from app.documents.told import told
from app.documents.web_page import web_page
from app.services import filing
from app.services.desk import Desk
from ui.language import tr
from ui.work import Runner

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

A4_POINTS = 595.0  # the width of our letters
MOST_PAGES = 20
PRINTED_DOTS = 200  # to the inch: letters are crisp, and twenty pages fit in memory
_FOUR_BYTES = 3  # FPDFBitmap_BGRx of pdfium's public header fpdfview.h


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: bytes in the order blue, green, red, unused; four to a pixel."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Pages:
    """A document drawn so wide in pixels."""

    title: str
    width: int
    pictures: tuple[Picture, ...]


class PdfModel(QObject):
    """Opens a kept PDF, or shows one just made, at any width; saves it, or draws it for a printer.

    Reading is the records' lane, drawing the papers' lane; both may be the same. What leaves the
    store is audited where it is a kept document.
    """

    drawn = Signal(object)  # Pages
    printable = Signal(object)  # Pages, as fine as a printer wants them
    saved = Signal(str)  # where
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk | None,
        records: Runner,
        papers: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._records, self._papers = desk, records, papers
        self._title, self._pdf, self._width, self._file_id = "", b"", 0, ""

    @property
    def file_name(self) -> str:
        """What to call a copy: titles name documents, never people."""
        return f"{self._title}.pdf"

    @property
    def page_name(self) -> str:
        """What to call its page for a browser."""
        return f"{self._title}.html"

    def open(self, title: str, file_id: str, width: int) -> None:
        """Read a kept PDF and draw it; that it was opened is audited.

        Raises RuntimeError where there is no desk to keep any.
        """
        if self._desk is None:
            raise RuntimeError("no desk is open")
        self._records.run(
            partial(filing.document, self._desk, file_id),
            lambda pdf: self.show(title, pdf, width, file_id),
            self._refuse,
        )

    def show(self, title: str, pdf: bytes, width: int, file_id: str = "") -> None:
        """Draw a PDF at hand; `file_id` where it is kept."""
        self._title, self._pdf, self._file_id = title, pdf, file_id
        self.draw(width)

    def save(self, path: str) -> None:
        """Write a copy where the person says: whole, or not at all."""
        pdf = self._pdf
        self._keep(path, lambda: pdf)

    def save_page(self, path: str) -> None:
        """Write its page for a browser there, with the same words; whole, or not at all."""
        pdf = self._pdf
        self._keep(path, lambda: web_page(told(pdf)).encode())

    def draw_for_printer(self) -> None:
        """The pages as fine as paper shows them."""
        title, pdf = self._title, self._pdf
        width = round(A4_POINTS / 72 * PRINTED_DOTS)
        self._papers.run(
            lambda: Pages(title, width, pictures_of(pdf, width)),
            self.printable.emit,
            self._refuse,
        )

    def was_printed(self) -> None:
        """The printer has taken it."""
        self._note("printed")

    def was_saved(self, path: str) -> None:
        """A copy lies in a folder."""
        self._note("saved")
        self.saved.emit(path)

    def draw(self, width: int) -> None:
        """Draw the same document so many pixels wide."""
        self._width = width
        if self._pdf:
            title, pdf = self._title, self._pdf
            self._papers.run(
                lambda: Pages(title, width, pictures_of(pdf, width)), self._drawn, self._refuse
            )

    def close(self) -> None:
        """Let the document go: nothing of it stays on screen."""
        self._title, self._pdf, self._width, self._file_id = "", b"", 0, ""

    def _keep(self, path: str, made: Callable[[], bytes]) -> None:
        self._papers.run(
            lambda: _write(Path(path), made()), lambda _: self.was_saved(path), self._refuse
        )

    def _note(self, how: str) -> None:
        if self._desk is not None and self._file_id and self._desk.may(Act.VIEW_ESTIMATE):
            job = partial(filing.copied, self._desk, self._file_id, how)
            self._records.run(job, lambda _: None, self._refuse)

    def _drawn(self, pages: Pages) -> None:
        if self._pdf and pages.width == self._width and pages.title == self._title:
            self.drawn.emit(pages)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def _write(path: Path, content: bytes) -> None:
    """Written aside and renamed; raises Known `unwritable`."""
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as refused:
        beside.unlink(missing_ok=True)
        raise Known(
            "unwritable",
            tr("It could not be saved there: {strerror}. Choose another folder.").format(
                strerror=refused.strerror
            ),
        ) from None


def pictures_of(pdf: bytes, width: int) -> tuple[Picture, ...]:
    """The pages as pictures; raises Known `bad_pdf` where the bytes are none."""
    import pypdfium2  # only once a letter is looked at: it would slow down every start

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise Known(
            "bad_pdf", tr("This letter cannot be shown. Make it again from the case.")
        ) from None
    try:
        count = min(len(document), MOST_PAGES)
        return tuple(_picture(document[number], width) for number in range(count))
    finally:
        document.close()


def _picture(page: PdfPage, width: int) -> Picture:
    bitmap = page.render(scale=width / page.get_width(), force_bitmap_format=_FOUR_BYTES)
    try:
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
