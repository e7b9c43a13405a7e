"""Patients found, one a row, told apart by what is read back to them.

    found = PatientList("Patients found")
    found.show_patients(patients, clock.today())
    found.picked.connect(model.open)                 # picked(Patient): Enter, Space or a click

Up and Down move; nothing is chosen beforehand. A list never stands beside an open patient.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.people import NOT_KNOWN, Patient
from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.flow import Flow
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column, Label, Row, clear


class PatientRow(QAbstractButton):
    """Name above; birth, NHS number and postcode below, wrapped where room is short."""

    def __init__(self, patient: Patient, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.patient = patient
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        facts = [
            (tr("Born"), patient.born_with_age(today)),
            (tr("NHS No."), str(patient.nhs_number) if patient.nhs_number else NOT_KNOWN),
            (tr("Postcode"), patient.address.postcode or NOT_KNOWN),
        ]
        column = Column(self, gap=2, margins=(16, 8, 16, 9))
        column.addWidget(Label(patient.banner_name, weight="strong", wrap=True))
        self._facts = Flow(gap=(24, 0))
        for word, value in facts:
            pair = QWidget()
            Row(pair, gap=6).holding(
                Label(word, scale="small", role="text2"), Label(value, scale="small")
            )
            self._facts.addWidget(pair)
        column.addLayout(self._facts)
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        told = ", ".join(f"{word} {value}" for word, value in facts)
        self.setAccessibleName(f"{patient.banner_name}, {told}")

    def hasHeightForWidth(self) -> bool:
        """Facts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its wrapped facts."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """Name over facts."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, edge, ring."""
        theme = current()
        painter = paint.begin(self)
        radius = theme.radius("row")
        live = self.underMouse() or self.isDown()
        fill, edge = ("tint", "action") if live else ("surface", "edge")
        body = self.rect()
        paint.rounded(painter, body, radius, theme.colour(fill), theme.colour(edge), theme.line)
        if self.hasFocus():
            paint.ring(painter, body, radius)
        painter.end()


class PatientList(QWidget):
    """Rows under each other; Tab reaches the list once."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows: list[PatientRow] = []
        self._column = Column(self, gap=8)

    def show_patients(self, patients: Sequence[Patient], today: date) -> None:
        """Show these instead."""
        clear(self._column)
        self.rows = []
        for patient in patients:
            row = PatientRow(patient, today)
            row.clicked.connect(lambda _=False, one=patient: self.picked.emit(one))
            row.installEventFilter(self)
            self.rows.append(row)
            self._column.addWidget(row)
        self._rove(0)

    def setFocus(self, *_reason: object) -> None:
        """Ring the row the keys stand on."""
        for row in self.rows:
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, row: QObject, event: QEvent) -> bool:
        """Arrows and Enter of a row that has the focus."""
        if not isinstance(row, PatientRow) or row not in self.rows:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._rove(self.rows.index(row))
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(row, event)
        return False

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
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _rove(self, place: int) -> None:
        for number, row in enumerate(self.rows):
            strong = number == place
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)
