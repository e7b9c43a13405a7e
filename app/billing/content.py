"""Whether two rows are the same byte for byte: told by a hash, so no ledger is read for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from app.billing.records import RECORD_OF, Kind, columns

UNKNOWN = b""  # of a row kept before rows were hashed; equals no row's hash
_ODD = sha256(b"a row of another width").digest()
_WIDTH = {kind: len(columns(RECORD_OF[kind])) for kind in Kind}
_BEGINS = {Kind.CUSTOMERS: 2, Kind.INVOICES: 1, Kind.RECEIPTS: 1}
_BETWEEN = "\0"  # stands in no row that is taken (`billing.rows`)


def contents(kind: Kind, table: Iterable[Sequence[str]]) -> list[bytes]:
    """The hash of all that each row says: not its place in the batch, nor a customer's action.

    A row with more or fewer cells than its file has columns is like none that was ever taken.
    """
    width, begins, join, odd = _WIDTH[kind], _BEGINS[kind], _BETWEEN.join, _ODD
    return [
        sha256(join(cells[begins:]).encode()).digest() if len(cells) == width else odd
        for cells in table
    ]
