"""Anki's side of `benchmarks.sync_anki`: two collections and Anki's own sync server, on loopback.

Run by an environment that holds `anki`: `python -P benchmarks/sync_anki_peer.py`. A line names a
folder and what each side writes; a round's figures come out. With `side` behind it, it is one of
two machines that sync at once, as `benchmarks.sync_anki_side` is for us: Anki's server knows one
sync of a user at a time and refuses both of two, again and again for as long as they keep step. So
whoever is refused waits at random, up to as long as the line says, and tries again.

Anki is AGPL: it is measured from outside, never shipped.
"""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

# Found in the peer's own environment, where this file alone is run.
COLLECTION: Any = __import__("anki.collection", fromlist=["Collection"]).Collection
SYNC_ERROR: Any = __import__("anki.errors", fromlist=["SyncError"]).SyncError
USER, PASSWORD = "both", "three-quiet-words"
NO_CHANGES, MOST, MOST_REFUSED = 0, 20, 500


def main() -> None:
    """A round a line."""
    for line in sys.stdin:
        told = json.loads(line)
        if "side" in sys.argv:
            _side(told)
        else:
            _say(_round(Path(told["folder"]), told["notes"], told["edits"]))


def _round(folder: Path, notes: int, edits: dict[str, list[Any]]) -> dict[str, Any]:
    folder.mkdir()
    server, endpoint = _server(folder)
    try:
        sides = {side: COLLECTION(str(folder / f"{side}.anki2")) for side in "AB"}
        auth = sides["A"].sync_login(USER, PASSWORD, endpoint)
        _begin_alike(sides["A"], sides["B"], auth, notes)
        ids = sorted(sides["A"].find_notes(""))
        for side, collection in sides.items():
            _edit(collection, ids, edits[side])
            time.sleep(1.1)  # Anki tells by whole seconds which edit is the later one
        syncs, seconds = _converge(sides, auth)
        found = {side: _fields(collection) for side, collection in sides.items()}
        for collection in sides.values():
            collection.close()
    finally:
        server.terminate()
        server.wait()
    written = [value for side in edits.values() for _, _, value in side]
    return {
        "seconds": seconds,
        "syncs": syncs,
        "edits": len(written),
        "lost": sum(f"<{value}>" not in found["A"] + found["B"] for value in written),
    }


def _side(told: dict[str, Any]) -> None:
    """One of two machines; the first brings the server with it, and what both begin with."""
    folder, side, server = Path(told["folder"]), told["side"], None
    if side == "A":
        folder.mkdir()
        server, endpoint = _server(folder)
        first, second = (COLLECTION(str(folder / f"{name}.anki2")) for name in "AB")
        _begin_alike(first, second, first.sync_login(USER, PASSWORD, endpoint), told["notes"])
        first.close()
        second.close()
    else:
        endpoint = told["ready"]
        time.sleep(1.1)  # Anki tells by whole seconds which edit is the later one
    collection = COLLECTION(str(folder / f"{side}.anki2"))
    auth = collection.sync_login(USER, PASSWORD, endpoint)
    _sync(collection, auth)  # it has been on since before they went apart
    _edit(collection, sorted(collection.find_notes("")), told["edits"])
    _say(endpoint)
    _sync_until_told(collection, auth, side, told["wait"])
    collection.close()
    if server:
        server.terminate()
        server.wait()
    _say("ended")


def _sync_until_told(collection: Any, auth: Any, side: str, wait: float) -> None:
    """Sync until something of the other has come, and once more for each `more`, until `end`."""
    other = f"SELECT count() FROM notes WHERE flds LIKE '%<alone {'AB'.replace(side, '')} %'"
    begin = json.loads(sys.stdin.readline())
    while time.perf_counter() < begin:
        pass
    syncs = refused = 0
    line = "more"
    while line == "more":
        came = 0
        while not came:
            try:
                _sync(collection, auth)
            except SYNC_ERROR:
                refused += 1
                if refused > MOST_REFUSED:
                    raise SystemExit("Anki refuses without end") from None
            syncs += 1
            came = collection.db.scalar(other)
            if not came:
                time.sleep(random.uniform(0, wait))
        ended = time.perf_counter()
        held = {"stands": _fields(collection), "told": ""}
        _say({"ended": ended, "syncs": syncs, "refused": refused, "held": held})
        line = sys.stdin.readline().strip()


def _server(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {
        "SYNC_USER1": f"{USER}:{PASSWORD}",
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
        "RUST_LOG": "error",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"], env=os.environ | told, stdout=subprocess.DEVNULL
    )
    if hasattr(os, "sched_setaffinity"):  # a machine of its own: wherever there is room
        os.sched_setaffinity(server.pid, range(os.cpu_count() or 1))
    for _ in range(600):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return server, f"http://127.0.0.1:{port}/"
        time.sleep(0.05)
    raise SystemExit("Anki's sync server did not start")


def _begin_alike(first: Any, second: Any, auth: Any, notes: int) -> None:
    """A thousand notes on one side, all of it sent up, and down to the other."""
    kind = first.models.by_name("Basic")
    deck = first.decks.id("Default")
    for number in range(notes):
        note = first.new_note(kind)
        note.fields = [f"{number:04d} front", "back"]
        first.add_note(note, deck)
    for collection, upload in ((first, True), (second, False)):
        asked = collection.sync_collection(auth, False)
        collection.close_for_full_sync()
        collection.full_upload_or_download(
            auth=auth, server_usn=asked.server_media_usn, upload=upload
        )
        collection.reopen(after_full_sync=True)


def _edit(collection: Any, ids: list[int], edits: list[Any]) -> None:
    changed = []
    for number, field, value in edits:
        note = collection.get_note(ids[number])
        note.fields[field] = f"<{value}>"
        changed.append(note)
    collection.update_notes(changed)


def _converge(sides: dict[str, Any], auth: Any) -> tuple[int, float]:
    """One side, the other, and again, until both hold the same; how often, in what time.

    Each sync gives Anki's collection a new time, so that one more would never find nothing to do.
    """
    syncs, seconds = 0, 0.0
    while not syncs or _fields(sides["A"]) != _fields(sides["B"]):
        begun = time.perf_counter()
        _sync(sides["AB"[syncs % 2]], auth)
        seconds += time.perf_counter() - begun
        syncs += 1
        if syncs > MOST:
            raise SystemExit("Anki does not converge")
    return syncs, seconds


def _sync(collection: Any, auth: Any) -> None:
    out = collection.sync_collection(auth, False)
    if out.required != NO_CHANGES:
        raise SystemExit(f"Anki asks for a full sync ({out.required}): {out.server_message}")


def _say(said: Any) -> None:
    print(json.dumps(said), flush=True)


def _fields(collection: Any) -> str:
    return "\n".join(row[0] for row in collection.db.execute("SELECT flds FROM notes ORDER BY id"))


if __name__ == "__main__":
    main()
