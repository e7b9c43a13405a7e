"""Answers: what a question can take, and what an answer makes known."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.wording import Phrase, listed
from app.residency.facts import FactValue, clean_text, printable
from app.residency.question import Option, Question, QuestionType

_NATIONALITIES = "nationalities"


def checked(question: Question, value: object, countries: Container[str]) -> FactValue:
    """The value as it is kept; raises BadInput where the question cannot take it.

    A choice is its option's id, several are in the order of the options; two days are two
    texts `YYYY-MM-DD`, empty where not known. Nationality may be of no country: stateless.
    """
    match question.type:
        case QuestionType.YES_NO_UNKNOWN | QuestionType.CHOICE:
            return _one_option(question, value)
        case QuestionType.MULTI_CHOICE:
            return _some_options(question, value)
        case QuestionType.DATE if question.is_range:
            return _two_days(question, value)
        case QuestionType.DATE:
            return _day(question, value)
        case QuestionType.COUNTRY:
            return _country(question, value, countries)
        case QuestionType.COUNTRIES:
            return _some_countries(question, value, countries)
        case _:
            return _text(question, value)


def said(question: Question, value: FactValue) -> dict[str, FactValue | None]:
    """The facts that an answer makes known; None for one on which two ticks disagree."""
    match question.type:
        case QuestionType.YES_NO_UNKNOWN:
            return dict.fromkeys(question.sets, value == "yes") if value in ("yes", "no") else {}
        case QuestionType.COUNTRIES if value == ():
            return {}  # of no country: stateless, from which no rule here draws anything
        case QuestionType.CHOICE:
            return dict(_option(question, str(value)).sets)
        case QuestionType.MULTI_CHOICE:
            return _ticked(question, value if isinstance(value, tuple) else (str(value),))
        case QuestionType.DATE if question.is_range:
            days = value if isinstance(value, tuple) else ()
            pairs = zip(question.sets, days, strict=False)
            return {fact: parse_iso(day, fact) for fact, day in pairs if day}
        case _:
            return dict.fromkeys(question.sets, value)


def _ticked(question: Question, ticks: tuple[str, ...]) -> dict[str, FactValue | None]:
    said: dict[str, FactValue | None] = {}
    taken = [option for option in question.options if option.value in ticks]
    if not any(option.sets or not option.alone for option in taken):
        return said  # "not answered" is no tick
    for option in question.options:
        if option not in taken:
            said |= option.unticked
    settled: dict[str, FactValue | None] = {}
    for option in taken:
        for fact, value in option.sets.items():
            settled[fact] = value if settled.get(fact, value) == value else None
    return said | settled


def _option(question: Question, value: str) -> Option:
    for option in question.options:
        if option.value == value:
            return option
    raise _refuse(
        question,
        Phrase("one of {names}", names=listed(option.value for option in question.options)),
    )


def _one_option(question: Question, value: object) -> str:
    if isinstance(value, bool) and question.type is QuestionType.YES_NO_UNKNOWN:
        value = "yes" if value else "no"
    return _option(question, value if isinstance(value, str) else "").value


def _some_options(question: Question, value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list | tuple) else [value]
    taken = [_option(question, one if isinstance(one, str) else "") for one in given]
    if not taken:
        raise _refuse(question, Phrase("at least one tick"))
    if len({option.value for option in taken}) > 1 and any(option.alone for option in taken):
        raise _refuse(question, Phrase("either “none of these” or other ticks, not both"))
    return tuple(option.value for option in question.options if option in taken)


def _country(question: Question, value: object, countries: Container[str]) -> str:
    code = value.strip().upper() if isinstance(value, str) else ""
    if code not in countries:
        raise _refuse(question, Phrase("a two-letter country code such as NO; the UK is GB"))
    return code


def _some_countries(
    question: Question, value: object, countries: Container[str]
) -> tuple[str, ...]:
    given = value if isinstance(value, list | tuple) else [value]
    codes = tuple(dict.fromkeys(_country(question, code, countries) for code in given))
    if not codes and _NATIONALITIES not in question.sets:
        raise _refuse(question, Phrase("at least one country"))
    return codes


def _day(question: Question, value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return parse_iso(printable(value), question.id)
    raise BadInput(
        "bad_date", Phrase("{name} takes a day as YYYY-MM-DD.", name=question.id), question.id
    )


def _two_days(question: Question, value: object) -> tuple[str, ...]:
    given = value.split("/") if isinstance(value, str) else value
    given = list(given) if isinstance(given, list | tuple) else [given]
    if not 1 <= len(given) <= 2:
        raise BadInput(
            "bad_date", Phrase("{name} takes two days, from and to.", name=question.id), question.id
        )
    days = [_day(question, one) if one not in (None, "") else None for one in given]
    start, end = days[0], days[1] if len(days) == 2 else None
    if start and end and end < start:
        raise BadInput(
            "bad_date",
            Phrase("{name}: the last day lies before the first.", name=question.id),
            question.id,
        )
    return tuple(day.isoformat() if day else "" for day in (start, end))


def _text(question: Question, value: object) -> str:
    if not isinstance(value, str) or not clean_text(value):
        raise _refuse(question, Phrase("text"))
    return clean_text(value)


def _refuse(question: Question, wanted: Phrase) -> BadInput:
    return BadInput(
        "bad_value", Phrase("{name} takes {wanted}.", name=question.id, wanted=wanted), question.id
    )
