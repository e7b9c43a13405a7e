"""Numbered steps that alone shape a database, applied by sqlite-utils and never edited."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

from app.store import failures

if TYPE_CHECKING:
    import sqlite_utils


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: a number with a name, the statements that make it, what these call."""

    name: str
    statements: tuple[str, ...]
    functions: Mapping[str, Callable[..., str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schema:
    """The steps of one kind of database, in order."""

    name: str
    steps: tuple[Step, ...]

    def applied(self, tools: sqlite_utils.Database) -> tuple[str, ...]:
        """The steps this file has been through; empty where it is not of this kind."""
        return tuple(step.name for step in self._migrations().applied(tools))

    def is_older_than(self, applied: Collection[str]) -> bool:
        """Whether the file has been through a step this program does not know."""
        return not set(applied) <= {step.name for step in self.steps}

    def apply(self, tools: sqlite_utils.Database) -> None:
        """Take every step not yet taken, all in one transaction: a failed one undoes them all."""
        with tools.atomic():
            self._migrations().apply(tools)

    def upgrade(self, tools: sqlite_utils.Database, path: Path) -> Path | None:
        """Apply what is pending to a file in use, after copying it; returns the copy's path.

        The copy stays beside the file, encrypted under the same key, named for the step the
        file had reached. Raises Known `disk_full` or `unwritable` where it cannot be made; then
        nothing was upgraded.
        """
        pending = self._migrations().pending(tools)
        if not pending:
            return None
        reached = self.applied(tools)[-1]
        tools.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy = path.with_name(f"{path.name}.before-upgrade-{reached}")
        _copy_whole(path, copy)
        self.apply(tools)
        return copy

    def _migrations(self) -> sqlite_utils.Migrations:
        from sqlite_utils import Migrations  # loaded with the driver's name in place

        found = Migrations(self.name)
        for step in self.steps:
            found(name=step.name)(_runner(step))
        return found


def _runner(step: Step) -> Callable[[sqlite_utils.Database], None]:
    def run(tools: sqlite_utils.Database) -> None:
        for name, function in step.functions.items():
            count = len(signature(function).parameters)
            tools.conn.create_function(name, count, function, deterministic=True)
        for statement in step.statements:
            tools.execute(statement)

    return run


def _copy_whole(path: Path, copy: Path) -> None:
    """A copy that has its name only once all of it is on the disk."""
    beside = copy.with_name(f"{copy.name}.new")
    try:
        shutil.copyfile(path, beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(copy)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise failures.refused_by_system(fault, path) from None
