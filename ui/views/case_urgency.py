"""The clinician's form: three choices beside the leaving date, one tick for what is none of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.errors import Known
from app.core.people import NOT_KNOWN
from app.core.wording import DayWords
from app.residency.questions import Question
from ui.language import told, tr
from ui.models.clinician import FilledForm, FormTerms
from ui.models.documents import DocumentsModel
from ui.theme import current
from ui.views.case_record import RecordRead
from ui.views.signed_form import SignedForm
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList
from ui.widgets.errors import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Column, Grid, Icon, Label, Row, is_narrow
from ui.widgets.long_tick import LongTick
from ui.widgets.typed import Beside, Typed, put_into, values_in

SAVE = tr("&Save the form")
LEAVES = tr("Expected to leave the UK")
NOT_ANSWERED = tr("Not asked yet")
NOT_KNOWN_NOTE = tr(
    "Where nobody knows when the patient can leave, or a return home within 6 months is unlikely, "
    "answer as for care that cannot wait."
)
PASSED_NOTE = tr(
    "That day has passed. Until the team knows when the patient can leave now, answer as for care "
    "that cannot wait."
)
NONE_OF_THESE = tr("None of these is true of the care")
NOT_ANSWERED_HERE = tr("Not answered")
SIGNED_BY, SIGNED_ON = tr("Clinician’s name, as signed"), tr("Signed on")
TRANSCRIBE = tr(
    "You copy a form that a named clinician has signed. Only a clinician decides urgency."
)
SIGNED_AS = tr("Recorded under your name, today.")
_YES_NO = ("yes", "no")
_SIDE_BY_SIDE_FROM = 900  # window width at 100 %


class UrgencyForm(QWidget):
    """`saved(FilledForm)`; nothing is chosen beforehand, and a refusal keeps what was filled in."""

    saved = Signal(object)
    record_read = Signal(str, str)  # source and day, from an officer alone

    def __init__(
        self,
        today: Callable[[], date],
        files: DocumentsModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`files` takes in the copy of a signed form; a clinician's own form needs none."""
        super().__init__(parent)
        self._top: Row | None = None
        self._grids: list[tuple[Grid, Sequence[QWidget], int]] = []
        self._today, self._files = today, files
        self.signed: SignedForm | None = None
        self.summary = ErrorSummary()
        self._whole = Column(self, gap=12).holding(self.summary)
        self._form: QWidget | None = None
        self._typed = Typed(
            self,
            "urgency",
            read=self._filled,
            show=self._put,
            beside=Beside(LEAVES, lambda: self.leaving.text()),
        )

    def ask(
        self,
        terms: FormTerms,
        *,
        leaving: str,
        leaving_answered: bool,
        about: str = "",
        copies: Sequence[tuple[str, str]] = (),
    ) -> None:
        """A fresh form, in the words of the law data, beside this leaving date; what this person
        had filled in beside the same date, and not saved, stands in it.

        `about` is the case; `copies` its papers with a copy, id and words: the form may be one.
        """
        self._typed.set_down()
        self.summary.clear()
        if self._form is not None:
            self._whole.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = QWidget()
        self._terms = terms
        self.leaving = Label(
            leaving if leaving_answered else NOT_ANSWERED, scale="title", weight="strong"
        )
        self.urgency = RadioList(
            terms.urgency.text,
            [(one.value, one.label.replace("&", "&&")) for one in terms.urgency.options],
            gap=2,
        )
        self.none_of_these = LongTick(NONE_OF_THESE)
        self.none_of_these.setAccessibleDescription(" ".join(one.text for one in terms.none_of))
        self.none_of_these.toggled.connect(self._none_of_them)
        self.single = {one.id: Field(one.text, _options(one)) for one in terms.none_of}
        self.arose = Field(terms.arose.text, _yes_no(terms.arose))
        self.necessary = Field(terms.necessary.text, _yes_no(terms.necessary))
        self.name = Field(SIGNED_BY, LineEdit())
        self.signed_on = Field(SIGNED_ON, DateEdit(self._today, placeholder="14/7/26"))
        self.signed = None
        if terms.transcribed and self._files is not None:
            self.signed = SignedForm(self._files)
            self.signed.ask(about, copies)
        self.save = Button(SAVE, kind="primary", icon="check", main=True)
        self.save.clicked.connect(self._save)
        self.record = RecordRead(self._today)
        self.record.read.connect(self.record_read)
        unknown = not leaving_answered or leaving == NOT_KNOWN
        passed = isinstance(leaving, DayWords) and leaving.day < self._today()
        note = NOT_KNOWN_NOTE if unknown else PASSED_NOTE if passed else ""
        self._lay_out(self._form, terms, note)
        self._whole.addWidget(self._form)
        self._form.show()  # at once, so that it can take the focus
        self._typed.take_up(about)

    def take_focus(self) -> None:
        """The three choices first."""
        self.urgency.setFocus()

    def forget(self) -> None:
        """No case is open: the copy that was not kept is let go."""
        if self.signed is not None:
            self.signed.forget()

    def done(self) -> None:
        """The form is saved."""
        self._typed.done()

    def refuse(self, known: Known) -> None:
        """Say what to put right, in the summary and beside its field."""
        fields: dict[str, Field[LineEdit] | Field[DateEdit]] = {
            "clinician_name": self.name,
            "decided_on": self.signed_on,
        }
        for field in fields.values():
            field.set_error("")
        target: QWidget = self.urgency
        if known.field in fields:
            fields[known.field].set_error(told(known))
            target = fields[known.field].input
        target = self.record.place_of(known) or target
        if self.signed is not None:
            missing = known.field in ("signed_form", "file")
            place = self.signed.refuse(told(known) if missing else "")
            target = place if missing else target
        self.summary.show_problems([(told(known), target)])

    def _lay_out(self, form: QWidget, terms: FormTerms, note: str) -> None:
        asked = Label(terms.urgency.text, scale="title", weight="strong", wrap=True)
        beside = Card(ground="tint", margins=(16, 12, 12, 14), gap=4)
        beside.body.addWidget(Label(LEAVES, scale="small", role="text2", wrap=True))
        beside.body.addWidget(self.leaving)
        if note:
            beside.body.addWidget(Label(note, scale="small", weight="label", wrap=True))
        meanings = Column(gap=4)
        for words in terms.definitions:
            meanings.addWidget(Label(words, scale="small", role="text2", wrap=True))
        self._grids = []
        top = self._top = Row(gap=20)
        top.addLayout(Column(gap=8).holding(self.urgency, meanings), 5)
        top.addLayout(Column().holding(beside, None), 3)
        pair = self._grid((self.arose, self.necessary), most=2)
        none_of = Column(gap=8)
        none_of.addWidget(self.none_of_these)
        none_of.addLayout(self._grid(tuple(self.single.values()), most=3))
        column = Column(form, gap=14).holding(asked, top, none_of, pair)
        column.addWidget(self._signing(terms.transcribed))
        column.addLayout(Row().holding(self.save, None))
        column.addWidget(self.record)
        self.record.setVisible(terms.transcribed)
        self.restyle()
        for field in (self.name, self.signed_on):
            field.setVisible(terms.transcribed)  # in its place by now: before, it would be a window

    def restyle(self) -> None:
        """Side by side as far as the window has room; the leaving date first where it has none."""
        ways = QBoxLayout.Direction
        wide = self.window().width() >= current().px(_SIDE_BY_SIDE_FROM)
        if self._top is not None:
            self._top.setDirection(ways.LeftToRight if wide else ways.BottomToTop)
        for grid, fields, most in self._grids:
            across = min(most, (2 if is_narrow(self) else 3) if wide else 1)
            for place, field in enumerate(fields):
                row, column = divmod(place, across)
                grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignBottom)
            for column in range(most):
                grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self.restyle()

    def _grid(self, fields: Sequence[QWidget], *, most: int) -> Grid:
        """Fields side by side, as many as the window has room for."""
        grid = Grid(gap=(16, 8))
        self._grids.append((grid, fields, most))
        return grid

    def _none_of_them(self, none: bool) -> None:
        for field in self.single.values():
            field.input.setEnabled(not none)
            if none:
                field.input.set_value(None)

    def _signing(self, transcribed: bool) -> QWidget:
        part = QWidget()
        asked: tuple[QWidget, ...] = (self.name, self.signed_on)
        grid = self._grid(asked, most=2)
        note = Row(gap=8)
        note.addWidget(Icon("stethoscope", role="text2"))
        note.addWidget(Label(TRANSCRIBE if transcribed else SIGNED_AS, role="text2", wrap=True), 1)
        whole = Column(part, gap=10).holding(note, grid)
        if self.signed is not None:
            whole.addWidget(self.signed)
        return part

    def _filled(self) -> tuple[object, ...]:
        chosen = (*self.single.values(), self.arose, self.necessary)
        return (
            self.urgency.value(),
            self.none_of_these.isChecked(),
            tuple(field.input.value() for field in chosen),
            self.name.input.text(),
            self.signed_on.input.text(),
            values_in(self.record),
            self.signed.among.input.value() if self.signed is not None else None,
        )

    def _put(self, filled: tuple[Any, ...]) -> None:
        urgency, none, choices, name, signed_on, read, copy = filled
        self.urgency.set_value(urgency)
        self.none_of_these.setChecked(none)
        chosen = (*self.single.values(), self.arose, self.necessary)
        for field, value in zip(chosen, choices, strict=True):
            field.input.set_value(value)
        self.name.input.setText(name)
        self.signed_on.input.setText(signed_on)
        put_into(self.record, read)
        if self.signed is not None:
            self.signed.among.input.set_value(copy)

    def _save(self) -> None:
        value = self.urgency.value()
        self.summary.clear()
        self.saved.emit(
            FilledForm(
                urgency="" if value is None else str(value),
                none_of_these=self.none_of_these.isChecked(),
                need_arose=str(self.arose.input.value() or ""),
                necessary=str(self.necessary.input.value() or ""),
                clinical=tuple(
                    (name, str(field.input.value()))
                    for name, field in self.single.items()
                    if field.input.value() is not None
                ),
                clinician_name=self.name.input.text(),
                decided_on=self.signed_on.input.text(),
                signed_form=self.signed.value() if self.signed is not None else None,
            )
        )


def _options(question: Question) -> Choice:
    options = [(one.value, one.label) for one in question.options]
    return Choice(options, placeholder=NOT_ANSWERED_HERE)


def _yes_no(question: Question) -> Choice:
    """Yes and no in the question's words; nothing chosen means that nothing is said."""
    options = [(one.value, one.label) for one in question.options if one.value in _YES_NO]
    return Choice(options, placeholder=NOT_ANSWERED_HERE)
