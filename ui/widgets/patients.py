"""Patients found, one a row, told apart by what is read back to them, each with why it is there.

    found = PatientList(tr("Patients found"))
    found.show_matches(matches, clock.today())
    found.picked.connect(model.open)                 # picked(Match): Enter, Space or a click
    found.left_upwards.connect(search.setFocus)      # Up from the first row

Up and Down move; nothing is chosen beforehand. A list never stands beside an open patient. Rows
are kept and painted anew with whom they show, for matches come with every letter typed. While
somebody is typing the list keeps its height: the page below it moves when they pause. Whoever knows
who may be shown next says so (`expect`): they are put into words and painted beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.match import Match
from ui.theme import current
from ui.widgets import paint, patient_pages, patient_painting
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column
from ui.widgets.patient_pages import Page, look_of
from ui.widgets.patient_row import PatientRow

_PAUSE_MS = 150
_SOON_MS = 1  # not 0: that would still be in the turn in which the letter is painted
_FIRST = 8  # rows put into words at each letter, whether seen or not
_PAGES = 12  # painted beforehand: the likely letters; each takes about a megabyte
PAINTED_MOST = 48 * 1024 * 1024  # bytes of them: on a large screen at 200 % each takes more


class PatientList(QWidget):
    """Rows under each other; Tab reaches the list once."""

    picked = Signal(object)
    left_upwards = Signal()
    settled = Signal()  # somebody who typed has paused: now the list is as high as its rows

    def __init__(
        self, name: str, parent: QWidget | None = None, *, painted_most: int = PAINTED_MOST
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._painted_most = painted_most
        self._kept: list[PatientRow] = []
        self._shown: tuple[Match, ...] = ()
        self._late = 0  # the first row out of sight that does not know yet whom it shows
        self._room = 0  # rows that stand in the page, blank ones among them
        self._place = -1  # the row that Tab reaches
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        self._soon = QTimer(self)  # once the letter typed is painted
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._tell_first)
        self._today = date.min
        self._expected: dict[int, Page] = {}  # by the identity of its matches
        self._old: Page | None = None
        self._stale = False  # a letter came: let go of them once that letter is painted
        self._page: Page | None = None  # what is shown, where it was painted beforehand
        self._column = Column(self, gap=8)

    @property
    def rows(self) -> list[PatientRow]:
        """Those that show somebody."""
        self._tell_late()
        return self._kept[: len(self._shown)]

    def make_ready(self, count: int) -> None:
        """Make so many rows beforehand: the first letter typed does not wait for them."""
        while len(self._kept) < count:
            row = self._new_row()
            row.ensurePolished()
            self._kept.append(row)

    def show_matches(self, matches: Sequence[Match], today: date, *, typing: bool = False) -> None:
        """Show these instead; rows that show somebody already stay where they are.

        While somebody is `typing`, rows that nobody is shown in go blank and go away at the next
        pause (`settled`): the page is not laid out anew at each letter.
        """
        page = self._expected.get(id(matches)) if typing and today == self._today else None
        self._stale = True
        if typing:
            self._pause.start()
            if tuple(matches) == self._shown:
                return  # as at most letters of a name that is nearly whole
            self._soon.start()
        self._shown, self._today, count = tuple(matches), today, len(matches)
        self.make_ready(count)
        if page is not None and page.look == look_of(self):
            self._show_page(page)
        else:
            self._show_changed(typing=typing)
        if not typing:
            self._pause.stop()
            self._tell(self.rows)
        if count > self._room or not typing:
            self._show_first(count)
        self._rove(0)

    def _show_changed(self, *, typing: bool) -> None:
        """Put those who are new in their rows into words, and have these rows painted."""
        self._old, self._page, self._late = self._page, None, 0
        first, later, reach = [], [], 0
        for place, (row, match) in enumerate(zip_longest(self._kept, self._shown)):
            if match == row.match:
                continue
            if typing and place >= _FIRST:
                row.show_later(match, self._today)
                later.append(row)
            else:
                reach = max(reach, row.show_match(match, self._today))
                first.append(row)
        self._paint_anew(first, reach)
        self._paint_anew(later, self.width())

    def _show_page(self, page: Page) -> None:
        """Show what was painted beforehand; the rows below it, out of sight, are told later."""
        self._old, self._page, self._late = self._page, page, len(page.said)
        for row, match, said in zip(self._kept, page.matches, page.said, strict=False):
            row.show_expected(match, said)
        self.update(page.area)

    def _tell_late(self) -> None:
        """Whom they show, before anybody looks at them, asks them or paints them."""
        if late := self._late:
            self._late = 0
            for row, match in zip_longest(self._kept[late:], self._shown[late:]):
                row.show_later(match, self._today)

    def expect(self, matches: tuple[Match, ...]) -> None:
        """These may be shown next: have ready what is seen of them first, if it is not too many."""
        self._tell_late()
        if self._stale:
            self._expected, self._old, self._stale = {}, None, False
        if len(self._expected) < _PAGES and self.isVisible():
            room = self._painted_most - self.painted_bytes()
            rows = self._kept[: self._room]
            page = patient_pages.painted(self, rows, matches, self._today, room=room)
            if page is not None:
                self._expected[id(matches)] = page

    def painted_bytes(self) -> int:
        """What the pictures of who may be shown next take."""
        return sum(page.size for page in self._expected.values())

    def _paint_anew(self, rows: Sequence[PatientRow], reach: int) -> None:
        """So much of these and of what lies between: one plain piece is painted fastest."""
        if rows:
            top, bottom = rows[0].y(), rows[-1].geometry().bottom()
            self.update(0, top, min(reach, self.width()), bottom + 1 - top)

    def _settle(self) -> None:
        self._tell(self.rows)
        self._show_first(len(self.rows))
        self.settled.emit()

    def _tell_first(self) -> None:
        self._tell(self.rows[:_FIRST])

    def _tell(self, rows: Sequence[PatientRow]) -> None:
        for row in rows:
            row.tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that `event` touches, and the surface between them."""
        paint.keep_opaque(self)
        area, page = event.rect(), self._page
        painter = QPainter(self)
        if page is not None and page.area.contains(area) and page.look == look_of(self):
            painter.drawPixmap(0, 0, page.picture)
        else:
            self._paint_rows(painter, area)
        painter.end()

    def _paint_rows(self, painter: QPainter, area: QRect) -> None:
        self._tell_late()
        first, last = area.top(), area.bottom()
        down, touched = 0, []
        for row in self._kept[: self._room]:
            top = row.y()
            if down <= last and top > first:
                self._clear(painter, down, top)
            down = top + row.height()
            if top <= last and down > first:
                touched.append(row)
        if down <= last:
            self._clear(painter, down, last + 1)
        patient_painting.draw(painter, touched, mirrored=paint.is_mirrored(self))

    def _clear(self, painter: QPainter, top: int, bottom: int) -> None:
        painter.fillRect(0, top, self.width(), bottom - top, current().colour("surface"))

    def _show_first(self, count: int) -> None:
        """Show so many rows. Each shown by itself would lay out the whole page once more."""
        if count == self._room:
            return
        self._room = count
        at_once = self.isVisible() and not any(row.hasFocus() for row in self._kept)
        if at_once:
            self.hide()
        for place, row in enumerate(self._kept):
            if row.isHidden() == (place < count):
                row.setVisible(place < count)
        self.update()
        if at_once:
            self.show()

    def current(self) -> Match | None:
        """The patient whose row the keys stand on."""
        return self.rows[self._place].match if self.rows else None

    def setFocus(self, *_reason: object) -> None:
        """Ring the row the keys stand on."""
        if self.rows:
            self.rows[self._place].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, row: QObject, event: QEvent) -> bool:
        """Arrows and Enter of a row that has the focus."""
        if not isinstance(row, PatientRow) or row not in self.rows:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._rove(self.rows.index(row))
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(row, event)
        return False

    def _new_row(self) -> PatientRow:
        row = PatientRow()
        row.clicked.connect(lambda _=False, one=row: self._pick(one))
        row.looks_other.connect(lambda one=row: self._row_looks_other(one))
        row.installEventFilter(self)
        row.hide()
        self._column.addWidget(row)
        return row

    def _row_looks_other(self, row: PatientRow) -> None:
        self._let_go()
        self.update(row.geometry())

    def _let_go(self) -> None:
        """Of every picture of patients."""
        self._page = self._old = None
        self._expected.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who is not shown is not held."""
        self._let_go()
        super().hideEvent(event)

    def _pick(self, row: PatientRow) -> None:
        self._tell_late()
        if row.match is not None:
            self.picked.emit(row.match)

    def _key(self, row: PatientRow, event: QKeyEvent) -> bool:
        if is_enter(event):
            if not event.isAutoRepeat():
                row.click()
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = next((step for key, step in steps.items() if key == event.key()), None)
        if step is None:
            return False
        place = self.rows.index(row) + step
        if place < 0:
            self.left_upwards.emit()
        elif place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _rove(self, place: int) -> None:
        place = min(place, len(self._shown) - 1)
        if place == self._place:
            return
        self._place = place
        for number, row in enumerate(self._kept):
            strong = number == place
            wanted = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            if row.focusPolicy() != wanted:
                row.setFocusPolicy(wanted)
