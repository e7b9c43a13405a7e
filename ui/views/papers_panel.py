"""The papers of a registration, for the desk and for the officer: looked at, added, taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.errors import Known
from app.services.documents import PaperShown
from app.services.paper_lines import EvidenceLine
from app.services.reading_files import Scan
from ui.language import told, tr
from ui.models.documents import DocumentsModel
from ui.views.copy_removal import CopyRemoval
from ui.views.evidence_form import EvidenceForm
from ui.views.evidence_viewer import EvidenceViewer
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.scroll import Scroll

NONE_YET = tr("Nothing was shown yet. No document is compulsory; ask, and note what was offered.")
ADD_ANOTHER = tr("Add another paper")
NOTED, ATTACHED, REMOVED = (
    *(tr("Paper noted."), tr("Copy kept.")),
    tr("The copy is out. The details stay."),
)


class PapersPanel(QWidget):
    """The viewer where there are papers, the form where there are none; never both at once.

    `weighed(evidence_id, relied_on)` is the officer's. `changed()` after anything was kept.
    """

    weighed = Signal(str, bool)
    changed = Signal()

    def __init__(
        self,
        model: DocumentsModel,
        today: Callable[[], date],
        *,
        officer: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._lines: tuple[EvidenceLine, ...] = ()
        self._newest, self._loaded = "", False
        self._for = ""  # the paper that a file being drawn belongs to; empty: the form's
        self._new_from = 1  # the first of its pages that this file brings
        self.nothing = QWidget()
        self.viewer = EvidenceViewer(officer=officer)
        self.form = EvidenceForm(today, officer=officer)
        self.removal = CopyRemoval()
        self.another = Button(ADD_ANOTHER, icon="plus")
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.problem.hide()
        self.foot = QWidget()
        self.feet = Flow(self.foot, gap=(10, 6))
        self.feet.addWidget(self.another)
        self._parts: dict[QWidget, QWidget] = {
            self.viewer: self.viewer,
            self.form: self._adding(),
            self.removal: self.removal,
        }
        inside = QWidget()
        column = Column(inside, gap=8, margins=(0, 0, 6, 4))
        column.addWidget(self.problem)
        for part in self._parts.values():
            column.addWidget(part, 1)
        column.addWidget(self.foot)
        Column(self).addWidget(Scroll(inside))
        self._wire()
        self._show_part(self.form)

    # What is shown

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """The papers as they stand now."""
        had = {line.evidence_id for line in self._lines}
        self._lines = tuple(lines)
        self._newest = next((one.evidence_id for one in lines if one.evidence_id not in had), "")
        self.nothing.setVisible(not lines)
        self.form.go_back.setVisible(bool(lines))
        self._feed()
        if not lines:
            self._show_part(self.form)
        elif not had:
            self._show_part(self.viewer)

    def open(self, evidence_id: str) -> None:
        """Show a paper, such as the one beside an answer."""
        self._show_part(self.viewer)
        self.viewer.open(evidence_id)
        self.viewer.take_focus()

    def forget(self, then: str = "") -> None:
        """Nobody is open, or `then` is: a paper half noted stays with its registration."""
        self._lines = ()
        self.viewer.forget()
        self.form.begin(then)
        self.problem.hide()
        self._show_part(self.form)

    def refuse(self, known: Known) -> None:
        """Say a refusal where it belongs: by the file, by its field, or above all."""
        if known.field == "file" or known.code == "stopped":
            box = self.viewer.copy if self._for else self.form.copy
            box.refuse("" if known.code == "stopped" else told(known))
        elif not (self._shows(self.form) and self.form.refuse(known)):
            self.problem.setText(told(known))
            self.problem.show()
            if self.isVisible():
                announce(self, told(known), assertive=True)

    def take_focus(self) -> None:
        """The first thing to do here."""
        if self._shows(self.viewer):
            self.viewer.take_focus()
        elif self._shows(self.form):
            self.form.take_focus()

    def close_part(self) -> bool:
        """Esc: from the form or the question back to the papers; True when there was one."""
        if self._shows(self.viewer) or not self._lines:
            return False
        self._back()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """No page stays in a widget that nobody sees."""
        super().hideEvent(event)
        self.viewer.stage.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """The page that was open is read again; what can be chosen, once."""
        super().showEvent(event)
        if not self._loaded:
            self._loaded = True
            self._model.load_lists()
        self._feed()

    # Within

    def _feed(self) -> None:
        if self.isVisible() and self._lines:
            self.viewer.show_lines(self._lines)

    def _shows(self, part: QWidget) -> bool:
        return not self._parts[part].isHidden()

    def _show_part(self, part: QWidget) -> None:
        now = QApplication.focusWidget()
        was_here = now is not None and any(
            one is not part and page.isAncestorOf(now) for one, page in self._parts.items()
        )
        for one, page in self._parts.items():
            page.setVisible(one is part)
        if was_here:  # Qt would hand the keys to whatever comes next in the window
            self.take_focus()
        self.another.setVisible(part is self.viewer)
        self.foot.setVisible(part is not self.removal)
        self.problem.hide()

    def _add_another(self) -> None:
        self._show_part(self.form)
        self.form.take_focus()

    def _ask_removal(self, line: EvidenceLine) -> None:
        self._show_part(self.removal)
        self.removal.ask(line)

    def _back(self) -> None:
        self._model.cancel()
        self._show_part(self.viewer)
        self.viewer.take_focus()

    def _draw_for_form(self, path: str) -> None:
        self._for = ""
        self._model.draw_file(path)

    def _paste_for_form(self, image: QImage) -> None:
        self._for = ""
        self._model.draw_image(image)

    def _draw_for_paper(self, path: str) -> None:
        self._for = self._open_one()
        self._model.draw_file(path)

    def _paste_for_paper(self, image: QImage) -> None:
        self._for = self._open_one()
        self._model.draw_image(image)

    def _open_one(self) -> str:
        line = self.viewer.line()
        return line.evidence_id if line is not None else ""

    def _show_progress(self, done: int, count: int) -> None:
        box = self.viewer.copy if self._for else self.form.copy
        box.show_progress(done, count)

    def _take_scan(self, scan: Scan) -> None:
        if self._for:
            here = [one.pages for one in self._lines if one.evidence_id == self._for]
            self._new_from = sum(here) + 1
            self._model.attach(self._for, scan)
        else:
            self.form.show_scan(scan)

    def _note(self, paper: PaperShown, scan: Scan | None) -> None:
        self._model.note(paper, scan)

    def _was_noted(self) -> None:
        self.form.added()
        self._show_part(self.viewer)
        self.viewer.open(self._newest)
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, NOTED)
        self.changed.emit()

    def _was_attached(self, evidence_id: str) -> None:
        self.viewer.copy.ended()
        self.viewer.open(evidence_id, self._new_from)
        self.viewer.take_focus()
        announce(self, ATTACHED)
        self.changed.emit()

    def _was_removed(self, evidence_id: str) -> None:
        self._show_part(self.viewer)
        self.viewer.open(evidence_id)
        self.viewer.take_focus()
        announce(self, REMOVED)
        self.changed.emit()

    def _adding(self) -> QWidget:
        line = Row(self.nothing, gap=10)
        line.addWidget(Icon("info-circle", role="text2"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(NONE_YET, role="text2", wrap=True), 1)
        adding = QWidget()
        Column(adding, gap=14).holding(self.nothing, self.form, None)
        return adding

    def _wire(self) -> None:
        model, viewer, form = self._model, self.viewer, self.form
        model.listed.connect(self.show_lines)
        model.kinds_read.connect(form.set_kinds)
        model.reasons_read.connect(self.removal.set_reasons)
        model.page_read.connect(viewer.show_page)
        model.number_told.connect(viewer.show_number)
        model.progressed.connect(self._show_progress)
        model.drawn.connect(self._take_scan)
        model.noted.connect(self._was_noted)
        model.attached.connect(self._was_attached)
        model.removed.connect(self._was_removed)
        model.refused.connect(self.refuse)
        viewer.page_wanted.connect(model.see)
        viewer.number_wanted.connect(model.tell_number)
        viewer.weighed.connect(self.weighed)
        viewer.come.connect(model.has_come)
        viewer.removal_wanted.connect(self._ask_removal)
        viewer.copy.file_chosen.connect(self._draw_for_paper)
        viewer.copy.image_pasted.connect(self._paste_for_paper)
        viewer.copy.cancelled.connect(model.cancel)
        form.copy.file_chosen.connect(self._draw_for_form)
        form.copy.image_pasted.connect(self._paste_for_form)
        form.copy.cancelled.connect(model.cancel)
        form.filled.connect(self._note)
        form.back.connect(self._back)
        self.removal.confirmed.connect(model.remove_copy)
        self.removal.kept.connect(self._back)
        self.another.clicked.connect(self._add_another)
