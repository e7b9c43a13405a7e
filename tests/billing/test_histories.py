"""Whatever happens, in whatever order, the books agree with what people would keep on paper."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.billing.credit_note import credit_in_full
from app.billing.ledger import Account, is_balanced
from app.billing.payment import Method, receive
from app.billing.postings import (
    credit_entries,
    invoice_entries,
    receipt_entries,
    returned_entries,
    write_off_entries,
)
from app.billing.reports.accounts_note import note_year
from app.billing.reports.ageing import OpenDebt, Waiting, ageing
from app.billing.reports.allowance import allowance
from app.billing.reports.foi import InvoiceSums, foi
from app.billing.reports.recovery import pooled
from app.billing.reports.statement import statement
from app.billing.reports.sums import Sides, Sums
from app.billing.reports.years import FinancialYear
from app.core.money import ZERO, Money
from app.library.finance import load_finance_terms
from tests.billing.bills import ISSUED, invoice
from tests.billing.histories import ACTS, OPENED, History, income_of, live, sum_of

INVOICE = invoice()
TERMS = load_finance_terms().reports
seeds = st.integers(0, 2**32)


def holds_after_each_event(history: History) -> None:
    """What must be true of every document the event touched."""
    posted = [one for doc_no in history.touched for one in history.about[doc_no]]
    assert all(one.on <= history.day for one in posted)
    for doc_no in history.touched:
        if doc_no in history.invoices:
            agrees_with_paper(history, doc_no)
        else:
            assert history.held(doc_no) >= ZERO
            assert history.lying(doc_no) >= ZERO


def agrees_with_paper(history: History, doc_no: str) -> None:
    """Balance = charges - credits - payments + refunds, and nothing below zero that cannot be."""
    found, paper = history.standing(doc_no), history.paper[doc_no]
    assert found.charged.pence == paper.charged
    assert found.credited.pence == paper.credited
    assert found.due == found.charged - found.credited - found.received + found.refunded
    assert found.due.pence == paper.due
    assert found.balance.pence == paper.balance
    assert found.off_the_books.pence == paper.written_off - paper.recovered
    sums = (
        *(found.charged, found.credited, found.received, found.refunded),
        *(found.written_off, found.recovered, found.owed, found.to_pay_back),
        found.off_the_books,
    )
    assert min(sums) >= ZERO, (doc_no, found)
    assert found.credited in (ZERO, found.charged)


def holds_of_the_whole(history: History) -> None:
    """What must be true of all the books together."""
    assert is_balanced(history.entries)
    for caused in history.caused.values():
        assert is_balanced(caused)
    for doc_no, one in history.invoices.items():
        agrees_with_paper(history, doc_no)
        assert one.total == Money.total(line.net for line in one.lines)
        assert one.balance == one.total - one.advance_deducted
    for doc_no, note in history.notes.items():
        assert note.total == -history.invoices[doc_no].total
        assert note.total == Money.total(line.net for line in note.lines)
    for number, paid in history.paid.items():
        assert history.lying(number).pence == paid.waiting
        assert sum(paid.on.values()) + paid.waiting + paid.in_advance + paid.given_back == (
            0 if paid.returned else paid.receipt.amount.pence
        )
    for estimate_no, held in history.estimates.items():
        assert history.held(estimate_no).pence == sum(one.in_advance for one in held)
    the_accounts_come_to_the_documents(history)
    for (first, last), income in history.closed_income.items():
        assert income_of(history, first, last) == income, "a closed month never changes"


def the_accounts_come_to_the_documents(history: History) -> None:
    """Each control account is the sum of what stands on its documents."""

    def on(account: Account) -> Money:
        return sum_of(history.entries, account)

    papers = history.paper.values()
    assert on(Account.RECEIVABLES).pence == sum(one.balance for one in papers)
    assert -on(Account.INCOME).pence == sum(one.charged - one.credited for one in papers)
    assert on(Account.WRITE_OFFS).pence == sum(one.written_off for one in papers)
    assert -on(Account.RECOVERIES).pence == sum(one.recovered for one in papers)
    paid = history.paid.values()
    assert -on(Account.UNALLOCATED).pence == sum(one.waiting for one in paid)
    assert -on(Account.ADVANCES).pence == sum(one.in_advance for one in paid)
    assert on(Account.CASH).pence == sum(
        one.receipt.amount.pence - one.given_back for one in paid if not one.returned
    )
    assert -on(Account.ALLOWANCE).pence == history.allowed == on(Account.IMPAIRMENT).pence


def every_report_reconciles(history: History) -> None:
    """Aged debt, allowance, recovery, FOI figures, the note and statements."""
    sums = sums_between(history, date.min, date.max)
    assert sums.is_balanced
    aged = ageing(
        [
            OpenDebt(due_on=one.due_on, invoices=1, balance=history.standing(doc_no).balance)
            for doc_no, one in history.invoices.items()
        ],
        [
            Waiting(received_on=one.receipt.received_on, amount=Money(one.waiting))
            for one in history.paid.values()
            if one.waiting
        ],
        TERMS,
        as_of=history.day,
        control=sums.debit_balance(Account.RECEIVABLES),
        unallocated=sums.credit_balance(Account.UNALLOCATED),
    )
    assert aged.net == Money.total(one.net for one in aged.aged)
    expected = allowance(aged, standing=sums.credit_balance(Account.ALLOWANCE))
    assert ZERO <= expected.required <= aged.owed
    assert pooled(sums).adds_up
    years_add_up(history)
    statements_lead_to_what_is_owed(history)


def years_add_up(history: History) -> None:
    """The parts of each year come to what was invoiced in it; the notes to the accounts."""
    found = foi(
        (
            InvoiceSums(
                year=FinancialYear.of(one.issued_on),
                charged=standing.charged,
                credited=standing.credited,
                off_the_books=standing.off_the_books,
                balance=standing.balance,
            )
            for doc_no, one in history.invoices.items()
            for standing in (history.standing(doc_no),)
        ),
        {},
    )
    for year in found:
        assert Money.total(part.amount for part in year.parts) == year.invoiced.amount
    years = {FinancialYear.of(day) for day in [*history.recognised, history.day, OPENED]}
    notes = [
        note_year(
            year,
            recognised=income_of(history, year.first, year.last),
            dated=sums_between(history, year.first, year.last),
        )
        for year in years | {FinancialYear.of(one.on) for one in history.entries}
    ]
    entries = history.entries
    assert Money.total(note.income for note in notes) == -sum_of(entries, Account.INCOME)
    assert Money.total(note.cash for note in notes) == sum_of(entries, Account.CASH)
    assert Money.total(note.written_off for note in notes) == sum_of(entries, Account.WRITE_OFFS)


def statements_lead_to_what_is_owed(history: History) -> None:
    """From nothing, or from any day in between, to what is due now."""
    halfway = OPENED + (history.day - OPENED) / 2
    due = Money(sum(one.due for one in history.paper.values()))
    for since in (OPENED, halfway):
        told = statement(history.entries, since=since, until=history.day)
        assert told.closing == due
        assert told.opening + Money.total(line.amount for line in told.lines) == due
    before = statement(history.entries, since=OPENED, until=halfway - timedelta(days=1))
    assert before.closing == statement(history.entries, since=halfway, until=history.day).opening


def sums_between(history: History, first: date, last: date) -> Sums:
    """Both sides of each account over some days, added one by one."""
    debits: dict[Account, int] = defaultdict(int)
    credits: dict[Account, int] = defaultdict(int)
    for one in history.entries:
        if first <= one.on <= last:
            debits[one.account] += one.debit.pence
            credits[one.account] += one.credit.pence
    return Sums({name: Sides(Money(debits[name]), Money(credits[name])) for name in debits})


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_a_year_of_anything_agrees_with_paper_after_every_event(seed: int) -> None:
    history = live(seed, 300, holds_after_each_event)
    holds_of_the_whole(history)
    every_report_reconciles(history)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_ten_thousand_events_agree_with_paper_and_every_report_reconciles(seed: int) -> None:
    history = live(seed, 10_000, holds_after_each_event)
    assert sum(history.done.values()) == 10_000
    assert set(history.done) == set(ACTS), "a history in which everything happens"
    holds_of_the_whole(history)
    every_report_reconciles(history)


def test_money_the_bank_takes_back_after_its_lost_debt_was_cancelled_leaves_nothing() -> None:
    """Written off in part, paid after all, found not due, and then the cheque bounces."""
    books = History(Random(0))
    doc_no, total = INVOICE.doc_no, INVOICE.total
    books.post(invoice_entries(INVOICE))
    half = Money(total.pence // 2)
    books.post(write_off_entries("R1HW000001", doc_no, amount=half, on=ISSUED))
    paid = receive(
        receipt_no="R1HR000001",
        received_on=ISSUED,
        method=Method.CHEQUE,
        customer_ref="P000001235",
        doc_no=doc_no,
        amount=total,
    )
    posted = receipt_entries(paid, standing=books.standing(doc_no))
    books.post(posted)
    assert books.standing(doc_no).recovered == half
    note = credit_in_full(INVOICE, doc_no="R1H26OV900001", issued_on=ISSUED)
    books.post(credit_entries(note, standing=books.standing(doc_no)))
    books.post(returned_entries(posted, returned_no="R1HR2", on=ISSUED, cancelled={doc_no}))
    assert books.standing(doc_no).balance == ZERO
    assert all(sum_of(books.entries, account) == ZERO for account in Account)


def test_the_same_seed_is_the_same_history() -> None:
    assert live(7, 200).entries == live(7, 200).entries
    assert live(7, 200).entries != live(8, 200).entries
