"""Made-up records, batches and places for the tests of the exchange."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.billing.book import FIRST, LedgerBook
from app.billing.content import contents
from app.billing.page import Wanted
from app.billing.payer import PayerType
from app.billing.payment import Method
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
    Kind,
    ReceiptRecord,
    ReceiptType,
)
from app.billing.reference import document_number, payment_reference
from app.core.money import Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.spool.envelope import PlainBatch, build
from app.spool.manifest import BatchHeader
from app.spool.share import FolderShare

SAMPLE = Path(__file__).parent / "sample_batch"
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
NOW = datetime(2026, 4, 15, 17, 20, 11, tzinfo=UTC)
DAY = date(2026, 4, 15)


def clock() -> FixedClock:
    return FixedClock(NOW)


def customer(reference: str = "P000000001", **changes: Any) -> CustomerRecord:
    record = CustomerRecord(
        record_no=1,
        action=Action.ADD,
        customer_ref=reference,
        payer_type=PayerType.PATIENT,
        given_names="Example",
        family_name="Visitor",
        addr1="1 Test Street",
        addr3="London",
        country="GB",
    )
    return replace(record, **changes)


def invoice(serial: int = 1, *, pence: int = 80_000, **changes: Any) -> InvoiceRecord:
    doc_no = document_number("R1H", 2026, serial)
    amount = Money(pence)
    record = InvoiceRecord(
        record_no=1,
        doc_type=DocType.INVOICE,
        doc_no=doc_no,
        line_no=1,
        doc_date=DAY,
        due_date=DAY,
        customer_ref="P000000001",
        description="Hospital treatment",
        service_from=DAY,
        service_to=DAY,
        unit_price=amount,
        net_amount=amount,
        gross_amount=amount,
        gl_company="R1H",
        gl_account="4310",
        gl_cost_centre="OVSX01",
        payment_reference=payment_reference(doc_no),
    )
    return replace(record, **changes)


def credit(of: InvoiceRecord, serial: int = 900_001, **changes: Any) -> InvoiceRecord:
    record = replace(
        of,
        doc_type=DocType.CREDIT_NOTE,
        doc_no=document_number("R1H", 2026, serial),
        related_doc_no=of.doc_no,
        description="Correction: charge not due",
        unit_price=-of.unit_price,
        net_amount=-of.net_amount,
        gross_amount=-of.gross_amount,
    )
    return replace(record, **changes)


def receipt(number: int = 1, *, pence: int = 80_000, **changes: Any) -> ReceiptRecord:
    record = ReceiptRecord(
        record_no=1,
        receipt_type=ReceiptType.RECEIPT,
        receipt_no=f"R1HR{number:06d}",
        receipt_date=DAY,
        method=Method.CARD_TERMINAL,
        customer_ref="P000000001",
        amount=Money(pence),
    )
    return replace(record, **changes)


def refund(of: ReceiptRecord, number: int = 101, **changes: Any) -> ReceiptRecord:
    record = replace(
        of,
        receipt_type=ReceiptType.REFUND,
        receipt_no=f"R1HR{number:06d}",
        amount=-of.amount,
        original_receipt_no=of.receipt_no,
    )
    return replace(record, **changes)


@dataclass(slots=True)
class Sender:
    """A device's chain: each batch takes the next number and the hash of the one before."""

    provider: str = "R1H"
    device: str = "D07"
    mode: Mode = Mode.TEST
    sequence_no: int = 0
    previous: str = FIRST
    seed: int = 1
    ids: SeededIds = field(init=False)

    def __post_init__(self) -> None:
        self.ids = SeededIds(int.from_bytes(self.device.encode()) + self.seed, clock())

    def batch(
        self,
        customers: Sequence[CustomerRecord] = (),
        invoices: Sequence[InvoiceRecord] = (),
        receipts: Sequence[ReceiptRecord] = (),
        **header: Any,
    ) -> PlainBatch:
        self.sequence_no += 1
        made = build(
            replace(
                BatchHeader(
                    mode=self.mode,
                    batch_id=self.ids.new(),
                    provider_code=self.provider,
                    device_code=self.device,
                    sequence_no=self.sequence_no,
                    previous_manifest_sha256=self.previous,
                    created_utc="2026-04-15T17:05:00Z",
                ),
                **header,
            ),
            [replace(row, record_no=place) for place, row in enumerate(customers, 1)],
            [replace(row, record_no=place) for place, row in enumerate(invoices, 1)],
            [replace(row, record_no=place) for place, row in enumerate(receipts, 1)],
        )
        self.previous = made.manifest_sha256
        return made

    def usual(self, number: int) -> PlainBatch:
        """A batch of one new customer with an invoice and its payment, told apart by number."""
        reference = f"P{number:09d}"
        return self.batch(
            [customer(reference)],
            [invoice(number, customer_ref=reference)],
            [receipt(number, customer_ref=reference)],
        )


def put(batch: PlainBatch, share: FolderShare) -> None:
    """Lay a batch on the share as it is, without the sender's care."""
    for name, data in batch.all_files:
        share.write_new(name, data)


def ledger_at(folder: Path, mode: Mode = Mode.TEST) -> Ledger:
    return open_ledger(
        str(folder / "ledger.db"), mode=mode, ids=SeededIds(7, clock()), clock=clock()
    )


def customer_on(ledger: LedgerBook, ref: str, provider: str = "R1H") -> CustomerRecord | None:
    """A customer as the ledger keeps them."""
    return ledger.page(provider, Wanted(customers=frozenset([ref]))).customer(ref)


def document_on(
    ledger: LedgerBook, doc_no: str, provider: str = "R1H"
) -> tuple[InvoiceRecord, ...]:
    """A document's lines as the ledger keeps them."""
    return ledger.page(provider, Wanted(documents=frozenset([doc_no]))).document(doc_no)


def receipt_on(ledger: LedgerBook, number: str, provider: str = "R1H") -> ReceiptRecord | None:
    """A receipt as the ledger keeps it."""
    return ledger.page(provider, Wanted(receipts=frozenset([number]))).receipt(number)


def credited_on(ledger: LedgerBook, doc_no: str, provider: str = "R1H") -> Money:
    """What credit notes on the ledger take off a document."""
    return ledger.page(provider, Wanted(credited=frozenset([doc_no]))).credited(doc_no)


def post(
    ledger: LedgerBook,
    customers: Sequence[CustomerRecord] = (),
    documents: Sequence[Sequence[InvoiceRecord]] = (),
    receipts: Sequence[ReceiptRecord] = (),
    *,
    provider: str = "R1H",
    batch_no: str = "SL2026-000001",
) -> None:
    """Put records on the ledger as a batch would."""
    page = ledger.page(provider, Wanted(customers=frozenset(one.customer_ref for one in customers)))
    for one in customers:
        page.keep_customer(one, *contents(Kind.CUSTOMERS, [one.to_row()]))
    for lines in documents:
        page.add_document(lines, contents(Kind.INVOICES, [line.to_row() for line in lines]))
    for money in receipts:
        page.add_receipt(money, *contents(Kind.RECEIPTS, [money.to_row()]))
    new = page.take_new()
    ledger.in_turn(provider, lambda: ledger.post(provider, new, batch_no))


def table_rows(ledger: Ledger, sql: str) -> list[dict[str, Any]]:
    """What a table of the ledger holds, asked past its doors."""
    with ledger.atomic():
        found = ledger._engine.connection.exec_driver_sql(sql)
        return [dict(row._mapping) for row in found]
