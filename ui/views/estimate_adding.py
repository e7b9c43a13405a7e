"""One line of an estimate being filled in: how the care is given, and what its price asks for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.pricing.care import Care
from app.pricing.tariff import Admission
from ui.language import as_shown, told, tr
from ui.models.estimate import LineDraft
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit
from ui.widgets.layout import Column, Grid, Label, Row
from ui.widgets.typed import put_into, values_in

ADMISSION, NIGHTS, LONGEST = tr("Admission"), tr("Nights"), tr("Nights at most")
VISIT, UNITS = tr("Visit"), tr("How many")
ADD = tr("&Add line")
EMERGENCY = tr("Emergency, not a transfer or a birth")
SEVERAL = tr("Several professions at once")
SAME_VISIT = tr("In one visit with the line before")
FREE = tr("Free for this patient")
NO_PRICE = tr("No list prices this yet. Ask for the trust's own price, or take the exact HRG.")
NOT_EXACT = tr("The exact code is not known yet: the estimate will show a range.")
AVERAGE = tr(
    "Only a national average cost is held. It is provisional until a senior officer confirms it."
)
CHOOSE_WAY = tr("Choose how the patient comes in.")
_VISITS = ((True, tr("First")), (False, tr("Follow-up")))


class AddCare(QWidget):
    """`added(LineDraft)` when a line is whole; hidden until care is picked."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.care: Care | None = None
        self.picked = Label("", weight="strong", wrap=True)
        self.note = Label("", scale="small", role="text2", wrap=True)
        self.admission = Field(ADMISSION, Choice())
        self.nights = Field(NIGHTS, LineEdit("0"))
        self.longest = Field(LONGEST, LineEdit())
        self.visit = Field(VISIT, Choice(_VISITS))
        self.units = Field(UNITS, LineEdit("1"))
        self.emergency, self.several = TickBox(EMERGENCY), TickBox(SEVERAL)
        self.same_visit, self.free = TickBox(SAME_VISIT), TickBox(FREE)
        self.add = Button(ADD, icon="plus")
        self._build()
        self.admission.input.chosen.connect(self._show_what_is_asked)
        self.add.clicked.connect(self._add)
        for field in (self.nights, self.longest, self.units):
            field.input.returnPressed.connect(self._add)
        self.pick(None)

    def pick(self, care: Care | None, *, take_focus: bool = True) -> None:
        """Begin a line for this care; None puts the form away."""
        self.care = care
        self.setVisible(care is not None)
        if care is None:
            return
        self.picked.setText(f"{care.code} {care.name}")
        ways = [(one, as_shown(one.words).capitalize()) for one in care.ways]
        self.admission.input.set_choices(ways)
        if len(ways) == 1:
            self.admission.input.set_value(ways[0][0])
        self._clear()
        self._show_what_is_asked()
        if take_focus:
            self.admission.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def standing(self) -> tuple[Care, tuple[object, ...]] | None:
        """The line so far, where one is begun."""
        return None if self.care is None else (self.care, values_in(self))

    def stand(self, line: tuple[Care, tuple[object, ...]]) -> None:
        """Go on with a line that was begun."""
        care, values = line
        self.pick(care, take_focus=False)
        put_into(self, values)
        self._show_what_is_asked()

    def refuse(self, known: Known) -> bool:
        """Say what to put right beside its field; False where it is about something else."""
        fields: Mapping[str, Field[LineEdit]] = {
            "nights": self.nights,
            "length_of_stay": self.nights,
            "longest_stay": self.longest,
            "units": self.units,
        }
        field = fields.get(known.field or "")
        if field is None:
            return False
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)
        return True

    def way(self) -> Admission | None:
        """The admission chosen."""
        value = self.admission.input.value()  # Qt hands an enumeration of texts back as text
        return None if value is None else Admission(str(value))

    def _clear(self) -> None:
        for field in (self.nights, self.longest, self.units):
            field.set_error("")
        self.admission.set_error("")
        self.nights.input.setText("0")
        self.longest.input.clear()
        self.units.input.setText("1")
        self.visit.input.set_value(True)
        for tick in (self.emergency, self.several, self.same_visit, self.free):
            tick.setChecked(False)

    def _show_what_is_asked(self, *_value: object) -> None:
        way, care = self.way(), self.care
        if care is None:
            return
        overnight = way is not None and way.stays_overnight
        clinic = way is Admission.OUTPATIENT_ATTENDANCE
        for part, asked in (
            (self.nights, overnight),
            (self.longest, overnight),
            (self.emergency, way is Admission.NON_ELECTIVE),
            (self.visit, clinic),
            (self.several, clinic),
            (self.units, way is not None and way.kind is not None),
            (self.same_visit, way is not None and way.is_outpatient),
        ):
            part.setVisible(asked)
        average = way is not None and way in care.provisional
        note = NO_PRICE if not care.ways else AVERAGE if average else NOT_EXACT
        self.note.setText(note)
        self.note.setVisible(not care.ways or average or care.group)
        whole: tuple[QWidget, ...] = (self.admission, self.add, self.free)
        for widget in whole:
            widget.setVisible(bool(care.ways))

    def _add(self) -> None:
        for field in (self.nights, self.longest, self.units):
            field.set_error("")
        self.admission.set_error("")
        way = self.way()
        if self.care is None:
            return
        if way is None:
            self.admission.set_error(CHOOSE_WAY)
            self.admission.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, CHOOSE_WAY, assertive=True)
            return
        self.added.emit(
            LineDraft(
                care=self.care,
                admission=way,
                nights=self.nights.input.text(),
                longest=self.longest.input.text(),
                first=self.visit.input.value() is not False,
                several_professionals=self.several.isChecked(),
                units=self.units.input.text(),
                same_visit=self.same_visit.isChecked(),
                emergency=self.emergency.isChecked() and way is Admission.NON_ELECTIVE,
                free=self.free.isChecked(),
            )
        )

    def _build(self) -> None:
        fields = Grid(gap=(10, 4))
        asked: tuple[QWidget, ...] = (self.nights, self.longest, self.visit, self.units)
        for place, field in enumerate(asked):
            fields.addWidget(field, 0, 1 + place)
            fields.setColumnStretch(1 + place, 2)
        fields.addWidget(self.admission, 0, 0)
        fields.setColumnStretch(0, 3)
        ticks = (self.emergency, self.several, self.same_visit, self.free)
        adding = Row()
        adding.addWidget(self.add)
        adding.addStretch(1)
        Column(self, gap=6).holding(self.picked, self.note, fields, *ticks, adding)
