"""What the check pages of money say: to whom, what, how much, and what follows."""

from __future__ import annotations

from app.core.dates import show
from app.services.invoicing import Account, CreditProposal
from ui.models.money import InvoiceCheck, Payment
from ui.views.money_forms import METHODS
from ui.widgets.check import Check

CHECK_INVOICE, ISSUE = "Check before you issue the invoice", "&Issue the invoice"
INVOICE_THEN = (
    "An invoice is never changed afterwards: a mistake becomes a credit note and a new invoice."
)
CHECK_PAYMENT, TAKE = "Check before you record the payment", "&Record the payment"
PAYMENT_THEN = "A receipt is made. It goes to finance’s ledger with the next batch."
CHECK_CREDIT, PROPOSE = "Check before you propose the credit", "&Propose the credit note"
PROPOSE_THEN = "Nothing changes until another person, a senior officer, approves."
CHECK_APPROVAL, APPROVE = "Check before you approve the credit", "&Approve it"
APPROVE_THEN = "The whole invoice is credited by a credit note. The invoice itself stays as it was."
NONE = "None"


def invoice_check(check: InvoiceCheck) -> Check:
    """Made out to whom, for what, how much."""
    invoice = check.invoice
    address = ", ".join([*invoice.payer.address.lines, invoice.payer.address.postcode])
    lines = tuple((one.description, f"{one.net} ({one.tariff_year})") for one in invoice.lines)
    return Check(
        title=CHECK_INVOICE,
        facts=(
            ("Made out to", invoice.payer.name),
            ("Address", address.strip(", ") or NONE),
            ("Case", f"{check.case.ref}, {check.case.patient}"),
            ("Estimate", check.case.estimate_no),
            *lines,
            ("To pay", str(invoice.balance)),
            ("Due", show(invoice.due_on)),
        ),
        then=INVOICE_THEN,
        confirm=ISSUE,
        icon="receipt",
    )


def payment_check(payment: Payment) -> Check:
    """From whom, how much, what is left."""
    account = payment.account
    return Check(
        title=CHECK_PAYMENT,
        facts=(
            ("From", account.payer),
            ("Invoice", account.doc_no),
            ("Amount", str(payment.amount)),
            ("How it came", METHODS[payment.method]),
            ("Reference", payment.provider_ref or NONE),
            ("Still owed afterwards", str(account.balance - payment.amount)),
        ),
        then=PAYMENT_THEN,
        confirm=TAKE,
        icon="cash",
    )


def credit_check(account: Account, reason: str) -> Check:
    """What is proposed to be credited, and why."""
    return Check(
        title=CHECK_CREDIT,
        facts=(
            ("Invoice", account.doc_no),
            ("Payer", account.payer),
            ("Amount", str(account.total)),
            ("Why", reason),
        ),
        then=PROPOSE_THEN,
        confirm=PROPOSE,
    )


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
        confirm=APPROVE,
    )
