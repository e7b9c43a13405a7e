"""The lists of the desk beside the questions: needs, safe contact, the privacy notice, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.wording import Say, said


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said before the visitor page, and the version that is kept with who was told."""

    version: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTerms:
    """Formats and people by id, in words (resources/needs.toml).

    Formats are kept in the records as they are worded here, so the window puts them into another
    language only as it shows them. The notice is told to the patient word for word.
    """

    formats: Mapping[str, str]
    not_to: Mapping[str, str]
    interpreter_rule: str
    notice: Notice

    def in_words_of(self, tr: Say) -> DeskTerms:
        """The same in another language, but for the formats and the notice."""
        rule = tr(self.interpreter_rule)
        return replace(self, not_to=said(self.not_to, tr), interpreter_rule=rule)
