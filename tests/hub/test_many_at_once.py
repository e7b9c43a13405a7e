"""Eight intakes at once on one share and one server, killed at random: as if one had run alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.core.money import Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import SeededIds
from app.spool.share import FolderShare
from tests.hub.postgres import Server
from tests.hub.takers import AT_ONCE, take
from tests.spool.killer import ROOT
from tests.spool.made import (
    Sender,
    clock,
    credit,
    customer,
    invoice,
    put,
    receipt,
    refund,
    table_rows,
)

TRUSTS, DEVICES, BATCHES, KILLS = ("R1H", "RJ1"), 5, 5, 40
ALIKE = {  # what must not hang on who took what when: all but moments and the ledger's own numbers
    "customers": "*",
    "documents": "provider_code, doc_no, line_no, record_no, customer_ref, related_doc_no, "
    "gross_amount, content",
    "receipts": "provider_code, receipt_no, record_no, customer_ref, amount, content",
    "chains": "*",
    "batch_numbers": "*",
    "batches": "provider_code, stem, batch_id, manifest_sha256, status, rejects",
}


def lay_out(share: FolderShare) -> int:
    """Batches of several desks: bills, corrections, money back, rows that come back."""
    count = 0
    for trust in TRUSTS:
        for device in range(DEVICES):
            sender = Sender(provider=trust, device=f"D{device:02d}", seed=int(trust, 36))
            for number in range(BATCHES):
                serial = (device * BATCHES + number) * 10
                refs = [f"P{serial + one}" for one in range(5)]
                bills = [
                    invoice(serial + one, customer_ref=ref, gl_company=trust)
                    for one, ref in enumerate(refs, 1)
                ]
                paid = receipt(serial + 1, customer_ref=refs[0])
                back = refund(paid, 500_000 + serial, amount=Money(-5))
                money = [paid, back, receipt(serial + 2)]  # the last of a customer nobody told of
                part: dict[str, Any] = {
                    name: Money(-2_345) for name in ("unit_price", "net_amount", "gross_amount")
                }
                put(
                    sender.batch(
                        [customer(ref) for ref in refs],
                        [*bills, credit(bills[0], 900_000 + serial, **part)],
                        money,
                    ),
                    share,
                )
                count += 1
    return count


def opened(url: str) -> Ledger:
    return open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, clock()), clock=clock())


def alike(ledger: Ledger) -> dict[str, list[str]]:
    return {
        table: sorted(repr(row) for row in table_rows(ledger, f"SELECT {names} FROM {table}"))
        for table, names in ALIKE.items()
    }


@pytest.mark.slow
def test_h10_eight_intakes_killed_at_random_leave_what_one_alone_would(
    postgres: Server, tmp_path: Path, proof: Callable[[str], None]
) -> None:
    folders = tmp_path / "many", tmp_path / "alone"
    for folder in folders:
        folder.mkdir()
        batches = lay_out(FolderShare(folder))
    many, alone = postgres.new_database(), postgres.new_database()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.hub.takers", many, folders[0], str(KILLS), "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    counts = json.loads(ran.stdout.splitlines()[-1])
    take(alone, folders[1])
    with opened(many) as ledger, opened(alone) as other:
        assert ledger.totals() == other.totals()
        assert alike(ledger) == alike(other)
        check_invariants(ledger, folders[0])
        proof(
            f"intakes at once {AT_ONCE}, batches {batches}, runs {counts['runs']}, "
            f"killed {counts['killed']}; lost 0, twice 0; {asdict(ledger.totals())}"
        )
    assert counts["killed"] >= KILLS


def check_invariants(ledger: Ledger, folder: Path) -> None:
    """Numbers without gaps, each batch once, each answer on the share as the ledger gave it."""
    given = table_rows(ledger, "SELECT * FROM batches")
    for trust in TRUSTS:
        own = sorted(row["ledger_batch_no"] for row in given if row["provider_code"] == trust)
        assert own == [f"SL2026-{number:06d}" for number in range(1, len(own) + 1)]
    for row in given:
        assert (folder / f"{row['stem']}_ACK.json").read_bytes() == row["acknowledgement"]
    assert max(Counter(row["batch_id"] for row in given).values()) == 1
    assert table_rows(ledger, _OVER_CREDITED) == []
    assert table_rows(ledger, _OVER_REFUNDED) == []
    assert table_rows(ledger, _OF_NO_BATCH) == []


_OVER_CREDITED = """SELECT d.doc_no FROM documents d JOIN documents c
    ON c.provider_code = d.provider_code AND c.related_doc_no = d.doc_no
    GROUP BY d.provider_code, d.doc_no, d.gross_amount
    HAVING d.gross_amount + sum(c.gross_amount) < 0"""
_OVER_REFUNDED = """SELECT r.receipt_no FROM receipts r JOIN receipts b
    ON b.provider_code = r.provider_code AND b.original_receipt_no = r.receipt_no
    GROUP BY r.provider_code, r.receipt_no, r.amount HAVING r.amount + sum(b.amount) < 0"""
_OF_NO_BATCH = """SELECT doc_no FROM documents d WHERE NOT EXISTS (SELECT 1 FROM batches b
    WHERE b.provider_code = d.provider_code AND b.ledger_batch_no = d.ledger_batch_no)"""
