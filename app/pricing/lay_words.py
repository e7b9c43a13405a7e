"""What people call care, and what the price lists call it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayWord:
    """Phrases people use, and what marks the currencies they mean.

    A currency is meant where its name holds all words of one of `names`, or where its code
    begins with one of `codes`.
    """

    phrases: tuple[str, ...]
    names: tuple[frozenset[str], ...] = ()
    codes: tuple[str, ...] = ()

    def means(self, code: str, words: frozenset[str]) -> bool:
        """Whether people mean this currency by it."""
        return code.startswith(self.codes) or any(wanted <= words for wanted in self.names)


@dataclass(frozen=True, slots=True)
class LayWords:
    """All of them; a search finds by them after it has found by the published names."""

    entries: tuple[LayWord, ...]

    def words_for(self, code: str, words: Iterable[str]) -> str:
        """Every phrase that means a currency of this code, whose name has these words."""
        held = frozenset(words)
        return " ".join(
            phrase for entry in self.entries if entry.means(code, held) for phrase in entry.phrases
        )


NO_LAY_WORDS = LayWords(())
