"""Money that finance took itself: loaded from the ledger's own file, and told to the desks.

Each payment gets a number of its trust's series when it is loaded, without gaps and for good, so
that a desk asks for what comes after the last it has. A file loaded twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.billing.content import contents
from app.billing.page import Wanted
from app.billing.records import Kind, ReceiptRecord, columns
from app.core.errors import BadInput
from app.hub.ledger import Ledger
from app.spool.acknowledgement import Reject
from app.spool.envelope import csv_rows
from app.spool.inspection import Row, raws, read_rows
from app.spool.judgement import Judgement, take_receipts
from app.spool.manifest import NotAsWritten

FROM_FINANCE = "FINANCE"  # stands where a batch's number would: no desk sent it


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file of payments."""

    new: int
    known: int
    refused: tuple[Reject, ...]


def load_payments(ledger: Ledger, data: bytes, *, provider: str | None = None) -> Loaded:
    """Load a file in the format of RCP.csv; good rows are taken, the others named.

    `provider` may be left out where the ledger has one trust. Raises BadInput `bad_payments` or
    `which_trust`, and what the ledger raises.
    """
    try:
        table = csv_rows(columns(ReceiptRecord), data)
    except NotAsWritten as odd:
        raise BadInput(
            "bad_payments",
            f"The file of payments {odd}. It needs the columns of RCP.csv, comma separated, UTF-8.",
            "payments",
        ) from None
    trust = provider or _the_only_trust(ledger)
    kind = Kind.RECEIPTS
    rows = read_rows(kind, raws(kind, table, contents(kind, table)))
    return ledger.in_turn(trust, lambda: _load(ledger, trust, rows))


def _load(ledger: Ledger, provider: str, rows: Sequence[Row]) -> Loaded:
    found = Judgement()
    page = ledger.page(provider, _wanted(rows))
    take_receipts(rows, page, found)
    new = page.take_new()
    ledger.post(provider, new, FROM_FINANCE)
    ledger.number_payments(provider, [(_document(one), one.receipt_no) for one, _ in new.money])
    known = found.accepted[Kind.RECEIPTS] - len(new.money)
    return Loaded(len(new.money), known, found.in_order())


def _wanted(rows: Sequence[Row]) -> Wanted:
    money = [row.record for row in rows if isinstance(row.record, ReceiptRecord)]
    returned = frozenset(one.original_receipt_no for one in money if one.original_receipt_no)
    return Wanted(
        payers=frozenset(one.customer_ref for one in money),
        receipts=frozenset(one.receipt_no for one in money) | returned,
        refunded=returned,
    )


def _document(record: ReceiptRecord) -> str:
    return record.doc_no or record.payment_reference[4:]


def _the_only_trust(ledger: Ledger) -> str:
    trusts = ledger.trusts()
    if len(trusts) != 1:
        raise BadInput(
            "which_trust",
            f"This ledger serves {len(trusts)} trusts. Say whose payments these are: "
            "--provider CODE.",
            "provider",
        )
    return trusts[0]
