"""The page between two patients: it names the one whose record comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.core.people import NOT_KNOWN, Patient
from ui.language import told, tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Grid, Label, Row, clear
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

BACK_WITH = tr("You are back with {who}")
READ_BACK = tr("Read back two of these before you go on.")
PARKED_FOR_IT = tr("{who} is parked.")
GO_ON = tr("Go on with {who}")
STILL_OPEN = tr("{who} is still open")
PARK_FIRST = tr("Park this registration and go on? Every answer given so far is saved.")
PARK_AND_GO = tr("Park and go on")
BACK_TO = tr("Back to {who}")
_NAME = 280  # of a name on a button


class Interruption(Page):
    """Names the patient, and waits for a word: `gone_on` or `gone_back`."""

    gone_on = Signal()
    gone_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card("-", bar=True, margins=(32, 24, 32, 24), gap=14)
        self.words = Label("", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self._facts = QWidget()
        self._grid = Grid(self._facts, gap=(24, 6))
        self.go_on = Button("", kind="primary", icon="check", key="Enter", main=True)
        self.go_back = Button("", icon="chevron-left", key="Esc")
        self.go_on.clicked.connect(self.gone_on)
        self.go_back.clicked.connect(self.gone_back)
        self.card.body.addWidget(self.words)
        self.card.body.addWidget(self._facts)
        self.card.body.addWidget(self.problem)
        self.card.body.addSpacing(6)
        buttons = QWidget()
        wrapped = Flow(buttons, gap=(10, 10))
        wrapped.addWidget(self.go_on)
        wrapped.addWidget(self.go_back)
        self.card.body.addWidget(buttons)
        inside = QWidget()
        Column(inside, margins=(24, 40, 24, 24)).holding(Row().holding(None, self.card, None), None)
        Column(self).addWidget(Scroll(inside))
        self.restyle()

    def back_with(self, patient: Patient, today: date, parked: str) -> None:
        """Somebody parked was taken up again."""
        words = f"{PARKED_FOR_IT.format(who=parked)} {READ_BACK}" if parked else READ_BACK
        who = patient.banner_name
        self._show(BACK_WITH.format(who=who), words, GO_ON.format(who=_short(who)), "")
        self.go_on.setAccessibleName(GO_ON.format(who=who))
        self._show_facts(patient, today)

    def still_open(self, patient: Patient, today: date) -> None:
        """The next patient is called while one is open."""
        who = patient.banner_name
        back = BACK_TO.format(who=_short(who))
        self._show(STILL_OPEN.format(who=who), PARK_FIRST, PARK_AND_GO, back)
        self.go_back.setAccessibleName(BACK_TO.format(who=who))
        self._show_facts(patient, today)

    def take_focus(self) -> None:
        """Enter goes on."""
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, known: Known) -> None:
        """Say why the other patient could not be parked."""
        self.problem.setText(told(known))
        self.problem.show()
        announce(self, told(known), assertive=True)

    def restyle(self) -> None:
        """760 wide, as every page of one card."""
        self.card.setMaximumWidth(current().px(760))
        self.card.setMinimumWidth(min(current().px(560), 640))

    def _show(self, title: str, words: str, go_on: str, go_back: str) -> None:
        self.card.set_title(title)
        self.words.setText(words)
        self.go_on.set_words(go_on.replace("&", "&&"))
        self.go_back.set_words(go_back.replace("&", "&&"))
        self.go_back.setVisible(bool(go_back))
        self.problem.hide()
        announce(self, f"{title}. {words}", assertive=True)

    def _show_facts(self, patient: Patient, today: date) -> None:
        clear(self._grid)
        facts = [
            (tr("Born"), patient.born_with_age(today)),
            (tr("NHS No."), str(patient.nhs_number) if patient.nhs_number else NOT_KNOWN),
            (tr("Postcode"), patient.address.postcode or NOT_KNOWN),
        ]
        for line, (word, value) in enumerate(facts):
            self._grid.addWidget(Label(word, role="text2"), line, 0)
            self._grid.addWidget(Label(value, weight="strong"), line, 1)
        self._grid.setColumnStretch(1, 1)


def _short(who: str) -> str:
    """A name as a button has room for it; above the button it stands whole."""
    return paint.elided(who, current().font(), current().px(_NAME))
