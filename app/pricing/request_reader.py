"""Reading a request from the JSON of `docs/cli.md`: every value converted once, at the edge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.wording import Phrase, listed
from app.pricing.request import EstimateRequest, LineRequest
from app.pricing.tariff import Admission
from app.pricing.uplift import Rounding

_KNOWN = {"contract_version", "provider", "mff", "tariff_year", "edition", "rounding", "lines"}
_KNOWN_IN_LINES = {
    "id", "hrg", "root", "tfc", "item", "rate_percent", "admission", "length_of_stay", "date",
    "longest_stay", "first", "multi_professional", "face_to_face", "units", "visit", "age",
    "admission_method", "provisional",
}  # fmt: skip
_FACTOR = re.compile(r"^[0-9](\.[0-9]{1,6})?$")
Choice = TypeVar("Choice", bound=StrEnum)


def read_request(document: Mapping[str, object]) -> EstimateRequest:
    """The request a document asks for; raises BadInput naming the key at fault."""
    top = _Values(document, "")
    lines = document.get("lines")
    if not isinstance(lines, list):
        raise BadInput("bad_request", "Give the lines to price as a list under “lines”.", "lines")
    return EstimateRequest(
        provider=top.required_text("provider"),
        tariff_year=top.required_text("tariff_year"),
        edition=top.text("edition"),
        mff=_factor(top.text("mff")),
        rounding=top.choice("rounding", Rounding) or Rounding.PENCE,
        lines=tuple(_line(number, line) for number, line in enumerate(lines, start=1)),
    )


def ignored_keys(document: Mapping[str, object]) -> list[str]:
    """Keys that mean nothing here, so that a misspelt one is seen instead of lost."""
    ignored = set(document) - _KNOWN
    lines = document.get("lines")
    for line in lines if isinstance(lines, list) else ():
        if isinstance(line, dict):
            ignored |= {f"lines.{key}" for key in set(line) - _KNOWN_IN_LINES}
    return sorted(ignored)


def _line(number: int, line: object) -> LineRequest:
    if not isinstance(line, dict):
        raise BadInput(
            "bad_request",
            Phrase("Line {number} must be an object in braces.", number=number),
            "lines",
        )
    values = _Values(line, Phrase("Line {number}: ", number=number))
    admission = values.choice("admission", Admission)
    if admission is None:
        raise values.bad("admission", Phrase("say how the patient is admitted, such as “elective”"))
    day = values.text("date")
    rate, nights = values.whole("rate_percent"), values.whole("length_of_stay")
    units = values.whole("units")
    return LineRequest(
        id=values.text("id") or str(number),
        admission=admission,
        hrg=_code(values.text("hrg")),
        root=_code(values.text("root")),
        tfc=_code(values.text("tfc")),
        rate_percent=150 if rate is None else rate,
        item=values.text("item"),
        length_of_stay=0 if nights is None else nights,
        longest_stay=values.whole("longest_stay"),
        on=parse_iso(day, "date") if day is not None else None,
        first=values.flag("first", usual=True),
        multi_professional=values.flag("multi_professional", usual=False),
        face_to_face=values.flag("face_to_face", usual=True),
        units=1 if units is None else units,
        visit=values.text("visit") or "",
        age=values.whole("age"),
        admission_method=_code(values.text("admission_method")),
        provisional=values.flag("provisional", usual=False),
    )


def _code(text: str | None) -> str | None:
    return text.strip().upper() if text is not None else None


def _factor(text: str | None) -> Decimal | None:
    if text is None:
        return None
    if not _FACTOR.fullmatch(text):
        raise BadInput(
            "bad_mff", Phrase("Write the factor like “1.148886”, not “{text}”.", text=text), "mff"
        )
    return Decimal(text)


@dataclass(frozen=True, slots=True)
class _Values:
    """One object's values by key; null counts as left out."""

    values: Mapping[str, object]
    where: str

    def bad(self, key: str, what: Phrase) -> BadInput:
        return BadInput(
            "bad_request",
            Phrase("{where}“{name}”: {what}.", where=self.where, name=key, what=what),
            key,
        )

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.bad(key, Phrase("write it as text in quotation marks, not {value}", value=value))

    def required_text(self, key: str) -> str:
        value = self.text(key)
        if not value:
            raise self.bad(key, Phrase("this is needed"))
        return value

    def whole(self, key: str) -> int | None:
        value = self.values.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.bad(key, Phrase("write a whole number, not {value}", value=value))

    def flag(self, key: str, *, usual: bool) -> bool:
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return usual if value is None else value
        raise self.bad(key, Phrase("write true or false, not {value}", value=value))

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        value = self.text(key)
        if value is None:
            return None
        try:
            return choices(value)
        except ValueError:
            raise self.bad(
                key,
                Phrase("choose one of {names}, not “{value}”", names=listed(choices), value=value),
            ) from None
