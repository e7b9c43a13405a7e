"""Closing a month: its figures stand from then on, and corrections go into the open month.

A closed month is never opened again, by one person or two: what was wrong in it is put right by a
document of today, as in any ledger that others have reported from. Closing March closes the
financial year, and with it the year's figures of the note to the accounts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.billing.postings import allowance_entries
from app.billing.reports.accounts_note import NoteYear
from app.billing.reports.allowance import Allowance
from app.billing.reports.recovery import pooled
from app.billing.reports.sums import Sums
from app.billing.reports.years import FinancialYear, Month
from app.core.dates import long
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.services.desk import Desk, service
from app.services.ledger_figures import aged, allowance_on, note_of
from app.services.posting import post
from app.store import folds, periods, proposals, users

_DEBITS = Phrase("Debits and credits differ. Ask whoever looks after the program.")
_CASH = Phrase("Cash and what came on invoices differ. Ask whoever looks after the program.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToClose:
    """A month as it would be closed; `problems` are why it cannot be, each a sentence.

    `waiting` counts acts that wait for a second person: they will count in a later month.
    """

    month: Month
    receivables: Money
    allowance: Allowance
    waiting: int
    year: NoteYear | None  # the year that closes with it
    problems: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedMonth:
    """A month that is closed, and by whom."""

    month: Month
    closed_by: str
    closed_at: str


@service(Act.INVOICE)
def last_closed(desk: Desk) -> ClosedMonth | None:
    """The month closed last, who closed it and when; None where none is."""
    closed = periods.closed(desk.db)
    if not closed:
        return None
    return ClosedMonth(
        month=Month.parse(closed[-1].period),
        closed_by=users.get(desk.db, closed[-1].closed_by).display_name,
        closed_at=closed[-1].closed_at,
    )


@service(Act.INVOICE)
def next_to_close(desk: Desk) -> Month | None:
    """The month to be closed next; None where that one has not ended."""
    closed = periods.closed_through(desk.db)
    first = folds.first_day(desk.db) or desk.today
    month = Month.of(first) if closed is None else Month.of(closed).next
    return month if month.last < desk.today else None


@service(Act.INVOICE)
def preview_close(desk: Desk, month: str) -> ToClose:
    """What closing a month would post and fix, and what stands against it; nothing is kept."""
    return _to_close(desk, Month.parse(month))


@service(Act.INVOICE)
def close_month(desk: Desk, month: str) -> ClosedMonth:
    """Post the allowance and close the month for good, in one transaction.

    Raises BadInput for what is no month, Known `cannot_close` with the first thing in the way.
    """
    found = _to_close(desk, Month.parse(month))
    if found.problems:
        raise Known("cannot_close", found.problems[0], "month")
    with desk.db.atomic():
        last = found.month.last
        post(desk, allowance_entries(month, on=last, change=found.allowance.change))
        closed = periods.ClosedPeriod(month, last, desk.person.user_id, desk.moment)
        periods.close(desk.db, closed)
        desk.audit("month_closed", month, _figures(found))
    return ClosedMonth(
        month=found.month, closed_by=desk.person.display_name, closed_at=closed.closed_at
    )


def _to_close(desk: Desk, month: Month) -> ToClose:
    closed = periods.closed_through(desk.db)
    if closed is not None and month.last <= closed:
        raise Known("already_closed", Phrase("{month} is closed already.", month=month), "month")
    if month.last >= desk.today:
        raise Known(
            "not_ended",
            Phrase("{month} can be closed from {day} on.", month=month, day=long(month.next.first)),
            "month",
        )
    if closed is not None and Month.of(closed).next != month:
        raise Known(
            "out_of_order", Phrase("Close {month} first.", month=Month.of(closed).next), "month"
        )
    sums = folds.sums(desk.db, until=month.last)
    found = aged(desk, month.last)
    allowed = allowance_on(desk, found)
    return ToClose(
        month=month,
        receivables=found.control,
        allowance=allowed,
        waiting=len(proposals.waiting(desk.db)),
        year=_year_closed(desk, month, allowed.change),
        problems=tuple(_problems(desk, month.last, sums)),
    )


def _year_closed(desk: Desk, month: Month, change: Money) -> NoteYear | None:
    """The note of the year that ends with a month, with what its close posts in it."""
    year = FinancialYear.of(month.last)
    if year.last != month.last:
        return None
    note = note_of(desk, year, month.last)
    return replace(note, impairment=note.impairment + max(change, ZERO))


def _problems(desk: Desk, last: date, sums: Sums) -> list[Phrase]:
    found = []
    if not sums.is_balanced:
        found.append(_DEBITS)
    came = Money.total(one.amount for one in folds.collected(desk.db, last))
    if not pooled(sums).adds_up or pooled(sums).collected != came:
        found.append(_CASH)
    for number in folds.unposted(desk.db, last):
        found.append(
            Phrase(
                "{number} was issued and is not on the books. Ask who looks after them.",
                number=number,
            )
        )
    return found


def _figures(found: ToClose) -> dict[str, str]:
    """What stands in the audit of the close: the figures as they were fixed."""
    figures = {
        "receivables": found.receivables.plain,
        "allowance": found.allowance.required.plain,
        "change": found.allowance.change.plain,
    }
    if found.year is not None:
        names = ("income", "cash", "impairment", "written_off")
        lines = zip(names, found.year.lines, strict=True)
        figures |= {f"{found.year.year} {name}": amount.plain for name, amount in lines}
    return figures
