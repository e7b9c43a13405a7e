"""How patient Recoup is with a share; what a trust sets stands in resources/share.toml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTerms:
    """Times of the exchange with a share, in seconds unless they say otherwise."""

    deadline: float  # a call that makes no progress for so long is given up
    idle: float  # a connection that is not used for so long is closed
    part_age: timedelta  # the part of a file that never came is taken away after this
    first_wait: float  # after a failure
    longest_wait: float  # however often it failed
    sign_in_wait: float  # at least, after a name or password was refused
    growth: float  # how many times longer each wait is than the one before
    spread: float  # the part of a wait left to chance, 0 to 1
    every: float  # a machine that has joined its trust exchanges so often by itself
    after_work: float  # and so soon after a piece of work was finished


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTerms:
    """How often finance's side takes a turn by itself, and looks at the list, in seconds."""

    every: float
    glance: float
