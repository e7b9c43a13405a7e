"""What finance bills and gets: cases to invoice, invoices, payments, credits by two people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.billing.invoice import Invoice, Payer, PayerType
from app.billing.payment import Method
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.people import Address, clean_name
from app.services import invoicing
from app.services.desk import Desk
from app.services.invoicing import Account, CreditProposal, Issued, ToInvoice
from ui.changes import Changes
from ui.work import Runner

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MoneyLists:
    """What the person's roles let them see; None where a list is not theirs."""

    to_invoice: tuple[ToInvoice, ...] | None
    accounts: tuple[Account, ...] | None
    credits: tuple[CreditProposal, ...] | None

    @property
    def owed(self) -> Money:
        """What is still owed on every invoice listed."""
        return Money.total(one.balance for one in self.accounts or () if one.balance > Money(0))


@dataclass(frozen=True, slots=True)
class InvoiceCheck:
    """An invoice as it would be issued, for the check page."""

    case: ToInvoice
    invoice: Invoice
    payer: Payer | None  # given by hand, where the law makes another than the patient liable


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPayer:
    """Another payer as typed."""

    payer_type: str
    name: str
    address: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received, read and ready to be checked."""

    account: Account
    amount: Money
    method: Method
    provider_ref: str


class MoneyModel(QObject):
    """Reads the lists, prepares each act for its check page, then does it once."""

    listed = Signal(object)  # MoneyLists
    to_check = Signal(object)  # InvoiceCheck
    payer_needed = Signal(object, object)  # ToInvoice, Known
    payment_read = Signal(object)  # Payment
    issued = Signal(str, object)  # "invoice", "receipt" or "credit", Issued
    proposed = Signal(str)  # doc_no
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self._changes = changes or Changes(self)
        self._changes.changed.connect(self.refresh)
        self._waiting = False
        self.watched = False

    @property
    def desk(self) -> Desk:
        """Whose day and roles the screen shows."""
        return self._desk

    def may_invoice(self) -> bool:
        """Whether invoices and payments are theirs."""
        return self._desk.may(Act.INVOICE)

    def may_propose(self) -> bool:
        """Whether a credit may be proposed."""
        return self._desk.may(Act.PROPOSE_CREDIT)

    def may_approve(self) -> bool:
        """Whether credits are theirs to approve."""
        return self._desk.may(Act.APPROVE_CREDIT)

    def may_see(self) -> bool:
        """Whether to offer the page at all; the services check again."""
        return self.may_invoice() or self.may_approve()

    def refresh(self) -> None:
        """Read the lists again while somebody looks."""
        if self.watched and self.may_see():
            self._lane.run(partial(_lists, self._desk), self.listed.emit, self._refuse)

    def prepare_invoice(self, case: ToInvoice, typed: TypedPayer | None = None) -> None:
        """Work the invoice out for its check page; no number is taken."""

        def work() -> InvoiceCheck:
            payer = _payer(typed) if typed is not None else None
            invoice = invoicing.preview(self._desk, case.registration_id, payer)
            return InvoiceCheck(case, invoice, payer)

        def refused(known: Known) -> None:
            if known.field in ("payer", "payer_type", "name", "address") or (
                known.code == "wrong_payer"
            ):
                self.payer_needed.emit(case, known)
            else:
                self._refuse(known)

        self._lane.run(work, self.to_check.emit, refused)

    def issue_invoice(self, check: InvoiceCheck) -> None:
        """Issue what was checked."""
        self._once(
            partial(invoicing.issue, self._desk, check.case.registration_id, check.payer),
            lambda issued: self._gave_out("invoice", issued),
        )

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
            self._refuse(wrong)
            return
        self.payment_read.emit(Payment(account, money, Method(method), provider_ref.strip()))

    def take_payment(self, payment: Payment) -> None:
        """Record a payment that was checked."""
        self._once(
            lambda: invoicing.take_payment(
                self._desk,
                payment.account.doc_no,
                amount=payment.amount,
                method=payment.method,
                provider_ref=payment.provider_ref,
            ),
            lambda issued: self._gave_out("receipt", issued),
        )

    def propose_credit(self, account: Account, reason: str) -> None:
        """Ask for an invoice to be credited."""
        self._once(
            partial(invoicing.propose_credit, self._desk, account.doc_no, reason),
            lambda _nothing: self._proposed(account.doc_no),
        )

    def approve_credit(self, proposal: CreditProposal) -> None:
        """Issue the credit note another person proposed."""
        self._once(
            partial(invoicing.approve_credit, self._desk, proposal.doc_no),
            lambda issued: self._gave_out("credit", issued),
        )

    def _once(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """A second press while the first is done is not taken."""
        if self._waiting:
            return
        self._waiting = True

        def work() -> T:
            try:
                return job()
            finally:
                self._waiting = False

        self._lane.run(work, then, self._refuse)

    def _gave_out(self, kind: str, issued: Issued) -> None:
        self.issued.emit(kind, issued)
        self._changes.changed.emit()

    def _proposed(self, doc_no: str) -> None:
        self.proposed.emit(doc_no)
        self._changes.changed.emit()

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def _lists(desk: Desk) -> MoneyLists:
    bills = desk.may(Act.INVOICE)
    approves = desk.may(Act.APPROVE_CREDIT)
    return MoneyLists(
        invoicing.to_invoice(desk) if bills else None,
        invoicing.accounts(desk) if bills else None,
        invoicing.credits_to_approve(desk) if approves else None,
    )


def _payer(typed: TypedPayer) -> Payer:
    """The payer as typed; raises BadInput for the first part that is missing."""
    if not typed.payer_type:
        raise BadInput("no_payer", "Choose who the law makes liable.", "payer_type")
    if not typed.name.strip():
        raise BadInput("no_payer", "Enter the name the invoice is made out to.", "name")
    lines = tuple(line.strip() for line in typed.address.splitlines() if line.strip())
    if not lines:
        raise BadInput("no_payer", "Enter the address the invoice goes to.", "address")
    return Payer(
        customer_ref="",
        payer_type=PayerType(typed.payer_type),
        family_name=clean_name(typed.name, "name"),
        address=Address(lines, typed.postcode.strip().upper(), ""),
    )
