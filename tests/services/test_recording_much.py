"""Very much that people did, brought into the journal at once: bounded, and through any death."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.machine import FixedClock
from app.opening import open_desk
from benchmarks.send_data import MOMENT, make
from tests.spool.killer import ROOT, Killer

pytestmark = pytest.mark.slow

MANY, SOME = 12_000, 1_200
MOST_MIB = 16  # with the pages of the open store beside it, what sending may take: 64


def test_what_waits_is_recorded_in_bounded_memory_however_much_there_is(
    tmp_path: Path, proof: Callable[[str], None]
) -> None:
    make(tmp_path / "desk", MANY, recorded=False)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.services.recording_child", str(tmp_path / "desk")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    written, mib = ran.stdout.split()
    assert int(written) >= 2 * MANY
    assert float(mib) <= MOST_MIB
    proof(f"{written} records of {MANY} registrations: {float(mib):.1f} MiB")


def told(folder: Path) -> tuple[list[tuple[object, ...]], int]:
    """Which subjects the journal has, each with how many records, and how much waits."""
    desk = open_desk(folder, clock=FixedClock(MOMENT))
    found = desk.db.tuples(
        "SELECT subject, about, count(*) FROM journal GROUP BY subject, about ORDER BY 1, 2"
    )
    waits = int(desk.db.scalar("SELECT count(*) FROM touched"))
    desk.db.close()
    return list(found), waits


def test_h10_a_recording_killed_between_two_parts_goes_on_where_it_was(tmp_path: Path) -> None:
    made = tmp_path / "made"
    make(made, SOME, recorded=False)
    with Killer("tests.services.recording_child") as killer:
        whole = Path(shutil.copytree(made, tmp_path / "whole"))
        points = killer.run("record", whole).points
        wanted = told(whole)
        ends = set()
        for at, point in enumerate(points, 1):
            if not point.startswith("COMMIT"):
                continue
            place = tmp_path / "killed"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(made, place)
            assert killer.run("record", place, at=at).killed
            ends.add(told(place)[1])
            assert not killer.run("record", place).killed
            assert told(place) == wanted, f"killed before point {at}, {point}"
    assert len(ends) > 3, "deaths between parts"
