"""`recoup ledger`: what finance's ledger holds, wherever it is kept."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.cli.exchange import CONTRACT_VERSION, ask_passphrase
from app.cli.frame import DONE, Subcommands, add_now, clock_of, command, print_json
from app.core.money import CURRENCY, Money
from app.machine import SystemIds

if TYPE_CHECKING:
    from app.hub.figures import TrustYear

_MANUAL = """input: the ledger, as for intake: a file, sqlite:///file or postgresql://USER@HOST:PORT/DB.
Reads only. A live ledger in a file asks for its passphrase.

output, one JSON object: ledger_mode; years, each trust's financial years with documents, charged,
  credited, received, refunded and outstanding (charged and not credited, less what came in and
  did not go back; each by its own day); totals of the whole ledger; currency.

refusals: mode_needed where there is no ledger, ledger_unavailable, bad_ledger, wrong_passphrase."""


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
    add_now(parser)


def _run(args: argparse.Namespace) -> int:
    from app.hub.opening import open_ledger  # SQLAlchemy: for those who open a ledger

    clock = clock_of(args)
    with open_ledger(
        args.ledger, mode=None, ids=SystemIds(), clock=clock, ask=ask_passphrase
    ) as ledger:
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
