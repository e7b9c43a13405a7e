"""Invoices and how they stand: payments taken, credits proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from app.access.roles import Act
from app.billing.payment import Method
from app.core.errors import BadInput
from app.core.money import Money
from app.services import account, collection, receiving
from app.services.account import AccountFile, AccountLine
from app.services.invoicing import Account
from ui.language import tr
from ui.models.account_acts import Ready, read_act
from ui.models.money import PanelModel, read_received


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received, read and ready to be checked."""

    account: Account
    amount: Money
    method: Method
    provider_ref: str


class AccountsModel(PanelModel):
    """Every invoice, what came in for it, and a credit asked for."""

    headed = Signal(object)  # Owed: all of it and by age
    opened = Signal(object)  # AccountFile, and again after every change while it is open
    payment_read = Signal(object)  # Payment
    issued = Signal(object)  # Issued, the receipt
    ready = Signal(object)  # Ready, an act to be checked
    done = Signal(str, object)  # the act, and the letter it wrote or None
    previewed = Signal(object)  # the bytes of a letter that was not written

    _open = ""
    _band: int | None = None

    def read(self) -> tuple[AccountLine, ...]:
        """Every invoice and how it stands, or those of the band that was chosen."""
        return account.lines(self._desk, self._band)

    def show_band(self, band: int | None) -> None:
        """List one age of debt, or everything."""
        self._band = band
        self.refresh()

    def may_propose(self) -> bool:
        """Whether credits and write-offs may be proposed."""
        return self._desk.may(Act.PROPOSE_CREDIT)

    def open(self, doc_no: str) -> None:
        """Read one account whole; `opened` follows, and again after every change."""
        self._open = doc_no
        self._lane.run(partial(account.account, self._desk, doc_no), self._show_open, self.refuse)

    def close(self) -> None:
        """No account is chosen; what was read of one meanwhile is let go."""
        self._open = ""

    def refresh(self) -> None:
        """What is owed, the list, and the account that is open, read again while somebody looks."""
        if not self.watched:
            return
        self._lane.run(partial(account.owed, self._desk), self.headed.emit, self.refuse)
        super().refresh()
        if self._open:
            self.open(self._open)

    def preview(self, doc_no: str, step: str) -> None:
        """See a letter that is due; nothing is kept."""
        job = partial(collection.preview, self._desk, doc_no, step)
        self._lane.run(job, self.previewed.emit, self.refuse)

    def prepare(self, act: str, file: AccountFile, typed: Mapping[str, str]) -> None:
        """Read an act as typed; `ready` or `refused` follows."""
        job = partial(read_act, act, self._desk, file, dict(typed))
        self._lane.run(job, self.ready.emit, self.refuse)

    def commit(self, ready: Ready) -> None:
        """Do an act that was checked."""
        self.once(ready.commit, lambda result: self.done.emit(ready.act, result))

    def read_payment(self, account: Account, amount: str, method: str, provider_ref: str) -> None:
        """Read a payment as typed; `payment_read` or `refused` follows."""
        try:
            most = tr("{balance} is owed on this invoice. Enter that or less.").format(
                balance=account.balance
            )
            money, way = read_received(amount, method, most=account.balance, beyond=most)
        except BadInput as wrong:
            self.refuse(wrong)
            return
        self.payment_read.emit(Payment(account, money, way, provider_ref.strip()))

    def take_payment(self, payment: Payment) -> None:
        """Record a payment that was checked."""
        self.once(
            lambda: receiving.take_payment(
                self._desk,
                payment.account.doc_no,
                amount=payment.amount,
                method=payment.method,
                provider_ref=payment.provider_ref,
            ),
            self.issued.emit,
        )

    def _show_open(self, file: AccountFile) -> None:
        if file.doc_no == self._open:
            self.opened.emit(file)
