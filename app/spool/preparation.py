"""A sound batch made ready before its turn: what stands on the ledger already is set apart.

Rows that the ledger holds byte for byte need no reading and no judging. Documents and receipts are
only ever added to, so for them this is final. Of all else the ledger is asked once more when the
turn has come, unless it is the trust's very next one: then nothing can have changed. Receipts are
read only then, while the ledger takes in the bills.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from app.billing.book import LedgerBook
from app.billing.content import contents
from app.billing.page import Contents, Page, Wanted
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    ReceiptType,
    columns,
)
from app.spool.inspection import KEY_AT, Inspected, Raw, Row, cell_of, column, read_rows

_ACTIONS = frozenset(Action)
_WORD_AT = 1
_PAYER_AT = columns(ReceiptRecord).index("customer_ref")
_ORIGINAL_AT = columns(ReceiptRecord).index("original_receipt_no")
_Kept = Mapping[str, tuple[bytes, ...]]


class Came(NamedTuple):
    """The rows of a file as they came: what each names, its cells, and the hash of what it says."""

    keys: Sequence[str]
    table: Sequence[Sequence[str]]
    hashes: Sequence[bytes]

    def raws(self, places: Container[int]) -> list[Raw]:
        """The rows at some places in the file."""
        rows = zip(count(1), self.keys, self.table, self.hashes, strict=False)
        return [Raw(*row) for row in rows if row[0] in places]


@dataclass(slots=True)
class Prepared:
    """A batch of which only what the ledger lacks is left to judge.

    `as_of` counts the trust's turns when the ledger was asked what it `kept`.
    """

    provider: str
    as_of: int
    kept: Contents
    customers: Came
    documents: list[list[Row]] = field(default_factory=list)  # invoices before credit notes
    receipts: list[Raw] = field(default_factory=list)  # not read yet, refunds last
    standing: dict[Kind, list[int]] = field(default_factory=dict)  # pence of rows that stand
    _ahead: list[Row] = field(default_factory=list)  # customers to judge if nothing changes

    def is_still_so(self, ledger: LedgerBook) -> bool:
        """Whether this is the trust's very next turn, so that no answer can have changed."""
        return ledger.turns(self.provider) == self.as_of + 1

    def customers_to_judge(self, ledger: LedgerBook, *, still_so: bool) -> list[Row]:
        """The rows of those customers whom the ledger does not hold exactly so."""
        if still_so:
            return self._ahead
        keys = {Kind.CUSTOMERS: self.customers.keys}
        other = _other(self.customers, ledger.contents(self.provider, keys)[Kind.CUSTOMERS])
        read = {row.record_no: row for row in self._ahead}
        unread = [raw for raw in other if raw.place not in read]
        read |= {row.record_no: row for row in read_rows(Kind.CUSTOMERS, unread)}
        return [read[raw.place] for raw in other]

    def page(self, ledger: LedgerBook, customers: Sequence[Row], *, still_so: bool) -> Page:
        """What must be known of the ledger to judge these customers and all else that is left."""
        wanted = self._wanted(customers)
        if not still_so:
            return ledger.page(self.provider, wanted)
        kept = {kind: self.kept[kind].keys() for kind in Kind}
        payers = wanted.payers & kept[Kind.CUSTOMERS]
        page = ledger.page(
            self.provider,
            replace(
                wanted,
                customers=wanted.customers & kept[Kind.CUSTOMERS],
                payers=wanted.payers - payers - frozenset(self.customers.keys),
                documents=wanted.documents & kept[Kind.INVOICES] | wanted.credited,
                receipts=wanted.receipts & kept[Kind.RECEIPTS] | wanted.refunded,
            ),
        )
        page.knows_too(payers)
        return page

    def read_ahead(self) -> None:
        """Read the customers who are likely to be judged, before the turn."""
        other = _other(self.customers, self.kept[Kind.CUSTOMERS])
        self._ahead = read_rows(Kind.CUSTOMERS, other)

    def part(
        self, kind: Kind, came: Came, standing: frozenset[int], pence: Sequence[int]
    ) -> list[Raw]:
        """Note which rows the ledger holds, by their places; the others are returned."""
        self.standing[kind] = [pence[place - 1] for place in standing]
        return came.raws(frozenset(range(1, len(pence) + 1)) - standing)

    def _wanted(self, customers: Sequence[Row]) -> Wanted:
        lines = [row.record for rows in self.documents for row in rows]
        bills = [line for line in lines if isinstance(line, InvoiceRecord)]
        money = [raw.cells for raw in self.receipts]
        corrected = frozenset(line.related_doc_no for line in bills if line.related_doc_no)
        returned = frozenset(column(money, _ORIGINAL_AT)) - {""}
        return Wanted(
            customers=frozenset(
                row.record.customer_ref
                for row in customers
                if isinstance(row.record, CustomerRecord)
            ),
            payers=frozenset(line.customer_ref for line in bills)
            | frozenset(column(money, _PAYER_AT)),
            documents=frozenset(line.doc_no for line in bills) | corrected,
            credited=corrected,
            receipts=frozenset(raw.key for raw in self.receipts) | returned,
            refunded=returned,
        )


def prepare(inspected: Inspected, ledger: LedgerBook) -> Prepared:
    """Set apart what stands, and read the rest into records; changes nothing."""
    provider = inspected.manifest.header.provider_code
    came = {
        kind: Came(column(table, KEY_AT[kind]), table, contents(kind, table))
        for kind, table in inspected.tables.items()
    }
    as_of = ledger.turns(provider)  # before anything else is asked
    kept = ledger.contents(provider, {kind: set(each.keys) for kind, each in came.items()})
    made = Prepared(provider, as_of, kept, came[Kind.CUSTOMERS])
    made.read_ahead()
    lines, money = came[Kind.INVOICES], came[Kind.RECEIPTS]
    bills: dict[str, list[Row]] = {}
    stand = _in_whole(lines, kept[Kind.INVOICES])
    new = made.part(Kind.INVOICES, lines, stand, inspected.pence[Kind.INVOICES])
    for row in read_rows(Kind.INVOICES, new):
        bills.setdefault(row.key, []).append(row)
    made.documents = sorted(bills.values(), key=_is_credit)
    stand = _one_by_one(money, kept[Kind.RECEIPTS])
    new = made.part(Kind.RECEIPTS, money, stand, inspected.pence[Kind.RECEIPTS])
    made.receipts = sorted(new, key=_is_refund)
    return made


def _other(came: Came, kept: _Kept) -> list[Raw]:
    """All rows of customers who are not on the ledger exactly so, or not to be added or updated."""
    refs = {
        ref
        for ref, cells, content in zip(*came, strict=True)
        if kept.get(ref) != (content,) or cells[_WORD_AT] not in _ACTIONS
    }
    return came.raws({place for place, ref in enumerate(came.keys, 1) if ref in refs})


def _in_whole(came: Came, kept: _Kept) -> frozenset[int]:
    """The places of lines of documents that are on the ledger with these, no more and no fewer."""
    together: dict[str, list[bytes]] = {}  # grown in place: a document may have very many lines
    for doc_no, content in zip(came.keys, came.hashes, strict=True):
        together.setdefault(doc_no, []).append(content)
    stand = {doc_no for doc_no, some in together.items() if kept.get(doc_no) == tuple(sorted(some))}
    return frozenset(place for place, doc_no in enumerate(came.keys, 1) if doc_no in stand)


def _one_by_one(came: Came, kept: _Kept) -> frozenset[int]:
    """The places of rows that are on the ledger, each the only one of its number."""
    return frozenset(
        place
        for place, key, content in zip(count(1), came.keys, came.hashes, strict=False)
        if kept.get(key) == (content,)
    )


def _is_refund(raw: Raw) -> bool:
    return cell_of(raw.cells, _WORD_AT) == ReceiptType.REFUND


def _is_credit(rows: Sequence[Row]) -> bool:
    record = rows[0].record
    return isinstance(record, InvoiceRecord) and record.doc_type is DocType.CREDIT_NOTE
