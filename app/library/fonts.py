"""The shelf of fonts for letters: which file shows which script."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from app.documents.fonts import Face, Fonts, Joining
from app.library import resource, resource_path


@cache
def load_fonts() -> Fonts:
    """The faces of resources/fonts/faces.toml; the files are read when first drawn with."""
    table = tomllib.loads(resource("fonts", "faces.toml").read_text(encoding="utf-8"))
    return Fonts(
        regular=Face(_file(table["text"]["regular"])),
        bold=Face(_file(table["text"]["bold"])),
        colours=resource_path("colour", "sRGB.icc"),
        scripts=tuple(
            Face(_file(row["file"]), tuple(map(_range, row["ranges"])), Joining(row["joining"]))
            for row in table["script"]
        ),
    )


def _file(name: str) -> Path:
    return resource_path("fonts", name)


def _range(text: str) -> tuple[int, int]:
    first, last = text.split("-")
    return int(first, 16), int(last, 16)
