"""White cards on the grey page, the outcome band and its steps.

card = Card("Parked at this desk", note="2 of 5")
card.body.addWidget(row)
card.add_action(Button("Show all 3", kind="text", scale="small", small=True))
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Scale, current
from ui.widgets import paint
from ui.widgets.button import Button
from ui.widgets.layout import NONE, Column, Icon, Label, Margins, Row, is_narrow

CARD: Margins = (24, 20, 24, 20)
SIDE: Margins = (20, 18, 20, 18)
_BAR = 5
_LENT = 8  # lent by the right margin, so that text buttons with their padding line up
_TIGHT, _TIGHT_SIDE = 8, 20


class Card(QWidget):
    """A rounded surface with a head (title, note) and a body column.

    `bar` draws the blue bar that marks the open question; `ground="tint"` makes an explanation
    panel. `head` takes more widgets on the right; `body` takes the contents.
    """

    _framed = True

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
        self._margins, self._gap = margins, gap
        self._titled = title, scale, quiet
        self._whole = whole = Column(self, gap=gap)
        self.head = Row(gap=10, margins=(0, 0, _LENT, 0))
        self.body = Column(gap=gap, margins=(0, 0, _LENT, 0))
        if title or note:
            whole.addLayout(self.head)
            if icon:
                self._head_icon = Icon(icon, role="action")
                self.head.addWidget(self._head_icon)
            self.head.addWidget(self.title, 1)
            self.head.addWidget(self.note)
            self.title.show()
            self.set_note(note)
        whole.addLayout(self.body, 1)
        if title:
            self.setAccessibleName(title)
        self.restyle()

    @cached_property
    def title(self) -> Label:
        """The words at the head; most cards that are made without never have any."""
        title, scale, quiet = self._titled
        ink = "text2" if quiet else "text"
        return self._apart(Label(title, scale=scale, weight="strong", role=ink, wrap=True))

    @cached_property
    def note(self) -> Label:
        """The words at the right of the head."""
        return self._apart(Label("", scale="small", role="text2"))

    def _apart(self, label: Label) -> Label:
        """A label that stays unseen until there is a head to hold it."""
        label.setParent(self)
        label.hide()
        return label

    def add_action(self, button: Button) -> None:
        """A text button at the right of the head, its words in line with the body's edge."""
        self.head.addWidget(button)
        self.head.set_margins(NONE)

    def set_title(self, text: str) -> None:
        """Other words at the head, for a card made with a title."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def set_icon(self, name: str, role: str) -> None:
        """Another drawing at the head, for a card made with one, in the ink of a role."""
        self._head_icon.set(name, role)

    def set_note(self, text: str) -> None:
        """Other words at the right of the head."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def set_framed(self, *, framed: bool) -> None:
        """Within another card it has no frame and no margins of its own."""
        self._framed = framed
        self.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the window is known: tight or roomy."""
        super().showEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Less margin where the window is small for its text."""
        left, top, right, foot = self._margins
        tight = is_narrow(self) and self.isVisible()
        if tight:
            top, foot = min(top, _TIGHT), min(foot, _TIGHT)
            left, right = min(left, _TIGHT_SIDE), min(right, _TIGHT_SIDE)
        if not self._framed:
            left, top, right, foot = 0, 0, _LENT, 0
        for column in (self._whole, self.body):
            column.set_gap(min(self._gap, 4) if tight else self._gap)
        self._whole.set_margins((left, top, max(right - _LENT, 0), foot))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface, hairline, bar; inside of those the surface alone, as at every letter typed."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("card")
        inside = self.rect().adjusted(radius, radius, -radius, -radius).contains(event.rect())
        if inside or not self._framed:
            painter.fillRect(event.rect(), theme.colour(self._ground))
            painter.end()
            return
        plain = self._ground == "surface" or theme.high_contrast
        edge = theme.colour("hairline") if plain else None
        body = QRectF(self.rect())
        paint.rounded(painter, body, radius, theme.colour(self._ground), edge, theme.line)
        if self._bar:
            paint.clip_rounded(painter, body, radius)
            bar = paint.mirrored(self, QRect(0, 0, theme.px(_BAR), self.height()))
            painter.fillRect(bar, theme.colour("action"))
        painter.end()
