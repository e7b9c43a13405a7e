"""Anki as a peer of `benchmarks.start`: says when its main window is open with a profile.

Run by an environment that holds `aqt`: `python benchmarks/anki_peer.py FOLDER`. The first run in
an empty folder only makes the profile. Anki is AGPL: it is measured from outside, never shipped.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Make the profile, or open the window, say its size and wait to be ended."""
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    folder = Path(sys.argv[1])
    # Found in the peer's own environment, where this file alone is run.
    aqt: Any = __import__("aqt")
    if not (folder / "prefs21.db").exists():
        _make_profile(folder)
        return
    hooks: Any = __import__("aqt.gui_hooks", fromlist=["profile_did_open"])
    timer: Any = __import__("aqt.qt", fromlist=["QTimer"]).QTimer
    hooks.profile_did_open.append(lambda: timer.singleShot(0, lambda: _say(aqt.mw)))
    sys.argv = ["anki", "-b", str(folder), "-p", "User 1", "-l", "en_GB"]
    aqt.run()


def _make_profile(folder: Path) -> None:
    profiles: Any = __import__("aqt.profiles", fromlist=["ProfileManager"])
    folder.mkdir(parents=True, exist_ok=True)
    manager = profiles.ProfileManager(folder)
    manager.setupMeta()
    manager.create("User 1")
    manager.load("User 1")
    manager.setLang("en_GB")
    manager.save()


def _say(window: Any) -> None:
    print("shown", window.width(), window.height(), flush=True)


if __name__ == "__main__":
    main()
