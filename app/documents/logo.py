"""A trust's logo for the head of its letters: taken in by content and drawn anew as a PNG.

What else a picture file may carry (places, cameras, programs) does not come along.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.core.errors import BadInput

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 10 * 1024 * 1024  # safety-and-security 3.8
_MOST_PIXELS = 40_000_000
_WIDE, _HIGH = 1228, 472  # the space of 52 by 20 mm at 600 dots to the inch
_KINDS = ("PNG", "JPEG")


def clean_logo(file: bytes) -> bytes:
    """The picture as a PNG of at most the size it is printed in, without anything else.

    Raises BadInput `bad_logo` where the file is too large or no PNG or JPEG.
    """
    if len(file) > LARGEST_FILE:
        raise BadInput("bad_logo", "Choose a picture of at most 10 MB.", "logo")
    picture = _read(file)
    picture.thumbnail((_WIDE, _HIGH))
    drawn = BytesIO()
    _on_white(picture).save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def _read(file: bytes) -> Image:
    from PIL import Image  # only once a logo is taken in: it would slow down every start

    try:
        picture = Image.open(BytesIO(file), formats=_KINDS)
        if picture.width * picture.height > _MOST_PIXELS:
            raise BadInput("bad_logo", "Choose a smaller picture: this one is too wide.", "logo")
        picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise BadInput(
            "bad_logo", "This file is no whole PNG or JPEG picture. Choose another.", "logo"
        ) from None
    return picture


def _on_white(picture: Image) -> Image:
    """What shows through shows the paper: an archive's pages hold no transparency."""
    from PIL import Image

    layered = picture.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered).convert("RGB")
