"""A long made-up life of a whole trust, and whether all machines agree at its end.

    python -m tests.proof.travel --operations 50000 --seed 1
    python -m tests.proof.travel --smb --operations 400

Five desks and wards, two officers and finance work over one share that fails in every way it can,
crash, stay away for long, and have clocks that are years apart. With `--smb` the share is one of a
Samba server that the run starts, over wires that are cut and stall; machines then meet it more
often. The counts are printed as JSON; the command ends with 1 where anything was lost, doubled, or
overwritten without a word.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from tests.proof.travel_verdict import Verdict, judge
from tests.proof.travel_wire import smb_roads
from tests.proof.travel_world import World

_BUSY = 12  # on a server's share; in a folder there are operations enough


def live(folder: Path, *, operations: int, seed: int) -> Verdict:
    """One run from its beginning to where nothing moves any more, judged."""
    return _lived(World(folder, seed), operations)


def live_over_smb(folder: Path, *, operations: int, seed: int) -> Verdict:
    """The same on a server's share, over wires that break."""
    trust = folder / "trust"
    with smb_roads(folder / "server", trust / "share") as roads:
        return _lived(World(trust, seed, roads=roads, busy=_BUSY), operations)


def _lived(world: World, operations: int) -> Verdict:
    try:
        world.run(operations)
        world.settle()
        return judge(world)
    finally:
        world.close()


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(prog="python -m tests.proof.travel", description=__doc__)
    asked.add_argument("--operations", type=int, default=50_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--smb", action="store_true", help="on a real server's share")
    told = asked.parse_args()
    run = live_over_smb if told.smb else live
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        verdict = run(Path(made) / "trust", operations=told.operations, seed=told.seed)
    print(
        json.dumps(
            {
                "operations": told.operations,
                "share": "Samba, over wires that break" if told.smb else "folder",
                "seed": told.seed,
                "seconds_of_processor": round(process_time()),
                "faults": len(verdict.faults),
                "first_faults": verdict.faults[:10],
                "digest": verdict.digest,
                "counts": verdict.counts,
            },
            indent=2,
        )
    )
    return int(bool(verdict.faults))


if __name__ == "__main__":
    sys.exit(main())
