"""Does a batch hold what its manifest claims? Codes E102 to E105, and rows read into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.billing.content import UNKNOWN
from app.billing.records import (
    RECORD_OF,
    CustomerRecord,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    Record,
    columns,
)
from app.billing.rows import Fault
from app.core.money import CURRENCY
from app.spool.acknowledgement import WHOLE_BATCH, Reject
from app.spool.envelope import csv_rows, sha256
from app.spool.manifest import FileEntry, Manifest, NotAsWritten, Totals
from app.spool.share import LARGEST_FILE

ReadFile = Callable[[str, int], bytes | None]  # as `Share.read`
_KEY = {Kind.CUSTOMERS: "customer_ref", Kind.INVOICES: "doc_no", Kind.RECEIPTS: "receipt_no"}
KEY_AT = {kind: columns(RECORD_OF[kind]).index(name) for kind, name in _KEY.items()}
_AMOUNT_AT = {
    Kind.INVOICES: columns(InvoiceRecord).index("gross_amount"),
    Kind.RECEIPTS: columns(ReceiptRecord).index("amount"),
}
_WORD_AT = 1  # `action`, `doc_type` or `receipt_type`
_AMOUNT = re.compile(r"-?[0-9]{1,12}\.[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it came: its place, the document it names, and a record or its faults."""

    kind: Kind
    record_no: int
    key: str
    record: Record | None
    faults: tuple[Fault, ...]
    content: bytes = UNKNOWN


@dataclass(frozen=True, slots=True)
class Inspected:
    """A batch opened: whole-batch faults (then no row counts), else the cells of every row."""

    manifest: Manifest
    faults: tuple[Reject, ...]
    tables: Mapping[Kind, Sequence[Sequence[str]]]

    @property
    def rows(self) -> dict[Kind, tuple[Row, ...]]:
        """Every row of every file, read into records."""
        return {
            kind: tuple(read_row(kind, place, cells) for place, cells in enumerate(table, start=1))
            for kind, table in self.tables.items()
        }


def inspect(manifest: Manifest, read: ReadFile) -> Inspected:
    """Open a batch and hold it against its manifest. Changes nothing.

    A file that is missing, a link, or larger than it should be is never looked into.
    """
    faults: list[Reject] = []
    tables: dict[Kind, list[list[str]]] = {}
    if manifest.currency != CURRENCY:
        faults.append(whole_batch("E208", "currency", f"currency is not {CURRENCY}"))
    names = tuple(manifest.header.stem.data(kind) for kind in Kind)
    if tuple(entry.name for entry in manifest.files) != names:
        faults.append(whole_batch("E102", "files", "the manifest does not list its three files"))
    else:
        for kind, entry in zip(Kind, manifest.files, strict=True):
            table = _open(kind, entry, read)
            if isinstance(table, Reject):
                faults.append(table)
            else:
                tables[kind] = table
    if not faults and _totals(tables) != manifest.totals:
        faults.append(whole_batch("E105", "totals", "the totals differ from the files"))
    return Inspected(manifest, tuple(faults), {} if faults else tables)


def whole_batch(code: str, field: str, message: str) -> Reject:
    """A reason that no single file is to blame for."""
    return Reject(WHOLE_BATCH, None, "", code, field, message)


def _open(kind: Kind, entry: FileEntry, read: ReadFile) -> list[list[str]] | Reject:
    data = read(entry.name, min(max(entry.bytes, 0), LARGEST_FILE))
    if data is None:
        return Reject(kind, None, "", "E102", "name", "the file is missing")
    if len(data) != entry.bytes:
        return Reject(kind, None, "", "E103", "bytes", "the size differs")
    if sha256(data) != entry.sha256:
        return Reject(kind, None, "", "E103", "sha256", "the hash differs")
    try:
        table = csv_rows(columns(RECORD_OF[kind]), data)
    except NotAsWritten as odd:
        return Reject(kind, None, "", "E104", "rows", f"the file {odd}")
    numbers = [row[0] if row else "" for row in table]
    if len(table) != entry.rows or numbers != [str(n) for n in range(1, len(table) + 1)]:
        return Reject(kind, None, "", "E104", "rows", "the rows are not those counted")
    if _control(kind, table) != entry.control_total_pence:
        return Reject(kind, None, "", "E105", "control_total_pence", "the control total differs")
    return table


def read_row(kind: Kind, place: int, cells: Sequence[str], hashed: bytes = UNKNOWN) -> Row:
    """One row read into its record, with what the row alone shows to be wrong."""
    read = RECORD_OF[kind].from_row(cells)
    key = cell_of(cells, KEY_AT[kind])
    if isinstance(read, CustomerRecord | InvoiceRecord | ReceiptRecord):
        return Row(kind, place, key, read, read.faults(), hashed)
    return Row(kind, place, key, None, read, hashed)


def pence(kind: Kind, cells: Sequence[str]) -> int:
    """The amount of a row; one that cannot be read counts nothing and is a fault of its row."""
    text = cell_of(cells, _AMOUNT_AT[kind])
    return int(text.replace(".", "", 1)) if _AMOUNT.fullmatch(text) else 0


def cell_of(cells: Sequence[str], place: int) -> str:
    """A cell, empty where the row is too short to have it."""
    return cells[place] if place < len(cells) else ""


def _control(kind: Kind, table: Sequence[Sequence[str]]) -> int:
    return sum(pence(kind, cells) for cells in table) if kind in _AMOUNT_AT else 0


def _totals(tables: Mapping[Kind, Sequence[Sequence[str]]]) -> Totals:
    documents: dict[str, set[str]] = {"INV": set(), "CRN": set()}
    sums = dict.fromkeys(("INV", "CRN", "RECEIPT", "REFUND"), 0)
    for kind in (Kind.INVOICES, Kind.RECEIPTS):
        for cells in tables[kind]:
            word = cell_of(cells, _WORD_AT)
            sums[word] = sums.get(word, 0) + pence(kind, cells)
            if kind is Kind.INVOICES:
                documents.setdefault(word, set()).add(cell_of(cells, KEY_AT[kind]))
    return Totals(
        len(documents["INV"]),
        len(documents["CRN"]),
        *(sums[word] for word in ("INV", "CRN", "RECEIPT", "REFUND")),
    )
