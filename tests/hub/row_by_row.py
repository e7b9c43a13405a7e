"""Rows judged one by one against a ledger in plain dictionaries: the model of what intake decides.

`app.spool.judgement` fetches and writes in sets and skips what stands; it must decide the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.billing.page import FIRST_DAY
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
from app.billing.rows import Fault
from app.core.money import ZERO, Money
from app.spool.inspection import Inspected, Row
from app.spool.judgement import Judgement

_CODES = ("gl_company", "gl_account", "gl_cost_centre")
_NOT_OPEN = "related document is not open on the ledger"


@dataclass
class PlainLedger:
    """What is on the ledger, by key."""

    customers: dict[str, CustomerRecord] = field(default_factory=dict)
    documents: dict[str, tuple[InvoiceRecord, ...]] = field(default_factory=dict)
    receipts: dict[str, ReceiptRecord] = field(default_factory=dict)
    codes: set[tuple[str, str]] = field(default_factory=set)

    def credited(self, doc_no: str) -> Money:
        """What credit notes have taken off a document so far."""
        lines = (line for of_one in self.documents.values() for line in of_one)
        return Money.total(line.gross_amount for line in lines if line.related_doc_no == doc_no)

    def refunded(self, receipt_no: str) -> Money:
        """What refunds have given back of a receipt so far."""
        found = self.receipts.values()
        return Money.total(one.amount for one in found if one.original_receipt_no == receipt_no)

    def allows(self, name: str, code: str) -> bool:
        """Whether a column may hold that code."""
        return (name, code) in self.codes or not any(name == listed for listed, _ in self.codes)


def judge(inspected: Inspected, ledger: PlainLedger) -> Judgement:
    """Put every row that holds on the ledger.

    Customers come first, invoices before the credit notes that correct them, receipts before
    the refunds that return them, whatever their order in the files.
    """
    found = Judgement()
    for row in inspected.rows[Kind.CUSTOMERS]:
        _take_customer(row, ledger, found)
    company = inspected.manifest.header.provider_code
    for rows in _documents(inspected.rows[Kind.INVOICES]):
        _take_document(rows, ledger, found, company=company)
    for row in sorted(inspected.rows[Kind.RECEIPTS], key=_is_refund):
        _take_receipt(row, ledger, found)
    return found


def _take_customer(row: Row, ledger: PlainLedger, found: Judgement) -> None:
    record = row.record
    if row.faults or not isinstance(record, CustomerRecord):
        return found.reject(row, row.faults)
    known = ledger.customers.get(record.customer_ref)
    if record.action is Action.UPDATE and known is None:
        return found.reject(row, [Fault("E201", "customer_ref", "no such customer to update")])
    if record.action is Action.ADD and known is not None and _differ(known, record):
        # Another person's letters must never go to this address.
        return found.reject(
            row, [Fault("E202", "customer_ref", "on the ledger with other particulars")]
        )
    ledger.customers[record.customer_ref] = record
    return found.accept(Kind.CUSTOMERS)


def _take_document(
    rows: Sequence[Row], ledger: PlainLedger, found: Judgement, *, company: str
) -> None:
    lines = [row.record for row in rows if isinstance(row.record, InvoiceRecord)]
    faulty = next((row.faults[0] for row in rows if row.faults), None)
    if faulty is not None:
        fellow = replace(faulty, message="another line of this document is refused")
        for row in rows:
            found.reject(row, row.faults or [fellow])
        return
    faults = list(_document_faults(lines, ledger, company))
    if faults:
        for row in rows:
            found.reject(row, faults)
        return
    if not ledger.documents.get(lines[0].doc_no, ()):
        ledger.documents[lines[0].doc_no] = tuple(sorted(lines, key=lambda line: line.line_no))
    for line in lines:
        found.accept(Kind.INVOICES, line.gross_amount)


def _document_faults(
    lines: Sequence[InvoiceRecord], ledger: PlainLedger, company: str
) -> Iterator[Fault]:
    first = lines[0]
    known = ledger.documents.get(first.doc_no, ())
    if known:
        if not _same_lines(known, lines):
            yield Fault("E202", "doc_no", "document is on the ledger with other content")
        return
    heads = {
        (line.doc_type, line.doc_date, line.customer_ref, line.related_doc_no) for line in lines
    }
    if len(heads) > 1 or len({line.line_no for line in lines}) < len(lines):
        yield Fault("E202", "line_no", "the lines are not those of one document")
        return
    if ledger.customers.get(first.customer_ref) is None:
        yield Fault("E201", "customer_ref", "customer is not on the ledger")
    if first.doc_type is DocType.CREDIT_NOTE and not _may_credit(lines, ledger):
        yield Fault("E204", "related_doc_no", _NOT_OPEN)
    for name in _CODES:
        codes = {getattr(line, name) for line in lines}
        if not all(ledger.allows(name, code) for code in codes) or (
            name == "gl_company" and codes != {company}
        ):
            yield Fault("E205", name, "the ledger has no such code")
    if first.doc_date < FIRST_DAY:
        yield Fault("E206", "doc_date", "date is outside an open period")


def _may_credit(lines: Sequence[InvoiceRecord], ledger: PlainLedger) -> bool:
    related = ledger.documents.get(lines[0].related_doc_no, ())
    if not related or related[0].doc_type is not DocType.INVOICE:
        return False
    charged = Money.total(line.gross_amount for line in related)
    credit = Money.total(line.gross_amount for line in lines)
    left = charged + ledger.credited(related[0].doc_no)
    return related[0].customer_ref == lines[0].customer_ref and left + credit >= ZERO


def _take_receipt(row: Row, ledger: PlainLedger, found: Judgement) -> None:
    record = row.record
    if row.faults or not isinstance(record, ReceiptRecord):
        return found.reject(row, row.faults)
    known = ledger.receipts.get(record.receipt_no)
    faults = list(_receipt_faults(record, known, ledger))
    if faults:
        return found.reject(row, faults)
    if known is None:
        ledger.receipts[record.receipt_no] = record
    return found.accept(Kind.RECEIPTS, record.amount)


def _receipt_faults(
    record: ReceiptRecord, known: ReceiptRecord | None, ledger: PlainLedger
) -> Iterator[Fault]:
    if known is not None:
        if without_number(known) != without_number(record):
            yield Fault("E202", "receipt_no", "receipt is on the ledger with other content")
        return
    if ledger.customers.get(record.customer_ref) is None:
        yield Fault("E201", "customer_ref", "customer is not on the ledger")
    if record.receipt_type is ReceiptType.REFUND and not _may_refund(record, ledger):
        yield Fault("E204", "original_receipt_no", "not that much of the receipt is left")
    if record.receipt_date < FIRST_DAY:
        yield Fault("E206", "receipt_date", "date is outside an open period")


def _may_refund(record: ReceiptRecord, ledger: PlainLedger) -> bool:
    original = ledger.receipts.get(record.original_receipt_no)
    if original is None or original.receipt_type is not ReceiptType.RECEIPT:
        return False
    left = original.amount + ledger.refunded(original.receipt_no)
    return original.customer_ref == record.customer_ref and left + record.amount >= ZERO


def _documents(rows: Sequence[Row]) -> list[list[Row]]:
    together: dict[str, list[Row]] = {}
    for row in rows:
        together.setdefault(row.key, []).append(row)
    return sorted(together.values(), key=lambda rows: _is_credit(rows[0]))


def _is_credit(row: Row) -> bool:
    return isinstance(row.record, InvoiceRecord) and row.record.doc_type is DocType.CREDIT_NOTE


def _is_refund(row: Row) -> bool:
    return isinstance(row.record, ReceiptRecord) and (row.record.receipt_type is ReceiptType.REFUND)


def _differ(known: CustomerRecord, record: CustomerRecord) -> bool:
    return without_number(replace(known, action=record.action)) != without_number(record)


def _same_lines(known: Sequence[InvoiceRecord], lines: Sequence[InvoiceRecord]) -> bool:
    return [without_number(line) for line in known] == sorted(
        (without_number(line) for line in lines), key=lambda line: line.line_no
    )
