"""Histories of money by chance: years of business through the public functions of the books.

A history keeps its own account of what each document comes to, by adding and subtracting whole
pence as people would on paper. It knows nothing of accounts and entries, so the two can be held
against each other. The same seed is the same history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from app.billing.credit_note import CreditNote, credit_in_full
from app.billing.invoice import Invoice, InvoiceLine, issue
from app.billing.ledger import Account, Entry, held_in_advance, unallocated
from app.billing.payment import Method, Receipt, receipt_number, receive, refund
from app.billing.postings import (
    advance_carried_entries,
    allocation_entries,
    allowance_entries,
    credit_entries,
    invoice_entries,
    receipt_entries,
    refund_entries,
    returned_entries,
    write_off_entries,
)
from app.billing.reference import document_number
from app.billing.standing import Standing, standing_of
from app.core.dates import add_months, financial_year_start
from app.core.money import ZERO, Money
from app.pricing.uplift import Rounding, charge
from tests.billing.bills import BARTS, PAYER

OPENED = date(2019, 4, 1)
RECENT = 40  # documents that something may still happen to


@dataclass
class OnPaper:
    """What one invoice comes to, in pence, kept by hand."""

    charged: int = 0
    credited: int = 0
    paid: int = 0  # all that was put on it
    taken_off: int = 0  # paid back, moved elsewhere or taken back by the bank
    written_off: int = 0
    recovered: int = 0

    @property
    def due(self) -> int:
        """Charges less credits, less payments, plus what went back."""
        return self.charged - self.credited - self.paid + self.taken_off

    @property
    def balance(self) -> int:
        """What of it stands on the books."""
        return self.due - self.written_off + self.recovered


@dataclass
class Paid:
    """Where the money of one receipt lies, in pence by document."""

    receipt: Receipt
    on: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    waiting: int = 0
    in_advance: int = 0
    given_back: int = 0
    recovered: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    came_after_all: bool = False  # some of it, on a debt that was written off
    returned: bool = False


@dataclass
class History:
    """Everything that happened, in order. `day` moves forward only."""

    chance: Random
    day: date = OPENED
    closed_through: date | None = None
    entries: list[Entry] = field(default_factory=list)
    about: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    caused: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    invoices: dict[str, Invoice] = field(default_factory=dict)
    notes: dict[str, CreditNote] = field(default_factory=dict)  # by the invoice they credit
    paper: dict[str, OnPaper] = field(default_factory=dict)
    paid: dict[str, Paid] = field(default_factory=dict)
    estimates: dict[str, list[Paid]] = field(default_factory=dict)  # advances held
    interim: list[tuple[str, int]] = field(default_factory=list)  # stays going on: base pounds
    recognised: dict[date, int] = field(default_factory=lambda: defaultdict(int))
    allowed: int = 0
    closed_income: dict[tuple[date, date], Money] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)  # documents of the last event
    done: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    serials: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def standing(self, doc_no: str) -> Standing:
        """How an invoice stands by its entries."""
        return standing_of(doc_no, self.about[doc_no])

    def held(self, estimate_no: str) -> Money:
        """What lies on an estimate by its entries."""
        return held_in_advance(estimate_no, self.about[estimate_no])

    def lying(self, receipt_no: str) -> Money:
        """What of a receipt is on no invoice by its entries."""
        return unallocated(receipt_no, self.about[receipt_no])

    def post(self, posted: Iterable[Entry]) -> None:
        """Put entries on the books."""
        for one in posted:
            self.entries.append(one)
            self.about[one.doc_no].append(one)
            self.caused[one.source_no].append(one)
            self.touched.add(one.doc_no)
            if one.recognised_on is not None:
                self.recognised[one.recognised_on] += (one.credit - one.debit).pence

    def number(self, kind: str) -> int:
        """The next serial of a kind of document."""
        self.serials[kind] += 1
        return self.serials[kind]

    def up_to(self, most: int) -> Money:
        """A sum from a penny to `most`; the whole of it every third time."""
        return Money(most if self.chance.random() < 0.33 else self.chance.randint(1, most))

    def recent(self) -> str | None:
        """An invoice that something may still happen to."""
        return self.chance.choice(list(self.invoices)[-RECENT:]) if self.invoices else None


def live(seed: int, events: int, each: Callable[[History], None] | None = None) -> History:
    """A history of that many events; `each` looks at it after every one."""
    history = History(Random(seed))
    while sum(history.done.values()) < events:
        history.touched = set()
        act = history.chance.choice(_ACTS)
        if act(history):
            history.done[act.__name__.strip("_")] += 1
            history.day += timedelta(days=history.chance.choice((0, 0, 0, 1, 1, 4)))
            if each is not None:
                each(history)
    return history


def sum_of(found: Iterable[Entry], account: Account) -> Money:
    """Debits less credits of one account."""
    return Money.total(one.debit - one.credit for one in found if one.account is account)


# Charging


def _line(history: History, number: int, pounds: int, before: Money = ZERO) -> InvoiceLine:
    chance, base = history.chance, Money(pounds * 100)
    rate, rounding = chance.choice((100, 150, 150)), chance.choice(tuple(Rounding))
    if before > ZERO:
        rate, rounding = 150, Rounding.PENCE
    whole = charge(
        base=base, excess_days=0, per_day=None, mff=BARTS, rate_percent=rate, rounding=rounding
    )
    to = history.day - timedelta(days=chance.choice((0, 1, 3, 40)))
    return InvoiceLine(
        line_no=number,
        service_from=to - timedelta(days=chance.choice((0, 2))),
        service_to=to,
        tariff_year="2025/26",
        edition="Test list",
        base=base,
        mff=BARTS,
        rate_percent=rate,
        rounding=rounding,
        billed_before=before,
        net=whole - before,
    )


def _issue(history: History, lines: tuple[InvoiceLine, ...], estimate_no: str | None = None) -> str:
    year = financial_year_start(history.day)
    doc_no = document_number("R1H", year, history.number("invoice"))
    advances = history.estimates.pop(estimate_no, []) if estimate_no else []
    advance = sum(one.in_advance for one in advances)
    made = issue(
        doc_no=doc_no,
        issued_on=history.day,
        payer=PAYER,
        patient_ref="H0001",
        lines=lines,
        advance=Money(advance),
        estimate_no=estimate_no,
        terms_days=history.chance.choice((0, 0, 30)),
    )
    history.invoices[doc_no] = made
    history.post(invoice_entries(made, closed_through=history.closed_through))
    history.paper[doc_no] = OnPaper(charged=made.total.pence, paid=advance)
    for one in advances:
        one.on[doc_no] += one.in_advance
        one.in_advance = 0
    return doc_no


def _invoice(history: History) -> bool:
    count = history.chance.randint(1, 4)
    lines = (_line(history, n, history.chance.randint(1, 9_000)) for n in range(1, count + 1))
    _issue(history, tuple(lines))
    return True


def _interim_invoice(history: History) -> bool:
    pounds = history.chance.randint(100, 5_000)
    line = _line(history, 1, pounds)
    if line.rate_percent != 150 or line.rounding is not Rounding.PENCE:
        return False
    history.interim.append((_issue(history, (line,)), pounds))
    return True


def _next_of_a_stay(history: History) -> bool:
    """The whole charge of a longer stay, less what its interim invoice asked for."""
    if not history.interim:
        return False
    before, pounds = history.interim.pop(history.chance.randrange(len(history.interim)))
    if before in history.notes:
        return False
    more = pounds + history.chance.randint(1, 4_000)
    _issue(history, (_line(history, 1, more, history.invoices[before].total),))
    return True


def _credit_note(history: History) -> bool:
    doc_no = history.recent()
    if doc_no is None or doc_no in history.notes:
        return False
    year = financial_year_start(history.day)
    note = credit_in_full(
        history.invoices[doc_no],
        doc_no=document_number("R1H", year, 900_000 + history.number("credit_note")),
        issued_on=history.day,
    )
    before = history.standing(doc_no)
    history.notes[doc_no] = note
    history.post(credit_entries(note, standing=before, closed_through=history.closed_through))
    paper = history.paper[doc_no]
    paper.credited += -note.total.pence
    paper.written_off = paper.recovered = 0  # what is not due was never a loss
    for paid in history.paid.values():
        paid.recovered.pop(doc_no, None)
    return True


def _write_off(history: History) -> bool:
    doc_no = history.recent()
    if doc_no is None or history.paper[doc_no].balance <= 0:
        return False
    amount = history.up_to(history.paper[doc_no].balance)
    number = f"R1HW{history.number('write_off'):06d}"
    history.post(write_off_entries(number, doc_no, amount=amount, on=history.day))
    history.paper[doc_no].written_off += amount.pence
    return True


# Money in


def _receive(history: History, doc_no: str, amount: Money) -> Paid:
    receipt = receive(
        receipt_no=receipt_number("R1H", history.number("receipt")),
        received_on=history.day,
        method=Method.BACS,
        customer_ref=PAYER.customer_ref,
        doc_no=doc_no,
        amount=amount,
    )
    standing = history.standing(doc_no) if doc_no in history.invoices else Standing()
    history.post(receipt_entries(receipt, standing=standing))
    paid = history.paid[receipt.receipt_no] = Paid(receipt)
    return paid


def _put_on(history: History, paid: Paid, doc_no: str, pence: int) -> None:
    """By hand: what is on the books is paid first, the rest came after all."""
    paper = history.paper[doc_no]
    came_after_all = pence - min(pence, max(paper.balance, 0))
    paper.paid += pence
    paper.recovered += came_after_all
    paid.on[doc_no] += pence
    paid.recovered[doc_no] += came_after_all
    paid.came_after_all |= came_after_all > 0


def _pay(history: History, amount: Callable[[int], Money]) -> bool:
    doc_no = history.recent()
    if doc_no is None or history.paper[doc_no].due <= 0:
        return False
    owed = history.paper[doc_no].due
    money = amount(owed)
    paid = _receive(history, doc_no, money)
    _put_on(history, paid, doc_no, min(owed, money.pence))
    paid.waiting = max(money.pence - owed, 0)
    return True


def _part_payment(history: History) -> bool:
    return _pay(history, history.up_to)


def _whole_payment(history: History) -> bool:
    return _pay(history, Money)


def _overpayment(history: History) -> bool:
    return _pay(history, lambda owed: Money(owed + history.chance.randint(1, 90_000)))


def _payment_of_a_cancelled_invoice(history: History) -> bool:
    doc_no = history.recent() or ""
    if doc_no not in history.notes:
        return False
    amount = Money(history.chance.randint(1, 90_000))
    _receive(history, doc_no, amount).waiting = amount.pence
    return True


def _payment_for_nobody_knows_what(history: History) -> bool:
    amount = Money(history.chance.randint(1, 900_000))
    _receive(history, "", amount).waiting = amount.pence
    return True


def _advance(history: History) -> bool:
    known = list(history.estimates)
    estimate_no = f"R1HE{history.number('estimate'):06d}"
    if known and history.chance.random() < 0.4:
        estimate_no = history.chance.choice(known)
    amount = Money(history.chance.randint(1, 900_000))
    paid = _receive(history, estimate_no, amount)
    paid.in_advance = amount.pence
    history.estimates.setdefault(estimate_no, []).append(paid)
    return True


def _advance_carried(history: History) -> bool:
    """To the next version of its estimate."""
    if not history.estimates:
        return False
    earlier = history.chance.choice(list(history.estimates))
    later = f"R1HE{history.number('estimate'):06d}"
    held = history.held(earlier)
    history.post(advance_carried_entries(earlier, later, amount=held, on=history.day))
    history.estimates[later] = history.estimates.pop(earlier)
    return True


def _advance_reconciled(history: History) -> bool:
    """The final invoice deducts what was paid beforehand; it may have been too much."""
    if not history.estimates:
        return False
    estimate_no = history.chance.choice(list(history.estimates))
    lines = (_line(history, 1, history.chance.randint(1, 6_000)),)
    _issue(history, lines, estimate_no)
    return True


def _allocation(history: History) -> bool:
    doc_no = history.recent()
    waiting = [one for one in list(history.paid.values())[-RECENT:] if one.waiting]
    if doc_no is None or not waiting or history.paper[doc_no].due <= 0:
        return False
    paid = history.chance.choice(waiting)
    amount = history.up_to(min(paid.waiting, history.paper[doc_no].due))
    number, standing = paid.receipt.receipt_no, history.standing(doc_no)
    history.post(
        allocation_entries(number, doc_no, amount=amount, on=history.day, standing=standing)
    )
    paid.waiting -= amount.pence
    _put_on(history, paid, doc_no, amount.pence)
    return True


def _moved_to_another_invoice(history: History) -> bool:
    """What lies on one invoice and is too much there pays another."""
    doc_no, found = history.recent(), _paid_too_much(history)
    if doc_no is None or found is None or history.paper[doc_no].due <= 0:
        return False
    paid, lies_on, most = found
    amount = history.up_to(min(most, history.paper[doc_no].due))
    history.post(
        allocation_entries(
            paid.receipt.receipt_no,
            doc_no,
            amount=amount,
            on=history.day,
            standing=history.standing(doc_no),
            lies_on=lies_on,
        )
    )
    history.paper[lies_on].taken_off += amount.pence
    paid.on[lies_on] -= amount.pence
    _put_on(history, paid, doc_no, amount.pence)
    return True


def _paid_too_much(history: History) -> tuple[Paid, str, int] | None:
    """A receipt, the invoice it lies on, and how much of it is too much there."""
    recent = list(history.paid.values())[-RECENT:]
    history.chance.shuffle(recent)
    for paid in recent:
        for doc_no, pence in paid.on.items():
            most = min(pence, -history.paper[doc_no].due)
            if most > 0 and not paid.returned:
                return paid, doc_no, most
    return None


# Money out


def _back(history: History, paid: Paid, amount: Money, lies_on: str | None) -> None:
    slip = refund(
        paid.receipt,
        receipt_no=receipt_number("R1H", history.number("receipt")),
        refunded_on=history.day,
        amount=amount,
        asked_by="sam",
        approved_by="kim",
        lies_on=lies_on,
        already_refunded=Money(paid.given_back),
    )
    history.post(refund_entries(slip))
    paid.given_back += amount.pence


def _refund(history: History) -> bool:
    found = _paid_too_much(history)
    if found is None:
        return False
    paid, doc_no, most = found
    amount = history.up_to(min(most, paid.receipt.amount.pence - paid.given_back))
    _back(history, paid, amount, doc_no)
    paid.on[doc_no] -= amount.pence
    history.paper[doc_no].taken_off += amount.pence
    return True


def _refund_of_what_waits(history: History) -> bool:
    waiting = [one for one in list(history.paid.values())[-RECENT:] if one.waiting]
    if not waiting:
        return False
    paid = history.chance.choice(waiting)
    amount = history.up_to(paid.waiting)
    _back(history, paid, amount, "")
    paid.waiting -= amount.pence
    return True


def _refund_of_an_advance(history: History) -> bool:
    if not history.estimates:
        return False
    estimate_no = history.chance.choice(list(history.estimates))
    paid = history.chance.choice(history.estimates[estimate_no])
    if not paid.in_advance:
        return False
    amount = history.up_to(paid.in_advance)
    _back(history, paid, amount, estimate_no)
    paid.in_advance -= amount.pence
    return True


def _taken_back_by_the_bank(history: History) -> bool:
    """Whatever a payment did is undone, unless some of it went back already."""
    recent = list(history.paid.values())[-RECENT:]
    after_all = [
        one
        for one in list(history.paid.values())[-200:]
        if one.came_after_all and not (one.returned or one.given_back)
    ]
    paid = history.chance.choice(after_all or recent) if recent else None
    if paid is None or paid.returned or paid.given_back:
        return False
    estimate_no = paid.receipt.doc_no
    if estimate_no.startswith("R1HE") and paid.in_advance != paid.receipt.amount.pence:
        return False
    if paid.in_advance and estimate_no not in history.estimates:
        return False  # carried to another version, where it lies now
    number = receipt_number("R1H", history.number("receipt"))
    undone = returned_entries(
        history.caused[paid.receipt.receipt_no],
        returned_no=number,
        on=history.day,
        cancelled=history.notes,
    )
    history.post(undone)
    paid.returned = True
    for doc_no, pence in paid.on.items():
        history.paper[doc_no].taken_off += pence
    for doc_no, pence in paid.recovered.items():
        history.paper[doc_no].recovered -= pence
    paid.on.clear()
    paid.waiting = paid.in_advance = 0
    return True


# Month end


def _allowance(history: History) -> bool:
    wanted = history.chance.randint(0, 5_000_000)
    change = Money(wanted - history.allowed)
    month = f"{history.day:%Y-%m}"
    history.post(allowance_entries(month, on=history.day, change=change))
    history.allowed = wanted
    return True


def _month_closed(history: History) -> bool:
    last = history.day.replace(day=1) - timedelta(days=1)
    if history.closed_through is not None and last <= history.closed_through:
        return False
    first = add_months(last, -1) + timedelta(days=1)
    if history.closed_through is not None:
        first = history.closed_through + timedelta(days=1)
    history.closed_through = last
    history.closed_income[first, last] = income_of(history, first, last)
    return True


def income_of(history: History, first: date, last: date) -> Money:
    """Income less credit notes recognised in those days."""
    return Money(sum(pence for day, pence in history.recognised.items() if first <= day <= last))


Act = Callable[[History], bool]
_ACTS: tuple[Act, ...] = (
    *(_invoice,) * 6,
    *(_part_payment,) * 6,
    *(_whole_payment,) * 3,
    *(_overpayment, _payment_for_nobody_knows_what, _allocation, _moved_to_another_invoice) * 2,
    *(_advance, _advance_reconciled, _interim_invoice, _next_of_a_stay, _write_off) * 2,
    *(_credit_note, _refund, _refund_of_what_waits, _refund_of_an_advance) * 2,
    *(_payment_of_a_cancelled_invoice, _advance_carried),
    *(_taken_back_by_the_bank,) * 3,
    *(_allowance, _month_closed),
)
ACTS = tuple(dict.fromkeys(act.__name__.strip("_") for act in _ACTS))
