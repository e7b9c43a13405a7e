"""A row of papers as cards: what each is, how it stands; one is open.

cards = PaperCards()
cards.show_papers([PaperOnCard(evidence_id="e-1", title="Passport", words="Not read")], "e-1")
cards.chosen.connect(open_paper)                 # evidence id
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Grid, clear

NAME = tr("Papers")
_LEAST, _HIGH, _MOST_ACROSS = 132, 50, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOnCard:
    """What a card says; `alert` draws the late clock beside its words."""

    evidence_id: str
    title: str
    words: str
    alert: bool = False


class PaperCard(QAbstractButton):
    """One paper; pressing it opens it."""

    def __init__(self, paper: PaperOnCard) -> None:
        super().__init__()
        self.paper = paper
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(paper)

    def say(self, paper: PaperOnCard) -> None:
        """How the paper stands now."""
        self.paper = paper
        self.setAccessibleName(aloud(f"{paper.title}: {paper.words}"))
        self.setToolTip(f"{paper.title}\n{paper.words}")
        self.setAccessibleDescription(aloud(paper.words))  # else readers are told the hint
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Two lines."""
        theme = current()
        lines = sum(
            paint.text_size("X", theme.font("small", weight)).height()
            for weight in ("strong", "text")
        )
        return QSize(theme.px(_LEAST), max(theme.px(_HIGH), lines + theme.px(12)))

    def minimumSizeHint(self) -> QSize:
        """The title may be cut with a mark; its hint keeps it whole."""
        return QSize(current().px(_LEAST - 40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, title, how it stands, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("control")
        open_one, contrast = self.isChecked(), theme.high_contrast
        fill = "selected" if open_one else "tint" if self.underMouse() else "surface"
        edge = "action" if open_one else "hairline"
        line = theme.px(2) if open_one else theme.line
        paint.rounded(painter, self.rect(), radius, theme.colour(fill), theme.colour(edge), line)
        inside = self.rect().adjusted(theme.px(12), theme.px(6), -theme.px(10), -theme.px(6))
        inverse = open_one and contrast
        half = inside.height() // 2
        upper, lower = inside.adjusted(0, 0, 0, -half), inside.adjusted(0, half, 0, 0)
        strong, small = theme.font("small", "strong"), theme.font("small")
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        paint.draw_text(
            painter,
            upper,
            paint.elided(self.paper.title, strong, upper.width()),
            font=strong,
            ink=theme.colour("on_action" if inverse else "text"),
            flags=lead,
        )
        ink = "on_action" if inverse else "text2"
        if self.paper.alert:
            spot = lower.adjusted(0, 0, theme.px(16) - lower.width(), 0)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                spot.moveRight(lower.right())
                lower.adjust(0, 0, -theme.px(20), 0)
            else:
                lower.adjust(theme.px(20), 0, 0, 0)
            paint.draw_icon(painter, theme.pixmap("clock", role=ink, size=16), spot)
        paint.draw_text(
            painter,
            lower,
            paint.elided(self.paper.words, small, lower.width()),
            font=small,
            ink=theme.colour(ink),
            flags=lead,
        )
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()


class PaperCards(QWidget):
    """Up to three across; one stop of Tab, arrows go from card to card."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[PaperCard] = []
        self._across = 0
        self._grid = Grid(self, gap=(8, 8))
        self.setAccessibleName(NAME)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_papers(self, papers: Sequence[PaperOnCard], open_one: str) -> None:
        """These papers, one of them open; the same ones are only told anew."""
        if [card.paper.evidence_id for card in self.cards] != [one.evidence_id for one in papers]:
            self._make(papers)
        for card, paper in zip(self.cards, papers, strict=True):
            card.say(paper)
            card.setChecked(paper.evidence_id == open_one)
        self._one_stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer across where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Measure again in the current theme."""
        self._across = 0
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows open the card beside."""
        ahead = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: self._across,
            Qt.Key.Key_Up: -self._across,
        }
        here = next((place for place, one in enumerate(self.cards) if one.hasFocus()), None)
        step = next((step for key, step in steps.items() if key == event.key()), None)
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.cards):
            target = self.cards[here + step]
            target.click()
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, papers: Sequence[PaperOnCard]) -> None:
        clear(self._grid)
        self.cards = []
        for paper in papers:
            card = PaperCard(paper)
            card.clicked.connect(lambda _=False, name=paper.evidence_id: self._open(name))
            self.cards.append(card)
        self._across = 0
        self._arrange()

    def _open(self, evidence_id: str) -> None:
        self._one_stop()
        self.chosen.emit(evidence_id)

    def _one_stop(self) -> None:
        for card in self.cards:
            stop = Qt.FocusPolicy.StrongFocus if card.isChecked() else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(stop)

    def _arrange(self) -> None:
        theme = current()
        room = self.width() + theme.px(8)
        across = max(1, min(_MOST_ACROSS, room // theme.px(_LEAST + 8)))
        if across == self._across or not self.cards:
            return
        self._across = across
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(_MOST_ACROSS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
