"""Of a batch that was taken, the rows a ledger is to load: accepted, and new with this batch.

A row that stood on the ledger before, as after a desk came back from a copy of its store, was
written for the ledger when it first came and is not written again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from app.billing.records import (
    RECORD_OF,
    CustomerRecord,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    Record,
    columns,
)
from app.spool.acknowledgement import Answer
from app.spool.envelope import PlainBatch, build, csv_rows, restore, sha256
from app.spool.inspection import KEY_AT
from app.spool.manifest import LARGEST_MANIFEST, NotAsWritten, read_manifest
from app.spool.names import Stem
from app.spool.share import LARGEST_FILE

_Of = TypeVar("_Of", CustomerRecord, InvoiceRecord, ReceiptRecord)


class Readable(Protocol):
    """A share, or the files out of an envelope."""

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        """A file's bytes, None where there is none."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The ledger batch under which each document and receipt was first posted, by its number."""

    documents: Mapping[str, str]
    receipts: Mapping[str, str]

    def is_new(self, kind: Kind, key: str, batch_no: str) -> bool:
        """Whether a row came with this batch; a payer is told again, which changes nothing."""
        if kind is Kind.CUSTOMERS:
            return True
        of = self.documents if kind is Kind.INVOICES else self.receipts
        return of.get(key) == batch_no


def batch_as_sent(files: Readable, stem: Stem, manifest_sha256: str) -> PlainBatch | None:
    """A batch whole and unaltered; None where its files are gone or are others by now."""
    manifest = files.read(stem.manifest, LARGEST_MANIFEST)
    if manifest is None or sha256(manifest) != manifest_sha256:
        return None
    entries = read_manifest(manifest).files
    data = [(entry.name, files.read(entry.name, entry.bytes) or b"") for entry in entries]
    if any(sha256(found) != entry.sha256 for (_, found), entry in zip(data, entries, strict=True)):
        return None
    return restore([*data, (stem.manifest, manifest)])


def keys_of(batch: PlainBatch, kind: Kind) -> frozenset[str]:
    """The numbers of a batch's documents or receipts."""
    return frozenset(row[KEY_AT[kind]] for row in _table(batch, kind))


def accepted(batch: PlainBatch, answer: Answer, posted: Posted) -> PlainBatch:
    """The batch with the rows to load alone: byte for byte as sent where these are all.

    Else its rows are numbered anew and its manifest counts these.
    """
    kept: dict[Kind, list[Sequence[str]]] = {}
    for kind in Kind:
        refused = answer.rejected_rows(kind)
        kept[kind] = [
            row
            for place, row in enumerate(_table(batch, kind), start=1)
            if place not in refused
            and posted.is_new(kind, row[KEY_AT[kind]], answer.ledger_batch_no or "")
        ]
    if all(len(kept[kind]) == len(_table(batch, kind)) for kind in Kind):
        return batch
    return build(
        batch.manifest.header,
        _numbered(_read(CustomerRecord, kept[Kind.CUSTOMERS])),
        _numbered(_read(InvoiceRecord, kept[Kind.INVOICES])),
        _numbered(_read(ReceiptRecord, kept[Kind.RECEIPTS])),
    )


def records_of(batch: PlainBatch) -> Mapping[Kind, Sequence[Record]]:
    """The rows of a batch as records; raises NotAsWritten where one cannot be read."""
    return {
        Kind.CUSTOMERS: _read(CustomerRecord, _table(batch, Kind.CUSTOMERS)),
        Kind.INVOICES: _read(InvoiceRecord, _table(batch, Kind.INVOICES)),
        Kind.RECEIPTS: _read(ReceiptRecord, _table(batch, Kind.RECEIPTS)),
    }


def _table(batch: PlainBatch, kind: Kind) -> list[list[str]]:
    return csv_rows(columns(RECORD_OF[kind]), dict(batch.files)[batch.stem.data(kind)])


def _read(record: type[_Of], rows: Sequence[Sequence[str]]) -> list[_Of]:
    found: list[_Of] = []
    for row in rows:
        read = record.from_row(row)
        if isinstance(read, tuple):
            raise NotAsWritten(f"holds a row that cannot be read: {read[0].message}")
        found.append(read)
    return found


def _numbered(records: Sequence[_Of]) -> list[_Of]:
    return [replace(one, record_no=number) for number, one in enumerate(records, start=1)]
