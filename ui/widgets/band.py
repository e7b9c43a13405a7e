"""The outcome: a band with an icon, a title and the line that is always first, then the steps.

Band("team_will_call", "Team will call", "Book in as normal.")
StepsCard([("phone", "The overseas visitor team will speak to this patient.", None),
           ("file-text", "Give leaflet B.", print_button)])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.layout import Column, Icon, Label, Row, Rule, clear

Outcome = Literal[
    "no_follow_up", "show_document", "team_will_call", "free_service", "ask_later", "treat_first"
]


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str
    ground: str
    edge: str
    disc: str
    drawing: str
    title: str
    figure: str = "text"


_LOOKS: dict[str, _Look] = {
    "no_follow_up": _Look(
        "circle-check", "success_tint", "success", "success", "surface", "success"
    ),
    "free_service": _Look(
        "circle-check", "success_tint", "success", "success", "surface", "success"
    ),
    "show_document": _Look("id", "tint", "action", "action", "on_action", "action"),
    "team_will_call": _Look("flag", "warn_tint", "warn_fill", "warn_fill", "on_warn", "warn_text"),
    "ask_later": _Look("clock", "grey_tint", "edge", "text2", "surface", "text2"),
    "treat_first": _Look(
        "stethoscope", "treat", "treat_edge", "on_treat", "treat", "on_treat", "on_treat"
    ),
}


class Band(QWidget):
    """What happens now, told by icon, word and colour together; never a verdict about money."""

    def __init__(
        self,
        outcome: Outcome,
        title: str,
        figure: str,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outcome: Outcome = outcome
        self._compact = compact
        look = _LOOKS[outcome]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.title = Label(
            title, scale="body" if compact else "title", weight="strong", role=look.title, wrap=True
        )
        self.figure = Label(
            figure,
            scale="small" if compact else "figure",
            weight="text" if compact else "strong",
            role=look.figure,
            wrap=True,
        )
        left, edge = (48, 10) if compact else (120, 34)
        Column(self, margins=(left, edge, 16 if compact else 32, edge)).holding(
            self.title, self.figure
        )
        self.setAccessibleName(aloud(f"{title}. {figure}"))

    def text(self) -> str:
        """Both lines, as read out: `Book in as normal. Team will call`."""
        return f"{self.figure.text()} {self.title.text()}"

    def show_outcome(
        self, outcome: Outcome, title: str, figure: str, steps: Sequence[str] = ()
    ) -> None:
        """Another outcome; it is announced with what is to be done, at once for Treat first."""
        look = _LOOKS[outcome]
        self._outcome = outcome
        self.title.setText(title)
        self.title.set_role(look.title)
        self.figure.setText(figure)
        self.figure.set_role(look.figure)
        self.setAccessibleName(aloud(f"{title}. {figure}"))
        told = f"{self.text()}. {' '.join(steps)}" if steps else self.text()
        announce(self, told, assertive=outcome == "treat_first")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, edge and the icon in its disc."""
        theme = current()
        look = _LOOKS[self._outcome]
        painter = paint.begin(self)
        paint.rounded(
            painter,
            self.rect(),
            theme.radius("band"),
            theme.colour(look.ground),
            theme.colour(look.edge),
            theme.line,
        )
        if self._compact:
            spot = paint.mirrored(self, QRect(theme.px(14), 0, theme.px(24), self.height()))
            paint.draw_icon(painter, theme.pixmap(look.icon, role=look.figure, size=24), spot)
        else:
            side = theme.px(64)
            disc = QRect(theme.px(32), (self.height() - side) // 2, side, side)
            disc = paint.mirrored(self, disc)
            paint.rounded(painter, QRectF(disc), side / 2, theme.colour(look.disc), None)
            paint.draw_icon(painter, theme.pixmap(look.icon, role=look.drawing, size=32), disc)
        painter.end()


class StepsCard(Card):
    """What to do next, one step a line: an icon, a sentence, sometimes a button."""

    def __init__(self, steps: Sequence[tuple[str, str, QWidget | None]] = ()) -> None:
        super().__init__(margins=(32, 6, 40, 6), gap=0)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[tuple[str, str, QWidget | None]]) -> None:
        """Other steps: (icon, sentence, button or None)."""
        clear(self.body)
        for place, (icon, words, button) in enumerate(steps):
            if place:
                indented = Row(margins=(42, 0, 0, 0))
                indented.addWidget(Rule())
                self.body.addLayout(indented)
            line = Row(gap=18, margins=(0, 18, 0, 18))
            line.addWidget(Icon(icon, size=24))
            line.addWidget(Label(words, scale="title", weight="text", wrap=True), 1)
            if button is not None:
                line.addWidget(button)
            self.body.addLayout(line)
