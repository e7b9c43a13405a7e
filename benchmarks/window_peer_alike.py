"""The empty window of `benchmarks.start`, with PySide6 loaded as Recoup loads it."""

from __future__ import annotations

import gc
import sys

from ui import binding


def main() -> int:
    """As `benchmarks.window_peer`, once the binding is there."""
    gc.disable()
    binding.load()
    from benchmarks.window_peer import main as show  # it loads PySide6 at once

    return show()


if __name__ == "__main__":
    sys.exit(main())
