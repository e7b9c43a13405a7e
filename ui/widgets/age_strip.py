"""Debt by age as a strip of bands: each a button that says how much, and filters what is below.

    strip = AgeStrip(tr("Debt by age"))
    strip.show_bands([StripBand("0–30 days", "£48,210", 4_821_000)])
    strip.chosen.connect(model.show_band)           # the band's place, or -1 for all again

Tab leads to the strip, the arrows along it, Space and Enter choose; the one chosen chosen again
shows everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Grid

_HIGH, _LOW = 92, 44
_ONE_ROW_FROM, _THREE_FROM = 960, 480
_GAP = 10


@dataclass(frozen=True, slots=True)
class StripBand:
    """A band: its age in words, what is owed in words and in pence, and both as read out."""

    label: str
    amount: str
    pence: int
    said: str


class BandButton(QAbstractButton):
    """One band; checked while it filters."""

    stepped = Signal(int)

    def __init__(self, band: StripBand, part: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band, self._part = band, part
        self.low = False
        self.setCheckable(True)
        self.setText(band.label.replace("&", "&&"))
        self.setAccessibleName(band.said)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for both lines, or for both beside each other where it is low."""
        return QSize(self.width_for(low=self.low), current().px(_LOW if self.low else _HIGH))

    def width_for(self, *, low: bool) -> int:
        """The width at which nothing is cut, high or low."""
        theme = current()
        label = paint.text_size(self.band.label, theme.font("small", "label")).width()
        amount = paint.text_size(self.band.amount, theme.font("title", "strong")).width()
        small = paint.text_size(self.band.amount, theme.font("body", "strong")).width()
        wide = label + small + theme.px(12) if low else max(label, amount)
        return wide + theme.px(28)

    def minimumSizeHint(self) -> QSize:
        """The same: an amount is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go along the strip; Enter chooses, as Space does."""
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ahead = Qt.Key.Key_Left if leftward else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if leftward else Qt.Key.Key_Left
        steps = {ahead: 1, Qt.Key.Key_Down: 1, back: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif is_enter(event) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card: age, amount, and how much that is of the largest band."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("card")
        on = self.isChecked()
        ground = "selected" if on and not theme.high_contrast else "surface"
        edge = "action" if on else "hairline"
        width = theme.px(3 if theme.high_contrast else 2) if on else theme.line
        body = QRectF(self.rect())
        paint.rounded(painter, body, radius, theme.colour(ground), theme.colour(edge), width)
        self._write(inside=self.rect().adjusted(theme.px(14), 0, -theme.px(14), 0))
        painter.end()
        if self.hasFocus():
            painter = paint.begin(self)
            paint.ring(painter, self.rect(), radius)
            painter.end()

    def _write(self, inside: QRect) -> None:
        theme = current()
        painter = paint.begin(self)
        leading = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        trailing = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        small, ink = theme.font("small", "label"), theme.colour("text2")
        label = QRect(inside)
        amount = QRect(inside)
        if not self.low:
            label.setHeight(theme.px(38))
            amount = QRect(inside.left(), theme.px(30), inside.width(), theme.px(28))
        paint.draw_text(painter, label, self.text(), font=small, ink=ink, flags=leading)
        paint.draw_text(
            painter,
            amount,
            self.band.amount,
            font=theme.font("body" if self.low else "title", "strong"),
            ink=theme.colour("text"),
            flags=trailing if self.low else leading,
        )
        if not self.low:
            self._bar(QRectF(inside.left(), theme.px(72), inside.width(), theme.px(8)))
        painter.end()

    def _bar(self, track: QRectF) -> None:
        theme = current()
        painter = paint.begin(self)
        radius = track.height() / 2
        edge = theme.colour("text") if theme.high_contrast else None
        paint.rounded(painter, track, radius, theme.colour("sunken"), edge)
        if self._part > 0:
            long = max(track.width() * self._part, track.height())
            filled = QRectF(track.left(), track.top(), long, track.height())
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                filled.moveRight(track.right())
            paint.rounded(painter, filled, radius, theme.colour("c1"), None)
        painter.end()


class AgeStrip(QWidget):
    """The bands beside each other; in more rows, and low, where it is narrow."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[BandButton] = []
        self._grid = Grid(self, gap=(_GAP, 8))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bands(self, bands: Sequence[StripBand]) -> None:
        """Other sums; the band chosen and the focus stay where they were."""
        chosen = self.band()
        focused = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), -1)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        most = max((band.pence for band in bands), default=0)
        self.buttons = [
            BandButton(band, band.pence / most if most > 0 else 0.0, self) for band in bands
        ]
        for place, button in enumerate(self.buttons):
            button.setChecked(place == chosen)
            button.clicked.connect(lambda _=False, at=place: self._choose(at))
            button.stepped.connect(lambda step, at=place: self._step(at + step))
            button.show()
        self._only_one_stop(max(chosen, 0))
        if 0 <= focused < len(self.buttons):
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self.restyle()

    def band(self) -> int:
        """The place of the band chosen, or -1."""
        return next((at for at, one in enumerate(self.buttons) if one.isChecked()), -1)

    def choose(self, place: int) -> None:
        """Choose a band, or with -1 none; nothing is told."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as find room."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """One row, or as many low ones as it takes."""
        across = self._across()
        for place, button in enumerate(self.buttons):
            button.low = across < 6
            button.updateGeometry()
            self._grid.addWidget(button, place // across, place % across)
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def minimumSizeHint(self) -> QSize:
        """One alone: those that stand in a row now must not keep the page from narrowing."""
        return QSize(self._room_for(1), super().minimumSizeHint().height())

    def _across(self) -> int:
        """How many find room beside each other."""
        for across, least in ((6, _ONE_ROW_FROM), (3, _THREE_FROM), (2, 0)):
            if self.width() >= max(current().px(least), self._room_for(across)):
                return across
        return 1

    def _room_for(self, across: int) -> int:
        widths = [one.width_for(low=across < 6) for one in self.buttons]
        columns = [max(widths[column::across], default=0) for column in range(across)]
        return sum(columns) + (across - 1) * current().px(_GAP)

    def _choose(self, place: int) -> None:
        """The one pressed, and no other; pressed again, none."""
        on = self.buttons[place].isChecked()
        self.choose(place if on else -1)
        self._only_one_stop(place)
        self.chosen.emit(place if on else -1)

    def _step(self, place: int) -> None:
        if 0 <= place < len(self.buttons):
            self._only_one_stop(place)
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _only_one_stop(self, place: int) -> None:
        """Tab stops once at the strip, as at a list."""
        for at, button in enumerate(self.buttons):
            policy = Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


def said(label: str, amount: str, invoices: int) -> str:
    """A band as it is read out."""
    words = (
        tr("{label}: {amount}, 1 invoice")
        if invoices == 1
        else tr("{label}: {amount}, {count} invoices")
    )
    return words.format(label=label, amount=amount, count=invoices)
