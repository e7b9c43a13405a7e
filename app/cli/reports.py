"""`recoup report` and `close`: the ledger's reports as JSON, CSV and PDF; a month closed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json
from app.cli.stores import add_store, new_folders, opened, write_file
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.money import CURRENCY, Money

if TYPE_CHECKING:
    from app.billing.reports.report import Cell, Report
    from app.services.closing import ToClose
    from app.services.desk import Desk

JOURNAL, STATEMENT, CALIBRATION = "journal", "statement", "calibration"

_REPORT = """input: the store of --data. NAME is one of
  aged-debt         by the days since each invoice fell due; reconciles to the control account
  aged-debt-list    the same, invoice by invoice, payers by reference
  allowance         a share of each age, beside what stands on the ledger
  accounts-note     the statutory four lines, two years side by side, in thousands of pounds
  recovery          the three rates, each with its name
  recovery-cohorts  by month of invoice, after 3, 6, 12 and 24 months
  forecast          what plans and promises will bring, by month, from today
  foi               identified, invoiced, received, outstanding, written off, revoked, by year;
                    numbers under 5 are withheld without --small-numbers
  calibration       how often the ranges of estimates held, by specialty
  extract           every entry of some days
  statement         what one payer was charged and paid (--payer, --since)
  journal           the whole ledger for hledger and Beancount; needs --out
--on is the last day told, today where it is left out. --year is a financial year for
accounts-note, recovery and foi; --since the first day of an extract or a statement.

output, one JSON object: report, title, sentence, as_of, currency, columns [{"label", "kind"}],
  rows, totals, notes, files. Amounts are text with two decimals, rates text with one, days ISO.
  With --out the same figures lie there as CSV and PDF, named by report and day. A report that
  does not come to the ledger's own balance is refused.

refusals: not_reconciled, not_found, bad_date, bad_year, no_payer, no_out, not_allowed."""

_CLOSE = """input: the store of --data; MONTH such as 2026-04. Nothing is posted in a closed month
any more: later money goes to the first open day, and corrections are documents of their own day.
A month is closed once and never opened again; closing March fixes the year's note.
--check shows what would be posted and what stands in the way, and closes nothing.

output: {"month", "closed", "receivables", "allowance", "change", "waiting", "problems",
  "currency"}. change is what the allowance moves by; waiting counts acts that wait for a second
  person and will count in a later month.

refusals: cannot_close, already_closed, not_ended, out_of_order, not_reconciled, bad_month,
  not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `report` and `close`."""
    parser = command(
        commands,
        "report",
        _report,
        purpose="Report from the ledger: debt, accounts note, recovery, forecast, journal.",
        manual=_REPORT,
        example="recoup report aged-debt --data desk --out reports --user fmarsh",
    )
    parser.add_argument("name", metavar="NAME", help="which report")
    parser.add_argument("--out", metavar="DIR", help="where CSV and PDF go")
    parser.add_argument("--on", metavar="DATE", help="the last day told")
    parser.add_argument("--since", metavar="DATE", help="the first day of an extract or statement")
    parser.add_argument("--year", metavar="YEAR", help="a financial year such as 2025/26")
    parser.add_argument("--payer", metavar="REF", help="whose statement, by reference")
    parser.add_argument("--small-numbers", action="store_true", help="tell numbers under 5")
    add_store(parser)
    parser = command(
        commands,
        "close",
        _close,
        purpose="Close a month: post the allowance, and let its figures stand.",
        manual=_CLOSE,
        example="recoup close 2026-04 --data desk --user fmarsh --check",
    )
    parser.add_argument("month", metavar="MONTH", help="the month, such as 2026-04")
    parser.add_argument("--check", action="store_true", help="show it, and close nothing")
    add_store(parser)


def _report(args: argparse.Namespace) -> int:
    act = {STATEMENT: Act.INVOICE, CALIBRATION: Act.VIEW_ESTIMATE}.get(args.name, Act.EXPORT_BATCH)
    if args.name == JOURNAL:
        return _journal(args)
    if args.out is None:
        with opened(args, act) as desk:
            print_json(_shown(_made(desk, args), ()))
        return DONE
    with new_folders(args.out) as (out,), opened(args, act) as desk:
        made = _made(desk, args)
        print_json(_shown(made, _kept(desk, made, out)))
    return DONE


def _made(desk: Desk, args: argparse.Namespace) -> Report:
    from app.billing.reports.years import FinancialYear
    from app.services import reporting

    on, since = _day(args.on, "on"), _day(args.since, "since")
    if args.name == STATEMENT:
        if not args.payer or since is None:
            raise BadInput(
                "no_payer", "Say whose statement and from when: --payer REF --since DATE.", "payer"
            )
        return reporting.statement(desk, args.payer, since=since, until=on)
    return reporting.report(
        desk,
        args.name,
        reporting.Asked(
            on=on,
            since=since,
            year=FinancialYear.parse(args.year) if args.year else None,
            small_numbers=args.small_numbers,
        ),
    )


def _kept(desk: Desk, made: Report, out: Path) -> tuple[str, ...]:
    from app.services import reporting

    csv, pdf = out / f"{made.stem}.csv", out / f"{made.stem}.pdf"
    write_file(csv, reporting.spreadsheet(desk, made))
    write_file(pdf, reporting.printed(desk, made))
    return str(csv), str(pdf)


def _journal(args: argparse.Namespace) -> int:
    from app.services import reporting

    if args.out is None:
        raise BadInput("no_out", "Name the folder for the journal: --out DIR.", "out")
    with new_folders(args.out) as (out,), opened(args, Act.EXPORT_BATCH) as desk:
        made = reporting.journal(desk, _day(args.on, "on"))
        stem = f"{JOURNAL}_{(args.on or desk.today.isoformat())}"
        paths = out / f"{stem}.journal", out / f"{stem}.beancount"
        for path, text in zip(paths, (made.hledger, made.beancount), strict=True):
            write_file(path, text.encode("utf-8"))
    print_json({"contract_version": 1, "report": JOURNAL, "files": [str(path) for path in paths]})
    return DONE


def _close(args: argparse.Namespace) -> int:
    from app.services import closing

    with opened(args, Act.INVOICE) as desk:
        found = closing.preview_close(desk, args.month)
        if not args.check:
            closing.close_month(desk, args.month)
    print_json(_to_close(found, closed=not args.check))
    return DONE


def _shown(made: Report, files: tuple[str, ...]) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "report": made.name,
        "title": made.title,
        "sentence": made.sentence,
        "as_of": made.as_of.isoformat(),
        "currency": CURRENCY,
        "columns": [{"label": one.label, "kind": one.kind.value} for one in made.columns],
        "rows": [[_cell(cell) for cell in row] for row in made.rows],
        "totals": [_cell(cell) for cell in made.totals],
        "notes": list(made.notes),
        "files": list(files),
    }


def _cell(cell: Cell) -> str | int:
    match cell:
        case int() | str():
            return cell
        case Money():
            return cell.plain
        case date():
            return cell.isoformat()
    return f"{cell:f}"


def _to_close(found: ToClose, *, closed: bool) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "month": str(found.month),
        "closed": closed,
        "receivables": found.receivables.plain,
        "allowance": found.allowance.required.plain,
        "change": found.allowance.change.plain,
        "waiting": found.waiting,
        "problems": list(found.problems),
        "currency": CURRENCY,
    }


def _day(text: str | None, field: str) -> date | None:
    return None if text is None else parse_iso(text, field)
