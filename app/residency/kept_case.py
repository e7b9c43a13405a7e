"""A case as it is kept beside what was found, so that the finding can be made again exactly.

The document is one that `recoup determine` reads too. Here nothing is read anew: every value
comes back as it was, also where the program has since learned to read it otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.residency.dated import CHANGES, CHARGED, LAST_DAY, NO_FACTS
from app.residency.determination import Case
from app.residency.facts import FactBook, FactType, FactValue
from app.residency.findings import Days, shown
from app.residency.line import Line
from app.residency.printed import CONTRACT_VERSION
from app.residency.spell import DatedFacts, Spells, Stay


def case_document(case: Case) -> dict[str, Any]:
    """The case as JSON holds it."""
    spells = case.spells or Spells()
    document: dict[str, Any] = {
        "contract_version": CONTRACT_VERSION,
        "facts": _written(case.facts),
        "certified": case.certified,
        "lines": [_line_written(line, spells.stays.get(line.id)) for line in case.lines],
    }
    if case.spells is not None:
        document[CHANGES] = _changes_written(spells.changes)
    return document


def case_from(document: Mapping[str, Any], facts: FactBook) -> Case:
    """The case again; `facts` are those of the pack it was determined with."""
    rows = document["lines"]
    lines = tuple(
        Line(row["id"], _read({k: row[k] for k in row if k not in NO_FACTS}, facts)) for row in rows
    )
    spells = None
    if CHANGES in document:
        spells = Spells(
            changes=_changes(document[CHANGES], facts),
            stays={row["id"]: _stay(row, facts) for row in rows if CHANGES in row},
        )
    return Case(
        _known(document["facts"], facts), lines, certified=document["certified"], spells=spells
    )


def _line_written(line: Line, stay: Stay | None) -> dict[str, Any]:
    row = {"id": line.id, **_written(line.facts)}
    if stay is not None:
        row[CHANGES] = _changes_written(stay.changes)
        row[LAST_DAY] = shown(stay.until)
        row[CHARGED] = [
            {"from": days.first.isoformat(), "to": days.last.isoformat()} for days in stay.charged
        ]
    return row


def _changes_written(changes: Iterable[DatedFacts]) -> list[dict[str, Any]]:
    return [{"from": one.since.isoformat(), "facts": _written(one.facts)} for one in changes]


def _written(values: Mapping[str, FactValue | None]) -> dict[str, Any]:
    return {name: shown(value) for name, value in values.items()}


def _stay(row: Mapping[str, Any], facts: FactBook) -> Stay:
    until = row[LAST_DAY]
    return Stay(
        date.fromisoformat(until) if until else None,
        _changes(row[CHANGES], facts),
        tuple(
            Days(date.fromisoformat(days["from"]), date.fromisoformat(days["to"]))
            for days in row[CHARGED]
        ),
    )


def _changes(rows: Iterable[Mapping[str, Any]], facts: FactBook) -> tuple[DatedFacts, ...]:
    return tuple(
        DatedFacts(date.fromisoformat(row["from"]), _read(row["facts"], facts)) for row in rows
    )


def _known(values: Mapping[str, Any], facts: FactBook) -> dict[str, FactValue]:
    return {name: value for name, value in _read(values, facts).items() if value is not None}


def _read(values: Mapping[str, Any], facts: FactBook) -> dict[str, FactValue | None]:
    return {name: _value(name, value, facts) for name, value in values.items()}


def _value(name: str, value: Any, facts: FactBook) -> FactValue | None:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, str) and name in facts and facts[name].type is FactType.DATE:
        return date.fromisoformat(value)
    known: FactValue | None = value
    return known
