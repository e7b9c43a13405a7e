"""Which texts that the program makes go past the catalogue of the window, and why they may.

A literal or an f-string of `app/` that a person would read is a text of the catalogue
(`installer.sentences` gathers phrases and refusals), or it is English whatever the window speaks:
that is a fault, or by design, with the reason here. The command line and the hub speak English,
and so do papers and letters until a named translator approved another text of theirs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from installer.sentences import ENGLISH_BY_DESIGN
from tests.ui.words import is_read

APP = Path(__file__).resolve().parents[2] / "app"
_PAPERS = ("documents",)
_PROGRAMMERS = {  # what is given to these is read by the program or by a programmer
    *("RuntimeError", "ValueError", "KeyError", "TypeError", "LookupError", "AssertionError"),
    *("OSError", "EOFError", "NotImplementedError", "compile", "strftime", "strptime", "cast"),
    *("TypeVar", "getLogger", "debug", "info", "warning", "exception", "ZoneInfo"),
}
# In the room of SQL only what is a sentence is for people.
_SENTENCE = re.compile(r"[A-Z“{][^=<(]*\s[^=<(]*\.")


def past(catalogue: Container[str]) -> Iterator[tuple[str, str]]:
    """`services/queue.py` and `Private, open to see` for each text that it does not hold."""
    for path in sorted(APP.rglob("*.py")):
        room, *_ = path.relative_to(APP).parts
        if room in (*ENGLISH_BY_DESIGN, *_PAPERS):
            continue
        for text in _texts(ast.parse(path.read_text("utf-8"))):
            if text not in catalogue and (room != "store" or _SENTENCE.fullmatch(text)):
                yield path.relative_to(APP).as_posix(), text


def reasons(file: str, text: str) -> list[str]:
    """The lines of the list that a text falls under."""
    return [
        line
        for line in BY_DESIGN
        if file.startswith(line.partition(": ")[0]) and text.startswith(line.partition(": ")[2])
    ]


def _texts(tree: ast.Module) -> Iterator[str]:
    over = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if text is not None and is_read(text) and not _is_hidden(node, over):
            yield text


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


def _is_hidden(node: ast.AST, over: Mapping[ast.AST, ast.AST]) -> bool:
    """A docstring, a part of another text, a type, or what a programmer alone is told."""
    child, above = node, over.get(node)
    if isinstance(above, ast.Expr):
        return True
    while above is not None:
        if isinstance(above, ast.JoinedStr | ast.FormattedValue | ast.MatchValue):
            return True
        if isinstance(above, ast.AnnAssign | ast.arg) and child is above.annotation:
            return True
        if isinstance(above, ast.FunctionDef) and child is above.returns:
            return True
        if isinstance(above, ast.Call) and child is not above.func and _is_programmers(above.func):
            return True
        child, above = above, over.get(above)
    return False


def _is_programmers(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in _PROGRAMMERS


BY_DESIGN: Mapping[str, str] = {  # a file or folder, and how a text of it begins
}
