"""The command line: every service of the house, with no window (docs/cli.md)."""

from __future__ import annotations

from app.cli.frame import main

__all__ = ["main"]
