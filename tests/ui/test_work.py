"""Lanes: off the window's thread, in order, surviving every error."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.errors import BadInput, Known
from ui.changes import Changes
from ui.collecting import Collector
from ui.work import Inline, Lane


class Screen(QObject):
    """Keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.threads: list[int] = []

    def show(self, value: object) -> None:
        self.seen.append(value)
        self.threads.append(threading.get_ident())


@pytest.fixture
def faults() -> list[BaseException]:
    return []


@pytest.fixture
def lane(qapp: object, faults: list[BaseException]) -> Iterator[Lane]:
    made = Lane("records", faults.append)
    yield made
    made.close()


def _refuse() -> object:
    raise BadInput("bad_date", "Enter a date.")


def _break() -> object:
    raise ZeroDivisionError("ours")


def test_work_runs_elsewhere_and_its_result_arrives_here(qtbot: QtBot, lane: Lane) -> None:
    screen = Screen()
    lane.run(threading.get_ident, then=screen.show)
    qtbot.waitUntil(lambda: bool(screen.seen))
    assert screen.seen[0] != threading.get_ident()
    assert screen.threads == [threading.get_ident()]


def test_work_is_done_in_the_order_asked(qtbot: QtBot, lane: Lane) -> None:
    screen = Screen()
    for number in range(200):
        lane.run(partial(abs, number), then=screen.show)
    qtbot.waitUntil(lambda: len(screen.seen) == 200)
    assert screen.seen == list(range(200))


def test_a_refusal_goes_to_the_one_who_asked(
    qtbot: QtBot, lane: Lane, faults: list[BaseException]
) -> None:
    screen, refused = Screen(), Screen()
    lane.run(_refuse, then=screen.show, failed=refused.show)
    qtbot.waitUntil(lambda: bool(refused.seen))
    assert isinstance(refused.seen[0], Known)
    assert not screen.seen
    assert not faults


def test_a_refusal_nobody_waits_for_is_not_lost(
    qtbot: QtBot, lane: Lane, faults: list[BaseException]
) -> None:
    lane.run(_refuse)
    qtbot.waitUntil(lambda: bool(faults))
    assert isinstance(faults[0], Known)


def test_a_lane_outlives_a_fault(qtbot: QtBot, lane: Lane, faults: list[BaseException]) -> None:
    screen = Screen()
    lane.run(_break, then=screen.show, failed=screen.show)
    lane.run(lambda: "still here", then=screen.show)
    qtbot.waitUntil(lambda: bool(screen.seen))
    assert screen.seen == ["still here"]
    assert isinstance(faults[0], ZeroDivisionError)


def test_a_result_for_a_closed_screen_is_dropped(qtbot: QtBot, lane: Lane) -> None:
    gone, open_screen = Screen(), Screen()
    held = threading.Event()
    lane.run(held.wait, then=gone.show)
    from shiboken6 import delete

    delete(gone)
    held.set()
    lane.run(lambda: 1, then=open_screen.show)
    qtbot.waitUntil(lambda: bool(open_screen.seen))


def test_closing_finishes_what_was_asked_before(qapp: object, faults: list[BaseException]) -> None:
    done: list[int] = []
    lane = Lane("records", faults.append)
    for number in range(50):
        lane.run(partial(done.append, number))
    lane.close(last=lambda: done.append(-1))
    assert done == [*range(50), -1]
    lane.close()
    with pytest.raises(RuntimeError):
        lane.run(lambda: None)


def test_inline_runs_at_once() -> None:
    seen: list[object] = []
    runner = Inline()
    runner.run(lambda: 3, then=seen.append)
    runner.run(_refuse, failed=seen.append)
    runner.run(lambda: 4)
    assert seen[0] == 3
    assert isinstance(seen[1], Known)
    with pytest.raises(ZeroDivisionError):
        runner.run(_break)
    runner.close(last=lambda: seen.append("closed"))
    assert seen[-1] == "closed"


def test_one_broadcast_follows_a_commit(qtbot: QtBot, lane: Lane) -> None:
    changes = Changes()
    with qtbot.waitSignal(changes.changed):
        lane.run(lambda: None, then=lambda _: changes.changed.emit())


class Leaves:
    """Something that says in which thread it was let go."""

    def __init__(self, seen: list[int]) -> None:
        self._seen = seen
        self.ring: object = None

    def __del__(self) -> None:
        self._seen.append(threading.get_ident())

    def work(self) -> int:
        return 1

    def take(self, _: int) -> None:
        """The window's part."""


def test_what_a_lane_worked_on_is_let_go_in_the_windows_thread(lane: Lane, qtbot: QtBot) -> None:
    gone: list[int] = []
    for _ in range(50):
        leaves = Leaves(gone)
        lane.run(leaves.work, leaves.take)
        del leaves
    qtbot.waitUntil(lambda: len(gone) == 50, timeout=5000)
    assert set(gone) == {threading.get_ident()}


def test_cycles_are_collected_in_the_windows_thread_alone(lane: Lane, qtbot: QtBot) -> None:
    gone: list[int] = []

    def fills_memory() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            held.append([held])

    held: list[object] = []
    collector = Collector()
    try:
        assert not gc.isenabled()
        leaves = Leaves(gone)
        leaves.ring = leaves
        del leaves
        lane.run(fills_memory)
        qtbot.waitUntil(lambda: len(gone) == 1, timeout=5000)
    finally:
        collector.close()
    assert gone == [threading.get_ident()]
    assert gc.isenabled()


def test_a_lane_that_waits_for_something_dead_is_left_to_end_with_the_program(
    qtbot: QtBot,
) -> None:
    dead = threading.Event()
    stuck = Lane("stuck", faults=print)
    stuck.run(dead.wait)
    stuck.close(patience=0.05)
    with pytest.raises(RuntimeError, match="closed"):
        stuck.run(dead.wait)
    dead.set()


def at_rest(qtbot: QtBot, lane: Lane) -> Screen:
    """Once the lane has worked and has nothing to do."""
    screen = Screen()
    lane.run(lambda: None, then=screen.show)
    qtbot.waitUntil(lambda: bool(screen.seen))
    screen.seen.clear()
    screen.threads.clear()
    return screen


def test_what_is_quick_is_handed_back_before_the_call_returns(qtbot: QtBot, lane: Lane) -> None:
    screen = at_rest(qtbot, lane)
    lane.run(threading.get_ident, then=screen.show, patience=10)
    assert screen.seen[0] != threading.get_ident()
    assert screen.threads == [threading.get_ident()]


def test_what_is_slow_is_waited_for_no_longer_and_comes_once(qtbot: QtBot, lane: Lane) -> None:
    screen, slow = at_rest(qtbot, lane), threading.Event()
    lane.run(slow.wait, then=screen.show, patience=0.001)
    assert screen.seen == []
    lane.run(lambda: "next", then=screen.show, patience=10)  # the lane is not at rest: no waiting
    assert screen.seen == []
    slow.set()
    qtbot.waitUntil(lambda: len(screen.seen) == 2)
    assert screen.seen == [True, "next"]


def test_what_is_done_at_the_last_moment_is_handed_back_once(qtbot: QtBot, lane: Lane) -> None:
    screen, never = at_rest(qtbot, lane), threading.Event()
    for number in range(300):
        wait = number % 5 / 10_000

        def work(number: int = number, wait: float = wait) -> int:
            never.wait(wait)
            return number

        lane.run(work, then=screen.show, patience=0.000_2)
        if number not in screen.seen:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: len(screen.seen) >= 300)
    assert screen.seen == list(range(300))
