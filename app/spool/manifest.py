"""The manifest: what a batch claims to hold, byte for byte and penny for penny.

Written one way only, so that reading it back and writing it again gives the same bytes; a
manifest that does not is not what its sender wrote.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from app.billing.book import FIRST
from app.billing.records import Kind
from app.core.errors import BadInput
from app.core.money import CURRENCY
from app.core.trust import Mode
from app.spool.names import Stem, stem_for
from app.spool.shapes import digest, identifier, moment, number, text

FORMAT, FORMAT_VERSION = "recoup-finance-batch", 1
LARGEST_MANIFEST = 64 * 1024


class NotAsWritten(Exception):
    """A control file that no sender of ours wrote; the text says what is odd about it."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One data file as the manifest lists it; rows leave out the header."""

    name: str
    bytes: int
    sha256: str
    rows: int
    control_total_pence: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts and sums over the batch, in pence; credits and refunds negative."""

    invoice_count: int
    credit_note_count: int
    invoice_gross_pence: int
    credit_note_gross_pence: int
    receipt_pence: int
    refund_pence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchHeader:
    """Who sends, in which place of the device's chain, and when it was made."""

    mode: Mode
    batch_id: str
    provider_code: str
    device_code: str
    sequence_no: int
    previous_manifest_sha256: str = FIRST
    created_utc: str

    @property
    def stem(self) -> Stem:
        """The names of this batch's files."""
        return stem_for(
            provider=self.provider_code,
            device=self.device_code,
            created_utc=self.created_utc,
            sequence_no=self.sequence_no,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A header, the files it covers in order, and the totals over them."""

    header: BatchHeader
    files: tuple[FileEntry, ...]
    totals: Totals
    currency: str = CURRENCY

    def entry(self, kind: Kind) -> FileEntry | None:
        """The entry of one data file, under the name this batch must give it."""
        name = self.header.stem.data(kind)
        return next((entry for entry in self.files if entry.name == name), None)

    def to_bytes(self) -> bytes:
        """JSON, two spaces deep, a line feed at the end, keys in the order of the format."""
        document: dict[str, object] = {"format": FORMAT, "format_version": FORMAT_VERSION}
        document |= asdict(self.header)
        document["currency"] = self.currency
        document["files"] = [asdict(entry) for entry in self.files]
        document["totals"] = asdict(self.totals)
        return written(document)


def written(document: Mapping[str, object]) -> bytes:
    """A control file's bytes: the one way both sides write JSON."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest; raises NotAsWritten unless it is exactly what `to_bytes` writes."""
    document = parsed(data, LARGEST_MANIFEST)
    try:
        if (document["format"], document["format_version"]) != (FORMAT, FORMAT_VERSION):
            raise NotAsWritten("is not a batch of format version 1")
        header = BatchHeader(
            mode=Mode(document["mode"]),
            batch_id=identifier(document["batch_id"]),
            provider_code=text(document["provider_code"]),
            device_code=text(document["device_code"]),
            sequence_no=number(document["sequence_no"]),
            previous_manifest_sha256=digest(document["previous_manifest_sha256"]),
            created_utc=moment(document["created_utc"]),
        )
        manifest = Manifest(
            header=header,
            files=tuple(_file_entry(entry) for entry in document["files"]),
            totals=Totals(*(number(document["totals"][field.name]) for field in fields(Totals))),
            currency=text(document["currency"]),
        )
        _ = header.stem
    except (KeyError, TypeError, ValueError, AttributeError) as odd:
        raise NotAsWritten(f"lacks or misstates {odd}") from None
    except BadInput as odd:
        raise NotAsWritten(odd.message) from None
    if manifest.to_bytes() != data:
        raise NotAsWritten("is not written as a batch is written")
    return manifest


def parsed(data: bytes, largest: int) -> dict[str, Any]:
    """The JSON object in a control file; raises NotAsWritten for tricks of any kind."""
    if len(data) > largest:
        raise NotAsWritten(f"is larger than {largest} bytes")
    try:
        document = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_never)
    except UnicodeDecodeError:
        raise NotAsWritten("is not UTF-8 text") from None
    except (ValueError, RecursionError):
        raise NotAsWritten("is not sound JSON") from None
    if not isinstance(document, dict):
        raise NotAsWritten("is not one JSON object")
    return document


def _file_entry(entry: Mapping[str, object]) -> FileEntry:
    return FileEntry(
        text(entry["name"]),
        number(entry["bytes"]),
        digest(entry["sha256"]),
        number(entry["rows"]),
        number(entry["control_total_pence"]),
    )


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("a key stands twice")
    return document


def _never(constant: str) -> None:
    raise ValueError(constant)
