"""The shelf of the window's catalogues, one compiled file for each language but English."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import Known
from app.core.wording import Phrase
from app.library import resource_path


def catalogue(language: str) -> Path:
    """The words of a language such as `cy`, a file Qt reads; raises Known `no_language`."""
    file = resource_path("translations", f"recoup_{language}.qm")
    if not file.is_file():
        raise Known(
            "no_language",
            Phrase("Recoup does not speak “{language}” yet. It speaks: en.", language=language),
        )
    return file
