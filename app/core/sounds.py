"""How a name sounds, as a short key: names written apart that are said alike have one key.

Consonants by classes, in order; vowels count only where a name begins with one. The classes are
those of the Daitch-Mokotoff soundex (JewishGen, 1985), made for names of many languages: hissing
sounds are one, as are D and T, G K and Q, and B F P V; here B and P part from F and V, for
names of few consonants. H is passed over but at the beginning. So `Mohammed`, `Muhammad` and
`محمد` meet, `Kowalski` and `Kovalsky`, `Nguyen` and `Nguyễn`, `Stephen` and `Steven`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = "[aeiouy]"
# The first that fits at a place counts. What is not named here is passed over.
_RULES: tuple[tuple[str, str], ...] = (
    (r"^wr", "R"),
    (r"^kn", "N"),
    (r"^ps(?=[aeiouy])", "S"),
    (r"^x", "S"),
    (r"^h", "H"),
    (r"^y(?=[aeiouyw])", "J"),
    (rf"^{_VOWEL}+", "A"),
    (r"shch|tsch|tch|sch|cz|cs|zs|sz|sh|zh|ch(?![lr])|ts|tz|dzh|dz", "S"),
    (r"dj", "J"),
    (r"ck|ch(?=[lr])|kh|cq", "K"),
    (rf"(?<={_VOWEL})gh(?!{_VOWEL})", ""),
    (r"gh", "K"),
    (r"n+g+", "N"),
    (r"ph", "F"),
    (r"c(?=[eiy])", "S"),
    (r"x", "KS"),
    (rf"(?<={_VOWEL})y(?={_VOWEL})", ""),
    (rf"w(?={_VOWEL}|s+k)", "F"),
    (r"[cgkq]+", "K"),
    (r"[dt]+h?", "T"),
    (r"[sz]+", "S"),
    (r"[fv]+", "F"),
    (r"[bp]+h?", "P"),
    (r"j+", "J"),
    (r"l+", "L"),
    (r"m+", "M"),
    (r"n+", "N"),
    (r"r+", "R"),
)
_READER = re.compile("|".join(f"({rule})" for rule, _ in _RULES))
_CODES = tuple(code for _, code in _RULES)
# A letter that is said in two ways gives a second key: `Michael` and `Mikhail`, `George` and
# `Jorge`, a German or Polish J that an English ear writes Y.
_SAID_OTHERWISE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"ch"), "k"),
    (re.compile(r"g(?=[eiy])"), "j"),
    (re.compile(r"^dzh|^zh"), "j"),
)
_LONGEST = 8


@lru_cache(maxsize=8192)
def sound_keys(word: str) -> tuple[str, ...]:
    """One key or two of a folded word; none where nothing of it is a Latin consonant or vowel."""
    keys = [_key(word)]
    for pattern, instead in _SAID_OTHERWISE:
        if pattern.search(word):
            keys.append(_key(pattern.sub(instead, word)))
    return tuple(dict.fromkeys(key for key in keys if key))


def sound_alike(one: str, other: str) -> bool:
    """Whether two folded words have a sound in common; one letter alone has none to compare."""
    if min(len(one), len(other)) < 2:
        return False
    return not set(sound_keys(one)).isdisjoint(sound_keys(other))


def _key(word: str) -> str:
    codes: list[str] = []
    end = -1
    for found in _READER.finditer(word):
        code = _CODES[(found.lastindex or 1) - 1]
        touching = found.start() == end
        if code and not (touching and codes and codes[-1] == code):
            codes.append(code)
        end = found.end() if code else end
    return "".join(codes)[:_LONGEST]
