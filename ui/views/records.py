"""The records of one person: joined ones parted again, similar ones compared and joined.

    page = RecordsPage(MergingModel(desk, lane, changes), clock.today)
    page.open(match)                 # a patient of the search
    page.closed.connect(...)

Three pages over each other: what there is, two records side by side, and the check before either
act. Esc goes one back and discards nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from app.core.match import Match
from app.core.people import Patient
from app.services.merging import JoinedRecord, SideBySide
from ui.days import show
from ui.language import spoken, told, tr
from ui.models.merging import MergingModel, Records
from ui.views.compare import CompareCard
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check, CheckPage
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Label, Row, clear
from ui.widgets.patients import PatientList
from ui.widgets.scroll import Scroll
from ui.widgets.typed import typed_in

TITLE = tr("Records of {name}")
JOINED, NONE_JOINED = tr("Read as this record"), tr("No other record is read as this one.")
SIMILAR, NONE_SIMILAR = tr("Similar records"), tr("No similar record is found.")
LINE = tr("{name}, born {born}. Joined {on} by {by}: {reason}")
PART, BACK = tr("Part again"), tr("Back to the search")
WHY_PART = tr("Why part them, such as what showed that they are two people")
CHOOSE = tr("Choose one to see both side by side.")
CHECK_JOIN, JOIN_IT = tr("Check before you join two records"), tr("&Join these records")
CHECK_PART, PART_IT = tr("Check before you part two records"), tr("&Part these records")
JOIN_THEN = tr(
    "Both are then read as the record that stays: banner, queue and letters. Every registration "
    "stays where it was made, nothing is deleted, and you can part them again at any time."
)
PART_THEN = tr("Each is then read as itself again, as it was before. Nothing is deleted.")
JOINED_NOW, PARTED_NOW = tr("The records are joined."), tr("The records are parted.")
NAMED, NOT_KNOWN = tr("{name}, born {born}, NHS No. {number}"), tr("Not known")
NO_REASON = tr("Enter why, such as which paper you saw.")


class RecordsPage(QStackedWidget):
    """`closed` when the person goes back to the search."""

    closed = Signal()

    def __init__(
        self,
        model: MergingModel,
        today: Callable[[], date],
        *,
        back: str = BACK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._today = model, today
        self._open: Match | None = None
        self.card = Card(" ", scale="screen", gap=14, margins=(28, 24, 28, 24))
        self.none_joined = Label(NONE_JOINED, role="text2", wrap=True)
        self.reason = Field(WHY_PART, LineEdit())
        self._typed = typed_in(self.reason, "parting")
        self.similar = PatientList(SIMILAR)
        self.none_similar = Label("", role="text2", wrap=True)
        self.back = Button(back, key="Esc", icon="chevron-left")
        self.part: list[Button] = []
        self._lines = Column(gap=8)
        self.compare = CompareCard()
        self.check = CheckPage()
        self._build()
        self._wire()

    def open(self, match: Match) -> None:
        """Read the records of this patient."""
        self._open = match
        self.card.set_title(TITLE.format(name=match.banner_name))
        self.setCurrentIndex(0)
        self._model.open(match.patient_id)

    def close_panel(self) -> bool:
        """Esc: one page back; from the first one to the search."""
        if self.currentWidget() is self.check:
            self.setCurrentIndex(1 if self.compare.shown else 0)
        elif self.currentIndex() == 1:
            self._overview()
        else:
            self._leave()
        return True

    def _build(self) -> None:
        self.card.body.addWidget(Label(JOINED, weight="strong"))
        self.card.body.addWidget(self.none_joined)
        self.card.body.addLayout(self._lines)
        self.card.body.addWidget(self.reason)
        self.card.body.addWidget(Label(SIMILAR, weight="strong"))
        self.card.body.addWidget(self.none_similar)
        self.card.body.addWidget(self.similar)
        self.card.body.addLayout(Row().holding(self.back, None))
        for card in (self.card, self.compare):
            inside = QWidget()
            Column(inside, margins=(24, 24, 24, 24)).holding(card, None)
            self.addWidget(Scroll(inside))
        self.addWidget(self.check)

    def _wire(self) -> None:
        self.back.clicked.connect(self._leave)
        self.similar.picked.connect(self._compare)
        self.compare.left.connect(self._overview)
        self.compare.chosen.connect(self._check_join)
        self.check.back.connect(self.close_panel)
        self._model.read.connect(self._show)
        self._model.compared.connect(self._show_both)
        self._model.joined.connect(self._were_joined)
        self._model.parted.connect(self._were_parted)
        self._model.refused.connect(self._refuse)

    def _show(self, records: Records) -> None:
        clear(self._lines)
        self.part = []
        for one in records.joined:
            self._lines.addLayout(self._line(one))
        self.none_joined.setVisible(not records.joined)
        self.reason.setVisible(bool(records.joined))
        self._typed.set_down()
        self.reason.input.clear()
        if self._open is not None:
            self._typed.take_up(self._open.patient_id)
        self.similar.show_matches(records.similar, self._today())
        self.none_similar.setText(CHOOSE if records.similar else NONE_SIMILAR)
        first = self.similar if records.similar else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.card.title.text())

    def _line(self, one: JoinedRecord) -> Row:
        patient = one.patient
        words = LINE.format(
            name=patient.banner_name,
            born=spoken(patient.born_with_age(self._today())),
            on=show(date.fromisoformat(one.joined_on[:10])),
            by=one.joined_by,
            reason=one.reason,
        )
        button = Button(PART)
        button.setAccessibleName(f"{PART}: {patient.banner_name}")
        button.clicked.connect(lambda: self._check_part(one))
        self.part.append(button)
        row = Row(gap=12)
        row.addWidget(Label(words, wrap=True), 1)
        row.addWidget(button)
        return row

    def _compare(self, other: Match) -> None:
        if self._open is not None:
            self._model.compare(self._open.patient_id, other.patient_id)

    def _show_both(self, both: SideBySide) -> None:
        self.compare.show_both(both)
        self.setCurrentIndex(1)
        self.compare.take_focus()

    def _check_join(self, joined: str, stays: str, reason: str) -> None:
        both = self.compare.shown
        if both is None:
            return
        names = {one.patient_id: _named(one, self._today()) for one in (both.one, both.other)}
        facts = (
            (tr("This record"), names[joined]),
            (tr("is read as"), names[stays]),
            (tr("Reason"), reason),
            *((tr("Look again"), words) for words in both.against),
        )
        check = Check(title=CHECK_JOIN, facts=facts, then=JOIN_THEN, confirm=JOIN_IT, icon="users")
        self.setCurrentWidget(self.check)
        self.check.ask(check, lambda: self._model.join(joined, into=stays, reason=reason))

    def _check_part(self, one: JoinedRecord) -> None:
        reason = self.reason.input.text().strip()
        self.reason.set_error("" if reason else NO_REASON)
        if not reason or self._open is None:
            self.reason.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, NO_REASON, assertive=True)
            return
        facts = (
            (tr("This record"), _named(one.patient, self._today())),
            (tr("was read as"), self._open.banner_name),
            (tr("Reason"), reason),
        )
        check = Check(title=CHECK_PART, facts=facts, then=PART_THEN, confirm=PART_IT, icon="users")
        self.setCurrentWidget(self.check)
        self.check.ask(check, lambda: self._model.part(one.patient.patient_id, reason=reason))

    def _were_joined(self) -> None:
        self.compare.done()
        self._done(JOINED_NOW)

    def _were_parted(self) -> None:
        self._typed.done()
        self._done(PARTED_NOW)

    def _done(self, words: str) -> None:
        self.compare.forget()
        announce(self, words)
        self._overview()

    def _overview(self) -> None:
        self.compare.forget()
        if self._open is not None:
            self.open(self._open)

    def _leave(self) -> None:
        self._open = None
        self.compare.forget()
        self.similar.show_matches((), self._today())
        clear(self._lines)
        self.closed.emit()

    def _refuse(self, known: Known) -> None:
        if self.currentWidget() is self.check:
            self.check.refuse(told(known))
        elif self.isVisible():
            self.none_similar.setText(told(known))
            announce(self, told(known), assertive=True)


def _named(patient: Patient, today: date) -> str:
    number = str(patient.nhs_number or NOT_KNOWN).replace(" ", "\u00a0")  # stays in one line
    return NAMED.format(
        name=patient.banner_name, born=spoken(patient.born_with_age(today)), number=number
    )
