"""Patients found, one a row, told apart by what is read back to them, each with why it is there.

    found = PatientList(tr("Patients found"))
    found.show_matches(matches, clock.today())
    found.picked.connect(model.open)                 # picked(Match): Enter, Space or a click
    found.left_upwards.connect(search.setFocus)      # Up from the first row

Up and Down move; nothing is chosen beforehand. A list never stands beside an open patient. Rows
are kept and painted anew with whom they show, for matches come with every letter typed; what many
rows share is painted once. While somebody is typing the list keeps its height: the page below it
moves when they pause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.match import Match, Reason
from app.core.people import NOT_KNOWN
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column
from ui.widgets.row_plan import Piece, Plan, plan_plain, plan_row

REASONS: Mapping[Reason, str] = {
    Reason.NHS_NUMBER: tr("NHS number"),
    Reason.HOSPITAL_NUMBER: tr("hospital number"),
    Reason.PASSPORT: tr("passport number"),
    Reason.IDENTITY_CARD: tr("identity card number"),
    Reason.VISA: tr("visa number"),
    Reason.EHIC: tr("European health card number"),
    Reason.GHIC: tr("UK health card number"),
    Reason.PRC: tr("replacement certificate number"),
    Reason.S1: tr("S1 number"),
    Reason.S2: tr("S2 number"),
    Reason.CASE: tr("case reference"),
    Reason.PHONE: tr("phone number"),
    Reason.OTHER: tr("another number"),
    Reason.NAME_AND_BIRTH: tr("name and date of birth"),
    Reason.TURNED_AND_BIRTH: tr("date of birth, given and family name the other way round"),
    Reason.SOUNDS_AND_BIRTH: tr("date of birth, name sounds alike"),
    Reason.NEAR_AND_BIRTH: tr("date of birth, name spelled nearly so"),
    Reason.COMMON_AND_BIRTH: tr("same date of birth, one name the same"),
    Reason.DAY_AND_MONTH: tr("day and month swapped"),
    Reason.BIRTH_NOT_KNOWN: tr("name, date of birth not known"),
    Reason.SURNAME: tr("surname"),
    Reason.TURNED: tr("given and family name the other way round"),
    Reason.ONE_NAME: tr("one of the names"),
    Reason.GIVEN_NAME: tr("given name"),
    Reason.SURNAME_SOUNDS: tr("surname sounds alike"),
    Reason.GIVEN_SOUNDS: tr("given name sounds alike"),
    Reason.NEARLY: tr("spelled nearly so"),
    Reason.BIRTH: tr("date of birth"),
    Reason.NUMBER_BEGINS: tr("number begins so"),
    Reason.MERGED: tr("merged from {name}"),
    Reason.ADDED: tr("just added"),
}
_APART, _APART_ENDS = "\u2068", "\u2069"  # Unicode's first strong isolate
_PAUSE_MS = 150
_FIRST = 8  # rows put into words at each letter, whether seen or not
BORN, NUMBER, POSTCODE = tr("Born"), tr("NHS No."), tr("Postcode")
NOT_KNOWN_HERE = tr("Not known")


def reason_of(match: Match) -> str:
    """Why a patient is in the list, in the window's language."""
    return REASONS[match.reason].format(name=match.merged_from)


def facts_of(match: Match, today: date) -> tuple[tuple[str, str], ...]:
    """What is read back: birth, NHS number, postcode, each under its word."""
    born, number = match.born_with_age(today), match.shown_number
    return (
        (BORN, NOT_KNOWN_HERE if born == NOT_KNOWN else born),
        (NUMBER, NOT_KNOWN_HERE if number == NOT_KNOWN else number),
        (POSTCODE, match.postcode or NOT_KNOWN_HERE),
    )


class PatientRow(QAbstractButton):
    """Name and reason above; birth, NHS number and postcode below, wrapped where room is short.

    It stands on the surface of a card and paints that too, so nothing under it is painted anew.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.match: Match | None = None
        self._today, self._filled = date.min, True
        self._facts: tuple[tuple[str, str], ...] = ()
        self._name = self._reason = ""
        self._plan: Plan | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_match(self, match: Match | None, today: date, *, later: bool = False) -> None:
        """Show this patient, or nobody: then nothing of the last one is left.

        With `later` the words wait until the row is seen, has the focus or is told to `fill`.
        """
        if match == self.match:
            return
        self.match, self._today = match, today
        self._filled = match is None
        self._facts, self._name, self._reason, self._plan = (), "", "", None
        if later or match is None:
            self.setAccessibleName("")
        else:
            self.fill()
        self.update()

    def fill(self) -> None:
        """Put into words whom the row shows, if that has waited."""
        if self._filled or self.match is None:
            return
        self._filled, self._plan = True, None
        self._facts = facts_of(self.match, self._today)
        self._name, self._reason = self.match.banner_name, reason_of(self.match)
        self.setAccessibleName(self._told())
        if self._height(self.width()) != self.height():
            self.updateGeometry()

    def restyle(self) -> None:
        """Lay out anew in the sizes of the current theme."""
        self._plan = None
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Facts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its wrapped words."""
        return self._height(width)

    def sizeHint(self) -> QSize:
        """Wide enough for a name, as high as that makes it."""
        width = max(self.width(), current().px(240))
        return QSize(current().px(240), self._height(width))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.fill()
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, edge, words, ring; the bare surface while it shows nobody."""
        theme = current()
        paint.keep_opaque(self)
        painter = QPainter(self)
        if self.match is None:
            painter.fillRect(self.rect(), theme.colour("surface"))
            painter.end()
            return
        plan = self._planned(self.width())
        self._draw_frame(painter, plan)
        own = [self._name, *(value for _, value in self._facts)]
        for piece, text in zip(plan.own, own, strict=True):
            self._draw_piece(painter, piece, text)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.ring(painter, self.rect(), theme.radius("row"))
        painter.end()

    def _draw_frame(self, painter: QPainter, plan: Plan) -> None:
        """What is no patient's own: where every word has room, from a picture kept of it."""
        theme, surface = current(), current().colour("surface")
        live = self.underMouse() or self.isDown()

        def draw(inside: QPainter) -> None:
            fill, edge = ("tint", "action") if live else ("surface", "edge")
            ground, rim = theme.colour(fill), theme.colour(edge)
            paint.rounded(inside, self.rect(), theme.radius("row"), ground, rim, theme.line)
            if plan.chip is not None:
                chip = paint.mirrored(self, plan.chip)
                ground, rim = theme.colour("grey_tint"), theme.colour("hairline")
                paint.rounded(inside, chip, theme.radius("chip"), ground, rim, theme.px(1))
            for piece in plan.steady:
                self._draw_piece(inside, piece, piece.text)

        if plan.shared:
            size = self.size()
            key = repr((size.toTuple(), self._reason, live, theme))
            painter.drawPixmap(0, 0, paint.kept(painter, key, size, surface, draw))
            return
        painter.fillRect(self.rect(), surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)

    def _draw_piece(self, painter: QPainter, piece: Piece, text: str) -> None:
        painter.setFont(piece.font)
        painter.setPen(current().colour(piece.role))
        if piece.line is not None and not paint.is_mirrored(self):
            painter.drawText(piece.rect.left(), piece.line, text)
        else:
            # Apart from the side it stands at: a number or a day is read from left to right.
            apart = f"{_APART}{text}{_APART_ENDS}" if paint.is_mirrored(self) else text
            painter.drawText(paint.mirrored(self, piece.rect), piece.flags, apart)

    def _told(self) -> str:
        told = ", ".join(f"{word} {value}" for word, value in self._facts)
        return f"{self._name}, {told}, {self._reason}"

    def _height(self, width: int) -> int:
        return self._planned(width).height

    def _planned(self, width: int) -> Plan:
        self.fill()
        if self._plan is None or self._plan.width != width:
            self._plan = self._shared_plan(width) or plan_row(
                width, name=self._name, reason=self._reason, facts=self._facts
            )
        return self._plan

    def _shared_plan(self, width: int) -> Plan | None:
        """That of every row like this one; a merged record's reason names a patient."""
        if self.match is not None and self.match.merged_from:
            return None
        words = [word for word, _ in self._facts]
        return plan_plain(width, name=self._name, reason=self._reason, facts=words)


class PatientList(QWidget):
    """Rows under each other; Tab reaches the list once."""

    picked = Signal(object)
    left_upwards = Signal()
    settled = Signal()  # somebody who typed has paused: now the list is as high as its rows

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows: list[PatientRow] = []  # those that show somebody
        self._kept: list[PatientRow] = []
        self._room = 0  # rows that stand in the page, blank ones among them
        self._place = -1  # the row that Tab reaches
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        self._column = Column(self, gap=8)

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
        count = len(matches)
        self.make_ready(count)
        for place, row in enumerate(self._kept):
            later = typing and place >= _FIRST
            row.show_match(matches[place] if place < count else None, today, later=later)
        self.rows = self._kept[:count]
        if typing:
            self._pause.start()
        else:
            self._pause.stop()
        if count > self._room or not typing:
            self._show_first(count)
        self._rove(0)

    def _settle(self) -> None:
        for row in self.rows:
            row.fill()
        self._show_first(len(self.rows))
        self.settled.emit()

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
        row.installEventFilter(self)
        row.hide()
        self._column.addWidget(row)
        return row

    def _pick(self, row: PatientRow) -> None:
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
        place = min(place, len(self.rows) - 1)
        if place == self._place:
            return
        self._place = place
        for number, row in enumerate(self._kept):
            strong = number == place
            wanted = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            if row.focusPolicy() != wanted:
                row.setFocusPolicy(wanted)
