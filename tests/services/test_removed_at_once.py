"""Two officers' machines work the same long list off at the same moment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from app.machine import FixedClock
from app.opening import open_desk
from app.replica.record import Subject
from app.services import meeting, retention
from app.services.desk import Desk
from app.services.signin import act_as
from app.spool.roster import Duty
from app.store import journal, quarantine
from tests.services.sealed import MadeUpTrust, machine
from tests.services.test_redetermining import resident
from tests.services.test_removal_travels import TWO_YEARS, hold
from tests.services.test_whole_cases import free
from tests.services.work import add_second_admin, seated
from tests.spool.killer import ROOT
from tests.store.test_replica import picture

MANY, WITH_COPIES = 250, 10


def start(trust: MadeUpTrust, desk: Desk) -> subprocess.Popen[str]:
    """A process that approves the list of a machine, once it is told to."""
    with seated(desk, "admin"):
        number = retention.propose_cases(desk)
    desk.db.close()
    place, now = desk.db.path.parent, desk.clock.now().isoformat()
    command = [
        "-m",
        "tests.services.removing_child",
        place,
        trust.folder / "share",
        now,
        str(number),
    ]
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_retention_two_machines_that_remove_the_same_cases_at_once_end_alike(
    trust: MadeUpTrust, clerk: Desk, proof: Callable[[str], None]
) -> None:
    officers = [machine(trust, code, Duty.OFFICER, user="officer") for code in ("D02", "D03")]
    cases = [free(officers[0]) for _ in range(WITH_COPIES)]
    cases += [resident(officers[0]) for _ in range(MANY - WITH_COPIES + 1)]
    for desk in (*officers, clerk, *officers):
        meeting.meet(desk, trust.share)
    for desk in officers:
        add_second_admin(desk)
        desk.clock = FixedClock(desk.clock.now() + TWO_YEARS)
    hold(officers[1], cases[-1], "litigation")  # of which the other does not know
    children = [start(trust, desk) for desk in officers]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
    done = [child.communicate("go\n", timeout=300)[0] for child in children]
    assert [child.returncode for child in children] == [0, 0]
    removed = [int(said) for said in done]
    desks = [open_desk(desk.db.path.parent, clock=desk.clock) for desk in officers]
    for desk in desks:
        act_as(desk, "officer")
    for _ in range(3):
        for desk in (*desks, clerk):
            meeting.meet(desk, trust.share)
    held = cases[-1]
    for desk in desks:
        left = {one for (one,) in desk.db.tuples("SELECT registration_id FROM registrations")}
        assert left == {held}
        assert journal.unplaced(desk.db) == ()
        assert quarantine.aside(desk.db) == ()
        assert desk.db.rows("PRAGMA foreign_key_check") == []
    for subject in (Subject.CASE, Subject.PATIENT, Subject.DOCUMENT):
        (names, others) = (
            {
                (about)
                for (about,) in desk.db.tuples(
                    "SELECT about FROM journal WHERE subject = ?", (subject.value,)
                )
            }
            for desk in desks
        )
        assert names == others
        assert all(
            picture(desks[0], subject, about) == picture(desks[1], subject, about)
            for about in names
        )
    assert sum(removed) >= MANY
    proof(
        f"two machines with {MANY} cases each on a list removed {removed} of them; they ended alike"
    )
    for desk in desks:
        desk.db.close()
