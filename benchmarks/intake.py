"""A batch taken into PostgreSQL, half of it known, against COPY and ON CONFLICT.

`python -m benchmarks.intake` from the root of the repository. Goals: at least 1.5 times as fast as
the peer; the same batch again at most 5 % of the first time; a record at most 1.3 times as dear
into a ledger of 1,000,000 as into one of 10,000. The batch has 10,000 records (3,000 customers,
4,000 bills of one line, 3,000 receipts), every second ten of them on the ledger already.

Ours is `recoup intake` without starting a process: manifest, hashes, counts and sums, every row
judged, and the answer on the share. The peer is handed the same files and our own reading of them:
the manifest, hashes, counts, sums and rows into records with all that a row alone can show; then
COPY to temporary tables and INSERT ... ON CONFLICT DO NOTHING into the same tables with the same
keys, in one transaction with the row of the batch. It judges nothing against the ledger and writes
no answer. Ours does not read what stands already, and in neither does Python look for rings
meanwhile. The server writes what is left of the copying before the round.
Each contestant has a process of its own and each round a fresh copy of the same database; rounds
alternate, the best counts, and what both left is compared first. The server is started on this
machine for the race, its data in memory, so that no disk is measured.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
import time
from dataclasses import asdict
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryDirectory
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from app.billing.records import CustomerRecord, InvoiceRecord, Kind, ReceiptRecord
from app.hub.rows import customer_row, line_row, receipt_row
from app.spool.envelope import sha256
from app.spool.inspection import Row, inspect
from app.spool.intake import Outcome, intake
from app.spool.manifest import LARGEST_MANIFEST, read_manifest
from app.spool.share import FolderShare
from benchmarks.intake_batches import (
    CLOCK,
    FIRST_DEVICE,
    SECOND_DEVICE,
    TRUST,
    batch,
    fill,
    lay,
    ledger,
)
from benchmarks.runners import answer, ask, end, start
from tests.hub.postgres import Server, server

RECORDS, ROUNDS, SIZE_ROUNDS = 10_000, 7, 6
SIZES = (1_000, 10_000, 100_000, 1_000_000)
GOALS = {"ratio": 1.5, "again": 0.05, "growth": 1.3}


def main() -> None:
    """Compare, race, grow, report one JSON line."""
    with server() as running, TemporaryDirectory() as place:
        ours, peer = (start(sys.executable, "-m", "benchmarks.intake", who) for who in _WHO)
        try:
            base = _ledger(running, Path(place), holds=RECORDS)
            times: dict[str, list[float]] = {"ours": [], "again": [], "peer": []}
            for number in range(ROUNDS):
                mine = _round(ours, running, base, Path(place) / f"ours{number}")
                theirs = _round(peer, running, base, Path(place) / f"peer{number}")
                if mine["totals"] != theirs["totals"]:
                    raise SystemExit(f"The ledgers differ: nothing measured.\n{mine}\n{theirs}")
                times["ours"].append(mine["seconds"])
                times["again"].append(mine["again"])
                times["peer"].append(theirs["seconds"])
            best = {name: min(found) for name, found in times.items()}
            grown, heavy = _growth(ours, running, Path(place))
        finally:
            end(ours)
            end(peer)
    found = {
        "ratio": round(best["peer"] / best["ours"], 2),
        "again": round(best["again"] / best["ours"], 4),
        "growth": round(grown[1_000_000] / grown[10_000], 2),
    }
    print(f"records a second: ours {RECORDS / best['ours']:.0f}, ", end="", file=sys.stderr)
    print(f"COPY and ON CONFLICT {RECORDS / best['peer']:.0f}", file=sys.stderr)
    line = {
        "benchmark": "intake",
        **found,
        "goals": GOALS,
        "bytes_a_record": heavy,
        "microseconds_a_record": {size: round(s / RECORDS * 1e6, 1) for size, s in grown.items()},
        "met": found["ratio"] >= GOALS["ratio"]
        and found["again"] <= GOALS["again"]
        and found["growth"] <= GOALS["growth"],
    }
    print(json.dumps(line))


def _growth(ours: Popen[str], running: Server, place: Path) -> tuple[dict[int, float], int]:
    """The best time for the same batch by what a ledger holds; rounds go through all sizes."""
    bases = {size: _ledger(running, place, holds=size) for size in SIZES}
    best = dict.fromkeys(SIZES, float("inf"))
    for number in range(SIZE_ROUNDS):
        for size, base in bases.items():
            folder = place / f"grown{size}-{number}"
            best[size] = min(best[size], _round(ours, running, base, folder)["seconds"])
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


def _round(runner: Popen[str], running: Server, base: str, folder: Path) -> dict[str, Any]:
    url = running.copy(base)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")  # what the copying left to be written is no part of it
    lay(batch(SECOND_DEVICE, RECORDS), folder)
    ask(runner, f"{url} {folder}")
    found: dict[str, Any] = json.loads(answer(runner))
    shutil.rmtree(folder)
    running.drop(url)
    return found


def _ours(url: str, folder: Path) -> dict[str, Any]:
    with ledger(url) as opened:
        share = FolderShare(folder)
        begun = time.perf_counter()
        (taken,) = intake(share, opened, CLOCK).taken
        first = time.perf_counter()
        (once_more,) = intake(share, opened, CLOCK).taken
        seconds, again = first - begun, time.perf_counter() - first
        if (taken.outcome, once_more.outcome) != (Outcome.ACCEPTED, Outcome.DUPLICATE):
            raise SystemExit(f"{taken.outcome}, {once_more.outcome}: {taken.reasons[:3]}")
        return {"seconds": seconds, "again": again, "totals": asdict(opened.totals())}


def _peer(url: str, folder: Path) -> dict[str, Any]:
    share = FolderShare(folder)
    with psycopg.connect(url) as connection:
        gc.disable()  # as ours does while it takes a batch
        begun = time.perf_counter()
        _merge(share, connection)
        gc.enable()
        seconds = time.perf_counter() - begun
    with ledger(url) as opened:
        return {"seconds": seconds, "totals": asdict(opened.totals())}


def _merge(share: FolderShare, connection: psycopg.Connection[Any]) -> None:
    (name,) = (name for name in share.list() if name.endswith("_MAN.json"))
    data = share.read(name, LARGEST_MANIFEST) or b""
    manifest = read_manifest(data)
    inspected = inspect(manifest, share.read)
    rows = inspected.rows
    if inspected.faults or any(row.faults for some in rows.values() for row in some):
        raise SystemExit("the batch is not sound")
    with connection.cursor() as cursor:
        for table, values in _tables(rows).items():
            making = "CREATE TEMP TABLE {new} (LIKE {table}) ON COMMIT DROP"
            cursor.execute(_statement(making, table))
            with cursor.copy(_statement("COPY {new} FROM STDIN", table)) as copying:
                for row in values:
                    copying.write_row(row)
            cursor.execute(
                _statement("INSERT INTO {table} SELECT * FROM {new} ON CONFLICT DO NOTHING", table)
            )
        header = manifest.header
        cursor.execute(
            "INSERT INTO batches VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                *(TRUST, str(header.stem), header.batch_id, sha256(data), SECOND_DEVICE, 1),
                *("ACCEPTED", "SL2026-000002", "2026-04-15T17:20:11Z", b"", None),
            ),
        )
    connection.commit()


def _tables(rows: dict[Kind, tuple[Row, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    batch_no = "SL2026-000002"
    records = {kind: [row.record for row in some] for kind, some in rows.items()}
    return {
        "customers": [
            customer_row(TRUST, one, b"")
            for one in records[Kind.CUSTOMERS]
            if isinstance(one, CustomerRecord)
        ],
        "documents": [
            line_row(TRUST, one, b"", batch_no=batch_no)
            for one in records[Kind.INVOICES]
            if isinstance(one, InvoiceRecord)
        ],
        "receipts": [
            receipt_row(TRUST, one, b"", batch_no=batch_no)
            for one in records[Kind.RECEIPTS]
            if isinstance(one, ReceiptRecord)
        ],
    }


def _statement(text: LiteralString, table: str) -> sql.Composed:
    return sql.SQL(text).format(table=sql.Identifier(table), new=sql.Identifier(f"new_{table}"))


_WHO = {"ours": _ours, "peer": _peer}


def _serve(who: str) -> None:
    for line in sys.stdin:
        url, folder = line.split()
        print(json.dumps(_WHO[who](url, Path(folder))), flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1]) if len(sys.argv) > 1 else main()
