"""Whether the words somebody typed can be a patient's name, and in which way they are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from app.core.match import Reason
from app.core.names import variants, words_of
from app.core.sounds import sound_alike
from app.core.spelling import spelled_nearly_so


class _How(IntEnum):
    """How one word is another."""

    SAME = 0
    SOUNDS = 1
    NEAR = 2
    NOT = 3


class _Fit(NamedTuple):
    """How a word typed fits the name: how well, in which half, and where in it."""

    how: _How
    in_family: bool = False
    place: int = 0


def name_reason(
    typed: Sequence[str], family: str, given: str, *, open_end: bool = False
) -> Reason | None:
    """Why folded words typed are this folded name, or None where one of them is no part of it.

    Each word typed must be a word of the name of its own. With `open_end` the last may still be
    growing. What is said alike goes before what is spelled nearly so.
    """
    halves = ([*_whole(family), *words_of(family)], [*_whole(given), *words_of(given)])
    fits = []
    for place, word in enumerate(typed):
        fit = _best(word, halves, growing=open_end and place == len(typed) - 1)
        if fit.how is _How.NOT:
            return None
        fits.append(fit)
    return _in_words(fits, leading=1 + len(_whole(family))) if fits else None


def shares_a_word(typed: Sequence[str], family: str, given: str) -> bool:
    """Whether any word of one name is a word of the other, its article aside."""
    words = {*words_of(family), *words_of(given)}
    return any(not words.isdisjoint(variants(one)) for one in typed)


def _in_words(fits: Sequence[_Fit], *, leading: int) -> Reason:
    worst = max(fit.how for fit in fits)
    if worst is _How.NEAR:
        return Reason.NEARLY
    if worst is _How.SOUNDS:
        family = any(fit.in_family for fit in fits if fit.how is _How.SOUNDS)
        return Reason.SURNAME_SOUNDS if family else Reason.GIVEN_SOUNDS
    if not any(fit.in_family for fit in fits):
        return Reason.GIVEN_NAME
    if not fits[0].in_family:
        return Reason.TURNED
    return Reason.SURNAME if fits[0].place < leading else Reason.ONE_NAME


def _best(word: str, halves: tuple[list[str], list[str]], *, growing: bool) -> _Fit:
    """The word of the name that fits best; it is used up."""
    best, chosen = _Fit(_How.NOT), ""
    for half in halves:
        for place, other in enumerate(half):
            how = _how(word, other, growing=growing)
            if how < best.how:
                best, chosen = _Fit(how, half is halves[0], place), other
    if chosen:
        halves[not best.in_family].remove(chosen)
    return best


def _how(word: str, other: str, *, growing: bool) -> _How:
    if word == other or (growing and other.startswith(word)) or other in variants(word):
        return _How.SAME
    if sound_alike(word, other):
        return _How.SOUNDS
    return _How.NEAR if spelled_nearly_so(word, other) else _How.NOT


def _whole(half: str) -> tuple[str, ...]:
    """Half a name of several words written as one: `Min-jun` is `Minjun` as well."""
    return (half.replace(" ", ""),) if " " in half else ()
