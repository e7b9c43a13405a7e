"""What ux.md 7 asks of any screen, asked of the widgets that are in sight.

Each function gives one line for each fault, with what and where; an empty list is a pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui import theme
from ui.cells import CELL, Cell
from ui.widgets import paint
from ui.widgets.patient_row import PatientRow

LEAST_TARGET = 24  # pixels, WCAG 2.5.8
MOST_ROWS, MOST_FETCHED = 50, 200  # of a table: those read here, and those kept at all
PASTED = "pasted quiet words"
_SHORT_DATE = re.compile(r"(?<![\w-])\d{2}-[A-Z][a-z]{2}(?:-\d{4})?(?![\w-])")
_FIGURE = re.compile(r"-?£[\d,.]+|\d{2}-[A-Z][a-z]{2}(-\d{4})?|[\d,./ %]+")
_TOUCHING = 2  # pixels that parts side by side may share, as their rings do
_MOST_STOPS = 400


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Everything in sight that can take the focus by Tab, in no order."""
    for one in window.findChildren(QWidget):
        stops = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        if stops and one.isVisible() and one.isEnabled():
            yield one


def nameless(window: QWidget) -> list[str]:
    """7.1: each focusable widget has an accessible name; a combo box may have its label instead."""
    return [f"no name: {_which(one)}" for one in focusable(window) if not _name(one)]


def small_targets(window: QWidget) -> list[str]:
    """7.6: what can be pressed is at least 24 by 24."""
    faults = []
    for one in focusable(window):
        if isinstance(one, QAbstractButton | QLineEdit | QComboBox) and (
            one.width() < LEAST_TARGET or one.height() < LEAST_TARGET
        ):
            faults.append(f"{one.width()} x {one.height()}: {_which(one)}")
    return faults


def shared_mnemonics(window: QWidget) -> list[str]:
    """7.3: no two things in sight answer to the same letter."""
    letters = Counter[str]()
    whose: dict[str, list[str]] = {}
    for one in window.findChildren(QWidget):
        if not one.isVisible() or not one.isEnabled():
            continue
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()):
            found = re.search(r"(?<!&)&(\w)", one.text().replace("&&", ""))
            if found:
                letters[found[1].upper()] += 1
                whose.setdefault(found[1].upper(), []).append(one.text())
    return [f"Alt+{letter}: {whose[letter]}" for letter, count in letters.items() if count > 1]


def clipped(window: QWidget) -> list[str]:
    """7.5: no words are cut, and nothing but a table scrolls sideways."""
    faults = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and label.pixmap().isNull():
            wanted = label.sizeHint()
            if label.wordWrap():
                if label.height() + 1 < label.heightForWidth(label.width()):
                    faults.append(f"too low: {_which(label)}")
            elif label.width() + 1 < wanted.width() or label.height() + 1 < wanted.height():
                faults.append(f"cut: {_which(label)}")
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            wanted = button.minimumSizeHint()
            if not wanted.isValid():
                wanted = button.sizeHint()
            if button.width() + 1 < wanted.width() or button.height() + 1 < wanted.height():
                faults.append(f"cut: {_which(button)}")
    faults += _outside(window)
    for area in window.findChildren(QScrollArea):
        bar = area.horizontalScrollBar()
        if area.isVisible() and bar.maximum() > 0:
            faults.append(f"scrolls sideways by {bar.maximum()}: {_which(area)}")
    return faults


def unpainted(window: QWidget) -> list[str]:
    """What is shown is painted: nothing in sight was left with its updates off."""
    faults = []
    for one in window.findChildren(QWidget):
        around = one.parentWidget()
        off = not one.updatesEnabled() and around is not None and around.updatesEnabled()
        if off and one.isVisible() and not isinstance(one, PatientRow):  # its list paints it
            faults.append(f"never painted: {_which(one)}")
    return faults


def overlapping(window: QWidget) -> list[str]:
    """No words are written over other words."""
    parts: list[tuple[QWidget, QRect]] = []
    for one in window.findChildren(QWidget):
        if isinstance(one, QLabel | QAbstractButton) and one.text() and one.isVisible():
            seen = one.visibleRegion().boundingRect()
            parts.append((one, seen.translated(one.mapTo(window, QPoint(0, 0)))))
    faults = []
    for place, (one, spot) in enumerate(parts):
        for other, there in parts[place + 1 :]:
            both = spot.intersected(there)
            within = one.isAncestorOf(other) or other.isAncestorOf(one)
            if both.width() > _TOUCHING and both.height() > _TOUCHING and not within:
                faults.append(f"{_which(one)} lies over {_which(other)}")
    return faults


def needless_scrolling(window: QWidget) -> list[str]:
    """No page scrolls down to where nothing stands."""
    faults = []
    for area in window.findChildren(QScrollArea):
        inside, bar = area.widget(), area.verticalScrollBar()
        if not area.isVisible() or inside is None or not bar.maximum():
            continue
        parts = (one for one in inside.findChildren(QWidget) if one.isVisible())
        lowest = max((one.mapTo(inside, one.rect().bottomLeft()).y() for one in parts), default=0)
        if lowest < area.viewport().height():
            faults.append(f"scrolls by {bar.maximum()} to nothing: {_which(area)}")
    return faults


def tables(window: QWidget) -> list[str]:
    """7.10: a table with rows has a current one, and each row in sight says the whole of itself."""
    faults = []
    for table in window.findChildren(QTableView):
        model = table.model()
        if not table.isVisible() or model is None or not model.rowCount():
            continue
        if not table.currentIndex().isValid():
            faults.append(f"no current row: {_which(table)}")
        for row in range(min(model.rowCount(), MOST_ROWS)):
            said = str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) or "")
            shown = [
                str(model.data(model.index(row, column)) or "")
                for column in range(model.columnCount())
            ]
            if len(said) < max(len(text) for text in shown):
                faults.append(f"row {row} says {said!r}, shows {shown}: {_which(table)}")
        if model.rowCount() > MOST_FETCHED:
            faults.append(f"{model.rowCount()} rows fetched: {_which(table)}")
    return faults


def cut_figures(window: QWidget) -> list[str]:
    """A day, a sum or a number in a table is seen whole: half of one is another one.

    The last column may be scrolled to; words of people may end with a mark.
    """
    faults = []
    for table in window.findChildren(QTableView):
        model = table.model()
        if not table.isVisible() or model is None:
            continue
        for row in range(min(model.rowCount(), MOST_ROWS)):
            for column in range(model.columnCount()):
                cell = model.data(model.index(row, column), CELL)
                if not isinstance(cell, Cell) or table.isColumnHidden(column):
                    continue
                font = theme.current().font("small", "strong" if cell.strong else "text")
                icon = 22 if cell.icon else 0
                wanted = paint.text_size(cell.text, font).width() + theme.current().px(16 + icon)
                if _FIGURE.fullmatch(cell.text) and table.columnWidth(column) < wanted:
                    faults.append(f"{cell.text!r} is cut: {_which(table)}")
    return faults


def unpasteable(window: QWidget) -> list[str]:
    """7.12: a password can be pasted, by its key, into every field that asks for one."""
    faults = []
    for field in window.findChildren(QLineEdit):
        if field.echoMode() != QLineEdit.EchoMode.Password or not field.isVisible():
            continue
        had = field.text()
        QApplication.clipboard().setText(PASTED)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        if field.text() != PASTED:
            faults.append(f"takes no paste: {_which(field)}")
        field.setText(had)
        QApplication.clipboard().clear()
    return faults


def short_dates(window: QWidget) -> list[str]:
    """7.14: what is read out has its dates in long form, `14 July 2026`."""
    faults = []
    for one in window.findChildren(QWidget):
        seen = QAccessible.queryAccessibleInterface(one) if one.isVisible() else None
        for part in (QAccessible.Text.Name, QAccessible.Text.Description):
            said = "" if seen is None else seen.text(part)
            if _SHORT_DATE.search(said):
                faults.append(f"says {said!r}: {_which(one)}")
    for table in window.findChildren(QTableView):
        model = table.model()
        for row in range(min(model.rowCount(), MOST_ROWS) if table.isVisible() and model else 0):
            said = str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) or "")
            if _SHORT_DATE.search(said):
                faults.append(f"row {row} says {said!r}: {_which(table)}")
    return faults


def _outside(window: QWidget) -> Iterator[str]:
    """What reaches beyond a box it stands in, and so is cut there; a scroll area has more room."""
    for one in window.findChildren(QWidget):
        if isinstance(one, QLabel | QAbstractButton):
            if not one.text():
                continue
        elif not isinstance(one, QLineEdit | QPlainTextEdit):
            continue
        if not one.isVisible():
            continue
        box = one.parentWidget()
        while box is not None and not isinstance(box.parentWidget(), QAbstractScrollArea):
            spot = QRect(one.mapTo(box, QPoint(0, 0)), one.size())
            if not box.rect().adjusted(-1, -1, 1, 1).contains(spot):
                yield f"cut by the box it is in: {_which(one)}"
                break
            box = None if box is window else box.parentWidget()


def tab_round(window: QWidget) -> list[str]:
    """7.2 and 7.4: Tab goes once round in reading order, is caught nowhere, and shows where it is.

    By real keys: asking a widget for the next in the focus chain makes PySide take the one for the
    other's child, and end it with it.
    """
    faults: list[str] = []
    met: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in met:
            caught = met and now is met[-1] and len(list(focusable(window))) > 1
            return [
                *faults,
                *([f"Tab never leaves {_which(met[-1])}"] if caught else _passed(window, met)),
            ]
        # The round may begin anywhere: from the last place on the page Tab goes to the first.
        if met and isValid(met[-1]):
            misread = _misread(met[-1], now)
            faults += misread if misread and now is not _first(window) else []
        faults += _out_of_sight(now)
        met.append(now)
    return [*faults, f"Tab has no end after {_MOST_STOPS} stops"]


def focus_out_of_sight(window: QWidget) -> list[str]:
    """7.4: what has the focus now is in sight, with its current row where it is a list."""
    now = QApplication.focusWidget()
    if now is None or not window.isAncestorOf(now):
        return []
    faults = _out_of_sight(now)
    if isinstance(now, QAbstractItemView) and now.currentIndex().isValid():
        row, room = now.visualRect(now.currentIndex()), now.viewport().rect()
        if row.height() <= room.height() and not (
            room.top() <= row.top() and row.bottom() <= room.bottom()
        ):
            faults.append(f"its current row is out of sight: {_which(now)}")
    return faults


def _first(window: QWidget) -> QWidget | None:
    """The place that is read first in a window."""

    def read(one: QWidget) -> tuple[int, int]:
        corner = one.mapTo(window, one.rect().topLeft())
        return corner.y(), _along(window, one, corner.x())

    return min(focusable(window), key=read, default=None)


def _passed(window: QWidget, met: list[QWidget]) -> list[str]:
    """What Tab went past; of several choices it stops at one, the arrows go to the others."""
    lists = [one.parentWidget() for one in met if isinstance(one, QAbstractButton)]
    return [
        f"Tab goes past {_which(one)}"
        for one in focusable(window)
        if one not in met
        and not (
            isinstance(one, QAbstractButton) and one.autoExclusive() and one.parentWidget() in lists
        )
    ]


def _misread(before: QWidget, now: QWidget) -> list[str]:
    """Of two neighbours in one box Tab comes first to the one above or before."""
    if before.parentWidget() is not now.parentWidget() or not before.isVisible():
        return []
    around = now.parentWidget()
    if around is None:
        return []
    here, there = _along(around, now, now.x()), _along(around, before, before.x())
    same_line = abs(now.y() - before.y()) < min(now.height(), before.height()) / 2
    back = here < there if same_line else now.y() + now.height() <= before.y()
    beside = here >= there + before.width()  # the next column begins
    wrapped = now.y() == 0 and here == 0  # a round that begins again
    if back and not beside and not wrapped:
        return [f"{_which(before)} comes before {_which(now)}"]
    return []


def _along(box: QWidget, part: QWidget, left: int) -> int:
    """How far along its line a part begins, from the side that its box is read from."""
    return box.width() - left - part.width() if box.isRightToLeft() else left


def _out_of_sight(now: QWidget) -> list[str]:
    """Whatever has the focus is wholly in sight, or as much of it as there is room for."""
    area = _scrolled_by(now)
    if area is None:
        return []
    QApplication.processEvents()
    port = area.viewport()
    spot = QRect(now.mapTo(port, QPoint(0, 0)), now.size())
    room = port.rect()
    if spot.height() > room.height():
        return []
    if spot.top() < room.top() - 1 or spot.bottom() > room.bottom() + 1:
        return [f"out of sight: {_which(now)}"]
    return []


def _name(widget: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(widget)
    if seen is None:
        return widget.accessibleName()
    named = seen.text(QAccessible.Text.Name).strip()
    if isinstance(widget, QComboBox) or not named:
        labels = [one for one, kind in seen.relations() if kind == QAccessible.RelationFlag.Label]
        return widget.accessibleName() or (labels[0].text(QAccessible.Text.Name) if labels else "")
    return named


def _scrolled_by(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return None if isinstance(area, QAbstractItemView | QTextEdit) else area
        above = area
    return None


def _which(widget: QWidget) -> str:
    if isinstance(widget, QScrollBar):
        return "a scroll bar"
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    inside = [type(widget).__name__]
    above = widget.parentWidget()
    while above is not None and len(inside) < 4:
        if type(above).__module__.startswith("ui."):
            inside.append(type(above).__name__)
        above = above.parentWidget()
    return f"{' in '.join(inside)} {str(words)[:60]!r}"
