"""Batches for the race of intakes, and ledgers that hold half of what is in them and much else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg

from app.billing.payer import PayerType
from app.billing.payment import Method
from app.billing.records import (
    Action,
    CustomerRecord,
    DocType,
    InvoiceRecord,
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
from app.spool.intake import intake
from app.spool.manifest import BatchHeader
from app.spool.share import FolderShare

TRUST, FIRST_DEVICE, SECOND_DEVICE = "R1H", "D01", "D02"
CLOCK = FixedClock(datetime(2026, 4, 15, 17, 20, 11, tzinfo=UTC))
DAY = date(2026, 4, 15)
_CUSTOMER = CustomerRecord(
    record_no=1,
    action=Action.ADD,
    customer_ref="P",
    payer_type=PayerType.PATIENT,
    title="Ms",
    given_names="Example",
    family_name="Visitor",
    addr1="1 Test Street",
    addr3="London",
    postcode="SE1 9ZZ",
    country="GB",
    email="example@example.org",
)
_FILLER = (  # what else a ledger holds: as many customers, lines and receipts as a batch, in step
    """INSERT INTO customers SELECT '{trust}', 'F' || n, 'PATIENT', '', 'Given', 'Family', '1 Road',
        '', 'Town', '', 'AB1 2CD', 'GB', '', '', '', decode(md5(n::text), 'hex')
        FROM generate_series(1, {customers}) n""",
    """INSERT INTO documents SELECT '{trust}', 'F26OV' || n, 1, 1, 'INV', '2026-04-01',
        '2026-04-30', 'F' || 1 + n % {customers}, '', 'Hospital treatment', '2026-04-01',
        '2026-04-02', 'GBP', '1', 80000, 80000, 'E', 0, 80000, '{trust}', '4310', 'OVSX01',
        '', '', 'RF00F26OV' || n, 'SL2026-000000', decode(md5(n::text), 'hex')
        FROM generate_series(1, {lines}) n""",
    """INSERT INTO receipts SELECT '{trust}', 'FR' || n, 1, 'RECEIPT', '2026-04-01', 'BACS', '',
        'F' || 1 + n % {customers}, 'F26OV' || n, 80000, 'GBP', '', '', 'SL2026-000000',
        decode(md5(n::text), 'hex') FROM generate_series(1, {receipts}) n""",
    "ANALYZE",
)


def batch(device: str, records: int) -> PlainBatch:
    """To every ten records three customers, four bills and three receipts."""
    tens = range(1, 1 + records // 10)
    customers = [replace(_CUSTOMER, customer_ref=f"P{n}{k}") for n in tens for k in "012"]
    bills = [_bill(4 * n + k, f"P{n}{k % 3}") for n in tens for k in range(4)]
    money = [_money(3 * n + k, f"P{n}{k}", bill=4 * n + k) for n in tens for k in range(3)]
    return build(
        BatchHeader(
            mode=Mode.TEST,
            batch_id=SeededIds(ord(device[-1]), CLOCK).new(),
            provider_code=TRUST,
            device_code=device,
            sequence_no=1,
            created_utc="2026-04-15T17:05:00Z",
        ),
        [replace(row, record_no=n) for n, row in enumerate(customers, 1)],
        [replace(row, record_no=n) for n, row in enumerate(bills, 1)],
        [replace(row, record_no=n) for n, row in enumerate(money, 1)],
    )


def lay(made: PlainBatch, folder: Path) -> Path:
    """The batch as files in a folder of its own."""
    folder.mkdir(parents=True)
    for name, data in made.all_files:
        (folder / name).write_bytes(data)
    return folder


def ledger(url: str) -> Ledger:
    """The ledger there, made where there is none."""
    return open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, CLOCK), clock=CLOCK)


def fill(url: str, folder: Path, known: PlainBatch, *, holds: int) -> None:
    """A ledger that took a batch of half of what will come, and holds so many records in all."""
    with ledger(url) as opened:
        intake(FolderShare(lay(known, folder)), opened, CLOCK)
    rest = holds - sum(entry.rows for entry in known.manifest.files)
    shares = {"customers": rest * 3 // 10, "lines": rest * 4 // 10, "receipts": rest * 3 // 10}
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in _FILLER:
            if rest > 0 or statement == "ANALYZE":
                connection.execute(statement.format(trust=TRUST, **shares).encode())


def _bill(serial: int, customer_ref: str) -> InvoiceRecord:
    doc_no, amount = document_number(TRUST, 2026, serial), Money(10_000 + serial)
    return InvoiceRecord(
        record_no=1,
        doc_type=DocType.INVOICE,
        doc_no=doc_no,
        line_no=1,
        doc_date=DAY,
        due_date=DAY,
        customer_ref=customer_ref,
        description="Hospital treatment",
        service_from=DAY,
        service_to=DAY,
        unit_price=amount,
        net_amount=amount,
        gross_amount=amount,
        gl_company=TRUST,
        gl_account="4310",
        gl_cost_centre="OVSX01",
        gl_analysis1="NONEEA",
        gl_analysis2="ELEC",
        payment_reference=payment_reference(doc_no),
    )


def _money(number: int, customer_ref: str, *, bill: int) -> ReceiptRecord:
    doc_no = document_number(TRUST, 2026, bill)
    return ReceiptRecord(
        record_no=1,
        receipt_type=ReceiptType.RECEIPT,
        receipt_no=f"{TRUST}R{number:06d}",
        receipt_date=DAY,
        method=Method.CARD_TERMINAL,
        provider_ref=f"TID1-{number}",
        customer_ref=customer_ref,
        doc_no=doc_no,
        amount=Money(10_000 + bill),
        payment_reference=payment_reference(doc_no),
    )
