"""Fonts cut to the letters a file needs, each cut made once in a process.

The everyday letters of the text faces are one cut that every file shares, whatever it says. Other
letters go to cuts of their own, kept by the letters they hold. So equal letters give equal bytes
whatever was drawn before, and a usual letter cuts no font at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, makeToUnicodeCMap

from app.documents.ready import Document, Ready, add, stream
from app.documents.trim import trim

# What Western Europe writes with, signs included: Windows-1252, whose gaps Python leaves out.
EVERYDAY = bytes(range(0x20, 0x100)).replace(b"\x7f", b"").decode("cp1252", "ignore")
_NOTHING, _FIRST, _CUT = 0, 0x20, 0x100
_KEPT = 256  # cuts; a few kilobytes each


@dataclass(frozen=True, slots=True)
class Cut:
    """Some letters of a face, in the bytes a file holds them in."""

    name: bytes
    program: bytes
    unicode: bytes
    descriptor: bytes
    widths: bytes
    last: int


class CutFont(TTFont):
    """A face that spells text for a content stream and shares its cuts between files."""

    def __init__(self, name: str, path: str, *, everyday: bool) -> None:
        super().__init__(name, path, asciiReadable=False)
        self._codes: dict[int, int] = {}
        self._first: list[int] = [_NOTHING, *[_FIRST] * 32]
        self._spelling: dict[int, str] = {}
        if everyday:
            self._first = [_NOTHING] * _FIRST + [ord(letter) for letter in EVERYDAY]
            self._codes = {ord(letter): code for code, letter in enumerate(EVERYDAY, _FIRST)}
            self._spelling = {
                letter: escapePDF(bytes([code])) for letter, code in self._codes.items()
            }
        self._everyday = frozenset(map(chr, self._spelling))
        self.cut = lru_cache(maxsize=_KEPT)(self._cut)

    def spell(self, text: str, document: Document) -> list[tuple[str, str]]:
        """The text as (name of a cut within the file, escaped characters)."""
        if document not in self.state:
            self._begin(document)
        if self._everyday.issuperset(text):
            return [(self.getSubsetInternalName(0, document), text.translate(self._spelling))]
        return [
            (self.getSubsetInternalName(cut, document), escapePDF(letters))
            for cut, letters in self.splitString(text, document)
        ]

    def addObjects(self, doc: Document) -> None:
        """Put the cuts that the file used into it; reportlab calls this when it closes the file."""
        for place, letters in enumerate(self.state[doc].subsets):
            cut = self.cut(place, tuple(letters))
            program = add(doc, Ready(cut.program))
            unicode = add(doc, Ready(cut.unicode))
            descriptor = add(doc, Ready(cut.descriptor % program))
            font = Ready(
                b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar 0/LastChar %d"
                b"/Widths[%b]/ToUnicode %d 0 R/FontDescriptor %d 0 R>>"
                % (cut.name, cut.last, cut.widths, unicode, descriptor)
            )
            name = self.getSubsetInternalName(place, doc)[1:]
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]

    def _begin(self, document: Document) -> None:
        """A file's own list of letters, beginning with the shared cut."""
        state: Any = TTFont.State(asciiReadable=False)
        state.subsets = [list(self._first)]
        if self._codes:
            state.assignments = dict(self._codes)
            state.nextCode = _CUT  # the shared cut is full: what else comes goes to the next
        self.state[document] = state

    def _cut(self, place: int, letters: tuple[int, ...]) -> Cut:
        face: Any = self.face
        name = SUBSETN(place) + b"+" + face.name
        program = trim(face.makeSubset(list(letters)))
        box = b" ".join(b"%d" % side for side in face.bbox)
        descriptor = (
            b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%b]/ItalicAngle %d/Ascent %d"
            b"/Descent %d/CapHeight %d/StemV %d/MissingWidth %d/FontFile2 %%d 0 R>>"
            % (
                name,
                face.flags & ~0x20 | 4,  # symbolic: its own table says which code draws what
                box,
                face.italicAngle,
                face.ascent,
                face.descent,
                face.capHeight,
                face.stemV,
                face.defaultWidth,
            )
        )
        return Cut(
            name=name,
            program=stream(program, b"/Length1 %d" % len(program)),
            unicode=stream(makeToUnicodeCMap(name.decode(), letters).encode()),
            descriptor=descriptor,
            widths=" ".join(f"{face.getCharWidth(letter):.5g}" for letter in letters).encode(),
            last=len(letters) - 1,
        )
