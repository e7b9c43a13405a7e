"""White cards on the grey page, the outcome band and its steps.

card = Card("Parked at this desk", note="2 of 5")
card.body.addWidget(row)
card.head.addWidget(Button("Show all 3", kind="text", scale="small", small=True))
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Scale, current
from ui.widgets import paint
from ui.widgets.layout import Column, Icon, Label, Margins, Row

CARD: Margins = (24, 20, 24, 20)
SIDE: Margins = (20, 18, 20, 18)
_BAR = 5


class Card(QWidget):
    """A rounded surface with a head (title, note) and a body column.

    `bar` draws the blue bar that marks the open question; `ground="tint"` makes an explanation
    panel. `head` takes more widgets on the right; `body` takes the contents.
    """

    def __init__(
        self,
        title: str = "",
        *,
        note: str = "",
        icon: str = "",
        scale: Scale = "title",
        quiet: bool = False,
        bar: bool = False,
        ground: str = "surface",
        margins: Margins = CARD,
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar, self._ground = bar, ground
        whole = Column(self, gap=gap, margins=margins)
        self.head = Row(gap=10)
        self.title = Label(
            title, scale=scale, weight="strong", role="text2" if quiet else "text", wrap=True
        )
        self.note = Label(note, scale="small", role="text2")
        self.body = Column(gap=gap)
        if icon:
            self.head.addWidget(Icon(icon, role="action"))
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.note)
        if title or note:
            whole.addLayout(self.head)
        else:
            self.title.setParent(self)
            self.note.setParent(self)
            self.title.hide()
        self.note.setVisible(bool(note))
        whole.addLayout(self.body)
        if title:
            self.setAccessibleName(title)

    def set_title(self, text: str) -> None:
        """Other words at the head, for a card made with a title."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_note(self, text: str) -> None:
        """Other words at the right of the head."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, hairline, bar."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("card")
        plain = self._ground == "surface" or theme.high_contrast
        edge = theme.colour("hairline") if plain else None
        body = QRectF(self.rect())
        paint.rounded(painter, body, radius, theme.colour(self._ground), edge, theme.line)
        if self._bar:
            paint.clip_rounded(painter, body, radius)
            painter.fillRect(QRectF(0, 0, theme.px(_BAR), self.height()), theme.colour("action"))
        painter.end()
