"""H10: either side killed at every write it makes, started again, and nothing lost or doubled."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Unpack

import pytest

from app.core.money import Money
from app.hub.ledger import Ledger
from app.spool.acknowledgement import disagreement
from app.spool.envelope import PlainBatch
from app.spool.outbound import read_answers
from app.spool.share import FolderShare
from tests.spool.copied_world import CopiedWorld
from tests.spool.killer import Death, Killer, Run
from tests.spool.made import (
    Sender,
    credit,
    customer,
    invoice,
    ledger_at,
    receipt,
    refund,
    table_rows,
)
from tests.spool.steps import keep, kept_batches

pytestmark = pytest.mark.slow

FIRST, LATER = "2026-04-15T17:20:11+00:00", "2026-04-16T08:00:00+00:00"
TABLES = ("chains", "customers", "documents", "receipts", "batch_numbers")
POINTS_WANTED = 50


@dataclass(frozen=True)
class Place(CopiedWorld):
    """One world: the desk's outbox, the share, the ledger."""

    @property
    def outbox(self) -> Path:
        return self.root / "outbox"

    @property
    def ledger_folder(self) -> Path:
        return self.root / "ledger"

    def send(self, killer: Killer, **death: Unpack[Death]) -> Run:
        return killer.run("send", self.outbox, self.share, **death)

    def take(self, killer: Killer, now: str, **death: Unpack[Death]) -> Run:
        return killer.run("take", *self._taking(now), **death)

    def warm(self, killer: Killer) -> None:
        """One whole exchange in the killer itself: later runs find read what it read."""
        killer.warm("send", self.outbox, self.share)
        killer.warm("take", *self._taking(FIRST))

    def _taking(self, now: str) -> tuple[object, ...]:
        return (self.share, self.ledger_folder / "ledger.db", now)


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Three batches waiting to be sent: new bills, then corrections, then rows that come back."""
    made = Place(tmp_path_factory.mktemp("kill") / "waiting")
    made.share.mkdir(parents=True)
    sender = Sender()
    bill, paid = invoice(2, pence=12_345), receipt(2, pence=12_345)
    part: dict[str, Any] = {
        name: Money(-2_345) for name in ("unit_price", "net_amount", "gross_amount")
    }
    for batch in (
        sender.batch([customer(), customer("P2")], [invoice(1), bill], [receipt(1), paid]),
        sender.batch([], [credit(bill, **part)], [refund(paid, amount=Money(-2_345))]),
        sender.batch([], [invoice(3), invoice(4, currency="EUR")], [receipt(3, customer_ref="P9")]),
    ):
        keep(batch, made.outbox)
    return made


@pytest.fixture(scope="module")
def killer(waiting: Place) -> Iterator[Killer]:
    """Every run is forked from a process that sent and took, and holds no database open."""
    with Killer("tests.spool.steps") as started:
        waiting.copy("warm").warm(started)
        yield started


@pytest.fixture
def place(waiting: Place) -> Place:
    """Those three, for one test."""
    return waiting.copy("world")


def files(share: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in share.iterdir()}


def timeless(share: Path) -> dict[str, Any]:
    """The share's files, acknowledgements without the moment they were given."""
    found: dict[str, Any] = files(share)
    for name in found:
        if name.endswith("_ACK.json"):
            found[name] = json.loads(found[name]) | {"received_utc": "?"}
    return found


def on_ledger(ledger: Ledger) -> dict[str, list[dict[str, Any]]]:
    """All that the ledger holds, save for moments."""
    found = {table: table_rows(ledger, f"SELECT * FROM {table}") for table in TABLES}
    found["batches"] = table_rows(
        ledger,
        "SELECT stem, batch_id, manifest_sha256, status, ledger_batch_no, rejects FROM batches",
    )
    return found


def answers_kept(ledger: Ledger) -> dict[str, bytes]:
    return {
        f"{row['stem']}_ACK.json": row["acknowledgement"]
        for row in table_rows(ledger, "SELECT stem, acknowledgement FROM batches")
    }


def check_after_death_of_the_desk(share: Path, batches: list[PlainBatch]) -> None:
    """Under its name a file is whole, and under a manifest all files are there."""
    found = files(share)
    for batch in batches:
        for name, data in batch.all_files:
            assert found.get(name, data) == data
        if batch.stem.manifest in found:
            assert all(name in found for name, _ in batch.files)


def test_h10_a_desk_killed_at_any_write_sends_every_batch_whole_and_once(
    killer: Killer, place: Place
) -> None:
    batches = kept_batches(place.outbox)
    whole = {name: data for batch in batches for name, data in batch.all_files}
    points = place.copy("whole").send(killer).points
    assert len(points) >= POINTS_WANTED
    for at in range(1, len(points) + 1):
        world = place.copy("killed")
        assert world.send(killer, at=at) == Run(True, points[:at])
        check_after_death_of_the_desk(world.share, batches)
        assert not world.send(killer).killed
        assert files(world.share) == whole, f"killed before point {at}, {points[at - 1]}"


def test_h10_a_desk_killed_again_and_again_still_gets_there(killer: Killer, place: Place) -> None:
    batches = kept_batches(place.outbox)
    deaths = 0
    # Five points further each time: every start gets a little more done than the last.
    while place.send(killer, at=5 + 5 * deaths).killed:
        check_after_death_of_the_desk(place.share, batches)
        deaths += 1
    assert deaths > 3
    assert files(place.share) == {n: d for batch in batches for n, d in batch.all_files}


@pytest.fixture
def whole(killer: Killer, place: Place) -> Place:
    """How the world looks when nobody is killed."""
    place.send(killer)
    done = place.copy("whole")
    assert not done.take(killer, FIRST).killed
    return done


def check_restart(killer: Killer, world: Place, whole: Place) -> None:
    """Start again, later, after a death of intake; compare with the world without deaths."""
    autopsy = world.copy("autopsy")
    shared = {name: data for name, data in files(world.share).items() if name.endswith("ACK.json")}
    if (world.ledger_folder / "ledger.db").exists():
        with ledger_at(autopsy.ledger_folder) as ledger:
            committed = answers_kept(ledger)
    else:
        committed = {}
    assert shared.items() <= committed.items()  # no answer without what it answers for
    assert not world.take(killer, LATER).killed
    assert timeless(world.share) == timeless(whole.share)
    with ledger_at(world.ledger_folder) as ledger, ledger_at(whole.ledger_folder) as other:
        assert on_ledger(ledger) == on_ledger(other)
        assert ledger.totals() == other.totals()
        kept = answers_kept(ledger)
        assert ledger.check_integrity() == ()
    assert committed.items() <= kept.items()
    assert kept == {name: files(world.share)[name] for name in kept}
    share = FolderShare(world.share)
    answers = read_answers(share, provider="R1H", device="D07")
    assert answers.unreadable == ()
    for answer, batch in zip(answers.found, kept_batches(world.outbox), strict=True):
        assert disagreement(answer, batch) is None


def test_h10_an_intake_killed_at_any_write_takes_every_batch_whole_and_once(
    killer: Killer, place: Place, whole: Place
) -> None:
    world = place.copy("counted")
    counted = world.take(killer, FIRST, watching=world.root)
    points = counted.points
    assert len(points) >= POINTS_WANTED
    for at in range(1, len(points) + 1):
        world = place.copy("killed")
        assert world.take(killer, FIRST, at=at) == Run(True, points[:at])
        if at in counted.deaths:  # else it leaves, byte for byte, what the death before left
            check_restart(killer, world, whole)


def test_h10_an_intake_killed_inside_the_commit_takes_every_batch_whole_and_once(
    killer: Killer, place: Place, whole: Place
) -> None:
    with ledger_at(place.ledger_folder):
        pass
    deaths = 0
    for past_bytes in range(1_000, 250_000, 4_700):
        world = place.copy("killed")
        if not world.take(killer, FIRST, past_bytes=past_bytes).killed:
            break
        deaths += 1
        check_restart(killer, world, whole)
    assert deaths >= 5


def test_h10_both_sides_killed_in_turn_at_every_tenth_write_end_as_if_never_killed(
    killer: Killer, place: Place, whole: Place
) -> None:
    world = place.copy("turns")
    shutil.rmtree(world.share)
    world.share.mkdir()
    at = 10
    while True:
        sending = world.send(killer, at=at)
        taking = world.take(killer, FIRST, at=at)
        if not sending.killed and not taking.killed:
            break
        at += 10
    check_restart(killer, world, whole)
