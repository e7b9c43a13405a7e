"""What a trust sets otherwise, in a TOML file of its own beside its store."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from app.core.errors import BadInput, Known
from app.core.wording import Phrase

_LARGEST = 64 * 1024


def own_settings(path: Path) -> dict[str, Any]:
    """The table of such a file; empty where there is none.

    Raises Known `unreadable`, ValueError for what is no TOML.
    """
    try:
        with path.open("rb") as file:
            return tomllib.loads(file.read(_LARGEST).decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as refused:
        raise Known(
            "unreadable",
            Phrase(
                "{path} cannot be read: {reason}. Ask IT to put that right.",
                path=path,
                reason=refused.strerror,
            ),
        ) from None
    except (ValueError, RecursionError) as odd:
        raise ValueError(f"it is not TOML ({odd})") from None


def refused(path: Path, code: str, what: str) -> BadInput:
    """What a desk says that cannot open with such a file: which setting, and what to do."""
    return BadInput(
        code,
        Phrase(
            "{path} cannot be used: {what}. Correct it, or take the file away to use our settings.",
            path=path,
            what=what,
        ),
        path.stem,
    )
