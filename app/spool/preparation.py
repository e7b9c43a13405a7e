"""A sound batch made ready before its turn: what stands on the ledger already is set apart.

Rows that the ledger holds byte for byte need no reading and no judging. Documents and receipts are
only ever added to, so for them this is final. Of all else the ledger is asked once more when the
turn has come, unless it is the trust's very next one: then nothing can have changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
)
from app.spool.inspection import Inspected, Raw, Row, pence, raws, read_rows

_ACTIONS = frozenset(Action)
_WORD_AT = 1


@dataclass(slots=True)
class Prepared:
    """A batch of which only what the ledger lacks is left to judge.

    `as_of` counts the trust's turns when the ledger was asked what it `kept`.
    """

    provider: str
    as_of: int
    kept: Contents
    customers: dict[str, list[Raw]]
    documents: list[list[Row]] = field(default_factory=list)  # invoices before credit notes
    receipts: list[Row] = field(default_factory=list)
    standing: dict[Kind, list[int]] = field(default_factory=dict)  # pence of rows that stand
    _read: dict[int, Row] = field(default_factory=dict)

    def is_still_so(self, ledger: LedgerBook) -> bool:
        """Whether this is the trust's very next turn, so that no answer can have changed."""
        return ledger.turns(self.provider) == self.as_of + 1

    def customers_to_judge(self, ledger: LedgerBook, *, still_so: bool) -> list[Row]:
        """The rows of those customers whom the ledger does not hold exactly so."""
        kept = self.kept[Kind.CUSTOMERS]
        if not still_so:
            kept = ledger.contents(self.provider, {Kind.CUSTOMERS: self.customers})[Kind.CUSTOMERS]
        return self._other(kept)

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
                payers=wanted.payers - payers - self.customers.keys(),
                documents=wanted.documents & kept[Kind.INVOICES] | wanted.credited,
                receipts=wanted.receipts & kept[Kind.RECEIPTS] | wanted.refunded,
            ),
        )
        page.knows_too(payers)
        return page

    def stands(self, kind: Kind, raws: Sequence[Raw]) -> None:
        """Note rows that the ledger holds."""
        self.standing[kind] = pence(kind, [raw.cells for raw in raws])

    def read_ahead(self) -> None:
        """Read the customers who are likely to be judged, before the turn."""
        self._other(self.kept[Kind.CUSTOMERS])

    def _other(self, kept: Mapping[str, tuple[bytes, ...]]) -> list[Row]:
        other = sorted(
            raw
            for ref, rows in self.customers.items()
            if not _all_stand(rows, kept.get(ref))
            for raw in rows
        )
        unread = [raw for raw in other if raw.place not in self._read]
        self._read |= {row.record_no: row for row in read_rows(Kind.CUSTOMERS, unread)}
        return [self._read[raw.place] for raw in other]

    def _wanted(self, customers: Sequence[Row]) -> Wanted:
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


def prepare(inspected: Inspected, ledger: LedgerBook) -> Prepared:
    """Set apart what stands, and read the rest into records; changes nothing."""
    provider = inspected.manifest.header.provider_code
    came = {
        kind: raws(kind, table, contents(kind, table)) for kind, table in inspected.tables.items()
    }
    together = {kind: _together(rows) for kind, rows in came.items()}
    as_of = ledger.turns(provider)  # before anything else is asked
    kept = ledger.contents(provider, together)
    made = Prepared(provider, as_of, kept, together[Kind.CUSTOMERS])
    made.read_ahead()
    standing: list[Raw] = []
    new: list[Raw] = []
    for doc_no, lines in together[Kind.INVOICES].items():
        stand = _stand(lines, kept[Kind.INVOICES].get(doc_no))
        (standing if stand else new).extend(lines)
    made.stands(Kind.INVOICES, standing)
    bills: dict[str, list[Row]] = {}
    for row in read_rows(Kind.INVOICES, new):
        bills.setdefault(row.key, []).append(row)
    made.documents = sorted(bills.values(), key=_is_credit)
    money = kept[Kind.RECEIPTS]
    known = [raw for raw in came[Kind.RECEIPTS] if money.get(raw.key) == (raw.content,)]
    made.stands(Kind.RECEIPTS, known)
    places = {raw.place for raw in known}
    made.receipts = read_rows(
        Kind.RECEIPTS, [raw for raw in came[Kind.RECEIPTS] if raw.place not in places]
    )
    return made


def _stand(lines: Sequence[Raw], kept: tuple[bytes, ...] | None) -> bool:
    """Whether these are the lines of a document that is on the ledger, no more and no fewer."""
    if kept is None or len(kept) != len(lines):
        return False
    return kept == tuple(sorted(line.content for line in lines))


def _together(lines: Sequence[Raw]) -> dict[str, list[Raw]]:
    found: dict[str, list[Raw]] = {}
    for line in lines:
        found.setdefault(line.key, []).append(line)
    return found


def _all_stand(rows: Sequence[Raw], kept: tuple[bytes, ...] | None) -> bool:
    """Whether a customer is on the ledger exactly so, and is to be added or updated."""
    return kept is not None and all(
        kept == (raw.content,) and raw.cells[_WORD_AT] in _ACTIONS for raw in rows
    )


def _is_credit(rows: Sequence[Row]) -> bool:
    record = rows[0].record
    return isinstance(record, InvoiceRecord) and record.doc_type is DocType.CREDIT_NOTE
