"""Where the law is read from: a folder of TOML and CSV, or the one document of a pack.

A shelf has the same name in both, such as `rules/groups`: a table, or rows of text.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol

Table = dict[str, Any]
Rows = list[dict[str, str]]
ROOMS = ("rules", "questions", "countries")
"""The folders that hold law; prices, letters and looks are no part of it."""
LARGEST = 4 * 1024 * 1024

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Shelves(Protocol):
    """The law as tables and rows; raises KeyError for a shelf that is not there."""

    def table(self, name: str) -> Table:
        """A shelf of named values."""

    def rows(self, name: str) -> Rows:
        """A shelf of rows, every value as text."""


class FolderShelves:
    """The shelves of a folder such as `resources/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def table(self, name: str) -> Table:
        """`name`.toml; raises KeyError where it is missing, ValueError where it is no TOML."""
        text = self._text(f"{name}.toml")
        try:
            return tomllib.loads(text)
        except (ValueError, RecursionError) as odd:
            raise ValueError(f"{name}.toml is no TOML: {odd}") from None

    def rows(self, name: str) -> Rows:
        """`name`.csv. Read as text: NA is Namibia."""
        return list(csv.DictReader(self._text(f"{name}.csv").splitlines()))

    def names(self) -> list[str]:
        """Every shelf with its ending, in order."""
        return sorted(
            f"{room}/{path.name}"
            for room in ROOMS
            for ending in ("*.toml", "*.csv")
            for path in (self.folder / room).glob(ending)
        )

    def _text(self, name: str) -> str:
        try:
            with (self.folder / name).open("rb") as file:
                read = file.read(LARGEST + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise KeyError(name) from None
        if len(read) > LARGEST:
            raise ValueError(f"{name} is larger than any shelf of law")
        try:
            return read.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValueError(f"{name} is not UTF-8 text; save it as UTF-8") from None


class DocumentShelves:
    """The shelves of a pack: JSON, in which a day is its text and a shelf of rows a list."""

    def __init__(self, shelves: Mapping[str, Any]) -> None:
        self._shelves = shelves

    def table(self, name: str) -> Table:
        """The shelf, its days read; raises KeyError where the pack has none of that name."""
        shelf = _with_days(self._shelves[name])
        if not isinstance(shelf, dict):
            raise ValueError(f"{name} is not a table")
        return shelf

    def rows(self, name: str) -> Rows:
        """The shelf, a row under its heads."""
        heads, *rows = self._shelves[name]
        if not all(len(row) == len(heads) for row in rows):
            raise ValueError(f"{name} has a row that is longer or shorter than its heads")
        return [dict(zip(heads, row, strict=True)) for row in rows]


def packed(shelves: FolderShelves) -> dict[str, Any]:
    """Every shelf of a folder as a pack holds it; the same folder gives the same document.

    Raises ValueError for a text that would come out of the pack as a day.
    """
    document: dict[str, Any] = {}
    for file in shelves.names():
        name, _, ending = file.rpartition(".")
        if ending == "toml":
            document[name] = _without_days(shelves.table(name), name)
        else:
            rows = shelves.rows(name)
            document[name] = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
    return document


def _with_days(value: Any) -> Any:
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == 10 and _DAY.fullmatch(value) else value
    if isinstance(value, dict):
        return {key: _with_days(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_days(part) for part in value]
    return value


def _without_days(value: Any, where: str) -> Any:
    if isinstance(value, dict):
        return {key: _without_days(part, f"{where}: {key}") for key, part in value.items()}
    if isinstance(value, list):
        return [_without_days(part, where) for part in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        raise ValueError(f"{where} holds the day {value} in quotation marks; take them away")
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, bool | int | str):
        return value
    raise ValueError(f"{where} holds {value}, and a rule holds texts, days, whole numbers, yes, no")
