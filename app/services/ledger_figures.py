"""Figures of the ledger at the end of a day, folded by the store and judged by the pure reports."""

from __future__ import annotations

from datetime import date

from app.billing.ledger import Account
from app.billing.reports.accounts_note import NoteYear, note_year
from app.billing.reports.ageing import Ageing, ageing
from app.billing.reports.allowance import Allowance, allowance
from app.billing.reports.years import FinancialYear
from app.services.desk import Desk
from app.store import folds


def aged(desk: Desk, day: date) -> Ageing:
    """Debt by age at the end of a day, reconciled to the control account."""
    return ageing(
        folds.open_by_due_day(desk.db, day),
        folds.unallocated_by_day(desk.db, day),
        desk.finance.reports,
        as_of=day,
        control=folds.balance(desk.db, Account.RECEIVABLES, until=day),
        unallocated=-folds.balance(desk.db, Account.UNALLOCATED, until=day),
    )


def allowance_on(desk: Desk, found: Ageing) -> Allowance:
    """What the allowance has to be for aged debt, beside what it stands at that day."""
    standing = -folds.balance(desk.db, Account.ALLOWANCE, until=found.as_of)
    return allowance(found, standing=standing)


def note_of(desk: Desk, year: FinancialYear, day: date) -> NoteYear:
    """A year's four figures, as posted up to a day."""
    return note_year(
        year,
        recognised=folds.recognised(desk.db, year, until=day),
        dated=folds.sums(desk.db, since=year.first, until=min(year.last, day)),
    )
