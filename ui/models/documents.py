"""The papers of one registration: noted, copied page by page, looked at, taken out again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from app.core.errors import BadInput, Known
from app.services import documents
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.services.paper_lines import EvidenceLine
from app.services.reading_files import Scan, read_file
from ui.changes import Changes
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

T = TypeVar("T")
Source = Callable[[], bytes]
MOST_PAGES_HELD = 3  # decoded, 14 MB each at the most
NO_SUCH_FILE = tr("That file could not be read. Choose it again, or another.")
NOTHING_TO_PASTE = tr("There is no picture to paste. Copy one first, or choose a file.")


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page of a paper's copy, decoded."""

    evidence_id: str
    number: int
    image: QImage


class DocumentsModel(LaneModel):
    """Reads and keeps in the records' lane, draws a file's pages in the papers' lane.

    What comes late for another registration is let go (hazard H4). At most `MOST_PAGES_HELD`
    pages are held, and none once the registration is closed.
    """

    listed = Signal(object)  # tuple[EvidenceLine, ...]: asked for, or after an act
    kinds_read = Signal(object)  # ((code, words), ...)
    reasons_read = Signal(object)  # ((code, words), ...): why a copy may be taken out
    page_read = Signal(object)  # PageShown
    progressed = Signal(int, int)  # pages drawn, of how many
    drawn = Signal(object)  # Scan: a file's pages, not kept yet
    noted = Signal()
    attached = Signal(str)  # evidence_id
    removed = Signal(str)  # evidence_id
    number_told = Signal(str, str)  # evidence_id, the whole number
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        records: Runner,
        papers: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, records, changes, parent)
        self._papers = papers
        self._others: list[DocumentsModel] = []
        self._here = ""
        self._stop = Event()
        self._pages: OrderedDict[tuple[str, int], QImage] = OrderedDict()

    def another(self) -> DocumentsModel:
        """One more over the same records, for a file taken in elsewhere; it closes with this."""
        made = DocumentsModel(self._desk, self._lane, self._papers, self._changes, self)
        self._others.append(made)
        return made

    # Opening

    def open(self, registration_id: str) -> None:
        """Whose papers."""
        if registration_id != self._here:
            self.close()
            self._here = registration_id

    def load_lists(self) -> None:
        """Read what can be chosen: kinds of papers, and why a copy is taken out."""
        self._lane.run(partial(documents.kinds, self._desk), self.kinds_read.emit, self._refuse)
        self._lane.run(
            partial(documents.removal_reasons, self._desk), self.reasons_read.emit, self._refuse
        )

    def close(self) -> None:
        """Nobody is open: no page is held, and what is being drawn is let go."""
        self._stop.set()
        self._here = ""
        self._pages.clear()
        for other in self._others:
            other.close()

    def refresh(self) -> None:
        """Read the papers again."""
        if self._here:
            self._do(partial(documents.shown, self._desk, self._here), self.listed.emit)

    def held(self) -> int:
        """How many pages are in memory."""
        return len(self._pages)

    # Looking

    def see(self, evidence_id: str, number: int) -> None:
        """Show a page, counted from 1; that it was looked at is audited when it is read."""
        key = (evidence_id, number)
        if key in self._pages:
            self._pages.move_to_end(key)
            self.page_read.emit(PageShown(evidence_id, number, self._pages[key]))
            return

        def read(here: str) -> QImage:
            page = documents.page_of(self._desk, here, evidence_id, number)
            return QImage.fromData(page.content)

        def show(image: QImage) -> None:
            self._pages[key] = image
            while len(self._pages) > MOST_PAGES_HELD:
                self._pages.popitem(last=False)
            self.page_read.emit(PageShown(evidence_id, number, image))

        self._do(partial(read, self._here), show)

    def tell_number(self, evidence_id: str) -> None:
        """Ask for a paper's whole number; the asking is audited."""
        job = partial(documents.number_of, self._desk, self._here, evidence_id)
        self._do(job, lambda number: self.number_told.emit(evidence_id, number))

    # Drawing a file's pages

    def draw_file(self, path: str) -> None:
        """Draw the pages of a file; `drawn` follows, or `refused`."""
        self.draw(partial(_read, Path(path), self._desk.scans.most_bytes))

    def draw_image(self, image: QImage) -> None:
        """Draw what was pasted."""
        if image.isNull():
            self.refused.emit(BadInput("nothing_to_paste", NOTHING_TO_PASTE, "file"))
        else:
            self.draw(partial(_as_png, image))

    def draw(self, source: Source) -> None:
        """Draw the pages of whatever bytes `source` gives, in the papers' lane."""
        self._stop.set()  # of two files the later one counts
        stop = self._stop = Event()
        here = self._here

        def work() -> Scan:
            reading = partial(read_file, source(), self._desk.scans)
            return self._desk.aside.do_in_steps(
                reading, self.progressed.emit, lambda: not stop.is_set()
            )

        def show(scan: Scan) -> None:
            if here and here == self._here and not stop.is_set():
                self.drawn.emit(scan)

        def refuse(known: Known) -> None:
            if here == self._here:
                self.refused.emit(known)

        self._papers.run(work, show, refuse)

    def cancel(self) -> None:
        """Stop drawing after the page under way; nothing is kept."""
        self._stop.set()

    # Keeping

    def note(self, paper: PaperShown, scan: Scan | None = None) -> None:
        """Record a paper, with its copy where there is one: both or neither."""
        self._change(partial(documents.note, self._desk, self._here, paper, scan), self.noted.emit)

    def has_come(self, line: EvidenceLine) -> None:
        """What was promised was seen today."""
        paper = PaperShown(type_code=line.type_code)
        job = partial(documents.change, self._desk, self._here, line.evidence_id, paper)
        self._change(job, self.noted.emit)

    def attach(self, evidence_id: str, scan: Scan) -> None:
        """Keep a copy with its paper."""
        self._change(
            partial(documents.attach, self._desk, self._here, evidence_id, scan),
            partial(self.attached.emit, evidence_id),
        )

    def remove_copy(self, evidence_id: str, reason: str) -> None:
        """Take a paper's copy out for good."""

        def gone() -> None:
            for key in [one for one in self._pages if one[0] == evidence_id]:
                del self._pages[key]
            self.removed.emit(evidence_id)

        job = partial(documents.remove_copy, self._desk, self._here, evidence_id, reason)
        self._change(job, gone)

    # Within

    def _change(
        self, job: Callable[[], tuple[EvidenceLine, ...]], then: Callable[[], object]
    ) -> None:
        here = self._here

        def done(lines: tuple[EvidenceLine, ...]) -> None:
            self._changes.changed.emit()
            if here == self._here:
                self.listed.emit(lines)
                then()

        self._run_once(job, done, self._refuse)

    def _do(self, job: Callable[[], T], then: Callable[[T], object]) -> None:
        """Read for the open registration; what comes late for another is let go."""
        here = self._here

        def show(found: T) -> None:
            if here and here == self._here:
                then(found)

        self._lane.run(job, show, self._refuse)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def _read(path: Path, most_bytes: int) -> bytes:
    """At most one byte more than may be taken in, so that a huge file is never read whole."""
    try:
        with path.open("rb") as file:
            return file.read(most_bytes + 1)
    except OSError:
        raise BadInput("no_such_file", NO_SUCH_FILE, "file") from None


def _as_png(image: QImage) -> bytes:
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(out.data())
