"""Pictures, decoded within bounds and drawn anew the right way up."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from app.core.errors import BadInput
from app.scans.kinds import FIELD, Kind
from app.scans.page import Page, draw
from app.scans.terms import ScanTerms

if TYPE_CHECKING:
    from PIL import Image


def count(content: bytes, kind: Kind, most: int) -> int:
    """How many pages a picture holds; counted to one more than `most`, for there may be millions.

    A TIFF may hold several, others show their first alone.
    """
    if kind is not Kind.TIFF:
        return 1
    with _opened(content, kind) as picture:
        try:
            for number in range(most + 1):
                picture.seek(number)
        except EOFError:
            return number
    return most + 1


def pages(content: bytes, kind: Kind, total: int, terms: ScanTerms) -> Iterator[Page]:
    """Each of so many pages drawn anew; raises BadInput `too_many_pixels`."""
    with _opened(content, kind) as picture:
        for number in range(total):
            if number:
                picture.seek(number)
            yield _page(picture, terms)


def _page(picture: Image.Image, terms: ScanTerms) -> Page:
    # Known from the head alone: nothing of a picture that unpacks to gigabytes is unpacked.
    if picture.width * picture.height > terms.most_pixels:
        raise too_many_pixels()
    turned = _turned(picture)
    picture.draft("RGB", (terms.longest_side, terms.longest_side))  # JPEG: unpack no finer
    picture.load()
    return draw(picture if turned is None else picture.transpose(turned), terms)


def _turned(picture: Image.Image) -> Image.Transpose | None:
    """How to turn a picture that was taken with the camera on its side (EXIF 0x0112)."""
    from PIL import Image

    ways = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    try:
        way = picture.getexif().get(0x0112)
    except (SyntaxError, ValueError, OSError, struct.error, UserWarning):
        return None  # broken words about a picture are no reason to refuse it
    return ways.get(way) if isinstance(way, int) else None


def _opened(content: bytes, kind: Kind) -> Image.Image:
    from PIL import Image

    return Image.open(BytesIO(content), formats=[kind.value])


def too_many_pixels() -> BadInput:
    """A picture that would unpack to more than a desk should hold in memory."""
    return BadInput(
        "too_many_pixels",
        "That picture is too large to open. Take it again at a lower resolution.",
        FIELD,
    )
