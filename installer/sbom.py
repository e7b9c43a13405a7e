"""The list of parts of the frozen folder (CycloneDX), written where it is built."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from app.library import parts
from installer import licences


def write(path: Path, *, modules: Iterable[str]) -> Path:
    """The packages that these frozen modules come from, Recoup first; returns the path."""
    found = parts.of_packages(licences.packages(modules))
    document = parts.bill_of_materials(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return path
