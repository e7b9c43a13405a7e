"""“What became of your cases”: a card for the start page of the desk.

    card = FeedbackCard(FeedbackModel(desk, lane, changes))
    column.addWidget(card)
    card.model.refresh()                     # it shows itself only while there is something

References and neutral sentences alone: no name, no money, no verdict, no ground (H1, H8).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.feedback import Feedback
from ui.language import tr
from ui.models.feedback import FeedbackModel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column, Label, Row, clear

TITLE = tr("What became of your cases")
READ = tr("Thank you, read")
MORE = tr("And {count} more.")


class FeedbackCard(Card):
    """Hidden while there is nothing to tell."""

    def __init__(self, model: FeedbackModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, icon="circle-check", scale="body", parent=parent)
        self.model = model
        self._lines = Column(gap=6)
        self.read = Button(READ, kind="text", icon="check", scale="small", small=True)
        self.body.addLayout(self._lines)
        self.body.addLayout(Row().holding(None, self.read))
        self.read.clicked.connect(self._read)
        model.told.connect(self.show_feedback)
        self.hide()

    def show_feedback(self, told: Feedback) -> None:
        """What there is to tell now."""
        clear(self._lines)
        for line in told.lines:
            words = Label(line.words, scale="small", wrap=True)
            words.setAccessibleName(f"{line.ref}: {line.words}")
            row = Row(gap=8)
            row.addWidget(Label(line.ref, scale="small", weight="strong"))
            row.addWidget(words, 1)
            self._lines.addLayout(row)
        if told.more:
            self._lines.addWidget(
                Label(MORE.format(count=told.more), scale="small", role="text2", wrap=True)
            )
        self.setVisible(bool(told.lines))

    def text(self) -> str:
        """Every line, as read out."""
        return " ".join(label.text() for label in self.findChildren(Label) if label.text())

    def _read(self) -> None:
        self.focusNextChild()
        self.model.read()
        announce(self, tr("Read and put away."))
