"""A page as it is kept: a picture that was drawn anew, so that nothing of its file is left."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from app.scans.terms import ScanTerms

if TYPE_CHECKING:
    from PIL import Image

JPEG, PNG = "image/jpeg", "image/png"
_PAPER = "white"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in pixels, and its bytes in the format of `media_type`."""

    width: int
    height: int
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Scan:
    """A file taken in: the format it came in, and its pages."""

    kind: str
    pages: tuple[Page, ...]

    @property
    def sha256(self) -> str:
        """The hash of the pages as they are kept, in hexadecimal."""
        return sha256(b"".join(page.content for page in self.pages)).hexdigest()


def draw(picture: Image.Image, terms: ScanTerms) -> Page:
    """Draw a picture anew on white, no larger than a page may be, with no word of its file."""
    from PIL import Image  # only once a file is taken in: it would slow down every start

    bilevel = picture.mode == "1"
    flat = _flat(picture)
    flat.thumbnail((terms.longest_side, terms.longest_side), Image.Resampling.LANCZOS)
    # A fresh image: a picture carries comments, profiles and positions along from its file.
    clean = Image.new(flat.mode, flat.size, _PAPER)
    clean.paste(flat)
    if bilevel:  # a fax: grey dots as PNG are smaller than as JPEG, and sharp
        return Page(clean.width, clean.height, PNG, _bytes(clean, "PNG", optimize=True))
    drawn = b""
    for quality in terms.qualities:
        drawn = _bytes(clean, "JPEG", quality=quality, optimize=True)
        if len(drawn) <= terms.most_page_bytes:
            break
    return Page(clean.width, clean.height, JPEG, drawn)


def _flat(picture: Image.Image) -> Image.Image:
    """Grey or coloured, eight bits, nothing seen through."""
    from PIL import Image

    if picture.mode.startswith("I;16"):  # sixteen bits of grey: the upper eight are seen
        picture = picture.convert("I").point(lambda level: level * (1 / 256))
    if picture.mode in ("1", "L", "I"):
        return picture.convert("L")
    if "A" in picture.mode or "a" in picture.mode or "transparency" in picture.info:
        seen_through = picture.convert("RGBA")
        flat = Image.new("RGBA", seen_through.size, _PAPER)
        return Image.alpha_composite(flat, seen_through).convert("RGB")
    return picture.convert("RGB")


def _bytes(picture: Image.Image, name: str, **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, name, **how)
    return out.getvalue()
