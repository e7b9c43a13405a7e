"""The right of the money page: the row chosen, its figures, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.dates import show
from app.core.money import ZERO
from app.services.invoicing import Account, CreditProposal, ToInvoice
from ui.models.money import MoneyModel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll

MAKE_INVOICE = "&Make the invoice"
PAYMENT, CREDIT, SEE = "Record a &payment", "Propose a &credit note", "See the &invoice"
APPROVE = "&Approve the credit note"
SECOND_DUE = "A second person has yet to check the decision. The invoice waits for that."
OWN_PROPOSAL = "You proposed this. Another senior officer approves it."
NOTHING_CHOSEN = "Choose a line on the left."
WHOLE = "of {total}, {paid} paid"
_STATE_CHIPS = {
    "Paid": "done",
    "Part paid": "neutral",
    "To pay": "neutral",
    "Cancelled": "ask_later",
}


class DetailCard(Card):
    """Shows one thing at a time; each button asks, and a check page answers."""

    invoice_wanted = Signal(object)  # ToInvoice
    payment_wanted = Signal(object)  # Account
    credit_wanted = Signal(object)  # Account
    letter_wanted = Signal(object)  # Account
    approval_wanted = Signal(object)  # CreditProposal

    def __init__(self, model: MoneyModel, parent: QWidget | None = None) -> None:
        super().__init__(margins=(22, 16, 22, 18), gap=12, parent=parent)
        self._model = model
        self.name = Label("", scale="title", weight="strong", wrap=True)
        self.what = Label("", scale="small", role="text2", wrap=True)
        self.figure = Label("", scale="screen", weight="strong", right=True)
        self.of = Label("", scale="small", role="text2", right=True)
        self.facts = Facts("Details", label_width=150, gap=8)
        self.note = Label("", weight="label", wrap=True)
        self.buttons: list[Button] = []
        self._state = Row(gap=8)
        self._actions = Flow(gap=(10, 8))
        head = Row(gap=16)
        head.addLayout(Column(gap=2).holding(self.name, self.what), 1)
        head.addLayout(Column(gap=2).holding(self.figure, self.of))
        inside = QWidget()
        Column(inside, gap=12).holding(head, self._state, Rule(), self.facts, self.note, None)
        self.body.addWidget(Scroll(inside), 1)
        self.body.addLayout(self._actions)
        self.show_thing(None)

    def show_thing(self, thing: object | None) -> None:
        """The row chosen, or nothing."""
        if isinstance(thing, ToInvoice):
            self._show_to_invoice(thing)
        elif isinstance(thing, Account):
            self._show_account(thing)
        elif isinstance(thing, CreditProposal):
            self._show_proposal(thing)
        else:
            self._put(name=NOTHING_CHOSEN)

    def _show_to_invoice(self, case: ToInvoice) -> None:
        make = Button(MAKE_INVOICE, kind="primary", icon="receipt")
        make.setEnabled(not case.second_check_wanted)
        make.clicked.connect(lambda: self.invoice_wanted.emit(case))
        self._put(
            name=case.patient,
            what=f"{case.ref}, decided to charge",
            figure=str(case.total),
            of="as estimated",
            facts=(("Estimate", case.estimate_no), ("Amount", str(case.total))),
            note=SECOND_DUE if case.second_check_wanted else "",
            chip=Chip("Second check due", "late", icon="users")
            if case.second_check_wanted
            else None,
            buttons=(make,),
        )

    def _show_account(self, account: Account) -> None:
        see = Button(SEE, icon="file-text")
        pay = Button(PAYMENT, kind="primary", icon="cash")
        credit = Button(CREDIT, icon="pencil")
        see.clicked.connect(lambda: self.letter_wanted.emit(account))
        pay.clicked.connect(lambda: self.payment_wanted.emit(account))
        credit.clicked.connect(lambda: self.credit_wanted.emit(account))
        open_still = account.state != "Cancelled"
        pay.setEnabled(open_still and account.balance > ZERO)
        credit.setEnabled(open_still and self._model.may_propose())
        credited = (("Credited", str(account.credited)),) if account.credited != ZERO else ()
        self._put(
            name=account.payer,
            what=f"Invoice {account.doc_no} of {show(account.issued_on)}",
            figure=str(account.balance),
            of=WHOLE.format(total=account.total, paid=account.paid),
            facts=(
                ("Total", str(account.total)),
                ("Paid", str(account.paid)),
                *credited,
                ("Still owed", str(account.balance)),
                ("Due", show(account.due_on)),
            ),
            chip=Chip(account.state, _STATE_CHIPS.get(account.state, "neutral")),
            buttons=(pay, see, credit),
        )

    def _show_proposal(self, proposal: CreditProposal) -> None:
        approve = Button(APPROVE, kind="primary", icon="check")
        approve.setEnabled(not proposal.own)
        approve.clicked.connect(lambda: self.approval_wanted.emit(proposal))
        self._put(
            name=proposal.payer,
            what=f"Credit invoice {proposal.doc_no} in full",
            figure=str(proposal.total),
            of="to credit",
            facts=(("Why", proposal.reason), ("Proposed by", proposal.proposed_by)),
            note=OWN_PROPOSAL if proposal.own else "",
            buttons=(approve,),
        )

    def _put(
        self,
        *,
        name: str,
        what: str = "",
        figure: str = "",
        of: str = "",
        facts: Sequence[tuple[str, str]] = (),
        note: str = "",
        chip: Chip | None = None,
        buttons: Sequence[Button] = (),
    ) -> None:
        self.name.setText(name)
        self.what.setText(what)
        self.figure.setText(figure)
        self.of.setText(of)
        self.facts.show_facts(facts)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        clear(self._state)
        if chip is not None:
            self._state.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        had_focus = any(button.hasFocus() for button in self.buttons)
        clear(self._actions)
        self.buttons = list(buttons)
        for button in buttons:
            self._actions.addWidget(button)
        if had_focus and buttons:
            buttons[0].show()
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
