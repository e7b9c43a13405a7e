"""Keying a paper form: scan its code, type what stands at each number, save all of it at once."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.casework.form_code import FormKind
from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.services.keying import Keyed
from app.services.open_forms import FormLine, OpenForm
from app.services.particulars import Problems
from ui.days import long
from ui.language import told, tr
from ui.models.documents import DocumentsModel
from ui.models.paper import SIGNING, FilledPaper, PaperModel, meaning
from ui.views.signed_form import SignedForm
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import DateEdit, LineEdit
from ui.widgets.key_row import KeyRow
from ui.widgets.layout import Column, Hanging, Label, Row
from ui.widgets.page import SplitPage
from ui.widgets.settled import settled

TITLE = tr("Key in a form")
CODE, CODE_HINT = tr("Code of the form"), tr("Scan the square, or type the line beside it")
REF, REF_HINT = tr("Case reference"), tr("Such as R-1042")
OPEN = tr("&Open the form")
PRINT_BLANK = tr("&Print a blank form")
FOR_EVERYONE = (
    (LetterKind.LEAFLET, tr("The &leaflet for everyone")),
    (LetterKind.POSTER, tr("The poste&r")),
    (LetterKind.QUICK_CARD_CLERK, tr("Quick &card for the desk")),
    (LetterKind.QUICK_CARD_NURSE, tr("Quick card for &nurses")),
    (LetterKind.QUICK_CARD_DOCTOR, tr("Quick card for &doctors")),
)
HOW = tr(
    "Type the number of the ticked box, or the words as written. Several ticks: 1 3. "
    "Enter goes on. Leave empty what is blank or cannot be read."
)
WHICH = tr("{name}, form {form}, case {ref}, printed {day}")
OLD = tr(
    "Printed with an earlier version of the questions. What is no longer asked is kept as a note."
)
AGAIN = tr("Keyed before. What is known already stays unless you type another answer.")
PRIVATE = tr("For the overseas visitor team")
GONE = tr("No longer asked: kept as a note")
RECEIVED, RECEIVED_HINT = tr("Form came in on"), tr("Today")
SIGNED_BY, SIGNED_ON = tr("Name, as signed"), tr("Signed on")
RELATION = tr("Signed for somebody else: how related")
SAVE = tr("&Save this form")
BACK = tr("Back to the desk")
ANOTHER = tr("Key in another form")
SAVED = tr("Saved")
TAKEN_UP = tr("What you typed before is here again. It is kept once you save the form.")
_SET_ASIDE_MS = 500  # after the last key, so that a second's typing is the most that can be lost
LATE = tr("Marked as late: keyed after the day of care.")
NAMED = {
    FormKind.PRE_ATTENDANCE: tr("Questions before a visit"),
    FormKind.CLINICIAN: tr("Clinician’s form"),
}


class KeyFormView(SplitPage):
    """`opened_for(Patient)` once a form has its case; `left` goes back to the desk."""

    opened_for = Signal(object)
    left = Signal()

    def __init__(
        self, model: PaperModel, files: DocumentsModel, parent: QWidget | None = None
    ) -> None:
        """`files` takes in the copy of a clinician’s signed form."""
        super().__init__(TITLE, parent=parent)
        self._model = model
        self.form: OpenForm | None = None
        self.rows: dict[str, KeyRow] = {}
        self.summary = ErrorSummary()
        self.code = Field(CODE, LineEdit(), hint=CODE_HINT)
        self.ref = Field(REF, LineEdit(placeholder=REF_HINT))
        self.open_button = Button(OPEN, icon="scan")
        self.blank = Button(PRINT_BLANK, kind="text", icon="printer")
        self.for_everyone = [
            (kind, Button(words, kind="text", icon="file-text")) for kind, words in FOR_EVERYONE
        ]
        self.which = Label("", weight="strong", wrap=True)
        self.note = Label("", weight="label", wrap=True)
        self.received = Field(RECEIVED, DateEdit(model.today, placeholder=RECEIVED_HINT))
        self.signed_by = Field(SIGNED_BY, LineEdit())
        self.signed_on = Field(SIGNED_ON, DateEdit(model.today, past=True))
        self.relation = Field(RELATION, LineEdit())
        self.signed = SignedForm(files)
        self._signing: tuple[LineEdit, ...] = (
            *(self.received.input, self.signed_by.input, self.signed_on.input),
            self.relation.input,
        )
        self.save = Button(SAVE, kind="primary", icon="check", main=True)
        self.back = Button(BACK, icon="chevron-left", key="Esc")
        self.another = Button(ANOTHER, kind="primary", icon="scan", key="Enter", main=True)
        self.done = Label("", scale="title", weight="strong", wrap=True)
        self.after = Label("", wrap=True)
        self._aside = QTimer(self)
        self._aside.setSingleShot(True)
        self._aside.setInterval(_SET_ASIDE_MS)
        self._build()
        self._wire()
        self.fresh()

    def fresh(self) -> None:
        """Ready for the next form: nothing is left of the one before."""
        self.keep_on_leaving()
        self.form = None
        self._let_go()
        self.signed.forget()
        self.summary.clear()
        for one in (self.code.input, self.ref.input, *self._signing):
            one.clear()
        self.code.set_error("")
        self.ref.set_error("")
        self.ref.hide()
        self.scanning.show()
        self.sheet.hide()
        self.kept.hide()
        self.save.hide()

    def keep_on_leaving(self) -> None:
        """The desk is locked: what was keyed a moment ago is set aside with the rest."""
        if self._aside.isActive():
            self._aside.stop()
            self._set_aside()

    def take_focus(self) -> None:
        """Where work goes on."""
        if self.form is None:
            target: QWidget = self.another if self.kept.isVisible() else self.code.input
        else:
            target = self._first_row() or self.save
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, known: Known) -> None:
        """Everything to put right, in the summary and beside its number; nothing is cleared."""
        problems = known.problems if isinstance(known, Problems) else (known,)
        self._clear_errors()
        lines: list[tuple[str, QWidget]] = []
        for problem in problems:
            lines.append((told(problem), self._mark(problem)))
        self.summary.show_problems(lines)
        if self.form is None:  # the next scan takes the place of what was misread
            field = self.ref if lines[0][1] is self.ref.input else self.code
            field.input.setFocus(Qt.FocusReason.OtherFocusReason)
            field.input.selectAll()

    # Building

    def _build(self) -> None:
        self.scanning = Card(margins=(24, 16, 24, 18))
        asked = Row(gap=12)
        asked.addWidget(self.code, 3)
        asked.addWidget(self.ref, 1)
        asked.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.scanning.body.addLayout(asked)
        papers = Flow(gap=(12, 4))
        for button in (self.blank, *(one for _, one in self.for_everyone)):
            papers.addWidget(button)
        self.scanning.body.addLayout(Hanging().holding(papers))
        self.sheet = QWidget()
        head = Card(margins=(24, 14, 24, 14), gap=8)
        head.body.addLayout(
            Column(gap=8).holding(self.which, self.note, Label(HOW, role="text2", wrap=True))
        )
        numbers = Card(margins=(16, 12, 16, 14), gap=0)
        self._numbers = Column(gap=6)
        numbers.body.addLayout(self._numbers)
        signed = Card(margins=(24, 14, 24, 18), gap=10)
        signed.body.addLayout(
            Column(gap=10).holding(
                *(self.received, self.signed_by, self.signed_on, self.relation, self.signed)
            )
        )
        Column(self.sheet, gap=14).holding(head, numbers, signed)
        self.kept = Card(SAVED, icon="circle-check", margins=(24, 18, 24, 20), gap=10)
        self.kept.body.addLayout(Column(gap=6).holding(self.done, self.after))
        self.kept.body.addLayout(Row().holding(self.another, None))
        self.content.holding(self.summary, self.scanning, self.sheet, self.kept)
        self.footer.holding(self.back, None, self.save)

    def _wire(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.blank.clicked.connect(self._model.print_blank)
        for kind, button in self.for_everyone:
            button.clicked.connect(partial(self._model.print_leaflet, kind))
        self.code.input.returnPressed.connect(self._open)
        self.ref.input.returnPressed.connect(self._open)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.left)
        self.another.clicked.connect(self._another)
        for one in self._signing:
            one.returnPressed.connect(self.focusNextChild)
            one.textEdited.connect(self._aside.start)
        self._aside.timeout.connect(self._set_aside)
        self._model.opened.connect(self._show)
        self._model.keyed.connect(self._show_kept)

    # What happens

    def _open(self) -> None:
        self._clear_errors()
        self.summary.clear()
        self._model.open(self.code.input.text(), self.ref.input.text())

    def _another(self) -> None:
        self.fresh()
        self.opened_for.emit(None)
        self.take_focus()

    def _show(self, form: OpenForm) -> None:
        self._clear_errors()
        self.summary.clear()
        if form.patient is None:
            self.ref.show()
            self.ref.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, REF)
            return
        self.form = form
        clinical = form.kind is FormKind.CLINICIAN
        self.which.setText(
            WHICH.format(
                name=NAMED[form.kind], form=form.form_id, ref=form.ref, day=long(form.printed_on)
            )
        )
        notes = [OLD] * form.is_old + [AGAIN] * bool(form.keyed_before)
        notes += [TAKEN_UP] * bool(form.typed)
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))
        self._let_go()
        for line in form.lines:
            self._add(line)
        self._chain()
        for name, one in zip(SIGNING, self._signing, strict=True):
            one.setText(form.typed.get(name, ""))
        self.relation.setVisible(not clinical)
        self.signed.ask(form.code, ())
        self.signed.setVisible(clinical and self._model.transcribes())
        self.scanning.hide()
        self.sheet.show()
        self.save.show()
        self.opened_for.emit(form.patient)
        settled(self, self.take_focus)

    def _add(self, line: FormLine) -> None:
        row = KeyRow(
            line.number,
            line.short,
            line.text,
            line.boxes,
            means=lambda typed: GONE if line.gone else meaning(line, typed, self._model.today()),
            closed=PRIVATE if line.private else "",
        )
        self.rows[str(line.number)] = row
        if self.form is not None and not row.is_closed:
            row.input.setText(self.form.typed.get(str(line.number), ""))
        row.input.textEdited.connect(self._aside.start)
        self._numbers.addWidget(row)
        row.show()

    def _chain(self) -> None:
        """Enter goes from number to number, then to the day the form came in."""
        there = [row for row in self.rows.values() if not row.is_closed]
        for one, then in pairwise(there):
            one.said.connect(then.take_focus)
        if there:
            there[-1].said.connect(self.received.input.setFocus)

    def _save(self) -> None:
        if self.form is None:
            return
        self._aside.stop()
        self._clear_errors()
        self.summary.clear()
        self._model.key(self.form, self._filled())

    def _set_aside(self) -> None:
        if self.form is not None:
            self._model.set_aside(self.form, self._filled())

    def _filled(self) -> FilledPaper:
        return FilledPaper(
            answers={number: row.text() for number, row in self.rows.items() if row.text()},
            received_on=self.received.input.text(),
            signed_by=self.signed_by.input.text(),
            signed_on=self.signed_on.input.text(),
            relation=self.relation.input.text(),
            signed_form=self.signed.value(),
        )

    def _show_kept(self, keyed: Keyed) -> None:
        if self.form is None or keyed.form_id != self.form.form_id:
            return
        self.form = None
        self._let_go()
        self.sheet.hide()
        self.save.hide()
        self.done.setText(keyed.words)
        self.after.setText(LATE)
        self.after.setVisible(keyed.late)
        self.kept.show()
        self.take_focus()
        announce(self, f"{keyed.words} {LATE if keyed.late else ''}".strip())

    # Within

    def _let_go(self) -> None:
        for row in self.rows.values():
            self._numbers.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}

    def _first_row(self) -> KeyRow | None:
        return next((row for row in self.rows.values() if not row.is_closed), None)

    def _mark(self, problem: Known) -> QWidget:
        """Say it beside the number or field at fault; returns where the summary jumps to."""
        name = problem.field or ""
        if name in self.rows and not self.rows[name].is_closed:
            self.rows[name].set_error(told(problem))
            return self.rows[name].input
        fields: dict[str, Field[LineEdit] | Field[DateEdit]] = {
            "ref": self.ref,
            "received_on": self.received,
            "signed_by": self.signed_by,
            "clinician_name": self.signed_by,
            "signed_on": self.signed_on,
            "decided_on": self.signed_on,
            "relation": self.relation,
        }
        if name in ("signed_form", "file"):
            return self.signed.refuse(told(problem))
        field = fields.get(name, self.code if self.form is None else self.received)
        field.set_error(told(problem))
        return field.input

    def _clear_errors(self) -> None:
        self.signed.refuse("")
        for row in self.rows.values():
            row.set_error("")
        for field in (
            *(self.code, self.ref, self.received, self.signed_by, self.signed_on),
            self.relation,
        ):
            field.set_error("")
