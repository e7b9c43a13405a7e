"""The dark stage that a page lies on: larger, smaller, turned, moved, by keys and by mouse.

stage = Stage("Paper")
stage.show_picture(image, "Passport, page 2 of 3")
stage.page_wanted.connect(turn_over)             # -1 or 1: PgUp, PgDn
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QSizePolicy,
    QWidget,
)

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce

KEYS = tr("Plus and minus zoom, R turns, arrows move, Page Up and Page Down turn over, Home fits.")
ZOOMED, WHOLE = tr("Zoom {percent} %"), tr("The whole page")
TURNED, NOT_TURNED = tr("Turned {degrees} degrees to the right"), tr("Not turned")
_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)  # times the size that fits
_ROOM = 0.94  # of the stage, where the whole page is seen: the dark shows all around it
_QUARTER = 90
_LEAST = 170
_NUDGE = 60


class Stage(QGraphicsView):
    """Shows one picture, or a few words where there is none. Its keys work while it has focus."""

    page_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: QGraphicsPixmapItem | None = None
        self._step, self._turn, self._words = 0, 0, ""
        self.setViewport(QWidget())
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the stage itself has it
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)  # files are for whoever the stage lies on
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self._describe()
        self.restyle()

    # What is shown

    def show_picture(self, image: QImage, name: str) -> None:
        """Another page, fitted; it lies as the last one was turned."""
        self._take_off()
        self._item = self.scene().addPixmap(QPixmap.fromImage(image))
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.setSceneRect(self._item.boundingRect())
        self._words = ""
        self.setAccessibleName(name)
        self._step = 0
        self._fit()
        self._describe()

    def show_words(self, words: str) -> None:
        """No picture, and why; the next page of the paper lies as this one was turned."""
        self._take_off()
        self._step = 0
        self._words = words
        self.setAccessibleName(words)
        self._describe()
        self.viewport().update()

    def forget(self) -> None:
        """Nothing is left of what was shown, nor how it lay."""
        self._turn = 0
        self.show_words("")

    def has_picture(self) -> bool:
        """Whether a page lies on it."""
        return self._item is not None

    def zoom(self) -> float:
        """How much larger than fitted."""
        return _STEPS[self._step]

    def turned(self) -> int:
        """Degrees clockwise."""
        return self._turn

    # What keys and buttons do

    def larger(self) -> None:
        """One step nearer."""
        self._go_to(self._step + 1)

    def smaller(self) -> None:
        """One step back, to the whole page at most."""
        self._go_to(self._step - 1)

    def fit(self) -> None:
        """The whole page."""
        self._go_to(0)

    def rotate_right(self) -> None:
        """A quarter turn, clockwise."""
        self._turn = (self._turn + _QUARTER) % 360
        self._fit()
        self._say(self._how_turned())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys, only while the stage has the focus (WCAG 2.1.4)."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held != Qt.KeyboardModifier.NoModifier or not self._act(Qt.Key(event.key())):
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms; without, it scrolls what the stage lies in."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_to(self._step + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            event.ignore()

    # How it is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, round corners, words, the ring."""
        super().paintEvent(event)
        theme = current()
        painter = paint.begin(self.viewport())
        body = QRectF(self.viewport().rect())
        radius = theme.radius("card")
        corners, inside = QPainterPath(), QPainterPath()
        corners.addRect(body)
        inside.addRoundedRect(body, radius, radius)
        painter.fillPath(corners.subtracted(inside), theme.colour("surface"))
        if self._words:
            margin = theme.px(24)
            paint.draw_text(
                painter,
                self.viewport().rect().adjusted(margin, margin, -margin, -margin),
                self._words,
                font=theme.font("body"),
                ink=theme.colour("on_banner"),
                flags=paint.CENTRE | paint.WRAPS,
            )
        if self.hasFocus():
            paint.ring(painter, self.viewport().rect(), radius)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fitted still fits."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Enough to tell what lies there; it takes whatever else there is."""
        return QSize(current().px(_LEAST), current().px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def restyle(self) -> None:
        """Take the ground of the current theme."""
        self.setBackgroundBrush(current().colour("viewer_stage"))
        self._fit()

    # Within

    def _act(self, key: Qt.Key) -> bool:
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if key in moves:
            self._pan(*moves[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.larger()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.smaller()
        elif key == Qt.Key.Key_R:
            self.rotate_right()
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            return False
        return True

    def _pan(self, across: int, down: int) -> None:
        nudge = current().px(_NUDGE)
        for bar, way in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + way * nudge)

    def _go_to(self, step: int) -> None:
        self._step = min(max(step, 0), len(_STEPS) - 1)
        self._fit()
        self._say(self._how_near())

    def _say(self, words: str) -> None:
        """How the page lies now: what is seen of it is said too."""
        if self._item is not None:
            announce(self, words)
            self._describe()

    def _describe(self) -> None:
        """How it lies, then what moves it, for whoever asks a screen reader later."""
        lies = f"{self._how_near()}. {self._how_turned()}. " if self._item is not None else ""
        self.setAccessibleDescription(f"{lies}{KEYS}")

    def _how_near(self) -> str:
        return ZOOMED.format(percent=round(self.zoom() * 100)) if self._step else WHOLE

    def _how_turned(self) -> str:
        return TURNED.format(degrees=self._turn) if self._turn else NOT_TURNED

    def _fit(self) -> None:
        if self._item is None:
            return
        self.resetTransform()
        self.rotate(self._turn)
        self.fitInView(self._item, Qt.AspectRatioMode.KeepAspectRatio)
        near = self.zoom() * _ROOM
        self.scale(near, near)

    def _take_off(self) -> None:
        self.scene().clear()
        self._item = None
