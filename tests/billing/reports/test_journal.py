"""The exported journal, added up by programs that are not ours; and what a debtor is shown."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from beancount.ops import summarize

from app.billing.ledger import Account, Entry
from app.billing.reports.journal import NAMES, beancount, hledger
from app.billing.reports.ledger_tables import extract, statement_table
from app.billing.reports.statement import statement
from app.core.money import ZERO, Money
from tests.billing.histories import OPENED, live, sum_of
from tests.billing.reports.made_up import TERMS, Books


@pytest.mark.parametrize("seed", [1, 2])
def test_beancount_comes_to_every_penny_of_a_history_of_500_events(seed: int) -> None:
    posted = live(seed, 500).entries
    text = "\n".join(beancount(posted, opened_on=OPENED))
    entries, errors, _ = loader.load_string(text)
    assert not errors
    balances, _ = summarize.balance_by_account(entries)
    for account in Account:
        found = balances[NAMES[account]]["GBP", None].units.number
        assert found == sum_of(posted, account).pounds, account
    assert all(sum_of(posted, account) != ZERO for account in Account)


@pytest.mark.skipif(shutil.which("hledger") is None, reason="hledger is not on the PATH")
def test_hledger_comes_to_every_penny_of_a_history_of_500_events(tmp_path: Path) -> None:
    posted = live(3, 500).entries
    journal = tmp_path / "ledger.journal"
    journal.write_text("\n".join(hledger(posted)) + "\n", "utf-8")
    told = subprocess.run(
        ["hledger", "-f", str(journal), "balance", "-N", "--flat", "-O", "csv", "--strict"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = dict(csv.reader(told.splitlines()))
    for account in Account:
        told_of = found.get(NAMES[account].lower(), "0 GBP").split()[0]
        assert Decimal(told_of.replace(",", "")) == sum_of(posted, account).pounds


def test_an_hledger_journal_reads_as_one_would_write_it() -> None:
    books = Books()
    one = books.bill(100)
    lines = list(hledger(books.entries))
    assert f"2024-04-01 * {one.doc_no}" in lines
    assert lines[-2:] == [
        f"    assets:receivables                  172.33 GBP  ; doc: {one.doc_no}",
        f"    income:overseasvisitors            -172.33 GBP  ; doc: {one.doc_no}",
    ]


def test_one_sided_entries_are_not_exported() -> None:
    lone = Entry(
        account=Account.CASH, doc_no="R1HR000001", source_no="R1HR000001", on=OPENED, debit=Money(1)
    )
    for lines in (hledger([lone]), beancount([lone], opened_on=OPENED)):
        with pytest.raises(ValueError, match="do not balance"):
            list(lines)


def test_a_debt_written_off_is_still_owed_on_a_statement() -> None:
    books = Books()
    one = books.bill(100)
    books.day = date(2024, 5, 2)
    books.pay(one.doc_no, Money(5_000))
    books.write_off(one.doc_no, books.standing(one.doc_no).balance)
    books.day = date(2024, 6, 3)
    books.pay(one.doc_no, Money(1_000))
    found = statement(books.entries, since=date(2024, 5, 1), until=date(2024, 6, 30))
    assert found.opening == one.total
    assert [line.amount for line in found.lines] == [Money(-5_000), Money(-1_000)]
    assert found.closing == books.standing(one.doc_no).owed == one.total - Money(6_000)
    table = statement_table(found, TERMS, payer="P000001235")
    assert table.title == "Statement of account P000001235"
    assert table.rows[0][1:] == ("Brought forward", "", "", one.total)
    assert table.totals[-1] == found.closing
    before = statement(books.entries, since=date(2024, 4, 2), until=date(2024, 4, 30))
    assert (before.lines, before.closing) == ((), one.total)


def test_an_extract_is_every_entry_and_balances() -> None:
    history = live(5, 80)
    table = extract(history.entries, TERMS, since=OPENED, until=history.day)
    assert len(table.rows) == len(history.entries)
    assert table.totals[4] == table.totals[5]
    assert {row[3] for row in table.rows} <= set(TERMS.accounts.values())
    assert set(TERMS.accounts) == set(Account)
