"""The words of the window in the language it speaks: one function every visible word goes through.

    from ui.language import tr
    tr("Find a patient")
    tr("{count} waiting to send").format(count=3)

The catalogue is `resources/translations/recoup_LANGUAGE.ts` (`make translations` gathers every word
into it and builds the `.qm` beside it). English is the source and needs none. `speak` is called
before the rest of the window is imported, for words stand in module constants.

Days are named by the language's own locale (`ui.days`), also those within what services say.
Reports, charts, statuses and lists are data of `resources/`: `give_words` says them in the language
spoken at a desk. What the services say comes as a `Phrase` and goes through `as_shown`, a refusal
through `told`. What comes from the rule pack (questions, outcomes, the guide) is not the window's:
a translated pack brings its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.core.errors import Known
from app.core.wording import DayForm, DayWords, Phrase, can_stand_for, in_words_of
from app.library import translations

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QTranslator

    from app.services.desk import Desk

ENGLISH = "en"
_SPACE = "\u00a0"  # a day stays in one line
_FIGURES = {
    DayForm.TABLE: "%d/%m/%Y",
    DayForm.BRIEF: "%d/%m",
    DayForm.LONG: "%d/%m/%Y",
    DayForm.FULL: "%d/%m/%Y",
    DayForm.MONTH: "%m/%Y",
}
_WEEKDAY = re.compile(r"[,،、\s]*dddd[,،、]?\s*")  # in a locale's long form, with its signs
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ku", "ps", "qps", "ur", "yi"})


class _Spoken:
    """The one language of this process."""

    code: str = ENGLISH
    words: QTranslator | None = None


def speak(code: str, catalogue: Path | None = None) -> None:
    """Take a language for the life of the program; raises Known where there is no catalogue.

    A catalogue given by its path (a `.qm` file) is used instead of the one that ships.
    """
    if code == ENGLISH:
        _Spoken.code, _Spoken.words = ENGLISH, None
        return
    from PySide6.QtCore import QTranslator  # English does without

    words = QTranslator()
    if not words.load(str(catalogue or translations.catalogue(code))):
        raise Known("bad_catalogue", f"The words for the language {code} could not be read.")
    _Spoken.code, _Spoken.words = code, words


def language() -> str:
    """The code of the language spoken."""
    return _Spoken.code


def tr(text: str) -> str:
    """The text in the language spoken; in English, and where it is missing, itself."""
    return as_shown(text)


def as_shown(kept: str) -> str:
    """The same for what the data and the services say, which the records keep in English."""
    if _Spoken.words is None:
        return kept
    return in_words_of(kept, _translated)


def spoken(given: str) -> str:
    """A phrase or a day in the language spoken; what somebody wrote, a name, stays as it is."""
    return as_shown(given) if isinstance(given, Phrase | DayWords) else given


def told(refusal: Known) -> str:
    """What a refusal says to do."""
    return as_shown(refusal.message)


def _translated(text: str) -> str:
    """As the catalogue has it; in English where it has nothing that can be filled in the same."""
    if isinstance(text, DayWords):
        return _day(text)
    words = _Spoken.words
    translated = "" if words is None else words.translate("", text)
    return translated if translated and can_stand_for(translated, text) else text


def _day(told: DayWords) -> str:
    """A day as the language's locale has it; in figures where the computer knows no such locale."""
    from PySide6.QtCore import QDate, QLocale  # English does without

    locale = QLocale(_Spoken.code)
    if locale.language() == QLocale.Language.C:
        return f"{told.day:{_FIGURES[told.form]}}"
    day = QDate(told.day.year, told.day.month, told.day.day)
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    if told.form is DayForm.FULL:
        return locale.toString(day, pattern)
    pattern = _WEEKDAY.sub("", pattern)
    if told.form is DayForm.TABLE:
        pattern = pattern.replace("MMMM", "MMM")
    elif told.form is DayForm.BRIEF:
        pattern = "MMM d" if pattern.index("M") < pattern.index("d") else "d MMM"
    elif told.form is DayForm.MONTH:
        year_first = pattern.index("yyyy") < pattern.index("M")
        month = locale.standaloneMonthName(told.day.month)
        year = locale.toString(day, "yyyy")
        return _SPACE.join((year, month) if year_first else (month, year))
    return locale.toString(day, pattern).replace(" ", _SPACE)


def give_words(desk: Desk) -> None:
    """Let what the services read at a desk come in the language spoken."""
    if _Spoken.words is not None:
        desk.speak(tr)


def is_right_to_left() -> bool:
    """Whether the window is laid out from right to left."""
    return _Spoken.code in _RIGHT_TO_LEFT
