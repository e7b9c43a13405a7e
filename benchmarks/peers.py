"""Environments for peers: made once in a cache folder, never the project's own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from platformdirs import user_cache_path


def environment(name: str, *packages: str) -> Path | None:
    """The Python of an environment that holds these packages; None, and why, where it fails."""
    folder = user_cache_path("recoup-benchmarks") / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = folder / "packages.txt"
    if done.exists() and done.read_text("utf-8").split() == [*packages]:
        return python
    venv.create(folder, with_pip=True, clear=True)
    made = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", *packages],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        last = made.stderr.strip().splitlines()[-1:] or ["pip said nothing"]
        print(f"{', '.join(packages)} cannot be had here ({last[0]}); measuring ours alone.")
        return None
    done.write_text(" ".join(packages), "utf-8")
    return python
