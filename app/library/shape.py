"""Whether every shelf of a pack has the form the program reads, told entry by entry.

Each fault is a sentence for the person who keeps the law. A pack with a fault is never used.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any

from app.core.wording import Phrase, listed
from app.library.shelves import Shelves, Table
from app.residency.conditions import DISEASES, SERVICE_DATE, Op
from app.residency.facts import DecidedBy, FactType
from app.residency.outcomes import DeskOutcome
from app.residency.questions import QuestionType
from app.residency.rules import Kind
from app.residency.walk import Route


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one entry, and what to do about it.

    `newer`: the entry speaks of something this program does not know and a later one may.
    """

    code: str
    shelf: str
    entry: str
    says: Phrase
    do: Phrase
    newer: bool = False


_WORDS: Mapping[type, str] = {
    str: Phrase("a text in quotation marks"),
    bool: Phrase("true or false"),
    int: Phrase("a whole number"),
    date: Phrase("a day such as 2026-03-09, without quotation marks"),
    list: Phrase("a list"),
    dict: Phrase("a table in braces"),
}
_RULE: dict[str, type] = {
    "id": str,
    "label": str,
    "when": dict,
    "regulation": str,
    "in_force_from": date,
    "sensitive": bool,
    "confirmed": bool,
    "source": str,
    "checked": date,
}
_GROUP: dict[str, type] = {
    **_RULE,
    "explanation": str,
    "kind": str,
    "scope": str,
    "charging_category": str,
    "status_classification": int,
    "course_of_treatment_protection": bool,
}
_SERVICE: dict[str, type] = {**_RULE, "plain": str}
_DISEASE: Mapping[str, type] = {
    "id": str,
    "name": str,
    "regulation": str,
    "in_force_from": date,
    "confirmed": bool,
    "source": str,
    "checked": date,
}
_FACT: Mapping[str, type] = {"type": str, "decided_by": str, "label": str, "meaning": str}
_QUESTION: Mapping[str, type] = {
    "id": str,
    "stage": str,
    "section": str,
    "asked_by": str,
    "text": str,
    "type": str,
    "rank": int,
}
_OUTCOME: Mapping[str, type] = {
    "id": str,
    "title": str,
    "steps": list,
    "band": str,
    "icon": str,
}
_PACK: Mapping[str, type] = {
    "rules_version": str,
    "used_from": date,
    "valid_from": date,
    "review_by": date,
    "checked": date,
    "charge": dict,
    "outside": dict,
    "letters": dict,
    "payment_first": dict,
    "scopes": dict,
}
_OPTIONAL: Mapping[str, type] = {
    "in_force_to": date,
    "look_back": dict,
    "rate_percent": int,
    "leaflet": int,
    "claim_route": str,
    "course_protected_until": date,
    "confirmation_note": str,
    "notes": str,
    "excludes": list,
    "evidence": list,
    "covers_family_through": list,
    "ends_when": list,
    "stops_when": list,
    "values": list,
    "unknown_values": list,
    "pending_values": list,
    "least": int,
    "most": int,
    "help": str,
    "short": str,
    "options": list,
    "required": bool,
    "sets": list,
    "finding": bool,
    "show_when": dict,
    "aliases": list,
}
_TELL: Mapping[str, tuple[str, Phrase]] = {
    "in_force_from": ("undated", Phrase("Say from which day it holds: in_force_from.")),
    "source": ("unsourced", Phrase("Say where a reader can check it: source.")),
    "regulation": ("unsourced", Phrase("Say where it stands in the law: regulation.")),
    "checked": ("unchecked", Phrase("Say when a person last read the law for it: checked.")),
}
_FILES: tuple[tuple[str, str, Mapping[str, type]], ...] = (
    ("rules/groups", "group", _GROUP),
    ("rules/services", "service", _SERVICE),
    ("rules/diseases", "disease", _DISEASE),
    ("questions/stage_1", "question", _QUESTION),
    ("questions/stage_2", "question", _QUESTION),
    ("questions/clinician", "question", _QUESTION),
    ("questions/outcomes", "outcome", _OUTCOME),
)
_SENTENCES = (
    ("rules/statements", "patient"),
    ("rules/statements", "flags"),
    ("rules/evidence", "evidence"),
    ("rules/pack", "category_codes"),
    ("rules/pack", "status_classification_codes"),
    ("rules/pack", "scopes"),
)
_COMPARED: Mapping[str, type] = {"bool": bool, "int": int, "date": date}
_CLOSED: Mapping[tuple[str, str], type[StrEnum]] = {
    ("group", "kind"): Kind,
    ("question", "type"): QuestionType,
    ("outcome", "id"): DeskOutcome,
    ("fact", "type"): FactType,
    ("fact", "decided_by"): DecidedBy,
    ("routing", "route"): Route,
}


def faults(shelves: Shelves) -> Iterator[Fault]:
    """Everything in a pack that the program could not read, in the order of the files.

    Raises KeyError for a shelf that is not there, ValueError for one that is not TOML or JSON.
    """
    yield from _entry("rules/pack", "pack", "pack", shelves.table("rules/pack"), _PACK)
    facts = _table_of(shelves.table("rules/facts").get("fact"))
    if not facts:
        yield _missing("rules/facts", "fact")
    for name, row in facts.items():
        yield from _entry("rules/facts", "fact", name, row, _FACT)
    asked = set(_ids(shelves))
    for shelf, kind, wanted in _FILES:
        rows = shelves.table(shelf).get(kind)
        if not isinstance(rows, list) or not rows:
            yield _missing(shelf, kind)
            continue
        seen: set[object] = set()
        for number, row in enumerate(rows, start=1):
            name = _name(row, number)
            yield from _entry(shelf, kind, name, row, wanted)
            if name in seen:
                yield Fault(
                    "twice",
                    shelf,
                    name,
                    Phrase("The id stands twice."),
                    Phrase("Give each its own id."),
                )
            seen.add(name)
            if isinstance(row, dict):
                yield from _options(shelf, name, row)
                yield from _leaflet(shelf, name, row)
                yield from _conditions(shelf, name, row, _Known(facts, asked))
    yield from _routings(shelves)
    for shelf, key in _SENTENCES:
        words = _table_of(shelves.table(shelf).get(key))
        if not words or not _all_texts(list(words.values())):
            says = Phrase("[{name}] is not there, or holds more than texts.", name=key)
            yield Fault("odd", shelf, key, says, Phrase("Give each name a text."))
    yield from _supports(shelves)
    shelves.rows("rules/surcharge_rates")  # raises where a row is longer than its heads


def _supports(shelves: Shelves) -> Iterator[Fault]:
    """What papers speak for: by kind of paper, names of facts."""
    shelf = "rules/evidence"
    told = shelves.table(shelf).get("supports", {})
    lists = list(told.values()) if isinstance(told, dict) else [None]
    if not all(isinstance(one, list) and _all_texts(one) for one in lists):
        says = Phrase("[supports] holds more than lists of facts.")
        yield Fault("odd", shelf, "supports", says, Phrase('Write passport = ["nationalities"].'))


@dataclass(frozen=True, slots=True)
class _Known:
    """What a condition may ask for."""

    facts: Mapping[str, Any]
    questions: Container[str]


def _ids(shelves: Shelves) -> Iterator[str]:
    for shelf, kind, wanted in _FILES:
        if wanted is _QUESTION:
            rows = shelves.table(shelf).get(kind)
            yield from (_name(row, 0) for row in rows) if isinstance(rows, list) else ()


def _routings(shelves: Shelves) -> Iterator[Fault]:
    shelf = "questions/stage_1"
    rows = shelves.table(shelf).get("routing")
    if not isinstance(rows, list) or not rows:
        yield _missing(shelf, "routing")
        return
    for number, row in enumerate(rows, start=1):
        yield from _entry(shelf, "routing", f"routing {number}", row, {"route": str, "when": dict})


def _entry(
    shelf: str, kind: str, name: str, row: object, wanted: Mapping[str, type]
) -> Iterator[Fault]:
    if not isinstance(row, dict):
        yield Fault(
            "odd", shelf, name, Phrase("The entry is not a table."), Phrase("Begin it with [[ ]].")
        )
        return
    for key, type_ in wanted.items():
        if key not in row or row[key] == "":
            code, do = _TELL.get(
                key, ("missing", Phrase("Add {name}: {word}.", name=key, word=_WORDS[type_]))
            )
            yield Fault(code, shelf, name, Phrase("It has no {name}.", name=key), do)
    for key, value in row.items():
        expected = wanted.get(key) or _OPTIONAL.get(key)
        if expected is not None and type(value) is not expected and value != "":
            yield Fault(
                "odd",
                shelf,
                name,
                Phrase("{name} holds “{value}”.", name=key, value=value),
                Phrase("Give {word}.", word=_WORDS[expected]),
            )
        elif type(value) is list and key != "options" and not _all_texts(value):
            yield Fault(
                "odd",
                shelf,
                name,
                Phrase("{name} holds more than texts.", name=key),
                Phrase("Give a list of texts."),
            )
        closed = _CLOSED.get((kind, key))
        if closed is not None and isinstance(value, str) and value not in list(closed):
            yield _unknown(
                shelf, name, Phrase("The {name} “{value}”", name=key, value=value), closed
            )


def _options(shelf: str, name: str, row: Table) -> Iterator[Fault]:
    """Each choice has a value, and words, and says in tables of facts what it settles."""
    rows = row.get("options")
    for option in rows if isinstance(rows, list) else ():
        good = isinstance(option, dict) and isinstance(option.get("value"), str)
        if good and option["value"] != DISEASES:
            good = isinstance(option.get("label"), str)
        for key in ("sets", "unticked"):
            told = option.get(key, {}) if good else None
            good = isinstance(told, dict) and not any(
                isinstance(value, dict | NoneType) for value in told.values()
            )
        if not good:
            do = Phrase('Write {{ value = "...", label = "...", sets = {{ fact = value }} }}.')
            yield Fault("odd", shelf, name, Phrase("“{option}” is no option.", option=option), do)


def _leaflet(shelf: str, name: str, row: Table) -> Iterator[Fault]:
    """The step that hands out the leaflet is one of the steps."""
    place, steps = row.get("leaflet", 0), row.get("steps")
    if isinstance(place, int) and isinstance(steps, list) and not 0 <= place <= len(steps):
        says = Phrase("There is no step {place}.", place=place)
        do = Phrase("Count the step that hands out the leaflet from 1, or leave leaflet out.")
        yield Fault("odd", shelf, name, says, do)


def _all_texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _conditions(shelf: str, name: str, row: Table, known: _Known) -> Iterator[Fault]:
    for key in ("when", "show_when"):
        if isinstance(row.get(key), dict):
            yield from _tree(shelf, name, row[key], known)


def _tree(shelf: str, name: str, tree: object, known: _Known) -> Iterator[Fault]:
    if not isinstance(tree, dict):
        yield Fault(
            "odd",
            shelf,
            name,
            Phrase("“{tree}” is no condition.", tree=tree),
            Phrase("Write {{ fact, op, value }}."),
        )
        return
    for word in ("all", "any"):
        if word in tree:
            parts = tree[word] if isinstance(tree[word], list) else [tree[word]]
            for part in parts:
                yield from _tree(shelf, name, part, known)
            return
    for word, there, do in (
        ("fact", known.facts, Phrase("Correct the name, or add the fact to rules/facts.toml.")),
        ("question", known.questions, Phrase("Correct the name, or add the question.")),
    ):
        asked = tree.get(word)
        if isinstance(asked, str) and asked not in there:
            says = Phrase(
                "It asks for “{asked}”, and there is no such {word}.", asked=asked, word=word
            )
            yield Fault(f"unknown_{word}", shelf, name, says, do)
    op = tree.get("op")
    if op not in list(Op):
        yield _unknown(shelf, name, Phrase("The comparison “{op}”", op=op), Op)
    elif isinstance(tree.get("fact"), str):
        yield from _comparison(shelf, name, tree, known)


def _comparison(shelf: str, name: str, tree: Table, known: _Known) -> Iterator[Fault]:
    """A fact is compared with values of its own kind."""
    row, value = known.facts.get(tree["fact"]), tree.get("value")
    kind = row.get("type") if isinstance(row, dict) else None
    wanted = _COMPARED.get(str(kind), str)
    if kind is None or value is None or value in (SERVICE_DATE, DISEASES):
        return
    for one in value if isinstance(value, list) else [value]:
        if type(one) is not wanted:
            says = Phrase("It compares {tree} with “{one}”.", tree=tree["fact"], one=one)
            yield Fault("odd", shelf, name, says, Phrase("Give {word}.", word=_WORDS[wanted]))


def _unknown(shelf: str, name: str, what: Phrase, closed: type[StrEnum]) -> Fault:
    return Fault(
        "unknown_word",
        shelf,
        name,
        Phrase("{what} is none that this program knows.", what=what),
        Phrase("Use one of {names}, or update Recoup.", names=listed(closed)),
        newer=True,
    )


def _missing(shelf: str, kind: str) -> Fault:
    return Fault(
        "missing",
        shelf,
        kind,
        Phrase("There is no [[{kind}]].", kind=kind),
        Phrase("Add at least one."),
    )


def _table_of(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _name(row: object, number: int) -> str:
    named = row.get("id") if isinstance(row, dict) else None
    return named if isinstance(named, str) and named else f"entry {number}"
