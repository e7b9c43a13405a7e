"""Edits made apart and brought together, against Anki's own sync server.

`python -m benchmarks.sync_anki` from the root of the repository. Goals: faster to converge, and no
edit lost where Anki loses some. Both sides begin with the same 1,000 notes (for us: registrations
of 25 answers with their patients). Away from each other each edits 50 notes of its own, and both
edit the same 50 (5 %): of these every second one in the same field, the others in another.

*In turns*: one meets the server or the share, the other, and again, until both hold the same; one
process, and the next begins as soon as the one before has ended.

*At once*: each side is a process of its own that has been on since before they went apart. Both
begin at one moment and go on until both hold the same, in wall-clock time
(`benchmarks.sync_anki_at_once`). Our share needs no turns. Anki's server knows one sync of a user
at a time: of two at once it refuses both (“Only one copy of Anki can sync to your account at
once”), so each waits at random and tries again; rounds differ in how long at most, the best counts.

Each form is held against Anki's quicker one of the two, which is mostly in turns: nobody loses a
moment there to a refusal or to not knowing that it is their turn. `met` says so for each form;
`ratio_form_by_form`, which holds each form against Anki's same one, has no part in it.

Before the clock starts each side has done what it does as somebody edits: Anki marks a note as
changed; our window records what people did soon after each piece of work, and every three minutes
in any case, with a share or without. `recorded` is what that takes for all edits of a side; it has
no part in the goal.

An edit is lost when its value is nowhere to be found afterwards: in no note, and for us on no card
that tells both sides of a conflict. It is counted in every round of every form. Anki's server
listens on this machine; our share is a folder on its disk. Rounds alternate, the best counts.
`floor` is what sealing, ciphered files and the disk alone cost in turns
(`benchmarks.sync_anki_floor`); it has no part in the goal.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from subprocess import Popen
from typing import Any

from benchmarks.peers import environment
from benchmarks.runners import answer, ask, end, start
from benchmarks.sync_anki_at_once import begin_together, start_sides

NOTES, BOTH, APART, FIELDS = 1_000, 50, 50, 2
WAITS = 2 * (0.005, 0.01, 0.02, 0.04, 0.08)  # seconds at most after a refusal: a round each
TURNS, AT_ONCE = "in turns", "at once"
GOAL = 1.0
Rounds = dict[str, list[dict[str, Any]]]


def main() -> None:
    """Race, and print one JSON line."""
    anki = environment("anki", "aqt")
    peer = (str(anki), "-P", "benchmarks/sync_anki_peer.py")
    ours = (sys.executable, "-m", "benchmarks.sync_anki_ours")
    floor = (sys.executable, "-m", "benchmarks.sync_anki_floor")
    commands = {"recoup": ours, "floor": floor} | ({"anki": peer} if anki else {})
    runners = {name: start(*command) for name, command in commands.items()}
    sides = {"recoup": start_sides(sys.executable, "-m", "benchmarks.sync_anki_side")}
    if anki:
        sides["anki"] = start_sides(*peer, "side")
    turns: Rounds = {name: [] for name in runners}
    at_once: Rounds = {name: [] for name in sides}
    planned = {side: edits(side) for side in "AB"}
    with tempfile.TemporaryDirectory() as scratch:
        try:
            for number, wait in enumerate(WAITS):
                for name, runner in runners.items():
                    folder = Path(scratch) / f"{name}{number}"
                    turns[name].append(_round(runner, folder, planned))
                for name, both in sides.items():
                    folder = Path(scratch) / f"{name}{number}-at-once"
                    at_once[name].append(begin_together(both, folder, NOTES, planned, wait))
                    shutil.rmtree(folder)
        finally:
            for runner in (
                *runners.values(),
                *(one for both in sides.values() for one in both.values()),
            ):
                end(runner)
    print(json.dumps(_row({TURNS: turns, AT_ONCE: at_once})))


def edits(side: str) -> list[tuple[int, int, str]]:
    """What one side ("A" or "B") writes: note, field, value. Each value is written once."""
    first = {"A": BOTH, "B": NOTES - APART}[side]
    alone = [(note, note % FIELDS, f"alone {side} {note}") for note in range(first, first + APART)]
    fields = {"A": (0, 0), "B": (0, 1)}[side]
    shared = [(note, fields[note % 2], f"both {side} {note}") for note in range(BOTH)]
    return sorted((*alone, *shared))


def _round(runner: Popen[str], folder: Path, planned: Mapping[str, Any]) -> dict[str, Any]:
    ask(runner, json.dumps({"folder": str(folder), "notes": NOTES, "edits": planned}))
    found: dict[str, Any] = json.loads(answer(runner))
    shutil.rmtree(folder)
    return found


def _row(forms: Mapping[str, Rounds]) -> dict[str, Any]:
    best = {
        form: {name: min(one["seconds"] for one in found) for name, found in rounds.items()}
        for form, rounds in forms.items()
    }
    lost = {
        form: {
            name: max(one["lost"] for one in found)
            for name, found in rounds.items()
            if name != "floor"
        }
        for form, rounds in forms.items()
    }
    row: dict[str, Any] = {
        "benchmark": "sync_anki",
        "unit": f"{NOTES} notes, {BOTH} edited on both sides",
        "milliseconds": {
            form: {name: round(seconds * 1000, 1) for name, seconds in found.items()}
            for form, found in best.items()
        },
        "syncs": {
            form: {name: [one["syncs"] for one in found] for name, found in rounds.items()}
            for form, rounds in forms.items()
        },
        "recorded": round(min(one["recorded"] for one in forms[TURNS]["recoup"]) * 1000, 1),
        "edits": forms[TURNS]["recoup"][0]["edits"],
        "lost": lost,
        "told_as_dispute": [
            one["told_as_dispute"] for rounds in forms.values() for one in rounds["recoup"]
        ],
        "goal": GOAL,
    }
    if "anki" in forms[AT_ONCE]:
        quicker = min(found["anki"] for found in best.values())
        ratio = {form: quicker / found["recoup"] for form, found in best.items()}
        row |= {
            "refused": [one["refused"] for one in forms[AT_ONCE]["anki"]],
            "ratio": {form: round(one, 2) for form, one in ratio.items()},
            "ratio_form_by_form": {
                form: round(found["anki"] / found["recoup"], 2) for form, found in best.items()
            },
            "met": {
                form: one > GOAL and lost[form]["recoup"] == 0 < lost[form]["anki"]
                for form, one in ratio.items()
            },
        }
    return row


if __name__ == "__main__":
    main()
