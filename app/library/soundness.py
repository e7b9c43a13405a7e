"""The shelf of reasons: what the shipped law holds though it can change no outcome."""

from __future__ import annotations

import tomllib
from functools import cache

from app.library import resource
from app.residency.soundness import Idle, Never


@cache
def load_exceptions() -> dict[Idle, str]:
    """Each rule, fact or question excused, with the reason."""
    rows = tomllib.loads(resource("rules", "exceptions.toml").read_text("utf-8"))["exception"]
    return {Idle(Never(row["kind"]), name): row["reason"] for row in rows for name in row["names"]}
