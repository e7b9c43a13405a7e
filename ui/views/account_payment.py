"""What is checked before a payment is recorded: from whom, how much, what is left."""

from __future__ import annotations

from ui.language import tr
from ui.models.money_accounts import Payment
from ui.views.money_forms import METHODS
from ui.widgets.check import Check

CHECK_PAYMENT, TAKE = tr("Check before you record the payment"), tr("&Record the payment")
PAYMENT_THEN = tr("A receipt is made. It goes to finance’s ledger with the next batch.")
NO_REFERENCE = tr("None")


def payment_check(payment: Payment) -> Check:
    """From whom, how much, what is left."""
    account = payment.account
    return Check(
        title=CHECK_PAYMENT,
        facts=(
            (tr("From"), account.payer),
            (tr("Invoice"), account.doc_no),
            (tr("Amount"), str(payment.amount)),
            (tr("How it came"), METHODS[payment.method]),
            (tr("Reference"), payment.provider_ref or NO_REFERENCE),
            (tr("Still owed afterwards"), str(account.balance - payment.amount)),
        ),
        then=PAYMENT_THEN,
        confirm=TAKE,
        icon="cash",
    )
