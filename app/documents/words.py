"""The words of letters and forms. They live in `resources/templates`, one table each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the paragraphs under it, a list, and what is said after the list.

    `listed` names a list that the letter brings along, which then stands after `items`; `boxes`
    are ticked by hand, each with a line to write on.
    """

    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    listed: str = ""
    boxes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def filled(self, values: Mapping[str, object]) -> Section:
        """With its places filled; what comes out empty is left away."""
        return Section(
            self.heading.format_map(values),
            _filled(self.paragraphs, values),
            _filled(self.items, values),
            self.listed,
            _filled(self.boxes, values),
            _filled(self.after, values),
        )


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
        return self.sections[name].filled(values)


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a letter; it stands only where the value `when` says so, if one is named."""

    name: str
    when: str = ""
    wanted: bool = True

    def stands(self, values: Mapping[str, object]) -> bool:
        """Whether this letter has it."""
        return not self.when or bool(values[self.when]) is self.wanted


@dataclass(frozen=True, slots=True)
class PanelWords:
    """The box of a letter: one sum or date, and what stands next to it (text, bold)."""

    caption: str
    amount: str
    notes: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class TableWords:
    """Headings of the columns, rows that always stand, and how many columns hold sums."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    sums: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPlan:
    """A kind of letter as data: its words, and its blocks in order."""

    name: str  # what staff call it
    title: str
    document: str
    parts: tuple[Part, ...]
    facts: Mapping[str, str]
    fields: Mapping[str, str]
    blanks: Mapping[str, str]
    panel: PanelWords | None
    table: TableWords | None
    sections: Mapping[str, Section]
    phrases: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    signature: str = ""  # who signs
    reply_days: int = 0  # how long the reader has, where the letter asks for something
    large: bool = False  # always in large print, as a poster is


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
    number_card: Words
    recovery_sheet: Words
    trust_key_sheet: Words
    reading_back: Words
    letters: Mapping[str, LetterPlan]


def _filled(texts: tuple[str, ...], values: Mapping[str, object]) -> tuple[str, ...]:
    filled = (text.format_map(values) for text in texts)
    return tuple(text for text in filled if text)
