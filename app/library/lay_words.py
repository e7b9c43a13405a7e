"""The words people use for care, as they are shipped."""

from __future__ import annotations

import tomllib
from functools import cache

from app.library import resource
from app.pricing.lay_words import LayWord, LayWords


@cache
def load_lay_words() -> LayWords:
    """Every phrase of `lay_words.toml` with what it means."""
    shelf = tomllib.loads(resource("tariffs", "lay_words.toml").read_text(encoding="utf-8"))
    return LayWords(
        tuple(
            LayWord(
                phrases=tuple(entry["phrases"]),
                names=tuple(frozenset(name.split()) for name in entry.get("names", ())),
                codes=tuple(entry.get("codes", ())),
            )
            for entry in shelf["lay"]
        )
    )
