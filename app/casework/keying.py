"""Reading what a clerk keys from a paper form: the numbers as printed, words as written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.casework.forms import Item, ItemKind
from app.core.dates import parse_date
from app.core.errors import BadInput
from app.core.wording import Phrase
from app.residency.questions import AnswerState

BLANK = frozenset({"", "-", "blank", "left blank"})
_UNSURE = frozenset({"unknown", "not known", "not sure", "?"})
_UNWILLING = frozenset({"refused", "prefers not to say"})
_TICKED = frozenset({"1", "x", "y", "yes"})
_APART = re.compile(r"[\s,;+]+")
_ASIDE = {state.value: state for state in (AnswerState.UNKNOWN, AnswerState.REFUSED)}
_UNASKED_KINDS = (ItemKind.CHOICE, ItemKind.SEVERAL, ItemKind.TICK)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands on the paper at one number; a value only where it was answered."""

    state: AnswerState
    value: str | tuple[str, ...] | None = None


def is_blank(typed: str) -> bool:
    """Whether the clerk says that nothing, or nothing legible, stands there."""
    return typed.strip().casefold() in BLANK


def read(item: Item, typed: str, *, today: date, country: Callable[[str], str]) -> Written:
    """The answer at one number, in the shape the question takes.

    `typed` is not blank: a blank is no answer. `country` gives the code of a country or raises
    BadInput. Raises BadInput naming the number.
    """
    plain = typed.strip()
    folded = plain.casefold()
    if item.kind not in _UNASKED_KINDS and folded in _UNSURE | _UNWILLING:
        refused = folded in _UNWILLING
        return Written(AnswerState.REFUSED if refused else AnswerState.UNKNOWN)
    match item.kind:
        case ItemKind.CHOICE:
            value = _box(item, plain)
            aside = _ASIDE.get(value) if _is_added(item, value) else None
            return Written(aside) if aside else Written(AnswerState.ANSWERED, value)
        case ItemKind.SEVERAL:
            ticks = tuple(_box(item, one) for one in _APART.split(plain) if one)
            return Written(AnswerState.ANSWERED, ticks)
        case ItemKind.TICK:
            if folded not in _TICKED:
                raise _wrong(item, Phrase("takes 1 where it is ticked, or nothing"))
            return Written(AnswerState.ANSWERED, "1")
        case ItemKind.DATE:
            day = parse_date(plain, today, field=str(item.number))
            return Written(AnswerState.ANSWERED, day.isoformat())
        case ItemKind.DATES:
            return Written(AnswerState.ANSWERED, _days(item, plain, today))
        case ItemKind.COUNTRY:
            return Written(AnswerState.ANSWERED, country(plain))
        case ItemKind.COUNTRIES:
            codes = tuple(country(one.strip()) for one in plain.split(",") if one.strip())
            return Written(AnswerState.ANSWERED, codes)
        case _:
            return Written(AnswerState.ANSWERED, plain)


def _box(item: Item, typed: str) -> str:
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 0
    if not 1 <= number <= len(item.boxes):
        raise _wrong(
            item,
            Phrase(
                "takes a number from 1 to {count}, as printed by the boxes", count=len(item.boxes)
            ),
        )
    return item.boxes[number - 1].value


def _is_added(item: Item, value: str) -> bool:
    """Whether “unknown” or “refused” is a box of ours, and no option of the question's own."""
    return [box.value for box in item.boxes[-len(_ASIDE) :]] == list(_ASIDE) and value in _ASIDE


def _days(item: Item, typed: str, today: date) -> tuple[str, str]:
    """`1/2/2024 to 3/4/2026`; either may be missing."""
    plain = typed.lower()
    first, found, last = plain.partition(" to ")
    if not found:
        first, _, last = plain.removesuffix(" to").partition("to ")
    days = [
        parse_date(one, today, field=str(item.number)).isoformat() if one.strip() else ""
        for one in (first, last)
    ]
    return days[0], days[1]


def _wrong(item: Item, what: Phrase) -> BadInput:
    return BadInput(
        "bad_value",
        Phrase("Question {number} {what}.", number=item.number, what=what),
        str(item.number),
    )
