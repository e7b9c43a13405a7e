"""What becomes of a paper that somebody shows: seen, copied, or to be brought on a day.

A promise is a day, never a threat: when it is past, an officer is told to ask again, and nothing
else follows from it. A paper is never compulsory (charging-rules.md 8.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from app.core.errors import BadInput
from app.core.wording import Say, said

_SHOWN_OF_NUMBER = 4
_LONGEST_NUMBER = 40


class PaperState(StrEnum):
    """How a paper stands; a copy is kept only in the second."""

    SEEN = "seen"
    COPIED = "copied"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTerms:
    """Spans, reasons and short names, from resources/scans.toml."""

    usual_days: int  # until a paper is expected of which nobody said when
    removals: Mapping[str, str]  # why a copy is taken out, in words by code
    removed: Mapping[str, str]  # why one went that nobody chose a reason for
    short: Mapping[str, str]  # kinds of papers, in a word or two
    others: Mapping[str, str]  # kinds that no rule asks for, in words by code

    def in_words_of(self, tr: Say) -> PaperTerms:
        """The same in another language."""
        return replace(
            self,
            removals=said(self.removals, tr),
            removed=said(self.removed, tr),
            short=said(self.short, tr),
            others=said(self.others, tr),
        )


def promised_day(said: date | None, today: date, terms: PaperTerms) -> date:
    """The day a paper will be brought by; raises BadInput `past_promise` for one gone by."""
    if said is None:
        return today + timedelta(days=terms.usual_days)
    if said < today:
        raise BadInput("past_promise", "Enter a day from today on.", "promised_by")
    return said


def clean_number(text: str) -> str:
    """A document's own number as it is kept: capitals and digits; raises BadInput."""
    kept = "".join(text.split()).upper()
    if len(kept) > _LONGEST_NUMBER or not all(sign.isalnum() or sign in "-/" for sign in kept):
        raise BadInput(
            "bad_number",
            "Enter the number as it stands on the document: letters and digits.",
            "number",
        )
    return kept


def tail(number: str) -> str:
    """All of a number that a screen shows by itself: its last four signs, of a long enough one."""
    return number[-_SHOWN_OF_NUMBER:] if len(number) > _SHOWN_OF_NUMBER else ""


def at_the_desk(*, finished_on: date | None, taken_up: bool, today: date) -> bool:
    """Whether a registration's papers are still its clerk's to see.

    They are until it has gone to the team: an officer took it up, or its day is over.
    """
    return not taken_up and (finished_on is None or finished_on >= today)
