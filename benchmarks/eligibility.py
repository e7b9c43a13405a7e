"""The 25-rule table of the benchmarks, as conditions and as columns of codes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.residency.conditions import All, Atom, Condition, Op

FILE = Path(__file__).parent / "data" / "eligibility-table.json"
_OPS = {"eq": Op.EQ, "ne": Op.NE, "ge": Op.GTE, "lt": Op.LT, "in": Op.IN}


@dataclass(frozen=True, slots=True)
class Table:
    """How many codes each question has, the rules in order, and cases with the rule that hits."""

    fields: dict[str, int]
    rules: tuple[tuple[Condition | None, str], ...]
    cases: list[list[int]]
    expected: list[str]

    def columns(self, size: int) -> dict[str, bytes]:
        """The cases over and over up to `size`, a byte a case for each question."""
        times = -(-size // len(self.cases))
        once = zip(self.fields, zip(*self.cases, strict=True), strict=True)
        return {name: (bytes(column) * times)[:size] for name, column in once}


def load_table() -> Table:
    """The table from its file."""
    shelf = json.loads(FILE.read_text("utf-8"))
    rules = tuple((_all(rule["when"]), str(rule["id"])) for rule in shelf["rules"])
    return Table(shelf["fields"], rules, shelf["cases"], shelf["expected"])


def _all(when: list[Any]) -> Condition | None:
    return All(tuple(_atom(*test) for test in when)) if when else None


def _atom(field: str, op: str, value: int | list[int]) -> Atom:
    return Atom(field, _OPS[op], tuple(value) if isinstance(value, list) else value)  # type: ignore[arg-type]
