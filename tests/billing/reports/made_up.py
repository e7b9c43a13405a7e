"""A small ledger written act by act, posted as the program posts it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.billing.credit_note import credit_in_full
from app.billing.invoice import Invoice, issue
from app.billing.ledger import Account, Entry
from app.billing.payment import Method, Receipt, receive
from app.billing.postings import (
    allowance_entries,
    credit_entries,
    invoice_entries,
    receipt_entries,
    write_off_entries,
)
from app.billing.standing import Standing, standing_of
from app.core.money import Money
from app.library.finance import load_finance_terms
from tests.billing.bills import PAYER, line

TERMS = load_finance_terms().reports
OPENED = date(2024, 4, 1)


@dataclass
class Books:
    """Entries in order, and the documents they are of. `day` moves forward only."""

    day: date = OPENED
    entries: list[Entry] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    credited: set[str] = field(default_factory=set)
    serial: int = 0

    def standing(self, doc_no: str) -> Standing:
        return standing_of(doc_no, self.entries)

    def bill(self, pounds: int, *, care_days_ago: int = 3, terms_days: int = 0) -> Invoice:
        care = self.day - timedelta(days=care_days_ago)
        one = replace(line(base=Money(pounds * 100)), service_from=care, service_to=care)
        made = issue(
            doc_no=f"R1H26OV{self._next():06d}",
            issued_on=self.day,
            payer=PAYER,
            patient_ref="H0001",
            lines=(one,),
            terms_days=terms_days,
        )
        self.invoices.append(made)
        self.entries += invoice_entries(made)
        return made

    def pay(self, doc_no: str, amount: Money) -> Receipt:
        paid = receive(
            receipt_no=f"R1HR{self._next():06d}",
            received_on=self.day,
            method=Method.BACS,
            customer_ref=PAYER.customer_ref,
            doc_no=doc_no,
            amount=amount,
        )
        self.receipts.append(paid)
        self.entries += receipt_entries(paid, standing=self.standing(doc_no))
        return paid

    def credit(self, invoice: Invoice) -> None:
        note = credit_in_full(
            invoice, doc_no=f"R1H26OV{900_000 + self._next():06d}", issued_on=self.day
        )
        self.credited.add(invoice.doc_no)
        self.entries += credit_entries(note, standing=self.standing(invoice.doc_no))

    def write_off(self, doc_no: str, amount: Money) -> None:
        number = f"R1HW{self._next():06d}"
        self.entries += write_off_entries(number, doc_no, amount=amount, on=self.day)

    def allow(self, change: Money) -> None:
        self.entries += allowance_entries(
            f"{self.day.year}-{self.day.month:02d}", on=self.day, change=change
        )

    def balance(self, account: Account) -> Money:
        """Debits less credits."""
        return Money.total(one.debit - one.credit for one in self.entries if one.account is account)

    def _next(self) -> int:
        self.serial += 1
        return self.serial
