"""A ledger made before trusts shared one opens, keeps every record, and leaves a copy behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from app.billing.book import Tip
from app.billing.records import CustomerRecord, InvoiceRecord, ReceiptRecord, columns
from app.core.money import Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.sqlite_steps import LEDGER
from app.hub.tables import metadata
from app.machine import SeededIds
from app.spool.intake import Outcome
from app.spool.share import FolderShare
from app.store import crypto, key_file, meta
from app.store.database import Database, create_file
from app.store.key_file import Protection
from app.store.schema import Schema
from tests.spool.made import (
    Sender,
    clock,
    credit,
    credited_on,
    customer,
    customer_on,
    document_on,
    invoice,
    put,
    receipt,
    receipt_on,
    table_rows,
)
from tests.spool.test_intake import take

BEFORE = Schema(LEDGER.name, LEDGER.steps[:1])
PAID = receipt(1, provider_ref="TID1-99")
BILLS = (invoice(1), invoice(1, line_no=2), invoice(2))


def _put(database: Database, table: str, values: dict[str, Any]) -> None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)


def _cells(record: CustomerRecord | InvoiceRecord | ReceiptRecord, skip: int = 0) -> dict[str, Any]:
    kept = {name: getattr(record, name) for name in columns(record)[skip:]}
    pence = {name: cell.pence for name, cell in kept.items() if isinstance(cell, Money)}
    texts = {name: str(cell) for name, cell in kept.items() if not isinstance(cell, Money | int)}
    return kept | texts | pence


def old_ledger(folder: Path) -> None:
    """What the program before this one left: no trust in any key."""
    key, salt = crypto.new_key(), crypto.new_salt()
    path = folder / "ledger.db"
    keys = key_file.make(
        folder / "ledger.db.key.json",
        key,
        mode=Mode.TEST,
        store_id="old",
        salt=salt,
        protection=Protection(),
    )

    def fill(database: Database) -> None:
        meta.put(database, meta.STORE_ID, "old")
        meta.put(database, meta.MODE, Mode.TEST.value)
        _put(database, "customers", _cells(customer(), 2))
        _put(database, "customers", _cells(customer("P2"), 2))
        for line in (*BILLS, credit(invoice(2), 900_001)):
            _put(database, "documents", {**_cells(line), "ledger_batch_no": "SL2026-000001"})
        _put(database, "receipts", {**_cells(PAID), "ledger_batch_no": "SL2026-000001"})
        _put(
            database,
            "batches",
            {
                "stem": "RECOUP_R1H_D07_20260415_000001",
                "batch_id": "an id",
                "manifest_sha256": "a" * 64,
                "provider_code": "R1H",
                "device_code": "D07",
                "sequence_no": 1,
                "status": "ACCEPTED",
                "ledger_batch_no": "SL2026-000001",
                "received_utc": "2026-04-15T17:20:11Z",
                "acknowledgement": b"{}",
                "rejects": None,
            },
        )
        _put(
            database,
            "chains",
            {
                "provider_code": "R1H",
                "device_code": "D07",
                "sequence_no": 1,
                "manifest_sha256": "a" * 64,
            },
        )
        _put(database, "batch_numbers", {"year": 2026, "last": 1})
        _put(database, "codes", {"field": "gl_account", "code": "4310"})
        _put(database, "periods", {"first_day": "2026-04-01", "last_day": "2026-04-30"})

    create_file(path, key, BEFORE, fill=fill, salt=salt, then=lambda: key_file.write(keys)).close()


def opened(folder: Path) -> Ledger:
    return open_ledger(
        str(folder / "ledger.db"), mode=None, ids=SeededIds(7, clock()), clock=clock()
    )


def test_an_old_ledger_opens_with_all_it_held_and_a_copy_beside_it(tmp_path: Path) -> None:
    old_ledger(tmp_path)
    with opened(tmp_path) as ledger:
        assert (tmp_path / "ledger.db.before-upgrade-0001_the_ledger").exists()
        totals = ledger.totals()
        assert (totals.batches, totals.customers, totals.documents) == (1, 2, 3)
        assert (totals.charged_pence, totals.credited_pence) == (240_000, -80_000)
        assert totals.received_pence == PAID.amount.pence
        assert customer_on(ledger, "P000000001") == customer()
        assert customer_on(ledger, "P2") == customer("P2")
        assert document_on(ledger, BILLS[0].doc_no) == (BILLS[0], BILLS[1])
        assert credited_on(ledger, BILLS[2].doc_no) == Money(-80_000)
        assert receipt_on(ledger, PAID.receipt_no) == PAID
        assert ledger.tip("R1H", "D07") == Tip(1, "a" * 64)
        assert ledger.knows_batch("R1H", "an id")
        assert ledger.check_integrity() == ()


def test_what_an_old_ledger_holds_is_known_when_it_comes_again(tmp_path: Path) -> None:
    old_ledger(tmp_path)
    share_folder = tmp_path / "share"
    share_folder.mkdir()
    share = FolderShare(share_folder)
    sender = Sender(sequence_no=1, previous="a" * 64)
    outside = date(2026, 5, 1)
    put(sender.batch([customer()], BILLS, [PAID]), share)
    put(
        sender.batch(
            [], [invoice(7, gl_account="9"), invoice(8, doc_date=outside, due_date=outside)]
        ),
        share,
    )
    with opened(tmp_path) as ledger:
        before = ledger.totals()
        first, second = take(share, ledger).taken
        assert first.outcome is Outcome.ACCEPTED
        assert first.answer is not None
        assert first.answer.ledger_batch_no == "SL2026-000002"
        assert [reason.reason_code for reason in second.reasons] == ["E205", "E206"]
        assert ledger.totals().documents == before.documents
        assert ledger.totals().received_pence == before.received_pence


def test_an_upgraded_file_has_the_columns_that_the_statements_name(tmp_path: Path) -> None:
    old_ledger(tmp_path)
    with opened(tmp_path) as ledger, ledger.atomic():
        found = inspect(ledger._engine.connection)
        for table in metadata.sorted_tables:
            columns_there = [column["name"] for column in found.get_columns(table.name)]
            assert columns_there == [column.name for column in table.c], table.name
            key = found.get_pk_constraint(table.name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key], table.name
        assert table_rows(ledger, "PRAGMA foreign_key_check") == []
