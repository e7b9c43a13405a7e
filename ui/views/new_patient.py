"""The short panel for somebody who is not on the system yet."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.dates import show
from app.core.errors import BadInput, Known
from app.core.match import Match
from app.core.people import GENDERS as KEPT_GENDERS
from app.core.sought import Particulars, as_new_patient
from app.services.passports import PassportReading
from ui.language import told, tr
from ui.models.desk import NewPatient
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.errors import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.from_passport import FROM_PASSPORT, FromPassport
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.patients import PatientList
from ui.widgets.typed import put_into, values_in

GENDERS = tuple(zip(KEPT_GENDERS, (tr("Female"), tr("Male"), tr("Indeterminate")), strict=True))
SIMILAR = tr("These patients are similar. Is it one of them? Check name and date of birth.")
HERE_FOR = tr("Here for")
NOT_THEM = tr("&None of these: add a new patient")
SAVE = tr("Save and go on")
KEPT = tr("You typed this until {time}; it is not saved. If it is for somebody else, clear it.")
CLEAR = tr("C&lear the fields")


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """The panel as it stood: its fields, where they came from, and what had been searched for."""

    values: tuple[object, ...]
    marks: tuple[str, ...]
    passport: PassportReading | None
    sought: str
    since: str = field(compare=False)


class NewPatientPanel(QWidget):
    """Names, birth, NHS number and what they are here for; only the family name is needed.

    `saved(NewPatient, sure)` asks the model; look-alikes stand above the buttons until one of
    them is taken or `sure` says that it is none of them.
    """

    saved = Signal(object, bool)
    picked = Signal(object)
    closed = Signal()
    cleared = Signal()

    def __init__(
        self,
        today: date,
        bookings: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.passport: PassportReading | None = None  # what filled the fields, if one did
        self.from_passport = FromPassport()
        self.summary = ErrorSummary()
        self.given = Field(tr("Given names"), LineEdit())
        self.family = Field(tr("Family name, or “Unknown”"), LineEdit())
        self.born = Field(tr("Date of birth"), DateEdit(lambda: self._today, past=True))
        self.number = Field(tr("NHS number, if known"), LineEdit())
        self.gender = Field(tr("Gender, if known"), Choice(GENDERS, placeholder=tr("Not known")))
        self.known_as = Field(tr("Title, if used"), LineEdit())
        self.here_for = Field(HERE_FOR, Choice(bookings))
        self._similar = QWidget()
        self.look_alikes = PatientList(tr("Similar patients"))
        self.look_alikes.picked.connect(self.picked)
        self.none_of_these = Button(NOT_THEM)
        self.none_of_these.clicked.connect(lambda: self._save(sure=True))
        self.save = Button(
            SAVE, kind="primary", main=True, key="Enter", icon="chevron-right", trailing=True
        )
        self.save.clicked.connect(lambda: self._save(sure=False))
        self.back = Button(tr("Back to the search"), key="Esc", icon="chevron-left")
        self.back.clicked.connect(self.closed)
        self.kept = Label("", role="text2", wrap=True)
        self.clear = Button(CLEAR, kind="text", icon="x", small=True)
        self.clear.clicked.connect(self._clear)
        self._build()

    def open(self, today: date, typed: str, booking: str) -> bool:
        """Show the panel; what was typed to find the patient stands in its fields.

        What was begun before stays, unless somebody else was looked for since (hazard H4); whether
        some of it did.
        """
        self._today = today
        known = as_new_patient(typed, today)
        if known.are_of_another(self._begun()):
            self.forget()
        if self.here_for.input.value() is None:
            self.here_for.input.set_value(booking or None)
        stayed = self.is_begun()
        for one, text in (
            (self.family, known.family_name),
            (self.given, known.given_names),
            (self.born, known.born),
            (self.number, known.nhs_number),
        ):
            if text and not one.input.text():
                one.input.setText(text)
        self.given.input.setFocus()
        return stayed

    def fill(self, reading: PassportReading) -> None:
        """Put what a passport says into its fields, each marked; the clerk sees the page."""
        self.passport = reading
        for one, text in (
            (self.given, reading.given_names),
            (self.family, reading.family_name),
            (self.born, reading.born),
        ):
            one.input.setText(text)
            one.input.set_mark(FROM_PASSPORT if text else "")
            one.set_error("")
        self.gender.input.set_value(reading.gender or None)
        self.gender.input.set_mark(FROM_PASSPORT if reading.gender else "")
        self.from_passport.show_reading(reading)
        chosen = self.here_for.input.value() is not None
        target: QWidget = self.save if chosen else self.here_for.input
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_begun(self) -> bool:
        """Whether something is said of a patient here."""
        texts = (self.given, self.family, self.born, self.number, self.known_as)
        return any(one.input.text() for one in texts) or self.gender.input.value() is not None

    def standing(self, sought: str, since: str) -> HalfTyped | None:
        """The panel as it stands, where somebody has begun."""
        if not self.is_begun():
            return None
        marks = tuple(one.mark() for one in self._marked())
        return HalfTyped(values_in(self), marks, self.passport, sought, since)

    def stand(self, half: HalfTyped) -> None:
        """Have it stand as it did."""
        if half.passport is not None:
            self.fill(half.passport)
        put_into(self, half.values)
        for one, mark in zip(self._marked(), half.marks, strict=True):
            one.set_mark(mark)
        self.say_kept(half.since)
        self.given.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_kept(self, since: str) -> None:
        """What stands here was typed before, perhaps for somebody else (hazard H4)."""
        self.kept.setText(KEPT.format(time=since))
        self._before.show()
        announce(self, self.kept.text())

    def forget(self) -> None:
        """Empty the fields for the next patient; Esc alone keeps what was typed."""
        self.passport = None
        self.from_passport.forget()
        for marked in self._marked():
            marked.set_mark("")
        self._before.hide()
        for one in (self.given, self.family, self.born, self.number, self.known_as):
            one.input.setText("")
            one.set_error("")
        self.gender.input.set_value(None)
        self.here_for.input.set_value(None)
        self.summary.clear()
        self._similar.hide()

    def show_problems(self, problems: Sequence[Known]) -> None:
        """Say everything to put right, in the summary and beside each field."""
        fields = self._by_name()
        for one in fields.values():
            one.set_error("")
        for problem in problems:
            fields[problem.field or "family_name"].set_error(told(problem))
        self.summary.show_problems(
            [(told(one), fields[one.field or "family_name"].input) for one in problems]
        )

    def show_look_alikes(self, patients: Sequence[Match]) -> None:
        """The same person may be on the system already."""
        self.show_problems(())
        self.look_alikes.show_matches(patients, self._today)
        self._similar.show()
        self.look_alikes.setFocus()
        announce(self, SIMILAR)

    def _build(self) -> None:
        fields = Column(gap=12)
        pairs: tuple[tuple[QWidget, QWidget], ...] = (
            (self.given, self.family),
            (self.born, self.number),
            (self.gender, self.known_as),
        )
        for pair in pairs:
            line = Row(gap=16)
            for part in pair:
                line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            fields.addLayout(line)
        last = Row(gap=16)
        last.addWidget(self.here_for, 1)
        last.addStretch(1)
        fields.addLayout(last)
        amber = Row(gap=8)
        amber.addWidget(Icon("alert-triangle", role="warn_text"))
        amber.addWidget(Label(SIMILAR, weight="label", role="warn_text", wrap=True), 1)
        Column(self._similar, gap=8, margins=(0, 4, 0, 4)).holding(
            amber, self.look_alikes, Row().holding(self.none_of_these, None)
        )
        self._similar.hide()
        whole = Column(self, gap=12)
        self._before = QWidget()
        before = Row(self._before, gap=8)
        before.addWidget(Icon("clock", role="text2"), 0, Qt.AlignmentFlag.AlignVCenter)
        before.addWidget(self.kept, 1)
        before.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignVCenter)
        self._before.hide()
        whole.addWidget(self._before)
        whole.addWidget(self.summary)
        whole.addWidget(self.from_passport)
        whole.addLayout(fields)
        whole.addWidget(self._similar)
        buttons = QWidget()
        wrapped = Flow(buttons, gap=(10, 8))
        wrapped.addWidget(self.save)
        wrapped.addWidget(self.back)
        whole.addWidget(buttons)

    def _begun(self) -> Particulars:
        """What stands in the fields, the day of birth as the search would write it."""
        born = self.born.input.text()
        with suppress(BadInput):
            day = self.born.input.value()
            born = show(day) if day else born
        return Particulars(
            family_name=self.family.input.text(),
            given_names=self.given.input.text(),
            born=born,
            nhs_number=self.number.input.text(),
        )

    def _marked(self) -> tuple[LineEdit | Choice, ...]:
        return (self.given.input, self.family.input, self.born.input, self.gender.input)

    def _clear(self) -> None:
        self.forget()
        self.cleared.emit()
        self.given.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _by_name(self) -> dict[str, Field[LineEdit] | Field[DateEdit]]:
        return {
            "given_names": self.given,
            "family_name": self.family,
            "born": self.born,
            "nhs_number": self.number,
        }

    def _save(self, *, sure: bool) -> None:
        gender = self.gender.input.value()
        typed = NewPatient(
            given_names=self.given.input.text(),
            family_name=self.family.input.text(),
            title=self.known_as.input.text(),
            gender=str(gender) if gender else "",
            born="" if self.born.input.is_unknown() else self.born.input.text(),
            nhs_number=self.number.input.text(),
        )
        self.saved.emit(typed, sure)

    def restyle(self) -> None:
        """Keep room for two columns only where they fit."""
        self.setMinimumWidth(current().px(280))
