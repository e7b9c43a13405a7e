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
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
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
_HEAR = """
import json, gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
def hear(event):
    print(json.dumps({"words": str(event.any_data), "assertive": event.detail1 == 2}), flush=True)
listener = Atspi.EventListener.new(hear)
listener.register("object:announcement")
print("listening", flush=True)
Atspi.event_main()
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


@dataclass(frozen=True, slots=True)
class Announced:
    """What a screen reader was given to say, and whether it interrupts."""

    words: str
    assertive: bool


def begun(
    *command: str | Path, environment: Mapping[str, str], errors: int | None = None
) -> tuple[subprocess.Popen[str], str]:
    """A program once it has said its first line, and that line."""
    program = subprocess.Popen(
        command,
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    )
    assert program.stdout is not None
    return program, program.stdout.readline().strip()


def end(program: subprocess.Popen[str]) -> None:
    """Stop it."""
    program.terminate()
    program.wait(PATIENCE)


def close(program: subprocess.Popen[str]) -> None:
    """Let go of both ends of what it was talked to through."""
    for one in (program.stdin, program.stdout):
        if one is not None:
            one.close()


class Ears:
    """Hears what a program announces for as long as the block runs."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._said: list[Announced] = []

    def __enter__(self) -> Self:
        self._listener, said = begun(PYTHON, "-c", _HEAR, environment=self._environment)
        assert said == "listening"
        self._scribe = Thread(target=self._write_down, daemon=True)
        self._scribe.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        end(self._listener)
        self._scribe.join(PATIENCE)
        close(self._listener)

    def hear(self, words: str) -> Announced:
        """Wait until something with these words in it is said."""
        until = time.monotonic() + PATIENCE
        while True:
            for one in tuple(self._said):
                if words in one.words:
                    return one
            assert time.monotonic() < until, f"{words!r} was not said; heard: {self._said}"
            time.sleep(0.1)

    def _write_down(self) -> None:
        assert self._listener.stdout is not None
        for line in self._listener.stdout:
            self._said.append(Announced(**json.loads(line)))


class Bus:
    """A message bus and an accessibility bus of a test's own."""

    def __enter__(self) -> Self:
        self._session, address = begun(
            *("dbus-daemon", "--session", "--nofork", "--print-address=1"),
            environment={},
            errors=subprocess.DEVNULL,
        )
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
        self._launcher.terminate()
        self._launcher.wait(PATIENCE)
        end(self._session)
        close(self._session)

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

    def ears(self) -> Ears:
        """Who hears what is announced on this bus."""
        return Ears(self.environment)

    def focused(self) -> Seen | None:
        """What has the focus: the innermost, for the window around it has it too."""
        return next((one for one in reversed(self.tree()) if one.focused and one.focusable), None)
