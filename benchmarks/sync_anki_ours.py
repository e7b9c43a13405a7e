"""Recoup's side of `benchmarks.sync_anki`: two officers' machines and a folder for a share.

`python -m benchmarks.sync_anki_ours`. A line names a folder and how many notes each side edits
alone; a round's figures come out. A note is a registration of 25 answers with its patient: every
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
from benchmarks.sync_edits import NOTES, Edit, edits, lost
from tests.desks import PASSWORD
from tests.services.sealed import machine, made_up_trust

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
        folder, apart = line.split()
        print(json.dumps(_round(Path(folder), int(apart))), flush=True)


def _round(folder: Path, apart: int) -> dict[str, Any]:
    base = folder.parent / "ours-base"
    if not base.exists():
        _begin_alike(base)
    shutil.copytree(base, folder)
    share = FolderShare(folder / "share")
    sides = {side: _opened(folder, side) for side in SIDES}
    for side, desk in sides.items():
        _edit(desk, edits(side, apart))
    begun = time.perf_counter()
    meetings = _converge(sides, share)
    seconds = time.perf_counter() - begun
    stands = {side: _stands(desk) for side, desk in sides.items()}
    told = {side: _told(desk) for side, desk in sides.items()}
    for desk in sides.values():
        desk.db.close()
    written = [value for side in SIDES for _, _, value in edits(side, apart)]
    return {
        "seconds": seconds,
        "syncs": meetings,
        "alike": stands["A"] == stands["B"] and told["A"] == told["B"],
        "edits": len(written),
        "told_as_dispute": lost(written, stands["A"]) - lost(written, stands["A"] + told["A"]),
        "lost": lost(written, stands["A"] + told["A"]),
    }


def _begin_alike(base: Path) -> None:
    """A thousand registrations on one machine, and by the share on the other."""
    trust = made_up_trust(base)
    desks = [machine(trust, device, Duty.OFFICER, user=user) for device, user in SIDES.values()]
    fill(desks[0], NOTES)
    _converge(dict(zip(SIDES, desks, strict=True)), trust.share)
    for desk in desks:
        desk.db.close()


def _opened(folder: Path, side: str) -> Desk:
    device, user = SIDES[side]
    desk = open_desk(folder / device / "desk", clock=FixedClock(MOMENT))
    signin.sign_in(desk, user, PASSWORD)
    return desk


def _edit(desk: Desk, planned: list[Edit]) -> None:
    with desk.db.atomic():
        for note, field, value in planned:
            table = ("patients", "registrations")[note // 2 % 2]
            key, about = _KEYS[table]
            desk.db.execute(
                f"UPDATE {table} SET {_FIELDS[table][field]} = ? WHERE {key} = ?",
                (f"<{value}>", about.format(note)),
            )


def _converge(sides: dict[str, Desk], share: FolderShare) -> int:
    """One side, the other, and again, until a meeting of each has changed nothing."""
    meetings = quiet = 0
    while quiet < len(sides):
        met = meeting.meet(sides["AB"[meetings % 2]], share)
        if met.put_aside:
            raise SystemExit("an envelope was not believed")
        took = sum(one.envelopes for one in met.took)
        quiet = 0 if met.made or met.sent or took else quiet + 1
        meetings += 1
    return meetings


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
