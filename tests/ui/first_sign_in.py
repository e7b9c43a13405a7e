"""The first sign-in of the day: how long the window's thread works in one turn of its loop.

    python -m tests.ui.first_sign_in --times 10            # each role, each time in a new process
    python -m tests.ui.first_sign_in clerk --times 10

The first costs more than any later one, so it is measured in a process that did nothing else. It is
signed in by keys once the window is at rest, and typed on at once; the last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROLES = ("clerk", "officer", "senior", "finance", "clinician", "auditor", "admin")
TYPED = "adeyemi 1975"
REST = 1.5  # seconds
_WITHIN = 120  # seconds that a process may take


class Measured(NamedTuple):
    """`work` in seconds; `found` is what stands in the field that the typing went to."""

    work: float
    page: str
    found: str


def first_sign_in(name: str, made: Path) -> Measured:
    """One first sign-in, in a process of its own over a copy of the demo desk in `made`."""
    with tempfile.TemporaryDirectory() as folder:
        desk = shutil.copytree(made, Path(folder) / "desk")
        run = subprocess.run(
            [sys.executable, "-m", "tests.ui.first_sign_in", name, "--over", desk],
            env={"QT_QPA_PLATFORM": "offscreen"} | os.environ,
            capture_output=True,
            text=True,
            timeout=_WITHIN,
            check=False,
        )
    if run.returncode:
        raise RuntimeError(f"{name} did not get there: {run.stderr[-800:]}")
    return Measured(*json.loads(run.stdout.splitlines()[-1]))


def main(arguments: Sequence[str] | None = None) -> int:
    """The longest turn of each sign-in asked for, in milliseconds."""
    parser = argparse.ArgumentParser(prog="tests.ui.first_sign_in", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="whom of the demo; all")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--over", metavar="DIR", type=Path, help="once, here, over this desk")
    asked = parser.parse_args(arguments)
    if asked.over:
        print(json.dumps(_sign_in(asked.names[0], asked.over)))
        return 0
    told = {}
    with tempfile.TemporaryDirectory() as folder:
        made = make_demo(Path(folder) / "desk")
        for name in asked.names or ROLES:
            times = [round(first_sign_in(name, made).work * 1000, 1) for _ in range(asked.times)]
            print(f"{name:10}", *times, flush=True)
            told[name] = max(times)
    print(json.dumps({"work_ms": told}))
    return 0


def make_demo(folder: Path) -> Path:
    """A demo desk that is copied for each sign-in."""
    from app.demo import DEFAULT_MOMENT, make_demo_desk

    make_demo_desk(folder, moment=DEFAULT_MOMENT, seed=5).db.close()
    return folder


def _sign_in(name: str, desk: Path) -> Measured:
    from ui.started import await_first_paint

    await_first_paint()  # as the program does
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    from app.demo import PASSWORD
    from tests.ui.pressure import Watchdog, wait_until
    from ui.appearance import Appearance
    from ui.main import Window
    from ui.theme import application

    look = Appearance(application(), scripts=False)
    window = Window(desk, desk.with_name("other"), look, idle_minutes=600)
    window.shell.activateWindow()
    wait_until(window.readying.is_done)
    wait_until(lambda: QApplication.focusWidget() is window.sign_in_view.name.input)
    _turn_for(REST)
    watch = Watchdog()
    watch.start()
    handle = window.shell.windowHandle()
    assert handle is not None
    for typed in (name, Qt.Key.Key_Tab, PASSWORD, Qt.Key.Key_Return, TYPED):
        for key in [typed] if isinstance(typed, Qt.Key) else map(ord, typed):
            QTest.keyClick(handle, key)
    wait_until(lambda: window.office is not None)
    _turn_for(REST)
    watch.stop()
    field = QApplication.focusWidget()
    found = field.text() if isinstance(field, QLineEdit) else ""
    page = window.shell.page()
    window.shell.close()
    return Measured(watch.longest_work, page, found)


def _turn_for(seconds: float) -> None:
    from tests.ui.pressure import wait_until

    until = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() >= until)


if __name__ == "__main__":
    sys.exit(main())
