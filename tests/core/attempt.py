"""Trying something whose refusal is an answer too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.core.errors import BadInput

T = TypeVar("T")


def attempt(read: Callable[[], T]) -> T | BadInput:
    """What was read, or the refusal; any other exception is a fault and goes on up."""
    try:
        return read()
    except BadInput as refused:
        return refused
