"""A made-up ledger: months of business by chance, posted as the program posts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from app.billing.credit_note import credit_in_full
from app.billing.invoice import Invoice, issue
from app.billing.ledger import Account, Entry, unallocated
from app.billing.payment import Method, Receipt, receive, refund
from app.billing.postings import (
    allocation_entries,
    allowance_entries,
    credit_entries,
    invoice_entries,
    receipt_entries,
    refund_entries,
    write_off_entries,
)
from app.billing.standing import Standing, standing_of
from app.core.money import ZERO, Money
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

    def pay_back(self, receipt: Receipt, amount: Money) -> None:
        back = refund(
            receipt,
            receipt_no=f"R1HR{self._next():06d}",
            refunded_on=self.day,
            amount=amount,
            asked_by="a",
            approved_by="b",
        )
        self.entries += refund_entries(back)

    def allocate(self, receipt_no: str, doc_no: str, amount: Money) -> None:
        self.entries += allocation_entries(
            receipt_no, doc_no, amount=amount, on=self.day, standing=self.standing(doc_no)
        )

    def allow(self, change: Money) -> None:
        self.entries += allowance_entries(
            f"{self.day.year}-{self.day.month:02d}", on=self.day, change=change
        )

    def waiting(self, receipt: Receipt) -> Money:
        return unallocated(receipt.receipt_no, self.entries)

    def balance(self, account: Account) -> Money:
        """Debits less credits."""
        return Money.total(one.debit - one.credit for one in self.entries if one.account is account)

    def _next(self) -> int:
        self.serial += 1
        return self.serial


def business(seed: int, events: int) -> Books:
    """So many events by chance; the same seed is the same ledger."""
    chance, books = Random(seed), Books()
    acts: tuple[Callable[[Books, Random], None], ...] = (
        *(_bill,) * 4,
        *(_pay,) * 5,
        *(_overpay, _pay_unknown, _advance, _credit, _write_off, _pay_back, _allocate, _allow),
    )
    for _ in range(events):
        books.day += timedelta(days=chance.choice((0, 0, 1, 2, 9)))
        chance.choice(acts)(books, chance)
    return books


def _bill(books: Books, chance: Random) -> None:
    books.bill(
        chance.randint(1, 9_000),
        care_days_ago=chance.choice((0, 3, 30, 200)),
        terms_days=chance.choice((0, 0, 30)),
    )


def _some(books: Books, chance: Random) -> tuple[Invoice, Standing] | None:
    if not books.invoices:
        return None
    one = chance.choice(books.invoices[-12:])
    return one, books.standing(one.doc_no)


def _pay(books: Books, chance: Random) -> None:
    if (found := _some(books, chance)) and found[1].owed > ZERO:
        books.pay(found[0].doc_no, Money(chance.randint(1, found[1].owed.pence)))


def _overpay(books: Books, chance: Random) -> None:
    if (found := _some(books, chance)) and found[1].owed > ZERO:
        books.pay(found[0].doc_no, found[1].owed + Money(chance.randint(1, 50_000)))


def _pay_unknown(books: Books, chance: Random) -> None:
    books.pay("", Money(chance.randint(1, 90_000)))


def _advance(books: Books, chance: Random) -> None:
    books.pay(f"R1HE{books.serial + 1:06d}", Money(chance.randint(1, 90_000)))


def _credit(books: Books, chance: Random) -> None:
    if (found := _some(books, chance)) and found[0].doc_no not in books.credited:
        books.credit(found[0])


def _write_off(books: Books, chance: Random) -> None:
    if (found := _some(books, chance)) and found[1].balance > ZERO:
        books.write_off(found[0].doc_no, Money(chance.randint(1, found[1].balance.pence)))


def _pay_back(books: Books, chance: Random) -> None:
    for receipt in books.receipts[-6:]:
        if receipt.doc_no and books.standing(receipt.doc_no).to_pay_back > ZERO:
            most = min(books.standing(receipt.doc_no).to_pay_back, receipt.amount)
            if not _touched(books, receipt):
                books.pay_back(receipt, Money(chance.randint(1, most.pence)))
                return


def _touched(books: Books, receipt: Receipt) -> bool:
    """Whether money of this receipt's invoice went back already."""
    return books.standing(receipt.doc_no).refunded > ZERO


def _allocate(books: Books, chance: Random) -> None:
    found = _some(books, chance)
    for receipt in books.receipts[-6:]:
        if found and books.waiting(receipt) > ZERO and found[1].owed > ZERO:
            most = min(books.waiting(receipt), found[1].owed)
            books.allocate(
                receipt.receipt_no, found[0].doc_no, Money(chance.randint(1, most.pence))
            )
            return


def _allow(books: Books, chance: Random) -> None:
    standing = -books.balance(Account.ALLOWANCE)
    wanted = Money(chance.randint(0, 500_000))
    books.allow(wanted - standing)
