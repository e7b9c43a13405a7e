"""Invoices and how they stand: payments taken, credits proposed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from app.access.roles import Act
from app.billing.payment import Method
from app.core.errors import BadInput
from app.core.money import Money
from app.services import invoicing
from app.services.invoicing import Account
from ui.models.money import PanelModel


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received, read and ready to be checked."""

    account: Account
    amount: Money
    method: Method
    provider_ref: str


class AccountsModel(PanelModel):
    """Every invoice, what came in for it, and a credit asked for."""

    payment_read = Signal(object)  # Payment
    issued = Signal(object)  # Issued, the receipt
    proposed = Signal(str)  # doc_no

    def read(self) -> tuple[Account, ...]:
        """Every invoice and how it stands."""
        return invoicing.accounts(self._desk)

    def may_propose(self) -> bool:
        """Whether a credit may be proposed."""
        return self._desk.may(Act.PROPOSE_CREDIT)

    def read_payment(self, account: Account, amount: str, method: str, provider_ref: str) -> None:
        """Read a payment as typed; `payment_read` or `refused` follows."""
        try:
            money = Money.parse(amount, "amount")
            if money <= Money(0):
                raise BadInput("bad_amount", "Enter an amount above zero.", "amount")
            if money > account.balance:
                words = f"{account.balance} is owed on this invoice. Enter that or less."
                raise BadInput("too_much", words, "amount")
            if not method:
                raise BadInput("no_method", "Choose how the money came.", "method")
        except BadInput as wrong:
            self.refuse(wrong)
            return
        self.payment_read.emit(Payment(account, money, Method(method), provider_ref.strip()))

    def take_payment(self, payment: Payment) -> None:
        """Record a payment that was checked."""
        self.once(
            lambda: invoicing.take_payment(
                self._desk,
                payment.account.doc_no,
                amount=payment.amount,
                method=payment.method,
                provider_ref=payment.provider_ref,
            ),
            self.issued.emit,
        )

    def propose_credit(self, account: Account, reason: str) -> None:
        """Ask for an invoice to be credited."""
        self.once(
            partial(invoicing.propose_credit, self._desk, account.doc_no, reason),
            lambda _nothing: self.proposed.emit(account.doc_no),
        )


def owed_on(accounts: tuple[Account, ...]) -> Money:
    """What is still owed on every invoice listed."""
    return Money.total(one.balance for one in accounts if one.balance > Money(0))
