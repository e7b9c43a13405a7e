"""The sole reader of `resources/`: law, questions, prices, fonts and words as typed values.

Each module reads one shelf and returns values of the pure room that owns the type. Nothing here
is read at import, so a command pays only for the shelf it uses.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """A file or folder under `resources/`, from source, wheel or frozen folder alike."""
    return files("resources").joinpath(*parts)


def resource_path(*parts: str) -> Path:
    """The same, as a path on disk, for libraries that open files by name."""
    return Path(str(resource(*parts)))
