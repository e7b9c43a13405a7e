"""The facts the rules turn on: their names, types and allowed values, and reading values given."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.wording import Phrase, listed

FactValue = bool | int | str | date | tuple[str, ...]
"""A known value. An unknown one is left out; `None` in a line hides what the case says."""

_LONGEST_TEXT = 2000
_JSON_WORDS = {None: "null", True: "true", False: "false"}


class FactType(StrEnum):
    """How a value of the fact is written."""

    BOOL = "bool"
    INT = "int"
    DATE = "date"
    ENUM = "enum"
    ALPHA2 = "alpha2"
    ALPHA2_LIST = "list[alpha2]"
    TEXT = "text"
    STRING = "string"


class DecidedBy(StrEnum):
    """Whose word a rule rests on; `ovm` is the overseas visitor officer or manager."""

    CLERK = "clerk"
    OVM = "ovm"
    CLINICIAN = "clinician"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: its type, its values, and which values mean "not known" or "not yet"."""

    name: str
    type: FactType
    meaning: str
    decided_by: DecidedBy
    values: tuple[str, ...] = ()
    unknown_values: tuple[str, ...] = ()
    pending_values: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    label: str = ""  # as people read it
    words: Mapping[str, str] = field(default_factory=dict)  # its values as people read them

    @property
    def lapses_unclaimed(self) -> bool:
        """Whether the officer's certificate turns silence on it into "not claimed"."""
        return self.decided_by in (DecidedBy.CLERK, DecidedBy.OVM)

    def as_json(self) -> dict[str, object]:
        """The fact as `recoup facts` prints it."""
        shown: dict[str, object] = {"name": self.name, "type": self.type.value}
        if self.values:
            shown["values"] = list(self.values)
        return shown | {"meaning": self.meaning, "decided_by": self.decided_by.value}


class FactBook:
    """Every fact by name, and the one place where a given value becomes a known one."""

    def __init__(self, facts: tuple[Fact, ...], countries: Container[str]) -> None:
        self.all = facts
        self._by_name = {fact.name: fact for fact in facts}
        self._countries = countries

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __getitem__(self, name: str) -> Fact:
        return self._by_name[name]

    def read(self, given: Mapping[str, object]) -> tuple[dict[str, FactValue], set[str]]:
        """The known facts among those given, and the names that are no facts.

        Raises BadInput (`bad_value` or `bad_date`) naming the first fact, in alphabetical order,
        whose value it cannot hold.
        """
        known = {}
        for name in sorted(given.keys() & self._by_name.keys()):
            value = self.normalise(name, given[name])
            if value is not None:
                known[name] = value
        return known, set(given.keys() - self._by_name.keys())

    def normalise(self, name: str, value: object) -> FactValue | None:
        """The value in the fact's own type, or None where it means "not known".

        Raises BadInput with code `bad_value` or `bad_date` and the fact's name as field.
        """
        if value is None:
            return None
        fact = self._by_name[name]
        match fact.type:
            case FactType.BOOL:
                return _boolean(fact, value)
            case FactType.INT:
                return _whole_number(fact, value)
            case FactType.DATE:
                return _day(fact, value)
            case FactType.ENUM:
                word = _words(fact, value)
                if fact.values and word not in fact.values:
                    raise _refuse(fact, value, Phrase("one of {names}", names=listed(fact.values)))
                return None if word in fact.unknown_values else word or None
            case FactType.ALPHA2:
                return self._country(fact, value) if value != "" else None
            case FactType.ALPHA2_LIST:
                return self._country_list(fact, value)
            case _:
                return _words(fact, value) or None

    def _country(self, fact: Fact, value: object) -> str:
        code = value.strip().upper() if isinstance(value, str) else ""
        if code not in self._countries:
            raise _refuse(fact, value, Phrase("a two-letter country code such as NO; the UK is GB"))
        return code

    def _country_list(self, fact: Fact, value: object) -> tuple[str, ...] | None:
        if not isinstance(value, list | tuple):
            raise _refuse(fact, value, Phrase('a list of two-letter country codes such as ["NO"]'))
        return tuple(sorted({self._country(fact, code) for code in value})) or None


def clean_text(text: str) -> str:
    """Text as it came, in NFC and without blanks at its ends; half characters become marks."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()).strip()


def printable(text: str) -> str:
    """The beginning of somebody's text, fit for a message: half characters become marks."""
    whole = text.encode("utf-8", "replace").decode()
    return whole if len(whole) <= 60 else whole[:59] + "…"


def _boolean(fact: Fact, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _refuse(fact, value, Phrase("true or false"))


def _whole_number(fact: Fact, value: object) -> int:
    least, most = fact.least or 0, fact.most
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refuse(fact, value, Phrase("a whole number"))
    if value < least or (most is not None and value > most):
        raise _refuse(
            fact, value, Phrase("a whole number from {least} to {most}", least=least, most=most)
        )
    return value


def _day(fact: Fact, value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return parse_iso(value, fact.name)
    raise BadInput(
        "bad_date", Phrase("{name} takes a day as YYYY-MM-DD.", name=fact.name), fact.name
    )


def _words(fact: Fact, value: object) -> str:
    if not isinstance(value, str):
        raise _refuse(fact, value, Phrase("text"))
    text = clean_text(value)
    if len(text) > _LONGEST_TEXT:
        raise _refuse(
            fact, text, Phrase("text of at most {longest_text} letters", longest_text=_LONGEST_TEXT)
        )
    return text


def _refuse(fact: Fact, value: object, wanted: Phrase) -> BadInput:
    said = _JSON_WORDS[value] if value is None or isinstance(value, bool) else str(value)
    shown = printable(said)
    return BadInput(
        "bad_value",
        Phrase("{name} takes {wanted}, not “{shown}”.", name=fact.name, wanted=wanted, shown=shown),
        fact.name,
    )
