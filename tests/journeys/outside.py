"""What a screen reader sees of the running program: its accessible tree over AT-SPI.

    with Bus() as bus:
        with Screen(folder, environment=bus.environment) as screen:
            screen.start("-m", "ui")
            [one.name for one in bus.tree() if one.is_focusable]

The tree is read by the system's own Python, which has the bindings, in a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = Path("/usr/bin/python3")
PATIENCE = 60.0
_READ = """
import json, gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
STATES = {"showing": "SHOWING", "focusable": "FOCUSABLE", "focused": "FOCUSED"}
def read(node, found):
    states = node.get_state_set()
    found.append({"role": node.get_role_name(), "name": node.get_name() or "",
        **{key: states.contains(getattr(Atspi.StateType, name)) for key, name in STATES.items()}})
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            read(child, found)
    return found
desktop = Atspi.get_desktop(0)
programs = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
found = []
for program in programs:
    if program is not None and program.get_name() == "Recoup":
        read(program, found)
print(json.dumps(found))
"""


def missing_tools() -> str:
    """What of the accessibility bus is not there, by name; `make dev` installs it."""
    missing = [] if LAUNCHER.exists() else ["at-spi2-core"]
    if shutil.which("dbus-daemon") is None:
        missing.append("dbus")
    bindings = "import gi; gi.require_version('Atspi', '2.0')"
    if (
        not PYTHON.exists()
        or subprocess.run([PYTHON, "-c", bindings], capture_output=True).returncode
    ):
        missing.append("gir1.2-atspi-2.0")
    return " and ".join(missing)


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing as a screen reader has it."""

    role: str
    name: str
    showing: bool
    focusable: bool
    focused: bool


class Bus:
    """A message bus and an accessibility bus of a test's own."""

    def __enter__(self) -> Self:
        self._session = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._session.stdout is not None
        address = self._session.stdout.readline().strip()
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._launcher = subprocess.Popen(
            [LAUNCHER, "--launch-immediately"],
            env=os.environ | self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in (self._launcher, self._session):
            process.terminate()
            process.wait(PATIENCE)
        if self._session.stdout is not None:
            self._session.stdout.close()

    def tree(self) -> list[Seen]:
        """Everything of the program, in the order a reader meets it; waits until it is there."""
        until = time.monotonic() + PATIENCE
        while True:
            read = subprocess.run(
                [PYTHON, "-c", _READ],
                env=os.environ | self.environment,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
            found = json.loads(read.stdout) if read.returncode == 0 else []
            if found:
                return [Seen(**one) for one in found]
            assert time.monotonic() < until, f"no tree: {read.stderr}"
            time.sleep(0.2)

    def focused(self) -> Seen | None:
        """What has the focus: the innermost, for the window around it has it too."""
        return next((one for one in reversed(self.tree()) if one.focused and one.focusable), None)
