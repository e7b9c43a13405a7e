"""The words of letters and forms. They live in `resources/templates`, one table each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The wording of one kind of letter: phrases, sections and lists, by name.

    Phrases hold named places such as `{amount}`. A name that is not there is a fault of the
    program, so KeyError is right.
    """

    phrases: Mapping[str, str]
    sections: Mapping[str, Section]
    lists: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str] = field(default_factory=dict)  # names by code, for addresses

    def say(self, name: str, /, **values: object) -> str:
        """A phrase with its places filled."""
        return self.phrases[name].format(**values)

    def section(self, name: str, /, **values: object) -> Section:
        """A section with its places filled; paragraphs that come out empty are left away."""
        found = self.sections[name]
        filled = (paragraph.format(**values) for paragraph in found.paragraphs)
        return Section(
            found.heading.format(**values), tuple(paragraph for paragraph in filled if paragraph)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """The words of every letter and form, and those all of them share."""

    common: Words
    estimate: Words
    invoice: Words
    credit_note: Words
    receipt: Words
    pre_attendance: Words
    clinician: Words
