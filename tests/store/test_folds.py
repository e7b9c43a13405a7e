"""What the store folds for the reports, held against the same ledger folded slowly, one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

import pytest

from app.billing.ledger import Account, Entry
from app.billing.reports.recovery import pooled
from app.billing.reports.statement import statement
from app.billing.reports.years import FinancialYear
from app.billing.standing import standing_of
from app.core.money import ZERO, Money
from app.store import customers, entries, folds, invoices
from app.store.database import Database
from app.store.entries import StoredEntry
from tests.billing.histories import OPENED, History, live
from tests.store.samples import AT, with_registration
from tests.store.whole_store import customer, invoice

SEEDS = (11, 12, 13)


def keep(db: Database, books: History) -> None:
    """The books, as the program would have kept them."""
    with_registration(db)
    with db.atomic():
        customers.put(db, customer(), AT)
        for one in books.invoices.values():
            invoices.add(
                db,
                replace(
                    invoice(one.doc_no),
                    total=one.total,
                    issued_on=one.issued_on,
                    due_on=one.due_on,
                    file_id=None,
                ),
            )
        for _, posted in groupby(books.entries, key=lambda one: (one.on, one.source_no)):
            entries.add_all(db, [_stored(one) for one in posted])


def _stored(one: Entry) -> StoredEntry:
    return StoredEntry(
        on=one.on,
        doc_no=one.doc_no,
        source_no=one.source_no,
        account=one.account.value,
        debit=one.debit,
        credit=one.credit,
        made_at=AT,
        recognised_on=one.recognised_on,
    )


def some_days(books: History) -> list[date]:
    """A day early on, one in the middle, and the last."""
    days = [one.on for one in books.entries]
    return [days[len(days) // 5], days[len(days) // 2], days[-1]]


def upto(books: History, day: date) -> list[Entry]:
    return [one for one in books.entries if one.on <= day]


def balance(posted: Iterable[Entry], account: Account) -> Money:
    return Money.total(one.debit - one.credit for one in posted if one.account is account)


@pytest.mark.parametrize("seed", SEEDS)
def test_open_debt_by_due_day_is_what_stands_on_each_invoice(db: Database, seed: int) -> None:
    books = live(seed, 200)
    keep(db, books)
    for day in some_days(books):
        posted = upto(books, day)
        expected: Counter[tuple[date, bool]] = Counter()
        count: Counter[tuple[date, bool]] = Counter()
        one_by_one = {}
        for one in books.invoices.values():
            stands = standing_of(one.doc_no, posted).balance
            if stands != ZERO:
                expected[one.due_on, stands > ZERO] += stands.pence
                count[one.due_on, stands > ZERO] += 1
                one_by_one[one.doc_no] = (stands, one.due_on)
        found = {
            (one.due_on, one.balance > ZERO): (one.balance.pence, one.invoices)
            for one in folds.open_by_due_day(db, day)
        }
        assert found == {key: (expected[key], count[key]) for key in expected}
        assert {
            one.doc_no: (one.balance, one.due_on) for one in folds.open_invoices(db, day)
        } == one_by_one
        waiting = Money.total(one.amount for one in folds.unallocated_by_day(db, day))
        assert waiting == -balance(posted, Account.UNALLOCATED)


@pytest.mark.parametrize("seed", SEEDS)
def test_sums_and_recognised_income_are_those_of_the_entries(db: Database, seed: int) -> None:
    books = live(seed, 200)
    keep(db, books)
    for day in some_days(books):
        posted = upto(books, day)
        sums = folds.sums(db, until=day)
        assert sums.is_balanced
        assert all(sums.debit_balance(one) == balance(posted, one) for one in Account)
        for one in Account:
            assert folds.balance(db, one, until=day) == balance(posted, one)
        in_month = folds.sums(db, since=day.replace(day=1), until=day)
        since = [one for one in posted if one.on >= day.replace(day=1)]
        assert in_month.debit_balance(Account.CASH) == balance(since, Account.CASH)
        for start in (2018, 2019, 2020):
            year = FinancialYear(start)
            assert folds.recognised(db, year, until=day) == Money.total(
                one.credit - one.debit
                for one in posted
                if one.recognised_on and year.first <= one.recognised_on <= year.last
            )


@pytest.mark.parametrize("seed", SEEDS)
def test_what_came_on_invoices_is_what_their_standings_say(db: Database, seed: int) -> None:
    books = live(seed, 200)
    keep(db, books)
    day = books.day
    came: defaultdict[date, int] = defaultdict(int)
    charged: defaultdict[date, int] = defaultdict(int)
    for one in books.invoices.values():
        stands = books.standing(one.doc_no)
        came[one.issued_on] += (stands.received - stands.refunded).pence
        charged[one.issued_on] += (stands.charged - stands.credited).pence
    found: defaultdict[date, int] = defaultdict(int)
    for row in folds.collected(db, day):
        found[row.issued_on] += row.amount.pence
        assert row.on <= day
    assert {day: pence for day, pence in found.items() if pence} == {
        day: pence for day, pence in came.items() if pence
    }
    assert {row.issued_on: row.charged.pence for row in folds.issued(db, day)} == charged
    assert pooled(folds.sums(db, until=day)).collected == Money(sum(found.values()))


@pytest.mark.parametrize("seed", SEEDS)
def test_each_invoice_in_sums_is_its_standing(db: Database, seed: int) -> None:
    books = live(seed, 200)
    keep(db, books)
    expected = sorted(
        (stands.charged, stands.credited, stands.off_the_books, stands.balance)
        for one in books.invoices.values()
        for stands in [books.standing(one.doc_no)]
    )
    found = list(folds.invoice_sums(db, books.day))
    assert expected == sorted(
        (one.charged, one.credited, one.off_the_books, one.balance) for one in found
    )
    assert {(one.lost_for, one.revoked_for) for one in found} == {("", "")}


def test_entries_come_back_as_they_went_in(db: Database) -> None:
    books = live(14, 150)
    keep(db, books)
    assert list(folds.posted(db, until=books.day)) == books.entries
    assert folds.first_day(db) == books.entries[0].on
    mine = set(books.invoices)
    of_payer = list(folds.of_payer(db, "P000001234", until=books.day))
    assert of_payer == [one for one in books.entries if one.doc_no in mine]
    told = statement(of_payer, since=OPENED, until=books.day)
    assert told.closing == Money.total(books.standing(no).due for no in mine)
    assert list(folds.of_payer(db, "nobody", until=books.day)) == []


def test_income_of_before_there_was_a_day_of_recognition_counts_when_it_was_posted(
    db: Database,
) -> None:
    with db.atomic():
        db.execute(
            "INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence, credit_pence,"
            " made_at) VALUES ('2025-03-31', 'x', 'x', 'receivables', 500, 0, ?),"
            " ('2025-03-31', 'x', 'x', 'income', 0, 500, ?)",
            (AT, AT),
        )
    assert folds.recognised(db, FinancialYear(2024), until=date(2026, 1, 1)) == Money(500)
    assert folds.recognised(db, FinancialYear(2025), until=date(2026, 1, 1)) == ZERO


def test_a_document_without_entries_is_found(db: Database) -> None:
    with_registration(db)
    assert folds.unposted(db, date(2026, 12, 31)) == ()
    assert folds.first_day(db) is None
    with db.atomic():
        customers.put(db, customer(), AT)
        invoices.add(db, replace(invoice(), file_id=None))
    assert folds.unposted(db, date(2026, 12, 31)) == ("R1H26OV000123",)
    assert folds.unposted(db, date(2026, 3, 8)) == ()


def test_aged_debt_never_reads_the_documents(db: Database) -> None:
    plan = [
        str(row[-1])
        for row in db.tools.conn.execute(
            f"EXPLAIN QUERY PLAN {folds.BY_DUE_DAY}", {"until": "2026-03-09"}
        )
    ]
    read = [step for step in plan if step.startswith(("SEARCH", "SCAN")) and " o" not in step[4:7]]
    assert read
    assert all("COVERING INDEX" in step for step in read)
