"""Sums of the ledger for the reports, folded from its entries each time they are asked for.

Every sum over invoices runs down `entries_to_fold` and `invoices_to_fold` (step 13), so that its
time grows with the ledger and no faster.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.billing.ledger import Account, Entry
from app.billing.reports.ageing import OpenDebt, Waiting
from app.billing.reports.foi import InvoiceSums
from app.billing.reports.recovery import Collected, DayOfIssue
from app.billing.reports.sums import Sides, Sums
from app.billing.reports.tables import OpenInvoice
from app.billing.reports.years import FinancialYear
from app.core.money import Money
from app.store.database import Database
from app.store.merges import reads_as

# Named, since the primary key would lead to the rows with their documents.
_DATES = "JOIN invoices i INDEXED BY invoices_to_fold USING (doc_no)"
_OPEN = """
    SELECT doc_no, sum(debit_pence) - sum(credit_pence) AS balance FROM entries
    WHERE account = 'receivables' AND on_date <= :until GROUP BY doc_no HAVING balance <> 0"""
BY_DUE_DAY = f"""
    SELECT i.due_on, count(*), sum(o.balance) FROM ({_OPEN}) o {_DATES}
    GROUP BY i.due_on, o.balance > 0"""
_ONE_BY_ONE = f"""
    SELECT i.customer_ref, doc_no, i.due_on, o.balance FROM ({_OPEN}) o {_DATES}"""
_WAITING = """
    SELECT since, sum(balance) FROM (
        SELECT min(on_date) AS since, sum(credit_pence) - sum(debit_pence) AS balance FROM entries
        WHERE account = 'unallocated' AND on_date <= :until GROUP BY doc_no HAVING balance <> 0)
    GROUP BY since"""
_BALANCE = """
    SELECT ifnull(sum(debit_pence) - sum(credit_pence), 0) FROM entries
    WHERE account = :account AND on_date <= :until"""
_SUMS = """
    SELECT account, sum(debit_pence), sum(credit_pence) FROM entries
    WHERE on_date BETWEEN :since AND :until GROUP BY account"""
# Income of before there was a day of recognition counts on the day it was posted.
_RECOGNISED = """
    SELECT ifnull(sum(credit_pence) - sum(debit_pence), 0) FROM entries
    WHERE account = 'income' AND on_date <= :until
      AND ifnull(recognised_on, on_date) BETWEEN :first AND :last"""
_ISSUED = f"""
    SELECT i.issued_on, sum(e.credit_pence) - sum(e.debit_pence)
    FROM entries e {_DATES}
    WHERE e.account = 'income' AND e.on_date <= :until GROUP BY i.issued_on"""
# What an invoice's other accounts leave of it is money less refunds (billing.standing).
_COLLECTED = f"""
    SELECT i.issued_on, e.on_date, sum(e.credit_pence) - sum(e.debit_pence) AS came
    FROM entries e {_DATES}
    WHERE e.account IN ('receivables', 'income', 'write_offs', 'recoveries')
      AND e.on_date <= :until
    GROUP BY i.issued_on, e.on_date HAVING came <> 0"""
_INVOICES = f"""
    SELECT i.issued_on,
        sum(e.credit_pence) FILTER (WHERE e.account = 'income'),
        sum(e.debit_pence) FILTER (WHERE e.account = 'income'),
        sum(e.debit_pence - e.credit_pence)
            FILTER (WHERE e.account IN ('write_offs', 'recoveries')),
        sum(e.debit_pence - e.credit_pence) FILTER (WHERE e.account = 'receivables'),
        (SELECT reason_code FROM write_offs w WHERE w.doc_no = i.doc_no
         ORDER BY write_off_no DESC LIMIT 1),
        (SELECT choice FROM decisions d WHERE d.registration_id = i.registration_id
         ORDER BY seq DESC LIMIT 1)
    FROM entries e {_DATES}
    WHERE e.account IN ('receivables', 'income', 'write_offs', 'recoveries')
      AND e.on_date <= :until
    GROUP BY i.doc_no"""
_IDENTIFIED = f"""
    SELECT DISTINCT {reads_as("r.patient_id")},
        substr(d.decided_at, 1, 4) - (substr(d.decided_at, 6, 2) < '04') AS year
    FROM decisions d JOIN registrations r USING (registration_id)
    WHERE d.choice = :choice AND date(d.decided_at) <= :until"""
_COLUMNS = """e.account, e.doc_no, e.source_no, e.on_date, e.debit_pence, e.credit_pence,
    CASE e.account WHEN 'income' THEN ifnull(e.recognised_on, e.on_date) END"""
_BETWEEN = f"""
    SELECT {_COLUMNS} FROM entries e WHERE e.on_date BETWEEN :since AND :until
    ORDER BY e.entry_id"""
_OF_PAYER = f"""
    SELECT {_COLUMNS} FROM invoices i JOIN entries e USING (doc_no)
    WHERE i.customer_ref = :payer AND e.on_date <= :until ORDER BY e.entry_id"""
_UNPOSTED = """
    SELECT doc_no FROM invoices i WHERE issued_on <= :until AND total_pence <> 0
      AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.source_no = i.doc_no)
    UNION ALL
    SELECT receipt_no FROM receipts r WHERE received_on <= :until
      AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.source_no = r.receipt_no)
    UNION ALL
    SELECT write_off_no FROM write_offs w WHERE written_off_on <= :until
      AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.source_no = w.write_off_no)
    ORDER BY 1"""
_FIRST = "SELECT min(on_date) FROM entries"
_FIRST_DAY = "0001-01-01"


def open_by_due_day(db: Database, until: date) -> Iterator[OpenDebt]:
    """What stands on invoices at the end of a day: a sum for each due day, credits apart."""
    for due_on, invoices, pence in db.each(BY_DUE_DAY, _until(until)):
        yield OpenDebt(due_on=date.fromisoformat(due_on), invoices=invoices, balance=Money(pence))


def open_invoices(db: Database, until: date) -> Iterator[OpenInvoice]:
    """Every invoice that is not settled at the end of a day."""
    for customer_ref, doc_no, due_on, pence in db.each(_ONE_BY_ONE, _until(until)):
        yield OpenInvoice(
            customer_ref=customer_ref,
            doc_no=doc_no,
            due_on=date.fromisoformat(due_on),
            balance=Money(pence),
        )


def unallocated_by_day(db: Database, until: date) -> Iterator[Waiting]:
    """Money on no invoice at the end of a day, by the day it came."""
    for since, pence in db.each(_WAITING, _until(until)):
        yield Waiting(received_on=date.fromisoformat(since), amount=Money(pence))


def balance(db: Database, account: Account, *, until: date) -> Money:
    """What one account stands at, at the end of a day; above zero where debits are more."""
    return Money(db.scalar(_BALANCE, {"account": account.value} | _until(until)))


def sums(db: Database, *, since: date | None = None, until: date) -> Sums:
    """Both sides of each account over some days, both in it; from the beginning without `since`."""
    first = since.isoformat() if since else _FIRST_DAY
    found = db.each(_SUMS, {"since": first, "until": until.isoformat()})
    return Sums(
        {Account(account): Sides(Money(debit), Money(credit)) for account, debit, credit in found}
    )


def recognised(db: Database, year: FinancialYear, *, until: date) -> Money:
    """Income less credit notes by day of recognition, as posted up to a day."""
    days = {"first": year.first.isoformat(), "last": year.last.isoformat()}
    return Money(db.scalar(_RECOGNISED, days | _until(until)))


def issued(db: Database, until: date) -> tuple[DayOfIssue, ...]:
    """What the invoices of each day charge, less what was credited up to a day."""
    return tuple(
        DayOfIssue(issued_on=date.fromisoformat(day), charged=Money(pence))
        for day, pence in db.each(_ISSUED, _until(until))
    )


def collected(db: Database, until: date) -> tuple[Collected, ...]:
    """Money less refunds that came on invoices up to a day, by day of issue and day it came."""
    return tuple(
        Collected(
            issued_on=date.fromisoformat(issued_on), on=date.fromisoformat(on), amount=Money(pence)
        )
        for issued_on, on, pence in db.each(_COLLECTED, _until(until))
    )


def invoice_sums(db: Database, until: date) -> Iterator[InvoiceSums]:
    """Each invoice in sums, why it was written off, and what stands decided of its case."""
    for day, charged, credited, off, balance, lost_for, choice in db.each(_INVOICES, _until(until)):
        yield InvoiceSums(
            year=FinancialYear.of(date.fromisoformat(day)),
            charged=Money(charged or 0),
            credited=Money(credited or 0),
            off_the_books=Money(off or 0),
            balance=Money(balance or 0),
            lost_for=lost_for or "",
            revoked_for=choice or "",
        )


def identified(db: Database, choice: str, *, until: date) -> dict[FinancialYear, int]:
    """How many people a choice was made for in each financial year, each counted once in it."""
    years: dict[FinancialYear, int] = {}
    for _, start in db.each(_IDENTIFIED, {"choice": choice} | _until(until)):
        years[FinancialYear(start)] = years.get(FinancialYear(start), 0) + 1
    return years


def posted(db: Database, *, since: date | None = None, until: date) -> Iterator[Entry]:
    """Every entry of some days, both in it, in the order of posting."""
    first = since.isoformat() if since else _FIRST_DAY
    return _entries(db, _BETWEEN, {"since": first, "until": until.isoformat()})


def unposted(db: Database, until: date) -> tuple[str, ...]:
    """Documents dated up to a day that moved money and have no entry: there must be none."""
    return tuple(number for (number,) in db.each(_UNPOSTED, _until(until)))


def first_day(db: Database) -> date | None:
    """The day of the first entry, or None where nothing was posted."""
    found = db.scalar(_FIRST)
    return date.fromisoformat(found) if found else None


def of_payer(db: Database, customer_ref: str, *, until: date) -> Iterator[Entry]:
    """Every entry about a payer's invoices up to a day, in the order of posting."""
    return _entries(db, _OF_PAYER, {"payer": customer_ref} | _until(until))


def _until(day: date) -> dict[str, str]:
    return {"until": day.isoformat()}


def _entries(db: Database, sql: str, values: dict[str, str]) -> Iterator[Entry]:
    for account, doc_no, source_no, on, debit, credit, recognised_on in db.each(sql, values):
        yield Entry(
            account=Account(account),
            doc_no=doc_no,
            source_no=source_no,
            on=date.fromisoformat(on),
            debit=Money(debit),
            credit=Money(credit),
            recognised_on=date.fromisoformat(recognised_on) if recognised_on else None,
        )
