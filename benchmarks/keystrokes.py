"""Whole tasks by keyboard alone in the real window: keys, and seconds by a keystroke-level model.

`python -m benchmarks.keystrokes` from the root of the repository. A made-up person sits down as
clerk, clinician, officer and finance before the real window over a real encrypted store; keys are
sent as the system sends them. Seconds are the model's (0.28 s a key, 1.35 s a thought, 3 s a spoken
answer; ux.md 8), so they do not turn on this machine. Goals: a UK resident on screen in 5 keys and
20 s, a visitor with a scanned passport in 45 keys beside free text and 90 s.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.journeys import tasks
from tests.journeys.effort import Effort, Person
from tests.journeys.waiting_room import make_desk_that_knows_jane_smith


def main() -> None:
    """Work one morning, print each task, then one JSON line; exit 1 when a goal is missed."""
    done = _one_morning()
    for one in done:
        print(f"{one.task}: {one.keys} keys, {one.letters} letters, {one.seconds} s")
    kept = all(
        one.keys <= tasks.MOST_KEYS.get(one.task, one.keys)
        and one.seconds <= tasks.MOST_SECONDS.get(one.task, one.seconds)
        for one in done
    )
    report = {
        "benchmark": "keystrokes",
        "tasks": {
            one.task: {"keys": one.keys, "letters": one.letters, "seconds": one.seconds}
            for one in done
        },
        "goal": {"keys": tasks.MOST_KEYS, "seconds": tasks.MOST_SECONDS},
    }
    print(json.dumps(report))
    raise SystemExit(not kept)


def _one_morning() -> list[Effort]:
    from app.core.look import Look
    from ui import theme
    from ui.appearance import Appearance
    from ui.main import Window

    app = theme.application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        folder = make_desk_that_knows_jane_smith(Path(place) / "desk")
        window = Window(folder, Path(place) / "other", Appearance(app, Look(scheme="light")))
        window.shell.activateWindow()
        person = Person(window)
        person.wait(window.shell.isActiveWindow, "the window")
        person.sees("Sign in")
        try:
            return tasks.work(person)
        finally:
            window.shell.close()


if __name__ == "__main__":
    main()
