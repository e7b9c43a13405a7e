"""Work in a process of its own: the same as here, refusals and all; and it may end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest

from app.core.aside import GoingOn, Here, Stopped
from app.core.errors import BadInput, Known, NotAllowed
from app.library.fonts import load_fonts
from app.library.templates import load_letter_words
from app.library.workbook import read_price_file
from app.services import trust_settings
from app.services.press import Press
from app.store import audit
from app.worker import Worker, WorkFault
from tests.desks import make_desk
from tests.services.price_files import PRICES


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker("tests")
    yield made
    made.close()


def _refuse(known: Known) -> None:
    raise known


def _break() -> None:
    raise ZeroDivisionError("ours")


def _die() -> None:
    os._exit(3)


def _wait(path: Path) -> None:
    path.touch()
    Event().wait()


def _wait_for(path: Path) -> None:
    while not path.exists():
        time.sleep(0.01)


def _in_steps(count: int, going_on: GoingOn) -> str:
    done = [number for number in range(count) if going_on(number, count)]
    return f"{len(done)} of {count}"


def test_work_is_done_in_another_process(worker: Worker) -> None:
    there = worker.do(os.getpid)
    assert there != os.getpid()
    assert worker.do(os.getpid) == there


def test_a_price_file_reads_there_as_it_reads_here(worker: Worker) -> None:
    reading = partial(read_price_file, PRICES, "prices.csv")
    assert worker.do(reading) == Here().do(reading)


@pytest.mark.parametrize(
    "known",
    [BadInput("bad_file", "Choose another.", "file"), NotAllowed("Ask."), Stopped()],
)
def test_a_refusal_comes_back_as_it_was(worker: Worker, known: Known) -> None:
    with pytest.raises(type(known)) as refused:
        worker.do(partial(_refuse, known))
    assert refused.value.as_dict() == known.as_dict()
    assert str(refused.value) == str(known)


def test_a_fault_says_where_it_was(worker: Worker) -> None:
    with pytest.raises(WorkFault, match=r"(?s)_break.*ZeroDivisionError: ours"):
        worker.do(_break)
    assert worker.do(partial(abs, -3)) == 3


def test_a_result_that_no_pipe_takes_is_a_fault(worker: Worker) -> None:
    with pytest.raises(WorkFault, match="pickle"):
        worker.do(partial(Thread, name="not to be sent"))
    assert worker.do(partial(abs, -3)) == 3


def test_it_says_how_far_it_is(worker: Worker) -> None:
    told: list[tuple[int, int]] = []
    said = worker.do_in_steps(partial(_in_steps, 3), lambda done, of: told.append((done, of)))
    assert said == "3 of 3"
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_work_that_nobody_wants_any_more_is_ended(worker: Worker, tmp_path: Path) -> None:
    before, begun = worker.do(os.getpid), tmp_path / "begun"
    with pytest.raises(Stopped, match="Nothing was kept"):
        worker.do(partial(_wait, begun), lambda: not begun.exists())
    with pytest.raises(Stopped):
        worker.do_in_steps(partial(_in_steps, 3), lambda _done, _of: None, lambda: False)
    assert worker.do(os.getpid) != before


def test_a_process_that_dies_is_one_sentence_and_the_next_work_is_done(worker: Worker) -> None:
    with pytest.raises(Known, match="nothing of it was kept") as ended:
        worker.do(_die)
    assert ended.value.code == "work_ended"
    assert worker.do(partial(abs, -3)) == 3


def test_one_closed_or_begun_before_its_time_works_on() -> None:
    worker = Worker("tests")
    worker.wait_until_ready()
    first = worker.do(os.getpid)
    worker.wait_until_ready()
    assert worker.do(os.getpid) == first
    worker.close()
    worker.close()
    assert worker.do(os.getpid) != first
    worker.close()


def test_work_is_done_here_until_a_process_that_prepares_is_ready(tmp_path: Path) -> None:
    worker = Worker("tests", partial(_wait_for, tmp_path / "go"))
    assert worker.do(os.getpid) == os.getpid()
    assert worker.do_in_steps(partial(_in_steps, 2), lambda _done, _of: None) == "2 of 2"
    (tmp_path / "go").touch()
    worker.wait_until_ready()
    assert worker.do(os.getpid) != os.getpid()
    worker.close()


def test_one_that_dies_as_it_prepares_leaves_the_work_here() -> None:
    worker = Worker("tests", _die)
    assert worker.do(os.getpid) == os.getpid()
    with pytest.raises(EOFError):
        worker.wait_until_ready()
    assert worker.do(os.getpid) == os.getpid()
    worker.close()


def test_work_here_is_asked_between_steps_whether_it_is_wanted() -> None:
    told: list[int] = []
    said = Here().do_in_steps(
        partial(_in_steps, 4), lambda done, _of: told.append(done), lambda: len(told) < 3
    )
    assert said == "2 of 4"
    with pytest.raises(Stopped):
        Here().do(_break, lambda: False)


def test_a_press_beside_draws_the_very_same_page(worker: Worker, tmp_path: Path) -> None:
    desk = make_desk(tmp_path, user="admin")
    form = trust_settings.letterhead(desk)
    here = trust_settings.letterhead_page(desk, form)
    desk.press = Press(load_fonts, load_letter_words, worker)
    assert trust_settings.letterhead_page(desk, form) == here
    assert audit.verify(desk.db).sound
    desk.db.close()
