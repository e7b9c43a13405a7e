"""Facts and their values in the words people read: no name of a variable is ever shown."""

from __future__ import annotations

import re
from datetime import date

from app.core.dates import long
from app.core.wording import Phrase
from app.residency.facts import FactValue
from app.residency.law import Law

YES, NO, NOT_KNOWN = Phrase("Yes"), Phrase("No"), Phrase("Not known")
_VARIABLE = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")


def fact_label(name: str, law: Law) -> str:
    """A fact as people read it; a name that is no fact is given back without its underscores."""
    return law.facts[name].label if name in law.facts else name.replace("_", " ")


def value_words(name: str, value: FactValue | None, law: Law) -> str:
    """A value of a fact in words: days in full, countries, groups and diseases by their names."""
    if value is None:
        return NOT_KNOWN
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return long(value)
    if isinstance(value, tuple):
        return ", ".join(value_words(name, one, law) for one in value)
    return _named(name, str(value), law)


def plain(text: str, law: Law) -> str:
    """A note of the pack with each name of a fact or rule in it replaced by its label."""

    def said(match: re.Match[str]) -> str:
        name = match[0]
        if name in law.facts:
            return f"“{law.facts[name].label}”"
        labels = {rule.id: rule.label for rule in law.pack.rules}
        return f"“{labels[name]}”" if name in labels else name.replace("_", " ")

    return _VARIABLE.sub(said, text.replace("countries.csv", "the list of countries"))


def _named(name: str, value: str, law: Law) -> str:
    if name in law.facts and value in law.facts[name].words:
        return law.facts[name].words[value]
    if value in law.pack.countries:
        return law.pack.countries[value].name
    names = {disease.id: disease.name for disease in law.pack.diseases}
    names |= {rule.id: rule.label for rule in law.pack.rules}
    return names.get(value, value.replace("_", " "))
