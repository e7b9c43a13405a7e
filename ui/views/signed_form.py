"""The copy of a signed form: attached here, or one of the copies the case has already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.services.reading_files import Scan
from ui.language import told, tr
from ui.models.documents import DocumentsModel
from ui.widgets.announce import announce
from ui.widgets.attach import AttachBox
from ui.widgets.field import Field
from ui.widgets.inputs import Choice
from ui.widgets.layout import Column, Label

TITLE = tr("Copy of the signed form")
WHY = tr("It is kept with the case.")
AMONG, NONE_CHOSEN = tr("Or one that the case has already"), tr("None chosen")
READY_ONE, READY = tr("1 page ready to keep."), tr("{count} pages ready to keep.")


class SignedForm(QWidget):
    """`value()` is what was attached, else the paper chosen; nothing is kept before Save."""

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._scan: Scan | None = None
        self.copy = AttachBox()
        self.ready = Label("", weight="strong", wrap=True)
        self.among = Field(AMONG, Choice(placeholder=NONE_CHOSEN))
        self.setAcceptDrops(True)
        Column(self, gap=8).holding(
            Label(TITLE, scale="small", weight="strong", wrap=True),
            Label(WHY, scale="small", role="text2", wrap=True),
            *(self.copy, self.ready, self.among),
        )
        self.ready.hide()
        self.copy.attach.setAccessibleName(f"{TITLE}. {self.copy.attach.accessibleName()}")
        self.copy.file_chosen.connect(model.draw_file)
        self.copy.image_pasted.connect(model.draw_image)
        self.copy.cancelled.connect(model.cancel)
        model.progressed.connect(self.copy.show_progress)
        model.drawn.connect(self._take)
        model.refused.connect(self._refuse)

    def ask(self, about: str, copies: Sequence[tuple[str, str]]) -> None:
        """For a case: nothing is attached yet; `copies` are its papers with a copy, id and words.

        `about` tells one case from another, so that a file drawn late goes to none but its own.
        """
        self._model.open(about)
        self._scan = None
        self.ready.hide()
        self.copy.refuse("")
        self.among.input.set_choices(list(copies))
        self.among.setVisible(bool(copies))

    def forget(self) -> None:
        """No case is open: what was drawn is let go."""
        self._model.close()
        self._scan = None

    def value(self) -> Scan | str | None:
        """The file's pages, else the id of the paper chosen, else nothing."""
        chosen = self.among.input.value()
        return self._scan or (str(chosen) if chosen else None)

    def refuse(self, words: str) -> QWidget:
        """Say what is missing; returns where to put it right."""
        self.copy.refuse(words)
        return self.copy.attach

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be let go anywhere here."""
        self.copy.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """It is attached."""
        self.copy.drop(event)

    def _take(self, scan: Scan) -> None:
        self._scan = scan
        count = len(scan.pages)
        self.copy.refuse("")
        self.ready.setText(READY_ONE if count == 1 else READY.format(count=count))
        self.ready.show()
        self.copy.attach.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.ready.text())

    def _refuse(self, known: Known) -> None:
        self.copy.refuse("" if known.code == "stopped" else told(known))
