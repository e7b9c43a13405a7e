"""The embedded finance ledger: what desks have sent, loaded once, encrypted, in one file.

It fulfils `app.spool.ledger.LedgerBook` by shape; the two rooms do not know each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar
from urllib.parse import unquote

from app.billing.records import CustomerRecord, InvoiceRecord, ReceiptRecord, columns
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.ports import Clock, Ids, stamp
from app.core.trust import Mode
from app.store import crypto, key_file, meta
from app.store.database import Database, Row, create_file, open_file
from app.store.hub_schema import LEDGER
from app.store.key_file import Ask, Protection

_Record = TypeVar("_Record", CustomerRecord, InvoiceRecord, ReceiptRecord)
_Chained = TypeVar("_Chained", bound="_Tip")
_PENCE = frozenset(("unit_price", "net_amount", "vat_amount", "gross_amount", "amount"))
_FIRST_DAY = date(2015, 4, 6)  # the Regulations charge for nothing before it
_KEPT_ASIDE = {"record_no": 1, "action": "A"}  # a customer as kept has no place in a batch

_CUSTOMER_COLUMNS = columns(CustomerRecord)[2:]
_DOCUMENT_COLUMNS = (*columns(InvoiceRecord), "ledger_batch_no")
_RECEIPT_COLUMNS = (*columns(ReceiptRecord), "ledger_batch_no")


class _Tip(Protocol):
    def __init__(self, sequence_no: int, manifest_sha256: str) -> None: ...

    @property
    def sequence_no(self) -> int: ...

    @property
    def manifest_sha256(self) -> str: ...
