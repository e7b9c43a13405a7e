"""A decision in force: what was said of it, the second person's word, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.casework.review import Choice
from app.core.dates import clock_time, parse_iso
from app.services.casefile import CaseFile, DecisionShown
from ui.days import brief
from ui.language import tr
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import Notes
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.typed import Typed

IN_FORCE = tr("Decision in force")
CHECK_NOTE = tr("Your note on this check")
AGREE, RETURN = tr("A&gree"), tr("&Return to the officer")
RETURNED = tr("{who} returned it: {comment}")
NEXT = tr("Next for this case")
ESTIMATE, LETTERS = tr("Esti&mate"), tr("Letter&s")
SEND, INVOICE = tr("Send to finance to in&voice"), tr("In&voice")
_CHECKS = {
    "": tr("Not needed"),
    "needed": tr("Waiting for a second person"),
    "agreed": tr("A second person agreed"),
    "returned": tr("Returned by a second person"),
}


class DecidedPart(QWidget):
    """`second_checked(agree, note)`; `estimate_wanted`, `letters_wanted`, `invoice_wanted`."""

    second_checked = Signal(bool, str)
    estimate_wanted = Signal()
    letters_wanted = Signal()
    invoice_wanted = Signal()

    def __init__(self, *, may_invoice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.in_force = Facts(IN_FORCE, label_width=104, gap=4)
        self.check_note = Field(CHECK_NOTE, Notes(lines=2))
        self.agree = Button(AGREE, kind="primary", icon="check")
        self.send_back = Button(RETURN)
        self.estimate = Button(ESTIMATE, icon="receipt")
        self.letters = Button(LETTERS, icon="mail")
        self.invoice = Button(INVOICE if may_invoice else SEND, icon="cash")
        note = self.check_note.input
        self._typed = Typed(self, "check", read=note.text, show=note.setPlainText)
        self._check = QWidget()
        Column(self._check, gap=8).holding(
            self.check_note, Row(gap=8).holding(self.agree, self.send_back, None)
        )
        self._next = QWidget()
        acts = Flow(gap=(8, 8))
        for act in (self.estimate, self.letters, self.invoice):
            acts.addWidget(act)
        Column(self._next, gap=6).holding(Label(NEXT, scale="small", weight="strong"), acts)
        Column(self, gap=10).holding(self.in_force, self._check, self._next)
        self.agree.clicked.connect(lambda: self._look(agree=True))
        self.send_back.clicked.connect(lambda: self._look(agree=False))
        self.estimate.clicked.connect(self.estimate_wanted)
        self.letters.clicked.connect(self.letters_wanted)
        self.invoice.clicked.connect(self.invoice_wanted)

    def show_case(self, case: CaseFile, *, may_check: bool) -> None:
        """What is in force; nothing before somebody has decided."""
        decision = case.decision
        waits = decision is not None and decision.second_check == "needed"
        self.setVisible(decision is not None)
        self._check.setVisible(waits and may_check and bool(decision and decision.second_found))
        if decision is not None:
            self.in_force.show_facts(_facts(decision))
            self.invoice.setVisible(decision.choice is Choice.CHARGE)

    def make_way(self, deciding: bool) -> None:
        """What is in force and what comes next, while nobody is deciding anew."""
        self.in_force.setVisible(not deciding)
        self._next.setVisible(not deciding and not self.checking)

    def open_case(self, registration_id: str) -> None:
        """Another case: nothing written of the last, and what was written of this and not saved."""
        self.check_note.input.setPlainText("")
        self.check_note.set_error("")
        self._typed.take_up(registration_id)

    def keep_draft(self) -> None:
        """Remember a note on a check that is not saved."""
        self._typed.set_down()

    @property
    def checking(self) -> bool:
        """Whether the person is asked for their word on it."""
        return not self._check.isHidden()

    def _look(self, *, agree: bool) -> None:
        self.second_checked.emit(agree, self.check_note.input.text())


class Returned(Card):
    """A second person's comment, in front of all else until it is dealt with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ground="warn_tint", margins=(12, 8, 12, 8), parent=parent)
        self.words = Label("", scale="small", weight="label", role="warn_text", wrap=True)
        row = Row(gap=8)
        row.addWidget(Icon("arrow-back-up", role="warn_text", size=18))
        row.addWidget(self.words, 1)
        self.body.addLayout(row)
        self.hide()

    def show_decision(self, decision: DecisionShown | None) -> None:
        """The comment of a decision that was returned."""
        back = decision is not None and decision.second_check == "returned"
        if back and decision is not None:
            self.words.setText(
                RETURNED.format(who=decision.checked_by, comment=decision.check_note)
            )
        self.setVisible(back)


def _facts(decision: DecisionShown) -> list[tuple[str, str]]:
    """What is in force; for whoever checks it, both findings last, beside the note they write."""
    day = f"{brief(parse_iso(decision.at[:10]))} {clock_time(decision.at)}"
    said = (
        tr("Agreed")
        if decision.agreed
        else tr("Said: {suggested_label}").format(suggested_label=decision.suggested_label)
    )
    decided = (tr("Decided"), decision.choice_label)
    checking = decision.second_check == "needed" and bool(decision.second_found)
    facts = [
        *([] if checking else [decided]),
        (tr("Reason"), decision.reason),
        (tr("Note"), decision.note),
        (tr("By"), f"{decision.by}, {day}"),
        (tr("Certificate"), decision.certificate or tr("None stands")),
        (tr("The rules"), said),
        decided if checking else (tr("Second check"), _CHECKS[decision.second_check]),
    ]
    if decision.checked_by:
        facts.append((tr("Checked by"), decision.checked_by))
    if decision.second_found:
        who = tr("They found") if decision.checked_by else tr("You found")
        facts.append((who, decision.second_found))
    if decision.check_note and decision.second_check == "agreed":
        facts.append((tr("Said there"), decision.check_note))
    return facts
