"""A second evaluator, slow and plain, read straight from the rule files: trees in three values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from app.library import resource

Tree = dict[str, Any]


@cache
def shelves() -> dict[str, Any]:
    """Facts, groups, services and diseases as the files hold them."""
    return {
        name: tomllib.loads(resource("rules", f"{name}.toml").read_text("utf-8"))
        for name in ("facts", "groups", "services", "diseases")
    }


def true_and_unknown(
    known: Mapping[str, Any], on: date, *, certified: bool
) -> tuple[list[str], list[str]]:
    """The ids of the true rules and of the unknown ones in force on a day, services first."""
    true, unknown = [], []
    for rule in (*shelves()["services"]["service"], *shelves()["groups"]["group"]):
        if rule["in_force_from"] <= on <= rule.get("in_force_to", date.max):
            value = _tree(rule["when"], known, on, certified=certified)
            if value is True:
                true.append(rule["id"])
            elif value is None:
                unknown.append(rule["id"])
    return true, unknown


def _tree(tree: Tree, known: Mapping[str, Any], on: date, *, certified: bool) -> bool | None:
    if "all" in tree:
        parts = [_tree(part, known, on, certified=certified) for part in tree["all"]]
        return False if False in parts else None if None in parts else True
    if "any" in tree:
        parts = [_tree(part, known, on, certified=certified) for part in tree["any"]]
        return True if True in parts else None if None in parts else False
    return _atom(tree, known, on, certified=certified)


def _atom(tree: Tree, known: Mapping[str, Any], on: date, *, certified: bool) -> bool | None:
    fact = shelves()["facts"]["fact"][tree["fact"]]
    value, op, wanted = known.get(tree["fact"]), tree["op"], tree.get("value")
    if value in fact.get("pending_values", ()):
        return None
    if value is None or value in fact.get("unknown_values", ()):
        if certified and fact["decided_by"] in ("clerk", "ovm"):
            return bool(op in ("is_false", "ne"))
        return None
    if wanted == "@service_date":
        wanted = on
    if wanted == "@diseases":
        diseases = shelves()["diseases"]["disease"]
        wanted = [row["id"] for row in diseases if row["in_force_from"] <= on]
    return bool(_COMPARE[op](value, wanted))


_COMPARE: dict[str, Any] = {
    "is_true": lambda value, _: value is True,
    "is_false": lambda value, _: value is False,
    "eq": lambda value, wanted: value == wanted,
    "ne": lambda value, wanted: value != wanted,
    "in": lambda value, wanted: value in wanted,
    "lt": lambda value, wanted: value < wanted,
    "lte": lambda value, wanted: value <= wanted,
    "gt": lambda value, wanted: value > wanted,
    "gte": lambda value, wanted: value >= wanted,
}
