"""The quick reference: chapters, examples and the words around rules; the rules are the pack's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.residency.conditions import DISEASES, SERVICE_DATE, All, Atom, Condition, Op
from app.residency.facts import FactValue
from app.residency.law import Law
from app.residency.wording import fact_label, value_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A person's story in a sentence, the facts of it, and what the rules make of them."""

    rule: str
    holds: bool
    text: str
    facts: Mapping[str, object]
    on: date
    certified: bool
    result: str  # free, charged or open


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules that are looked up together."""

    title: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What the guide adds to the pack."""

    chapters: tuple[Chapter, ...]
    examples: tuple[Example, ...]
    titles: Mapping[str, str]
    covers: Mapping[str, str]
    agreement: Mapping[str, str]
    at_the_desk: Mapping[str, str]
    chips: Mapping[str, str]
    roles: Mapping[str, str]
    conditions: Mapping[str, str]
    results: Mapping[str, str]


def condition_words(condition: Condition, guide: Guide, law: Law) -> tuple[str, ...]:
    """What a rule asks, a line for each part that must be so."""
    if isinstance(condition, All):
        return tuple(line for part in condition.parts for line in condition_words(part, guide, law))
    return (_in_one_line(condition, guide, law),)


def asked_facts(condition: Condition) -> tuple[str, ...]:
    """The facts a rule turns on, each once."""
    if isinstance(condition, Atom):
        return (condition.fact,)
    return tuple(dict.fromkeys(fact for part in condition.parts for fact in asked_facts(part)))


def _in_one_line(condition: Condition, guide: Guide, law: Law) -> str:
    if isinstance(condition, Atom):
        return _atom(condition, guide, law)
    parts = [_in_one_line(part, guide, law) for part in condition.parts]
    if isinstance(condition, All):
        return ", ".join(parts)
    return guide.conditions["any"].format(parts="; ".join(parts))


def _atom(atom: Atom, guide: Guide, law: Law) -> str:
    number = isinstance(atom.value, int) and atom.op in (Op.LT, Op.LTE)
    template = guide.conditions[f"{atom.op.value}_number" if number else atom.op.value]
    return template.format(fact=fact_label(atom.fact, law), value=_operand(atom, guide, law))


def _operand(atom: Atom, guide: Guide, law: Law) -> str:
    value: FactValue | None = atom.value
    if value == SERVICE_DATE:
        return guide.conditions["service_date"]
    if value == DISEASES:
        return guide.conditions["diseases"]
    if isinstance(value, tuple):
        return guide.conditions["or"].join(value_words(atom.fact, one, law) for one in value)
    return value_words(atom.fact, value, law)
