"""A font program without what a page does not need: hints for coarse screens, names, style tables.

A PDF needs the outlines, their measures and one table of codes (ISO 32000-1, 9.9); the rest is
half of a text face, and would lie in every letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from struct import pack, unpack, unpack_from

from reportlab.pdfbase.ttfonts import TTFontMaker

_KEPT = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "post")
_HEAD = 10  # bytes before a glyph's own data
_LONG = 50  # where `head` says whether places are written long
_MORE, _WIDE, _HINTED = 0x0020, 0x0001, 0x0100  # flags of a glyph's parts
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))


def trim(program: bytes) -> bytes:
    """The same outlines under the same codes, in about half the bytes."""
    tables = dict(_tables(program))
    (long,) = unpack_from(">h", tables["head"], _LONG)
    width, letter, unit = (4, "L", 1) if long else (2, "H", 2)
    places = unpack(f">{len(tables['loca']) // width}{letter}", tables["loca"])
    glyphs, ends = [], [0]
    for first, last in pairwise(places):
        glyphs.append(_plain(tables["glyf"][first * unit : last * unit]))
        ends.append(ends[-1] + len(glyphs[-1]))
    head = bytearray(tables["head"])
    head[_LONG : _LONG + 2] = pack(">h", 1)
    made = TTFontMaker()
    for name in _KEPT:
        made.add(name, bytes(head) if name == "head" else tables[name])
    made.add("glyf", b"".join(glyphs))
    made.add("loca", pack(f">{len(ends)}L", *ends))
    return bytes(made.makeStream())


def _tables(program: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = unpack_from(">H", program, 4)
    for row in range(count):
        name, _, place, length = unpack_from(">4sLLL", program, 12 + 16 * row)
        yield name.decode(), program[place : place + length]


def _plain(glyph: bytes) -> bytes:
    """One glyph without its instructions."""
    if not glyph:
        return glyph
    (contours,) = unpack_from(">h", glyph)
    if contours < 0:
        return _plain_parts(bytearray(glyph))
    at = _HEAD + 2 * contours
    (length,) = unpack_from(">H", glyph, at)
    return glyph[:at] + b"\0\0" + glyph[at + 2 + length :]


def _plain_parts(glyph: bytearray) -> bytes:
    """One made of others: its parts, none of which says that instructions follow."""
    at, flags = _HEAD, _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", glyph, at)
        glyph[at : at + 2] = pack(">H", flags & ~_HINTED)
        at += 8 if flags & _WIDE else 6
        at += next((size for flag, size in _SCALES if flags & flag), 0)
    return bytes(glyph[:at])
