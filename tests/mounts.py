"""Real mounts, for tests of a disk that is soon full and of a share that goes away."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def mount(place: Path, *how: str) -> None:
    """Mount there; the test is skipped where this account, or this machine, may mount nothing."""
    try:
        subprocess.run(["mount", *how, str(place)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this account may not mount a disk")


def unmount(place: Path) -> None:
    """Take it away, whoever still holds a file of it."""
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of such a size ("4m") in a folder; skipped as `mount` is."""
    place = folder / "disk"
    place.mkdir()
    mount(place, "-t", "tmpfs", "-o", f"size={size}", "tmpfs")
    try:
        yield place
    finally:
        unmount(place)
