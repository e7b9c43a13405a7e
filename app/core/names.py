"""Names as they are compared: without marks, case or particles, and in any order.

A name is kept as it was given; what stands here only finds it again. `Nguyễn` and `Nguyen`,
`Al-Hassan` and `El Hassan`, `Łukasz` and `Lukasz`, `Ковальский` and `Kovalskij` meet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.core.scripts import PLAIN_LETTERS

# Small words before or inside a name that people leave out, add or spell anew.
# fmt: off
PARTICLES = frozenset((
    "al", "el", "ul", "ur", "an", "as", "ash", "at", "az", "bin", "ibn", "ben",
    "bint", "bte", "binti", "van", "von", "vander", "der", "den", "de", "del", "della", "di",
    "da", "do", "dos", "das", "du", "la", "le", "les", "lo", "zu", "zum", "af",
    "av", "ter", "ten", "abu",
))
# fmt: on
_JOINED_ARTICLES = ("al", "el", "ul")
_LEAST_AFTER_ARTICLE = 4  # letters: `Alan` and `Ella` hold no article
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼ`´ʻʿʾʹʺ′"))
_NO_LETTERS = re.compile(r"[\x00-/:-`{-\x7f]+")  # of ASCII in lower case
_MOST_WORDS = 6  # of each half of a name; longer ones are found by these


def fold(text: str) -> str:
    """Lower-case plain letters and digits, words parted by one space.

    Folding what is folded changes nothing. Letters of scripts without a table here stay as they
    are, so that such names are found as written.
    """
    bare = text.translate(_DROPPED)
    if not bare.isascii():
        bare = "".join(_kept(letter) for letter in _romanised(bare))
    return " ".join(_NO_LETTERS.sub(" ", bare.lower()).split())


@lru_cache(maxsize=4096)
def variants(word: str) -> tuple[str, ...]:
    """A folded word, then the ways its article can be written: `hassan`, `alhassan`."""
    if len(word) < _LEAST_AFTER_ARTICLE:
        return (word,)
    if word[:2] in _JOINED_ARTICLES and len(word) >= 2 + _LEAST_AFTER_ARTICLE:
        return (
            word,
            word[2:],
            *(f"{one}{word[2:]}" for one in _JOINED_ARTICLES if one != word[:2]),
        )
    return (word, *(f"{article}{word}" for article in _JOINED_ARTICLES))


def words_of(folded: str) -> tuple[str, ...]:
    """The words that tell a name apart; particles count only where there is nothing else."""
    words = folded.split()
    # `O Brien` and `O'Brien` are one name, as are `Mc Donald` and `McDonald`.
    if len(words) > 1 and words[0] in ("o", "mc", "mac"):
        words[:2] = [words[0] + words[1]]
    telling = [word for word in words if word not in PARTICLES]
    return tuple(dict.fromkeys(telling or words))[:_MOST_WORDS]


@dataclass(frozen=True, slots=True)
class NameKeys:
    """What a patient's name is found by: both halves folded, and each word with what follows."""

    family: str
    given: str
    ways: tuple[tuple[str, str], ...]  # (word, the other half), each word of the name once


def name_keys(family_name: str, given_names: str) -> NameKeys:
    """The keys of a name: by any of its words, with the other half of the name beside it.

    Words written apart are there joined as well: `al hassan` is found by `alhassan`.
    """
    family, given = fold(family_name), fold(given_names)
    ways = [(word, given) for word in _with_joined(family)]
    ways += [(word, family) for word in words_of(given)]
    return NameKeys(family, given, tuple(dict.fromkeys(ways)))


def _with_joined(family: str) -> tuple[str, ...]:
    words = words_of(family)
    joined = family.replace(" ", "")
    return words if joined in words or not joined else (*words, joined)


def _romanised(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFKD", plain)  # folding case can join letters to marks again
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return kept.translate(PLAIN_LETTERS)


def _kept(letter: str) -> str:
    """Letters, digits and the vowel signs of scripts that write them as marks; no joiners."""
    if letter.isalnum():
        return letter
    kind = unicodedata.category(letter)
    return letter if kind in ("Mc", "Mn") else "" if kind == "Cf" else " "
