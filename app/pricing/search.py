"""Finding one of thousands of currencies while it is being typed.

The words of all names lie sorted, each with the rows that hold it as the bits of one number, so
that a key stroke costs a few searches by halves and a few ANDs, whatever the number of rows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import and_, or_
from typing import Generic, TypeVar

from app.core.people import search_key
from app.pricing.lay_words import NO_LAY_WORDS, LayWords

T = TypeVar("T")
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_WITH_A_SLIP = 4  # letters: of a shorter word too many others are one slip away
_MOST_WORDS = 12  # of a search; who types more is pasting something else
_LONGEST_WORD = 40


class Rank(IntEnum):
    """How a row answers a word, best first; a row ranks as its worst word does."""

    CODE = 0  # its code begins so
    WORD = 1  # a word of its name
    LAY_WORD = 2  # a word people use for it, or of its specialty
    BEGINNING = 3  # a word of its name begins so
    LAY_BEGINNING = 4  # a word people use for it, or of its specialty, begins so
    INSIDE = 5  # a word of its name holds it
    SLIP = 6  # one letter wrong, missing, too many, or two exchanged


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A row to be found: its code, its name, and other words that lead to it."""

    code: str
    name: str
    thing: T
    also: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in order, each with the rows that hold it as bits."""

    sorted: tuple[str, ...]
    rows: tuple[int, ...]

    @classmethod
    def of(cls, held: Iterable[Iterable[str]]) -> Words:
        """The words of rows numbered from 0."""
        places: dict[str, list[int]] = {}
        count = 0
        for count, words in enumerate(held, start=1):
            for word in set(words):
                places.setdefault(word, []).append(count - 1)
        ordered = sorted(places)
        return cls(tuple(ordered), tuple(_bits(places[word], count) for word in ordered))

    def whole(self, word: str) -> int:
        """The rows that hold this very word."""
        place = bisect_left(self.sorted, word)
        return self.rows[place] if self.sorted[place : place + 1] == (word,) else 0

    def beginning(self, letters: str) -> int:
        """The rows with a word that begins so."""
        first = bisect_left(self.sorted, letters)
        last = bisect_left(self.sorted, f"{letters}\x7f", first)
        return reduce(or_, self.rows[first:last], 0)

    def holding(self, letters: str) -> int:
        """The rows with a word that holds these letters anywhere."""
        held = (rows for word, rows in zip(self.sorted, self.rows, strict=True) if letters in word)
        return reduce(or_, held, 0)

    def slips(self, letters: str) -> int:
        """The rows with a word whose beginning is one slip away."""
        if len(letters) < _SHORTEST_WITH_A_SLIP:
            return 0
        return reduce(or_, map(self.beginning, set(_one_slip_away(letters))), 0)


@dataclass(frozen=True, slots=True)
class SearchIndex(Generic[T]):
    """Rows by code, by the words of their names, and by the words people use."""

    things: tuple[T, ...]
    codes: Words
    names: Words
    wide: Words

    @classmethod
    def of(cls, entries: Iterable[Entry[T]], lay: LayWords = NO_LAY_WORDS) -> SearchIndex[T]:
        """Index the rows; those of equal rank are found in this order."""
        rows = tuple(entries)
        names = [words_of(row.name) for row in rows]
        others = (
            words_of(f"{row.also} {lay.words_for(row.code, words)}")
            for row, words in zip(rows, names, strict=True)
        )
        return cls(
            things=tuple(row.thing for row in rows),
            codes=Words.of([_fold(row.code)] for row in rows),
            names=Words.of(names),
            wide=Words.of([*own, *other] for own, other in zip(names, others, strict=True)),
        )

    def find(self, words: str, limit: int) -> tuple[T, ...]:
        """At most `limit` rows that answer every word, best first (`Rank`).

        A word nothing answers to is passed over; where no row answers all the others together,
        one of them is, as in “left hip replacement”.
        """
        wanted = words_of(words[: _MOST_WORDS * _LONGEST_WORD])[:_MOST_WORDS]
        known = [word for word in wanted if len(word) <= _LONGEST_WORD and self._answers(word)]
        found = self._holding_all(known, limit)
        for place in range(len(known)) if len(known) > 1 else ():
            found = found or self._holding_all(known[:place] + known[place + 1 :], limit)
        return found

    def _holding_all(self, known: Sequence[str], limit: int) -> tuple[T, ...]:
        found: list[T] = []
        seen = 0
        upto = [0] * len(known)
        for rank in Rank if known else ():
            upto = [rows | self._rows(word, rank) for rows, word in zip(upto, known, strict=True)]
            fresh = reduce(and_, upto) & ~seen
            found += [self.things[place] for place in _places(fresh, limit - len(found))]
            if len(found) >= limit:
                break
            seen |= fresh
        return tuple(found)

    def _answers(self, word: str) -> bool:
        return any(self._rows(word, rank) for rank in Rank)

    def _rows(self, word: str, rank: Rank) -> int:
        match rank:
            case Rank.CODE:
                return self.codes.beginning(word)
            case Rank.WORD:
                return self.names.whole(word)
            case Rank.LAY_WORD:
                return self.wide.whole(word)
            case Rank.BEGINNING:
                return self.names.beginning(word)
            case Rank.LAY_BEGINNING:
                return self.wide.beginning(word)
            case Rank.INSIDE:
                return self.names.holding(word)
            case _:
                return self.wide.slips(word)


def words_of(text: str) -> list[str]:
    """The words of a text, without marks, case or punctuation."""
    return _WORD.findall(_fold(text))


def _fold(text: str) -> str:
    return text.lower() if text.isascii() else search_key(text)


def _bits(places: Sequence[int], count: int) -> int:
    row = bytearray(count // 8 + 1)
    for place in places:
        row[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(row, "little")


def _places(bits: int, limit: int) -> Iterator[int]:
    for _ in range(limit):
        if not bits:
            return
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _one_slip_away(word: str) -> Iterator[str]:
    """Left out, exchanged, mistaken, put in (after P. Norvig, norvig.com/spell-correct.html)."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            if after:
                yield before + letter + after[1:]
            yield before + letter + after
