"""Reports of a real desk: screen, CSV and PDF give one set of figures, the ledger's own."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from beancount import loader
from beancount.ops import summarize

from app.billing.ledger import Account
from app.billing.payment import Method
from app.billing.reports.journal import NAMES
from app.billing.reports.report import Report, as_csv, shown
from app.billing.reports.years import FinancialYear
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.money import ZERO, Money
from app.services import plans, receiving, reporting, writing_off
from app.services.desk import Desk
from app.services.filing import Issued
from app.services.plans import PlanWanted
from app.services.reporting import Asked
from app.store import audit, entries, invoices
from installer import translations
from tests.documents.reading import text
from tests.services.conftest import opened_copy
from tests.services.work import credit, invoiced, later, seated

_TURNED = translations.turned("a")[0]
# Numbers of documents and payers, months and years; a specialty is named by the price list.
_IS_DATA = re.compile(r"[A-Z0-9/\-]*|Spinal Procedures and Disorders")


class Month:
    """A desk after some business: part paid, written off, credited, and one nobody knows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        _, self.part_paid = invoiced(desk, family_name="Okafor")
        _, self.lost = invoiced(desk, family_name="Bello")
        _, self.revoked = invoiced(desk, family_name="Eze")
        later(desk)
        with seated(desk, "finance"):
            pay(desk, self.part_paid, "100.00")
            self.unknown = receiving.take_unallocated(
                desk, self.payer, amount=Money.parse("55.10"), method=Method.BACS
            )
            asked = writing_off.propose_write_off(
                desk, self.lost.doc_no, reason_code="destitute", evidence="Letter from a charity."
            )
        with seated(desk, "senior"):
            writing_off.approve_write_off(desk, asked)
        credit(desk, self.revoked.doc_no)

    @property
    def payer(self) -> str:
        return invoices.get(self.desk.db, self.part_paid.doc_no).customer_ref


def pay(desk: Desk, bill: Issued, amount: str) -> None:
    receiving.take_payment(desk, bill.doc_no, amount=Money.parse(amount), method=Method.BACS)


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory, made_once: Path) -> Iterator[Month]:
    desk = opened_copy(made_once, tmp_path_factory.mktemp("month") / "desk")
    yield Month(desk)
    desk.db.close()


NAMES_OF_REPORTS = (
    "aged-debt",
    "aged-debt-list",
    "allowance",
    "accounts-note",
    "recovery",
    "recovery-cohorts",
    "forecast",
    "foi",
    "calibration",
    "extract",
)


def told(month: Month, name: str, asked: Asked | None = None) -> Report:
    with seated(month.desk, "finance"):
        return reporting.report(month.desk, name, asked or Asked())


def words(line: str) -> str:
    """Letters as the page holds them, whatever was wrapped."""
    return "".join(line.split())


@pytest.mark.parametrize("name", NAMES_OF_REPORTS)
def test_csv_and_pdf_give_the_figures_of_the_screen(month: Month, name: str) -> None:
    made = told(month, name)
    with seated(month.desk, "finance"):
        sheet = reporting.spreadsheet(month.desk, made).decode("utf-8")
        page = words(text(reporting.printed(month.desk, made)))
    rows = list(csv.reader(StringIO(sheet, newline="")))
    assert rows[0] == [column.label for column in made.columns]
    assert len(rows) == 1 + len(made.lines) > 1
    for row, line in zip(rows[1:], made.lines, strict=True):
        for typed, cell in zip(row, line, strict=True):
            match cell:
                case Money():
                    assert Money.parse(typed) == cell
                case date():
                    assert date.fromisoformat(typed) == cell
                case _:
                    assert typed == str(cell)
    at = 0
    for line in made.lines:
        for cell in line:
            found = page.find(words(shown(cell)), at)
            assert found >= at, (name, line, cell)
            at = found
    assert all(words(note) in page for note in (made.title, made.sentence, *made.notes))
    forms = {row.happening.detail["form"] for row in audit.latest(month.desk.db, subject=made.stem)}
    assert forms == {"csv", "pdf"}


def test_every_report_of_the_list_can_be_made(month: Month) -> None:
    for user in ("finance", "senior", "auditor"):
        with seated(month.desk, user):
            for one in reporting.listed(month.desk):
                assert reporting.report(month.desk, one.name).name == one.name
    with seated(month.desk, "finance"):
        assert {one.name for one in reporting.listed(month.desk)} == set(NAMES_OF_REPORTS)


def test_an_auditor_sees_no_estimate_and_so_not_how_good_they_were(month: Month) -> None:
    with seated(month.desk, "auditor"):
        assert "calibration" not in {one.name for one in reporting.listed(month.desk)}
        with pytest.raises(NotAllowed):
            reporting.report(month.desk, "calibration")


def test_aged_debt_holds_credits_and_unknown_money_apart(month: Month) -> None:
    owed = month.part_paid.total - Money.parse("100")
    made = told(month, "aged-debt")
    assert made.totals == (
        "Total",
        1,
        owed,
        ZERO,
        Money.parse("-55.10"),
        owed - Money.parse("55.10"),
    )
    assert entries.balances(month.desk.db)["receivables"] == owed
    one_by_one = told(month, "aged-debt-list")
    assert one_by_one.rows[0][:2] == (month.payer, month.part_paid.doc_no)
    assert one_by_one.totals[-1] == owed


def test_the_rates_are_three_and_the_note_has_what_became_of_the_year(month: Month) -> None:
    made = told(month, "recovery")
    charged = month.part_paid.total + month.lost.total
    pooled = made.rows[-1]
    assert (pooled[1], pooled[2]) == (Money.parse("100"), charged)
    accounts = made.rows[0]
    assert (accounts[1], accounts[2]) == (Money.parse("155.10"), charged)
    assert month.lost.total.pounds >= 0
    assert str(month.lost.total) in made.notes[0]
    assert told(month, "accounts-note").columns[1].label == "2025/26, £000"
    before = told(month, "accounts-note", Asked(year=FinancialYear(2024)))
    assert [row[1] for row in before.rows] == [0, 0, 0, 0]


def test_small_numbers_are_withheld_unless_asked_for(month: Month) -> None:
    plain = told(month, "foi", Asked(small_numbers=True))
    rows = {str(row[1]): row[2:] for row in plain.rows}
    assert rows["People found chargeable"][0] == 3
    assert rows["Invoices issued"][0] == 3
    assert rows["of which: Has no means to pay"] == (1, month.lost.total)
    assert rows["of which: The bill was corrected"] == (1, month.revoked.total)
    guarded = told(month, "foi")
    assert not any(isinstance(cell, Money) and cell != ZERO for row in guarded.rows for cell in row)
    assert told(month, "foi", Asked(year=FinancialYear(2019))).rows == ()


def test_a_statement_is_finance_s_and_shows_a_payer_what_is_owed(month: Month) -> None:
    with seated(month.desk, "finance"):
        made = reporting.statement(month.desk, month.payer, since=month.desk.today)
        assert made.totals[-1] == month.part_paid.total - Money.parse("100")
        assert as_csv(made)
        with pytest.raises(NotFound):
            reporting.statement(month.desk, "P0", since=month.desk.today)
        with pytest.raises(BadInput):
            reporting.statement(
                month.desk, month.payer, since=month.desk.today, until=date(2026, 1, 1)
            )
    with seated(month.desk, "auditor"), pytest.raises(NotAllowed):
        reporting.statement(month.desk, month.payer, since=month.desk.today)


def test_the_journal_of_a_desk_adds_up_elsewhere(month: Month) -> None:
    with seated(month.desk, "finance"):
        made = reporting.journal(month.desk)
    found, faults, _ = loader.load_string(made.beancount)
    assert not faults
    balances, _ = summarize.balance_by_account(found)
    for name, amount in entries.balances(month.desk.db).items():
        units = dict(balances[NAMES[Account(name)]])
        if amount == ZERO:
            assert not units
        else:
            assert units["GBP", None].units.number == amount.pounds
    assert month.part_paid.doc_no in made.hledger


def test_days_that_cannot_be_are_refused(month: Month) -> None:
    with seated(month.desk, "finance"):
        for asked in (
            Asked(on=month.desk.today + timedelta(days=1)),
            Asked(since=month.desk.today, on=month.desk.today - timedelta(days=1)),
        ):
            with pytest.raises(BadInput) as refused:
                reporting.report(month.desk, "extract", asked)
            assert refused.value.code == "bad_date"
        with pytest.raises(NotFound, match="aged-debt"):
            reporting.report(month.desk, "debt")


def test_a_plan_and_a_promise_are_cash_to_come(desk: Desk) -> None:
    _, planned = invoiced(desk, family_name="Okafor")
    _, promised = invoiced(desk, family_name="Bello")
    with seated(desk, "finance"):
        first = desk.today + timedelta(days=7)
        wanted = PlanWanted(first_on=first, amount=Money(30_000), every="month", band="under_500")
        plans.agree_plan(desk, planned.doc_no, wanted)
        plans.promise(desk, promised.doc_no, amount=Money(10_000), by=first)
        made = reporting.report(desk, "forecast")
    assert made.totals == ("To come", 5, planned.total + Money(10_000))
    assert made.rows[1] == ("2026-03", 2, Money(40_000))


def test_a_clerk_sees_no_figure(month: Month) -> None:
    with seated(month.desk, "clerk"):
        for call in (reporting.listed, reporting.journal):
            with pytest.raises(NotAllowed):
                call(month.desk)


def test_a_ledger_that_does_not_reconcile_shows_no_aged_debt(desk: Desk) -> None:
    invoiced(desk)
    with desk.db.atomic():
        for account, debit, credit in (("receivables", 7, 0), ("income", 0, 7)):
            desk.db.execute(
                "INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence,"
                " credit_pence, made_at) VALUES (?, 'stray', 'stray', ?, ?, ?, ?)",
                (desk.today.isoformat(), account, debit, credit, desk.moment),
            )
    with seated(desk, "finance"):
        for name in ("aged-debt", "aged-debt-list", "allowance"):
            with pytest.raises(Known) as refused:
                reporting.report(desk, name)
            assert refused.value.code == "not_reconciled"


@pytest.mark.parametrize("name", NAMES_OF_REPORTS)
def test_in_another_language_every_word_of_a_report_is_of_it(month: Month, name: str) -> None:
    desk = replace(month.desk)
    with seated(desk, "senior"):
        plain = reporting.report(desk, name)
        label = next(one.label for one in reporting.listed(desk) if one.name == name)
        desk.speak(translations.turned)
        turned = reporting.report(desk, name)
        assert translations.turned(label) in [one.label for one in reporting.listed(desk)]
    said = [turned.title, turned.sentence, *turned.notes, *(one.label for one in turned.columns)]
    assert [words for words in said if _TURNED not in words] == []
    words = {cell for row in plain.lines for cell in row if isinstance(cell, str)}
    kept = {cell for row in turned.lines for cell in row if cell in words}
    assert {cell for cell in kept if not _IS_DATA.fullmatch(str(cell))} == set()
