"""Fonts in a file: smaller than they come, the same on paper."""

from __future__ import annotations

import re
from importlib import import_module
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from app.documents.cut import EVERYDAY
from app.documents.fonts import Face
from tests.documents.made_up import FONTS, invoice, invoice_bytes, payer

TTFont: Any = import_module("fontTools.ttLib").TTFont  # an independent reader; it has no types
Pen: Any = import_module("fontTools.pens.recordingPen").DecomposingRecordingPen
HINTS = {"fpgm", "prep", "cvt ", "name", "GPOS", "GSUB"}
FACES = {face.file.stem: face for face in (FONTS.regular, FONTS.bold, *FONTS.scripts)}


def _programs(pdf: bytes) -> dict[str, tuple[Any, dict[int, int]]]:
    """Each cut in the file, and what its codes mean."""
    found = {}
    with pikepdf.open(BytesIO(pdf)) as document:
        for font in document.pages[0].obj.Resources.Font.values():
            program = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
            letters = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>", font.ToUnicode.read_bytes())
            meant = {int(code, 16): int(letter, 16) for code, letter in letters}
            found[str(font.BaseFont).removeprefix("/")] = (program, meant)
    return found


def _outline(font: Any, name: str) -> object:
    pen = Pen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value


def _same_outlines(cut: Any, meant: dict[int, int], face: Face) -> int:
    whole = TTFont(face.file)
    codes, letters = cut["cmap"].tables[0].cmap, whole.getBestCmap()
    compared = 0
    for code, letter in meant.items():
        if code and letter in letters and code in codes and letter != ord(" "):
            assert _outline(cut, codes[code]) == _outline(whole, letters[letter]), chr(letter)
            compared += 1
    return compared


def test_the_everyday_letters_keep_their_outlines_and_lose_their_hints() -> None:
    programs = _programs(invoice_bytes())
    assert len(programs) == 2
    for name, (cut, meant) in programs.items():
        face = FACES["LiberationSans-Bold" if "Bold" in name else "LiberationSans-Regular"]
        assert not HINTS & set(cut.keys())
        assert _same_outlines(cut, meant, face) == len(EVERYDAY) - 1


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Wiśniewska Nguyễn", "LiberationSans-Regular"),
        ("王小明", "DroidSansFallbackFull"),
        ("გიორგი", "NotoSansGeorgian-Regular"),
    ],
)
def test_other_letters_get_a_cut_of_their_own(name: str, stem: str) -> None:
    usual = _programs(invoice_bytes())
    more = _programs(invoice_bytes(invoice(to=payer(name, "Lee"))))
    ((cut, meant),) = (found for told, found in more.items() if told not in usual)
    assert _same_outlines(cut, meant, FACES[stem]) == len(set(name) - set(EVERYDAY))
