"""How moments of the audit are written on its screens."""

from __future__ import annotations

from app.core.dates import clock_time, parse_iso
from ui.days import show


def moment(at: str) -> str:
    """`09-Mar-2026 09:14`: the day and the time on the wall of the hospital."""
    return f"{show(parse_iso(at[:10]))} {clock_time(at)}"
