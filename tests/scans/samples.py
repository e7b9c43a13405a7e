"""Files as people bring them, and files made to do harm; all drawn here."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from app.library.scans import load_scan_terms

TERMS = load_scan_terms()
SECRET = b"51.5074N canaryword"


def picture(wide: int = 600, high: int = 400, mode: str = "RGB") -> Image.Image:
    """A made-up card: a dark bar across its top, so that one can tell which way is up."""
    made = Image.new("RGB", (wide, high), "white")
    ImageDraw.Draw(made).rectangle((0, 0, wide, high // 8), fill="black")
    return made.convert(mode)


def saved(made: Image.Image, name: str, **how: object) -> bytes:
    """The bytes of a file in a format."""
    out = BytesIO()
    made.save(out, name, **how)
    return out.getvalue()


def jpeg(wide: int = 600, high: int = 400, **how: object) -> bytes:
    return saved(picture(wide, high), "JPEG", **how)


def pdf(pages: int = 1, *, password: str | None = None) -> bytes:
    """A letter; with a password where one is given."""
    out = BytesIO()
    canvas = Canvas(out, encrypt=password)
    for number in range(pages):
        canvas.drawString(72, 720, f"SPECIMEN page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def raw_pdf(*objects: str) -> bytes:
    """A one-page PDF from its objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return bytes(out)


def acting_pdf(action: str, *more: str) -> bytes:
    """A PDF that would do something when it is opened."""
    return raw_pdf(
        f"<< /Type /Catalog /Pages 2 0 R /OpenAction {action} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /AA << /O {action} >> >>",
        *more,
    )


def png_claiming(wide: int, high: int) -> bytes:
    """A small PNG that says it unpacks to this many pixels, of one colour."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 2_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", body), chunk(b"IEND", b""))
    )
