"""What the ledger answers: an acknowledgement, and a list of what comes back to its sender."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.billing.records import Kind
from app.spool.envelope import PlainBatch, csv_bytes, csv_rows
from app.spool.manifest import NotAsWritten, parsed, written
from app.spool.names import Stem, answer_stem
from app.spool.shapes import digest, identifier, moment, number, text

FORMAT, FORMAT_VERSION = "recoup-finance-ack", 1
LARGEST_ACKNOWLEDGEMENT = 64 * 1024
WHOLE_BATCH = "MAN"  # stands in `file_code` where no single data file is at fault
_REJECT_COLUMNS = ("file_code", "record_no", "doc_no", "reason_code", "field", "message")
WITH_TOTAL = (Kind.INVOICES, Kind.RECEIPTS)


class Status(StrEnum):
    """How a batch fared. DUPLICATE is reported, never written: the first answer stands."""

    ACCEPTED = "ACCEPTED"
    PARTIAL = "PARTIAL"
    REJECTED = "REJECTED"
    DUPLICATE = "DUPLICATE"


@dataclass(frozen=True, slots=True)
class Reject:
    """One reason; a row has as many as were found. Without `record_no` it is a whole file's.

    `doc_no` is the document the reason is about: for E204 the related one (sample batch).
    """

    file_code: str
    record_no: int | None
    doc_no: str
    reason_code: str
    field: str
    message: str

    def to_row(self) -> list[str]:
        """The cells of the reject file."""
        number_cell = "" if self.record_no is None else str(self.record_no)
        return [
            *(self.file_code, number_cell, self.doc_no),
            *(self.reason_code, self.field, self.message),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An acknowledgement with its rejects, as the ledger gave it."""

    batch_id: str
    sequence_no: int
    manifest_sha256: str
    status: Status
    received_utc: str
    ledger_batch_no: str | None
    accepted: Mapping[Kind, int]
    rejected: Mapping[Kind, int]
    accepted_pence: Mapping[Kind, int]
    reject_file: str | None = None
    rejects: tuple[Reject, ...] = ()

    def ack_bytes(self) -> bytes:
        """The acknowledgement file."""
        return written(
            {
                "format": FORMAT,
                "format_version": FORMAT_VERSION,
                "batch_id": self.batch_id,
                "sequence_no": self.sequence_no,
                "manifest_sha256": self.manifest_sha256,
                "status": self.status,
                "received_utc": self.received_utc,
                "ledger_batch_no": self.ledger_batch_no,
                "accepted": {kind: self.accepted[kind] for kind in Kind},
                "rejected": {kind: self.rejected[kind] for kind in Kind},
                "accepted_control_total_pence": {
                    kind: self.accepted_pence[kind] for kind in WITH_TOTAL
                },
                "reject_file": self.reject_file,
            }
        )

    def rej_bytes(self) -> bytes | None:
        """The reject file; None where nothing comes back."""
        if self.reject_file is None:
            return None
        return csv_bytes(_REJECT_COLUMNS, (reject.to_row() for reject in self.rejects))

    def rejected_rows(self, kind: Kind) -> frozenset[int]:
        """Record numbers that come back; for a batch REJECTED as a whole, all rows do."""
        return frozenset(
            reject.record_no
            for reject in self.rejects
            if reject.file_code == kind and reject.record_no is not None
        )


def read_acknowledgement(data: bytes) -> Answer:
    """Read an acknowledgement, without its rejects; raises NotAsWritten for anything odd."""
    document = parsed(data, LARGEST_ACKNOWLEDGEMENT)
    try:
        if (document["format"], document["format_version"]) != (FORMAT, FORMAT_VERSION):
            raise NotAsWritten("is not an acknowledgement of format version 1")
        answer = Answer(
            batch_id=identifier(document["batch_id"]),
            sequence_no=number(document["sequence_no"]),
            manifest_sha256=digest(document["manifest_sha256"]),
            status=Status(document["status"]),
            received_utc=moment(document["received_utc"]),
            ledger_batch_no=_text_or_none(document["ledger_batch_no"]),
            accepted={kind: number(document["accepted"][kind]) for kind in Kind},
            rejected={kind: number(document["rejected"][kind]) for kind in Kind},
            accepted_pence={
                kind: number(document["accepted_control_total_pence"][kind]) for kind in WITH_TOTAL
            },
            reject_file=_text_or_none(document["reject_file"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as odd:
        raise NotAsWritten(f"lacks or misstates {odd}") from None
    if answer.ack_bytes() != data:
        raise NotAsWritten("is not written as an acknowledgement is written")
    return answer


def with_rejects(answer: Answer, data: bytes) -> Answer:
    """The answer with its reject file read in; raises NotAsWritten for anything odd."""
    try:
        rejects = tuple(_reject(row) for row in csv_rows(_REJECT_COLUMNS, data))
    except ValueError as odd:
        raise NotAsWritten(f"holds an odd row: {odd}") from None
    return replace(answer, rejects=rejects)


def disagreement(answer: Answer, sent: PlainBatch) -> str | None:
    """Why an answer does not account for a batch, in plain words; None where it reconciles.

    Every row must be accepted or come back, and the accepted sums must be what was sent less
    what comes back. A batch rejected as a whole accepts nothing.
    """
    manifest = sent.manifest
    if (answer.batch_id, answer.sequence_no) != (
        manifest.header.batch_id,
        manifest.header.sequence_no,
    ):
        return "The answer names another batch."
    if answer.manifest_sha256 != sent.manifest_sha256:
        return "The answer is for a manifest with other content than the one sent."
    for kind in Kind:
        entry = manifest.entry(kind)
        if entry is None or answer.accepted[kind] + answer.rejected[kind] != entry.rows:
            return f"The counts of {kind} do not add up to what was sent."
        if answer.status is Status.REJECTED and answer.accepted[kind]:
            return f"The answer rejects the batch and accepts rows of {kind}."
        if answer.status is not Status.REJECTED and answer.rejected[kind] != len(
            answer.rejected_rows(kind)
        ):
            return f"The rows of {kind} that come back are not all named."
        whole = kind in WITH_TOTAL and not answer.rejected[kind]
        if whole and answer.accepted_pence[kind] != entry.control_total_pence:
            return f"The accepted total of {kind} is not the total sent."
    return None


def is_answer_to(name: str, *, provider: str, device: str) -> Stem | None:
    """The stem of an acknowledgement meant for one device; None for any other file."""
    stem = answer_stem(name)
    if stem is None or (stem.provider, stem.device) != (provider, device):
        return None
    return stem


def _reject(row: Sequence[str]) -> Reject:
    file_code, record_no, doc_no, reason_code, field, message = row
    place = number(int(record_no), least=1) if record_no else None
    return Reject(file_code, place, doc_no, reason_code, field, message)


def _text_or_none(value: object) -> str | None:
    return None if value is None else text(value)
