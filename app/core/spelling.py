"""Words that are spelled nearly alike: one letter wrong, missing, too many, or two changed about.

Near words are found without comparing with all: two words one step apart share a piece, which
is either of them with one letter left out (the symmetric deletion of Wolf Garbe's SymSpell, 2012).
"""

from __future__ import annotations

from functools import lru_cache

_LEAST = 4  # letters; of shorter words nearly all are near each other
_LONGEST = 24


@lru_cache(maxsize=2048)
def pieces(word: str) -> tuple[str, ...]:
    """The word and each of it with one letter left out; nothing of one too short or too long."""
    if not _LEAST <= len(word) <= _LONGEST:
        return ()
    shorter = (word[:place] + word[place + 1 :] for place in range(len(word)))
    return tuple(dict.fromkeys((word, *shorter)))


def steps_between(one: str, other: str) -> int:
    """How many letters must be changed, put in, left out, or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(one, 1):
        earlier, before, row = before, row, [down]
        for across, wanted in enumerate(other, 1):
            steps = min(
                before[across] + 1, row[across - 1] + 1, before[across - 1] + (letter != wanted)
            )
            swapped = (
                down > 1 and across > 1 and letter == other[across - 2] and one[down - 2] == wanted
            )
            row.append(min(steps, earlier[across - 2] + 1) if swapped else steps)
    return row[-1]


def spelled_nearly_so(one: str, other: str) -> bool:
    """Whether one step leads from one word to the other, both being long enough to tell."""
    if min(len(one), len(other)) < _LEAST or abs(len(one) - len(other)) > 1:
        return False
    return _parted_by_one_step(one, other)


def _parted_by_one_step(one: str, other: str) -> bool:
    """Told by what is left between the letters both begin and end with, in one pass."""
    shorter = min(len(one), len(other))
    begin = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    end = next(
        (back for back in range(shorter - begin) if one[-1 - back] != other[-1 - back]),
        shorter - begin,
    )
    left, right = one[begin : len(one) - end], other[begin : len(other) - end]
    swapped = len(left) == 2 and left == right[::-1]
    return one != other and (swapped or max(len(left), len(right)) <= 1)
