"""`python -m ui` opens the window; `--language` is settled before any word of it is imported."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from app.core.errors import Known
from ui import binding
from ui.language import ENGLISH, speak

gc.disable()  # from the first module on: `ui.collecting` does it in the window's thread


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window in the language asked for; returns when it is closed."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    binding.load()
    try:
        speak(_language(given))
    except Known as known:
        print(known.message, file=sys.stderr)
        return 2
    from ui.main import main as open_window  # its words are settled from here on

    return open_window(given)


def _language(given: Sequence[str]) -> str:
    for place, word in enumerate(given):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and place + 1 < len(given):
            return given[place + 1]
    return ENGLISH


if __name__ == "__main__":
    sys.exit(main())
