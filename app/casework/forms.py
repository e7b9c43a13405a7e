"""Paper forms as data: the questions of the screen, numbered as they are printed and keyed back.

A form is built from the question book and the plan of `resources/questions/forms.toml`. What was
printed is kept with the form, so that it can be keyed under its own numbers after the questions
have changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.casework.form_code import FormKind
from app.core.wording import Phrase
from app.residency.conditions import Truth
from app.residency.questions import Answer, AnswerState, Question, QuestionBook, QuestionType

NONE_OF_THESE = "none_of_these"
NOT_SURE, WILL_NOT_SAY = Phrase("Not sure"), Phrase("Prefers not to say")
OWN_UNSURE = frozenset({"not_given", "unknown", "not_sure", "not_known"})
_ASIDE = ((AnswerState.UNKNOWN.value, NOT_SURE), (AnswerState.REFUSED.value, WILL_NOT_SAY))


class ItemKind(StrEnum):
    """How an answer is written on paper."""

    CHOICE = "choice"
    SEVERAL = "several"
    TEXT = "text"
    DATE = "date"
    DATES = "dates"
    COUNTRY = "country"
    COUNTRIES = "countries"
    TICK = "tick"


_KINDS = {
    QuestionType.YES_NO_UNKNOWN: ItemKind.CHOICE,
    QuestionType.CHOICE: ItemKind.CHOICE,
    QuestionType.MULTI_CHOICE: ItemKind.SEVERAL,
    QuestionType.TEXT: ItemKind.TEXT,
    QuestionType.DOCUMENT: ItemKind.TEXT,
    QuestionType.COUNTRY: ItemKind.COUNTRY,
    QuestionType.COUNTRIES: ItemKind.COUNTRIES,
}


@dataclass(frozen=True, slots=True)
class Box:
    """One box to tick: what it means and the words beside it. Its number is its place."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Particular:
    """Something the form asks that is no question of the law: kept with the form as written."""

    id: str
    label: str
    tick: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSection:
    """A part of a form: which questions and particulars, under which heading."""

    id: str
    title: str
    note: str = ""
    questions: tuple[str, ...] = ()
    particulars: tuple[str, ...] = ()
    none_of_these: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlan:
    """The plan of one kind of form; `lines` are ruled lines where a text needs more than one."""

    kind: FormKind
    sections: tuple[PlannedSection, ...]
    particulars: Mapping[str, Particular]
    hints: Mapping[str, str]
    lines: Mapping[str, int]
    declaration: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One numbered thing to fill in: a question of the law, or a particular."""

    number: int
    question: str = ""
    particular: str = ""
    text: str
    short: str
    kind: ItemKind
    boxes: tuple[Box, ...] = ()
    sensitive: bool = False
    hint: str = ""
    only_if: tuple[int, tuple[int, ...]] | None = None  # a number and its boxes
    lines: int = 1

    def as_json(self) -> dict[str, Any]:
        """What must be known to key it back; the wording for a note where the question is gone."""
        return {
            "number": self.number,
            "question": self.question,
            "particular": self.particular,
            "text": self.text,
            "short": self.short,
            "kind": self.kind.value,
            "boxes": [[box.value, box.label] for box in self.boxes],
            "sensitive": self.sensitive,
        }


def item_from(row: Mapping[str, Any]) -> Item:
    """An item as it was printed."""
    return Item(
        number=row["number"],
        question=row["question"],
        particular=row["particular"],
        text=row["text"],
        short=row["short"],
        kind=ItemKind(row["kind"]),
        boxes=tuple(Box(value, label) for value, label in row["boxes"]),
        sensitive=row["sensitive"],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A heading and what stands under it."""

    title: str
    note: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole form, numbered from 1."""

    kind: FormKind
    sections: tuple[FormSection, ...]
    declaration: tuple[str, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything to fill in, in the order of its numbers."""
        return tuple(item for section in self.sections for item in section.items)


def offered(question: Question) -> tuple[Box, ...]:
    """The answers to one question of one tick, numbered on paper as the keys of the screen.

    Where a question to the patient has none of its own, “not sure” and “prefers not to say” come
    last. A clinician who leaves a question empty has not answered it.
    """
    own = tuple(Box(option.value, option.label) for option in question.options)
    if question.asked_by == "clinician" or OWN_UNSURE & {box.value for box in own}:
        return own
    return own + tuple(Box(value, label) for value, label in _ASIDE)


def build(plan: FormPlan, book: QuestionBook) -> Form:
    """The form of a plan, from the questions as they stand now; one no longer asked is left out."""
    sections: list[FormSection] = []
    done: list[Item] = []
    for section in plan.sections:
        first = len(done)
        if section.none_of_these:
            done.append(_none_of_these(len(done) + 1))
        for name in section.questions:
            if name in book:
                done.append(_asked(book.get(name), plan, book, done))
        for name in section.particulars:
            done.append(_particular(plan.particulars[name], plan, len(done) + 1))
        sections.append(
            FormSection(
                title=section.title,
                note=section.note,
                items=tuple(done[first:]),
            )
        )
    return Form(kind=plan.kind, sections=tuple(sections), declaration=plan.declaration)


def _asked(question: Question, plan: FormPlan, book: QuestionBook, before: Sequence[Item]) -> Item:
    kind = ItemKind.DATE if question.type is QuestionType.DATE else _KINDS[question.type]
    boxes: tuple[Box, ...] = ()
    if kind is ItemKind.CHOICE:
        boxes = offered(question)
    elif kind is ItemKind.SEVERAL:
        boxes = tuple(Box(option.value, option.label) for option in question.options)
    return Item(
        number=len(before) + 1,
        question=question.id,
        text=question.text,
        short=question.label,
        kind=ItemKind.DATES if question.is_range else kind,
        boxes=boxes,
        sensitive=question.sensitive,
        hint=plan.hints.get(question.id, ""),
        only_if=_opening(question, book, before),
        lines=plan.lines.get(question.id, 1),
    )


def _opening(
    question: Question, book: QuestionBook, before: Sequence[Item]
) -> tuple[int, tuple[int, ...]] | None:
    """The earlier number and its boxes that alone open a question; None where it is always open."""
    if question.show_when is None:
        return None
    for item in reversed(before):
        opening = tuple(
            place
            for place, box in enumerate(item.boxes, 1)
            if item.question
            and book.shown(question, {item.question: Answer(AnswerState.ANSWERED, box.value)})
            is Truth.TRUE
        )
        if opening:
            return item.number, opening
    return None


def _particular(particular: Particular, plan: FormPlan, number: int) -> Item:
    return Item(
        number=number,
        particular=particular.id,
        text=particular.label,
        short=particular.label,
        kind=ItemKind.TICK if particular.tick else ItemKind.TEXT,
        hint=plan.hints.get(particular.id, ""),
        lines=plan.lines.get(particular.id, 1),
    )


def _none_of_these(number: int) -> Item:
    return Item(
        number=number,
        particular=NONE_OF_THESE,
        text="None of these",
        short="None of these",
        kind=ItemKind.TICK,
        sensitive=True,
    )
