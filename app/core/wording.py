"""Words that a window may say in another language: lists that come as data, and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from string import Formatter
from typing import Self, TypeVar

Say = Callable[[str], str]  # a text in the language spoken, its places still unfilled
K = TypeVar("K")


def said(words: Mapping[K, str], tr: Say) -> dict[K, str]:
    """The same list in another language: each text as `tr` says it, under its own code."""
    return {code: tr(text) for code, text in words.items()}


class Phrase(str):
    """An English text that still knows how it was put together.

        Phrase("{count} records are left. Take them in first.", count=3)

    It is the filled-in English wherever a text is wanted, in the records too. A window asks it for
    the same `in_words_of` its language, which another way of putting a text together would have
    lost. Catalogues are gathered from the source, so the template is a literal.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Raises KeyError for a place with no value."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """As it comes from another process."""
        return _again, (self.template, dict(self.values))

    def in_words_of(self, tr: Say) -> str:
        """The same in another language; a phrase within it too."""
        return tr(self.template).format(**{name: _in(tr, one) for name, one in self.values.items()})


class DayForm(StrEnum):
    """How much of a day is said."""

    TABLE = "table"  # 14-Jul-2026
    BRIEF = "brief"  # 14-Jul
    LONG = "long"  # 14 July 2026
    FULL = "full"  # Tuesday 14 July 2026
    MONTH = "month"  # July 2026


class DayWords(str):
    """A day in English, as records and letters have it, that still knows which day it is.

    No catalogue holds it: a window names days and months as its language does.
    """

    __slots__ = ("day", "form")
    day: date
    form: DayForm

    def __new__(cls, words: str, day: date, form: DayForm) -> Self:
        """The English words, the day they are of, and how much of it they say."""
        made = super().__new__(cls, words)
        made.day, made.form = day, form
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """As it comes from another process."""
        return DayWords, (str(self), self.day, self.form)

    def in_words_of(self, tr: Say) -> str:
        """The same as `tr` says days, which sees that it is one."""
        return tr(self)


def can_stand_for(translated: str, text: str) -> bool:
    """Whether a translation has the places of the English text, no other and none otherwise.

    A place that nothing fills could not be shown, one left out would leave out a date or a name,
    and one that reads further into a value, or asks for a width, is nothing a translator writes.
    """
    return translated == text or _places(translated) == _places(text)


def phrases(words: Mapping[K, str]) -> dict[K, Phrase]:
    """A table of words by their codes; catalogues are gathered from the literals it is given."""
    return {code: Phrase(text) for code, text in words.items()}


def together(parts: Iterable[str], between: str = " · ") -> Phrase:
    """Texts one after another, each a phrase that is still said by itself.

    What stands between is signs alone, without braces; a word belongs in a phrase.
    """
    values = {f"part{place}": part for place, part in enumerate(parts)}
    return Phrase(between.join(f"{{{name}}}" for name in values), **values)


def in_words_of(text: str, tr: Say) -> str:
    """A phrase, a day or a plain text in another language."""
    return text.in_words_of(tr) if isinstance(text, Phrase | DayWords) else tr(text)


def filled(text: str, /, **values: object) -> Phrase:
    """A text of a list, in the language already, with its places filled.

    Days among them are still said by the window, in its language.
    """
    return Phrase(text, **values)


def term(word: str) -> Phrase:
    """A word of a list, which a catalogue holds by itself (`app/library/worded.py`)."""
    return Phrase(word)


def listed(words: Iterable[str]) -> str:
    """`a, b, c`, as each language sets its words apart; phrases among them in it too."""
    return _set_apart(words, "{first}, {last}")


def either(words: Iterable[str]) -> str:
    """`a or b`."""
    return _set_apart(words, "{first} or {last}")


def both(words: Iterable[str]) -> str:
    """`a and b`."""
    return _set_apart(words, "{first} and {last}")


def refilled(text: str, **values: object) -> str:
    """A phrase with something else in places it has; a text without them as it is."""
    if not isinstance(text, Phrase) or not values.keys() <= text.values.keys():
        return text
    return Phrase(text.template, **{**text.values, **values})


def within(text: str, place: str) -> str:
    """What fills that place of a phrase; the whole text where it has none such."""
    held = text.values.get(place) if isinstance(text, Phrase) else None
    return held if isinstance(held, str) else text


def _set_apart(words: Iterable[str], template: str) -> str:
    *before, joined = tuple(words) or ("",)
    for one in reversed(before):
        joined = Phrase(template, first=one, last=joined)
    return joined


def _places(text: str) -> frozenset[tuple[str, str | None, str | None]] | None:
    """What each place is filled with and how; None for what no place can be found in."""
    if "{" not in text and "}" not in text:
        return frozenset()
    try:
        parts = list(Formatter().parse(text))
    except ValueError:  # a brace by itself
        return None
    return frozenset((name, how, kind) for _, name, how, kind in parts if name is not None)


def _in(tr: Say, value: object) -> object:
    return value.in_words_of(tr) if isinstance(value, Phrase | DayWords) else value


def _again(template: str, values: dict[str, object]) -> Phrase:
    return Phrase(template, **values)
