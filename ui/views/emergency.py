"""Reading one case in an emergency: why, in own words; then the case, to read and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.core.people import NOT_KNOWN
from app.services.emergency import EmergencyCase
from ui.language import told, tr
from ui.models.emergency import EmergencyModel
from ui.theme import current
from ui.views.case_reach import REACH, reach_facts
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit, Notes
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.typed import typed_in

TITLE = tr("Read a case in an emergency")
ABOUT = tr(
    "You read this one case until you lock or leave the desk, and change nothing in it. "
    "It is kept with your name and your reason, and an auditor looks at it afterwards."
)
CARE = tr("Care goes on meanwhile: nobody waits for this page.")
REF, REF_HINT = tr("Case reference"), tr("Such as R-1042")
WHY = tr("Why you need to read it now")
WHY_HINT = tr("In your own words, without the patient’s name.")
READ, AWAY = tr("&Read this case"), tr("Put it &away")
READING = tr("Case {ref}, to read only")
REASON_KEPT = tr("Your reading is kept for the auditor.")
VISIT, ANSWERS, GROUNDS, PAPERS = (
    tr("This visit"),
    tr("Answers"),
    tr("Free-care questions"),
    tr("Papers seen"),
)
NOTHING = tr("Nothing yet")
_WIDEST = 860


class EmergencyPage(Page):
    """`patient_opened(Patient)` when a case is read, `patient_closed()` when it is put away."""

    patient_opened = Signal(object)
    patient_closed = Signal()

    def __init__(self, model: EmergencyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._open = False
        self.summary = ErrorSummary()
        self.ref = Field(REF, LineEdit(placeholder=REF_HINT))
        self.why = Field(WHY, Notes(lines=3), hint=WHY_HINT)
        self.read = Button(READ, kind="primary", icon="book", main=True)
        self.away = Button(AWAY, icon="x", key="Esc")
        self.heading = Label("", scale="title", weight="strong", wrap=True)
        self.parts = {
            name: Facts(name, label_width=190) for name in (REACH, VISIT, ANSWERS, GROUNDS, PAPERS)
        }
        self._build()
        self.read.clicked.connect(self._read)
        self.ref.input.returnPressed.connect(self._read)
        self.away.clicked.connect(self.put_away)
        model.shown.connect(self._show)
        model.refused.connect(self._refuse)

    def opened(self) -> None:
        """Ready for a reference, or still at the case that is read."""
        target = self._scroll if self._open else self.ref.input
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Nobody is open any more; nothing of the case stays in the page."""
        self._model.close()
        self._open = False
        for facts in self.parts.values():
            facts.show_facts([])
        self.heading.setText("")
        self._case.hide()
        self._asking.show()
        self.patient_closed.emit()
        self.ref.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc puts the case away; a reason that is being written stays."""
        if key == "Esc" and self._open:
            self.put_away()
            return True
        return False

    def restyle(self) -> None:
        """As wide as a page to be read."""
        self._inside.setMaximumWidth(current().px(_WIDEST))

    def _build(self) -> None:
        asking = Card(TITLE, icon="alert-circle", gap=14, margins=(24, 18, 24, 20))
        note = Row(gap=10)
        note.addWidget(Icon("heart-handshake", role="text2"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Label(CARE, weight="label", wrap=True), 1)
        asking.body.addWidget(Label(ABOUT, wrap=True))
        asking.body.addLayout(note)
        reason = QWidget()
        Column(reason, gap=14).holding(self.ref, self.why)
        self._typed = typed_in(reason, "emergency").of_person()
        asking.body.addWidget(reason)
        asking.body.addLayout(Row().holding(self.read, None))
        self._asking = asking
        case = Card(gap=16, margins=(24, 18, 24, 20))
        head = Row(gap=12)
        head.addWidget(self.heading, 1)
        head.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        case.body.addLayout(head)
        case.body.addWidget(Label(REASON_KEPT, scale="small", role="text2", wrap=True))
        for name, facts in self.parts.items():
            part = Column(gap=6).holding(Label(name, weight="strong", wrap=True), facts)
            case.body.addLayout(part)
        self._case = case
        self._inside = QWidget()
        Column(self._inside, gap=14, margins=(24, 16, 24, 16)).holding(
            self.summary, self._asking, self._case, None
        )
        beside = QWidget()
        row = Row(beside)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        self._scroll = Scroll(beside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(TITLE)
        Column(self).addWidget(self._scroll)
        self._case.hide()
        self.restyle()

    def _read(self) -> None:
        self.summary.clear()
        for field in (self.ref, self.why):
            field.set_error("")
        self._model.read(self.ref.input.text().strip(), self.why.input.text())

    def _show(self, case: EmergencyCase) -> None:
        self._open = True
        patient = case.patient
        shown = {
            REACH: reach_facts(case.reach),
            VISIT: (
                (tr("Here for"), case.booking.label),
                (tr("Expected to leave the UK"), case.leaving),
                (tr("Urgency"), case.standing_words),
            ),
            ANSWERS: case.answers,
            GROUNDS: case.prompts,
            PAPERS: case.papers,
        }
        for name, facts in shown.items():
            always = name in (REACH, VISIT)
            lines = [(label, value or NOT_KNOWN) for label, value in facts if value or always]
            self.parts[name].show_facts(lines or [(name, NOTHING)])
        self.heading.setText(READING.format(ref=case.ref))
        self.ref.input.clear()
        self.why.input.clear()
        self._typed.done()
        self._asking.hide()
        self._case.show()
        self.patient_opened.emit(patient)
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.heading.text()}. {REASON_KEPT}")

    def _refuse(self, known: Known) -> None:
        fields: dict[str, Field[LineEdit] | Field[Notes]] = {"ref": self.ref, "reason": self.why}
        field = fields.get(known.field or "", self.ref)
        field.set_error(told(known))
        self.summary.show_problems([(told(known), field.input)])
