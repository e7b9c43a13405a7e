"""How far along: the four dashes of the desk, and the steps of a set-up.

dashes = ProgressSteps()
dashes.show_progress(2, 4)                       # two of four done
StepList(["Demo or live", "Your trust", "Records and key"], current=1)
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint

_STEP, _PITCH = 50, 58  # a step, and from one to the next where there is room


class ProgressSteps(QProgressBar):
    """Dashes, filled for what is done; a progress bar to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(tr("Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(0, 1)

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many steps are done."""
        self.setUpdatesEnabled(False)  # Qt would paint at once, the whole window with it
        self.setRange(0, max(total, 1))
        self.setValue(min(done, total))
        self.setUpdatesEnabled(True)
        self.setAccessibleDescription(
            tr("{done} of {total} steps done").format(done=done, total=total)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        theme = current()
        return QSize(theme.px(120), theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """A shorter thin line."""
        return QSize(current().px(60), current().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One dash a step."""
        theme = current()
        painter = paint.begin(self)
        total, gap = self.maximum(), theme.px(6)
        wide = (self.width() - gap * (total - 1)) / total
        radius = self.height() / 2
        for place in range(total):
            left = place * (wide + gap)
            if paint.is_mirrored(self):
                left = self.width() - left - wide
            dash = QRectF(left, 0, wide, self.height())
            if place < self.value():
                paint.rounded(painter, dash, radius, theme.colour("action"), None)
            else:
                paint.rounded(painter, dash, radius, None, theme.colour("edge"), theme.px(1))
        painter.end()


class Bar(QProgressBar):
    """One bar for many things of a kind, such as letters: filled as far as they are done."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many are done."""
        self.setRange(0, max(total, 1))
        self.setValue(min(done, total))
        self.update()

    def sizeHint(self) -> QSize:
        """A line of ten pixels."""
        return QSize(current().px(200), current().px(10))

    def minimumSizeHint(self) -> QSize:
        """A shorter one."""
        return QSize(current().px(60), current().px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, and what is done of it from the side reading begins."""
        theme = current()
        painter = paint.begin(self)
        radius = self.height() / 2
        edge = theme.colour("edge")
        paint.rounded(painter, self.rect(), radius, theme.colour("sunken"), edge, theme.px(1))
        done = self.width() * self.value() / max(self.maximum(), 1)
        if done >= self.height():
            filled = QRectF(0, 0, done, self.height())
            if paint.is_mirrored(self):
                filled.moveRight(self.width())
            paint.rounded(painter, filled, radius, theme.colour("action"), None)
        painter.end()


class StepList(QWidget):
    """Numbered steps under each other: done ticked, the present one marked, the rest to come."""

    def __init__(
        self, steps: Sequence[str], *, current_step: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._at = current_step
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.go_to(current_step)

    def go_to(self, step: int) -> None:
        """Mark a step, counted from 0."""
        self._at = step
        self.setAccessibleName(
            tr("Step {value} of {count}: {steps}").format(
                value=step + 1, count=len(self._steps), steps=self._steps[step]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longest step."""
        theme = current()
        font = theme.font("body", "strong")
        widest = max(paint.text_size(step, font).width() for step in self._steps)
        return QSize(widest + theme.px(62 + 20), theme.px(_PITCH) * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        """Closer together where the window is low: a step is never cut."""
        return QSize(self.sizeHint().width(), current().px(_STEP) * len(self._steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line between the steps, then each step."""
        theme = current()
        painter = paint.begin(self)
        pitch, left = self.height() // len(self._steps), theme.px(20 + 14)
        rows = [
            QRect(0, place * pitch, self.width(), theme.px(_STEP))
            for place in range(len(self._steps))
        ]
        if not theme.high_contrast:
            ground = theme.colour("selected")
            paint.rounded(painter, rows[self._at], theme.radius("control"), ground, None)
        for place, row in enumerate(rows[:-1]):
            done = place < self._at
            painter.setPen(QPen(theme.colour("action" if done else "hairline"), theme.px(2)))
            across = self.width() - left if paint.is_mirrored(self) else left
            painter.drawLine(across, row.center().y(), across, row.center().y() + pitch)
        for place, row in enumerate(rows):
            self._draw_step(painter, place, row)
        painter.end()

    def _draw_step(self, painter: QPainter, place: int, row: QRect) -> None:
        theme = current()
        here, done = place == self._at, place < self._at
        side = theme.px(28)
        disc = QRect(theme.px(20), row.center().y() - side // 2, side, side)
        disc = paint.mirrored(self, disc)
        fill = theme.colour("action" if here or done else "surface")
        edge = None if here or done else theme.colour("edge")
        paint.rounded(painter, QRectF(disc), side / 2, fill, edge, theme.px(1.5))
        if done:
            paint.draw_icon(painter, theme.pixmap("check", role="on_action", size=16), disc)
        else:
            paint.draw_text(
                painter,
                disc,
                str(place + 1),
                font=theme.font("small", "strong"),
                ink=theme.colour("on_action" if here else "text"),
                flags=int(paint.CENTRE),
            )
        paint.draw_text(
            painter,
            paint.mirrored(self, row.adjusted(theme.px(62), 0, 0, 0)),
            self._steps[place],
            font=theme.font("body", "strong" if here else "label"),
            ink=theme.colour("text" if here or done else "text2"),
        )
