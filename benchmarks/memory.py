"""What the window holds after 2,000 registrations in one run, beside what it held after 200.

`python -m benchmarks.memory` from the root of the repository; some minutes. Goal: at most 1.3
times. One window over one demo desk, worked by keys; the same work in a process of its own without
a window is the peer, to tell a window that grows from a store that does. Resident memory, after
garbage was collected.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FIRST, LAST, GOAL = 200, 2_000, 1.3
MIB = 1024 * 1024


def main() -> int:
    """Both in processes of their own; the last line is JSON."""
    grown = {name: _run(name) for name in ("services", "window")}
    for name, (first, last) in grown.items():
        print(f"{name:10} {first / MIB:6.1f} MiB after {FIRST}, {last / MIB:6.1f} after {LAST:,}")
    first, last = grown["window"]
    ratio = last / first
    row = {"benchmark": "memory", "registrations": [FIRST, LAST], "ratio": round(ratio, 2)}
    row |= {"mib": [round(first / MIB, 1), round(last / MIB, 1)], "goal": GOAL}
    row |= {"services_ratio": round(grown["services"][1] / grown["services"][0], 2)}
    print(json.dumps(row | {"met": ratio <= GOAL}))
    return 0 if ratio <= GOAL else 1


def _run(name: str) -> tuple[int, int]:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", name],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise SystemExit(f"{name} did not get there: {run.stderr[-800:]}")
    first, last = (int(word) for word in run.stdout.split()[-2:])
    return first, last


def _resident() -> int:
    gc.collect()
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _services() -> None:
    from app.services import registration
    from tests.desks import make_desk
    from tests.ui.pressure import patients

    answers = (
        ("s1_residence_12m", "uk_all"),
        ("s1_document", "none"),
        ("s1_existing_banner", "no"),
    )
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        held = []
        for number, patient in enumerate(patients(desk, LAST), start=1):
            step = registration.begin(desk, patient, "outpatient")
            for question, answer in answers:
                registration.answer(desk, step.registration_id, question, answer)
            registration.finish(desk, step.registration_id)
            if number in (FIRST, LAST):
                held.append(_resident())
        print(*held)
        desk.db.close()


def _window() -> None:
    from app.demo import DEFAULT_MOMENT, PASSWORD, make_demo_desk
    from tests.ui.pressure import patients, wait_until, work_through
    from ui.appearance import Appearance
    from ui.main import Window
    from ui.theme import application

    app = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        make_demo_desk(desk, moment=DEFAULT_MOMENT, seed=5).db.close()
        window = Window(desk, Path(folder) / "other", Appearance(app), idle_minutes=600)
        window.shell.activateWindow()
        opened: list[object] = []
        window.records.run(lambda: window.opening.desk(), opened.append)
        wait_until(lambda: bool(opened))
        window.signin.sign_in("clerk", PASSWORD)
        wait_until(lambda: window.office is not None)
        waiting: list[list[str]] = []
        window.records.run(lambda: patients(window.opening.desk(), LAST), waiting.append)
        wait_until(lambda: bool(waiting))
        work_through(window, waiting[0][:FIRST], lambda: None)
        held = [_resident()]
        work_through(window, waiting[0][FIRST:], lambda: None)
        held.append(_resident())
        print(*held)
        window.shell.close()


if __name__ == "__main__":
    if sys.argv[1:] == ["window"]:
        _window()
    elif sys.argv[1:] == ["services"]:
        _services()
    else:
        raise SystemExit(main())
