"""Telling a reader that types like a keyboard from a person: by the time between two keys.

A passport reader or a barcode scanner sends its characters a few milliseconds apart; nobody types
twenty in a row with less than 35 ms between them (ux.md 2). This knows characters and times only.

burst = Burst()
burst.take("P", 0.000, in_text=True)      # False: let the key through
burst.take("<", 0.004, in_text=True)      # True: hold it, until `end` says what it was
burst.end()                               # what came in, and from where on it was held
"""

from __future__ import annotations

from dataclasses import dataclass

GAP = 0.035  # seconds: the longest between two characters of one reading
LINE_GAP = 0.150  # after the end of a line, where some readers rest
FEWEST = 20  # characters of a reading of passport lines
HELD_FROM = 4  # characters, where a key that is let through would act
LINE_ENDS = "\r\n"
_MARK = "<"  # a person has no use for it
_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came in one burst, and how many characters of it had been let through."""

    text: str
    let_through: int

    @property
    def held(self) -> str:
        """What was kept back, to be typed after all where it is no reading."""
        return self.text[self.let_through :]


class Burst:
    """The characters of the burst that is coming in, if one is."""

    def __init__(self) -> None:
        self._text = ""
        self._let_through = 0
        self._last = 0.0
        self._holding = False

    @property
    def is_holding(self) -> bool:
        """Whether keys are kept back and `end` has to come."""
        return self._holding

    @property
    def is_new(self) -> bool:
        """Whether no character has come yet."""
        return not self._text

    def goes_on_at(self, moment: float) -> bool:
        """Whether a key at this moment belongs to what came before."""
        if not self._text:
            return False
        return 0 <= moment - self._last < (LINE_GAP if self._text[-1] in LINE_ENDS else GAP)

    def take(self, character: str, moment: float, *, in_text: bool) -> bool:
        """Take in one character, one at a time; True where it is to be held back.

        `in_text`: the focus is in a field that takes text, and what went in can be taken out again.
        Where `goes_on_at` says no, or the character is none of a reading's, end the burst first.
        """
        self._text += character
        self._last = moment
        certain = len(self._text) >= FEWEST or (_MARK in self._text and len(self._text) > 1)
        acts = not in_text and len(self._text) >= HELD_FROM
        if (certain or acts) and character not in LINE_ENDS:  # Enter alone ends no reading
            self._holding = True
        if not self._holding:
            self._let_through += 1
        return self._holding

    def end(self) -> Reading:
        """What came in; nothing is coming in any more."""
        reading = Reading(self._text, self._let_through)
        self._text, self._let_through, self._holding = "", 0, False
        return reading


def belongs(character: str, burst: Burst) -> bool:
    """Whether a character can be part of a reading; the end of a line only within one."""
    if character in LINE_ENDS:
        return not burst.is_new
    return character in _CHARACTERS
