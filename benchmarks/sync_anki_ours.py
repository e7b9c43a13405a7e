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
from app.services import disputes, meeting, signin
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.share import FolderShare
from benchmarks.send_data import MOMENT, fill
from tests.desks import PASSWORD
from tests.services.sealed import machine, made_up_trust

Edit = tuple[int, int, str]  # the note, its field, what is written
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
        told = json.loads(line)
        print(json.dumps(_round(Path(told["folder"]), told["notes"], told["edits"])), flush=True)


def _round(folder: Path, notes: int, planned: dict[str, list[Edit]]) -> dict[str, Any]:
    base = folder.parent / "ours-base"
    if not base.exists():
        _begin_alike(base, notes)
    shutil.copytree(base, folder)
    share = FolderShare(folder / "share")
    sides = {side: _opened(folder, side) for side in SIDES}
    for side, desk in sides.items():
        _edit(desk, planned[side])
    meetings, seconds = _converge(sides, share)
    stands, held = _stands(sides["A"]), _held(sides["A"])  # on both sides the same
    for desk in sides.values():
        desk.db.close()
    missing = [
        sum(f"<{value}>" not in found for side in planned.values() for _, _, value in side)
        for found in (stands, held)
    ]
    return {
        "seconds": seconds,
        "syncs": meetings,
        "edits": sum(map(len, planned.values())),
        "told_as_dispute": missing[0] - missing[1],
        "lost": missing[1],
    }


def _begin_alike(base: Path, notes: int) -> None:
    """A thousand registrations on one machine, and by the share on the other."""
    trust = made_up_trust(base)
    desks = [machine(trust, device, Duty.OFFICER, user=user) for device, user in SIDES.values()]
    fill(desks[0], notes)
    for desk in (*desks, *desks, *desks):
        meeting.meet(desk, trust.share)
    for desk in desks:
        desk.db.close()


def _opened(folder: Path, side: str) -> Desk:
    device, user = SIDES[side]
    desk = open_desk(folder / device / "desk", clock=FixedClock(MOMENT))
    signin.sign_in(desk, user, PASSWORD)
    _ = desk.law.pack  # the window has it by then
    return desk


def _edit(desk: Desk, edits: list[Edit]) -> None:
    with desk.db.atomic():
        for note, field, value in edits:
            table = ("patients", "registrations")[note // 2 % 2]
            key, about = _KEYS[table]
            desk.db.execute(
                f"UPDATE {table} SET {_FIELDS[table][field]} = ? WHERE {key} = ?",
                (f"<{value}>", about.format(note)),
            )


def _converge(sides: dict[str, Desk], share: FolderShare) -> tuple[int, float]:
    """One side, the other, and again, until both hold the same; how often, in what time."""
    meetings, seconds = 0, 0.0
    while not meetings or _held(sides["A"]) != _held(sides["B"]):
        begun = time.perf_counter()
        met = meeting.meet(sides["AB"[meetings % 2]], share)
        seconds += time.perf_counter() - begun
        meetings += 1
        if met.put_aside or meetings > MOST:
            raise SystemExit("an envelope was not believed, or the machines do not converge")
    return meetings, seconds


def _held(desk: Desk) -> str:
    return _stands(desk) + _told(desk)


def _stands(desk: Desk) -> str:
    return "\n".join(str(tuple(row)) for query in _SEEN for row in desk.db.each(query))


def _told(desk: Desk) -> str:
    """What the conflict cards say, as an officer sees them."""
    return "\n".join(
        f"{one.about} {one.table} {one.column} {sorted(str(side.value) for side in one.sides)}"
        for one in disputes.open_conflicts(desk)
    )


if __name__ == "__main__":
    main()
