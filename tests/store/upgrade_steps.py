"""What the process of test_upgrade_kill.py does, repeatable after any death."""

from __future__ import annotations

from pathlib import Path

from app.store import folder


def open_once(store_folder: str) -> None:
    """Open the store as the program does at its start: an older one is upgraded."""
    folder.open_store(Path(store_folder)).close()
