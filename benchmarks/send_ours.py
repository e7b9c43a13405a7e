"""Recoup's sender as a contestant: `python -m benchmarks.send_ours SCRATCH`.

Each line of input names a folder made by `send_data`; it is sealed and sent to a folder beside it,
read back, and the seconds and the peak of memory above a bare interpreter come out.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def peak() -> float:
    """The most memory this process ever held, in MiB."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """A round a line."""
    bare = peak()
    from app.machine import FixedClock
    from app.opening import open_desk
    from app.services import dispatching, meeting, signin
    from app.spool.share import FolderShare
    from benchmarks.send_data import MOMENT, PASSWORD

    for line in sys.stdin:
        folder, record = line.split()
        share_folder = Path(folder).parent / "share"
        share_folder.mkdir(exist_ok=True)
        desk = open_desk(Path(folder), clock=FixedClock(MOMENT))
        signin.sign_in(desk, "clerk", PASSWORD)
        share = FolderShare(share_folder)
        start = time.perf_counter()
        if record == "record":
            dispatching.record(desk)
        dispatching.seal_waiting(desk)
        meeting.send(desk, share)  # each file flushed, and read back
        seconds = time.perf_counter() - start
        size = sum(path.stat().st_size for path in share_folder.iterdir())
        desk.db.close()
        print(json.dumps({"seconds": seconds, "bytes": size, "mib": peak() - bare}), flush=True)


if __name__ == "__main__":
    main()
