"""How one person wants the window: their colours, sizes and times (ux.md 5, appearance)."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import BadInput

SCHEMES = ("system", "light", "dark", "contrast")
TEXT_PERCENTS = (100, 125, 150, 175, 200)
SHORTEST_LOCK, LONGEST_LOCK = 1, 15  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours, text size in per cent, motion, what the ladder does by itself, rows, lock time.

    Raises BadInput for what the window cannot wear.
    """

    scheme: str = "system"
    text_percent: int = 100
    motion: bool = True
    auto_advance: bool = True  # the next question opens once one is answered (WCAG 3.2.2)
    roomy: bool = False  # higher rows in tables
    lock_minutes: int = 5  # of nobody touching key or mouse

    def __post_init__(self) -> None:
        if self.scheme not in SCHEMES:
            raise BadInput("bad_look", f"Choose colours: {', '.join(SCHEMES)}.", "scheme")
        if self.text_percent not in TEXT_PERCENTS:
            raise BadInput("bad_look", "Choose a text size from 100 to 200 %.", "text_percent")
        if not SHORTEST_LOCK <= self.lock_minutes <= LONGEST_LOCK:
            words = f"Choose {SHORTEST_LOCK} to {LONGEST_LOCK} minutes."
            raise BadInput("bad_look", words, "lock_minutes")
