"""The patient's number card: a question and its numbered answers, the same on paper as on screen.

The patient looks at the card and says a number; nobody says a status aloud at the desk. What is
numbered comes from the question itself, so card and screen cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from app.casework.forms import OWN_UNSURE, offered
from app.residency.questions import AnswerState, Question, QuestionBook, QuestionType

_COUNTRIES = (QuestionType.COUNTRY, QuestionType.COUNTRIES)


@dataclass(frozen=True, slots=True)
class NumberCard:
    """One card. `letter` is what staff call it by; `said` asks for words instead of a number."""

    letter: str
    question: str
    answers: tuple[str, ...]
    said: bool = False


def numbered(question: Question) -> tuple[tuple[str | AnswerState, str], ...]:
    """What can be answered, and its words, in order: the first is number 1."""
    own = {option.value for option in question.options}
    return tuple(
        (box.value if box.value in own else AnswerState(box.value), box.label)
        for box in offered(question)
    )


def unsure(question: Question) -> str:
    """The words of the answer of whoever does not know or would not say; "" where there is none."""
    own = (words for value, words in numbered(question) if value in OWN_UNSURE)
    return next(own, "")


def cards(book: QuestionBook) -> dict[str, NumberCard]:
    """The card of each question that a clerk puts to the patient, by its id, in order of asking.

    What staff look up themselves, and what is typed from a paper, has no card.
    """
    put = [question for question in book.ranked if _is_put(question)]
    return {
        question.id: NumberCard(
            letter=card_letter(place),
            question=question.text,
            answers=tuple(words for _, words in numbered(question)),
            said=question.type in _COUNTRIES,
        )
        for place, question in enumerate(put)
    }


def in_other_words(
    question: Question, texts: Mapping[str, str]
) -> tuple[str, tuple[tuple[str | AnswerState, str], ...]] | None:
    """A question with its numbered answers in another language, from the texts approved in it.

    None unless every word of it is approved: half a question is not put (hazard H11).
    """
    words = texts.get(question.id, "")
    answers = tuple(
        (value, texts.get(answer_about(question.id, value), "")) for value, _ in numbered(question)
    )
    return (words, answers) if words and all(said for _, said in answers) else None


def texts_to_translate(book: QuestionBook) -> dict[str, str]:
    """Each question with a card and each of its answers, in English by `about`.

    A translator writes each, and none is shown before somebody approved it (hazard H11).
    """
    return {
        about: words
        for name in cards(book)
        for question in (book.get(name),)
        for about, words in (
            (name, question.text),
            *((answer_about(name, value), label) for value, label in numbered(question)),
        )
    }


def answer_about(question_id: str, value: str) -> str:
    """What the text of one answer is kept under."""
    return f"{question_id}/{value}"


def card_letter(place: int) -> str:
    """A, B … Z, then AA, AB."""
    more, last = divmod(place, len(ascii_uppercase))
    return (ascii_uppercase[more - 1] if more else "") + ascii_uppercase[last]


def _is_put(question: Question) -> bool:
    if question.asked_by != "clerk" or question.finding:
        return False
    return bool(question.options) or question.type in _COUNTRIES
