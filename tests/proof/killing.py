"""Deaths tried at every write of a process: counted, named where one goes wrong, told as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.spool.killer import Killer


@dataclass(frozen=True, slots=True)
class Died:
    """The writes there are, the deaths tried at them, and those inside the library's own."""

    points: int
    at_points: int
    inside: int

    def __str__(self) -> str:
        return (
            f"{self.points} write points, {self.at_points} deaths that differ, "
            f"{self.inside} inside the database's own writes"
        )


@contextmanager
def told_at(death: str) -> Iterator[None]:
    """An assertion that fails inside says which death it was."""
    try:
        yield
    except AssertionError as wrong:
        raise AssertionError(death) from wrong


@contextmanager
def killing(steps: str) -> Iterator[tuple[Killer, Path]]:
    """What kills in a module's steps, and a folder for worlds: in memory where that can be."""
    memory = Path("/dev/shm")
    place = memory if memory.is_dir() else None
    with Killer(steps) as killer, TemporaryDirectory(dir=place) as made:
        yield killer, Path(made)


def told(lives: Mapping[str, Callable[[], Died]]) -> dict[str, object]:
    """What came of each life, as far as nothing was wrong; `fault` says what was."""
    found: dict[str, object] = {}
    try:
        for name, died in lives.items():
            counted = died()
            found[name] = {"write_points": counted.at_points, "inside_writes": counted.inside}
    except AssertionError as wrong:
        found["fault"] = f"{wrong}: {wrong.__cause__!r}"
    return found


def report(found: Mapping[str, object]) -> int:
    """Print it as JSON; how the command ends."""
    print(json.dumps(found, indent=2))
    return int("fault" in found)
