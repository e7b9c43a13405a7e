"""A made-up world in a folder, copied for each death, so that every one begins alike."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class CopiedWorld:
    """All that is in it lies below one folder."""

    root: Path

    @property
    def share(self) -> Path:
        """Where the envelopes lie."""
        return self.root / "share"

    def copy(self, name: str) -> Self:
        """The same world anew, in the place of any of that name."""
        shutil.rmtree(self.root.parent / name, ignore_errors=True)
        return type(self)(shutil.copytree(self.root, self.root.parent / name))
