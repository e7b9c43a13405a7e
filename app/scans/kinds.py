"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

from enum import StrEnum

from app.core.errors import BadInput

FIELD = "file"


class Kind(StrEnum):
    """The formats taken in; the values are Pillow's names of them."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WEBP"
    BMP = "BMP"
    PDF = "PDF"


_HEADS = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"BM", Kind.BMP),
    (b"%PDF-", Kind.PDF),
)
_BEFORE_A_PDF = b"\xef\xbb\xbf\r\n\t \0"
# The brands of phones' pictures, ISO/IEC 23008-12 annex B.
_PHONE_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})


def kind_of(content: bytes) -> Kind:
    """The format of a file; raises BadInput `empty_file`, `heic_file` or `not_a_document`."""
    if not content:
        raise BadInput("empty_file", "That file is empty. Take the picture again.", FIELD)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _PHONE_BRANDS:
        raise BadInput(
            "heic_file",
            "That is a phone’s HEIC picture. On the phone, share it as JPEG, then attach that.",
            FIELD,
        )
    for head, kind in _HEADS:
        if content.startswith(head):
            return kind
    if content[:32].lstrip(_BEFORE_A_PDF).startswith(b"%PDF-"):  # as some scanners begin
        return Kind.PDF
    raise BadInput(
        "not_a_document",
        "That file is neither a picture nor a PDF. Attach a JPEG, PNG, TIFF, WebP, BMP or PDF.",
        FIELD,
    )
