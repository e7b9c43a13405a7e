"""Records what waits in a store, and what that takes of memory; run by test_recording_much.py."""

from __future__ import annotations

import sys
from pathlib import Path

from app.machine import FixedClock
from app.opening import open_desk
from app.services import dispatching
from app.services.signin import act_as
from benchmarks.send_data import MOMENT
from benchmarks.send_ours import peak


def record(folder: str) -> tuple[int, float]:
    """How many records were written, and the MiB above what an open store holds."""
    desk = open_desk(Path(folder), clock=FixedClock(MOMENT))
    act_as(desk, "clerk")
    bare = peak()
    written = dispatching.record(desk)
    desk.db.close()
    return written, peak() - bare


if __name__ == "__main__":
    print(*record(sys.argv[1]))
