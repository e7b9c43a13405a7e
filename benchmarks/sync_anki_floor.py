"""What `benchmarks.sync_anki` would cost at the least: the same edits, ciphered, and nothing else.

`python -m benchmarks.sync_anki_floor`. Two SQLCipher files with the same rows and three meetings.
At each, one side seals the rows it changed to the other and writes them to the share durably; the
other verifies, opens and updates its rows, committed to the disk. No journal, no order, no
dispute, no audit, no rules: what they cost is the distance to this.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.trust import Mode
from app.spool import keys
from app.spool.keys import PrivateKeys
from app.spool.sealed import FIRST, Content, Heading, read, seal
from app.spool.share import FolderShare
from app.store import driver

MEETINGS = 3
_TABLE = "CREATE TABLE notes (note INTEGER PRIMARY KEY, a TEXT, b TEXT, changed INTEGER, rest TEXT)"
_FILL = "INSERT INTO notes VALUES (?, '', '', 0, ?)"
_CHANGED = "SELECT note, a, b FROM notes WHERE changed"
_SENT = "UPDATE notes SET changed = 0 WHERE changed"
_PUT = "UPDATE notes SET a = ?, b = ? WHERE note = ?"
_REST = "x" * 2_500  # bytes of a registration's answers


@dataclass(slots=True)
class _Side:
    store: driver.Connection
    own: PrivateKeys
    sent: int = 0


def main() -> None:
    """A round a line."""
    for line in sys.stdin:
        told = json.loads(line)
        print(json.dumps(_round(Path(told["folder"]), told["notes"], told["edits"])), flush=True)


def _round(folder: Path, notes: int, planned: dict[str, list[Any]]) -> dict[str, Any]:
    folder.mkdir()
    share = FolderShare(folder)
    sides = {name: _begun(folder / f"{name}.db", notes) for name in planned}
    for name, edits in planned.items():
        for note, field, value in edits:
            put = f"UPDATE notes SET {'ab'[field]} = ?, changed = 1 WHERE note = ?"
            sides[name].store.execute(put, (value, note))
    begun = time.perf_counter()
    for meeting in range(MEETINGS):
        one, other = (sides[name] for name in ("AB", "BA", "AB")[meeting])
        _take(one, other, share, one is sides["A"])
        _send(one, other, share, one is sides["A"])
    seconds = time.perf_counter() - begun
    for side in sides.values():
        side.store.close()
    return {"seconds": seconds, "syncs": MEETINGS}


def _begun(path: Path, notes: int) -> _Side:
    store = driver.connect(path, os.urandom(driver.KEY_BYTES))
    driver.make_durable(store)
    store.execute(_TABLE)
    store.execute("BEGIN")
    store.executemany(_FILL, [(note, _REST) for note in range(notes)])
    store.execute("COMMIT")
    return _Side(store, keys.new_keys())


def _send(one: _Side, other: _Side, share: FolderShare, is_first: bool) -> None:
    changed = one.store.execute(_CHANGED).fetchall()
    if not changed:
        return
    one.sent += 1
    heading = Heading(
        trust="RXX",
        mode=Mode.TEST,
        device="D01" if is_first else "D02",
        actor=f"{int(is_first):016x}",
        sequence=one.sent,
        previous=FIRST,
        content=Content.CASES,
        rows=len(changed),
        schema=1,
        pack="",
        created="2026-03-09T08:00:00Z",
    )
    receivers = [one.own.public.seal, other.own.public.seal]
    file = seal(heading, json.dumps(changed).encode(), sender=one.own, receivers=receivers)
    share.write_new(f"{heading.device}_{one.sent}.env", file)
    one.store.execute(_SENT)


def _take(one: _Side, other: _Side, share: FolderShare, is_first: bool) -> None:
    file = share.read(f"{'D02' if is_first else 'D01'}_{other.sent}.env") if other.sent else None
    if file is None:
        return
    envelope = read(file)
    envelope.verify(other.own.public.verify)
    rows = json.loads(envelope.open(one.own))
    one.store.execute("BEGIN")
    one.store.executemany(_PUT, [(a, b, note) for note, a, b in rows])
    one.store.execute("COMMIT")


if __name__ == "__main__":
    main()
