"""The 7-3-1 check digit (ICAO 9303-3, 4.9), and what it cannot see.

All three weights have no divisor in common with ten. So one character put for another is noticed
wherever their values differ in the last digit, in every place alike; `A`, `K` and `U` (10, 20, 30),
`0` and the filler are one value to it, `B`, `L`, `V` and `1` another.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VALUES = {letter: value for value, letter in enumerate(_DIGITS)} | {"<": 0}
_WEIGHTS = (7, 3, 1)


def check_digit(text: str) -> str:
    """The check digit of characters A to Z, 0 to 9 and the filler."""
    return str(sum(VALUES[one] * _WEIGHTS[at % 3] for at, one in enumerate(text)) % 10)


def looks_alike(one: str, other: str) -> bool:
    """Whether no check digit over them can tell two characters apart."""
    return VALUES[one] % 10 == VALUES[other] % 10
