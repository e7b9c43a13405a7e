"""Names and words in any script, turned into pieces that a page can place.

A word goes to the first face that has its letters. Arabic letters take their joined shapes and
run leftwards, in the order of the eye. Indic letters, and Latin ones with free-standing marks, are
set by HarfBuzz. What was written is kept beside what is drawn, for search, copying and screen
readers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import Known
from app.core.wording import Phrase
from app.documents.fonts import Face, Fonts, Joining, Typeface, typeface

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper
    from uharfbuzz import Font

_LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Signs and figures, which take their direction from the words around them.
_BETWEEN = r"\s\d!-@\[-`{-~\u200c\u200d\u2010-\u205e"
_RIGHT_ALONE = re.compile(rf"[{_BETWEEN}{_LEFTWARDS}]*$")
_RIGHT_SPAN = re.compile(rf"[{_LEFTWARDS}](?:[{_BETWEEN}]*[{_LEFTWARDS}\d])*")
_HEBREW_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_AS_IS = 1.0  # thousandths: a smaller shift is the font's own rounding
_PICTURES = ("So", "Sk")
_JOINERS = "\u200c\u200d"
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")  # brackets open leftwards
# Letters of Europe with their accents and the usual signs: composed, seen, and no other spaces.
_CLEAN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*")
_UNSEEN = re.compile(f"[{_JOINERS}]")
_VARIATIONS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face, offset from where their run begins, in thousandths of the size."""

    face: str
    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces drawn together. `said` is what was written, where the drawn letters differ.

    `leftward` letters stand in the order of the eye.
    """

    pieces: tuple[Piece, ...]
    width: float
    said: str | None = None
    leftward: bool = False


def runs(text: str, fonts: Fonts, *, bold: bool = False, spaced: bool = False) -> tuple[Run, ...]:
    """The text as runs, left to right; raises Known `no_letters` where no face has a letter.

    `spaced` ends it with a space, by which a reader that does not look at places parts the words
    of one line from those of the next (ISO 32000-1, 14.8.2.5).
    """
    face = typeface(fonts.bold if bold else fonts.regular)
    if face.simple.issuperset(text):
        return (_plain(text + " " if spaced else text, face),)
    end = (_plain(" ", face),) if spaced else ()
    return (*_mixed(clean(text), fonts, face), *end)


def width_of(text: str, fonts: Fonts, *, bold: bool = False) -> float:
    """How wide the text runs, in thousandths of the size."""
    face = typeface(fonts.bold if bold else fonts.regular)
    if face.simple.issuperset(text):
        return sum(map(face.widths.__getitem__, text))
    return sum(run.width for run in _mixed(clean(text), fonts, face))


def clean(text: str) -> str:
    """Composed letters and plain spaces; the invisible signs that turn text around are dropped."""
    if _CLEAN.fullmatch(text):
        return text
    composed = _VARIATIONS.sub("", unicodedata.normalize("NFC", text))
    return "".join(
        letter
        for letter in (" " if letter.isspace() else letter for letter in composed)
        if letter in _JOINERS or not unicodedata.category(letter).startswith("C")
    )


def _mixed(text: str, fonts: Fonts, face: Typeface) -> Iterator[Run]:
    done = 0
    for first, last in _right_spans(text):
        yield from _rightward(text[done:first], fonts, face)
        yield _leftward(text[first:last], fonts, face)
        done = last
    yield from _rightward(text[done:], fonts, face)


def _right_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where text runs leftwards: all of it, or the spans between words that do not."""
    found = list(_RIGHT_SPAN.finditer(text))
    if found and _RIGHT_ALONE.match(text):
        yield 0, len(text)
        return
    for span in found:
        unclosed = span[0].count("(") > span[0].count(")")
        yield span.start(), span.end() + (unclosed and text.startswith(")", span.end()))


def _rightward(text: str, fonts: Fonts, face: Typeface) -> Iterator[Run]:
    """Runs of text that goes rightwards: per face, shaped where letters combine."""
    for home, letters in _by_face(text, fonts, face):
        chosen = face if home is None else typeface(home)
        combines = home is not None and home.joining is Joining.SHAPED
        if combines or not chosen.simple.issuperset(letters):
            yield _shaped(letters, chosen)
        else:
            yield _plain(letters, chosen)


def holds_together(letter: str) -> bool:
    """Whether it belongs to the letter before it, so that no line may begin with it."""
    return letter in _JOINERS or unicodedata.category(letter).startswith("M")


def _by_face(text: str, fonts: Fonts, face: Typeface) -> Iterator[tuple[Face | None, str]]:
    """Neighbouring letters of one face together; marks and joiners stay with their letter."""
    text = "".join(_without_pictures(text, fonts, face))
    homes: list[Face | None] = []
    for letter in text:
        if homes and holds_together(letter):
            homes.append(homes[-1])
        else:
            homes.append(None if letter in face.widths else _home(letter, fonts))
    places = iter(text)
    for home, group in groupby(homes):
        yield home, "".join(next(places) for _ in group)


def _without_pictures(text: str, fonts: Fonts, face: Typeface) -> Iterator[str]:
    """The text less what no face has of smiling faces and the like, and what joins them.

    They are no letters of a name, and no bill should wait for them.
    """
    after_picture = False
    for letter in text:
        is_picture = (
            unicodedata.category(letter) in _PICTURES
            and letter not in face.widths
            and fonts.script_of(letter) is None
        )
        after_picture = is_picture or (after_picture and letter in _JOINERS)
        if not after_picture:
            yield letter


def _home(letter: str, fonts: Fonts) -> Face:
    home = fonts.script_of(letter)
    if home is None or letter not in typeface(home).widths:
        raise _no_letters(letter)
    return home


def _plain(text: str, face: Typeface) -> Run:
    return Run((Piece(face.name, text),), sum(map(face.widths.__getitem__, text)))


def _leftward(text: str, fonts: Fonts, face: Typeface) -> Run:
    """A span written right to left, its letters joined and put in the order of the eye."""
    from bidi import get_display

    joined = _reshaper().reshape(_HEBREW_POINTS.sub("", text)).translate(_MIRRORED)
    pieces: list[Piece] = []
    x = 0.0
    seen = _UNSEEN.sub("", get_display(joined, base_dir="R"))
    for chosen, group in groupby(seen, lambda letter: _leftward_face(letter, fonts, face)):
        letters = "".join(group)
        pieces.append(Piece(chosen.name, letters, x))
        x += sum(map(chosen.widths.__getitem__, letters))
    return Run(tuple(pieces), x, text, leftward=True)


def _leftward_face(letter: str, fonts: Fonts, face: Typeface) -> Typeface:
    if letter in face.simple:
        return face
    return typeface(_home(letter, fonts))


def _shaped(text: str, face: Typeface) -> Run:
    """Letters that combine, set by HarfBuzz; a new piece wherever one moves from its place."""
    from uharfbuzz import Buffer, shape

    buffer = Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    shape(_shaper(face.file), buffer, {"kern": False})
    pieces: list[Piece] = []
    x = expected = 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == 0:
            raise _no_letters(text[info.cluster])
        letter = face.character_for(info.codepoint)
        here, height = x + place.x_offset, float(place.y_offset)
        last = pieces[-1] if pieces else None
        if last is not None and height == last.y and abs(here - expected) < _AS_IS:
            pieces[-1] = Piece(face.name, last.text + letter, last.x, last.y)
        else:
            pieces.append(Piece(face.name, letter, here, height))
        x += place.x_advance
        expected = here + face.width_of(letter)
    return Run(tuple(pieces), x, text)


@cache
def _reshaper() -> ArabicReshaper:
    """Lam with alef must join; others are off, one being a picture."""
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"support_ligatures": True, "ARABIC LIGATURE ALLAH": False})


@cache
def _shaper(file: Path) -> Font:
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file)))
    font.scale = (1000, 1000)
    return font


def _no_letters(letter: str) -> Known:
    called = unicodedata.name(letter, f"U+{ord(letter):04X}").lower()
    return Known(
        "no_letters",
        Phrase(
            "Letters cannot show “{letter}” ({name}). Write the name, address or text it stands in "
            "with Latin letters, a name as the passport shows it, then make the letter again.",
            letter=letter,
            name=called,
        ),
    )
