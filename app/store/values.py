"""Between the types of the house and what a column holds."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

# Made once: json.dumps would make an encoder for every answer.
_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def to_json(value: object) -> str:
    """JSON as stored: compact, same text for same value, refusing what JSON cannot hold."""
    return _encode(value)


def from_json(text: str) -> Any:
    """The value that was stored."""
    return json.loads(text)


def to_day(day: date | None) -> str | None:
    """`2026-03-09`, or nothing."""
    return None if day is None else day.isoformat()


def from_day(text: str | None) -> date | None:
    """The day that was stored, or None."""
    return None if text is None else date.fromisoformat(text)
