"""What a screen shows in English though the window speaks another language.

Asked of a window in the pseudo language `qps` (`installer.translations`), whose every text stands
between two marks of direction; what is filled in stands outside them. What stands outside and is a
text of the catalogue all the same went past it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import parse

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.core.dates import MONTHS, WEEKDAYS
from installer import translations
from tests.ui import english
from ui.cells import ROW, ROW_TEXT, RowCells

_TURNED = re.compile("\u202e[^\u202c]*\u202c")
_APART = re.compile(r", |: |; | · |\n| \(|\. ")
_AROUND = " ,.;:()\u00b7\u2014\n“”"
_PLACE = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[A-Za-z]{3,}")
_MONTHS = "|".join(MONTHS)
_DAY = re.compile(
    rf"\b\d{{2}}-(?:{'|'.join(name[:3] for name in MONTHS)})\b|\b(?:{_MONTHS}) \d{{4}}\b"
    rf"|\b(?:{'|'.join(WEEKDAYS)})\b"
)
_LEAST_WORDS = 2  # of a text with places: fewer are found in any sentence
_LEAST_LETTERS = 8  # of data that is looked for within a line
_MOST_ROWS = 60
# Of made-up people, and those they sign in by.
_NAMES = {"Audit", "Second", "admin", "auditor", "clinician", "finance", "officer"}
# The law pack speaks its own language (docs/window.md, "Words").
_LAW = ("rules", "questions")


def past_catalogue(window: QWidget) -> list[str]:
    """Each text of the catalogue that is in sight, or read out, in English."""
    pieces = unturned(window)
    return [f"in English: {piece!r}" for piece in pieces if _is_ours(piece) or _is_day(piece)]


def unturned(window: QWidget) -> list[str]:
    """Each piece of a text in sight, or read out, that did not come from the catalogue."""
    found: dict[str, None] = {}
    for text in _shown(window):
        for piece in _TURNED.split(text):
            if _WORD.search(piece):
                found.setdefault(piece.strip(_AROUND))
    return list(found)


@cache
def _is_day(piece: str) -> bool:
    """Whether a day or a month is named in it, outside what is data."""
    return bool(_DAY.search(_without_data(piece)))


@cache
def _is_ours(piece: str) -> bool:
    if piece in _data():
        return False
    left = {part.strip(_AROUND) for part in _APART.split(_without_data(piece))}
    if not (left | {piece}).isdisjoint(_whole() - _NAMES - _data()):
        return True
    return any(one.fullmatch(piece) for one in _with_places())


def _without_data(piece: str) -> str:
    """What is left of several texts that stand in one line."""
    for text in _data():
        if len(text) >= _LEAST_LETTERS and text in piece:
            piece = piece.replace(text, "")
    return piece


@cache
def _catalogue() -> tuple[str, ...]:
    tree = parse(translations.SHELF / translations.ENGLISH)
    return tuple(one.findtext("source") or "" for one in tree.getroot().iter("message"))


@cache
def _whole() -> frozenset[str]:
    plain = (text.replace("&", "") for text in _catalogue() if not _PLACE.search(text))
    return frozenset(text.strip(_AROUND) for text in plain if _WORD.search(text))


@cache
def _with_places() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(".+".join(map(re.escape, _PLACE.split(text.strip(_AROUND)))), re.DOTALL)
        for text in _catalogue()
        if _PLACE.search(text) and len(_WORD.findall(_PLACE.sub("", text))) >= _LEAST_WORDS
    )


@cache
def _data() -> frozenset[str]:
    """What is English whatever the window speaks: the law, and data with a reason of its own."""
    shelf = translations.ROOT / "resources"
    files = (path for folder in _LAW for path in sorted((shelf / folder).glob("*.toml")))
    law = (text for path in files for text in _texts(tomllib.loads(path.read_text("utf-8"))))
    kept = (text for where, text in english.texts() if english.by_design(where))
    return frozenset(text.strip(_AROUND) for text in (*law, *kept))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def _shown(window: QWidget) -> Iterator[str]:
    for one in (window, *window.findChildren(QWidget)):
        if not one.isVisible():
            continue
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text().replace("&", "")
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from _told_by(one.model())


def _told_by(model: QAbstractItemModel) -> Iterator[str]:
    nowhere, roles = QModelIndex(), Qt.ItemDataRole
    is_list = isinstance(model, QAbstractListModel)  # Qt keeps to itself how wide a list is
    columns = range(1 if is_list else model.columnCount(nowhere))
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal, roles.DisplayRole) or "")
    for row in range(min(model.rowCount(nowhere), _MOST_ROWS)):
        for column in columns:
            index = model.index(row, column)
            for role in (roles.DisplayRole, ROW_TEXT, ROW):
                told = model.data(index, role)
                if isinstance(told, str):
                    yield told
                elif isinstance(told, RowCells):
                    yield from (cell.text for cell in told.cells)
