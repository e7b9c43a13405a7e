"""What intake needs of a finance ledger; `app.store.hub` is the embedded one.

The ledger remembers what it answered, so that an answer lost on the way to the share is written
again byte for byte, and a batch that comes twice is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.billing.records import CustomerRecord, InvoiceRecord, ReceiptRecord
from app.core.money import Money
from app.core.trust import Mode

FIRST = "0" * 64  # stands for the manifest before a device's first


@dataclass(frozen=True, slots=True)
class Tip:
    """The last batch of a device that was taken or rejected in its turn."""

    sequence_no: int = 0
    manifest_sha256: str = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A batch dealt with, and the exact answer it was given."""

    stem: str
    batch_id: str
    manifest_sha256: str
    provider_code: str
    device_code: str
    sequence_no: int
    status: str
    ledger_batch_no: str | None
    received_utc: str
    acknowledgement: bytes
    rejects: bytes | None


class LedgerBook(Protocol):
    """A ledger in one mode. Reads see what the open transaction has written."""

    @property
    def mode(self) -> Mode:
        """Live, demo or test, for good."""

    def atomic(self) -> AbstractContextManager[None]:
        """One transaction, shut to other writers from its beginning."""

    def answered(self, stem: str) -> Answered | None:
        """The answer given under that name, if any."""

    def knows_batch(self, batch_id: str) -> bool:
        """Whether that identifier was answered under any name."""

    def tip(self, provider: str, device: str) -> Tip:
        """Where a device's chain stands."""

    def advance(self, provider: str, device: str, tip: Tip) -> None:
        """Move a device's chain on by one."""

    def next_batch_no(self, year: int) -> str:
        """The ledger's own number for a batch, without gaps."""

    def keep_answer(self, answered: Answered) -> None:
        """Remember an answer for good."""

    def customer(self, customer_ref: str) -> CustomerRecord | None:
        """A customer as last kept."""

    def keep_customer(self, record: CustomerRecord) -> None:
        """Add a customer, or put new particulars in place of the old."""

    def document(self, doc_no: str) -> tuple[InvoiceRecord, ...]:
        """The lines of a document in order; none where it is not on the ledger."""

    def credited(self, doc_no: str) -> Money:
        """What credit notes have taken off a document so far: zero or below."""

    def add_document(self, lines: Sequence[InvoiceRecord], ledger_batch_no: str) -> None:
        """Append a document that is not there yet."""

    def receipt(self, receipt_no: str) -> ReceiptRecord | None:
        """A receipt or refund."""

    def refunded(self, receipt_no: str) -> Money:
        """What refunds have given back of a receipt so far: zero or below."""

    def add_receipt(self, record: ReceiptRecord, ledger_batch_no: str) -> None:
        """Append a receipt or refund that is not there yet."""

    def code_allowed(self, field: str, code: str) -> bool:
        """Whether `gl_company`, `gl_account` or `gl_cost_centre` may hold that code."""

    def period_open(self, day: date) -> bool:
        """Whether the ledger takes entries of that day."""
