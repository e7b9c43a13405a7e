"""Every act that the services put into the audit, found in their source.

An act is a text where it is noted, or where a function that notes it is called; what is put
together of the kinds of a table is put together here too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from app.billing.debt.events import DebtEvent
from app.store.desk_finish import FORM, NOTICE, SIGNATURE
from app.store.translations import APPROVED, WITHDRAWN

_APP = Path(__file__).resolve().parents[2] / "app"
_PUT_TOGETHER = {
    "debt_": tuple(kind.KIND for kind in get_args(DebtEvent)),
    "desk_": (FORM, NOTICE, SIGNATURE),
    "text_": (APPROVED, WITHDRAWN),
}


def acts() -> set[str]:
    """Each once; raises AssertionError for one that is not found in the source."""
    return {
        act
        for path in sorted(_APP.rglob("*.py"))
        for module in [ast.parse(path.read_text("utf-8"))]
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef) and function.name != "audit"
        for noted in _noted(function)
        for act in _meant(noted, function, module)
    }


def _noted(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for call in _calls(function, "audit"):
        yield from call.args[:1]
    for call in _calls(function, "Happening"):
        yield from (one.value for one in call.keywords if one.arg == "act")


def _meant(act: ast.expr, function: ast.FunctionDef, module: ast.Module) -> Iterator[str]:
    if isinstance(act, ast.Constant):
        yield str(act.value)
    elif isinstance(act, ast.IfExp):
        yield from _meant(act.body, function, module)
        yield from _meant(act.orelse, function, module)
    elif isinstance(act, ast.JoinedStr):
        begins = ast.literal_eval(act.values[0])
        yield from (f"{begins}{kind}" for kind in _PUT_TOGETHER[begins])
    else:
        assert isinstance(act, ast.Name), ast.unparse(act)
        given = [*_assigned(act.id, function), *_handed(act.id, function, module)]
        assert given, f"{function.name}: {act.id}"
        for one in given:
            yield from _meant(one, function, module)


def _assigned(name: str, function: ast.FunctionDef) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]


def _handed(name: str, function: ast.FunctionDef, module: ast.Module) -> list[ast.expr]:
    """What the module's other functions give this one for its parameter of that name."""
    names = [one.arg for one in function.args.args]
    place = names.index(name) if name in names else len(names)
    return [
        one
        for call in _calls(module, function.name)
        for one in (
            *call.args[place : place + 1],
            *(by_name.value for by_name in call.keywords if by_name.arg == name),
        )
    ]


def _calls(within: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(within):
        if isinstance(node, ast.Call) and name == (
            node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        ):
            yield node
