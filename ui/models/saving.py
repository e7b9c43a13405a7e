"""A file that a person saves out of the program, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import Known
from ui.language import tr


def save(path: Path, content: bytes) -> Path:
    """Write it aside, then under its name; raises Known `unwritable` with what to do."""
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as refused:
        beside.unlink(missing_ok=True)
        why = refused.strerror
        raise Known(
            "unwritable",
            tr("{path} was not saved: {why}. Choose another place.").format(path=path, why=why),
        ) from None
    return path
