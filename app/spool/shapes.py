"""What single values of the share's JSON files look like: codes, hashes, moments, whole numbers.

Each gives the value or raises ValueError; whoever reads the file knows what it means there.
"""

from __future__ import annotations

import re

CODE = re.compile(r"[A-Z0-9]{1,12}", re.ASCII)  # of a trust or of a machine
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", re.ASCII)
_LARGEST_NUMBER = 10**15


def number(value: object, *, least: int = -_LARGEST_NUMBER, most: int = _LARGEST_NUMBER) -> int:
    """A whole number of sane size, within bounds where asked."""
    if type(value) is not int or not least <= value <= most:
        raise ValueError("a number")
    return value


def text(value: object, pattern: re.Pattern[str] | None = None) -> str:
    """A string that can be written again, of one shape where asked."""
    if not isinstance(value, str) or (pattern and not pattern.fullmatch(value)):
        raise ValueError("a text")
    value.encode()  # half a character, as JSON can spell it, is none
    return value


def code(value: object) -> str:
    """The code of a trust or a machine: up to 12 capitals and digits."""
    return text(value, CODE)


def digest(value: object) -> str:
    """A SHA-256 in lower-case hexadecimal."""
    return text(value, _HASH)


def identifier(value: object) -> str:
    """A UUID in lower case."""
    return text(value, _UUID)


def moment(value: object) -> str:
    """A moment such as 2026-04-15T17:05:00Z."""
    return text(value, _MOMENT)
