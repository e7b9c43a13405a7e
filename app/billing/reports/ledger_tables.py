"""Tables that follow the ledger line by line: statement, extract; and those others ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.billing.ledger import Entry
from app.billing.reports.foi import Figure, FoiYear, withheld
from app.billing.reports.report import Cell, Kind, Report
from app.billing.reports.statement import Statement
from app.billing.reports.tables import columns
from app.billing.reports.terms import ReportTerms, ReportWords
from app.core.dates import long
from app.core.money import ZERO, Money
from app.core.wording import filled

FOI, STATEMENT, EXTRACT = "foi", "statement", "extract"
_PARTS = ("received", "outstanding", "written_off", "revoked")


def statement_table(found: Statement, terms: ReportTerms, *, payer: str) -> Report:
    """Brought forward, each document, and what is owed at the end."""
    words = terms.reports[STATEMENT]
    opening: tuple[Cell, ...] = (found.since, words.say("opening"), "", "", found.opening)
    return Report(
        name=STATEMENT,
        title=words.title.format(payer=payer),
        sentence=filled(words.sentence, since=long(found.since), until=long(found.until)),
        as_of=found.until,
        columns=columns(words.columns, Kind.DAY, Kind.TEXT, Kind.TEXT, Kind.MONEY, Kind.MONEY),
        rows=(
            opening,
            *(
                (line.on, line.source_no, line.doc_no, line.amount, line.balance)
                for line in found.lines
            ),
        ),
        totals=("", words.say("closing"), "", "", found.closing),
    )


def extract(
    entries: Iterable[Entry],
    terms: ReportTerms,
    *,
    since: date,
    until: date,
) -> Report:
    """Every entry as it was posted; debits and credits come to the same."""
    words = terms.reports[EXTRACT]
    kept = tuple(entries)
    return Report(
        name=EXTRACT,
        title=words.title,
        sentence=filled(words.sentence, since=long(since), until=long(until)),
        as_of=until,
        columns=columns(
            words.columns,
            *(Kind.DAY, Kind.TEXT, Kind.TEXT, Kind.TEXT),
            *(Kind.MONEY, Kind.MONEY, Kind.DAY),
        ),
        rows=tuple(_posted(one, terms.accounts) for one in kept),
        totals=(
            *(words.say("total"), "", "", ""),
            Money.total(one.debit for one in kept),
            Money.total(one.credit for one in kept),
            "",
        ),
    )


@dataclass(frozen=True, slots=True)
class Publishing:
    """How figures are given out: labels of reason codes, and the smallest count that is told."""

    labels: Mapping[str, str]
    below: int = 0  # nothing is withheld


def foi_table(
    years: Sequence[FoiYear], terms: ReportTerms, publishing: Publishing, *, as_of: date
) -> Report:
    """Each year's figures with reasons; small numbers, and what gives them away, are withheld."""
    words = terms.reports[FOI]
    return Report(
        name=FOI,
        title=words.title,
        sentence=filled(words.sentence, as_of=long(as_of)),
        as_of=as_of,
        columns=columns(words.columns, Kind.TEXT, Kind.TEXT, Kind.COUNT, Kind.MONEY),
        rows=tuple(row for year in years for row in _foi_year(year, words, publishing)),
        notes=words.notes,
    )


def _foi_year(
    year: FoiYear, words: ReportWords, publishing: Publishing
) -> Iterator[tuple[Cell, ...]]:
    below = publishing.below
    few = words.say("few", count=below)
    hide = 0 < year.identified < below
    yield str(year.year), words.say("identified"), few if hide else year.identified, ""
    hide = 0 < year.invoiced.number < below
    yield str(year.year), words.say("invoiced"), *_figure(words, year.invoiced, below, hide=hide)
    hidden = withheld([one.number for one in year.parts], below=below)
    reasons = {"written_off": year.lost_for, "revoked": year.revoked_for}
    for place, (part, figure) in enumerate(zip(_PARTS, year.parts, strict=True)):
        hide = place in hidden
        yield str(year.year), words.say(part), *_figure(words, figure, below, hide=hide)
        for row in _reasons(reasons.get(part, {}), words, publishing, hide=hide):
            yield str(year.year), *row


def _reasons(
    reasons: Mapping[str, Figure], words: ReportWords, publishing: Publishing, *, hide: bool
) -> Iterator[tuple[Cell, ...]]:
    """Where the sum is withheld so is every part of it."""
    hidden = withheld([one.number for one in reasons.values()], below=publishing.below)
    for place, (code, figure) in enumerate(reasons.items()):
        label = publishing.labels.get(code, words.say("other"))
        told = _figure(words, figure, publishing.below, hide=hide or place in hidden)
        yield words.say("reason", label=label), *told


def _figure(words: ReportWords, figure: Figure, below: int, *, hide: bool) -> tuple[Cell, Cell]:
    if not hide:
        return figure.number, figure.amount
    few = figure.number < below
    number = words.say("few", count=below) if few else words.say("withheld")
    return number, words.say("withheld")


def _posted(one: Entry, accounts: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        one.on,
        one.source_no,
        one.doc_no,
        accounts[one.account.value],
        one.debit if one.debit > ZERO else "",
        one.credit if one.credit > ZERO else "",
        one.recognised_on or "",
    )
