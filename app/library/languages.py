"""The shelf of the language card."""

from __future__ import annotations

import tomllib
from functools import cache

from app.casework.language_card import Language, LanguageCard
from app.library import resource


@cache
def load_languages() -> LanguageCard:
    """The languages and texts of resources/languages.toml; languages by their English names."""
    table = tomllib.loads(resource("languages.toml").read_text(encoding="utf-8"))
    languages = (Language(**row) for row in table["language"])
    return LanguageCard(
        tuple(sorted(languages, key=lambda one: one.name)),
        {row["about"]: row["english"] for row in table["text"]},
    )
