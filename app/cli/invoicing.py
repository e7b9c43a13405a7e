"""`recoup invoice`: a case billed, with no window."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.access.roles import Act
from app.billing.payer import Payer, PayerType
from app.cli.frame import DONE, Subcommands, command, print_json, read_json
from app.cli.stores import add_store, new_folders, opened, write_file
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.money import CURRENCY
from app.core.people import Address
from app.services import invoicing
from app.services.press import sha256

_MANUAL = """input, one JSON object:
  {"case": "R-1001",
   "through"?: ISO,     an interim invoice of a stay that goes on, up to that day
   "payer"?: {"type", "name", "address": [lines], "postcode"?, "country"?}}

  payer is needed where the law makes another than the patient liable (PARENT, SHIPOWNER, EMPLOYER,
  ESTATE), and may be given where somebody has promised in writing to pay (SPONSOR, INSURER,
  EMBASSY). The case was decided, checked where that was due, and estimated.

output: {"path", "invoice_number", "sha256", "total", "to_pay", "currency", "payment_reference"}.
  total is the charge, to_pay what is left of it after money paid in advance; below zero it is paid
  back. The PDF lies in --out; the invoice, its entries and finance's rows are in the store.

refusals: not_decided, second_check_due, no_estimate, estimate_outdated, already_invoiced,
  payer_needed, wrong_payer, not_yet, nothing_new, less_than_interim, unknown_field."""
_KEYS = {"case", "through", "payer"}
_PAYER_KEYS = {"type", "name", "address", "postcode", "country"}


def register(commands: Subcommands) -> None:
    """Add `invoice`."""
    parser = command(
        commands,
        "invoice",
        _invoice,
        purpose="Bill a case that was decided and estimated, and write the invoice as PDF.",
        manual=_MANUAL,
        example="recoup invoice bill.json --data desk --out letters --user fmarsh",
    )
    parser.add_argument("file", metavar="FILE|-", help="a JSON file, or - for standard input")
    parser.add_argument("--out", metavar="DIR", required=True, help="where the PDF goes")
    add_store(parser)


def _invoice(args: argparse.Namespace) -> int:
    document = read_json(args.file)
    _require_known(document, _KEYS, "case")
    through = document.get("through")
    day = parse_iso(str(through), "through") if through is not None else None
    given = document.get("payer")
    payer = _payer(given) if given is not None else None
    with new_folders(args.out) as (out,), opened(args, Act.INVOICE) as desk:
        case = invoicing.case_of(desk, str(document.get("case", "")))
        with desk.db.atomic():  # a page that cannot be written takes its invoice back
            if day is None:
                issued = invoicing.issue(desk, case, payer)
            else:
                issued = invoicing.issue_interim(desk, case, through=day, payer=payer)
            invoice = invoicing.invoice(desk, issued.doc_no)
            path = Path(out) / f"{issued.doc_no}.pdf"
            write_file(path, issued.pdf)
    print_json(
        {
            "contract_version": 1,
            "path": str(path),
            "invoice_number": issued.doc_no,
            "sha256": sha256(issued.pdf),
            "total": invoice.total.plain,
            "to_pay": invoice.balance.plain,
            "currency": CURRENCY,
            "payment_reference": invoice.payment_reference,
        }
    )
    return DONE


def _payer(given: object) -> Payer:
    if not isinstance(given, dict):
        raise BadInput("bad_value", "`payer` is an object with type, name and address.", "payer")
    _require_known(given, _PAYER_KEYS, "payer")
    lines = given.get("address", [])
    if not (isinstance(lines, list) and all(isinstance(line, str) for line in lines)):
        raise BadInput("bad_value", "`address` is a list of lines.", "address")
    try:
        kind = PayerType(str(given.get("type", "")))
    except ValueError:
        kinds = ", ".join(PayerType)
        raise BadInput("bad_value", f"A payer's type is one of {kinds}.", "payer") from None
    return Payer(
        customer_ref="",
        payer_type=kind,
        family_name=str(given.get("name", "")),
        address=Address(
            tuple(lines), str(given.get("postcode", "")), str(given.get("country", ""))
        ),
    )


def _require_known(given: Mapping[str, Any], known: set[str], field: str) -> None:
    if unknown := sorted(set(given) - known):
        raise BadInput("unknown_field", f"An invoice's {field} has no “{unknown[0]}”.", field)
