"""Money moved at random through the services, on a real store: the books always come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from app.billing.invoice import Invoice
from app.billing.ledger import Account, is_balanced
from app.billing.payment import Method
from app.billing.reports.foi import foi
from app.billing.reports.recovery import pooled
from app.billing.reports.years import FinancialYear
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.services import (
    closing,
    crediting,
    ledger_figures,
    placing,
    receiving,
    refunding,
    two_people,
    writing_off,
)
from app.services.desk import Desk
from app.services.posting import entries_about, standing
from app.store import folds, invoices, receipts
from tests.services.owing import days_pass
from tests.services.work import DAY_CASE, chargeable, decide, estimate, invoice, later, seated

CASES, EVENTS = 3, 120
MOST_TRIED = (
    2000  # record ids are drawn anew each time, so what chance meets is never quite the same
)
Act = Callable[["Business"], object]


class Business:
    """A desk, some cases decided to be charged, and chance."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, Random(seed)
        self.cases = [chargeable(desk, family_name=f"Okafor {'abc'[n]}") for n in range(CASES)]
        self.estimates: dict[str, str] = {}
        for case in self.cases:
            decide(desk, case)
            self.estimates[case] = estimate(desk, case, DAY_CASE).estimate_no
        self.customers: list[str] = []

    def numbers(self) -> list[str]:
        """Every invoice given out."""
        rows = invoices.newest(self.desk.db, limit=500)
        return [row.doc_no for row in rows if row.doc_type == invoices.INVOICE]

    def some(self) -> str:
        """An invoice; raises Known while there is none."""
        found = self.numbers()
        if not found:
            raise Known("none", "Nothing was invoiced yet.")
        return self.chance.choice(found)

    def owing(self) -> str:
        """An invoice that something is owed on; raises Known while there is none."""
        found = [one for one in self.numbers() if standing(self.desk, one).owed > ZERO]
        if not found:
            raise Known("none", "Nothing is owed.")
        return self.chance.choice(found)

    def slip(self) -> str:
        """A receipt or refund given out; raises Known while there is none."""
        found = [
            row.receipt_no for doc_no in self.numbers() for row in receipts.of(self.desk.db, doc_no)
        ]
        if not found:
            raise Known("none", "Nothing was paid yet.")
        return self.chance.choice(found)

    def sum_up_to(self, most: Money) -> Money:
        """A part of it, or the whole."""
        return self.chance.choice([most, Money(self.chance.randint(1, max(most.pence, 1)))])


def _invoice(one: Business) -> object:
    return invoice(one.desk, one.chance.choice(one.cases))


def _pay(one: Business) -> object:
    doc_no = one.owing()
    amount = one.sum_up_to(standing(one.desk, doc_no).owed)
    with seated(one.desk, "finance"):
        return receiving.take_payment(one.desk, doc_no, amount=amount, method=Method.BACS)


def _pay_too_much(one: Business) -> object:
    doc_no, more = one.some(), Money(one.chance.randint(1, 30_000))
    with seated(one.desk, "finance"):
        return receiving.take_payment(
            one.desk,
            doc_no,
            amount=standing(one.desk, doc_no).owed + more,
            method=Method.CHEQUE,
            more_than_owed=True,
        )


def _pay_in_advance(one: Business) -> object:
    estimate_no = one.estimates[one.chance.choice(one.cases)]
    amount = Money(one.chance.randint(1, 40_000))
    with seated(one.desk, "finance"):
        return receiving.take_advance(
            one.desk, estimate_no, amount=amount, method=Method.CARD_TERMINAL
        )


def _pay_for_nobody_knows_what(one: Business) -> object:
    payer = invoices.get(one.desk.db, one.some()).customer_ref
    with seated(one.desk, "finance"):
        return receiving.take_unallocated(
            one.desk, payer, amount=Money(one.chance.randint(1, 60_000)), method=Method.FPS
        )


def _allocate(one: Business) -> object:
    with seated(one.desk, "finance"):
        waiting = receiving.unallocated_money(one.desk)
        if not waiting:
            raise Known("none", "Nothing waits.")
        money, doc_no = one.chance.choice(waiting), one.owing()
        amount = one.sum_up_to(min(money.amount, standing(one.desk, doc_no).owed))
        return receiving.allocate(one.desk, money.receipt_no, doc_no, amount)


def _put_on_an_invoice(one: Business) -> object:
    with seated(one.desk, "finance"):
        waiting = receiving.unallocated_money(one.desk)
        if not waiting:
            raise Known("none", "Nothing waits.")
        money = one.chance.choice(waiting)
        found = placing.places(one.desk, money.receipt_no)
        if not found:
            raise Known("none", "Nothing is owed by that patient.")
        onto = one.chance.choice(found)
        amount = one.sum_up_to(min(money.amount, onto.owed))
        return placing.place(one.desk, money.receipt_no, onto.doc_no, amount)


def _credit(one: Business) -> object:
    doc_no = one.some()
    with seated(one.desk, "finance"):
        crediting.propose_credit(one.desk, doc_no, "Charge not due.")
    with seated(one.desk, "senior"):
        return crediting.approve_credit(one.desk, doc_no)


def _refund(one: Business) -> object:
    with seated(one.desk, "senior"):
        waiting = [row for row in two_people.waiting(one.desk) if row.act == two_people.REFUND]
        if not waiting:
            raise Known("none", "No refund waits.")
        return refunding.approve_refund(one.desk, one.chance.choice(waiting).proposal_id)


def _write_off(one: Business) -> object:
    doc_no = one.owing()
    with seated(one.desk, "finance"):
        asked = writing_off.propose_write_off(
            one.desk, doc_no, reason_code="untraceable", evidence="Letters came back."
        )
    with seated(one.desk, "senior"):
        return writing_off.approve_write_off(one.desk, asked)


def _taken_back_by_the_bank(one: Business) -> object:
    with seated(one.desk, "finance"):
        return receiving.payment_returned(one.desk, one.slip())


def _days_pass(one: Business) -> None:
    days_pass(one.desk, one.chance.choice((1, 9, 31)))


def _close_a_month(one: Business) -> object:
    with seated(one.desk, "finance"):
        month = closing.next_to_close(one.desk)
        if month is None:
            raise Known("none", "No month is over.")
        return closing.close_month(one.desk, str(month))


ACTS: tuple[Act, ...] = (
    *(_invoice, _pay, _pay, _pay) * 2,
    *(_pay_too_much, _pay_in_advance, _pay_for_nobody_knows_what, _allocate, _put_on_an_invoice),
    *(_credit,),
    *(_refund, _refund, _write_off, _taken_back_by_the_bank, _days_pass, _close_a_month),
)


def the_books_come_out(desk: Desk) -> None:
    """Held against the documents themselves, and against every report."""
    sums = folds.sums(desk.db, until=desk.today)
    assert sums.is_balanced
    posted = list(folds.posted(desk.db, until=desk.today))
    assert is_balanced(posted)
    money = Money(desk.db.scalar("SELECT ifnull(sum(amount_pence), 0) FROM receipts"))
    assert sums.debit_balance(Account.CASH) == money
    billed = Money(desk.db.scalar("SELECT ifnull(sum(total_pence), 0) FROM invoices"))
    assert sums.credit_balance(Account.INCOME) == billed
    for row in invoices.newest(desk.db, limit=500):
        if row.doc_type == invoices.INVOICE:
            an_invoice_comes_out(desk, row.doc_no)
    assert all(waits > ZERO for _, waits in receipts.unallocated(desk.db))
    assert folds.unposted(desk.db, desk.today) == ()
    assert ledger_figures.aged(desk, desk.today).control == sums.debit_balance(Account.RECEIVABLES)
    assert pooled(sums).adds_up
    for year in foi(folds.invoice_sums(desk.db, desk.today), {}):
        assert Money.total(part.amount for part in year.parts) == year.invoiced.amount
    note = ledger_figures.note_of(desk, FinancialYear.of(desk.today), desk.today)
    assert note.impairment >= ZERO


def refundable(desk: Desk, doc_no: str) -> tuple[refunding.Refundable, ...]:
    with seated(desk, "finance"):
        return refunding.refundable(desk, doc_no)


def an_invoice_comes_out(desk: Desk, doc_no: str) -> None:
    """Balance = charges - credits - payments + refunds; sums of lines; nothing below zero;
    all that is to go back can."""
    kept = invoices.get(desk.db, doc_no)
    bill, stands = Invoice.from_json(kept.body), standing(desk, doc_no)
    assert kept.total == bill.total == Money.total(line.net for line in bill.lines)
    credited = -Money.total(note.total for note in invoices.credits_of(desk.db, doc_no))
    assert (stands.charged, stands.credited) == (bill.total, credited)
    assert stands.due == stands.charged - stands.credited - stands.received + stands.refunded
    assert is_balanced(one for one in entries_about(desk, doc_no) if one.source_no == doc_no) or (
        bill.advance_deducted > ZERO
    )
    back = Money.total(one.amount for one in refundable(desk, doc_no))
    assert back == max(stands.to_pay_back - refunding.waits(desk, doc_no), ZERO)
    sums = (stands.received, stands.refunded, stands.written_off, stands.recovered)
    assert min(*sums, stands.off_the_books, stands.owed) >= ZERO


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_the_books_come_out_whatever_is_done_at_the_desk(desk: Desk, seed: int) -> None:
    business, done, tried = Business(desk, seed), Counter[str](), 0
    every = {act.__name__ for act in ACTS}
    while done.total() < EVENTS or (set(done) != every and tried < MOST_TRIED):
        tried += 1
        act = business.chance.choice(ACTS)
        later(desk)
        before = desk.db.scalar("SELECT count(*) FROM entries")
        try:
            act(business)
            done[act.__name__] += 1
        except Known:  # refused, and nothing of it is on the books
            assert desk.db.scalar("SELECT count(*) FROM entries") == before
        the_books_come_out(desk)
    assert set(done) == every, "everything that can happen did"
