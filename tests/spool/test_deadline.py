"""A share that hangs is left behind: nobody waits past the deadline, and it costs one thread."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from app.spool.deadline import Abandoned, Attendant
from app.spool.share import ShareTimeout, open_share
from tests.spool.means import means

SHORT, LONG = 0.2, 30.0


@pytest.fixture
def freed() -> Iterator[Event]:
    """What a call hangs on; freed in the end, so that no thread outlives its test."""
    event = Event()
    yield event
    event.set()


def share_threads() -> int:
    return sum(thread.name == "share" for thread in threading.enumerate())


def wait_until_rested(attendant: Attendant) -> None:
    """Until the call left behind has ended."""
    for _ in range(1_000):
        try:
            attendant.do(lambda: None)
        except ShareTimeout:
            Event().wait(0.01)
        else:
            return
    raise AssertionError("the call left behind never ended")


def test_what_a_call_gives_or_raises_is_handed_back() -> None:
    attendant = Attendant(LONG, idle=LONG)
    assert attendant.do(lambda: 17) == 17
    with pytest.raises(ZeroDivisionError):
        attendant.do(lambda: 1 // 0)
    assert attendant.do(threading.current_thread) is not threading.current_thread()


def test_a_call_that_hangs_is_left_at_the_deadline_and_the_next_is_answered_at_once(
    freed: Event,
) -> None:
    attendant = Attendant(SHORT, idle=LONG)
    before = share_threads()
    with pytest.raises(ShareTimeout):
        attendant.do(lambda: freed.wait(LONG))
    patient = Attendant(LONG, idle=LONG)
    for _ in range(50):
        with pytest.raises(ShareTimeout):
            attendant.do(lambda: None)  # a wait each would take ten seconds
    assert share_threads() - before == 1
    assert patient.do(lambda: "another share is not held up") == "another share is not held up"
    freed.set()
    wait_until_rested(attendant)
    assert attendant.do(lambda: 3) == 3


def test_progress_begins_the_deadline_anew() -> None:
    attendant = Attendant(SHORT * 2, idle=LONG)

    def slowly() -> str:
        for _ in range(6):
            Event().wait(SHORT)
            attendant.progress()
        return "done"

    assert attendant.do(slowly) == "done"


def test_a_call_left_behind_ends_at_its_next_step_and_does_no_more(freed: Event) -> None:
    attendant = Attendant(SHORT, idle=LONG)
    done: list[str] = []
    ended = Event()

    def late() -> None:
        try:
            freed.wait(LONG)
            attendant.progress()
            done.append("more")
        except Abandoned:
            ended.set()
            raise

    with pytest.raises(ShareTimeout):
        attendant.do(late)
    freed.set()
    assert ended.wait(LONG)
    assert done == []


def test_what_can_be_interrupted_is_and_costs_no_thread(freed: Event) -> None:
    attendant = Attendant(SHORT, idle=LONG, interrupt=freed.set)
    with pytest.raises(ShareTimeout):
        attendant.do(lambda: freed.wait(LONG))
    assert attendant.do(lambda: 5) == 5


def test_a_thread_without_work_ends_and_lets_go_of_its_connection() -> None:
    rested = Event()
    attendant = Attendant(LONG, idle=0.01, at_rest=rested.set)
    assert attendant.do(lambda: 1) == 1
    assert rested.wait(LONG)
    assert attendant.do(lambda: 2) == 2


def test_calls_come_one_at_a_time() -> None:
    attendant = Attendant(LONG, idle=LONG)
    inside: list[int] = []
    most: list[int] = []

    def work() -> None:
        inside.append(1)
        most.append(len(inside))
        Event().wait(0.002)
        inside.pop()

    callers = [threading.Thread(target=attendant.do, args=(work,)) for _ in range(20)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert most == [1] * 20


@pytest.mark.parametrize("call", ["scandir", "lstat", "open", "write", "fsync", "link", "unlink"])
def test_h10_a_mount_that_hangs_holds_nobody_and_the_same_act_heals_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, freed: Event, call: str
) -> None:
    (tmp_path / "A.csv").write_bytes(b"a")
    (tmp_path / "A.csv.1.part").write_bytes(b"a")
    address = str(tmp_path)
    true = getattr(os, call)

    def hang(*given: object, **named: object) -> object:
        freed.wait(LONG)
        return true(*given, **named)

    before = share_threads()
    with monkeypatch.context() as mount:
        mount.setattr(os, call, hang)
        share = open_share(address, means(deadline=SHORT))
        acts: dict[str, Callable[[], object]] = {
            "scandir": share.list,
            "lstat": lambda: share.exists("A.csv"),
            "unlink": lambda: share.sweep("A"),
        }
        with pytest.raises(ShareTimeout):
            acts.get(call, lambda: share.write_new("B.csv", b"b"))()
        again = open_share(address, means(deadline=SHORT))  # as the window does each time
        for _ in range(20):
            with pytest.raises(ShareTimeout):
                again.list()
        assert share_threads() - before <= 1
        freed.set()
    for _ in range(1_000):
        try:
            again.write_new("B.csv", b"b")
            break
        except ShareTimeout:
            Event().wait(0.01)
    again.sweep("A")
    again.sweep("B")
    assert again.list() == ("A.csv", "B.csv")
