"""The lists of the desk beside the questions: needs, safe contact, the privacy notice, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said before the visitor page, and the version that is kept with who was told."""

    version: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTerms:
    """Formats and people by id, in words (resources/needs.toml)."""

    formats: Mapping[str, str]
    not_to: Mapping[str, str]
    interpreter_rule: str
    notice: Notice
