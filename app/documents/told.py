"""What a screen reader is told by a letter, read back from its file.

A kept file is the record, so its twin for a browser is made from what lies in it and can say
nothing else, whatever has changed in the case since. Only files that `paint` wrote are read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.core.errors import Known
from app.core.wording import Phrase
from app.documents.tags import Numbering, Role, Scope

if TYPE_CHECKING:
    from pypdf import PdfReader

_LETTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")

# What a file of somebody else's, or a damaged one of ours, holds in place of what we wrote.
# `RuntimeError`: parts within each other for ever, and packing that no reader knows.
_BROKEN = (AttributeError, LookupError, RuntimeError, TypeError, ValueError)

Value = Any  # what a PDF holds: names, numbers, text, lists and dictionaries of them


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a letter: the words and the parts in it, in reading order."""

    role: Role
    kids: tuple[Told | str, ...] = ()
    alt: str = ""
    scope: Scope | None = None
    numbering: Numbering | None = None


@dataclass(frozen=True, slots=True)
class ToldLetter:
    """The whole of a letter, with what the file says of itself."""

    title: str
    language: str
    whole: Told


def told(pdf: bytes) -> ToldLetter:
    """What the file tells; raises Known `no_twin` where it is none of ours, or is damaged."""
    # Only once a page is asked for: it would slow down every start.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return _Letter(PdfReader(io.BytesIO(pdf), strict=True)).told()
    except (*_BROKEN, PyPdfError):
        raise Known(
            "no_twin",
            Phrase(
                "No page for a browser can be made of this file. Only letters that Recoup wrote "
                "can be saved so."
            ),
        ) from None


class _Letter:
    """An open file, and the words of the pages that were read so far."""

    def __init__(self, file: PdfReader) -> None:
        self._file = file
        self._pages: dict[int, dict[int, str]] = {}

    def told(self) -> ToldLetter:
        """Title, language and the tree of the parts."""
        root: Value = self._file.root_object
        about: Value = self._file.trailer["/Info"]
        return ToldLetter(
            title=_text(about["/Title"]),
            language=_text(root["/Lang"]),
            whole=self._part(root["/StructTreeRoot"]["/K"][0]),
        )

    def _part(self, element: Value) -> Told:
        attributes = element.get("/A", {})
        scope, numbering = attributes.get("/Scope"), attributes.get("/ListNumbering")
        alt = element.get("/Alt", element.get("/ActualText"))
        return Told(
            role=Role(_name(element["/S"])),
            kids=tuple(self._kids(element)),
            alt="" if alt is None else _text(alt),
            scope=scope and Scope(_name(scope)),
            numbering=numbering and Numbering(_name(numbering)),
        )

    def _kids(self, element: Value) -> Iterator[Told | str]:
        """The parts in it, and the words drawn straight in it, in their order."""
        for kid in element["/K"]:
            if isinstance(kid, int):
                yield self._words(element.raw_get("/Pg"), kid)
            elif "/MCID" in kid:
                yield self._words(kid.raw_get("/Pg"), kid["/MCID"])
            else:
                yield self._part(kid)

    def _words(self, page: Value, stretch: int) -> str:
        """The words of a marked stretch of a page; none where nothing is written in it."""
        if page.idnum not in self._pages:
            self._pages[page.idnum] = self._read(page.get_object())
        return self._pages[page.idnum].get(stretch, "")

    def _read(self, page: Value) -> dict[int, str]:
        """The words of a page by the number of their stretch, as written and not as drawn."""
        from pypdf.generic import ContentStream

        fonts = {name: _letters(font) for name, font in page["/Resources"]["/Font"].items()}
        found: dict[int, str] = {}
        open_: list[tuple[int | None, bool]] = []  # the stretch, and whether its words were said
        letters: dict[int, str] = {}
        size = 0.0
        for given, sign in ContentStream(page["/Contents"], self._file, "bytes").operations:
            stretch, said = open_[-1] if open_ else (None, False)
            words = ""
            match sign:
                case b"BDC":
                    about = given[1]
                    within = about.get("/MCID", stretch)
                    open_.append((within, said or "/ActualText" in about))
                    stretch, words = within, _text(about.get("/ActualText", ""))
                case b"BMC":
                    open_.append((None, False))
                case b"EMC":
                    open_.pop()
                case b"Tf":
                    letters = fonts[given[0]]
                    # Another size is another line, not one that wrapped.
                    words = "\n" if size != given[1] and stretch in found else ""
                    size = given[1]
                case b"Tj" if not said:
                    words = "".join(letters[code] for code in given[0].original_bytes)
            if stretch is not None and words:
                found[stretch] = found.get(stretch, "") + words
        return found


def _letters(font: Value) -> dict[int, str]:
    """What each code of a font means, from its own table."""
    return {
        int(code, 16): chr(int(letter, 16))
        for code, letter in _LETTER.findall(font["/ToUnicode"].get_data())
    }


def _name(value: Value) -> str:
    return str(value).removeprefix("/")


def _text(value: Value) -> str:
    """Text as it was meant: strings of a content stream come as bytes, with UTF-16 by its mark."""
    if isinstance(value, bytes):
        return value.decode("utf-16" if value[:2] in (b"\xfe\xff", b"\xff\xfe") else "ascii")
    return str(value)
