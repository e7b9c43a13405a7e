"""The clinician's page: a case by its reference, the leaving date, three choices; no money."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.casework.urgency import Urgency
from app.core.errors import Known
from app.services.clinician import ClinicianCase
from ui.language import as_shown, told, tr
from ui.models.clinician import ClinicianModel, FilledForm
from ui.views.case_urgency import UrgencyForm
from ui.widgets.announce import announce
from ui.widgets.band import Band
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.settled import settled

FIND, HINT = tr("Case reference, from the form or the team"), tr("Such as R-1042")
OPEN = tr("&Open the form")
FORM = tr("The clinician’s form")
SAVED = tr("Saved. You may close this page or open another case.")
NOT_YOURS = tr("Only a clinician, or an officer with a signed form, records how urgent care is.")
CARE_FIRST = tr("Care comes before any question of money.")
CAN_WAIT = tr("Recorded.")


class ClinicianPage(Page):
    """`patient_opened(Patient)` when a case is found, `patient_closed()` when it is put away."""

    patient_opened = Signal(object)
    patient_closed = Signal()

    def __init__(self, model: ClinicianModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._case: ClinicianCase | None = None
        self._sent = ""
        self.ref = Field(FIND, LineEdit(placeholder=HINT))
        self.open_button = Button(OPEN, icon="chevron-right", trailing=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.facts = Facts(tr("The case"), label_width=140)
        self.form = UrgencyForm(lambda: model.desk.today)
        self.band = Band("treat_first", " ", " ", compact=True)
        self.saved = Label("", weight="label", wrap=True)
        self._build()
        self._wire()
        self._say("")

    def opened(self) -> None:
        """Ready for a reference; a clerk or anyone else is told whose page this is."""
        if not self._model.may_record():
            self._say(NOT_YOURS)
        self.ref.setEnabled(self._model.may_record())
        self.open_button.setEnabled(self._model.may_record())
        self.ref.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Nobody is open any more."""
        self._case = None
        self._shown.hide()
        self._done.hide()
        self._say("")
        self.ref.input.clear()
        self.patient_closed.emit()

    def on_key(self, key: str) -> bool:
        """Esc puts the case away; nothing that was saved is lost."""
        if key == "Esc" and self._case is not None:
            self.put_away()
            self.ref.input.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _build(self) -> None:
        find = Card(margins=(24, 16, 24, 16))
        row = Row(gap=12)
        row.addWidget(self.ref, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        find.body.addLayout(row)
        find.body.addWidget(self.problem)
        self._shown = Card(FORM, gap=14, margins=(24, 18, 24, 20))
        self._shown.body.addWidget(self.facts)
        self._shown.body.addWidget(self.form)
        self._done = Card(gap=12, margins=(24, 18, 24, 20))
        self._done.body.addWidget(self.band)
        self._done.body.addWidget(self.saved)
        inside = QWidget()
        Column(inside, gap=14, margins=(24, 16, 24, 16)).holding(
            find, self._done, self._shown, None
        )
        self._scroll = Scroll(inside)
        Column(self).addWidget(self._scroll)
        self._shown.hide()
        self._done.hide()

    def _wire(self) -> None:
        self.open_button.clicked.connect(self._find)
        self.ref.input.returnPressed.connect(self._find)
        self.form.saved.connect(self._save)
        self._model.found.connect(self._show)
        self._model.recorded.connect(self._show_recorded)
        self._model.refused.connect(self._refuse)

    def _find(self) -> None:
        self._say("")
        self._model.find(self.ref.input.text())

    def _show(self, case: ClinicianCase) -> None:
        self._case = case
        self._show_facts(case)
        self._done.hide()
        self.form.ask(
            self._model.terms(),
            leaving=case.leaving,
            leaving_answered=case.leaving_answered,
            about=case.registration_id,
        )
        self._shown.show()
        self.patient_opened.emit(case.patient)
        self.form.take_focus()
        settled(self, lambda: self._scroll.verticalScrollBar().setValue(0))

    def _show_facts(self, case: ClinicianCase) -> None:
        self.facts.show_facts(
            [
                (tr("Case"), case.ref),
                (tr("Here for"), case.booking.label),
                (tr("Urgency now"), case.standing_words),
            ]
        )

    def _save(self, form: FilledForm) -> None:
        if self._case is not None:
            self._sent = form.urgency
            self._model.save(self._case, form)

    def _show_recorded(self, case: ClinicianCase) -> None:
        if self._case is None or case.registration_id != self._case.registration_id:
            return
        self._case = case
        self.form.done()
        maternity = case.booking.facts["service_type"] == "maternity"  # never waits
        waits = self._sent == Urgency.NON_URGENT and not maternity
        outcome_words = CAN_WAIT if waits else CARE_FIRST
        self.band.show_outcome(
            "ask_later" if waits else "treat_first", as_shown(case.standing_words), outcome_words
        )
        self.saved.setText(SAVED)
        self._shown.hide()
        self._done.show()
        self.ref.input.clear()
        self.ref.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, SAVED)

    def _refuse(self, known: Known) -> None:
        if self._case is not None and self._shown.isVisible() and known.field:
            self.form.refuse(known)
        else:
            self._say(told(known))

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)
