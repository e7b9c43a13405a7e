"""Finance's side for ever: turns in order, patience with what is away, an end when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice, pairwise
from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.library.share import load_share_terms, load_watch_terms
from app.machine import FixedClock, SeededRandomness
from app.spool.share import FolderShare, Share, ShareUnavailable
from app.spool.terms import WatchTerms
from app.spool.watching import Pass, Rhythm, Stopped, StoppingShare, watch
from tests.spool.made import Sender, clock, put


@dataclass
class World:
    """A share, a clock that moves as is waited, and what happens meanwhile."""

    share: Share
    clock: FixedClock = field(default_factory=clock)
    waits: list[float] = field(default_factory=list)
    at_wait: dict[int, Callable[[], object]] = field(default_factory=dict)
    stop_at: int = 1_000
    turns: int = 0
    faults: dict[int, Known] = field(default_factory=dict)

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.clock.set(self.clock.now() + timedelta(seconds=seconds))
        self.at_wait.get(len(self.waits), lambda: None)()
        return len(self.waits) >= self.stop_at

    def turn(self) -> int:
        self.turns += 1
        fault = self.faults.get(self.turns)
        if fault is not None:
            raise fault
        return self.turns

    def watch(self) -> Iterator[Pass[int]]:
        return watch(
            self.turn,
            self.share,
            Rhythm(
                clock=self.clock,
                chance=SeededRandomness(1),
                wait=self.wait,
                watch=WatchTerms(every=60, glance=5),
                share=load_share_terms(),
            ),
        )


@pytest.fixture
def world(share: FolderShare) -> World:
    return World(share)


def test_a_turn_is_taken_each_interval(world: World) -> None:
    passes = list(islice(world.watch(), 3))
    assert [one.number for one in passes] == [1, 2, 3]
    assert (passes[1].at - passes[0].at).total_seconds() == 60
    assert world.waits == [5.0] * 24


def test_a_new_file_on_the_share_is_taken_at_the_next_glance(
    world: World, share: FolderShare
) -> None:
    world.at_wait[2] = lambda: put(Sender().usual(1), share)
    first, second = islice(world.watch(), 2)
    assert (second.at - first.at).total_seconds() == 10


def test_our_own_answers_are_no_reason_for_a_turn(world: World) -> None:
    stem = Sender().usual(1).stem
    world.at_wait[1] = lambda: world.share.write_new(stem.acknowledgement, b"{}")
    world.at_wait[2] = lambda: world.share.write_new(stem.rejects, b"")
    first, second = islice(world.watch(), 2)
    assert (second.at - first.at).total_seconds() == 60


def test_what_is_away_is_tried_again_ever_less_often_and_its_age_is_known(world: World) -> None:
    away = Known("ledger_unavailable", "The ledger cannot be used.", "ledger")
    world.faults = dict.fromkeys(range(2, 6), away)
    passes = list(islice(world.watch(), 6))
    assert [one.fault is None for one in passes] == [True, False, False, False, False, True]
    assert passes[4].standing.failing_since == passes[1].at
    gaps = [(b.at - a.at).total_seconds() for a, b in pairwise(passes[1:])]
    assert gaps == sorted(gaps)
    assert gaps[0] >= 11
    assert passes[5].standing.failing_since is None


def test_a_share_that_is_not_there_is_waited_for_from_the_first_turn(tmp_path: Path) -> None:
    world = World(FolderShare(tmp_path / "later"))
    world.at_wait[1] = lambda: (tmp_path / "later").mkdir()
    first, second = islice(world.watch(), 2)
    assert isinstance(first.fault, ShareUnavailable)
    assert second.done == 1


def test_a_share_lost_at_a_glance_is_told_by_the_next_turn(world: World, folder: Path) -> None:
    world.at_wait[1] = lambda: folder.rmdir()
    first, second = islice(world.watch(), 2)
    assert (second.at - first.at).total_seconds() == 5
    assert isinstance(second.fault, ShareUnavailable)


@pytest.mark.parametrize("fault", [Known("wrong_mode", "Another ledger."), BadInput("x", "Y.")])
def test_a_wrong_set_up_ends_at_the_first_turn(world: World, fault: Known) -> None:
    world.faults = {1: fault}
    with pytest.raises(Known) as told:
        list(world.watch())
    assert told.value is fault


def test_later_faults_of_a_place_are_waited_for_and_wrong_input_is_not(world: World) -> None:
    world.faults = {2: Known("disk_fault", "The disk refused."), 3: BadInput("x", "Y.")}
    passes = world.watch()
    assert [next(passes).fault is None for _ in range(2)] == [True, False]
    with pytest.raises(BadInput):
        next(passes)


def test_it_ends_when_asked_while_it_waits(world: World) -> None:
    world.stop_at = 3
    assert len(list(world.watch())) == 1
    assert world.turns == 1


def test_it_ends_when_asked_in_the_middle_of_a_turn_between_two_reads(
    world: World, folder: Path
) -> None:
    wanted: list[bool] = []
    share = StoppingShare(world.share, lambda: bool(wanted))
    put(Sender().usual(1), FolderShare(folder))
    (name, *_) = share.list()
    assert share.exists(name)
    assert share.read(name)
    wanted.append(True)
    share.write_new("RECOUP-x", b"finished")
    share.sweep("RECOUP")
    assert world.share.exists("RECOUP-x")
    for look in (share.list, lambda: share.exists(name), lambda: share.read(name)):
        with pytest.raises(Stopped):
            look()
    world.share = share
    assert list(world.watch()) == []
    assert world.turns == 0


def test_the_shelf_says_how_often_finance_looks() -> None:
    terms = load_watch_terms()
    assert 0 < terms.glance < terms.every
