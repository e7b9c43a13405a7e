"""`recoup ledger`: what finance's ledger holds, wherever it is kept."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.exchange import CONTRACT_VERSION, ask_passphrase
from app.cli.frame import DONE, Subcommands, add_now, clock_of, command, print_json
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.money import CURRENCY, Money
from app.core.wording import Phrase
from app.machine import SystemIds
from app.spool.judgement import CODED_COLUMNS

if TYPE_CHECKING:
    from app.hub.figures import TrustYear

_MANUAL = """input: the ledger, as for intake: a file, sqlite:///file or postgresql://USER@HOST:PORT/DB.
Reads only, unless it is told what the ledger takes of a trust. A live ledger in a file asks for
its passphrase.

With --trust, --code COLUMN=CODE lists a code of the trust's chart: from then on a bill with a code
of that column that is not listed is refused (E205). --period FIRST..LAST lists an open period:
days outside every listed one are refused (E206). Nothing listed means all are taken; both options
repeat, listing again changes nothing, and what is listed stays.

output, one JSON object: ledger_mode; years, each trust's financial years with documents, charged,
  credited, received, refunded and outstanding (charged and not credited, less what came in and
  did not go back; each by its own day); totals of the whole ledger; currency.

refusals: bad_code where COLUMN is not gl_company, gl_account or gl_cost_centre, or no code follows;
  bad_date; bad_period where FIRST is after LAST or begins another period; trust_needed; mode_needed
  where there is no ledger, ledger_unavailable, bad_ledger, wrong_passphrase."""


def register(commands: Subcommands) -> None:
    """Add `ledger`."""
    parser = command(
        commands,
        "ledger",
        _run,
        purpose="Say what finance's ledger holds, by trust and financial year.",
        manual=_MANUAL,
        example="recoup ledger --ledger postgresql://finance@127.0.0.1:5432/ledger",
    )
    parser.add_argument("--ledger", metavar="URL", required=True, help="the ledger to read")
    parser.add_argument("--trust", metavar="CODE", help="whose codes and periods, such as R1H")
    parser.add_argument(
        "--code", metavar="COLUMN=CODE", action="append", default=[], help="one its chart has"
    )
    parser.add_argument(
        "--period", metavar="FIRST..LAST", action="append", default=[], help="days that are open"
    )
    add_now(parser)


def _run(args: argparse.Namespace) -> int:
    from app.hub.opening import open_ledger  # SQLAlchemy: for those who open a ledger

    clock = clock_of(args)
    codes, periods = [_code(one) for one in args.code], [_period(one) for one in args.period]
    if (codes or periods) and not args.trust:
        raise BadInput("trust_needed", "Say whose they are: --trust R1H.", "trust")
    with open_ledger(
        args.ledger, mode=None, ids=SystemIds(), clock=clock, ask=ask_passphrase
    ) as ledger:
        if codes or periods:
            with ledger.atomic():
                for name, code in codes:
                    ledger.allow_code(args.trust, name, code)
                for first, last in periods:
                    ledger.open_period(args.trust, first, last)
        print_json(
            {
                "contract_version": CONTRACT_VERSION,
                "ledger_mode": ledger.mode.value,
                "years": [_year(one) for one in ledger.by_trust_and_year()],
                "totals": asdict(ledger.totals()),
                "currency": CURRENCY,
            }
        )
    return DONE


def _code(given: str) -> tuple[str, str]:
    name, _, code = given.partition("=")
    if name not in CODED_COLUMNS or not code:
        either = ", ".join(CODED_COLUMNS)
        raise BadInput(
            "bad_code",
            Phrase("Write a code as COLUMN=CODE; the columns are {columns}.", columns=either),
            "code",
        )
    return name, code


def _period(given: str) -> tuple[date, date]:
    first, _, last = given.partition("..")
    found = parse_iso(first, "period"), parse_iso(last, "period")
    if found[0] > found[1]:
        raise BadInput("bad_period", "A period ends on or after its first day.", "period")
    return found


def _year(one: TrustYear) -> dict[str, Any]:
    return {
        "provider": one.provider,
        "year": str(one.year),
        "documents": one.documents,
        "charged": Money(one.charged_pence).plain,
        "credited": Money(one.credited_pence).plain,
        "received": Money(one.received_pence).plain,
        "refunded": Money(one.refunded_pence).plain,
        "outstanding": Money(one.outstanding_pence).plain,
    }
