"""A real X screen of its own for a test: Xvfb to show the window, xdotool to press the keys.

    with Screen(folder) as screen:                   # any free display, no window manager
        window = screen.start("-m", "ui", "--data", str(desk))
        screen.look(lambda: screen.press("F2"))      # until the picture changed and holds still
        screen.picture().save("shown.png")

Xvfb keeps its pixels in a file (the XWD format), so that looking needs no further tool.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from PIL import Image, ImageChops

ROOT = Path(__file__).parents[2]
SIZE = (1366, 768)
PATIENCE = 120.0  # seconds, only for what hangs
STILL = 0.7  # seconds without a change: whatever the keys asked for is on the screen
_CURSOR = 400  # pixels: a blinking text cursor is no change of the picture
_XWD_WORDS = 25  # of the header, big-endian
_ENTRY = 12  # bytes of an XWD colour


def missing_tools() -> str:
    """What of Xvfb and xdotool is not there, by name; `make dev` installs both."""
    return " and ".join(one for one in ("Xvfb", "xdotool") if shutil.which(one) is None)


class Screen:
    """One display and the programs on it; leaving ends both."""

    def __init__(self, folder: Path, *, environment: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._more = dict(environment or {})
        self._running: list[subprocess.Popen[bytes]] = []
        self._window = ""

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-noreset"),
                *("-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(self._folder)),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        self._running.append(server)
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # comes once the server takes connections
        assert number, "Xvfb did not start"
        of_the_screen = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self._environment = os.environ | of_the_screen | self._more
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._running):
            if process.poll() is None:
                process.terminate()
            process.wait(PATIENCE)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Run this Python with arguments, and give its window the keys once it shows."""
        program = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=self._environment)
        self._running.append(program)
        found = self._tool("search", "--sync", "--onlyvisible", "--name", "^Recoup")
        self._window = found.split()[0]
        self._tool("windowfocus", "--sync", self._window)  # no window manager does it here
        self.rest()
        return program

    def press(self, *keys: str) -> None:
        """Press keys by their X names, such as `Return` or `F12`."""
        self._tool("key", "--delay", "40", *keys)

    def type(self, words: str) -> None:
        """Type a text."""
        self._tool("type", "--delay", "30", words)

    def look(self, act: Callable[[], None]) -> None:
        """Do something and wait until the picture has changed and holds still."""
        before = self.picture()
        act()
        until = time.monotonic() + PATIENCE
        while not _differs(before, self.picture()):
            assert time.monotonic() < until, "nothing happens on the screen"
            time.sleep(0.05)
        self.rest()

    def rest(self) -> None:
        """Wait until the picture holds still."""
        until = time.monotonic() + PATIENCE
        last, since = self.picture(), time.monotonic()
        while time.monotonic() - since < STILL:
            assert time.monotonic() < until, "the screen does not come to rest"
            time.sleep(0.1)
            now = self.picture()
            if _differs(last, now):
                last, since = now, time.monotonic()

    def picture(self) -> Image.Image:
        """The whole screen as it is."""
        data = (self._folder / "Xvfb_screen0").read_bytes()
        header = struct.unpack_from(f">{_XWD_WORDS}I", data)
        size, width, height, line, colours = (header[place] for place in (0, 4, 5, 12, 19))
        pixels = data[size + colours * _ENTRY :]
        return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", line, 1)

    def _tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, f"xdotool {arguments[0]}: {done.stderr}"
        return done.stdout


def _differs(one: Image.Image, other: Image.Image) -> bool:
    grey = ImageChops.difference(one, other).convert("L")
    return sum(grey.histogram()[8:]) > _CURSOR
