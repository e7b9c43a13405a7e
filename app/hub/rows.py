"""Records to rows of the ledger's tables, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Table

from app.billing.payer import PayerType
from app.billing.payment import Method
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    ReceiptRecord,
    ReceiptType,
    columns,
)
from app.core.money import Money
from app.hub.tables import customers, documents, receipts

_Record = TypeVar("_Record", CustomerRecord, InvoiceRecord, ReceiptRecord)
_MONEY = frozenset(("unit_price", "net_amount", "vat_amount", "gross_amount", "amount"))
_WORDS: dict[str, Callable[[str], Any]] = {
    "payer_type": PayerType,
    "doc_type": DocType,
    "receipt_type": ReceiptType,
    "method": Method,
}
_APART = frozenset(("provider_code", "ledger_batch_no", "content"))  # the ledger's own columns


def customer_row(provider: str, record: CustomerRecord, content: bytes) -> tuple[Any, ...]:
    """A row of `customers`."""
    return (provider, *_CUSTOMER(record), content)


def line_row(
    provider: str, record: InvoiceRecord, content: bytes, *, batch_no: str
) -> tuple[Any, ...]:
    """A row of `documents`."""
    cells = list(_LINE(record))
    cells[_QUANTITY_AT] = f"{record.quantity:f}"
    return (provider, *cells, batch_no, content)


def receipt_row(
    provider: str, record: ReceiptRecord, content: bytes, *, batch_no: str
) -> tuple[Any, ...]:
    """A row of `receipts`."""
    return (provider, *_RECEIPT(record), batch_no, content)


def customer_of(row: Mapping[str, Any]) -> CustomerRecord:
    """A customer as kept, who has no place in a batch."""
    return _record(CustomerRecord, {**row, "record_no": 1, "action": Action.ADD})


def line_of(row: Mapping[str, Any]) -> InvoiceRecord:
    """A line as it came."""
    return _record(InvoiceRecord, {**row, "quantity": Decimal(row["quantity"])})


def receipt_of(row: Mapping[str, Any]) -> ReceiptRecord:
    """A receipt or refund as it came."""
    return _record(ReceiptRecord, row)


def _record(kind: type[_Record], row: Mapping[str, Any]) -> _Record:
    return kind(**{name: _value(name, row[name]) for name in columns(kind)})


def _value(name: str, kept: Any) -> Any:
    if name in _MONEY:
        return Money(kept)
    word = _WORDS.get(name)
    return word(kept) if word else kept


def _getter(table: Table) -> Callable[[Any], tuple[Any, ...]]:
    """Reads a record's attributes in the order of the table's columns, in one call."""
    names = [column.name for column in table.c if column.name not in _APART]
    return attrgetter(
        *(
            f"{name}.pence" if name in _MONEY else f"{name}.value" if name in _WORDS else name
            for name in names
        )
    )


_CUSTOMER, _LINE, _RECEIPT = _getter(customers), _getter(documents), _getter(receipts)
_QUANTITY_AT = [c.name for c in documents.c if c.name not in _APART].index("quantity")
