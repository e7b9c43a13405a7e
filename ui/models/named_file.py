"""A file that somebody named in a field: its path, and its bytes, refused beside that field."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import BadInput, Known
from app.library.sources import read_file
from ui.language import tr

NO_FILE = tr("Name the file.")


def named(text: str, field: str) -> Path:
    """The path as typed; raises BadInput `no_file` where nothing is."""
    if not text.strip():
        raise BadInput("no_file", NO_FILE, field)
    return Path(text.strip())


def read_named(text: str, field: str, *, most: int) -> bytes:
    """Its bytes, `most` at the most; raises BadInput with that field."""
    path = named(text, field)
    try:
        return read_file(path, most=most)
    except Known as known:
        raise BadInput(known.code, known.message, field) from None
