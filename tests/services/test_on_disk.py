"""Every answer is on the disk when the act returns: a kill right after takes nothing (H10)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.machine import FixedClock
from app.opening import open_desk
from app.services import holding, registration, signin, stays
from app.services.casefile import case_file
from app.services.desk import Desk
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

# What an officer keeps in the panels of a case, one act after another, and as many as are wanted.
OFFICER = """
import os, signal, sys
from pathlib import Path
from app.machine import FixedClock, SystemIds
from app.opening import open_desk
from app.services import documents, holding, needs, signin, stays
from tests.desks import MORNING, PASSWORD, add_visitor, register_visitor
from tests.ui.officer_cases import record_form

desk = open_desk(Path(sys.argv[1]), clock=FixedClock(MORNING), ids=SystemIds())
signin.sign_in(desk, "officer", PASSWORD)
patient = add_visitor(desk)
here = register_visitor(desk, patient)
mother = add_visitor(desk, family_name="Adeyemi").patient_id
passport = documents.PaperShown(type_code="passport")
wanted = needs.Needs(interpreter="Yoruba", formats=(), safe_contact="", safe_number="", not_to="")
kept = [
    lambda: stays.set_stay(desk, here, first="1/3/26", last="8/3/26", ward=""),
    lambda: stays.answer_from(desk, here, "s2_protection", ("claimed_pending",), since="4/3/26"),
    lambda: stays.link_family(desk, here, relation="parent", patient_id=mother),
    lambda: holding.rest_letters(desk, here, "dispute", "Asked for a review."),
    lambda: documents.note(desk, here, passport),
    lambda: needs.record(desk, patient.patient_id, wanted),
    lambda: record_form(desk, here),
]
for act in kept[: int(sys.argv[2])]:
    act()
os.write(1, here.encode())
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.slow
def test_h10_what_was_answered_before_a_kill_is_there_after_it(
    tmp_path: Path, made_once: Path
) -> None:
    for acts in range(8):
        with _after_a_death(CLERK, made_once, tmp_path / str(acts), acts) as (desk, here):
            kept = answers.history(desk.db, here)
            assert tuple(row.question_id for row in kept) == QUESTIONS[: min(acts, 6)]
            state = registrations.get(desk.db, here).state
            assert state == ("parked" if acts == 7 else "draft")
            signin.sign_in(desk, "clerk", PASSWORD)
            step = registration.resume(desk, here)
            assert step.place in (Place.LADDER, Place.VISITOR)
            assert len(step.answered) == min(acts, 4)


@pytest.mark.slow
def test_h10_what_an_officer_kept_in_a_panel_before_a_kill_is_there_after_it(
    tmp_path: Path, made_once: Path
) -> None:
    for acts in range(8):
        with _after_a_death(OFFICER, made_once, tmp_path / str(acts), acts) as (desk, here):
            signin.sign_in(desk, "officer", PASSWORD)
            time, case = stays.time_inside(desk, here), case_file(desk, here)
            found = (
                time.recorded,
                bool(time.dated),
                bool(time.family),
                any(line.since for line in holding.rests(desk, here)),
                bool(case.evidence),
                case.patient.interpreter == "Yoruba",
                any(one.icon == "stethoscope" for one in case.timeline),
            )
            assert found == tuple(place < acts for place in range(7))


@contextmanager
def _after_a_death(
    script: str, original: Path, folder: Path, acts: int
) -> Iterator[tuple[Desk, str]]:
    """A copy of a desk on which a program died after so many acts; which registration it was."""
    _copy(original, folder)
    here = _die_after(script, folder, acts)
    desk = open_desk(folder, clock=FixedClock(MORNING))
    try:
        assert audit.verify(desk.db).sound
        yield desk, here
    finally:
        desk.db.close()


def _copy(original: Path, folder: Path) -> None:
    folder.mkdir()
    for file in original.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())


def _die_after(script: str, folder: Path, acts: int) -> str:
    died = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(acts)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == -9, died.stderr
    return died.stdout
