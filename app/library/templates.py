"""The shelf of letters' words."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

from app.documents.words import (
    LetterPlan,
    LetterWords,
    PanelWords,
    Part,
    Section,
    TableWords,
    Words,
)
from app.library import resource

_DOCUMENTS = ("letters.toml", "forms.toml")
_LETTERS = ("officer.toml", "money.toml", "leaflet.toml", "cards.toml")


@cache
def load_letter_words() -> LetterWords:
    """The words of resources/templates: the documents, the paper forms and the letters."""
    documents = {name: _words(rows) for name, rows in _tables(_DOCUMENTS).items()}
    documents["common"] = replace(documents["common"], countries=_country_names())
    letters = {name: _plan(rows) for name, rows in _tables(_LETTERS).items()}
    return LetterWords(**documents, letters=letters)


def _tables(shelves: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    return {
        name: rows
        for shelf in shelves
        for name, rows in tomllib.loads(resource("templates", shelf).read_text("utf-8")).items()
    }


def _country_names() -> dict[str, str]:
    text = resource("countries", "countries.csv").read_text(encoding="utf-8")
    return {row["alpha2"]: row["name"] for row in csv.DictReader(text.splitlines())}


def _words(rows: dict[str, Any]) -> Words:
    return Words(phrases=rows["phrases"], sections=_sections(rows), lists=_lists(rows))


def _plan(rows: dict[str, Any]) -> LetterPlan:
    return LetterPlan(
        name=rows["name"],
        title=rows["title"],
        document=rows["document"],
        parts=tuple(_part(said) for said in rows["parts"]),
        facts=rows.get("facts", {}),
        fields=rows.get("fields", {}),
        blanks=rows.get("blanks", {}),
        panel=_panel(rows["panel"]) if "panel" in rows else None,
        table=_table(rows["table"]) if "table" in rows else None,
        sections=_sections(rows),
        phrases=rows.get("phrases", {}),
        lists=_lists(rows),
        signature=rows.get("signature", ""),
        reply_days=rows.get("reply_days", 0),
        large=rows.get("large", False),
    )


def _part(said: str) -> Part:
    """`care`, `care if asks` or `care unless asks`."""
    name, *condition = said.split()
    if not condition:
        return Part(name)
    word, when = condition
    return Part(name, when, wanted={"if": True, "unless": False}[word])


def _panel(rows: dict[str, Any]) -> PanelWords:
    strong = tuple((text, True) for text in rows.get("strong", ()))
    notes = tuple((text, False) for text in rows.get("notes", ()))
    return PanelWords(rows["caption"], rows["amount"], strong + notes)


def _table(rows: dict[str, Any]) -> TableWords:
    return TableWords(
        tuple(rows["columns"]),
        tuple(tuple(row) for row in rows.get("rows", ())),
        rows.get("sums", 0),
    )


def _sections(rows: dict[str, Any]) -> dict[str, Section]:
    return {
        name: Section(
            section["heading"],
            tuple(section["paragraphs"]),
            tuple(section.get("items", ())),
            section.get("listed", ""),
            tuple(section.get("boxes", ())),
            tuple(section.get("after", ())),
        )
        for name, section in rows.get("section", {}).items()
    }


def _lists(rows: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(items) for name, items in rows.get("list", {}).items()}
