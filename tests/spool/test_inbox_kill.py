"""H10: finance's side killed at every write on the way into the ledger's inbox, then run again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Unpack

import pytest

from app.spool.share import FolderShare
from tests.spool.killer import Death, Killer, Run
from tests.spool.made import Sender, customer, invoice, ledger_at, put, receipt, table_rows

pytestmark = pytest.mark.slow

NOW = "2026-04-15T17:20:11+00:00"


class World:
    """A share with two batches, a ledger and its inbox."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def copy(self, name: str) -> World:
        shutil.rmtree(self.root.parent / name, ignore_errors=True)
        return World(shutil.copytree(self.root, self.root.parent / name))

    def bring(self, killer: Killer, **death: Unpack[Death]) -> Run:
        return killer.run("bring", *self._bringing, **death)

    def warm(self, killer: Killer) -> None:
        """The same in the killer itself: later runs find read what it read."""
        killer.warm("bring", *self._bringing)

    @property
    def _bringing(self) -> tuple[object, ...]:
        return (*(self.root / name for name in ("share", "ledger/ledger.db", "inbox")), NOW)

    @property
    def inbox(self) -> dict[str, bytes]:
        """What a ledger's loader sees: no parts."""
        return {
            path.name: path.read_bytes()
            for path in (self.root / "inbox").iterdir()
            if path.suffix != ".part"
        }

    def take(self) -> dict[str, bytes]:
        """The ledger's loader takes each batch that has its control file."""
        found = self.inbox
        stems = [name.removesuffix("_CTL.json") for name in found if name.endswith("_CTL.json")]
        taken = {name: data for name, data in found.items() if name.startswith(tuple(stems))}
        for name in taken if stems else ():
            (self.root / "inbox" / name).unlink()
        return taken if stems else {}


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path / "world")
    for name in ("share", "inbox", "ledger"):
        (made.root / name).mkdir(parents=True)
    with ledger_at(made.root / "ledger"):
        pass
    sender = Sender()
    share = FolderShare(made.root / "share")
    put(sender.usual(1), share)
    put(sender.batch([customer("P2")], [invoice(2, currency="EUR")], [receipt(9)]), share)
    return made


def test_h10_killed_at_any_write_each_batch_reaches_the_ledger_once_and_whole(
    world: World,
) -> None:
    with Killer("tests.spool.steps") as killer:
        world.copy("warm").warm(killer)
        whole = world.copy("whole")
        counted = whole.bring(killer, watching=whole.root)
        points = counted.points
        assert len(whole.inbox) == 8
        assert len(points) >= 40
        for at in range(1, len(points) + 1):
            killed = world.copy("killed")
            assert killed.bring(killer, at=at) == Run(True, points[:at])
            if at in counted.deaths:  # else it leaves, byte for byte, what the death before left
                check_restart(killer, killed, whole, points[at - 1])


def check_restart(killer: Killer, killed: World, whole: World, point: str) -> None:
    """Start again after a death; the ledger took meanwhile what was there, and misses nothing."""
    first = killed.take()  # the ledger does not wait for us
    assert not killed.bring(killer).killed
    second = killed.inbox
    assert not set(first) & set(second), f"written twice after a death at {point}"
    assert first | second == whole.inbox
    with ledger_at(killed.root / "ledger") as ledger:
        states = table_rows(ledger, "SELECT state, files FROM inbox_batches")
    assert states == [{"state": "written", "files": b""}] * 2
