"""`Case R-1042, 2 of 14` with Previous, Next and Print, for the free place of the patient banner.

    banner.slot.addWidget(page.steps)        # page.steps is a CaseSteps

It goes and comes with its page, so that no other page's banner shows it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.button import IconButton
from ui.widgets.layout import Label, Row
from ui.wording import PRINT_FORM

CASE, OF = tr("Case {ref}"), tr("Case {ref}, {place} of {count}")
BEFORE, AFTER = tr("Case before"), tr("Case after")


class CaseSteps(QWidget):
    """`moved(-1)` or `moved(1)`; the buttons rest at the ends of the view. `print_wanted()`."""

    moved = Signal(int)
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", scale="small", weight="label", role="on_banner")
        self.before = _OnBanner("chevron-left", BEFORE, "Ctrl+PgUp")
        self.after = _OnBanner("chevron-right", AFTER, "Ctrl+PgDown")
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.print_form = _OnBanner("printer", PRINT_FORM, "Ctrl+P")
        self.print_form.clicked.connect(self.print_wanted)
        Row(self, gap=6).holding(self.words, self.before, self.after, self.print_form)
        self.hide()

    def show_place(self, ref: str, place: int, count: int) -> None:
        """Where the case stands in the view it was opened from; 0 where in none."""
        known = place > 0
        self.words.setText((OF if known else CASE).format(ref=ref, place=place, count=count))
        self.before.setEnabled(known and place > 1)
        self.after.setEnabled(known and place < count)


class _OnBanner(IconButton):
    """An outlined drawing on the slate band."""

    def __init__(self, icon: str, name: str, key: str) -> None:
        super().__init__(icon, name, key=key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, drawing, ring; fainter at the end of the view."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("control")
        if not self.isEnabled():
            painter.setOpacity(0.45)
        fill = theme.colour("banner2") if self.isDown() or self.underMouse() else None
        ink = "banner" if fill is not None else "on_banner"
        paint.rounded(painter, self.rect(), radius, fill, theme.colour("banner2"), theme.line)
        icon = paint.pointing(self, self._icon)
        paint.draw_icon(painter, theme.pixmap(icon, role=ink), self.rect())
        if self.hasFocus():
            paint.ring(painter, self.rect(), radius)
        painter.end()
