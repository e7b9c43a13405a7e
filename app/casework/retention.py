"""How long records are kept, and what keeps a case's records longer.

Source: safety-and-security.md 4; the figures are a trust's to confirm (resources/retention.toml).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.core.wording import Say, said

COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of record and how long it is kept; `counts` names what is counted of it after `days`,
    empty where this store holds none of it or another part looks after it. `short` stands in a
    list of cases."""

    what: str
    how_long: str
    counts: str = ""
    days: int = 0
    short: str = ""

    def before(self, today: date) -> date:
        """Records of this day and older have had their time."""
        return today - timedelta(days=self.days)

    def in_words_of(self, tr: Say) -> Kept:
        """The same in another language."""
        return replace(self, what=tr(self.what), how_long=tr(self.how_long), short=tr(self.short))


@dataclass(frozen=True, slots=True, kw_only=True)
class WardTerms:
    """What a laptop that may be lost holds, and for how long."""

    hold: timedelta  # what is finished and was taken
    draft: timedelta  # what was begun and left
    away: timedelta  # without the share, until it locks


@dataclass(frozen=True, slots=True)
class RetentionTerms:
    """Lines of what is kept how long; kinds of holds in words by code; which rests hold too."""

    lines: tuple[Kept, ...]
    holds: Mapping[str, str]
    rests: frozenset[str]  # ids of a rest of letters (casework.toml) that lasts
    most: int  # cases that one list holds
    reason: str  # why a copy went, among the reasons a copy is taken out for
    ward: WardTerms

    def in_words_of(self, tr: Say) -> RetentionTerms:
        """The same in another language."""
        lines = tuple(line.in_words_of(tr) for line in self.lines)
        return replace(self, lines=lines, holds=said(self.holds, tr))

    @property
    def copies(self) -> Kept:
        """The line of the copies of papers."""
        return self.line(COPIES)

    def line(self, counts: str) -> Kept:
        """The line of a kind of record; raises KeyError for one the terms do not name."""
        return {line.counts: line for line in self.lines}[counts]
