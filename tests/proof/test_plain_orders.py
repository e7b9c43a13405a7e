"""Plain batches in every order there is, into a real ledger: one end of all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest

from app.core.money import Money
from app.hub.file_engine import FileEngine
from app.hub.ledger import Ledger
from app.hub.sqlite_steps import LEDGER
from app.hub.tables import metadata, trusts
from app.spool.envelope import PlainBatch
from app.spool.intake import Outcome, intake
from app.spool.outbound import read_answers
from app.spool.share import FolderShare
from app.store import key_file
from app.store.database import open_file
from tests.hub.test_many_at_once import alike
from tests.spool.made import (
    Sender,
    clock,
    credit,
    customer,
    invoice,
    ledger_at,
    put,
    receipt,
    refund,
    table_rows,
)

pytestmark = pytest.mark.slow
BATCHES = 6
DEVICES = ("D01", "D02")


class UndoableEngine(FileEngine):
    """A ledger in a file whose transactions can still be undone, within one around them all."""

    def turn(self) -> AbstractContextManager[object]:
        """A transaction, or a part of one."""
        within = self.connection.in_transaction()
        return self.connection.begin_nested() if within else super().turn()

    act = ask = turn


@dataclass(slots=True)
class Orders:
    """All orders in which batches can arrive; what ledger and share hold is walked on from once.

    Two beginnings that left the same behind, every row and every file, go on alike.
    """

    ledger: Ledger
    folder: Path
    ends: set[str] = field(default_factory=set)
    walked: dict[str, int] = field(default_factory=dict)

    def walk(self, share: Path, left: tuple[PlainBatch, ...]) -> int:
        """Let each of those left arrive next, from the same ledger; returns how many orders."""
        held = self._held(share)
        if held not in self.walked:
            if not left:
                self._end(share)
            self.walked[held] = sum(self._next(share, one, left) for one in left) or 1
        return self.walked[held]

    def _next(self, share: Path, batch: PlainBatch, left: tuple[PlainBatch, ...]) -> int:
        with self.ledger.engine.connection.begin_nested() as undone:
            longer = self._copy(share, f"share{len(left)}")
            put(batch, FolderShare(longer))
            intake(FolderShare(longer), self.ledger, clock())
            orders = self.walk(longer, tuple(one for one in left if one is not batch))
            undone.rollback()
        return orders

    def _held(self, share: Path) -> str:
        """Every row but the count of the trust's turns, and every file."""
        tables = [table.name for table in metadata.sorted_tables if table is not trusts]
        rows = {
            name: sorted(map(repr, table_rows(self.ledger, f"SELECT * FROM {name}")))
            for name in tables
        }
        files = sorted((path.name, path.read_bytes()) for path in share.iterdir())
        return sha256(repr((rows, files)).encode()).hexdigest()

    def _end(self, share: Path) -> None:
        """Everything is answered; come once more, it changes nothing."""
        answers = [
            (device, one.sequence_no, one.status, one.rejects)
            for device in DEVICES
            for one in read_answers(FolderShare(share), provider="R1H", device=device).found
        ]
        assert len(answers) == BATCHES
        end = repr((answers, self._told()))
        self.ends.add(end)
        again = intake(FolderShare(share), self.ledger, clock())
        assert [one.outcome for one in again.taken] == [Outcome.DUPLICATE] * BATCHES
        assert repr((answers, self._told())) == end

    def _told(self) -> str:
        return repr((alike(self.ledger), self.ledger.totals()))

    def _copy(self, share: Path, name: str) -> Path:
        rmtree(self.folder / name, ignore_errors=True)
        return Path(copytree(share, self.folder / name, copy_function=os.link))


def six_batches() -> list[PlainBatch]:
    """Two desks, three batches each: bills, then corrections and money back, then rows refused."""
    made = []
    for number, device in enumerate(DEVICES, 1):
        sender, ref, first = Sender(device=device), f"P{number}", number * 10
        bill = invoice(first, pence=12_345, customer_ref=ref)
        paid = receipt(first, pence=12_345, customer_ref=ref)
        part: dict[str, Any] = {
            name: Money(-2_345) for name in ("unit_price", "net_amount", "gross_amount")
        }
        back = refund(paid, 100 + first, amount=Money(-2_345))
        made += [
            sender.batch([customer(ref)], [bill], [paid]),
            sender.batch([], [credit(bill, 900_000 + first, **part)], [back]),
            sender.batch([], [invoice(first + 1, customer_ref=ref, currency="EUR")], []),
        ]
    return made


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger_at(tmp_path).close()
    path = tmp_path / "ledger.db"
    keys = key_file.read(path.with_name("ledger.db.key.json"))
    file = open_file(path, keys.unlock(lambda: None), LEDGER, salt=keys.salt)
    opened = Ledger(UndoableEngine(file))
    yield opened
    opened.close()


def test_h10_every_order_of_six_plain_batches_gives_the_same_ledger(
    ledger: Ledger, tmp_path: Path, proof: Callable[[str], None]
) -> None:
    batches = six_batches()
    empty = tmp_path / "share"
    empty.mkdir()
    orders = Orders(ledger, tmp_path)
    with ledger.engine.connection.begin() as undone:
        assert orders.walk(empty, tuple(batches)) == 720
        undone.rollback()
    assert len(orders.ends) == 1
    proof(f"720 orders of {BATCHES} plain batches, one ledger at the end of all")
