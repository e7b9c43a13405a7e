"""Approves the list that waits at a machine, meeting the others after every few turns."""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from app.machine import FixedClock
from app.opening import open_desk
from app.services import meeting, retention
from app.services.signin import act_as
from app.spool.share import FolderShare
from tests.services.work import SECOND_ADMIN

TURNS = 6  # from one exchange to the next


def main(folder: Path, share: Path, now: str, number: int) -> None:
    """To the end of the list."""
    desk = open_desk(folder, clock=FixedClock(datetime.fromisoformat(now)))
    print("open", flush=True)
    sys.stdin.readline()
    for turn in count(1):
        act_as(desk, SECOND_ADMIN)
        certificate = retention.approve_some(desk, number)
        act_as(desk, "officer")
        if certificate is not None or turn % TURNS == 0:
            meeting.meet(desk, FolderShare(share))
        if certificate is not None:
            print(certificate.cases, flush=True)
            break
    desk.db.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
