"""How one person wants the window: their colours, sizes and times (ux.md 5, appearance)."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from app.core.errors import BadInput
from app.core.wording import Phrase, listed

SCHEMES = ("system", "light", "dark", "contrast")
TEXT_PERCENTS = (100, 125, 150, 175, 200)
SHORTEST_LOCK, LONGEST_LOCK = 1, 15  # minutes


class _Look(NamedTuple):
    scheme: str
    text_percent: int
    motion: bool
    auto_advance: bool
    roomy: bool
    lock_minutes: int


class Look(_Look):  # dataclasses would cost the first window more than what it wears
    """Colours, text size in per cent, motion, what the ladder does by itself, rows, lock time.

    With `auto_advance` the next question opens once one is answered (WCAG 3.2.2), `roomy` gives
    tables higher rows, and after `lock_minutes` of nobody touching key or mouse the desk locks.
    Raises BadInput for what the window cannot wear.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        scheme: str = "system",
        text_percent: int = 100,
        motion: bool = True,
        auto_advance: bool = True,
        roomy: bool = False,
        lock_minutes: int = 5,
    ) -> Self:
        """Only what can be worn."""
        if scheme not in SCHEMES:
            raise BadInput(
                "bad_look",
                Phrase("Choose colours: {schemes}.", schemes=listed(SCHEMES)),
                "scheme",
            )
        if text_percent not in TEXT_PERCENTS:
            raise BadInput("bad_look", "Choose a text size from 100 to 200 %.", "text_percent")
        if not SHORTEST_LOCK <= lock_minutes <= LONGEST_LOCK:
            words = Phrase(
                "Choose {least} to {most} minutes.", least=SHORTEST_LOCK, most=LONGEST_LOCK
            )
            raise BadInput("bad_look", words, "lock_minutes")
        return super().__new__(cls, scheme, text_percent, motion, auto_advance, roomy, lock_minutes)

    def but(self, **change: Any) -> Look:
        """The same look with something else; raises BadInput as a new one does."""
        return Look(**{**self._asdict(), **change})
