"""Recoup's side of `benchmarks.sync_anki`: two officers' machines and a folder for a share.

`python -m benchmarks.sync_anki_ours`. A line names a folder and what each side writes; a
round's figures come out. A note is a registration of 25 answers with its patient: every
second one has its patient's telephone or e-mail changed, the others their officer or site.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from app.machine import FixedClock
from app.opening import open_desk
from app.services import dispatching, disputes, meeting, signin
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.share import FolderShare
from benchmarks.send_data import MOMENT, fill
from benchmarks.sync_anki_at_once import became
from tests.desks import PASSWORD
from tests.services.sealed import machine, made_up_trust

Edit = tuple[int, int, str]  # the note, its field, what is written
Held = dict[str, str]
MOST = 20
SIDES = {"A": ("D01", "officer"), "B": ("D02", "senior")}
_FIELDS = {
    "patients": ("phone", "email"),
    "registrations": ("assigned_to", "site"),
}
_KEYS = {"patients": ("patient_id", "p-{0}"), "registrations": ("registration_id", "r-{0:07d}")}
_SEEN = (
    "SELECT phone, email FROM patients ORDER BY patient_id",
    "SELECT assigned_to, site FROM registrations ORDER BY registration_id",
)


def main() -> None:
    """A round a line; the folder's first round makes what all begin with."""
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(_round(Path(asked["folder"]), asked["notes"], asked["edits"])), flush=True)


def _round(folder: Path, notes: int, planned: dict[str, list[Edit]]) -> dict[str, Any]:
    prepare(folder, notes)
    share = FolderShare(folder / "share")
    sides = {side: opened(folder, side) for side in SIDES}
    recorded = [edit(desk, planned[side]) for side, desk in sides.items()]
    meetings, seconds = _converge(sides, share)
    found = held(sides["A"])  # on both sides the same
    for desk in sides.values():
        desk.db.close()
    return {
        "seconds": seconds,
        "syncs": meetings,
        "recorded": max(recorded),
        **became(found, planned),
    }


def prepare(folder: Path, notes: int) -> None:
    """A folder with the share and both machines, alike; what it is copied from is made once."""
    base = folder.parent / "ours-base"
    if not base.exists():
        _begin_alike(base, notes)
    shutil.copytree(base, folder)


def _begin_alike(base: Path, notes: int) -> None:
    """A thousand registrations on one machine, and by the share on the other."""
    trust = made_up_trust(base)
    desks = [machine(trust, device, Duty.OFFICER, user=user) for device, user in SIDES.values()]
    fill(desks[0], notes)
    for desk in (*desks, *desks, *desks):
        meeting.meet(desk, trust.share)
    for desk in desks:
        desk.db.close()


def opened(folder: Path, side: str) -> Desk:
    """One side's machine, somebody signed in."""
    device, user = SIDES[side]
    desk = open_desk(folder / device / "desk", clock=FixedClock(MOMENT))
    signin.sign_in(desk, user, PASSWORD)
    _ = desk.law.pack  # the window has it by then
    return desk


def edit(desk: Desk, edits: list[Edit]) -> float:
    """What somebody changes there, away from the other; returns how long recording it took.

    The window records soon after a piece of work, share or no share (`ui/models/exchange.py` and
    `resources/share.toml`): by the time the two meet again that was done.
    """
    with desk.db.atomic():
        for note, field, value in edits:
            table = ("patients", "registrations")[note // 2 % 2]
            key, about = _KEYS[table]
            desk.db.execute(
                f"UPDATE {table} SET {_FIELDS[table][field]} = ? WHERE {key} = ?",
                (f"<{value}>", about.format(note)),
            )
    begun = time.perf_counter()
    dispatching.record(desk)
    return time.perf_counter() - begun


def _converge(sides: dict[str, Desk], share: FolderShare) -> tuple[int, float]:
    """One side, the other, and again, until both hold the same; how often, in what time."""
    meetings, seconds = 0, 0.0
    while not meetings or held(sides["A"]) != held(sides["B"]):
        begun = time.perf_counter()
        met = meeting.meet(sides["AB"[meetings % 2]], share)
        seconds += time.perf_counter() - begun
        meetings += 1
        if met.put_aside or meetings > MOST:
            raise SystemExit("an envelope was not believed, or the machines do not converge")
    return meetings, seconds


def held(desk: Desk) -> Held:
    """What a machine holds: what stands there, and its conflict cards as an officer sees them."""
    stands = "\n".join(str(tuple(row)) for query in _SEEN for row in desk.db.each(query))
    cards = "\n".join(
        f"{one.about} {one.table} {one.column} {sorted(str(side.value) for side in one.sides)}"
        for one in disputes.open_conflicts(desk)
    )
    return {"stands": stands, "told": cards}


if __name__ == "__main__":
    main()
