"""What a share is opened with in tests: the shipped times, or shorter ones, and a password."""

from __future__ import annotations

from dataclasses import replace

from app.library.share import load_share_terms
from app.machine import SystemRandomness
from app.spool.share import Means
from tests.spool.samba import PASSWORD


def means(*, deadline: float | None = None, password: str = PASSWORD) -> Means:
    """Means with this deadline in seconds, and this password."""
    terms = load_share_terms()
    if deadline is not None:
        terms = replace(terms, deadline=deadline)
    return Means(terms=terms, chance=SystemRandomness(), password=lambda _: password)
