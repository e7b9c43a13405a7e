"""Row by row: what the ledger takes, and what goes back to its sender with codes E201 to E208.

The lines of one document stand or fall together: a ledger never holds half an invoice. What is
on the ledger already with the same content is accepted and not written twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import TypeVar

from app.billing.book import LedgerBook
from app.billing.page import Page
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    ReceiptType,
    without_number,
)
from app.billing.rows import Fault, safe
from app.core.money import ZERO, Money
from app.spool.acknowledgement import WITH_TOTAL, Reject
from app.spool.inspection import Row, read_rows
from app.spool.preparation import Prepared

CODED_COLUMNS = ("gl_company", "gl_account", "gl_cost_centre")
_CODES_OF = attrgetter(*CODED_COLUMNS)
_NOT_OPEN = "related document is not open on the ledger"
_LONGEST_KEY = 40
_AT_A_TIME = 750  # judged while the ledger is at work on those before
_T = TypeVar("_T")


@dataclass(slots=True)
class Judgement:
    """What became of a batch's rows, as it is worked through."""

    accepted: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))
    rejected: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))
    pence: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(WITH_TOTAL, 0))
    rejects: list[Reject] = field(default_factory=list)

    def accept(self, kind: Kind, amount: Money = ZERO) -> None:
        """Count a row in."""
        self.accepted[kind] += 1
        if kind in self.pence:
            self.pence[kind] += amount.pence

    def reject(self, row: Row, faults: Iterable[Fault]) -> None:
        """Count a row out, with every reason found."""
        self.rejected[row.kind] += 1
        for fault in faults:
            self.rejects.append(
                Reject(
                    *(row.kind, row.record_no, _about(row, fault)),
                    *(fault.code, fault.field, fault.message),
                )
            )

    def in_order(self) -> tuple[Reject, ...]:
        """The rejects as the files list their rows."""
        kinds = list(Kind)
        return tuple(
            sorted(self.rejects, key=lambda r: (kinds.index(Kind(r.file_code)), r.record_no or 0))
        )


def load(prepared: Prepared, ledger: LedgerBook, ledger_batch_no: str) -> Judgement:
    """Put every row that holds on the ledger; the caller owns the trust's turn.

    Customers come first, invoices before the credit notes that correct them, receipts before
    the refunds that return them, whatever their order in the files.
    """
    found = Judgement()
    still_so = prepared.is_still_so(ledger)
    customers = prepared.customers_to_judge(ledger, still_so=still_so)
    found.accepted[Kind.CUSTOMERS] = len(prepared.customers.keys) - len(customers)
    for kind, amounts in prepared.standing.items():
        found.accepted[kind], found.pence[kind] = len(amounts), sum(amounts)
    page = prepared.page(ledger, customers, still_so=still_so)

    def post() -> None:
        ledger.post(prepared.provider, page.take_new(), ledger_batch_no)

    for row in customers:
        _take_customer(row, page, found)
    post()
    entries = _Entries(page, prepared.provider)
    for bills in _some_at_a_time(prepared.documents):
        for rows in bills:
            _take_document(rows, page, found, entries)
        post()
    for money in _some_at_a_time(prepared.receipts):
        for row in read_rows(Kind.RECEIPTS, money):
            _take_receipt(row, page, found)
        post()
    return found


def take_receipts(rows: Iterable[Row], page: Page, found: Judgement) -> None:
    """Judge receipts, then the refunds that return them, against a page; what holds goes on it."""
    for row in sorted(rows, key=_is_refund):
        _take_receipt(row, page, found)


def _some_at_a_time(things: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(things), _AT_A_TIME):
        yield things[start : start + _AT_A_TIME]


def _take_customer(row: Row, page: Page, found: Judgement) -> None:
    record = row.record
    if row.faults or not isinstance(record, CustomerRecord):
        return found.reject(row, row.faults)
    known = page.customer(record.customer_ref)
    if record.action is Action.UPDATE and known is None:
        return found.reject(row, [Fault("E201", "customer_ref", "no such customer to update")])
    other = known is None or _differ(known, record)
    if record.action is Action.ADD and known is not None and other:
        # Another person's letters must never go to this address.
        return found.reject(
            row, [Fault("E202", "customer_ref", "on the ledger with other particulars")]
        )
    if other:
        page.keep_customer(record, row.content)
    return found.accept(Kind.CUSTOMERS)


class _Entries:
    """Which entries the ledger takes: bills name the same codes and days again and again."""

    def __init__(self, page: Page, company: str) -> None:
        self._page, self._company = page, company
        self._found: dict[tuple[object, ...], tuple[Fault, ...]] = {}

    def faults(self, lines: Sequence[InvoiceRecord]) -> tuple[Fault, ...]:
        """E205 for each column with a code that it lacks, E206 for a day that is not open."""
        day = lines[0].doc_date
        told = (day, *map(_CODES_OF, lines))
        known = self._found.get(told)
        if known is None:
            known = self._found[told] = tuple(self._judge(day, map(_CODES_OF, lines)))
        return known

    def _judge(self, day: date, lines: Iterable[tuple[str, ...]]) -> Iterator[Fault]:
        for name, codes in zip(CODED_COLUMNS, map(set, zip(*lines, strict=True)), strict=True):
            ours = name != "gl_company" or codes == {self._company}
            if not ours or not self._page.codes_allowed(name, codes):
                yield Fault("E205", name, "the ledger has no such code")
        if not self._page.period_open(day):
            yield Fault("E206", "doc_date", "date is outside an open period")


def _take_document(rows: Sequence[Row], page: Page, found: Judgement, entries: _Entries) -> None:
    faulty = [row for row in rows if row.faults]
    if faulty:
        fellow = replace(faulty[0].faults[0], message="another line of this document is refused")
        for row in rows:
            found.reject(row, row.faults or [fellow])
        return
    lines = [row.record for row in rows if isinstance(row.record, InvoiceRecord)]
    known = page.document(lines[0].doc_no)
    faults = _known_faults(known, lines) if known else _new_faults(lines, page, entries)
    if faults:
        for row in rows:
            found.reject(row, faults)
        return
    if not known:
        page.add_document(lines, [row.content for row in rows])
    for line in lines:
        found.accept(Kind.INVOICES, line.gross_amount)


def _known_faults(
    known: Sequence[InvoiceRecord], lines: Sequence[InvoiceRecord]
) -> Sequence[Fault]:
    if _same_lines(known, lines):
        return ()
    return (Fault("E202", "doc_no", "document is on the ledger with other content"),)


def _new_faults(lines: Sequence[InvoiceRecord], page: Page, entries: _Entries) -> Sequence[Fault]:
    if len(lines) > 1 and not _are_of_one(lines):
        return (Fault("E202", "line_no", "the lines are not those of one document"),)
    first, closed = lines[0], entries.faults(lines)
    payer = page.knows(first.customer_ref)
    credit = first.doc_type is DocType.INVOICE or _may_credit(lines, page)
    if payer and credit:
        return closed
    faults = [] if payer else [Fault("E201", "customer_ref", "customer is not on the ledger")]
    if not credit:
        faults.append(Fault("E204", "related_doc_no", _NOT_OPEN))
    return (*faults, *closed)


def _are_of_one(lines: Sequence[InvoiceRecord]) -> bool:
    heads = {
        (line.doc_type, line.doc_date, line.customer_ref, line.related_doc_no) for line in lines
    }
    return len(heads) == 1 and len({line.line_no for line in lines}) == len(lines)


def _may_credit(lines: Sequence[InvoiceRecord], page: Page) -> bool:
    related = page.document(lines[0].related_doc_no)
    if not related or related[0].doc_type is not DocType.INVOICE:
        return False
    charged = Money.total(line.gross_amount for line in related)
    credit = Money.total(line.gross_amount for line in lines)
    left = charged + page.credited(related[0].doc_no)
    return related[0].customer_ref == lines[0].customer_ref and left + credit >= ZERO


def _take_receipt(row: Row, page: Page, found: Judgement) -> None:
    record = row.record
    if row.faults or not isinstance(record, ReceiptRecord):
        return found.reject(row, row.faults)
    known = page.receipt(record.receipt_no)
    faults = list(_receipt_faults(record, known, page))
    if faults:
        return found.reject(row, faults)
    if known is None:
        page.add_receipt(record, row.content)
    return found.accept(Kind.RECEIPTS, record.amount)


def _receipt_faults(
    record: ReceiptRecord, known: ReceiptRecord | None, page: Page
) -> Iterator[Fault]:
    if known is not None:
        if without_number(known) != without_number(record):
            yield Fault("E202", "receipt_no", "receipt is on the ledger with other content")
        return
    if not page.knows(record.customer_ref):
        yield Fault("E201", "customer_ref", "customer is not on the ledger")
    if record.receipt_type is ReceiptType.REFUND and not _may_refund(record, page):
        yield Fault("E204", "original_receipt_no", "not that much of the receipt is left")
    if not page.period_open(record.receipt_date):
        yield Fault("E206", "receipt_date", "date is outside an open period")


def _may_refund(record: ReceiptRecord, page: Page) -> bool:
    original = page.receipt(record.original_receipt_no)
    if original is None or original.receipt_type is not ReceiptType.RECEIPT:
        return False
    left = original.amount + page.refunded(original.receipt_no)
    return original.customer_ref == record.customer_ref and left + record.amount >= ZERO


def _is_refund(row: Row) -> bool:
    return isinstance(row.record, ReceiptRecord) and row.record.receipt_type is ReceiptType.REFUND


def _differ(known: CustomerRecord, record: CustomerRecord) -> bool:
    return without_number(replace(known, action=record.action)) != without_number(record)


def _same_lines(known: Sequence[InvoiceRecord], lines: Sequence[InvoiceRecord]) -> bool:
    return [without_number(line) for line in known] == sorted(
        (without_number(line) for line in lines), key=lambda line: line.line_no
    )


def _about(row: Row, fault: Fault) -> str:
    if fault.code == "E204" and isinstance(row.record, InvoiceRecord):
        return safe(row.record.related_doc_no)
    return safe(row.key)[:_LONGEST_KEY]
