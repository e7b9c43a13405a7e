"""Objects of a PDF spelt by hand and handed to reportlab's document as they stand.

reportlab builds its dictionaries key by key, which for hundreds of parts of a letter takes longer
than the letter itself; and it ends a stream without the line end that ISO 19005-2, 6.1.7.1 asks
for before `endstream`.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

Document = Any  # reportlab's PDFDocument, of which its stubs name too little


class Ready(PDFObject):
    """An object whose bytes are known, or will be before the file is written."""

    __RefOnly__ = 1  # it has a number of its own and is never spelt inside another

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, _document: Document) -> bytes:
        """The bytes, as reportlab asks for them."""
        return self.body


def add(document: Document, ready: Ready, name: str | None = None) -> int:
    """The number by which other objects may refer to it."""
    document.Reference(ready, name)
    return int(document.objectcounter)


def stream(data: bytes, entries: bytes = b"", *, packed: bool = True) -> bytes:
    """Data with its dictionary, compressed unless it must be found by plain search."""
    if packed:
        data, entries = zlib.compress(data), entries + b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\nendstream\n" % (entries, len(data), data)


def string(text: str) -> bytes:
    """Text as PDF spells it: plain, or UTF-16 with its mark, in hexadecimal."""
    if text.isascii() and text.isprintable() and not set("()\\") & set(text):
        return b"(%b)" % text.encode()
    return b"<%b>" % (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()


def document_of(canvas: Any) -> Document:
    """What a canvas gathers its pages in: reportlab leaves no other way to its catalogue."""
    return canvas._doc
