"""Two records side by side: what both say, where they differ, and which of them stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.unbroken import aloud
from app.services.merging import Fact, SideBySide
from ui.language import as_shown, spoken, tr
from ui.theme import Weight
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import RadioList
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Grid, Icon, Label, Row, clear
from ui.widgets.typed import typed_in

TITLE = tr("Are these one person?")
THIS, OTHER = tr("This record"), tr("The other record")
STAYS = tr("Which record stays")
KEEP_THIS, KEEP_OTHER = tr("This record stays"), tr("The other record stays")
WHY = tr("Why they are one person, such as which paper you saw")
GO_ON, BACK = tr("&Check and join"), tr("Two people: back")
DIFFERS = tr("differs")
NO_CHOICE = tr("Choose which record stays.")
NO_REASON = tr("Enter why, such as which paper you saw.")
LABELS = {
    "family_name": tr("Family name"),
    "given_names": tr("Given names"),
    "born": tr("Born"),
    "gender": tr("Gender"),
    "nhs_number": tr("NHS No."),
    "hospital_number": tr("Hospital No."),
    "address": tr("Address"),
    "phone": tr("Phone"),
    "registrations": tr("Registrations"),
}


class CompareCard(Card):
    """`chosen(joined id, id that stays, reason)`; `left` when they are two people after all."""

    chosen = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, scale="screen", gap=14, margins=(28, 24, 28, 24), parent=parent)
        self.shown: SideBySide | None = None
        self._table = QWidget()
        self._rows = Grid(self._table, gap=(20, 8))
        self.against = Label("", weight="label", role="warn_text", wrap=True)
        self._warned = QWidget()
        warned = Row(self._warned, gap=8)
        warned.addWidget(Icon("alert-triangle", role="warn_text"), 0, Qt.AlignmentFlag.AlignTop)
        warned.addWidget(self.against, 1)
        self.stays = RadioList(STAYS, (("one", KEEP_THIS), ("other", KEEP_OTHER)))
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.reason = Field(WHY, LineEdit())
        self.go_on = Button(GO_ON, kind="primary", main=True)
        self.back = Button(BACK, key="Esc", main=True)
        self.body.addWidget(self._table)
        self.body.addWidget(self._warned)
        self.body.addWidget(Label(STAYS, weight="strong"))
        self.body.addWidget(self.problem)
        self.body.addWidget(self.stays)
        self.body.addWidget(self.reason)
        self.body.addLayout(Row(gap=12).holding(self.go_on, self.back, None))
        self.go_on.clicked.connect(self._go_on)
        self.back.clicked.connect(self.left)
        self._typed = typed_in(self, "joining")
        self.forget()

    def show_both(self, both: SideBySide) -> None:
        """Show two records; nothing is chosen beforehand."""
        self.forget()
        self.shown = both
        for column, words in enumerate(("", THIS, OTHER)):
            self._rows.addWidget(Label(words, weight="strong"), 0, column)
        for row, fact in enumerate(both.facts, 1):
            self._add(row, fact)
        for column, share in enumerate((0, 1, 1, 0)):
            self._rows.setColumnStretch(column, share)
        self.against.setText(" ".join(map(as_shown, both.against)))
        self._warned.setVisible(bool(both.against))
        self._typed.take_up(f"{both.one.patient_id} {both.other.patient_id}")
        told = "; ".join(f"{LABELS[fact.kind]}: {', '.join(_sides(fact))}" for fact in both.facts)
        self._table.setAccessibleName(aloud(told))
        announce(self, f"{TITLE} {told}. {self.against.text()}")

    def take_focus(self) -> None:
        """The choice of the record that stays."""
        self.stays.setFocus()

    def forget(self) -> None:
        """Nothing of the two is left; why they are one is there again where they are shown."""
        self._typed.set_down()
        self.shown = None
        clear(self._rows)
        self._table.setAccessibleName("")
        self._warned.hide()
        self.against.setText("")
        self.stays.set_value(None)
        self.reason.input.clear()
        self.reason.set_error("")
        self._say("")

    def done(self) -> None:
        """They are joined."""
        self._typed.done()

    def _add(self, row: int, fact: Fact) -> None:
        weight: Weight = "strong" if fact.differs else "text"
        self._rows.addWidget(Label(LABELS[fact.kind], role="text2"), row, 0)
        for column, words in enumerate(_sides(fact), start=1):
            self._rows.addWidget(Label(words, weight=weight, wrap=True), row, column)
        if fact.differs:
            mark = QWidget()
            icon, word = Icon("alert-triangle", role="warn_text"), Label(DIFFERS, scale="small")
            Row(mark, gap=4).holding(icon, word, None)
            self._rows.addWidget(mark, row, 3)

    def _go_on(self) -> None:
        stays, reason = self.stays.value(), self.reason.input.text().strip()
        self.reason.set_error("" if reason else NO_REASON)
        self._say("" if stays else NO_CHOICE)
        if self.shown is None or not stays or not reason:
            first: QWidget = self.stays if not stays else self.reason.input
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        one, other = self.shown.one.patient_id, self.shown.other.patient_id
        joined, kept = (other, one) if stays == "one" else (one, other)
        self.chosen.emit(joined, kept, reason)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


def _sides(fact: Fact) -> tuple[str, str]:
    """What each record has, in the words of the window where it is no name and no number."""
    say = as_shown if fact.kind == "gender" else spoken
    return say(fact.one), say(fact.other)
