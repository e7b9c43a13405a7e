"""Where a benchmark's windows are shown: nowhere (offscreen), and on an X display of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

OFFSCREEN, X11 = "offscreen", "xcb"
Screens = Mapping[str, Mapping[str, str]]


def screens(server: str | None) -> Screens:
    """What a contestant's environment says, by platform; `server` is what `display` gave."""
    found = {OFFSCREEN: {"QT_QPA_PLATFORM": OFFSCREEN}}
    if server is not None:
        found[X11] = {"QT_QPA_PLATFORM": X11, "DISPLAY": server}
    return found


@contextmanager
def display() -> Iterator[str | None]:
    """A ward laptop's X display of our own, or None where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
