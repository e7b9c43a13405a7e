"""A store from before money could wait: its receipts and proposals are carried over."""

from __future__ import annotations

from pathlib import Path

from app.core.money import Money
from app.store import entries, invoices, numbers, proposals, receipts
from app.store.database import Database, create_file, open_file
from app.store.migrations import STORE
from app.store.schema import Schema
from tests.store.samples import ADA, AT, add_patient_of_before, with_registration
from tests.store.whole_store import customer, invoice

KEY = b"k" * 32
BEFORE = Schema(STORE.name, STORE.steps[:6])
_RECEIPT = """
    INSERT INTO receipts VALUES (?, ?, 'R1H26OV000123', 'P000001234', 'BACS', '', ?, ?,
        '2026-03-09', 'u-finance', ?)"""
_PROPOSAL = """
    INSERT INTO credit_proposals (doc_no, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?)"""
_INVOICE = """
    INSERT INTO invoices VALUES (?, ?, ?, 'r-1', 'P000001234', '{}', ?, '2026-03-09',
        '2026-03-09', 'u-senior', NULL)"""
_CUSTOMER = """
    INSERT INTO customers VALUES ('P000001234', NULL, 'r-1', '{}', ?, ?)"""
_ENTRY = """
    INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence, credit_pence, made_at)
    VALUES ('2026-03-09', 'R1H26OV000123', 'R1H26OV000123', ?, ?, ?, ?)"""


def _fill(db: Database) -> None:
    add_patient_of_before(db, ADA)
    with_registration(db)


def test_receipts_proposals_and_income_of_before_are_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with create_file(path, KEY, BEFORE, fill=_fill) as db, db.atomic():
        db.execute(_CUSTOMER, (AT, AT))
        for doc_no in ("R1H26OV000123", "R1H26OV000124"):
            db.execute(_INVOICE, (doc_no, "INV", None, 50_000))
        db.execute(_RECEIPT, ("R1HR000001", "RECEIPT", 700, None, AT))
        db.execute(_RECEIPT, ("R1HR000002", "REFUND", -300, "R1HR000001", AT))
        for doc_no, reason in (
            ("R1H26OV000123", "At first"),
            ("R1H26OV000123", "Lives here"),
            ("R1H26OV000124", "Lives here too"),
        ):
            db.execute(_PROPOSAL, (doc_no, reason, "u-finance", AT))
        db.execute(_INVOICE, ("R1H26OV900000", "CRN", "R1H26OV000124", -50_000))
        db.execute(_ENTRY, ("receivables", 50_000, 0, AT))
        db.execute(_ENTRY, ("income", 0, 50_000, AT))
        numbers.grant(db, "receipt", first=1, last=999)
    with open_file(path, KEY, STORE) as db:
        paid, back = receipts.of(db, "R1H26OV000123")
        assert (paid.amount, back.amount, back.original_receipt_no) == (
            Money(700),
            Money(-300),
            "R1HR000001",
        )
        assert receipts.given_back(db, "R1HR000001") == Money(300)
        (waiting,) = proposals.waiting(db, proposals.CREDIT_NOTE)
        assert (waiting.subject, waiting.reason, waiting.amount) == (
            "R1H26OV000123",
            "Lives here",
            Money(50_000),
        )
        (done,) = proposals.of(db, "R1H26OV000124")
        ruling = proposals.ruling_of(db, done.proposal_id)
        assert ruling is not None
        assert (ruling.approved, ruling.result_no, ruling.ruled_by) == (
            True,
            "R1H26OV900000",
            "u-senior",
        )
        assert [entry.recognised_on for entry in entries.of(db, "R1H26OV000123")] == [
            None,
            invoice().issued_on,
        ]
        assert numbers.left(db, "write_off") == 999
        assert invoices.exists(db, customer().customer_ref) is False
