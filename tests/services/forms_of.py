"""A paper form as a hand fills it in: answers by question, turned into what is keyed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.casework.form_code import FormKind
from app.casework.forms import Item, ItemKind, build
from app.core.dates import show
from app.residency.questions import Answer, AnswerState
from app.services.desk import Desk


def items(desk: Desk, kind: FormKind = FormKind.PRE_ATTENDANCE) -> dict[str, Item]:
    """Each question and particular of a form as printed now."""
    form = build(desk.forms(desk.pack)[kind], desk.law.questions)
    return {one.question or one.particular: one for one in form.items}


def number(desk: Desk, name: str, kind: FormKind = FormKind.PRE_ATTENDANCE) -> str:
    """The number printed before a question."""
    return str(items(desk, kind)[name].number)


def filled(
    desk: Desk, answers: Mapping[str, Answer], kind: FormKind = FormKind.PRE_ATTENDANCE
) -> dict[str, str]:
    """What is keyed for these answers: the numbers of the boxes, words as written."""
    there = items(desk, kind)
    return {str(there[name].number): _written(there[name], one) for name, one in answers.items()}


def _written(item: Item, answer: Answer) -> str:
    places = {box.value: str(place) for place, box in enumerate(item.boxes, 1)}
    if answer.state is not AnswerState.ANSWERED:
        words = {AnswerState.UNKNOWN: "unknown", AnswerState.REFUSED: "refused"}[answer.state]
        return places.get(answer.state.value, "") if item.boxes else words
    value = answer.value
    match item.kind:
        case ItemKind.CHOICE:
            return places[str(value)]
        case ItemKind.SEVERAL:
            assert isinstance(value, tuple)
            return " ".join(places[one] for one in value)
        case ItemKind.DATES:
            assert isinstance(value, tuple)
            first, last = (show(date.fromisoformat(day)) if day else "" for day in value)
            return f"{first} to {last}".strip()
        case ItemKind.DATE:
            assert isinstance(value, date)
            return show(value)
        case ItemKind.COUNTRIES:
            assert isinstance(value, tuple)
            return ", ".join(value)
        case _:
            return str(value)
