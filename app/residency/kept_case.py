"""A case as it is kept beside what was found, so that the finding can be made again exactly.

The document is one that `recoup determine` reads too. Here nothing is read anew: every value
comes back as it was, also where the program has since learned to read it otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.residency.determination import Case
from app.residency.facts import FactBook, FactType, FactValue
from app.residency.findings import shown
from app.residency.line import Line
from app.residency.printed import CONTRACT_VERSION


def case_document(case: Case) -> dict[str, Any]:
    """The case as JSON holds it."""
    return {
        "contract_version": CONTRACT_VERSION,
        "facts": _written(case.facts),
        "certified": case.certified,
        "lines": [{"id": line.id, **_written(line.facts)} for line in case.lines],
    }


def case_from(document: Mapping[str, Any], facts: FactBook) -> Case:
    """The case again; `facts` are those of the pack it was determined with."""
    lines = tuple(
        Line(row["id"], _read({key: row[key] for key in row if key != "id"}, facts))
        for row in document["lines"]
    )
    return Case(_read(document["facts"], facts), lines, document["certified"])


def _written(values: Mapping[str, FactValue | None]) -> dict[str, Any]:
    return {name: shown(value) for name, value in values.items()}


def _read(values: Mapping[str, Any], facts: FactBook) -> dict[str, Any]:
    return {name: _value(name, value, facts) for name, value in values.items()}


def _value(name: str, value: Any, facts: FactBook) -> FactValue | None:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, str) and name in facts and facts[name].type is FactType.DATE:
        return date.fromisoformat(value)
    known: FactValue | None = value
    return known
