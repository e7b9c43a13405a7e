"""Does a batch hold what its manifest claims? Codes E102 to E105, and rows read into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
_AMOUNT_OF = {Kind.INVOICES: "gross_amount", Kind.RECEIPTS: "amount"}
_KEY_OF = {Kind.CUSTOMERS: "customer_ref", Kind.INVOICES: "doc_no", Kind.RECEIPTS: "receipt_no"}
_AMOUNT = re.compile(r"-?[0-9]{1,12}\.[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it came: its place, the document it names, and a record or its faults."""

    kind: Kind
    record_no: int
    key: str
    record: Record | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Inspected:
    """A batch opened: whole-batch faults (then no row counts), else every row of every file."""

    manifest: Manifest
    faults: tuple[Reject, ...]
    rows: Mapping[Kind, tuple[Row, ...]]


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
    rows = {} if faults else {kind: _read_rows(kind, table) for kind, table in tables.items()}
    return Inspected(manifest, tuple(faults), rows)


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


def _control(kind: Kind, table: Sequence[Sequence[str]]) -> int:
    return sum(_pence(kind, row) for row in table) if kind in _AMOUNT_OF else 0


def _pence(kind: Kind, row: Sequence[str]) -> int:
    # An amount that cannot be read counts nothing here and is a fault of its row.
    text = _cell(kind, row, _AMOUNT_OF[kind])
    return int(Decimal(text) * 100) if _AMOUNT.fullmatch(text) else 0


def _cell(kind: Kind, row: Sequence[str], column: str) -> str:
    place = columns(RECORD_OF[kind]).index(column)
    return row[place] if place < len(row) else ""


def _totals(tables: Mapping[Kind, Sequence[Sequence[str]]]) -> Totals:
    documents: dict[str, set[str]] = {"INV": set(), "CRN": set()}
    sums = dict.fromkeys(("INV", "CRN", "RECEIPT", "REFUND"), 0)
    for row in tables[Kind.INVOICES]:
        word = _cell(Kind.INVOICES, row, "doc_type")
        documents.setdefault(word, set()).add(_cell(Kind.INVOICES, row, "doc_no"))
        sums[word] = sums.get(word, 0) + _pence(Kind.INVOICES, row)
    for row in tables[Kind.RECEIPTS]:
        word = _cell(Kind.RECEIPTS, row, "receipt_type")
        sums[word] = sums.get(word, 0) + _pence(Kind.RECEIPTS, row)
    return Totals(
        len(documents["INV"]),
        len(documents["CRN"]),
        *(sums[word] for word in ("INV", "CRN", "RECEIPT", "REFUND")),
    )


def _read_rows(kind: Kind, table: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    rows = []
    for place, row in enumerate(table, start=1):
        read = RECORD_OF[kind].from_row(row)
        key = _cell(kind, row, _KEY_OF[kind])
        if isinstance(read, CustomerRecord | InvoiceRecord | ReceiptRecord):
            rows.append(Row(kind, place, key, read, read.faults()))
        else:
            rows.append(Row(kind, place, key, None, read))
    return tuple(rows)
