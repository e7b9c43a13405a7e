"""The faces a letter may use, and what each one can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.documents.cut import CutFont

_PRIVATE = 0xE000  # the private use area: 6,400 places for shapes that are no letter of their own
_PRIVATE_SIZE = 0x1900
_RIGHT_TO_LEFT = ("R", "AL", "AN")


class Joining(StrEnum):
    """How the letters of a script come together."""

    PLAIN = "plain"
    RIGHT = "right"
    SHAPED = "shaped"


@dataclass(frozen=True, slots=True, eq=False)  # the same only as itself: asked for at each word
class Face:
    """One font file, the letters it serves and how they join."""

    file: Path
    ranges: tuple[tuple[int, int], ...] = ()
    joining: Joining = Joining.PLAIN

    def serves(self, letter: str) -> bool:
        """True when the letter lies in this face's ranges."""
        code = ord(letter)
        return any(first <= code <= last for first, last in self.ranges)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of the text, those of the scripts they lack, and what letters' colours mean.

    `colours` is an ICC profile of version 2, which PDF/A wants inside each file.
    """

    regular: Face
    bold: Face
    colours: Path
    scripts: tuple[Face, ...] = ()

    def script_of(self, letter: str) -> Face | None:
        """The face that serves this letter's script, if any does."""
        return next((face for face in self.scripts if face.serves(letter)), None)


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """A face read from disk. `widths` are in thousandths of the size, by letter."""

    name: str
    file: Path
    font: CutFont
    widths: Mapping[str, float]
    simple: frozenset[str]  # letters that stand alone: no marks, nothing written leftwards

    def width_of(self, letter: str) -> float:
        """The width of one character, private ones included."""
        return float(self.font.face.charWidths[ord(letter)])

    def character_for(self, glyph: int) -> str:
        """A character that draws this glyph: its own letter, or a private one.

        The private one follows from the glyph's number alone, so equal letters give equal
        bytes whatever was drawn before.
        """
        own = _letters_by_glyph(self).get(glyph)
        if own is not None:
            return own
        if glyph >= _PRIVATE_SIZE:  # no shaped face shipped here has so many
            raise ValueError(f"glyph {glyph} of {self.name} has no private place")
        face = self.font.face
        code = _PRIVATE + glyph
        face.charToGlyph[code] = glyph
        face.charWidths[code] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm
        return chr(code)


_named: dict[str, Typeface] = {}


def named(name: str) -> Typeface:
    """A face read before, by its name."""
    return _named[name]


@cache
def typeface(face: Face) -> Typeface:
    """Read and register a face, once in a process."""
    from reportlab.pdfbase.pdfmetrics import registerFont

    from app.documents.cut import CutFont

    name = f"Recoup-{face.file.stem}"
    font = CutFont(name, str(face.file), everyday=not face.ranges)
    registerFont(font)
    widths = {chr(code): float(width) for code, width in font.face.charWidths.items()}
    simple = frozenset(letter for letter in widths if _stands_alone(letter))
    found = _named[name] = Typeface(name, face.file, font, widths, simple)
    return found


@cache
def _letters_by_glyph(face: Typeface) -> dict[int, str]:
    return {
        face.font.face.charToGlyph[ord(letter)]: letter for letter in reversed(list(face.widths))
    }


def _stands_alone(letter: str) -> bool:
    return (
        not unicodedata.category(letter).startswith(("M", "C"))
        and unicodedata.bidirectional(letter) not in _RIGHT_TO_LEFT
    )
