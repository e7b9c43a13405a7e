"""Figures laid out as tables, in the words of `resources/reports.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.billing.reports.accounts_note import NoteYear, in_thousands
from app.billing.reports.ageing import Ageing
from app.billing.reports.allowance import Allowance
from app.billing.reports.forecast import Forecast, ToComeSum
from app.billing.reports.recovery import Cohort, Pooled, percent
from app.billing.reports.report import Cell, Column, Kind, Report
from app.billing.reports.terms import ReportTerms, ReportWords
from app.core.money import Money
from app.pricing.calibration import Record

AGED_DEBT, AGED_DEBT_LIST, ALLOWANCE = "aged-debt", "aged-debt-list", "allowance"
ACCOUNTS_NOTE, FORECAST = "accounts-note", "forecast"
RECOVERY, RECOVERY_COHORTS = "recovery", "recovery-cohorts"
CALIBRATION = "calibration"
_TEXT, _DAY, _COUNT, _MONEY, _RATE = Kind.TEXT, Kind.DAY, Kind.COUNT, Kind.MONEY, Kind.RATE
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvoice:
    """An invoice that is not settled, its payer by reference."""

    customer_ref: str
    doc_no: str
    due_on: date
    balance: Money


def columns(labels: Iterable[str], *kinds: Kind) -> tuple[Column, ...]:
    """Words and kinds of as many columns."""
    return tuple(Column(*pair) for pair in zip(labels, kinds, strict=True))


def aged_debt(found: Ageing, terms: ReportTerms) -> Report:
    """A row for each age."""
    words = terms.reports[AGED_DEBT]
    return Report(
        name=AGED_DEBT,
        title=words.title,
        sentence=words.sentence,
        as_of=found.as_of,
        columns=columns(words.columns, _TEXT, _COUNT, *[_MONEY] * 4),
        rows=tuple(
            (one.bucket.label, one.invoices, one.owed, one.credit, one.unallocated, one.net)
            for one in found.aged
        ),
        totals=(
            words.say("total"),
            sum(one.invoices for one in found.aged),
            found.owed,
            found.credit,
            found.unallocated,
            found.net,
        ),
        notes=(words.say("control", control=found.control),),
    )


def aged_debt_list(invoices: Iterable[OpenInvoice], terms: ReportTerms, *, as_of: date) -> Report:
    """A row for each invoice, the oldest debt first."""
    words = terms.reports[AGED_DEBT_LIST]
    oldest_first = sorted(invoices, key=lambda one: (one.due_on, one.doc_no))
    return Report(
        name=AGED_DEBT_LIST,
        title=words.title,
        sentence=words.sentence,
        as_of=as_of,
        columns=columns(words.columns, _TEXT, _TEXT, _DAY, _COUNT, _TEXT, _MONEY),
        rows=tuple(
            (
                one.customer_ref,
                one.doc_no,
                one.due_on,
                days,
                terms.bucket_of(days).label,
                one.balance,
            )
            for one in oldest_first
            for days in [(as_of - one.due_on).days]
        ),
        totals=(
            words.say("total"),
            "",
            "",
            "",
            "",
            Money.total(one.balance for one in oldest_first),
        ),
        notes=(words.say("control"),),
    )


def allowance_table(found: Allowance, terms: ReportTerms, *, as_of: date) -> Report:
    """A row for each age, and what a close would post."""
    words = terms.reports[ALLOWANCE]
    return Report(
        name=ALLOWANCE,
        title=words.title,
        sentence=words.sentence,
        as_of=as_of,
        columns=columns(words.columns, _TEXT, _MONEY, _RATE, _MONEY),
        rows=tuple(
            (line.label, line.owed, (line.share * _HUNDRED).normalize() + 0, line.loss)
            for line in found.lines
        ),
        totals=(
            words.say("total"),
            Money.total(line.owed for line in found.lines),
            "",
            found.required,
        ),
        notes=(words.say("standing", standing=found.standing, change=found.change),),
    )


def accounts_note(now: NoteYear, before: NoteYear, terms: ReportTerms, *, as_of: date) -> Report:
    """The statutory four lines, two years side by side, in thousands."""
    words = terms.reports[ACCOUNTS_NOTE]
    labels = [words.say(name) for name in ("income", "cash", "impairment", "written_off")]
    heads = (label.format(year=now.year, before=before.year) for label in words.columns)
    return Report(
        name=ACCOUNTS_NOTE,
        title=words.title,
        sentence=words.sentence,
        as_of=as_of,
        columns=columns(heads, _TEXT, _COUNT, _COUNT),
        rows=tuple(
            (label, in_thousands(this), in_thousands(last))
            for label, this, last in zip(labels, now.lines, before.lines, strict=True)
        ),
        notes=words.notes,
    )


def recovery(
    note: NoteYear,
    pool: Pooled,
    years: Sequence[Cohort],
    terms: ReportTerms,
    *,
    as_of: date,
) -> Report:
    """The three rates one under the other, each with its name; cohorts by year of invoice."""
    words = terms.reports[RECOVERY]
    rates = [_rate(words, words.say("accounts", year=note.year), note.cash, note.income)]
    for year in years:
        for months, came in zip(terms.horizons, year.collected, strict=True):
            name = words.say("cohort", months=months, label=year.label)
            rates.append(_rate(words, name, came, year.charged))
    rates.append(_rate(words, words.say("pooled"), pool.collected, pool.invoiced))
    beside = words.say("written_off", written_off=pool.written_off, outstanding=pool.outstanding)
    return Report(
        name=RECOVERY,
        title=words.title,
        sentence=words.sentence,
        as_of=as_of,
        columns=columns(words.columns, _TEXT, _MONEY, _MONEY, _RATE),
        rows=tuple(rates),
        notes=(beside, *words.notes),
    )


def recovery_cohorts(months: Sequence[Cohort], terms: ReportTerms, *, as_of: date) -> Report:
    """A row for each month of invoice, a column for each age."""
    words = terms.reports[RECOVERY_COHORTS]
    first, charged, age = words.columns
    heads = (first, charged, *(age.format(months=months) for months in terms.horizons))
    return Report(
        name=RECOVERY_COHORTS,
        title=words.title,
        sentence=words.sentence,
        as_of=as_of,
        columns=columns(heads, _TEXT, _MONEY, *[_RATE] * len(terms.horizons)),
        rows=tuple(
            (
                one.label,
                one.charged,
                *(_per_cent(words, came, one.charged) for came in one.collected),
            )
            for one in months
        ),
        notes=words.notes,
    )


def forecast_table(found: Forecast, terms: ReportTerms) -> Report:
    """What is late, then a row for each month, then what lies after."""
    words = terms.reports[FORECAST]
    coming = [(str(month), one) for month, one in found.months] + [
        (words.say("beyond"), found.beyond)
    ]
    return Report(
        name=FORECAST,
        title=words.title,
        sentence=words.sentence,
        as_of=found.as_of,
        columns=columns(words.columns, _TEXT, _COUNT, _MONEY),
        rows=tuple(_coming(name, one) for name, one in [(words.say("late"), found.late), *coming]),
        totals=(words.say("total"), sum(one.count for _, one in coming), found.expected),
    )


def calibration_table(
    found: Iterable[tuple[str, Record]], terms: ReportTerms, *, as_of: date
) -> Report:
    """How often the range of an estimate held, by the name of the specialty."""
    words = terms.reports[CALIBRATION]
    return Report(
        name=CALIBRATION,
        title=words.title,
        sentence=words.sentence,
        as_of=as_of,
        columns=columns(words.columns, _TEXT, _COUNT, _COUNT, _MONEY, _RATE),
        rows=tuple(
            (
                name,
                one.finals,
                one.held,
                one.mean_error,
                Decimal(one.mean_error_per_mille).scaleb(-1),
            )
            for name, one in found
        ),
        notes=words.notes,
    )


def _coming(name: str, sums: ToComeSum) -> tuple[Cell, ...]:
    return name, sums.count, sums.amount


def _rate(words: ReportWords, name: str, part: Money | None, whole: Money) -> tuple[Cell, ...]:
    if part is None:
        return name, words.say("not_yet"), whole, words.say("not_yet")
    return name, part, whole, _per_cent(words, part, whole)


def _per_cent(words: ReportWords, part: Money | None, whole: Money) -> Cell:
    if part is None:
        return words.say("not_yet")
    rate = percent(part, whole)
    return words.say("none") if rate is None else rate
