"""The visitor page: which particulars a clerk may take, as data (resources/desk.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.wording import Say, said


class Kind(StrEnum):
    """How a field is typed and read."""

    TEXT = "text"
    LINES = "lines"
    UK_LINES = "uk_lines"
    POSTCODE = "postcode"
    DATE = "date"
    BIRTH = "birth"
    COUNTRY = "country"
    COUNTRIES = "countries"
    CHOICE = "choice"
    CARE = "care"  # what the patient is booked for: kept with the registration


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field: kept with the patient, as the answer to a question, or as a number of theirs;
    never two of these. What the patient is booked for is none."""

    id: str
    label: str
    kind: Kind
    patient: str = ""
    question: str = ""
    number: str = ""  # a kind of number that finds the patient
    required: bool = False
    unless_known: bool = False  # left off the page once the record has it
    choices: Mapping[str, str] | None = None  # of a patient's field; a question brings its own

    def in_words_of(self, tr: Say) -> FieldSpec:
        """The same in another language."""
        choices = None if self.choices is None else said(self.choices, tr)
        return replace(self, label=tr(self.label), choices=choices)


@dataclass(frozen=True, slots=True)
class GroupSpec:
    """A card of the page."""

    title: str
    icon: str
    fields: tuple[FieldSpec, ...]

    def in_words_of(self, tr: Say) -> GroupSpec:
        """The same in another language."""
        fields = tuple(field.in_words_of(tr) for field in self.fields)
        return replace(self, title=tr(self.title), fields=fields)
