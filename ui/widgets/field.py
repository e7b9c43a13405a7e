"""A label above, an error between label and field, and the field: one part of a form.

name = Field("Family names, as on the document", LineEdit())
name.input.text()
name.set_error("Enter the family name")          # "" takes it away
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.layout import Column, Icon, Label, Row

W = TypeVar("W", bound=QWidget)


class Field(QWidget, Generic[W]):
    """The label is the field's buddy (Alt and its letter jump there) and accessible name."""

    def __init__(
        self, label: str, field: W, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.input = field
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.label = Label(label, scale="small", weight="strong", wrap=True)
        self.label.setBuddy(field)
        self.hint = Label(hint, scale="small", role="text2", wrap=True)
        self.error = Label("", scale="small", weight="strong", role="error", wrap=True)
        self._problem = QWidget()
        line = Row(self._problem, gap=4)
        line.addWidget(Icon("alert-circle", role="error", size=16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.error, 1)
        self._problem.hide()
        column = Column(self, gap=3)
        column.holding(self.label, self.hint, self._problem, field)
        self.hint.setVisible(bool(hint))  # in its column: alone it would flash up as a window
        self._plain = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        field.setAccessibleName(self._plain)
        self.setFocusProxy(field)

    def set_error(self, words: str) -> None:
        """Say what to do, in the same words as the summary; an empty text takes it away."""
        if words == self.error.text():
            return
        self.error.setText(words)
        self._problem.setVisible(bool(words))
        self.input.setProperty("wrong", "true" if words else "false")
        self.input.setAccessibleDescription(words)
        style = self.input.style()
        style.unpolish(self.input)
        style.polish(self.input)
        self.updateGeometry()

    def problem(self) -> str:
        """The error shown, or an empty text."""
        return self.error.text()
