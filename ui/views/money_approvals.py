"""Money, to approve: what one person proposed and another decides."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Known
from app.core.money import ZERO
from app.services import two_people
from app.services.filing import Issued
from app.services.two_people import Proposal
from ui.bound import bound
from ui.cells import Cell
from ui.language import tr
from ui.models.listing import Line
from ui.models.money_approvals import ApprovalsModel
from ui.models.pdf import PdfModel
from ui.views.account_forms import form_of
from ui.views.account_words import ACTS
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.check import Check

NOTHING = tr("Nothing waits for a second person.")
OWN_PROPOSAL = tr("You proposed this. Another person approves it.")
CHECK, CONFIRM = tr("Check before you approve"), tr("&Approve it")
APPROVED, DECLINED = tr("Approved: {what}."), tr("Declined: {what}.")
_COLUMNS = ((tr("What"), 132), (tr("About"), None), (tr("Amount"), 112))


@dataclass(frozen=True, slots=True)
class _Words:
    """A kind of proposal: its name, what approving it does, and what follows."""

    name: str
    approve: str
    what: str
    then: str


_KINDS = {
    two_people.CREDIT_NOTE: _Words(
        tr("Credit note"),
        tr("&Approve the credit note"),
        tr("Credit invoice {subject} in full"),
        tr("The whole invoice is credited by a credit note. The invoice itself stays as it was."),
    ),
    two_people.REFUND: _Words(
        tr("Refund"),
        tr("&Approve the refund"),
        tr("Pay back what lies on {subject}"),
        tr("It goes back to whoever paid it, the same way, with a receipt and a letter."),
    ),
    two_people.WRITE_OFF: _Words(
        tr("Write-off"),
        tr("&Approve the write-off"),
        tr("Write off what is left of invoice {subject}"),
        tr("It leaves the books and goes on the register of losses. The person stays liable."),
    ),
    two_people.DEBT_REPORT: _Words(
        tr("Debt list"),
        tr("&Approve the list"),
        tr("For the Home Office debt list"),
        tr("It goes with the next export, which is an officer’s act of its own."),
    ),
}


class ApprovalsPanel(ListPanel[Proposal]):
    """Nobody approves what they proposed themselves."""

    def __init__(self, model: ApprovalsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("To approve"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self.decline = form_of("decline", model.desk.finance, lambda: model.desk.today)
        self._declining: Proposal | None = None
        self.add_page(self.decline)
        self.decline.went_on.connect(self._decline)
        model.issued.connect(self._show_document)
        model.approved.connect(bound(self, lambda one: self._tell_done(APPROVED, one)))
        model.declined.connect(bound(self, lambda one: self._tell_done(DECLINED, one)))

    def line_of(self, thing: Proposal) -> Line:
        """What, about what, how much."""
        words = _KINDS[thing.act]
        about = "" if thing.act == two_people.DEBT_REPORT else thing.subject
        return Line(
            thing,
            (
                Cell(words.name),
                Cell(about or thing.reason, strong=True),
                Cell(_amount(thing), strong=True, right=True),
            ),
            ", ".join(
                part
                for part in (words.name, about, thing.payer, _amount(thing), thing.reason)
                if part
            ),
        )

    def key_of(self, thing: Proposal) -> str:
        """The proposal."""
        return str(thing.proposal_id)

    def show_thing(self, thing: Proposal | None) -> None:
        """Who proposed it and why."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        words = _KINDS[thing.act]
        approve = Button(words.approve, kind="primary", icon="check")
        decline = Button(ACTS["decline"].button, icon="x")
        approve.setEnabled(not thing.own)
        approve.clicked.connect(lambda: self._check(thing))
        decline.clicked.connect(lambda: self._ask_why_not(thing))
        self.detail.put(
            name=words.name,
            what=words.what.format(subject=thing.subject),
            figure=_amount(thing),
            facts=_facts(thing),
            note=OWN_PROPOSAL if thing.own else "",
            buttons=(approve, decline),
        )

    def _check(self, proposal: Proposal) -> None:
        self.tell("")
        words = _KINDS[proposal.act]
        about = ((tr("Proposal"), words.what.format(subject=proposal.subject)),)
        amount = ((tr("Amount"), _amount(proposal)),) if proposal.amount != ZERO else ()
        check = Check(
            title=CHECK,
            facts=(*about, *amount, *_facts(proposal)),
            then=words.then,
            confirm=CONFIRM,
        )
        self.ask(check, lambda: self.model.approve(proposal))

    def _ask_why_not(self, proposal: Proposal) -> None:
        self._declining = proposal
        self.open_page(self.decline)
        what = _KINDS[proposal.act].what.format(subject=proposal.subject)
        self.decline.ask(f"{what}.", {})

    def _decline(self) -> None:
        note = self.decline.typed()["note"]
        self.decline.clear_errors()
        if len(note.split()) < 2:
            self.decline.refuse(Known("no_note", tr("Say why not, in a few words."), "note"))
        elif self._declining is not None:
            self.model.decline(self._declining, note)

    def _show_document(self, proposal: Proposal, issued: Issued) -> None:
        self.show_issued(f"{_KINDS[proposal.act].name} {issued.doc_no}", issued)

    def _tell_done(self, words: str, proposal: Proposal) -> None:
        self.decline.done()
        self.back()
        self.tell(words.format(what=_KINDS[proposal.act].what.format(subject=proposal.subject)))


def _facts(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    known = (
        (tr("Account"), proposal.payer),
        (tr("Case"), proposal.ref),
        (tr("Why"), proposal.reason),
        *proposal.listed,
        (tr("Proposed by"), proposal.proposed_by),
    )
    return tuple((label, words) for label, words in known if words)


def _amount(proposal: Proposal) -> str:
    return "" if proposal.amount == ZERO else str(proposal.amount)
