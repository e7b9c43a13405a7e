"""Tabs with counts, for saved views.

tabs = Tabs([Tab("all", "All open", 212), Tab("new", "New today", 14)])
tabs.chosen.connect(model.show_view)             # chosen(key), also from Ctrl+1...9
tabs.set_count("new", 15)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStyle, QTabBar, QToolButton, QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.layout import is_narrow

# The first that lets every tab be seen: the gap after a tab, and whether counts are shown. The
# widest is for wide windows; counts that find no room are still read out.
_JUMPS = 9  # Ctrl+1 to Ctrl+9
LEAD = 8  # before the words of a tab, and after them, for the ring
_ROOMY, _TIGHT = (30, True), ((20, True), (16, True), (16, False))


@dataclass(frozen=True, slots=True)
class Tab:
    """A view's key, its words and how many records it holds; None shows no count."""

    key: str
    words: str
    count: int | None = None


class Tabs(QTabBar):
    """One row of views; the arrows move between them, Ctrl+1 to Ctrl+9 jump.

    `jumped(key)` follows `chosen` where a jump led there, also to the view shown already.
    """

    chosen = Signal(str)
    jumped = Signal(str)

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = list(tabs)
        self._gap, self._counts = _ROOMY
        self.setAccessibleName(tr("Views"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for place, tab in enumerate(self._tabs):
            self.addTab(tab.words)
            self._say(place)
        for place in range(_JUMPS):
            jump = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            jump.activated.connect(lambda place=place: self._jump(place))
        self.currentChanged.connect(lambda place: self.chosen.emit(self._tabs[place].key))

    def key(self) -> str:
        """The view shown."""
        return self._tabs[self.currentIndex()].key

    def show_view(self, key: str) -> None:
        """Show a view by its key; raises ValueError for a view there is not."""
        self.setCurrentIndex([tab.key for tab in self._tabs].index(key))

    def set_tabs(self, tabs: Sequence[Tab], shown: str) -> None:
        """Other views, one of them shown; nothing is chosen by that."""
        if [(tab.key, tab.words) for tab in tabs] == [(tab.key, tab.words) for tab in self._tabs]:
            if shown != self.key():
                self._show_quietly(shown)
            return
        self.blockSignals(True)
        while self.count():
            self.removeTab(self.count() - 1)
        self._tabs = list(tabs)
        for place, tab in enumerate(self._tabs):
            self.addTab(tab.words)
            self._say(place)
        self.blockSignals(False)
        self._show_quietly(shown)
        self.restyle()

    def set_count(self, key: str, count: int | None) -> None:
        """Another count for a view."""
        self.set_counts({key: count})

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Other counts for some views; the row is measured anew only where one is another."""
        tabs = [
            replace(tab, count=counts[tab.key]) if tab.key in counts else tab for tab in self._tabs
        ]
        if tabs == self._tabs:
            return
        self._tabs = tabs
        for place in range(len(tabs)):
            self._say(place)
        self.restyle()

    def _show_quietly(self, key: str) -> None:
        self.blockSignals(True)
        self.show_view(key)
        self.blockSignals(False)
        self.update()

    def _jump(self, place: int) -> None:
        if place < self.count():
            self.setCurrentIndex(place)
            self.jumped.emit(self.key())

    def tabSizeHint(self, place: int) -> QSize:
        """Room for words and count."""
        theme = current()
        return QSize(self._wide(place, self._counts) + theme.px(self._gap), theme.px(44))

    def minimumTabSizeHint(self, place: int) -> QSize:
        """The same: a tab is never cut."""
        return self.tabSizeHint(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer together where there is less room."""
        super().resizeEvent(event)
        if self._fitting() != (self._gap, self._counts):
            self.restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, count, a bar under the view shown, the ring."""
        painter = paint.begin(self)
        for place in range(self.count()):
            self._draw(painter, place)
        if self.hasFocus():
            theme = current()
            place = self.currentIndex()
            tab = self.tabRect(place)
            wide = self._wide(place, self._counts) + 2 * theme.px(LEAD)
            high = tab.height() - theme.px(7)
            shown = QRect(tab.left(), tab.top() + theme.px(2), wide, high)
            shown = QStyle.visualRect(self.layoutDirection(), tab, shown)
            paint.ring(painter, shown, theme.radius("control"))
        painter.end()

    def restyle(self) -> None:
        """Measure the tabs again."""
        self._gap, self._counts = self._fitting()
        if self._tabs:
            self.setTabText(0, self._tabs[0].words)  # one text put again lays out the whole row

    def tabLayoutChange(self) -> None:
        """The turners that Qt shows where there is no room get its own small arrows each time."""
        super().tabLayoutChange()
        theme = current()
        turners = self.findChildren(QToolButton)
        for turner, icon in zip(turners, ("chevron-left", "chevron-right"), strict=False):
            turner.setArrowType(Qt.ArrowType.NoArrow)
            turner.setIcon(theme.icon(paint.pointing(self, icon), size=16))
            turner.setIconSize(QSize(theme.px(16), theme.px(16)))

    def _wide(self, place: int, counts: bool) -> int:
        """Words, and the count where counts are shown."""
        theme, tab = current(), self._tabs[place]
        wide = paint.text_size(tab.words, theme.font("body", "strong")).width()
        shows = counts and tab.count is not None
        return wide + theme.px(8) + self._pill(tab.count or 0) if shows else wide

    def _fitting(self) -> tuple[int, bool]:
        ways = _TIGHT if is_narrow(self) else (_ROOMY, *_TIGHT)
        return next((way for way in ways if self._whole(*way) <= self.width()), ways[-1])

    def _whole(self, gap: int, counts: bool) -> int:
        every = range(len(self._tabs))
        return sum(self._wide(place, counts) + current().px(gap) for place in every)

    def _draw(self, painter: QPainter, place: int) -> None:
        theme = current()
        tab, rect = self._tabs[place], self.tabRect(place)
        shown = place == self.currentIndex()
        hover = rect.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        ink = "action" if shown or hover else "text"
        font = theme.font("body", "strong" if shown else "label")
        left = start = rect.left() + theme.px(LEAD)
        words = QRect(left, rect.top(), rect.right() + 1 - left, rect.height() - theme.px(6))
        words = QStyle.visualRect(self.layoutDirection(), rect, words)
        paint.draw_text(painter, words, tab.words, font=font, ink=theme.colour(ink))
        if tab.count is not None and self._counts:
            left += paint.text_size(tab.words, font).width() + theme.px(8)
            high = theme.px(22)
            pill = QRect(left, words.center().y() - high // 2, self._pill(tab.count), high)
            pill = QStyle.visualRect(self.layoutDirection(), rect, pill)
            fill = theme.colour("action" if shown else "sunken")
            edge = theme.colour("edge") if theme.high_contrast else None
            paint.rounded(painter, pill, high / 2, fill, edge, theme.px(1))
            paint.draw_text(
                painter,
                pill,
                str(tab.count),
                font=theme.font("small", "strong"),
                ink=theme.colour("on_action" if shown else "text"),
                flags=int(paint.CENTRE),
            )
        if shown:
            thick = theme.px(4)
            wide = self._wide(place, self._counts)
            bar = QRect(start, rect.bottom() - thick + 1, wide, thick)
            bar = QStyle.visualRect(self.layoutDirection(), rect, bar)
            paint.rounded(painter, bar, thick / 2, theme.colour("action"), None)

    def _pill(self, count: int) -> int:
        theme = current()
        wide = paint.text_size(str(count), theme.font("small", "strong")).width()
        return max(wide + theme.px(16), theme.px(28))

    def _say(self, place: int) -> None:
        tab = self._tabs[place]
        said = tab.words if tab.count is None else f"{tab.words}, {tab.count}"
        self.setAccessibleTabName(place, said)
