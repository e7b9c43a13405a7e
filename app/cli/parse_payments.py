"""`recoup parse payments`: bank and card CSV, GOV.UK Pay, camt.053, as one list of payments."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.frame import tell

if TYPE_CHECKING:  # the formats are read by the command that needs them, not by every start
    from app.interop.remittance.line import PaymentLine

MOST = 20_000_000  # as resources/payments.toml, which is read only once there is a file
MANUAL = """payments: a bank statement (CSV or camt.053), a card settlement (CSV), an export of
GOV.UK Pay (CSV, or JSON of its API).
  {"valid", "normalised": the checked reference or null, "warnings", "line", "kind", "date",
   "amount", "currency", "text", "payer", "payer_account": its last four, "method", "references",
   "offered": with one letter swapped, "provider_refs", "last_four", "fee", "held", "fingerprint"}
  line is that of the file, or the number of the entry. held says why it waits for a person
  whatever it names. The fingerprint is the same whenever this payment comes again.
  refusals: bad_file, bad_xml, bad_json, too_large, too_long, card_number (a whole card number
  stands in it; it is not said back)."""


def read(raw: bytes, _args: argparse.Namespace) -> list[dict[str, Any]]:
    """The items of a payment file in their order; raises BadInput."""
    from app.interop.remittance.payment_file import open_payments
    from app.library.payments import load_payment_terms

    file = open_payments(raw, load_payment_terms())
    statement = file.statement
    for warning in statement.warnings:
        tell(warning)
    items = [
        (line.row, _payment(line, identity.mark, statement.kind))
        for line, identity in zip(statement.lines, file.identities, strict=True)
    ]
    items += [(one.row, _none(one.row, one.why, statement.kind)) for one in statement.left_out]
    items += [(one.row, _none(one.row, one.message, statement.kind)) for one in statement.faults]
    return [item for _, item in sorted(items, key=lambda item: item[0])]


def _payment(line: PaymentLine, fingerprint: str, kind: str) -> dict[str, Any]:
    from app.billing.named import names_in
    from app.billing.reference import payment_reference
    from app.core.money import CURRENCY

    named = names_in(f"{line.text} {line.payer}")
    references = [payment_reference(doc_no) for doc_no in named.checked]
    return {
        "valid": True,
        "normalised": references[0] if len(references) == 1 else None,
        "warnings": list(line.warnings),
        "line": line.row,
        "kind": kind,
        "date": line.on.isoformat(),
        "amount": line.amount.plain,
        "currency": CURRENCY if line.hold != "other_currency" else None,
        "text": line.text,
        "payer": line.payer,
        "payer_account": line.payer_account[-4:],
        "method": line.method,
        "references": references,
        "offered": [payment_reference(doc_no) for doc_no in named.offered],
        "provider_refs": list(line.provider_refs),
        "last_four": line.last_four,
        "fee": line.fee.plain,
        "held": line.hold.value if line.hold else None,
        "fingerprint": fingerprint,
    }


def _none(row: int, why: str, kind: str) -> dict[str, Any]:
    return {"valid": False, "normalised": None, "warnings": [why], "line": row, "kind": kind}
