"""A label above, an error between label and field, and the field: one part of a form.

With `beside` the label stands before the field, and an error under both.

name = Field("Family names, as on the document", LineEdit())
name.input.text()
name.set_error("Enter the family name")          # "" takes it away
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6 import QtCore
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.language import spoken
from ui.started import once_seen
from ui.widgets.layout import Column, Icon, Label, Row

W = TypeVar("W", bound=QWidget)


class Field(QWidget, Generic[W]):
    """The label is the field's buddy (Alt and its letter jump there) and accessible name."""

    def __init__(
        self,
        label: str,
        field: W,
        *,
        hint: str = "",
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.input = field
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.label = Label(label, scale="small", weight="strong", wrap=not beside)
        self.label.setBuddy(field)
        self._hint: Label | None = None  # few fields have one
        self._problem: _Problem | None = None  # few fields are ever wrong
        self._column = Column(self, gap=3)
        if not beside:
            once_seen(self._stand_low)
        if beside:
            row = Row(gap=10).holding(self.label)
            row.addWidget(field, 1)
            self._column.holding(row)
        else:
            self._column.holding(self.label, field)
        if hint:
            self.set_hint(hint)
        self._plain = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        field.setAccessibleName(self._plain)
        self.setFocusProxy(field)

    def set_hint(self, words: str) -> None:
        """Words under the label that say how to fill it in; an empty text takes them away."""
        if self._hint is None:
            self._hint = Label("", scale="small", role="text2", wrap=True)
            self._column.insertWidget(1, self._hint)
            once_seen(self._stand_low)
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    @property
    def error(self) -> Label:
        """The words of the problem."""
        return self._made_problem().words

    def set_error(self, words: str) -> None:
        """Say what to do, in the same words as the summary; an empty text takes it away."""
        words = spoken(words)
        if words == self.problem():
            return
        problem = self._made_problem()
        problem.words.setText(words)
        problem.setVisible(bool(words))
        self.input.setProperty("wrong", "true" if words else "false")
        self.input.setAccessibleDescription(aloud(words))
        style = self.input.style()
        style.unpolish(self.input)
        style.polish(self.input)
        self.updateGeometry()

    def problem(self) -> str:
        """The error shown, or an empty text."""
        return "" if self._problem is None else self._problem.words.text()

    def _stand_low(self) -> None:
        """Beside a higher field the words stand over their own, not half way up."""
        for label in (self.label, self._hint):
            if label is not None:
                side = label.alignment() & ~QtCore.Qt.AlignmentFlag.AlignVertical_Mask
                label.setAlignment(side | QtCore.Qt.AlignmentFlag.AlignBottom)

    def _made_problem(self) -> _Problem:
        if self._problem is None:
            self._problem = _Problem()
            self._column.insertWidget(self._column.indexOf(self.input), self._problem)
        return self._problem


class _Problem(QWidget):
    """What is wrong and what to do, between label and field."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", scale="small", weight="strong", role="error", wrap=True)
        line = Row(self, gap=4)
        top = QtCore.Qt.AlignmentFlag.AlignTop
        line.addWidget(Icon("alert-circle", role="error", size=16), 0, top)
        line.addWidget(self.words, 1)
        self.hide()
