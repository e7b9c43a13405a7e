"""The press: what turns a letter's contents into a PDF kept inside the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from app.documents.fonts import Fonts
from app.documents.words import LetterWords


@dataclass(frozen=True, slots=True)
class Press:
    """Fonts and words of the letters, read when the first letter is made and not before."""

    load_fonts: Callable[[], Fonts]
    load_words: Callable[[], LetterWords]

    @property
    def fonts(self) -> Fonts:
        """The faces; the loader keeps them."""
        return self.load_fonts()

    @property
    def words(self) -> LetterWords:
        """The words; the loader keeps them."""
        return self.load_words()


def sha256(pdf: bytes) -> str:
    """The hash a kept PDF is known by."""
    return hashlib.sha256(pdf).hexdigest()
