"""A mapping out of its table, checked whole before a row is written by it.

Every fault is one sentence that names the place and what may stand there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from string import Formatter
from typing import Any, NoReturn, TypeVar, get_type_hints

from app.billing.ledger_files.mapping import (
    FACTS,
    Align,
    Amount,
    Column,
    Condition,
    Form,
    LedgerFile,
    LedgerMapping,
    Sign,
)
from app.billing.ledger_files.values import DATE_PARTS
from app.billing.records import RECORD_OF, Kind
from app.billing.rows import FORMULA_STARTS
from app.core.errors import BadInput
from app.core.money import Money
from app.core.wording import Phrase, listed

_Word = TypeVar("_Word", bound=StrEnum)
_TOP = frozenset({"about", "as_sent", "file", "left_out", "lookup", "settings"})
_FILE = frozenset(
    {"columns", "delimiter", "encoding", "form", "header", "line_end", "name", "source", "when"}
)
_COLUMN = frozenset({f.name for f in fields(Column)} | {"setting"})
_ENCODINGS = ("utf-8", "cp1252", "iso-8859-1", "ascii")
_LONGEST_NAME = 60
_LINE_ENDS = {"crlf": "\r\n", "lf": "\n"}
_NAME_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-")
_OF_KIND = {"CUS": "CUS.csv", "INV": "INV.csv", "RCP": "RCP.csv"}


def read_mapping(name: str, table: Mapping[str, Any]) -> LedgerMapping:
    """The mapping; raises BadInput `bad_mapping` with the first thing that is wrong."""
    return _Reader(name, table).mapping()


class _Reader:
    def __init__(self, name: str, table: Mapping[str, Any]) -> None:
        self._name = name
        self._table = table

    def mapping(self) -> LedgerMapping:
        self._only(self._table, _TOP, "the mapping")
        as_sent = self._table.get("as_sent", False)
        files = self._table.get("file", [])
        if not isinstance(files, list) or bool(files) == bool(as_sent):
            self._refuse(
                Phrase("the mapping"), Phrase("has either as_sent = true or at least one [[file]]")
            )
        read = tuple(self._file(one, f"file {place}") for place, one in enumerate(files, start=1))
        left_out = frozenset(
            self._word(Kind, one, "left_out") for one in self._list(self._table, "left_out")
        )
        sources = {file.source for file in read}
        if not as_sent:
            for kind in Kind:
                if (kind in sources) == (kind in left_out):
                    self._refuse(
                        Phrase("the mapping"),
                        Phrase("names {kind} either in a [[file]] or in left_out", kind=kind),
                    )
        if len({file.name for file in read}) < len(read):
            self._refuse(Phrase("the mapping"), Phrase("gives each file a name of its own"))
        return LedgerMapping(name=self._name, as_sent=as_sent, files=read, left_out=left_out)

    def _file(self, table: Any, place: str) -> LedgerFile:
        self._only(table, _FILE, place)
        source = self._word(Kind, table.get("source"), f"{place}, source")
        form = self._word(Form, table.get("form", "delimited"), f"{place}, form")
        delimiter = table.get("delimiter", ",")
        if delimiter not in (",", ";", "|", "\t"):
            self._refuse(f"{place}, delimiter", Phrase("is a comma, a semicolon, | or a tab"))
        columns = self._list(table, "columns")
        if not columns:
            self._refuse(place, Phrase("has at least one of its columns"))
        encoding = self._one_of(table.get("encoding", "utf-8"), _ENCODINGS, f"{place}, encoding")
        line_end = self._one_of(table.get("line_end", "crlf"), _LINE_ENDS, f"{place}, line_end")
        return LedgerFile(
            name=self._file_name(table.get("name"), place),
            source=source,
            form=form,
            columns=tuple(
                self._column(one, source, form, f"{place}, column {number}")
                for number, one in enumerate(columns, start=1)
            ),
            when=self._condition(table.get("when", {}), source, place),
            delimiter=delimiter,
            header=bool(table.get("header", form is Form.DELIMITED)),
            encoding=encoding,
            line_end=_LINE_ENDS[line_end],
        )

    def _file_name(self, name: Any, place: str) -> str:
        if not isinstance(name, str):
            self._refuse(f"{place}, name", Phrase('is a text such as "{{stem}}_LINES.csv"'))
        try:
            parts = list(Formatter().parse(name))
        except ValueError:
            self._refuse(f"{place}, name", Phrase("closes each {{ with a }}"))
        told = {fact for _, fact, _, _ in parts if fact is not None}
        letters = {letter for text, _, _, _ in parts for letter in text}
        if not told <= set(FACTS) - {"row_no"}:
            self._refuse(
                f"{place}, name", Phrase("names in braces any of {names}", names=listed(FACTS[:-1]))
            )
        if not told & {"stem", "batch_id", "ledger_batch_no", "batch_name"}:
            self._refuse(
                f"{place}, name", Phrase("has {{stem}} or {{batch_name}} in it, one file a batch")
            )
        if not letters <= _NAME_LETTERS or name.startswith(".") or name.endswith(".part"):
            self._refuse(
                f"{place}, name", Phrase("holds letters, digits, dots, _ and - and no folder")
            )
        if len(name) > _LONGEST_NAME:
            self._refuse(f"{place}, name", Phrase("has at most {most} letters", most=_LONGEST_NAME))
        return name

    def _column(self, table: Any, source: Kind, form: Form, place: str) -> Column:
        self._only(table, _COLUMN, place)
        name = table.get("name")
        if not isinstance(name, str) or not name or name.startswith(FORMULA_STARTS):
            self._refuse(place, Phrase("has a name, which begins with a letter or digit"))
        place = f"{place} ({name})"
        kinds = get_type_hints(RECORD_OF[source])
        field = self._optional(table.get("field", ""), kinds, f"{place}, field", source)
        fact = table.get("fact", "")
        if fact and fact not in FACTS:
            self._refuse(f"{place}, fact", Phrase("is one of {names}", names=listed(FACTS)))
        constant = self._constant(table, place)
        if sum(bool(one) for one in (field, fact, "constant" in table or "setting" in table)) != 1:
            self._refuse(place, Phrase("has exactly one of field, fact, constant or setting"))
        kind = kinds.get(field)
        width, pad = table.get("width", 0), table.get("pad", " ")
        align = self._word(Align, table.get("align", "left"), f"{place}, align")
        if type(width) is not int or width < 0 or (form is Form.FIXED and width == 0):
            self._refuse(f"{place}, width", Phrase("is a whole number from 1"))
        if not isinstance(pad, str) or len(pad) != 1 or ord(pad) < ord(" "):
            self._refuse(f"{place}, pad", Phrase("is one visible letter, or a space"))
        if pad != " " and align is Align.LEFT:
            self._refuse(
                f"{place}, pad", Phrase("is a space where align is left: 1 would become 1000")
            )
        if form is Form.DELIMITED and {"align", "pad"} & set(table):
            self._refuse(place, Phrase("has align and pad only where form is fixed"))
        if {"amount", "sign"} & set(table) and kind is not Money:
            self._refuse(
                place, Phrase("has amount and sign only for a field that is a sum of money")
            )
        if form is Form.FIXED and width < len(constant):
            self._refuse(
                f"{place}, width",
                Phrase("has room for its constant, {count} letters", count=len(constant)),
            )
        return Column(
            name=name,
            field=field,
            fact=fact,
            constant=constant,
            lookup=self._lookup(table.get("lookup"), kind, place),
            date=self._date(table.get("date", ""), kind, place),
            amount=self._word(Amount, table.get("amount", "point"), f"{place}, amount"),
            sign=self._word(Sign, table.get("sign", "before"), f"{place}, sign"),
            only=self._condition(table.get("only", {}), source, place),
            width=width,
            align=align,
            pad=pad,
        )

    def _constant(self, table: Mapping[str, Any], place: str) -> str:
        constant = table.get("constant", "")
        if "setting" in table:
            settings = self._table.get("settings", {})
            named = table["setting"]
            if not isinstance(settings, dict) or named not in settings:
                self._refuse(
                    f"{place}, setting", Phrase("“{named}” stands under [settings]", named=named)
                )
            constant = settings[named]
        return self._harmless(constant, place)

    def _harmless(self, text: Any, place: str) -> str:
        if not isinstance(text, str):
            self._refuse(
                place, Phrase("has a text in quotation marks where “{text}” stands", text=text)
            )
        if text.startswith(FORMULA_STARTS):
            self._refuse(
                place,
                Phrase("does not begin with {text!r}: a spreadsheet would run it", text=text[0]),
            )
        return text

    def _lookup(self, name: Any, kind: Any, place: str) -> Mapping[str, str] | None:
        if name is None:
            return None
        tables = self._table.get("lookup", {})
        found = tables.get(name) if isinstance(tables, dict) else None
        if not isinstance(found, dict):
            self._refuse(
                f"{place}, lookup", Phrase("“{name}” is a table [lookup.{name}]", name=name)
            )
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            missing = [str(word) for word in kind if word.value not in found]
            if missing:
                self._refuse(
                    f"[lookup.{name}]", Phrase("lists {names} as well", names=listed(missing))
                )
        return {key: self._harmless(text, f"[lookup.{name}] {key}") for key, text in found.items()}

    def _date(self, pattern: Any, kind: Any, place: str) -> str:
        if not pattern:
            return ""
        if kind is None or getattr(kind, "__name__", "") != "date":
            self._refuse(f"{place}, date", Phrase("stands only with a field that is a day"))
        if not isinstance(pattern, str) or not any(part in pattern for part in DATE_PARTS):
            self._refuse(f"{place}, date", Phrase("is made of {names}", names=listed(DATE_PARTS)))
        return pattern

    def _condition(self, table: Any, source: Kind, place: str) -> Condition:
        if not isinstance(table, dict):
            self._refuse(place, Phrase('has a condition such as {{ doc_type = ["INV"] }}'))
        kinds = get_type_hints(RECORD_OF[source])
        read: dict[str, frozenset[str]] = {}
        for name, words in table.items():
            self._optional(name, kinds, f"{place}, condition", source)
            if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
                self._refuse(f"{place}, condition {name}", Phrase("has a list of texts"))
            kind = kinds[name]
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                for word in words:
                    self._word(kind, word, f"{place}, condition {name}")
            read[name] = frozenset(words)
        return read

    def _optional(self, name: Any, known: Mapping[str, Any], place: str, source: Kind) -> str:
        if name and name not in known:
            self._refuse(
                place,
                Phrase(
                    "“{name}” is a column of {of_kind}: {names}",
                    name=name,
                    of_kind=_OF_KIND[source],
                    names=listed(known),
                ),
            )
        return str(name)

    def _word(self, words: type[_Word], value: Any, place: str) -> _Word:
        try:
            return words(value)
        except ValueError:
            self._refuse(place, Phrase("is one of {names}", names=listed(words)))

    def _one_of(self, value: Any, words: Iterable[str], place: str) -> str:
        if value not in words:
            self._refuse(place, Phrase("is one of {names}", names=listed(words)))
        return str(value)

    def _list(self, table: Mapping[str, Any], key: str) -> list[Any]:
        found = table.get(key, [])
        if not isinstance(found, list):
            self._refuse(key, Phrase("is a list in square brackets"))
        return found

    def _only(self, table: Any, known: Container[str], place: str) -> None:
        if not isinstance(table, dict):
            self._refuse(place, Phrase("is a table"))
        for key in table:
            if key not in known:
                self._refuse(
                    place,
                    Phrase(
                        "has no “{name}”; docs/finance-side.md lists what it may have", name=key
                    ),
                )

    def _refuse(self, place: str, says: Phrase) -> NoReturn:
        raise BadInput(
            "bad_mapping",
            Phrase(
                "The mapping {mapping} cannot be used. It must be so that {place} {says}.",
                mapping=self._name,
                place=place,
                says=says,
            ),
            "mapping",
        )
