"""What a ledger knows of the things one batch names, on one page, and what the batch adds to it.

The page is fetched once, in a few statements; rows are then judged against it without asking the
ledger again, and a later row sees what an earlier one put there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from app.billing.records import CustomerRecord, InvoiceRecord, Kind, ReceiptRecord
from app.core.money import Money

_LINE_NO = attrgetter("line_no")
FIRST_DAY = date(2015, 4, 6)  # the Regulations charge for nothing before it
Contents = Mapping[Kind, Mapping[str, tuple[bytes, ...]]]
"""By file and key, the hashes of the rows as they came: one, or one a line of a document, sorted.

A record whose row is not known byte for byte has an empty hash, which equals none.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows name: `customers` by all they hold, `payers` only for being there."""

    customers: frozenset[str] = frozenset()
    payers: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    credited: frozenset[str] = frozenset()
    receipts: frozenset[str] = frozenset()
    refunded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chart:
    """Which codes may stand in a line, and which days are open, for one trust."""

    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    periods: tuple[tuple[date, date], ...] = ()

    def allows(self, name: str, codes: Set[str]) -> bool:
        """Whether a column may hold those codes; until some are listed for it, any may stand."""
        listed = self.codes.get(name)
        return not listed or codes <= listed

    def is_open(self, day: date) -> bool:
        """Whether entries of that day are taken: from 6 April 2015 until periods are listed."""
        if not self.periods:
            return day >= FIRST_DAY
        return any(first <= day <= last for first, last in self.periods)


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger answered to `Wanted`. Sums are in pence, zero or below."""

    customers: Mapping[str, CustomerRecord] = field(default_factory=dict)
    payers: frozenset[str] = frozenset()
    documents: Mapping[str, tuple[InvoiceRecord, ...]] = field(default_factory=dict)
    credited: Mapping[str, int] = field(default_factory=dict)
    receipts: Mapping[str, ReceiptRecord] = field(default_factory=dict)
    refunded: Mapping[str, int] = field(default_factory=dict)
    chart: Chart = field(default_factory=Chart)


@dataclass(frozen=True, slots=True)
class New:
    """What a ledger lacks, each with the hash of its row; customers `changed` are on it already."""

    added: Sequence[tuple[CustomerRecord, bytes]]
    changed: Sequence[tuple[CustomerRecord, bytes]]
    lines: Sequence[tuple[InvoiceRecord, bytes]]
    money: Sequence[tuple[ReceiptRecord, bytes]]


class Page:
    """One batch's share of a ledger, kept up as its rows are judged; what is new is gathered."""

    def __init__(self, known: Known) -> None:
        self._chart = known.chart
        self._customers = dict(known.customers)
        self._payers = set(known.payers) | set(known.customers)
        self._documents = dict(known.documents)
        self._credited = dict(known.credited)
        self._receipts = dict(known.receipts)
        self._refunded = dict(known.refunded)
        self._on_ledger = set(known.customers)
        self._touched: dict[str, tuple[CustomerRecord, bytes]] = {}
        self._lines: list[tuple[InvoiceRecord, bytes]] = []
        self._money: list[tuple[ReceiptRecord, bytes]] = []

    def take_new(self) -> New:
        """What was added since this was asked last, to be written to the ledger at once."""
        refs = self._touched.keys()
        new = New(
            added=[self._touched[ref] for ref in refs if ref not in self._on_ledger],
            changed=[self._touched[ref] for ref in refs if ref in self._on_ledger],
            lines=self._lines,
            money=self._money,
        )
        self._on_ledger.update(refs)
        self._touched, self._lines, self._money = {}, [], []
        return new

    def customer(self, ref: str) -> CustomerRecord | None:
        """A customer as last kept."""
        return self._customers.get(ref)

    def knows_too(self, refs: Iterable[str]) -> None:
        """Note payers who are known to be on the ledger without their particulars."""
        self._payers.update(refs)

    def knows(self, ref: str) -> bool:
        """Whether there is such a customer."""
        return ref in self._payers

    def keep_customer(self, record: CustomerRecord, content: bytes) -> None:
        """Add a customer, or put new particulars in place of the old."""
        self._customers[record.customer_ref] = record
        self._payers.add(record.customer_ref)
        self._touched[record.customer_ref] = (record, content)

    def document(self, doc_no: str) -> tuple[InvoiceRecord, ...]:
        """The lines of a document in order; none where it is not on the ledger."""
        return self._documents.get(doc_no, ())

    def credited(self, doc_no: str) -> Money:
        """What credit notes have taken off a document so far: zero or below."""
        return Money(self._credited.get(doc_no, 0))

    def add_document(self, lines: Sequence[InvoiceRecord], contents: Sequence[bytes]) -> None:
        """Append a document that is not there yet."""
        in_order = tuple(sorted(lines, key=_LINE_NO))
        self._documents[in_order[0].doc_no] = in_order
        self._lines += zip(lines, contents, strict=True)
        for line in lines:
            if line.related_doc_no:
                so_far = self._credited.get(line.related_doc_no, 0)
                self._credited[line.related_doc_no] = so_far + line.gross_amount.pence

    def receipt(self, receipt_no: str) -> ReceiptRecord | None:
        """A receipt or refund."""
        return self._receipts.get(receipt_no)

    def refunded(self, receipt_no: str) -> Money:
        """What refunds have given back of a receipt so far: zero or below."""
        return Money(self._refunded.get(receipt_no, 0))

    def add_receipt(self, record: ReceiptRecord, content: bytes) -> None:
        """Append a receipt or refund that is not there yet."""
        self._receipts[record.receipt_no] = record
        self._money.append((record, content))
        original = record.original_receipt_no
        if original:
            self._refunded[original] = self._refunded.get(original, 0) + record.amount.pence

    def codes_allowed(self, name: str, codes: Set[str]) -> bool:
        """Whether `gl_company`, `gl_account` or `gl_cost_centre` may hold those codes."""
        return self._chart.allows(name, codes)

    def period_open(self, day: date) -> bool:
        """Whether the ledger takes entries of that day."""
        return self._chart.is_open(day)
