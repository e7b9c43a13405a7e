"""One patient of a list: a button that is asked, focused, clicked and read out.

It paints nothing: its list paints all rows that changed at once (`ui.widgets.patient_painting`),
which costs a third of painting each by itself.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.match import Match
from app.core.unbroken import aloud
from ui.theme import current
from ui.widgets import paint
from ui.widgets.patient_words import FACTS, NOBODY, Said
from ui.widgets.row_plan import Plan, plan_plain, plan_row, widest

_WHOLE = 100_000  # px: further than any row


class PatientRow(QAbstractButton):
    """Name and reason above; birth, NHS number and postcode below, wrapped where room is short."""

    looks_other = Signal()  # it got or lost the ring or the pointer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.match: Match | None = None
        self.is_live = False  # a click would be its own
        self._today = date.min
        self._said: Said | None = None
        self._plan: Plan | None = None
        self._asked = 0  # the height that layouts know of
        self._told = False
        self.setUpdatesEnabled(False)  # its list paints it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.pressed.connect(self._look_live)
        self.released.connect(self._look_live)

    def show_match(self, match: Match | None, today: date) -> int:
        """Show this patient, or nobody: then nothing of the last one is left.

        Gives back how far from the left the row looks other: mostly in the patient's own words
        alone, which seldom reach the end of it.
        """
        before, called = self._plan, self._said
        self.show_later(match, today)
        if match is None:
            return _WHOLE
        plan = self.planned()
        self._fit(plan)
        if called is None or plan is not before or not plan.shared or paint.is_mirrored(self):
            return _WHOLE
        return max(plan.reach, widest(called.name), widest(self.said.name))

    def show_later(self, match: Match | None, today: date) -> None:
        """The same; the words wait until it is painted, has the focus or is told to `tell`."""
        self.match, self._today = match, today
        self._said = self._plan = None
        if self._told:
            self._untell()

    def show_expected(self, match: Match, said: Said) -> None:
        """Show a patient whose words are known to be laid out as those before them."""
        self.match, self._said = match, said
        if self._told:
            self._untell()

    def _untell(self) -> None:
        self._told = False
        self.setAccessibleName("")

    def tell(self) -> None:
        """Give the words to whoever reads the screen out."""
        if not self._told and self.match is not None:
            self._told = True
            self.setAccessibleName(aloud(self.said.whole))
            self._fit(self.planned())

    @property
    def said(self) -> Said:
        """The words of whom it shows; of nobody, none."""
        if self._said is None:
            if self.match is None:
                return NOBODY
            self._said = Said.of(self.match, self._today)
        return self._said

    def planned(self, width: int = 0) -> Plan:
        """Where its words go in a width, or in the width it has."""
        width = width or self.width()
        if self._plan is None or self._plan.width != width:
            self._plan = self._planned(width)
        return self._plan

    def would_lay_out(self, match: Match, said: Said) -> bool:
        """Whether this patient's words would stand just where those it shows stand."""
        plan = self.planned()
        if self.match is None or match.merged_from or not plan.shared:
            return False
        return plan is plan_plain(plan.width, name=said.name, reason=said.reason, facts=FACTS)

    def restyle(self) -> None:
        """Lay out anew in the sizes of the current theme."""
        self._plan = None
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Facts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its wrapped words."""
        return self.planned(width).height

    def sizeHint(self) -> QSize:
        """Wide enough for a name, as high as that makes it."""
        width = max(self.width(), current().px(240))
        self._asked = self.planned(width).height
        return QSize(current().px(240), self._asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout gives a row at most the height that its last width asked for: ask again."""
        super().resizeEvent(event)
        self._fit(self.planned())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.tell()
        super().focusInEvent(event)
        self.looks_other.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.looks_other.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self._look_live()

    def leaveEvent(self, event: QEvent) -> None:
        """As it was."""
        super().leaveEvent(event)
        self._look_live()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: its list does it."""

    def _look_live(self) -> None:
        self.is_live = self.underMouse() or self.isDown()
        self.looks_other.emit()

    def _fit(self, plan: Plan) -> None:
        if plan.height != self.height() or plan.height != self._asked:
            self.updateGeometry()

    def _planned(self, width: int) -> Plan:
        """That of every row like this one, unless its reason names a patient or it has no room."""
        said, plan = self.said, None
        if self.match is None or not self.match.merged_from:
            plan = plan_plain(width, name=said.name, reason=said.reason, facts=FACTS)
        facts = tuple(zip(FACTS, said.facts, strict=True))
        return plan or plan_row(width, name=said.name, reason=said.reason, facts=facts)
