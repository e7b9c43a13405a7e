"""Anki's side of `benchmarks.sync_anki`: two collections and Anki's own sync server, on loopback.

Run by an environment that holds `anki`: `python -P benchmarks/sync_anki_peer.py`. A line names a
folder and what each side writes; a round's figures come out. Anki is AGPL: it
is measured from outside, never shipped.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

# Found in the peer's own environment, where this file alone is run.
COLLECTION: Any = __import__("anki.collection", fromlist=["Collection"]).Collection
USER, PASSWORD = "both", "three-quiet-words"
NO_CHANGES, MOST = 0, 20


def main() -> None:
    """A round a line."""
    for line in sys.stdin:
        told = json.loads(line)
        print(json.dumps(_round(Path(told["folder"]), told["notes"], told["edits"])), flush=True)


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
        out = sides["AB"[syncs % 2]].sync_collection(auth, False)
        seconds += time.perf_counter() - begun
        if out.required != NO_CHANGES:
            raise SystemExit(f"Anki asks for a full sync ({out.required}): {out.server_message}")
        syncs += 1
        if syncs > MOST:
            raise SystemExit("Anki does not converge")
    return syncs, seconds


def _fields(collection: Any) -> str:
    return "\n".join(row[0] for row in collection.db.execute("SELECT flds FROM notes ORDER BY id"))


if __name__ == "__main__":
    main()
