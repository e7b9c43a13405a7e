"""What the program's own source says to people, found in it: for the catalogue of the window.

A sentence stands as a literal where it is said: the template of a `Phrase`, a text of a table of
`phrases`, or the words of a refusal (`app.core.errors.Known` and what descends from it), there or
in a constant of the module. `untold` finds the ones no catalogue can hold. The command line and
the hub speak English to finance and IT by design: no window shows what they say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from installer.refusals import WORDS, Refusals, called

ROOT = Path(__file__).resolve().parent.parent / "app"
ENGLISH_BY_DESIGN = ("cli", "hub", "demo")
_PHRASE, _PHRASES, _LIST = "Phrase", "phrases", "_set_apart"
_REFILLED = "refilled"  # a phrase with another value
_MAKES_PHRASES = "core/wording.py"  # of what it is given
_WORDS = re.compile(r"[a-z]+ [a-z]| [a-z]{2}")
_PUT_TOGETHER = ("format", "join", "replace")


class _Place(NamedTuple):
    """Where in the source something stands."""

    file: str
    module: ast.Module
    within: str = ""  # the class
    function: ast.FunctionDef | None = None


@dataclass(frozen=True)
class _Part:
    """What is said, or `fills` a place of what is; one side of an if-else by itself."""

    text: ast.expr
    at: _Place
    fills: bool = False


def sentences(root: Path = ROOT) -> tuple[str, ...]:
    """Every sentence below a folder, each once, in the order of the files."""
    found: dict[str, None] = {}
    for part in _parts(root):
        for one in () if part.fills else _meant(part.text, part.at):
            text = _text(one)
            if text:
                found.setdefault(text)
    return tuple(found)


def untold(root: Path = ROOT) -> list[str]:
    """`services/claims.py:12` for each text that no catalogue can follow, or no window can turn.

    One put together on the way, one that comes from the source does not show where, and English
    that fills a place of a phrase without being a phrase itself.
    """
    return [
        f"{part.at.file}:{part.text.lineno}"
        for part in _parts(root)
        if part.at.file != _MAKES_PHRASES
        and (_fills_in_english(part) if part.fills else _is_lost(part))
    ]


def _is_lost(part: _Part) -> bool:
    return any(
        not isinstance(one, ast.Constant) and not _is_data(one) and not _is_phrase(one, part.at)
        for one in _meant(part.text, part.at)
    )


def _fills_in_english(part: _Part) -> bool:
    return any(_is_put_together(one) or _is_english(one) for one in _meant(part.text, part.at))


def _is_put_together(text: ast.expr) -> bool:
    if isinstance(text, ast.BinOp):  # sums are filled in too
        return any(isinstance(one, ast.JoinedStr) or _text(one) for one in ast.walk(text))
    return isinstance(text, ast.JoinedStr) or (
        isinstance(text, ast.Call) and called(text.func) in _PUT_TOGETHER
    )


def _is_english(text: ast.expr) -> bool:
    """Words, not a code or a postcode."""
    return _WORDS.search(_text(text)) is not None


def _text(node: ast.AST) -> str:
    """A literal text; "" for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_data(text: ast.expr) -> bool:
    """What another refusal says, or a list of `resources/`, which has its own way to a language."""
    if isinstance(text, ast.Attribute):
        return text.attr == "message"
    return isinstance(text, ast.Subscript) and isinstance(text.value, ast.Attribute)


def _is_phrase(text: ast.expr, at: _Place) -> bool:
    """A phrase made here, what a function of this module makes, or what it was given as one."""
    if isinstance(text, ast.Call):
        makers = (node for node in at.module.body if isinstance(node, ast.FunctionDef))
        made = {node.name: node.returns for node in makers}
        return called(text.func) in (_PHRASE, _PHRASES, _REFILLED) or _says_phrase(
            made.get(called(text.func))
        )
    if at.function is None or not isinstance(text, ast.Name):
        return False
    if at.function.name == "__init__" and text.id == WORDS:  # handed on: the caller is looked at
        return True
    given = (*at.function.args.args, *at.function.args.kwonlyargs)
    return any(one.arg == text.id and _says_phrase(one.annotation) for one in given)


def _says_phrase(annotation: ast.expr | None) -> bool:
    return annotation is not None and _PHRASE in {called(node) for node in _names(annotation)}


def _names(annotation: ast.expr) -> Iterator[ast.expr]:
    return (node for node in ast.walk(annotation) if isinstance(node, ast.Name))


def _meant(text: ast.expr, at: _Place) -> Iterator[ast.expr]:
    """What a name stands for: what its function, else its module, gives it; else it itself."""
    held = text.value if isinstance(text, ast.Subscript) else text
    if not isinstance(held, ast.Name):
        yield text
        return
    local = list(_given(held.id, ast.walk(at.function))) if at.function is not None else []
    found = local or list(_given(held.id, iter(at.module.body)))
    for one in found:
        of_list = one.values if isinstance(one, ast.Dict) else [one]
        for value in of_list:
            yield from _branches(value)
    if not found:
        yield text


def _given(name: str, nodes: Iterator[ast.AST]) -> Iterator[ast.expr]:
    for node in nodes:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(called(one) == name for one in targets):
            yield node.value


def _branches(given: ast.expr) -> Iterator[ast.expr]:
    if isinstance(given, ast.IfExp):
        yield from _branches(given.body)
        yield from _branches(given.orelse)
    else:
        yield given


@cache
def _parts(root: Path) -> tuple[_Part, ...]:
    files = _modules(root)
    refusals = Refusals(files.values())
    return tuple(
        _Part(branch, at, fills)
        for file, module in files.items()
        for call, at in _calls(module, _Place(file, module))
        for text, fills in _texts(call, at, refusals)
        for branch in _branches(text)
    )


def _texts(call: ast.Call, at: _Place, refusals: Refusals) -> Iterator[tuple[ast.expr, bool]]:
    """What a call says, and what it fills in."""
    name = called(call.func)
    if name == _PHRASE:
        yield from ((one, False) for one in call.args)
        yield from ((one.value, True) for one in call.keywords)
    elif name == _PHRASES and isinstance(call.args[0], ast.Dict):
        yield from ((one, False) for one in call.args[0].values)
    elif name == _LIST:
        yield from ((one, False) for one in call.args[1:])
    else:
        words = refusals.words_of(call, at.within)
        if words is not None:
            yield words, False


def _calls(node: ast.AST, at: _Place) -> Iterator[tuple[ast.Call, _Place]]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call):
            yield inner, at
        inside = at
        if isinstance(inner, ast.FunctionDef):
            inside = at._replace(function=inner)
        elif isinstance(inner, ast.ClassDef):
            inside = at._replace(within=inner.name)
        yield from _calls(inner, inside)


def _modules(root: Path) -> dict[str, ast.Module]:
    paths = (path.relative_to(root) for path in sorted(root.rglob("*.py")))
    return {
        path.as_posix(): ast.parse((root / path).read_text("utf-8"))
        for path in paths
        if path.parts[0] not in ENGLISH_BY_DESIGN
    }
