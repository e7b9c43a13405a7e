"""How the queue is ranked, and the words that say so; what is charged is no part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.dates import show
from app.core.wording import Say, filled, said, together


class Protects(StrEnum):
    """What puts a case first: a person could come to harm while it waits."""

    PROMPTS = "prompts"
    URGENCY = "urgency"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class QueueTerms:
    """The `[queue]` table of resources/casework.toml."""

    protection: tuple[Protects, ...]  # the first weighs more than all after it
    soon_days: int
    snooze_days: int  # the furthest day a case may be put away to
    sorted_by: Mapping[str, str]
    words: Mapping[str, str]

    def in_words_of(self, tr: Say) -> QueueTerms:
        """The same in another language."""
        return replace(self, sorted_by=said(self.sorted_by, tr), words=said(self.words, tr))

    def weight(self, of: Protects) -> int:
        """4, 2 or 1."""
        return 1 << (len(self.protection) - 1 - self.protection.index(of))

    def because(self, place: Place) -> str:
        """Why a case stands where it does, in the order that counts."""
        found = [self.words[one] for one in self.protection if one in place.protects]
        if place.leaves_on is not None:
            found.append(filled(self.words["leaves"], day=show(place.leaves_on)))
        elif place.gone:
            found.append(self.words["gone"])
        if place.treated_on is not None and Protects.SOON not in place.protects:
            found.append(filled(self.words["treatment"], day=show(place.treated_on)))
        return together(found, "; ") if found else self.words["age"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What ranks one case today."""

    protects: frozenset[Protects] = frozenset()
    leaves_on: date | None = None
    gone: bool = False
    treated_on: date | None = None
