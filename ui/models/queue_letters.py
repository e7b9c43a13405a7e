"""Letters for several cases: gathered one case at a time, printed one letter at a time.

Between two of them it can be stopped; what was done stays whole, and the rest is not begun.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.services import filing, queue_letters
from app.services.desk import Desk
from app.services.queue_letters import OfCase, Paper
from ui.changes import Changes
from ui.models.lane_model import LaneModel
from ui.models.pdf import A4_POINTS, PRINTED_DOTS, Pages, PdfModel, pictures_of
from ui.work import Runner

ASK, PRINT = "ask", "print"
_SERVICES: dict[str, Callable[[Desk, str], OfCase]] = {
    ASK: queue_letters.ask_for_document,
    PRINT: queue_letters.letters_to_print,
}


class QueueLetters(LaneModel):
    """`gather(ASK, cases)` writes a request for each, `gather(PRINT, cases)` finds what waits."""

    progress = Signal(int, int)  # so many of so many cases, or letters
    gathered = Signal(object)  # tuple[OfCase, ...]: as far as it came
    printable = Signal(object)  # Pages of one letter
    printed = Signal(int)  # how many letters the printer took
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
        self._papers_lane = papers
        self._stopped = False
        self._found: list[OfCase] = []
        self._left: list[str] = []
        self._to_print: list[Paper] = []
        self._all = 0

    def reader(self) -> PdfModel:
        """What shows one letter on the screen, as it will be printed."""
        return PdfModel(self._desk, self._lane, self._papers_lane)

    def gather(self, what: str, cases: tuple[str, ...]) -> None:
        """Begin; a second call before it ends is not taken."""
        if self._left or not cases:
            return
        self._stopped, self._found, self._left = False, [], list(cases)
        self._all = len(cases)
        self.progress.emit(0, self._all)
        self._gather_next(_SERVICES[what])

    def stop(self) -> None:
        """Do no more than is being done."""
        self._stopped = True

    def draw(self, papers: tuple[Paper, ...]) -> None:
        """Begin to draw letters for a printer, one after another: see `took`."""
        self._stopped, self._to_print, self._all = False, list(papers), len(papers)
        self.progress.emit(0, self._all)
        self._draw_next()

    def took(self, *, saved: bool) -> None:
        """The printer, or a file, has the letter: note that in the audit, and draw the next."""
        paper, how = self._to_print.pop(0), "saved" if saved else "printed"
        job = partial(filing.copied, self._desk, paper.file_id, how)
        self._lane.run(job, lambda _: None, self.refused.emit)
        self.progress.emit(self._all - len(self._to_print), self._all)
        self._draw_next()

    def give_up(self) -> None:
        """The printer takes no more."""
        self._to_print.clear()

    def _gather_next(self, service: Callable[[Desk, str], OfCase]) -> None:
        if self._stopped or not self._left:
            self._left.clear()
            self.gathered.emit(tuple(self._found))
            self._changes.changed.emit()
            return

        def keep(found: OfCase) -> None:
            self._found.append(found)
            self._left.pop(0)
            self.progress.emit(len(self._found), self._all)
            self._gather_next(service)

        def refuse(known: Known) -> None:
            self.refused.emit(known)
            self._stopped = True
            self._gather_next(service)

        self._lane.run(partial(service, self._desk, self._left[0]), keep, refuse)

    def _draw_next(self) -> None:
        if self._stopped or not self._to_print:
            self.printed.emit(self._all - len(self._to_print))
            self._to_print.clear()
            return
        pdf = self._to_print[0].pdf
        width = round(A4_POINTS / 72 * PRINTED_DOTS)
        self._papers_lane.run(
            lambda: Pages("", width, pictures_of(pdf, width)),
            self.printable.emit,
            self.refused.emit,
        )
