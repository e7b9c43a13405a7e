"""A row that breaks into further lines where there is no room, so that nothing is cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from ui.theme import current


class Flow(QLayout):
    """Widgets side by side, wrapped like words; gaps (across, down) in design pixels.

    They stand around the middle of their line, or `on_one_foot`, as buttons beside fields do.

    flow = Flow(gap=(8, 8))
    flow.addWidget(Chip("Site: St Anne's"))
    """

    def __init__(
        self,
        owner: QWidget | None = None,
        *,
        gap: tuple[int, int] = (8, 8),
        on_one_foot: bool = False,
    ) -> None:
        super().__init__()
        self._on_one_foot = on_one_foot
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}  # by width; a layout is asked for them again and again
        self.setContentsMargins(0, 0, 0, 0)
        if owner is not None:
            owner.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """A widget before the item at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Give the item at a place back, or None."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer pixels across mean more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = current().px(self._gap[0]) * max(len(shown) - 1, 0)
        wide = sum(size.width() for size in shown) + gaps
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        theme = current()
        across, down = theme.px(self._gap[0]), theme.px(self._gap[1])
        left, top = rect.left(), rect.top()
        line: list[tuple[QLayoutItem, QSize, int]] = []
        height = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > rect.width() > 0 and item.hasHeightForWidth():
                size = QSize(rect.width(), item.heightForWidth(rect.width()))
            if line and left + size.width() > rect.right() + 1:
                if move:
                    self._settle(line, rect, top, height)
                left, top, line, height = rect.left(), top + height + down, [], 0
            line.append((item, size, left))
            left += size.width() + across
            height = max(height, size.height())
        if move:
            self._settle(line, rect, top, height)
        return top + height - rect.top()

    def _settle(
        self, line: list[tuple[QLayoutItem, QSize, int]], whole: QRect, top: int, height: int
    ) -> None:
        owner = self.parentWidget()
        way = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        for item, size, left in line:
            drop = height - size.height()
            spot = QPoint(left, top + (drop if self._on_one_foot else drop // 2))
            item.setGeometry(QStyle.visualRect(way, whole, QRect(spot, size)))
