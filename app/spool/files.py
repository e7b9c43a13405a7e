"""Names of files on the share, and the limits of what is read there."""

from __future__ import annotations

import re

LARGEST_FILE = 64 * 1024 * 1024
PART = ".part"
TRIAL = "recoup-trial-"  # how a file's name begins that was written only to try the share
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}", re.ASCII)
_PREFIX = re.compile(r"[A-Za-z0-9._-]{0,121}", re.ASCII)
_PART = re.compile(r"(.+)\.[0-9]+\.part", re.ASCII)


def checked_name(name: str) -> str:
    """The name, if a file of the exchange may have it; raises ValueError, as the caller's fault."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name for a file of the exchange")
    return name


def checked_prefix(prefix: str) -> str:
    """How names may begin; raises ValueError."""
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"{prefix!r} begins no name of a file of the exchange")
    return prefix


def checked_trial(name: str) -> str:
    """The name of a file written to try the share: the only kind that is taken away by name."""
    if not name.startswith(TRIAL):
        raise ValueError(f"{name!r} is no file of a trial")
    return checked_name(name)


def part_of(name: str, mark: int) -> str:
    """What an attempt to write a file calls it until every byte is there; a mark an attempt."""
    return f"{name}.{mark}{PART}"


def whole_of(part: str) -> str | None:
    """The file that a part would become; None for what is no part of ours."""
    found = _PART.fullmatch(part)
    return found[1] if found else None
