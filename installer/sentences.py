"""What the program's own source says to people, found in it: for the catalogue of the window.

A sentence stands as a literal where it is said: the template of a `Phrase`, a text of a table of
`phrases`, or the words of a refusal (`app.core.errors.Known` and what descends from it). `untold`
finds the ones no catalogue can hold. The command line and the hub speak English to finance and IT
by design: no window shows what they say.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "app"
ENGLISH_BY_DESIGN = ("cli", "hub", "demo")
_PHRASE, _PHRASES, _REFUSAL = "Phrase", "phrases", "Known"


def sentences() -> tuple[str, ...]:
    """Every sentence, each once, in the order of the files."""
    found: dict[str, None] = {}
    for tree in _trees().values():
        for said in _said(tree):
            text = said.value if isinstance(said, ast.Constant) else None
            if isinstance(text, str) and " " in text.strip():  # a code, a field's name is one word
                found.setdefault(text)
        for text in _phrases(tree):
            found.setdefault(text)
    return tuple(found)


def untold() -> list[str]:
    """`services/claims.py:12` for each text put together where no catalogue can follow."""
    return [
        f"{path.relative_to(ROOT)}:{said.lineno}"
        for path, tree in _trees().items()
        for said in _said(tree)
        if isinstance(said, ast.JoinedStr | ast.BinOp) or _is_formatted(said)
    ]


def _said(tree: ast.Module) -> Iterator[ast.expr]:
    """What is given to a phrase or a refusal, either side of an if-else taken by itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _sayers():
            for given in (*node.args, *(one.value for one in node.keywords)):
                yield from _branches(given)


def _phrases(tree: ast.Module) -> Iterator[str]:
    """What a phrase says, of one word too, and each text of a table of `phrases`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        said: list[ast.expr] = []
        if _name(node.func) == _PHRASE:
            said = [node.args[0]]
        elif _name(node.func) == _PHRASES and isinstance(node.args[0], ast.Dict):
            said = node.args[0].values
        for given in said:
            for one in _branches(given):
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield one.value


def _branches(given: ast.expr) -> Iterator[ast.expr]:
    if isinstance(given, ast.IfExp):
        yield from _branches(given.body)
        yield from _branches(given.orelse)
    else:
        yield given


def _is_formatted(said: ast.expr) -> bool:
    return (
        isinstance(said, ast.Call)
        and isinstance(said.func, ast.Attribute)
        and said.func.attr in {"format", "join", "replace"}
    )


@cache
def _trees() -> dict[Path, ast.Module]:
    return {
        path: ast.parse(path.read_text("utf-8"))
        for path in sorted(ROOT.rglob("*.py"))
        if path.relative_to(ROOT).parts[0] not in ENGLISH_BY_DESIGN
    }


@cache
def _sayers() -> frozenset[str]:
    """`Phrase`, the family of refusals, and `super().__init__` of their own makers."""
    kinds, before = {_REFUSAL}, 0
    while len(kinds) > before:
        before = len(kinds)
        kinds |= {
            node.name
            for tree in _trees().values()
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef) and kinds & {_name(base) for base in node.bases}
        }
    return frozenset({_PHRASE, *kinds})


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""
