"""A sound batch made ready before its turn: what stands on the ledger already is set apart.

Rows that the ledger holds byte for byte need no reading and no judging. Documents and receipts are
only ever added to, so for them this is final; a customer may be updated by another device
meanwhile, so of customers the ledger is asked once more when the turn has come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.billing.book import LedgerBook
from app.billing.content import content
from app.billing.page import Wanted
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
)
from app.spool.inspection import KEY_AT, Inspected, Row, cell_of, pence, read_row

_ACTIONS = frozenset(Action)
_WORD_AT = 1


@dataclass(frozen=True, slots=True)
class Raw:
    """A row not read yet."""

    place: int
    key: str
    cells: Sequence[str]
    content: bytes

    def read(self, kind: Kind) -> Row:
        """The row as a record, or with its faults."""
        return read_row(kind, self.place, self.cells, self.content)


@dataclass(slots=True)
class Prepared:
    """A batch of which only what the ledger lacks is left to judge."""

    provider: str
    customers: list[Raw]
    documents: list[list[Row]] = field(default_factory=list)  # invoices before credit notes
    receipts: list[Row] = field(default_factory=list)
    standing: dict[Kind, list[int]] = field(default_factory=dict)  # pence of rows that stand
    _read: dict[int, Row] = field(default_factory=dict)

    def customers_to_judge(self, ledger: LedgerBook) -> list[Row]:
        """The rows of those customers whom the ledger does not hold exactly so."""
        by_ref: dict[str, list[Raw]] = {}
        for raw in self.customers:
            by_ref.setdefault(raw.key, []).append(raw)
        kept = ledger.contents(self.provider, {Kind.CUSTOMERS: by_ref})[Kind.CUSTOMERS]
        other = [
            raw
            for ref, raws in by_ref.items()
            if not all(_stands(raw, kept.get(ref, ())) for raw in raws)
            for raw in raws
        ]
        return [self._row(raw) for raw in sorted(other, key=lambda raw: raw.place)]

    def wanted(self, customers: Sequence[Row]) -> Wanted:
        """What must be known of the ledger to judge these customers and all else that is left."""
        lines = [row.record for rows in self.documents for row in rows]
        bills = [line for line in lines if isinstance(line, InvoiceRecord)]
        money = [row.record for row in self.receipts if isinstance(row.record, ReceiptRecord)]
        corrected = frozenset(line.related_doc_no for line in bills if line.related_doc_no)
        returned = frozenset(one.original_receipt_no for one in money if one.original_receipt_no)
        return Wanted(
            customers=frozenset(
                row.record.customer_ref
                for row in customers
                if isinstance(row.record, CustomerRecord)
            ),
            payers=frozenset(line.customer_ref for line in bills)
            | frozenset(one.customer_ref for one in money),
            documents=frozenset(line.doc_no for line in bills) | corrected,
            credited=corrected,
            receipts=frozenset(one.receipt_no for one in money) | returned,
            refunded=returned,
        )

    def _row(self, raw: Raw) -> Row:
        if raw.place not in self._read:
            self._read[raw.place] = raw.read(Kind.CUSTOMERS)
        return self._read[raw.place]


def prepare(inspected: Inspected, ledger: LedgerBook) -> Prepared:
    """Set apart what stands, and read the rest into records; changes nothing."""
    provider = inspected.manifest.header.provider_code
    raws = {kind: _raws(kind, table) for kind, table in inspected.tables.items()}
    kept = ledger.contents(provider, {kind: {raw.key for raw in raws[kind]} for kind in Kind})
    made = Prepared(provider, raws[Kind.CUSTOMERS])
    bills: list[list[Row]] = []
    standing: list[int] = []
    for doc_no, lines in _together(raws[Kind.INVOICES]).items():
        if kept[Kind.INVOICES].get(doc_no) == tuple(sorted(line.content for line in lines)):
            standing += [pence(Kind.INVOICES, line.cells) for line in lines]
        else:
            bills.append([line.read(Kind.INVOICES) for line in lines])
    made.standing[Kind.INVOICES] = standing
    made.documents = sorted(bills, key=_is_credit)
    money = raws[Kind.RECEIPTS]
    stands = [kept[Kind.RECEIPTS].get(raw.key) == (raw.content,) for raw in money]
    made.standing[Kind.RECEIPTS] = [
        pence(Kind.RECEIPTS, raw.cells) for raw, so in zip(money, stands, strict=True) if so
    ]
    made.receipts = [
        raw.read(Kind.RECEIPTS) for raw, so in zip(money, stands, strict=True) if not so
    ]
    for raw in made.customers:
        if not _stands(raw, kept[Kind.CUSTOMERS].get(raw.key, ())):
            made._row(raw)
    return made


def _raws(kind: Kind, table: Sequence[Sequence[str]]) -> list[Raw]:
    at = KEY_AT[kind]
    return [
        Raw(place, cell_of(cells, at), cells, content(kind, cells))
        for place, cells in enumerate(table, start=1)
    ]


def _together(lines: Sequence[Raw]) -> dict[str, list[Raw]]:
    found: dict[str, list[Raw]] = {}
    for line in lines:
        found.setdefault(line.key, []).append(line)
    return found


def _stands(raw: Raw, kept: tuple[bytes, ...]) -> bool:
    return kept == (raw.content,) and raw.cells[_WORD_AT] in _ACTIONS


def _is_credit(rows: Sequence[Row]) -> bool:
    record = rows[0].record
    return isinstance(record, InvoiceRecord) and record.doc_type is DocType.CREDIT_NOTE
