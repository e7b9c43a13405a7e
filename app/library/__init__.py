"""The sole reader of `resources/`: law, questions, prices, fonts and words as typed values.

Each module reads one shelf and returns values of the pure room that owns the type. Nothing here
is read at import, so a command pays only for the shelf it uses.
"""

from __future__ import annotations

from pathlib import Path

import resources

# The folder itself: `importlib.resources` costs the first window more than all its icons.
_SHELVES = Path(resources.__path__[0])


def resource(*parts: str) -> Path:
    """A file or folder under `resources/`, from source, wheel or frozen folder alike."""
    return _SHELVES.joinpath(*parts)


def resource_path(*parts: str) -> Path:
    """The same, for libraries that open files by name."""
    return resource(*parts)
