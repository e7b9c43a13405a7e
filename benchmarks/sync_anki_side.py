"""One of two machines of `benchmarks.sync_anki` that meet at once, each in a process of its own.

`python -m benchmarks.sync_anki_side`. A line names a folder, which side of it this is and what it
writes; when it has, `ready` comes out. A line with a moment of the clock lets it begin then: it
meets the share again and again until something of the other has come. When that was, how many
meetings it took and what it holds come out. A line `more` is one more meeting; `end` ends a round.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from app.services import meeting
from app.services.desk import Desk
from app.spool.share import FolderShare
from benchmarks import sync_anki_ours as ours

_LONGEST = 30.0  # seconds


def main() -> None:
    """A round after another."""
    for line in sys.stdin:
        asked = json.loads(line)
        folder = Path(asked["folder"])
        if asked["side"] == "A":
            ours.prepare(folder, asked["notes"])
        desk = ours.opened(folder, asked["side"])
        share = FolderShare(folder / "share")
        meeting.meet(desk, share)  # it has been on since before they went apart
        ours.edit(desk, asked["edits"])
        _say("ready")
        _meet(desk, share)
        desk.db.close()
        _say("ended")


def _meet(desk: Desk, share: FolderShare) -> None:
    begin = json.loads(sys.stdin.readline())
    while time.perf_counter() < begin:
        pass
    meetings, came = 0, 0
    while not came:
        came += _took(meeting.meet(desk, share))
        meetings += 1
        if time.perf_counter() > begin + _LONGEST:
            raise SystemExit("nothing of the other has come")
    while True:
        ended = time.perf_counter()
        _say({"ended": ended, "syncs": meetings, "refused": 0, "held": ours.held(desk)})
        if sys.stdin.readline().strip() == "end":
            return
        _took(meeting.meet(desk, share))
        meetings += 1


def _took(met: meeting.Met) -> int:
    if met.put_aside:
        raise SystemExit("an envelope was not believed")
    return sum(one.envelopes for one in met.took)


def _say(said: Any) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
