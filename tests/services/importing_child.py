"""Takes a payment file in until it is killed, saying how far it is; prints `end` when through."""

from __future__ import annotations

import sys
from pathlib import Path

from app.machine import FixedClock, SystemIds
from app.opening import open_desk
from app.services import remitting
from tests.desks import MORNING
from tests.services.statements import opened
from tests.services.work import seated


def main(folder: Path) -> None:
    """Once from the first payment to the last."""
    desk = open_desk(folder / "desk", clock=FixedClock(MORNING), ids=SystemIds())
    with seated(desk, "finance"):
        file = opened(desk, (folder / "statement.csv").read_bytes())
        done = 0
        while done < len(file.statement.lines):
            done = remitting.take_in(desk, file, first=done, at_most=1).done
            print(done, flush=True)
    desk.db.close()
    print("end", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
