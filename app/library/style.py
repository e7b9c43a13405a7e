"""The shelf of the window's look: design tokens, icon drawings and font files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.library import resource, resource_path


def tokens() -> dict[str, Any]:
    """Colours, type, sizes and times of the window (`resources/style/tokens.json`)."""
    read: dict[str, Any] = json.loads(resource("style", "tokens.json").read_text("utf-8"))
    return read


def icon_svg(name: str) -> str:
    """The drawing of one icon by its Tabler name; raises FileNotFoundError for a name not kept."""
    return resource("icons", f"{name}.svg").read_text("utf-8")


def font_paths(files: list[str]) -> list[Path]:
    """The window's own font files on disk."""
    return [resource_path("fonts", name) for name in files]


def other_font_paths(files: list[str]) -> list[Path]:
    """The font files of other scripts that letters bring along: names come in every script."""
    own = font_paths(files)
    return sorted(path for path in resource_path("fonts").glob("*.ttf") if path not in own)
