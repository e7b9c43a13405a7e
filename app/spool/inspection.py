"""Does a batch hold what its manifest claims? Codes E102 to E105, and rows read into records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, repeat
from typing import NamedTuple

from app.billing.content import UNKNOWN
from app.billing.records import (
    RECORD_OF,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    Record,
    columns,
    read_records,
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


class Raw(NamedTuple):
    """A row not read yet."""

    place: int
    key: str
    cells: Sequence[str]
    content: bytes = UNKNOWN


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it came: its place, the document it names, and a record or its faults."""

    kind: Kind
    record_no: int
    key: str
    record: Record | None
    faults: tuple[Fault, ...]
    content: bytes = UNKNOWN


class _Opened(NamedTuple):
    """A data file: the cells of its rows, and their amounts in pence where it has any."""

    table: list[list[str]]
    pence: list[int]


@dataclass(frozen=True, slots=True)
class Inspected:
    """A batch opened: whole-batch faults (then no row counts), else the cells of every row.

    `pence` are the amounts of a file's rows, where its rows have any.
    """

    manifest: Manifest
    faults: tuple[Reject, ...]
    tables: Mapping[Kind, Sequence[Sequence[str]]]
    pence: Mapping[Kind, Sequence[int]]

    @property
    def rows(self) -> dict[Kind, tuple[Row, ...]]:
        """Every row of every file, read into records."""
        return {
            kind: tuple(read_rows(kind, raws(kind, table, repeat(UNKNOWN))))
            for kind, table in self.tables.items()
        }


def inspect(manifest: Manifest, read: ReadFile) -> Inspected:
    """Open a batch and hold it against its manifest. Changes nothing.

    A file that is missing, a link, or larger than it should be is never looked into.
    """
    faults: list[Reject] = []
    opened: dict[Kind, _Opened] = {}
    if manifest.currency != CURRENCY:
        faults.append(whole_batch("E208", "currency", f"currency is not {CURRENCY}"))
    names = tuple(manifest.header.stem.data(kind) for kind in Kind)
    if tuple(entry.name for entry in manifest.files) != names:
        faults.append(whole_batch("E102", "files", "the manifest does not list its three files"))
    else:
        for kind, entry in zip(Kind, manifest.files, strict=True):
            found = _open(kind, entry, read)
            if isinstance(found, Reject):
                faults.append(found)
            else:
                opened[kind] = found
    if not faults and _totals(opened) != manifest.totals:
        faults.append(whole_batch("E105", "totals", "the totals differ from the files"))
    sound = {} if faults else opened
    return Inspected(
        manifest,
        tuple(faults),
        {kind: found.table for kind, found in sound.items()},
        {kind: found.pence for kind, found in sound.items()},
    )


def whole_batch(code: str, field: str, message: str) -> Reject:
    """A reason that no single file is to blame for."""
    return Reject(WHOLE_BATCH, None, "", code, field, message)


def _open(kind: Kind, entry: FileEntry, read: ReadFile) -> _Opened | Reject:
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
    amounts = _pence(kind, table) if kind in _AMOUNT_AT else []
    if sum(amounts) != entry.control_total_pence:
        return Reject(kind, None, "", "E105", "control_total_pence", "the control total differs")
    return _Opened(table, amounts)


def raws(kind: Kind, table: Sequence[Sequence[str]], hashes: Iterable[bytes]) -> list[Raw]:
    """The rows of a file as they came, each with the hash of what it says."""
    return list(map(Raw, count(1), column(table, KEY_AT[kind]), table, hashes))


def read_rows(kind: Kind, some: Sequence[Raw]) -> list[Row]:
    """Rows read into their records, with what each row alone shows to be wrong."""
    read = read_records(kind, [raw.cells for raw in some])
    return [_row(kind, raw, each) for raw, each in zip(some, read, strict=True)]


def _row(kind: Kind, raw: Raw, read: Record | tuple[Fault, ...]) -> Row:
    if isinstance(read, tuple):
        return Row(kind, raw.place, raw.key, None, read, raw.content)
    return Row(kind, raw.place, raw.key, read, read.faults(), raw.content)


def _pence(kind: Kind, table: Sequence[Sequence[str]]) -> list[int]:
    """The amount of each row; one that cannot be read counts nothing and is a fault of its row."""
    sound = _AMOUNT.fullmatch
    return [
        int(text.replace(".", "", 1)) if sound(text) else 0
        for text in column(table, _AMOUNT_AT[kind])
    ]


def column(table: Sequence[Sequence[str]], place: int) -> list[str]:
    """A cell of each row, empty where the row is too short to have it."""
    try:
        return [cells[place] for cells in table]
    except IndexError:
        return [cell_of(cells, place) for cells in table]


def cell_of(cells: Sequence[str], place: int) -> str:
    """A cell, empty where the row is too short to have it."""
    return cells[place] if place < len(cells) else ""


def _totals(opened: Mapping[Kind, _Opened]) -> Totals:
    documents: set[tuple[str, str]] = set()
    sums: Counter[str] = Counter()
    for kind in (Kind.INVOICES, Kind.RECEIPTS):
        table = opened[kind].table
        words = column(table, _WORD_AT)
        for word, amount in zip(words, opened[kind].pence, strict=True):
            sums[word] += amount
        if kind is Kind.INVOICES:
            documents.update(zip(words, column(table, KEY_AT[kind]), strict=True))
    counts = Counter(word for word, _ in documents)
    return Totals(
        *(counts["INV"], counts["CRN"]),
        *(sums[word] for word in ("INV", "CRN", "RECEIPT", "REFUND")),
    )
