"""A PostgreSQL that dies while eight intakes copy rows into it: what is left is what one would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from itertools import cycle
from pathlib import Path

import psycopg
import pytest

from app.spool.share import FolderShare
from tests.hub.postgres import Server, programs, server
from tests.hub.takers import AT_ONCE, take
from tests.hub.test_many_at_once import alike, check_invariants, lay_out, opened
from tests.spool.killer import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX thing"),
]

BILLS = 300  # of a batch: enough that a COPY can be met in the middle
DEATHS = 6  # by turns of a backend, with which the others go, and of the whole server
PATIENCE = 240.0  # seconds for what takes a few: a hang is told, and not waited for
_COPIES = "SELECT pid FROM pg_stat_progress_copy"


@pytest.fixture
def own() -> Iterator[Server]:
    """A server that only this test has, for it dies."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed here: there is no initdb (see installer/setup.sh)")
    with server() as running:
        yield running


def held_in_a_copy(running: Server, until: float) -> int | None:
    """The process of a backend stopped in the middle of a COPY; None where it is over by then."""
    with psycopg.connect(running.url("postgres"), autocommit=True) as watch:
        while time.monotonic() < until:
            for (pid,) in watch.execute(_COPIES).fetchall():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGSTOP)
                    if (pid,) in watch.execute(_COPIES).fetchall():
                        return int(pid)
                    os.kill(pid, signal.SIGCONT)
    return None


def is_there(running: Server) -> bool:
    """Whether it answers, or has put right what a death left and does so again."""
    with suppress(psycopg.OperationalError):
        psycopg.connect(running.url("postgres")).close()
        return True
    return False


def begin_again(running: Server, until: float) -> None:
    """Start it once the last of the dead one's processes let go of what they share."""
    while time.monotonic() < until:
        with suppress(RuntimeError):
            running.start()
            return
        time.sleep(0.2)
    raise AssertionError("the server does not start again")


def kill(running: Server, whom: str, backend: int, until: float) -> None:
    """SIGKILL to the backend in its COPY, or to the server above it."""
    above = running.postmaster
    os.kill(above if whom == "postmaster" else backend, signal.SIGKILL)
    if whom == "postmaster":
        os.kill(backend, signal.SIGKILL)  # it stands still, and would keep the others' memory
        begin_again(running, until)


def test_h10_a_server_killed_in_mid_copy_under_eight_intakes_leaves_what_one_run_would(
    own: Server, tmp_path: Path, proof: Callable[[str], None]
) -> None:
    folders = tmp_path / "many", tmp_path / "alone"
    for folder in folders:
        folder.mkdir()
        batches = lay_out(FolderShare(folder), bills=BILLS)
    many = own.new_database()
    opened(many).close()  # the tables are there: it is copying that is met
    until = time.monotonic() + PATIENCE
    command = [sys.executable, "-m", "tests.hub.takers", many, str(folders[0]), "0", "1", "dies"]
    died = {"backend": 0, "postmaster": 0}
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as takers:
        for whom in cycle(died):
            if sum(died.values()) == DEATHS or takers.poll() is not None:
                break
            assert time.monotonic() < until
            if not is_there(own):
                time.sleep(0.05)
                continue
            with suppress(psycopg.OperationalError):
                backend = held_in_a_copy(own, min(until, time.monotonic() + 5))
                if backend is not None:
                    kill(own, whom, backend, until)
                    died[whom] += 1
        said, complaint = takers.communicate(timeout=PATIENCE)
    assert takers.returncode == 0, complaint
    assert min(died.values()) >= 2, (died, "too few deaths in mid-COPY: make the batches larger")
    alone = own.new_database()
    take(alone, folders[1])
    with opened(many) as ledger, opened(alone) as other:
        assert ledger.totals() == other.totals()
        assert alike(ledger) == alike(other)
        check_invariants(ledger, folders[0])
        proof(
            f"intakes at once {AT_ONCE}, batches {batches}; killed in mid-COPY {died}; "
            f"{said.splitlines()[-1]}; lost 0, twice 0; {asdict(ledger.totals())}"
        )
