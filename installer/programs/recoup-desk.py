"""The frozen window `recoup-desk`; the same program reads files and draws letters for it."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support


def window() -> int:
    """Imported once it is known that this is the window and no process at work for it."""
    from ui.__main__ import main

    return main()


freeze_support()
sys.exit(window())
