"""The shelf of letters' words."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

from app.documents.words import LetterWords, Section, Words
from app.library import resource


@cache
def load_letter_words() -> LetterWords:
    """The words of resources/templates: the letters and the paper forms."""
    letters = {
        letter: _words(rows)
        for shelf in ("letters.toml", "forms.toml")
        for letter, rows in tomllib.loads(resource("templates", shelf).read_text("utf-8")).items()
    }
    letters["common"] = replace(letters["common"], countries=_country_names())
    return LetterWords(**letters)


def _country_names() -> dict[str, str]:
    text = resource("countries", "countries.csv").read_text(encoding="utf-8")
    return {row["alpha2"]: row["name"] for row in csv.DictReader(text.splitlines())}


def _words(rows: dict[str, Any]) -> Words:
    return Words(
        phrases=rows["phrases"],
        sections={
            name: Section(section["heading"], tuple(section["paragraphs"]))
            for name, section in rows.get("section", {}).items()
        },
        lists={name: tuple(items) for name, items in rows.get("list", {}).items()},
    )
