"""The bars along the window's edges: status at the foot, the demo strip at the head, undo.

bar.set_sync("All sent 14:02", "cloud-check")
bar.set_sync("Saved here 09:14", "cloud-up", "3 waiting to send")
bar.set_user("J. Patel, Desk 3")
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.banner import Plate
from ui.widgets.button import Button
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Elided, Row
from ui.wording import DEMO_NOTE, DEMO_PLATE, LOCK

_SYNC_INKS = {
    "cloud-check": "success",
    "cloud-up": "text2",  # on the way: green is for what a receipt has come for
    "cloud-off": "warn_text",
    "alert-circle": "error",
}


def sync_ink(icon: str) -> str:
    """The role of the ink that a state's icon is drawn in, wherever it stands."""
    return _SYNC_INKS.get(icon, "text2")


class SyncButton(QAbstractButton):
    """What became of the records, truthfully; pressing it opens the details."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._detail = "cloud-up", ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Nothing to send"))

    def show_state(self, words: str, icon: str, detail: str = "") -> None:
        """Other words; they are announced when they changed."""
        said = f"{words}, {detail}" if detail else words
        changed = said != self.accessibleName()
        self._icon, self._detail = icon, detail
        self.setText(words)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()
        if changed and self.isVisible():
            announce(self, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for icon, words and detail."""
        theme = current()
        font = theme.font("small", "label")
        wide = paint.text_size(self.text(), font).width() + theme.px(18 + 6 + 12)
        if self._detail:
            wide += paint.text_size(self._detail, font).width() + theme.px(22)
        return QSize(wide, theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """The same: the truth is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, words, a point, detail, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("control")
        if self.underMouse():
            paint.rounded(painter, self.rect(), radius, theme.colour("tint"), None)
        ink = sync_ink(self._icon)
        left = theme.px(6)
        spot = QRect(left, 0, theme.px(18), self.height())
        spot = paint.mirrored(self, spot)
        paint.draw_icon(painter, theme.pixmap(self._icon, role=ink, size=18), spot)
        left += theme.px(18 + 6)
        font, text = theme.font("small", "label"), theme.colour("text")
        rect = paint.mirrored(self, QRect(left, 0, self.width() - left, self.height()))
        paint.draw_text(painter, rect, self.text(), font=font, ink=text)
        if self._detail:
            left += paint.text_size(self.text(), font).width()
            point = paint.mirrored(self, QRect(left, 0, theme.px(22), self.height()))
            grey = theme.colour("text2")
            paint.draw_text(painter, point, "·", font=font, ink=grey, flags=int(paint.CENTRE))
            left += theme.px(22)
            rest = paint.mirrored(self, QRect(left, 0, self.width() - left, self.height()))
            paint.draw_text(painter, rest, self._detail, font=font, ink=text)
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()


class StatusBar(QWidget):
    """Sync state at the left; user and lock at the right. Always visible."""

    sync_pressed = Signal()
    lock_pressed = Signal()
    backup_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Status"))
        self.sync = SyncButton()
        self.backup = Button("", kind="plain", icon="alert-circle", scale="small", small=True)
        self.backup.setAccessibleName(tr("Backup"))
        self.user = Elided("", scale="small", role="text2", right=True)
        self.lock = Button(LOCK, kind="plain", icon="lock", key="F12", scale="small", small=True)
        self.sync.clicked.connect(self.sync_pressed)
        self.backup.clicked.connect(self.backup_pressed)
        self.lock.clicked.connect(self.lock_pressed)
        row = Row(self, gap=10, margins=(14, 0, 8, 0))
        row.addWidget(self.sync)
        row.addWidget(self.backup)
        row.addWidget(self.user, 1)
        row.addWidget(self.lock)
        self.lock.hide()
        self.backup.hide()
        self.restyle()

    def set_narrow(self, narrow: bool) -> None:
        """Only the key stands on the lock where room is short; its name stays."""
        self.lock.set_words("" if narrow else LOCK)
        self.lock.setAccessibleName(LOCK)

    def set_sync(self, words: str, icon: str, detail: str = "") -> None:
        """Say where the records are."""
        self.sync.show_state(words, icon, detail)

    def set_backup(self, words: str) -> None:
        """Say that the newest backup is too old, or nothing."""
        changed = words != self.backup.text()
        self.backup.set_words(words)
        self.backup.setVisible(bool(words))
        if words and changed:
            announce(self, words)

    def set_user(self, words: str) -> None:
        """Say who is signed in and where; nobody hides the lock."""
        self.user.setText(words)
        self.lock.setVisible(bool(words))

    def restyle(self) -> None:
        """Take the height of the current theme."""
        self.setFixedHeight(current().size("status_bar"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface and its line."""
        theme = current()
        painter = paint.begin(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(QRect(0, 0, self.width(), theme.line), theme.colour("hairline"))
        painter.end()


class DemoStrip(QWidget):
    """Hatched strip of a demo file: no one takes it for the real one, in any light."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{DEMO_PLATE}. {DEMO_NOTE}")
        self.plate = Plate(DEMO_PLATE)
        Row(self).holding(None, self.plate, None)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the current theme."""
        self.setFixedHeight(max(current().px(30), self.plate.sizeHint().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The stripes."""
        theme = current()
        painter = paint.begin(self)
        fill, stripe = theme.colour("demo_strip.fill"), theme.colour("demo_strip.stripe")
        paint.stripes(painter, self.rect(), fill, stripe)
        painter.end()
