"""A share that somebody else meets while a file is on its way there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.spool.share import FolderShare


class MetMeanwhile(FolderShare):
    """As soon as the first file lies there, others meet it, once."""

    def __init__(self, folder: Path, others: Callable[[], object]) -> None:
        super().__init__(folder)
        self._others = [others]

    def write_new(self, name: str, data: bytes) -> None:
        super().write_new(name, data)
        while self._others:
            self._others.pop()()
