"""The family of refusals as the source has it: which of their arguments is what people read."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

_REFUSAL, WORDS = "Known", "message"


class Refusals:
    """`app.core.errors.Known` and every class that descends from it."""

    def __init__(self, modules: Iterable[ast.Module]) -> None:
        found = [
            node for one in modules for node in ast.walk(one) if isinstance(node, ast.ClassDef)
        ]
        self._above: dict[str, str] = {}
        self._place: dict[str, int | None] = {}
        self._take(_REFUSAL, "", {node.name: node for node in found})

    def words_of(self, call: ast.Call, within: str) -> ast.expr | None:
        """What a call of one says to people; `within` is the class it stands in, "" for none."""
        name = called(call.func)
        if name == "__init__" and isinstance(call.func, ast.Attribute):
            name = self._above.get(within, "") if _is_super(call.func.value) else ""
        place = self._place.get(name)
        if place is None:
            return None
        by_name = [one.value for one in call.keywords if one.arg == WORDS]
        return next(iter((*call.args[place : place + 1], *by_name)), None)

    def _take(self, name: str, above: str, classes: Mapping[str, ast.ClassDef]) -> None:
        made = [
            node
            for node in classes[name].body
            if isinstance(node, ast.FunctionDef) and node.name == "__init__"
        ]
        self._above[name] = above
        self._place[name] = _place(made[0]) if made else self._place.get(above)
        for under, node in classes.items():
            if any(called(base) == name for base in node.bases):
                self._take(under, name, classes)


def called(what: ast.expr) -> str:
    """The last name of what is called or descended from."""
    if isinstance(what, ast.Attribute):
        return what.attr
    return what.id if isinstance(what, ast.Name) else ""


def _is_super(what: ast.expr) -> bool:
    return isinstance(what, ast.Call) and called(what.func) == "super"


def _place(maker: ast.FunctionDef) -> int | None:
    names = [one.arg for one in maker.args.args[1:]]  # but self
    return names.index(WORDS) if WORDS in names else None
