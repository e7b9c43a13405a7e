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
from app.services import payments_waiting, placing, receiving, refunding, remitting
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
  place RECEIPT --to INVOICE    put money that is on no invoice on one of the same patient: as much
                                as it is owed, or --amount. With --preview nothing is kept.
  pay-back RECEIPT --reason WORDS
                                propose that all of it goes back to whoever paid it; a second
                                person approves the refund. So of an invoice paid too much.

output: `import`: {"kind", "payments", "known", "matched", "waiting", "total", "currency",
  "warnings", "items"}; counts of this file. `waiting` gives "on_no_invoice" too: each receipt with
  money on no invoice as {"receipt", "date", "payer", "amount", "refund_waits"}; of the last a
  refund waits for approval. Each item, and what `match` and `set-aside` give: {"fingerprint",
  "date", "amount", "in_pounds", "text", "payer", "state", "to", "why", "suggestions"}; what is not
  in pounds is in no total. `place`: {"receipt", "paid_by", "to", "payer", "case", "amount", "left",
  "owed", "refund_waits", "currency"}; left on no invoice and owed, both afterwards. `pay-back`:
  {"of", "amount", "currency", "receipts", "proposals"}; nothing is paid before one is approved.

refusals: those of `recoup parse payments`; bad_rows (a row cannot be read, so nothing is taken
  in), already_matched, not_the_same, taken_already, other_currency, no_reason, no_number,
  nothing_waits, other_patient, not_an_invoice, not_open, nothing_owed, bad_amount, too_much,
  nothing_to_refund, not_found, not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `payments`."""
    parser = command(
        commands,
        "payments",
        _payments,
        purpose="Take a payment file in, match what waits, place money that is on no invoice.",
        manual=_MANUAL,
        example="recoup payments import statement.csv --data desk --user marsh",
    )
    acts = tuple(_ACTS)
    parser.add_argument("act", choices=acts, metavar="ACT", help=", ".join(acts))
    parser.add_argument(
        "what", nargs="?", metavar="FILE|FINGERPRINT|RECEIPT", help="what the act is about"
    )
    parser.add_argument("--to", metavar="NUMBER", help="what a payment or money is for")
    parser.add_argument("--amount", metavar="POUNDS", help="how much of it is put on the invoice")
    parser.add_argument("--reason", metavar="WORDS", help="why it is set aside, or goes back")
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
    found = remitting.preview(desk, file) if args.preview else remitting.take_in(desk, file)
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
    total = Money.total(one.pounds for one in found)
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
                "refund_waits": one.refund_waits.plain,
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


def _place(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    amount = None if args.amount is None else Money.parse(args.amount, "amount")
    act = placing.look if args.preview else placing.place
    done = act(desk, args.what, args.to or "", amount)
    return {
        "receipt": done.receipt_no,
        "paid_by": done.paid_by,
        "to": done.doc_no,
        "payer": done.payer,
        "case": done.ref,
        "amount": done.amount.plain,
        "left": done.left.plain,
        "owed": done.still_owed.plain,
        "refund_waits": done.refund_waits.plain,
        "currency": CURRENCY,
    }


def _pay_back(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    found = refunding.refundable(desk, args.what)
    proposed = () if args.preview else refunding.propose_refund(desk, args.what, args.reason or "")
    return {
        "of": args.what,
        "amount": Money.total(one.amount for one in found).plain,
        "currency": CURRENCY,
        "receipts": [one.receipt_no for one in found],
        "proposals": list(proposed),
    }


_STATES = ("known", "matched", "waiting")
_ACTS = {
    "import": _import,
    "waiting": _waiting,
    "match": _match,
    "set-aside": _set_aside,
    "place": _place,
    "pay-back": _pay_back,
}


def _item(one: PaymentIn) -> dict[str, Any]:
    return {
        "fingerprint": one.fingerprint,
        "date": one.on.isoformat(),
        "amount": one.amount.plain,
        "in_pounds": one.in_pounds,
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
