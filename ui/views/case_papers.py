"""The papers of a case as they are read: drafts, what was issued, letters and printed forms."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.services.casefile import EstimateLine
from app.services.estimating import IssuedEstimate
from app.services.letters import WrittenLetter
from app.services.paper import PrintedForm
from ui.language import tr
from ui.models.estimate import EstimateModel
from ui.models.letters import LettersModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.views.pdf_preview import PdfPreview

ESTIMATE_LETTER = tr("Estimate {no}")
DRAFT = tr("The letter as it would be issued")
DRAFT_NOTE = tr("Not issued yet. Close it to go on.")
NOT_WRITTEN = tr("Not written yet, and not kept. Close it to go on.")
KEPT = tr("Written, and kept with the case. Say under Letters when it has gone out.")
BY_HAND = tr(
    "Written, and kept with the case. Nothing may be posted to this patient: hand it over."
)


class CasePapers(QObject):
    """`opened()` when the preview holds a paper to be read."""

    opened = Signal()

    def __init__(
        self,
        pdf: PdfModel,
        estimate: EstimateModel,
        letters: LettersModel,
        paper: PaperModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.letter = PdfPreview(pdf)
        estimate.issued.connect(self._show_issued)
        estimate.drafted.connect(self._show_draft)
        letters.seen.connect(self._show_seen)
        letters.written.connect(self._show_written)
        paper.printed.connect(self._show_form)

    def read_estimate(self, line: EstimateLine) -> None:
        """An estimate that was given out."""
        self.read(ESTIMATE_LETTER.format(no=line.no), line.file_id)

    def read(self, title: str, file_id: str) -> None:
        """A paper kept with the case."""
        self.opened.emit()
        self.letter.open(title, file_id)

    def _show_issued(self, issued: IssuedEstimate) -> None:
        self.opened.emit()
        self.letter.show_pdf(
            ESTIMATE_LETTER.format(no=issued.estimate_no),
            issued.pdf,
            tr("Issued. Total {issued_total}, kept with the case.").format(
                issued_total=issued.total
            ),
            file_id=issued.file_id,
        )

    def _show_draft(self, pdf: bytes) -> None:
        self.opened.emit()
        self.letter.show_pdf(DRAFT, pdf, DRAFT_NOTE, draft=True)

    def _show_written(self, title: str, written: WrittenLetter) -> None:
        self.opened.emit()
        after = BY_HAND if written.by_hand else KEPT
        self.letter.show_pdf(title, written.pdf, after, file_id=written.file_id)

    def _show_seen(self, title: str, pdf: bytes) -> None:
        self.opened.emit()
        self.letter.show_pdf(title, pdf, NOT_WRITTEN, draft=True)

    def _show_form(self, printed: PrintedForm) -> None:
        self.opened.emit()
        self.letter.show_form(printed)
