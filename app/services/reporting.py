"""Reports from the ledger: each is one `Report`, from which screen, CSV and PDF are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.access.roles import Act
from app.billing.reports import ledger_tables, tables
from app.billing.reports.foi import foi
from app.billing.reports.forecast import forecast, to_come_of
from app.billing.reports.journal import beancount, hledger
from app.billing.reports.ledger_tables import Publishing
from app.billing.reports.recovery import cohorts_by_month, cohorts_by_year, pooled
from app.billing.reports.report import Report, as_csv
from app.billing.reports.statement import statement as statement_of
from app.billing.reports.years import FinancialYear
from app.casework.review import Choice
from app.core import wording
from app.core.errors import BadInput, NotFound
from app.core.wording import Phrase
from app.documents.report_pdf import report_pdf
from app.services.calibrating import calibration
from app.services.debts import owing_debts
from app.services.desk import Desk, service
from app.services.ledger_figures import aged, allowance_on, note_of
from app.store import customers, folds


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which figures: up to which day, of which financial year, with small numbers or without.

    Without a day it is today; without a year, the one the day lies in; `since` begins an extract.
    """

    on: date | None = None
    year: FinancialYear | None = None
    since: date | None = None
    small_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A report that can be asked for; some are of a year, some can withhold small numbers."""

    name: str
    label: str
    by_year: bool
    counts_people: bool


@dataclass(frozen=True, slots=True)
class Journal:
    """The whole ledger in the syntax of two programs that add it up."""

    hledger: str
    beancount: str


@service(Act.EXPORT_BATCH, whole=True)
def listed(desk: Desk) -> tuple[Listed, ...]:
    """The reports there are, in the order of a list to choose from."""
    words = desk.finance.reports.reports
    return tuple(
        Listed(name, words[name].label, name in _BY_YEAR, name == ledger_tables.FOI)
        for name in _MAKERS
        if name != tables.CALIBRATION or desk.may(Act.VIEW_ESTIMATE)
    )


@service(Act.EXPORT_BATCH, whole=True)
def report(desk: Desk, name: str, asked: Asked = Asked()) -> Report:
    """One report; raises BadInput for a day that lies ahead, NotFound for a name that is none.

    Raises Known `not_reconciled` where it and the ledger differ, NotAllowed for the calibration
    of estimates by whoever may see none.
    """
    if name not in _MAKERS:
        raise NotFound(
            Phrase(
                "There is no report {name}. There are: {names}.",
                name=name,
                names=wording.listed(_MAKERS),
            ),
            "report",
        )
    day = _day(desk, asked.on)
    return _MAKERS[name](desk, asked, day)


@service(Act.INVOICE)
def statement(desk: Desk, customer_ref: str, *, since: date, until: date | None = None) -> Report:
    """What one payer was charged and paid over some days; raises NotFound, BadInput."""
    last = _day(desk, until)
    if since > last:
        raise BadInput("bad_date", "The first day lies after the last. Change one.", "since")
    payer = customers.get(desk.db, customer_ref)
    found = statement_of(
        folds.of_payer(desk.db, payer.customer_ref, until=last), since=since, until=last
    )
    return ledger_tables.statement_table(found, desk.finance.reports, payer=payer.customer_ref)


@service(Act.EXPORT_BATCH, whole=True)
def journal(desk: Desk, on: date | None = None) -> Journal:
    """Every entry up to a day, for hledger and for Beancount."""
    entries = tuple(folds.posted(desk.db, until=_day(desk, on)))
    opened = min((one.on for one in entries), default=desk.today)
    return Journal(
        "".join(f"{line}\n" for line in hledger(entries)),
        "".join(f"{line}\n" for line in beancount(entries, opened_on=opened)),
    )


@service(Act.EXPORT_BATCH, whole=True)
def spreadsheet(desk: Desk, made: Report) -> bytes:
    """The report as CSV; that it left the program is audited."""
    with desk.db.atomic():
        desk.audit("report_exported", made.stem, {"form": "csv"})
    return as_csv(made)


@service(Act.EXPORT_BATCH, whole=True)
def printed(desk: Desk, made: Report) -> bytes:
    """The report as PDF; that it left the program is audited."""
    with desk.db.atomic():
        desk.audit("report_exported", made.stem, {"form": "pdf"})
    return desk.press.draw(
        partial(
            report_pdf,
            made,
            trust=desk.trust,
            mode=desk.mode,
            logo=desk.logo,
        )
    )


def _day(desk: Desk, day: date | None) -> date:
    if day is not None and day > desk.today:
        raise BadInput("bad_date", "That day lies ahead. Give today or a day before.", "on")
    return day or desk.today


def _aged_debt(desk: Desk, _asked: Asked, day: date) -> Report:
    return tables.aged_debt(aged(desk, day), desk.finance.reports)


def _aged_debt_list(desk: Desk, _asked: Asked, day: date) -> Report:
    aged(desk, day)  # reconciled, or refused
    return tables.aged_debt_list(folds.open_invoices(desk.db, day), desk.finance.reports, as_of=day)


def _allowance(desk: Desk, _asked: Asked, day: date) -> Report:
    found = allowance_on(desk, aged(desk, day))
    return tables.allowance_table(found, desk.finance.reports, as_of=day)


def _accounts_note(desk: Desk, asked: Asked, day: date) -> Report:
    year = asked.year or FinancialYear.of(day)
    return tables.accounts_note(
        note_of(desk, year, day),
        note_of(desk, year.before, day),
        desk.finance.reports,
        as_of=day,
    )


def _recovery(desk: Desk, asked: Asked, day: date) -> Report:
    terms = desk.finance.reports
    years = cohorts_by_year(
        folds.issued(desk.db, day),
        folds.collected(desk.db, day),
        horizons=terms.horizons,
        as_of=day,
    )
    return tables.recovery(
        note_of(desk, asked.year or FinancialYear.of(day), day),
        pooled(folds.sums(desk.db, until=day)),
        years,
        terms,
        as_of=day,
    )


def _recovery_cohorts(desk: Desk, _asked: Asked, day: date) -> Report:
    terms = desk.finance.reports
    months = cohorts_by_month(
        folds.issued(desk.db, day),
        folds.collected(desk.db, day),
        horizons=terms.horizons,
        as_of=day,
    )
    return tables.recovery_cohorts(months[: terms.cohorts], terms, as_of=day)


def _forecast(desk: Desk, _asked: Asked, _day: date) -> Report:
    terms = desk.finance.reports
    agreed = (one for debt in owing_debts(desk) for one in to_come_of(debt.position))
    coming = forecast(agreed, as_of=desk.today, months=terms.forecast_months)
    return tables.forecast_table(coming, terms)


def _foi(desk: Desk, asked: Asked, day: date) -> Report:
    terms = desk.finance.reports
    years = foi(
        folds.invoice_sums(desk.db, day),
        folds.identified(desk.db, Choice.CHARGE.value, until=day),
    )
    return ledger_tables.foi_table(
        [one for one in years if asked.year in (None, one.year)],
        terms,
        Publishing(_reasons(desk), 0 if asked.small_numbers else terms.suppress_below),
        as_of=day,
    )


def _reasons(desk: Desk) -> Mapping[str, str]:
    """Why a debt was lost, and what is decided now of a case whose charge was revoked."""
    decided = {choice.value: label for choice, label in desk.terms.labels.items()}
    corrected = desk.finance.reports.reports[ledger_tables.FOI].say("corrected")
    return {**desk.finance.write_off.reasons, **decided, Choice.CHARGE.value: corrected}


def _calibration(desk: Desk, _asked: Asked, _day: date) -> Report:
    by_specialty = [(one.name, one.record) for one in calibration(desk)]
    return tables.calibration_table(by_specialty, desk.finance.reports, as_of=desk.today)


def _extract(desk: Desk, asked: Asked, day: date) -> Report:
    since = asked.since or FinancialYear.of(day).first
    if since > day:
        raise BadInput("bad_date", "The first day lies after the last. Change one.", "since")
    entries = folds.posted(desk.db, since=since, until=day)
    return ledger_tables.extract(entries, desk.finance.reports, since=since, until=day)


_MAKERS: Mapping[str, Callable[[Desk, Asked, date], Report]] = {
    tables.AGED_DEBT: _aged_debt,
    tables.AGED_DEBT_LIST: _aged_debt_list,
    tables.ALLOWANCE: _allowance,
    tables.ACCOUNTS_NOTE: _accounts_note,
    tables.RECOVERY: _recovery,
    tables.RECOVERY_COHORTS: _recovery_cohorts,
    tables.FORECAST: _forecast,
    ledger_tables.FOI: _foi,
    tables.CALIBRATION: _calibration,
    ledger_tables.EXTRACT: _extract,
}
_BY_YEAR = frozenset({tables.ACCOUNTS_NOTE, tables.RECOVERY, ledger_tables.FOI})
