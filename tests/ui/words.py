"""Which texts of a source a person would read, and which of the window go past its catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "ui"
# Style sheets and font names, the drawing of cells and the lanes: no sentence for a person.
_NO_WORDS = {"stylesheet.py", "theme.py", "language.py", "work.py"}
_NOT_SHOWN = {  # what is given to these is read by the program or by a programmer
    *("RuntimeError", "ValueError", "KeyError", "TypeError", "LookupError", "AssertionError"),
    *("setObjectName", "setProperty", "property", "setFilterRules", "ArgumentParser"),
    *("add_argument", "compile", "QKeySequence", "TypeVar", "setApplicationName"),
    *("user_data_path", "user_config_path", "strftime", "cast", "QColor", "tr"),
}
_KEY = re.compile(
    r"(Ctrl|Alt|Shift|Meta)\+.+|F\d+|Esc(ape)?|Enter|Return|Tab|Backtab|Up|Down|Left|Right|Home|End|"
    r"PgUp|PgDown|Page ?Up|Page ?Down|Del(ete)?|Backspace|Space"
)


def untranslated() -> list[str]:
    """`views/desk.py:12 'Find a patient'` for each text that does not go through `tr`."""
    return [
        f"{path.relative_to(UI)}:{line} {text!r}"
        for path in sorted(UI.rglob("*.py"))
        if path.name not in _NO_WORDS
        for line, text in texts(ast.parse(path.read_text("utf-8")), not_shown=_NOT_SHOWN)
    ]


def not_literal() -> list[str]:
    """Each call of `tr` whose argument no catalogue can hold."""
    return [
        f"{path.relative_to(UI)}:{call.lineno}"
        for path in sorted(UI.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "tr"
        and not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant))
    ]


def untold_refusals() -> list[str]:
    """Each place that reads `.message` and shows it as it is; `ui.language.told` is the one door.

    Words handed on within another refusal are told there.
    """
    return [
        f"{path.relative_to(UI)}:{node.lineno}"
        for path in sorted(UI.rglob("*.py"))
        if path.name not in _NO_WORDS and path.name != "__main__.py"
        for tree in [ast.parse(path.read_text("utf-8"))]
        for handed in [_handed_on(tree)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "message" and node not in handed
    ]


def _handed_on(tree: ast.Module) -> set[ast.expr]:
    return {
        given
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"Known", "BadInput", "as_shown", "within"}
        for given in call.args
    }


def texts(tree: ast.Module, *, not_shown: Container[str]) -> Iterator[tuple[int, str]]:
    """Each text of a module that a person would read, with its line.

    None of them is a docstring, a type or given to one of the functions `not_shown`.
    """
    over = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if text is not None and is_read(text) and not _is_hidden(node, over, not_shown):
            yield getattr(node, "lineno", 0), text


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


def is_read(text: str) -> bool:
    """Words with a space between them, or one that begins like a label."""
    bare = re.sub(r"\{[^}]*\}", "", text)
    if _KEY.fullmatch(text) or not re.search(r"[A-Za-z]{2}", bare):
        return False
    if re.fullmatch(r"[a-z0-9_\-./:#%]*", text):
        return False
    sentence = re.search(r"[A-Za-z]\s|\s[A-Za-z]", bare)
    return bool(sentence or re.match(r"[&“(]?[A-Z]&?[a-z]+", bare) or "&" in text)


def _is_hidden(node: ast.AST, over: Mapping[ast.AST, ast.AST], not_shown: Container[str]) -> bool:
    child, above = node, over.get(node)
    if isinstance(above, ast.Expr):  # a docstring
        return True
    while above is not None:
        if isinstance(above, ast.JoinedStr | ast.FormattedValue | ast.MatchValue | ast.arg):
            return True
        if isinstance(above, ast.AnnAssign) and child is above.annotation:
            return True
        if isinstance(above, ast.FunctionDef) and child is above.returns:
            return True
        if isinstance(above, ast.Call) and child is not above.func and _name(above) in not_shown:
            return True
        if isinstance(above, ast.Assign) and _is_dunder(above.targets[0]):
            return True
        child, above = above, over.get(above)
    return False


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _is_dunder(target: ast.AST) -> bool:
    return isinstance(target, ast.Name) and target.id.startswith("__")
