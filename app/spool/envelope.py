"""The files of a batch: records to bytes on the desk, bytes to rows at the ledger.

UTF-8 without a byte order mark, commas, CRLF, RFC 4180 quoting, one header row (finance.md 7.2).
The same records and header give the same bytes on every machine and day.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.billing.records import (
    RECORD_OF,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    ReceiptType,
    Record,
    columns,
)
from app.core.money import Money
from app.spool.manifest import BatchHeader, FileEntry, Manifest, NotAsWritten, Totals, read_manifest
from app.spool.names import Stem

Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class PlainBatch:
    """A batch ready to write: exact bytes, kept by the sender until they are acknowledged."""

    stem: Stem
    files: Files  # the three data files, in order; the manifest stands apart
    manifest_bytes: bytes

    @property
    def manifest_sha256(self) -> str:
        """The link that the device's next batch must carry."""
        return sha256(self.manifest_bytes)

    @property
    def manifest(self) -> Manifest:
        """What the batch claims, read back from its own bytes."""
        return read_manifest(self.manifest_bytes)

    @property
    def all_files(self) -> Files:
        """Every file in the order of writing: the manifest last."""
        return (*self.files, (self.stem.manifest, self.manifest_bytes))


def build(
    header: BatchHeader,
    customers: Sequence[CustomerRecord],
    invoices: Sequence[InvoiceRecord],
    receipts: Sequence[ReceiptRecord],
) -> PlainBatch:
    """Make a batch; records are to be numbered from 1 in each file, in order.

    Raises BadInput for a header whose codes or number no file name can carry.
    """
    stem = header.stem
    tables: tuple[tuple[Kind, Sequence[Record], int], ...] = (
        (Kind.CUSTOMERS, customers, 0),
        (Kind.INVOICES, invoices, _sum(line.gross_amount for line in invoices)),
        (Kind.RECEIPTS, receipts, _sum(receipt.amount for receipt in receipts)),
    )
    files = tuple((stem.data(kind), to_csv(kind, records)) for kind, records, _ in tables)
    entries = tuple(
        FileEntry(name, len(data), sha256(data), len(records), control)
        for (name, data), (_, records, control) in zip(files, tables, strict=True)
    )
    manifest = Manifest(header=header, files=entries, totals=totals_of(invoices, receipts))
    return PlainBatch(stem, files, manifest.to_bytes())


def restore(files: Iterable[tuple[str, bytes]]) -> PlainBatch:
    """The batch again from bytes kept earlier, in the order of `all_files`.

    Raises NotAsWritten where they are not a whole batch: kept bytes are never altered.
    """
    *data, (manifest_name, manifest_bytes) = files
    stem = read_manifest(manifest_bytes).header.stem
    if [stem.manifest, *(stem.data(kind) for kind in Kind)] != [
        manifest_name,
        *(n for n, _ in data),
    ]:
        raise NotAsWritten("does not name the files that were kept with it")
    return PlainBatch(stem, tuple(data), manifest_bytes)


def totals_of(invoices: Sequence[InvoiceRecord], receipts: Sequence[ReceiptRecord]) -> Totals:
    """Documents counted once however many lines they have; sums in pence."""
    charged = [line for line in invoices if line.doc_type is DocType.INVOICE]
    credited = [line for line in invoices if line.doc_type is DocType.CREDIT_NOTE]
    received = [row for row in receipts if row.receipt_type is ReceiptType.RECEIPT]
    refunded = [row for row in receipts if row.receipt_type is ReceiptType.REFUND]
    return Totals(
        invoice_count=len({line.doc_no for line in charged}),
        credit_note_count=len({line.doc_no for line in credited}),
        invoice_gross_pence=_sum(line.gross_amount for line in charged),
        credit_note_gross_pence=_sum(line.gross_amount for line in credited),
        receipt_pence=_sum(row.amount for row in received),
        refund_pence=_sum(row.amount for row in refunded),
    )


def to_csv(kind: Kind, records: Iterable[Record]) -> bytes:
    """One data file."""
    return csv_bytes(columns(RECORD_OF[kind]), (record.to_row() for record in records))


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as the exchange writes tables."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def csv_rows(header: Sequence[str], data: bytes) -> list[list[str]]:
    """The rows under a header; raises NotAsWritten where it is not such a table."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotAsWritten("is not UTF-8 text") from None
    try:
        read = _split(text) or list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        raise NotAsWritten("is not sound CSV") from None
    if not read or read[0] != list(header):
        raise NotAsWritten("does not begin with the columns of the format")
    return read[1:]


def _split(text: str) -> list[list[str]] | None:
    """As the reader of CSV gives it, in half the time; None where only that reader can tell."""
    ends = text.count("\r\n")
    if '"' in text or (text.count("\r"), text.count("\n")) != (ends, ends):
        return None
    lines = text.removesuffix("\r\n").split("\r\n")
    if "" in lines or max(map(len, lines)) > csv.field_size_limit():
        return None
    return [line.split(",") for line in lines]


def sha256(data: bytes) -> str:
    """The hash that manifests and answers carry, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _sum(amounts: Iterable[Money]) -> int:
    return Money.total(amounts).pence
