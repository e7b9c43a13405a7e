"""What a law holds, entry by entry: all of it, or what is in force on one day.

Every entry is what JSON can print, with `code`, `valid_from` and `valid_to`, so that the same
view is shown, and compared field by field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from app.library.shelves import Shelves
from app.library.sources import Source
from app.residency.conditions import Condition, clauses
from app.residency.derived import SOURCES
from app.residency.facts import FactValue
from app.residency.findings import shown
from app.residency.law import Law
from app.residency.printed import print_condition
from app.residency.questions import Question
from app.residency.rules import Country, Disease, Kind, LookBack, Rule

Entry = dict[str, Any]
View = dict[str, dict[str, Entry]]
"""Kind, then code, then the entry."""

_CALLED = {"id": "code", "in_force_from": "valid_from", "in_force_to": "valid_to"}
_WORKED_OUT = {"reason", "width"}


def view(source: Source, on: date | None = None) -> View:
    """Every entry, or those in force on a day."""
    law, pack = source.pack.law, source.pack.law.pack
    kinds: dict[str, Iterator[Entry]] = {
        "groups": (_rule(group) for group in pack.groups),
        "services": (_rule(service) for service in pack.services),
        "diseases": (_disease(disease) for disease in pack.diseases),
        "agreements": (_agreement(one) for one in pack.countries.values() if one.listed),
        "rates": _rates(law, source.shelves),
        "questions": _questions(law),
    }
    return {
        kind: {entry["code"]: entry for entry in entries if on is None or _in_force(entry, on)}
        for kind, entries in kinds.items()
    }


def whole(source: Source) -> View:
    """Every entry with what carries no dates of its own: facts, countries, words."""
    law, manifest = source.pack.law, source.pack.manifest
    standing = law.pack.standing
    return {
        "pack": {
            "pack": {
                "code": "pack",
                "version": manifest.version,
                "used_from": manifest.valid_from.isoformat(),
                "review_by": manifest.valid_to.isoformat(),
            }
        },
        **view(source),
        "facts": {fact.name: _plain(fact, called={"name": "code"}) for fact in law.facts.all},
        "countries": {
            code: _plain(country, called={"alpha2": "code"})
            for code, country in law.pack.countries.items()
        },
        "words": {
            f"{kind}.{code}": {"code": f"{kind}.{code}", "text": text}
            for kind, words in (
                ("patient", standing.patient_words),
                ("flag", standing.flag_words),
                ("asking", standing.asking_words),
                ("evidence", standing.evidence),
                ("supports", {code: ", ".join(one) for code, one in standing.supports.items()}),
            )
            for code, text in words.items()
        },
        "routes": {
            str(number): {
                "code": str(number),
                "when": print_condition(routing.when),
                "route": str(routing.route),
            }
            for number, routing in enumerate(law.questions.routing, start=1)
        },
        "outcomes": {
            outcome.value: {"code": outcome.value, "title": words.title, "text": words.sentence}
            for outcome, words in law.outcomes.items()
        },
    }


def facts_of(condition: Condition) -> set[str]:
    """The facts a condition asks for."""
    return {atom.fact for clause in clauses(condition) for atom in clause}


def used_facts(rule: Rule) -> set[str]:
    """The facts a rule turns on, those included from which its own are worked out."""
    used = facts_of(rule.when)
    return used.union(*(SOURCES.get(fact, ()) for fact in used))


def _in_force(entry: Entry, on: date) -> bool:
    day = on.isoformat()
    return (entry["valid_from"] or "") <= day <= (entry["valid_to"] or "9999-12-31")


def _rule(rule: Rule) -> Entry:
    entry = _plain(rule, called=_CALLED, but={"when", "look_back", *_WORKED_OUT})
    entry["when"] = print_condition(rule.when)
    entry["look_back"] = _look_back(rule.look_back)
    return entry


def _look_back(back: LookBack | None) -> Entry | None:
    return None if back is None else _plain(back, called={"since": "from", "until": "to"})


def _disease(disease: Disease) -> Entry:
    return {**_plain(disease, called=_CALLED), "valid_to": None}


def _agreement(country: Country) -> Entry:
    """One entry of Schedule 2, from the later of listing and agreement to the earlier end."""
    assert country.listed is not None
    since = max(country.listed[0], country.agreement[0])
    until = min(country.listed[1], country.agreement[1])
    return {
        "code": country.alpha2,
        "label": country.name,
        "agreement": country.agreement_name,
        "scope": country.agreement_scope,
        "persons": country.agreement_persons,
        "evidence": country.agreement_evidence,
        "confirmed": country.scope_confirmed,
        "notes": country.notes,
        "valid_from": since.isoformat() if since != date.min else None,
        "valid_to": until.isoformat() if until != date.max else None,
    }


def _rates(law: Law, shelves: Shelves) -> Iterator[Entry]:
    """What a charged line costs, and what the surcharge was."""
    standing = law.pack.standing
    yield {
        "code": "charge",
        "label": standing.charge.text,
        "percent": standing.default_rate_percent,
        "regulation": standing.charge.regulation,
        "valid_from": standing.valid_from.isoformat(),
        "valid_to": shown(standing.valid_to) if standing.valid_to else None,
    }
    for group in law.pack.groups:
        if group.kind is Kind.CHARGEABLE:
            yield {
                "code": group.id,
                "label": group.label,
                "percent": group.rate_percent,
                "regulation": group.regulation,
                "valid_from": group.in_force_from.isoformat(),
                "valid_to": group.in_force_to.isoformat() if group.in_force_to else None,
            }
    for row in shelves.rows("rules/surcharge_rates"):
        yield {
            "code": f"immigration_health_charge_{row['in_force_from']}",
            "label": "Immigration health charge, pounds a year",
            **{name: row[name] for name in row if name.endswith("_per_year")},
            "regulation": row["instrument"],
            "confirmed": row["confirmed"],
            "valid_from": row["in_force_from"],
            "valid_to": row["in_force_to"] or None,
        }


def _questions(law: Law) -> Iterator[Entry]:
    """A question holds while a rule does that turns on what it settles; else as long as the law."""
    standing = law.pack.standing
    turning = [(used_facts(rule), rule) for rule in law.pack.rules]
    for question in law.questions.all:
        settled = settles(question)
        rules = [rule for used, rule in turning if used & settled]
        ends = [rule.in_force_to for rule in rules if rule.in_force_to is not None]
        open_ended = len(ends) < len(rules) or not rules
        since = min((rule.in_force_from for rule in rules), default=standing.valid_from)
        until = standing.valid_to if open_ended else max(ends)
        entry = _plain(question, called=_CALLED, but={"options", "show_when"})
        entry["options"] = [_plain(option) for option in question.options]
        entry["show_when"] = print_condition(question.show_when) if question.show_when else None
        entry["valid_from"] = max(since, standing.valid_from).isoformat()
        entry["valid_to"] = until.isoformat() if until else None
        yield entry


def settles(question: Question) -> set[str]:
    """The facts some answer to the question makes known."""
    told = set(question.sets)
    for option in question.options:
        told |= option.sets.keys() | option.unticked.keys()
    return told


def _plain(thing: Any, *, called: Mapping[str, str] = _CALLED, but: Collection[str] = ()) -> Entry:
    """The fields of one of the law's values, as JSON holds them, under the names the law prints."""
    return {
        called.get(field.name, field.name): _json(getattr(thing, field.name))
        for field in fields(thing)
        if field.name not in but
    }


def _json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _json(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_json(part) for part in value]
    known: FactValue | None = value
    return shown(known)
