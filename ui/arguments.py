"""What the window is started with: where its records lie, and how it looks for this once."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.core.look import SCHEMES, TEXT_PERCENTS


def parser() -> argparse.ArgumentParser:
    """Of the program `recoup-desk`."""
    one = argparse.ArgumentParser(
        prog="recoup-desk", description="The Recoup window: desk, officer's queue and money."
    )
    one.add_argument("--data", metavar="DIR", help="the folder that holds store and keys")
    one.add_argument("--demo", action="store_true", help="open the made-up desk at once")
    one.add_argument("--look", choices=SCHEMES, help="colours")
    one.add_argument("--text", type=int, choices=TEXT_PERCENTS, help="text size in per cent")
    one.add_argument("--language", metavar="CODE", help="of the window's own words; en")
    one.add_argument(
        "--check", action="store_true", help="show the first window, close it and leave with 0"
    )
    return one


def folders(args: argparse.Namespace) -> tuple[Path, Path, Path]:
    """The desk's folder, the demo's, and the file of how this computer's sign-in page looks."""
    if args.data:
        folder = Path(args.data)
        demo = folder.with_name(f"{folder.name}-demo")
        return folder, demo, folder.with_name(f"{folder.name}-look.json")
    from platformdirs import user_config_path, user_data_path

    own = user_data_path("Recoup", appauthor=False)
    look = user_config_path("Recoup", appauthor=False) / "look.json"
    return own / "desk", own / "demo", look
