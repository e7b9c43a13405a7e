"""Every answer is on the disk when the act returns: a kill right after takes nothing (H10)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.machine import FixedClock
from app.opening import open_desk
from app.services import registration, signin
from app.services.registration import Place
from app.store import answers, audit, registrations
from tests.desks import MORNING, PASSWORD

ROOT = Path(__file__).parents[2]

# Registers at a desk and dies by its own kill -9 the moment the last act has returned.
CLERK = """
import os, signal, sys
from pathlib import Path
from app.machine import FixedClock, SystemIds
from app.opening import open_desk
from app.services import particulars, registration, signin
from tests.desks import MORNING, PASSWORD, add_visitor

desk = open_desk(Path(sys.argv[1]), clock=FixedClock(MORNING), ids=SystemIds())
signin.sign_in(desk, "clerk", PASSWORD)
patient = add_visitor(desk)
here = registration.begin(desk, patient.patient_id, "outpatient").registration_id
given = [
    lambda: registration.answer(desk, here, "s1_residence_12m", "abroad"),
    lambda: registration.answer(desk, here, "s1_countries_12m", ("NG",)),
    lambda: registration.answer(desk, here, "s1_document", "none"),
    lambda: registration.answer(desk, here, "s1_existing_banner", "no"),
    lambda: particulars.save_particulars(desk, here, {"leaving": "+3w"}),
    lambda: particulars.save_particulars(desk, here, {"arrived": "2/3/26"}),
    lambda: registration.park(desk, here),
]
for act in given[: int(sys.argv[2])]:
    act()
os.write(1, here.encode())
os.kill(os.getpid(), signal.SIGKILL)
"""
QUESTIONS = (
    "s1_residence_12m",
    "s1_countries_12m",
    "s1_document",
    "s1_existing_banner",
    "s2_return",
    "s2_arrived",
)


@pytest.mark.slow
def test_h10_what_was_answered_before_a_kill_is_there_after_it(
    tmp_path: Path, made_once: Path
) -> None:
    for acts in range(8):
        folder = tmp_path / str(acts)
        _copy(made_once, folder)
        here = _die_after(folder, acts)
        desk = open_desk(folder, clock=FixedClock(MORNING))
        try:
            kept = answers.history(desk.db, here)
            assert tuple(row.question_id for row in kept) == QUESTIONS[: min(acts, 6)]
            state = registrations.get(desk.db, here).state
            assert state == ("parked" if acts == 7 else "draft")
            assert audit.verify(desk.db).sound
            signin.sign_in(desk, "clerk", PASSWORD)
            step = registration.resume(desk, here)
            assert step.place in (Place.LADDER, Place.VISITOR)
            assert len(step.answered) == min(acts, 4)
        finally:
            desk.db.close()


def _copy(original: Path, folder: Path) -> None:
    folder.mkdir()
    for file in original.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())


def _die_after(folder: Path, acts: int) -> str:
    died = subprocess.run(
        [sys.executable, "-c", CLERK, str(folder), str(acts)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == -9, died.stderr
    return died.stdout
