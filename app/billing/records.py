"""The rows that cross to the finance ledger: customers, document lines and receipts.

The columns are those of finance.md 7.2 and no others: no NHS number, date of birth, nationality,
diagnosis or ground of exemption ever leaves for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Self, TypeVar

from app.billing.cells import (
    Cell,
    country,
    day,
    identifier,
    identifier_or_none,
    money,
    one_of,
    quantity,
    read_row,
    read_table,
    whole,
    words,
)
from app.billing.payer import PayerType
from app.billing.payment import Method
from app.billing.reference import check
from app.billing.rows import Fault, cell
from app.core.money import CURRENCY, ZERO, Money
from app.core.wording import phrases

_Record = TypeVar("_Record", "CustomerRecord", "InvoiceRecord", "ReceiptRecord")

_WRONG = phrases(
    {
        "sum": "amounts do not add up",
        "sign": "the sign does not fit doc_type",
        "relation": "does not fit doc_type",
        "care": "before service_from",
        "due": "before doc_date",
        "reference": "reference is wrong",
        "currency": "currency is not GBP",
        "receipt_sign": "the sign does not fit receipt_type",
        "refund": "a refund, and only a refund, names its receipt",
    }
)


class Kind(StrEnum):
    """The three data files of a batch, in the order they are listed and loaded."""

    CUSTOMERS = "CUS"
    INVOICES = "INV"
    RECEIPTS = "RCP"

    __hash__ = str.__hash__  # as equal texts hash, and in a moment: it is a key for each row


class Action(StrEnum):
    """Add a customer, or update a known one."""

    ADD = "A"
    UPDATE = "U"


class DocType(StrEnum):
    """An invoice or a credit note."""

    INVOICE = "INV"
    CREDIT_NOTE = "CRN"


class ReceiptType(StrEnum):
    """Money in, or money back."""

    RECEIPT = "RECEIPT"
    REFUND = "REFUND"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRecord:
    """A payer the ledger is to know: added once, updated when the address changes."""

    record_no: int
    action: Action
    customer_ref: str
    payer_type: PayerType
    title: str = ""
    given_names: str = ""
    family_name: str = ""
    addr1: str = ""
    addr2: str = ""
    addr3: str = ""
    addr4: str = ""
    postcode: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    linked_customer_ref: str = ""

    @classmethod
    def from_row(cls, row: Sequence[str]) -> Self | tuple[Fault, ...]:
        """Read one CSV row; the faults instead where a cell cannot hold its value."""
        read = read_row(_CUSTOMER, row)
        return read if isinstance(read, tuple) else cls(**read)

    def to_row(self) -> list[str]:
        """The CSV cells, with every text a spreadsheet would run made harmless."""
        return _cells(self)

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the row by itself: nothing, once it could be read."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRecord:
    """One line of an invoice (INV) or a credit note (CRN, amounts negative)."""

    record_no: int
    doc_type: DocType
    doc_no: str
    line_no: int
    doc_date: date
    due_date: date
    customer_ref: str
    related_doc_no: str = ""
    description: str
    service_from: date
    service_to: date
    currency: str = CURRENCY
    quantity: Decimal = Decimal(1)
    unit_price: Money
    net_amount: Money
    vat_code: str = "E"
    vat_amount: Money = ZERO
    gross_amount: Money
    gl_company: str
    gl_account: str
    gl_cost_centre: str
    gl_analysis1: str = ""
    gl_analysis2: str = ""
    payment_reference: str

    @classmethod
    def from_row(cls, row: Sequence[str]) -> Self | tuple[Fault, ...]:
        """Read one CSV row; the faults instead where a cell cannot hold its value."""
        read = read_row(_LINE, row)
        return read if isinstance(read, tuple) else cls(**read)

    def to_row(self) -> list[str]:
        """The CSV cells: ISO dates, two decimals, minus for credits."""
        return _cells(self)

    def faults(self) -> tuple[Fault, ...]:
        """E203, E204, E206 to E208 as far as the row alone shows them."""
        return tuple(
            Fault(code, field, _WRONG[what])
            for wrong, code, field, what in (
                (self._sums_differ(), "E203", "net_amount", "sum"),
                (self._sign_is_wrong(), "E203", "gross_amount", "sign"),
                (self._relation_is_wrong(), "E204", "related_doc_no", "relation"),
                (self.service_to < self.service_from, "E206", "service_to", "care"),
                (self.due_date < self.doc_date, "E206", "due_date", "due"),
                (self._reference_is_wrong(), "E207", "payment_reference", "reference"),
                (self.currency != CURRENCY, "E208", "currency", "currency"),
            )
            if wrong
        )

    def _sums_differ(self) -> bool:
        exact = self.quantity * self.unit_price.pence
        net = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
        return (
            net != self.net_amount.pence or self.net_amount + self.vat_amount != self.gross_amount
        )

    def _sign_is_wrong(self) -> bool:
        if self.doc_type is DocType.CREDIT_NOTE:
            return self.gross_amount.pence >= 0
        return self.gross_amount.pence < 0

    def _relation_is_wrong(self) -> bool:
        return (self.doc_type is DocType.CREDIT_NOTE) != bool(self.related_doc_no)

    def _reference_is_wrong(self) -> bool:
        # A credit note may carry the reference of the invoice it corrects (sample batch).
        owners = {self.doc_no, self.related_doc_no or self.doc_no}
        return not check(self.payment_reference) or self.payment_reference[4:] not in owners


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRecord:
    """Money taken (RECEIPT) or given back (REFUND, negative, naming the receipt it returns)."""

    record_no: int
    receipt_type: ReceiptType
    receipt_no: str
    receipt_date: date
    method: Method
    provider_ref: str = ""
    customer_ref: str
    doc_no: str = ""
    amount: Money
    currency: str = CURRENCY
    original_receipt_no: str = ""
    payment_reference: str = ""

    @classmethod
    def from_row(cls, row: Sequence[str]) -> Self | tuple[Fault, ...]:
        """Read one CSV row; the faults instead where a cell cannot hold its value."""
        read = read_row(_RECEIPT, row)
        return read if isinstance(read, tuple) else cls(**read)

    def to_row(self) -> list[str]:
        """The CSV cells: ISO dates, two decimals, minus for refunds."""
        return _cells(self)

    def faults(self) -> tuple[Fault, ...]:
        """E203, E204, E207, E208 as far as the row alone shows them."""
        refund = self.receipt_type is ReceiptType.REFUND
        sign_fits = self.amount.pence < 0 if refund else self.amount.pence > 0
        reference = self.payment_reference
        return tuple(
            Fault(code, field, _WRONG[what])
            for wrong, code, field, what in (
                (not sign_fits, "E203", "amount", "receipt_sign"),
                (
                    refund != bool(self.original_receipt_no),
                    "E204",
                    "original_receipt_no",
                    "refund",
                ),
                (
                    bool(reference) and not check(reference),
                    "E207",
                    "payment_reference",
                    "reference",
                ),
                (self.currency != CURRENCY, "E208", "currency", "currency"),
            )
            if wrong
        )


_CUSTOMER = (
    Cell("record_no", "E104", whole),
    Cell("action", "E201", one_of(Action)),
    Cell("customer_ref", "E201", identifier),
    Cell("payer_type", "E201", one_of(PayerType)),
    Cell("title", "E201", words),
    Cell("given_names", "E201", words),
    Cell("family_name", "E201", words),
    Cell("addr1", "E201", words),
    Cell("addr2", "E201", words),
    Cell("addr3", "E201", words),
    Cell("addr4", "E201", words),
    Cell("postcode", "E201", words),
    Cell("country", "E201", country),
    Cell("email", "E201", words),
    Cell("phone", "E201", words),
    Cell("linked_customer_ref", "E201", identifier_or_none),
)
_LINE = (
    Cell("record_no", "E104", whole),
    Cell("doc_type", "E202", one_of(DocType)),
    Cell("doc_no", "E202", identifier),
    Cell("line_no", "E202", whole),
    Cell("doc_date", "E206", day),
    Cell("due_date", "E206", day),
    Cell("customer_ref", "E201", identifier),
    Cell("related_doc_no", "E204", identifier_or_none),
    Cell("description", "E202", words),
    Cell("service_from", "E206", day),
    Cell("service_to", "E206", day),
    Cell("currency", "E208", words),
    Cell("quantity", "E203", quantity),
    Cell("unit_price", "E203", money),
    Cell("net_amount", "E203", money),
    Cell("vat_code", "E203", identifier),
    Cell("vat_amount", "E203", money),
    Cell("gross_amount", "E203", money),
    Cell("gl_company", "E205", identifier),
    Cell("gl_account", "E205", identifier),
    Cell("gl_cost_centre", "E205", identifier),
    Cell("gl_analysis1", "E205", identifier_or_none),
    Cell("gl_analysis2", "E205", identifier_or_none),
    Cell("payment_reference", "E207", words),
)
_RECEIPT = (
    Cell("record_no", "E104", whole),
    Cell("receipt_type", "E202", one_of(ReceiptType)),
    Cell("receipt_no", "E202", identifier),
    Cell("receipt_date", "E206", day),
    Cell("method", "E202", one_of(Method)),
    Cell("provider_ref", "E202", words),
    Cell("customer_ref", "E201", identifier),
    Cell("doc_no", "E204", identifier_or_none),
    Cell("amount", "E203", money),
    Cell("currency", "E208", words),
    Cell("original_receipt_no", "E204", identifier_or_none),
    Cell("payment_reference", "E207", words),
)
Record = CustomerRecord | InvoiceRecord | ReceiptRecord
RECORD_OF: dict[Kind, type[CustomerRecord] | type[InvoiceRecord] | type[ReceiptRecord]] = {
    Kind.CUSTOMERS: CustomerRecord,
    Kind.INVOICES: InvoiceRecord,
    Kind.RECEIPTS: ReceiptRecord,
}


_CELLS = {Kind.CUSTOMERS: _CUSTOMER, Kind.INVOICES: _LINE, Kind.RECEIPTS: _RECEIPT}


def read_records(kind: Kind, rows: Sequence[Sequence[str]]) -> Iterator[Record | tuple[Fault, ...]]:
    """As `from_row` of each row of a file, for many rows at once and so in a third of the time."""
    made = RECORD_OF[kind]
    for read in read_table(_CELLS[kind], rows):
        yield read if isinstance(read, tuple) else made(**read)


def columns(record: Record | type[Record]) -> tuple[str, ...]:
    """The CSV header of a record's file."""
    return tuple(field.name for field in fields(record))


def without_number(record: _Record) -> _Record:
    """The record as such, wherever in a batch it stands: what `the same content` means."""
    return replace(record, record_no=0)


def _cells(record: Record) -> list[str]:
    return [cell(getattr(record, name)) for name in columns(record)]
