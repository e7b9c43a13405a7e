"""A payment reference or a form's code as a QR symbol that a phone or a desk's scanner reads."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from app.documents.pen import RIGHT, Pen
from app.documents.sheet import MM, WHITE, Box, Squares

QUIET = 4  # modules left white around the symbol (ISO/IEC 18004)
SIDE = 28 * MM


def square(pen: Pen, text: str, *, alt: str, y: float, side: float = SIDE) -> None:
    """The symbol of a text on the page, with the words for whoever does not see it."""
    ground, squares = symbol(text, y=y, side=side)
    pen.pages[-1].marks.append(ground)
    pen.figure(squares, alt=alt)


def symbol(text: str, *, y: float, side: float = SIDE) -> tuple[Box, Squares]:
    """The symbol of a text against the right margin, on a white ground with its quiet zone."""
    modules, stretches = _modules(text)
    module = side / modules
    left, edge = RIGHT - side, QUIET * module
    ground = side + 2 * edge
    return (
        Box(x=left - edge, y=y - edge, width=ground, height=ground, fill=WHITE),
        Squares(x=left, y=y, module=module, stretches=stretches),
    )


@lru_cache(maxsize=8)  # a form draws the same on each of its pages
def _modules(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """How many modules a side has, and the dark stretches of each row."""
    import segno

    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    return len(matrix), tuple(
        (row, first, length)
        for row, modules in enumerate(matrix)
        for first, length in _dark(bytes(modules))
    )


def _dark(modules: bytes) -> list[tuple[int, int]]:
    found, place = [], 0
    for dark, group in groupby(modules):
        length = len(list(group))
        if dark:
            found.append((place, length))
        place += length
    return found
