"""A batch taken into PostgreSQL, half of it known, against COPY and ON CONFLICT.

`python -m benchmarks.intake` from the root of the repository. Goals: at least 1.5 times as fast as
the peer; the same batch again at most 5 % of the first time; a record at most 1.3 times as dear
into a ledger of 1,000,000 as into one of 10,000. The batch has 10,000 records (3,000 customers,
4,000 bills of one line, 3,000 receipts), every second ten of them on the ledger already.

Ours is `recoup intake` without starting a process: manifest, hashes, counts and sums, every row
judged, and the answer on the share. The peer (`intake_peer`) does the same by COPY to temporary
tables and INSERT ... ON CONFLICT DO NOTHING, handed our own reading of the files. Ours does not
read what stands already, and judges and sends rows while the server is at work on those before:
the peer waits for each of its statements. So a machine whose other core is taken shows less of the
difference. In neither does Python look for rings meanwhile.

Each contestant has a process of its own and each round a fresh copy of the same database, whose
pages the server has written out before; rounds alternate, each contestant begins every second,
and the best counts. After each round every row of every table and the answer on the share are
compared. The server is started on this machine for the race with the settings it came with but
for its data in memory, so that no disk is measured; both commit alike.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
import time
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryDirectory

import psycopg
from psycopg import sql

from app.hub.tables import metadata
from app.spool.envelope import sha256
from app.spool.intake import Outcome, intake
from app.spool.share import FolderShare
from benchmarks.intake_batches import (
    CLOCK,
    FIRST_DEVICE,
    SECOND_DEVICE,
    batch,
    fill,
    lay,
    ledger,
)
from benchmarks.intake_peer import merge
from benchmarks.runners import answer, ask, end, start
from tests.hub.postgres import Server, server

RECORDS, ROUNDS, SIZE_ROUNDS = 10_000, 25, 10
SIZES = (1_000, 10_000, 100_000, 1_000_000)
_HASHED = sql.SQL("SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {} t")
GOALS = {"ratio": 1.5, "again": 0.05, "growth": 1.3}


def main() -> None:
    """Compare, race, grow, report one JSON line."""
    with server() as running, TemporaryDirectory() as place:
        ours, peer = (start(sys.executable, "-m", "benchmarks.intake", who) for who in _WHO)
        try:
            base = _ledger(running, Path(place), holds=RECORDS)
            times: dict[str, list[float]] = {"ours": [], "again": [], "peer": []}
            runners = {"ours": ours, "peer": peer}
            for number in range(ROUNDS):
                left: list[dict[str, str]] = []
                for who in sorted(runners, reverse=bool(number % 2)):
                    url, folder = running.copy(base), Path(place) / f"{who}{number}"
                    found = _round(runners[who], url, folder)
                    for name, seconds in found.items():
                        times[name].append(seconds)
                    left.append(_left(url, folder))
                    _clear(running, url, folder)
                if left[0] != left[1]:
                    raise SystemExit(f"They left other things: nothing measured.\n{left}")
            best = {name: min(found) for name, found in times.items()}
            grown, heavy = _growth(ours, running, Path(place))
        finally:
            end(ours)
            end(peer)
    reached = {
        "ratio": round(best["peer"] / best["ours"], 2),
        "again": round(best["again"] / best["ours"], 4),
        "growth": round(grown[1_000_000] / grown[10_000], 2),
    }
    print(f"records a second: ours {RECORDS / best['ours']:.0f}, ", end="", file=sys.stderr)
    print(f"COPY and ON CONFLICT {RECORDS / best['peer']:.0f}", file=sys.stderr)
    line = {
        "benchmark": "intake",
        **reached,
        "goals": GOALS,
        "bytes_a_record": heavy,
        "microseconds_a_record": {size: round(s / RECORDS * 1e6, 1) for size, s in grown.items()},
        "met": reached["ratio"] >= GOALS["ratio"]
        and reached["again"] <= GOALS["again"]
        and reached["growth"] <= GOALS["growth"],
    }
    print(json.dumps(line))


def _growth(ours: Popen[str], running: Server, place: Path) -> tuple[dict[int, float], int]:
    """The best time for the same batch by what a ledger holds; rounds go through all sizes."""
    bases = {size: _ledger(running, place, holds=size) for size in SIZES}
    best = dict.fromkeys(SIZES, float("inf"))
    for number in range(SIZE_ROUNDS):
        for size, base in bases.items():
            url, folder = running.copy(base), place / f"grown{size}-{number}"
            best[size] = min(best[size], _round(ours, url, folder)["ours"])
            _clear(running, url, folder)
    largest = SIZES[-1]
    with psycopg.connect(bases[largest]) as connection:
        found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return best, found[0] // largest if found else 0


def _ledger(running: Server, place: Path, *, holds: int) -> str:
    """A database that knows half of the batch, to be copied for each round."""
    url = running.new_database()
    known = batch(FIRST_DEVICE, min(RECORDS // 2, holds))
    fill(url, place / f"known{holds}-{url.rpartition('_')[2]}", known, holds=holds)
    return url


def _round(runner: Popen[str], url: str, folder: Path) -> dict[str, float]:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")  # what the copying left to be written is no part of it
    lay(batch(SECOND_DEVICE, RECORDS), folder)
    ask(runner, f"{url} {folder}")
    found: dict[str, float] = json.loads(answer(runner))
    return found


def _left(url: str, folder: Path) -> dict[str, str]:
    """Every row of every table, and the answer on the share, as hashes."""
    (written,) = folder.glob("*_ACK.json")
    found = {written.name: sha256(written.read_bytes())}
    with psycopg.connect(url) as connection:
        for table in metadata.tables:
            named = _HASHED.format(sql.Identifier(table))
            found[table] = str(connection.execute(named).fetchone())
    return found


def _clear(running: Server, url: str, folder: Path) -> None:
    shutil.rmtree(folder)
    running.drop(url)


def _ours(url: str, folder: Path) -> dict[str, float]:
    with ledger(url) as opened:
        share = FolderShare(folder)
        begun = time.perf_counter()
        (taken,) = intake(share, opened, CLOCK).taken
        first = time.perf_counter()
        (once_more,) = intake(share, opened, CLOCK).taken
        seconds, again = first - begun, time.perf_counter() - first
        if (taken.outcome, once_more.outcome) != (Outcome.ACCEPTED, Outcome.DUPLICATE):
            raise SystemExit(f"{taken.outcome}, {once_more.outcome}: {taken.reasons[:3]}")
        return {"ours": seconds, "again": again}


def _peer(url: str, folder: Path) -> dict[str, float]:
    share = FolderShare(folder)
    with psycopg.connect(url) as connection:
        gc.disable()  # as ours does while it takes a batch
        begun = time.perf_counter()
        merge(share, connection, CLOCK)
        gc.enable()
        seconds = time.perf_counter() - begun
    return {"peer": seconds}


_WHO = {"ours": _ours, "peer": _peer}


def _serve(who: str) -> None:
    for line in sys.stdin:
        url, folder = line.split()
        print(json.dumps(_WHO[who](url, Path(folder))), flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1]) if len(sys.argv) > 1 else main()
