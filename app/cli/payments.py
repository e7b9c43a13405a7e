"""`recoup payments`: a payment file taken in, what waits, and what is decided of it."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json, read_bytes, tell
from app.cli.stores import add_store, opened
from app.core.dates import show
from app.core.errors import BadInput
from app.core.money import CURRENCY, Money
from app.interop.remittance.payment_file import open_payments
from app.services import payments_waiting, receiving, remitting
from app.services.desk import Desk
from app.services.remitting import PaymentIn

_MANUAL = """input: the store of --data, and an ACT:
  import FILE|-                 take a payment file in, of any kind `recoup parse payments` reads.
                                A payment is taken in once, by whichever file it comes; again
                                changes nothing. With --preview nothing is kept.
  waiting                       what waits for a person, each with its reason.
  match FINGERPRINT --to NUMBER to an invoice (or several, in quotes), an estimate, a customer or
                                a receipt.
  set-aside FINGERPRINT --reason WORDS

output: `import`: {"kind", "payments", "known", "matched", "waiting", "total", "currency",
  "warnings", "items"}; counts of this file. `waiting` gives "on_no_invoice" too: each receipt with
  money on no invoice as {"receipt", "date", "payer", "amount"}. Each item, and what the others
  give: {"fingerprint", "date", "amount", "text", "payer", "state", "to", "why", "suggestions"}.

refusals: those of `recoup parse payments`; bad_rows (a row cannot be read, so nothing is taken
  in), already_matched, not_the_same, taken_already, other_currency, no_reason, not_found,
  not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `payments`."""
    parser = command(
        commands,
        "payments",
        _payments,
        purpose="Take a payment file in, list what waits, match or set aside.",
        manual=_MANUAL,
        example="recoup payments import statement.csv --data desk --user marsh",
    )
    acts = ("import", "waiting", "match", "set-aside")
    parser.add_argument("act", choices=acts, metavar="ACT", help=", ".join(acts))
    parser.add_argument("what", nargs="?", metavar="FILE|FINGERPRINT", help="what the act is about")
    parser.add_argument("--to", metavar="NUMBER", help="what a payment is matched to")
    parser.add_argument("--reason", metavar="WORDS", help="why a payment is set aside")
    parser.add_argument("--preview", action="store_true", help="say what would be done, do nothing")
    add_store(parser)


def _payments(args: argparse.Namespace) -> int:
    if args.act != "waiting" and not args.what:
        raise BadInput("no_name", f"Say what `payments {args.act}` is about.", "what")
    with opened(args, Act.INVOICE) as desk:
        answer = _ACTS[args.act](desk, args)
    print_json({"contract_version": 1, **answer})
    return DONE


def _import(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    raw = read_bytes(args.what, most=desk.payments.most_bytes)
    file = open_payments(raw, desk.payments)
    statement = file.statement
    for warning in statement.warnings:
        tell(warning)
    found = remitting.preview(desk, raw) if args.preview else remitting.take_in(desk, file)
    done = found.payments
    counts = {state: sum(one.state == state for one in done) for state in _STATES}
    if done and counts["known"] == len(done):
        day = show(date.fromisoformat(found.known_at[:10]))
        tell(f"Nothing new: all {len(done)} payments of this file were taken in on {day}.")
    return {
        "kind": statement.kind,
        "payments": len(done),
        **counts,
        "total": file.total.plain,
        "currency": CURRENCY,
        "warnings": [*statement.warnings, *(fault.message for fault in statement.faults)],
        "items": [_item(one) for one in done],
    }


def _waiting(desk: Desk, _: argparse.Namespace) -> dict[str, Any]:
    found = payments_waiting.waiting(desk)
    total = Money.total(one.amount for one in found)
    return {
        "waiting": len(found),
        "total": total.plain,
        "currency": CURRENCY,
        "items": [_item(one) for one in found],
        "on_no_invoice": [
            {
                "receipt": one.receipt_no,
                "date": one.received_on.isoformat(),
                "payer": one.payer,
                "amount": one.amount.plain,
            }
            for one in receiving.unallocated_money(desk)
        ],
    }


def _match(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    if not args.to:
        raise BadInput("no_name", "Say what it is matched to: --to NUMBER.", "to")
    return _item(payments_waiting.match_by_hand(desk, args.what, args.to))


def _set_aside(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    return _item(payments_waiting.set_aside(desk, args.what, args.reason or ""))


_STATES = ("known", "matched", "waiting")
_ACTS = {"import": _import, "waiting": _waiting, "match": _match, "set-aside": _set_aside}


def _item(one: PaymentIn) -> dict[str, Any]:
    return {
        "fingerprint": one.fingerprint,
        "date": one.on.isoformat(),
        "amount": one.amount.plain,
        "text": one.said,
        "payer": one.payer,
        "state": one.state,
        "to": one.to or None,
        "why": one.why or None,
        "suggestions": [
            {"to": offered.to, "payer": offered.payer, "amount": offered.amount.plain}
            for offered in one.suggestions
        ],
    }
