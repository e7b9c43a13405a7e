"""The languages of the card that is turned to the patient, and the texts it may show (H11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language as its speakers write its name, and as the desk calls it."""

    code: str
    name: str
    own: str
    rtl: bool = False  # written from right to left


@dataclass(frozen=True, slots=True)
class LanguageCard:
    """Every language offered, by its English name, and the English of each text."""

    languages: tuple[Language, ...]
    texts: Mapping[str, str]  # what a text is about, and its English

    def language(self, code: str) -> Language | None:
        """The language of a code, or None."""
        return next((one for one in self.languages if one.code == code), None)
