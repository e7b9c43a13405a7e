"""Every field that the window's source makes, and a hand that fills those of a form.

sites()                            # {Site("views/packs", "file"), ...}: by the source alone
with watched() as made: ...        # which of them each field made within the block came from
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication, QWidget

import ui
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.signature_pad import SignaturePad

UI = Path(ui.__file__).parent
KINDS = (LineEdit, Notes, Choice, TickBox, RadioList, SignaturePad)
RAW = (
    *("QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QCheckBox", "QRadioButton"),
    *("QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"),
    *("QSlider", "QDial", "QKeySequenceEdit"),
)
Place = tuple[str, int, int]  # file, line, column of the call


class Site(NamedTuple):
    """A field in the source: its module, and what it is called there."""

    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module} {self.name}"


@cache
def sites() -> dict[Place, Site]:
    """Every call in the window's source that makes a field to type or to choose in."""
    kinds = {one.__name__ for kind in KINDS for one in _all_below(kind)}
    found: dict[Place, Site] = {}
    for path in sorted(UI.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        module = path.relative_to(UI).with_suffix("").as_posix()
        for call, above in _calls(tree):
            if _called(call) in kinds:
                place = (str(path), call.lineno, call.col_offset)
                found[place] = Site(module, _name(call, above))
    return found


def raw_fields() -> list[str]:
    """Fields of the toolkit itself, which no module but that of the inputs makes."""
    return [
        f"{path.relative_to(UI)}:{call.lineno}"
        for path in sorted(UI.rglob("*.py"))
        for call, _ in _calls(ast.parse(path.read_text("utf-8")))
        if _called(call) in RAW
    ]


def takes_passwords() -> set[Site]:
    """Those that are made to hide what is typed."""
    return {
        sites()[str(path), call.lineno, call.col_offset]
        for path in sorted(UI.rglob("*.py"))
        for call, _ in _calls(ast.parse(path.read_text("utf-8")))
        if any(word.arg == "password" for word in call.keywords)
        and (str(path), call.lineno, call.col_offset) in sites()
    }


@contextmanager
def watched() -> Iterator[None]:
    """Within the block each field made remembers where in the source: `site_of(field)`."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in KINDS:
            _watch(patch, kind)
        yield


def site_of(field: QWidget) -> Site:
    """Where in the source a field was made; one made by a field belongs to that."""
    place = field.property("made_at")
    return sites()[tuple(place)]


def fields_of(form: QWidget) -> list[QWidget]:
    """What can be typed or chosen in a form now, and is no part of another such field."""
    found = [one for one in [form, *form.findChildren(QWidget)] if isinstance(one, KINDS)]
    return [one for one in found if one.isEnabled() and (one is form or one.isVisibleTo(form))]


def value_of(field: QWidget) -> object:
    """What stands in a field; a number that was kept meanwhile is spaced as the store writes it."""
    if isinstance(field, TickBox):
        return field.isChecked()
    if isinstance(field, SignaturePad):
        return field.strokes()
    if isinstance(field, Choice | RadioList):
        return field.value()
    assert isinstance(field, LineEdit | Notes)
    return "".join(field.text().split()).casefold()


def fill(form: QWidget, *, words: str) -> None:
    """As a person does it: lists first, for they may ask for other fields; then what is typed."""
    done: set[QWidget] = set()
    while True:
        waiting = [one for one in fields_of(form) if one not in done]
        waiting.sort(key=lambda one: isinstance(one, LineEdit | Notes))
        if not waiting:
            return
        _fill(waiting[0], words)
        done.add(waiting[0])
        QApplication.processEvents()


def _fill(field: QWidget, words: str) -> None:
    match field:
        case TickBox():
            field.click()
        case RadioList():
            others = [one for one in field.buttons if not one.isChecked()]
            others[-1].click()
        case Choice():
            other = next(
                (one for one in reversed(range(field.count())) if one != field.currentIndex()), -1
            )
            assert other >= 0, f"nothing to choose in {site_of(field)}"
            field.setCurrentIndex(other)
            field.activated.emit(other)
        case SignaturePad():
            field.set_strokes((((10, 10), (500, 400)),))
        case DateEdit():
            field.setText("14-Jul-2025")
            field.textEdited.emit(field.text())
        case Notes():
            field.setPlainText(f"{words} of several")
        case LineEdit():
            field.setText(words)
            field.textEdited.emit(words)
        case _:
            raise TypeError(field)


def _all_below(kind: type) -> Iterator[type]:
    yield kind
    below: list[type] = kind.__subclasses__()
    for one in below:
        yield from _all_below(one)


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
    def walk(node: ast.AST, above: list[ast.AST]) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
        if isinstance(node, ast.Call):
            yield node, above
        for child in ast.iter_child_nodes(node):
            yield from walk(child, [*above, node])

    return walk(tree, [])


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _name(call: ast.Call, above: list[ast.AST]) -> str:
    """The attribute it is kept in, else its key in a table, else the function it is made in."""
    chain = [*above, call]
    for node, child in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
        if isinstance(node, ast.Dict):
            key = node.keys[node.values.index(child)] if child in node.values else None
            if isinstance(key, ast.Constant):
                return _function(above) + str(key.value)
        if isinstance(node, ast.Assign):
            return _target(node, chain)
        if isinstance(node, ast.FunctionDef):
            return f"{node.name}()"
    return "module"


def _function(above: list[ast.AST]) -> str:
    names = [node.name for node in above if isinstance(node, ast.FunctionDef)]
    return f"{names[-1]}." if names else ""


def _target(node: ast.Assign, chain: list[ast.AST]) -> str:
    target: ast.expr = node.targets[0]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        place = next(at for at, one in enumerate(node.value.elts) if one in chain)
        target = target.elts[place]
    classes = [one.name for one in chain if isinstance(one, ast.ClassDef)]
    name = target.attr if isinstance(target, ast.Attribute) else ast.unparse(target)
    return f"{classes[-1]}.{name}" if classes else name


def _watch(patch: pytest.MonkeyPatch, kind: type) -> None:
    made: Callable[..., None] = vars(kind)["__init__"]

    def init(self: QWidget, *args: object, **named: object) -> None:
        place = _place_of(sys._getframe(1), self)
        made(self, *args, **named)
        if place is not None:
            self.setProperty("made_at", list(place))

    patch.setattr(kind, "__init__", init)


def _place_of(frame: FrameType | None, widget: QWidget) -> Place | None:
    """The call that made the widget: past the constructors of its own classes."""
    while frame is not None:
        own = frame.f_code.co_name in ("__init__", "init") and frame.f_locals.get("self") is widget
        if not own:
            break
        frame = frame.f_back
    if frame is None:
        return None
    line, _, column, _ = list(frame.f_code.co_positions())[frame.f_lasti // 2]
    return None if line is None or column is None else (frame.f_code.co_filename, line, column)
