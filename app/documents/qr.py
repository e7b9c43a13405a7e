"""A payment reference as a QR symbol that a phone or a cashier's scanner reads."""

from __future__ import annotations

from itertools import groupby

from app.documents.flow import RIGHT
from app.documents.sheet import MM, Squares

QUIET = 4  # modules left white around the symbol (ISO/IEC 18004)
SIDE = 32 * MM


def squares(text: str, *, y: float) -> Squares:
    """The symbol of a text, right-aligned, quiet zone included in its place."""
    import segno

    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    module = SIDE / (len(matrix) + 2 * QUIET)
    stretches = tuple(
        (row, first, length)
        for row, modules in enumerate(matrix)
        for first, length in _dark(bytes(modules))
    )
    edge = QUIET * module
    return Squares(x=RIGHT - SIDE + edge, y=y + edge, module=module, stretches=stretches)


def _dark(modules: bytes) -> list[tuple[int, int]]:
    found, place = [], 0
    for dark, group in groupby(modules):
        length = len(list(group))
        if dark:
            found.append((place, length))
        place += length
    return found
