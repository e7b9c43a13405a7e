"""The press: what turns a letter's contents into a PDF kept inside the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.core.aside import HERE, Aside
from app.documents.fonts import Fonts
from app.documents.words import LetterWords


class Sheet(Protocol):
    """What is to be printed, still without fonts and words: a `partial` of a page of documents."""

    def __call__(self, *, fonts: Fonts, words: LetterWords) -> bytes:
        """The PDF."""


@dataclass(frozen=True, slots=True)
class Press:
    """Fonts and words of the letters, read when the first letter is made and not before.

    Letters are drawn `aside`: in the window, by a process that has fonts and words of its own.
    """

    load_fonts: Callable[[], Fonts]
    load_words: Callable[[], LetterWords]
    aside: Aside = HERE

    @property
    def words(self) -> LetterWords:
        """The words; the loader keeps them."""
        return self.load_words()

    def draw(self, sheet: Sheet) -> bytes:
        """Draw a sheet; raises as the sheet does, or Known where its drawing was ended."""
        return self.aside.do(partial(_drawn, self.load_fonts, self.load_words, sheet))


def _drawn(
    load_fonts: Callable[[], Fonts], load_words: Callable[[], LetterWords], sheet: Sheet
) -> bytes:
    return sheet(fonts=load_fonts(), words=load_words())


def sha256(pdf: bytes) -> str:
    """The hash a kept PDF is known by."""
    return hashlib.sha256(pdf).hexdigest()
