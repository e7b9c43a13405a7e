"""The expected leaving date of a case: shown among the answers, changed where it stands (H2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.casefile import CaseFile
from ui.language import tr
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit
from ui.widgets.layout import Column
from ui.widgets.typed import Beside, Typed

LEAVING, HINT = tr("Leaves the UK"), tr("14/7/26 or Unknown")
CHANGE = tr("Change the leaving date")


class LeavingField(QWidget):
    """`changed(text)` once another day was typed; the field stands open while nobody answered.

    `change` unfolds it: whoever shows this part puts that button where there is room.
    """

    changed = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.field = Field(LEAVING, DateEdit(today, placeholder=HINT))
        self.input = self.field.input
        self.change = Button(CHANGE, kind="text", icon="pencil", small=True, scale="small")
        self.change.clicked.connect(lambda: self._unfold(self.isHidden()))
        self.input.editingFinished.connect(self._leave)
        self._typed = Typed(
            *(self, "leaving"),
            read=self._standing,
            show=self._stand,
            beside=Beside(LEAVING, lambda: self._shown),
        )
        Column(self).addWidget(self.field)
        self.hide()

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing of the last is left."""
        self._typed.follow(registration_id)
        self._shown = ""
        self.input.clear()
        self.hide()

    def show_case(self, case: CaseFile) -> None:
        """The case after an act; a day that is being typed stays."""
        shown = case.leaving
        if shown != self._shown and not self.input.hasFocus():
            self.input.show_said(shown)
        self._shown = shown
        self.field.set_error("")
        if not shown:
            self.show()
        self._typed.arrive()

    def show_wrong(self, words: str) -> QWidget:
        """Say a refusal beside the field, in view; returns where to go."""
        self.show()
        self.field.set_error(words)
        return self.input

    def problem(self) -> str:
        """The error shown, or an empty text."""
        return self.field.problem()

    def _unfold(self, shown: bool) -> None:
        self.setVisible(shown)
        if shown:
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self.input.selectAll()

    def _standing(self) -> str | None:
        text = self.input.said().strip()
        return None if text in ("", self._shown) else self.input.text()

    def _stand(self, text: str) -> None:
        self.show()
        self.input.setText(text)

    def _leave(self) -> None:
        text = self.input.said().strip()
        if text and text != self._shown:
            self.changed.emit(text)
