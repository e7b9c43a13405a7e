"""H10: desk and finance killed with SIGKILL at every write of a real exchange, and started again.

The desk runs `recoup sync` on an encrypted demo store with waiting rows, finance `recoup intake`.
Whatever the moment of death: nothing lost, nothing doubled, the same bytes, the same totals, and
the acknowledgement taken in once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Unpack

import pytest

from app.core.money import Money
from app.core.trust import Mode
from app.demo import DEFAULT_MOMENT, live_the_morning, make_demo_desk
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.store import audit, batches, outbox
from app.store.folder import open_store
from tests.spool.copied_world import CopiedWorld
from tests.spool.killer import Death, Killer, Run
from tests.spool.made import table_rows

pytestmark = [pytest.mark.slow, pytest.mark.journey]

SENT_AT, TAKEN_AT, ANSWERED_AT = "2026-03-09T12:00:00Z", "2026-03-09T12:05:00Z", "2026-03-09T13:00Z"
RESTARTED_AT = "2026-03-10T08:00:00Z"
POINTS_WANTED = 40  # of each side: well over a hundred in all
TO_THE_END = 8  # every so many deaths the exchange is followed to its end
SUMMED = {"INV": "gross_amount", "RCP": "amount"}


@dataclass(frozen=True)
class World(CopiedWorld):
    """A desk's folder, the share, and finance's ledger."""

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def ledger(self) -> Path:
        return self.root / "finance" / "ledger.db"

    def sync(self, killer: Killer, now: str, **death: Unpack[Death]) -> Run:
        return killer.run("sync", *self._syncing(now), **death)

    def intake(self, killer: Killer, now: str, **death: Unpack[Death]) -> Run:
        return killer.run("intake", *self._taking(now), **death)

    def warm(self, killer: Killer) -> None:
        """One whole exchange in the killer itself: later runs find read what it read."""
        killer.warm("sync", *self._syncing(SENT_AT))
        killer.warm("intake", *self._taking(TAKEN_AT))
        killer.warm("sync", *self._syncing(ANSWERED_AT))

    def _syncing(self, now: str) -> tuple[object, ...]:
        return (self.data, self.share, now)

    def _taking(self, now: str) -> tuple[object, ...]:
        return (self.share, self.ledger, now)

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.share.iterdir()}

    def opened_ledger(self) -> Ledger:
        clock = FixedClock(DEFAULT_MOMENT)
        return open_ledger(str(self.ledger), mode=Mode.DEMO, ids=SeededIds(9, clock), clock=clock)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In memory where that can be: a kill takes the process, not the power, and disks are slow."""
    memory = Path("/dev/shm")
    place = memory if memory.is_dir() else tmp_path_factory.mktemp("kill")
    with TemporaryDirectory(dir=place) as made:
        yield Path(made)


@pytest.fixture(scope="module")
def waiting(worlds: Path) -> World:
    """A morning's work done, and nothing sent yet."""
    world = World(worlds / "waiting")
    world.share.mkdir(parents=True)
    desk = make_demo_desk(world.data, moment=DEFAULT_MOMENT, seed=1)
    live_the_morning(desk, seed=1)
    desk.db.close()
    return world


@pytest.fixture(scope="module")
def killer(waiting: World) -> Iterator[Killer]:
    """Every run is forked from a process that went there and back, and holds no database open."""
    with Killer("tests.journeys.steps") as started:
        waiting.copy("warm").warm(started)
        yield started


@pytest.fixture(scope="module")
def sent(killer: Killer, waiting: World) -> World:
    """The batch on the share, when nobody was killed."""
    world = waiting.copy("sent")
    assert not world.sync(killer, SENT_AT).killed
    return world


@pytest.fixture(scope="module")
def taken(killer: Killer, sent: World) -> World:
    """The acknowledgement on the share, when nobody was killed."""
    world = sent.copy("taken")
    assert not world.intake(killer, TAKEN_AT).killed
    return world


@dataclass(frozen=True)
class Told:
    """What the desk's store says of its exchange."""

    states: tuple[str, ...]
    rows: dict[str, int]
    files: dict[str, bytes]
    answered: int
    pence: dict[str, int]


def told_by(world: World) -> Told:
    db = open_store(world.data)
    try:
        assert audit.verify(db).sound
        made = batches.newest(db)
        rows = [row for state in outbox.STATES for row in outbox.in_state(db, state)]
        pence = {
            kind: Money.total(
                Money.parse(str(row.record[column])) for row in rows if row.kind == kind
            ).pence
            for kind, column in SUMMED.items()
        }
        acts = [row.happening.act for row in audit.latest(db, limit=500)]
        return Told(
            states=tuple(one.state for one in made),
            rows={state: count for state, count in outbox.counts(db).items() if count},
            files={
                name: data for one in made for name, data in batches.files_of(db, one.sequence_no)
            },
            answered=acts.count("batch_answered"),
            pence=pence,
        )
    finally:
        db.close()


def check_sent_once(world: World) -> Told:
    """One batch, with every row in it once, lying on the share as the store keeps it."""
    told = told_by(world)
    assert (told.states, told.rows) == (("sent",), {"batched": 5})
    assert world.files() == told.files
    return told


def check_the_end(killer: Killer, world: World) -> None:
    """Go on as if nothing had happened; all is acknowledged, and the sums are those of the desk."""
    world.intake(killer, RESTARTED_AT)
    for _ in range(2):
        world.sync(killer, RESTARTED_AT)
    check_ended(world)


def check_ended(world: World) -> None:
    told = told_by(world)
    assert (told.states, told.rows, told.answered) == (("acknowledged",), {"accepted": 5}, 1)
    found = world.files()
    assert set(found) - set(told.files) == {_answer(told)}
    assert {name: found[name] for name in told.files} == told.files
    with world.opened_ledger() as ledger:
        totals = ledger.totals()
        assert ledger.check_integrity() == ()
    assert (totals.batches, totals.customers, totals.documents, totals.receipts) == (1, 2, 2, 1)
    assert totals.charged_pence + totals.credited_pence == told.pence["INV"]
    assert totals.received_pence + totals.refunded_pence == told.pence["RCP"]


def _answer(told: Told) -> str:
    manifest = next(name for name in told.files if name.endswith("_MAN.json"))
    return manifest.replace("_MAN.json", "_ACK.json")


def on_ledger(world: World) -> dict[str, list[dict[str, Any]]]:
    """All rows of the ledger, save for the moment a batch was taken."""
    with world.opened_ledger() as ledger:
        found = {
            table: table_rows(ledger, f"SELECT * FROM {table}")
            for table in ("customers", "documents", "receipts", "batch_numbers", "chains")
        }
        found["batches"] = table_rows(ledger, "SELECT stem, status, ledger_batch_no FROM batches")
    return found


def test_h10_a_desk_killed_at_any_write_of_sync_sends_its_rows_whole_and_once(
    killer: Killer, waiting: World
) -> None:
    points = waiting.copy("counted").sync(killer, SENT_AT).points
    assert len(points) >= POINTS_WANTED
    for at in range(1, len(points) + 1):
        world = waiting.copy("killed")
        assert world.sync(killer, SENT_AT, at=at).killed, at
        told = told_by(world)
        if told.states:  # the number, the rows and the bytes are one transaction
            assert told.rows == {"batched": 5}
            assert (
                told.files.items()
                >= {
                    name: data for name, data in world.files().items() if ".part" not in name
                }.items()
            )
        else:
            assert (told.rows, world.files()) == ({"waiting": 5}, {})
        assert not world.sync(killer, RESTARTED_AT).killed
        again = check_sent_once(world)
        if told.states:
            assert again.files == told.files, f"other bytes after death {at}, {points[at - 1]}"
        if at % TO_THE_END == 0:
            check_the_end(killer, world)


def test_h10_finance_killed_at_any_write_of_intake_takes_the_batch_whole_and_once(
    killer: Killer, sent: World, taken: World
) -> None:
    world = sent.copy("counted")
    counted = world.intake(killer, TAKEN_AT, watching=world.root)
    points = counted.points
    assert sum(not label.startswith("CREATE") for label in points) >= POINTS_WANTED
    whole = on_ledger(taken)
    for at in range(1, len(points) + 1):
        world = sent.copy("killed")
        assert world.intake(killer, TAKEN_AT, at=at).killed, at
        if at not in counted.deaths and at % TO_THE_END:
            continue  # it leaves, byte for byte, what the death before left
        assert not world.intake(killer, RESTARTED_AT).killed
        assert on_ledger(world) == whole, f"killed before point {at}, {points[at - 1]}"
        if at % TO_THE_END == 0:
            check_the_end(killer, world)


def test_h10_a_desk_killed_while_it_takes_in_the_answer_takes_it_in_once(
    killer: Killer, taken: World
) -> None:
    points = taken.copy("counted").sync(killer, ANSWERED_AT).points
    for at in range(1, len(points) + 1):
        world = taken.copy("killed")
        assert world.sync(killer, ANSWERED_AT, at=at).killed, at
        assert told_by(world).rows in ({"batched": 5}, {"accepted": 5})
        assert not world.sync(killer, RESTARTED_AT).killed
        check_ended(world)


def test_h10_both_sides_killed_again_and_again_get_there_in_the_end(
    killer: Killer, waiting: World
) -> None:
    world = waiting.copy("turns")
    deaths, at = 0, 4
    while True:
        died = [
            world.sync(killer, SENT_AT, at=at).killed,
            world.intake(killer, TAKEN_AT, at=at).killed,
        ]
        if not any(died):
            break
        deaths += sum(died)
        at += 4
    assert deaths > 10
    world.sync(killer, ANSWERED_AT)
    check_ended(world)
