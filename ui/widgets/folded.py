"""An answered question, folded to a line: question, answer, Change.

row = FoldedRow("Where do you normally live?", "In the UK")
row.change.clicked.connect(lambda: model.reopen("lives"))
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.layout import Icon, Label, Row
from ui.wording import CHANGE


class FoldedRow(QWidget):
    """One line where there is room; answer under question where there is not."""

    def __init__(
        self,
        question: str,
        answer: str,
        *,
        icon: str = "circle-check",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = Label(question, role="text2", wrap=True)
        self.answer = Label(answer, weight="strong", wrap=True)
        self.change = Button(CHANGE, kind="text", icon="pencil", scale="small", small=True)
        self.change.setAccessibleName(f"{CHANGE}: {question}")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.question)
        self._words.addWidget(self.answer)
        row = Row(self, gap=14, margins=(0, 7, 0, 7))
        row.addWidget(Icon(icon, role="success" if icon == "circle-check" else "text2"))
        row.addLayout(self._words, 1)
        row.addWidget(self.change)

    def show_answer(self, answer: str) -> None:
        """Another answer."""
        self.answer.setText(answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the words where the row is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < current().px(780)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._words.setDirection(down if narrow else across)
        self._words.setSpacing(0 if narrow else current().px(14))
        for place, share in enumerate((0, 0) if narrow else (57, 34)):
            self._words.setStretch(place, share)
