"""Money, to approve: what one person proposed and another decides."""

from __future__ import annotations

from app.services.invoicing import CreditProposal
from ui.cells import Cell
from ui.models.listing import Line
from ui.models.money_approvals import ApprovalsModel
from ui.models.pdf import PdfModel
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.check import Check

NOTHING = "No credit note waits for approval."
APPROVE = "&Approve the credit note"
OWN_PROPOSAL = "You proposed this. Another senior officer approves it."
CHECK_APPROVAL, CONFIRM = "Check before you approve the credit", "&Approve it"
APPROVE_THEN = "The whole invoice is credited by a credit note. The invoice itself stays as it was."
_COLUMNS = (("Invoice", 132), ("Payer", None), ("Amount", 112))


class ApprovalsPanel(ListPanel[CreditProposal]):
    """Nobody approves what they proposed themselves."""

    def __init__(self, model: ApprovalsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label="To approve", columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        model.issued.connect(lambda done: self.show_issued(f"Credit note {done.doc_no}", done))

    def line_of(self, thing: CreditProposal) -> Line:
        """Invoice, payer, amount."""
        amount = Cell(str(thing.total), strong=True, right=True)
        return Line(
            thing,
            (Cell(thing.doc_no), Cell(thing.payer, strong=True), amount),
            f"{thing.doc_no}, {thing.payer}, {thing.total}, {thing.reason}",
        )

    def key_of(self, thing: CreditProposal) -> str:
        """The invoice."""
        return thing.doc_no

    def show_thing(self, thing: CreditProposal | None) -> None:
        """Who proposed it and why."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        approve = Button(APPROVE, kind="primary", icon="check")
        approve.setEnabled(not thing.own)
        approve.clicked.connect(lambda: self._check(thing))
        self.detail.put(
            name=thing.payer,
            what=f"Credit invoice {thing.doc_no} in full",
            figure=str(thing.total),
            of="to credit",
            facts=(("Why", thing.reason), ("Proposed by", thing.proposed_by)),
            note=OWN_PROPOSAL if thing.own else "",
            buttons=(approve,),
        )

    def _check(self, proposal: CreditProposal) -> None:
        self.tell("")
        self.ask(approval_check(proposal), lambda: self.model.approve_credit(proposal))


def approval_check(proposal: CreditProposal) -> Check:
    """What another person proposed."""
    return Check(
        title=CHECK_APPROVAL,
        facts=(
            ("Invoice", proposal.doc_no),
            ("Payer", proposal.payer),
            ("Amount", str(proposal.total)),
            ("Why", proposal.reason),
            ("Proposed by", proposal.proposed_by),
        ),
        then=APPROVE_THEN,
        confirm=CONFIRM,
    )
