"""The patient's number card: same questions, words and order as the rule pack's."""

from __future__ import annotations

import pytest

from app.casework.number_card import (
    answer_about,
    card_letter,
    cards,
    in_other_words,
    numbered,
    texts_to_translate,
)
from app.library.packs import built_in
from app.residency.questions import AnswerState, QuestionBook


@pytest.fixture(scope="module")
def book() -> QuestionBook:
    return built_in().law.questions


def test_h8_every_opening_question_put_to_a_patient_has_a_card(book: QuestionBook) -> None:
    made = cards(book)
    put = [question for question in book.stage_1 if not question.finding]
    assert put
    for question in put:
        assert made[question.id].question == question.text
        assert list(made[question.id].answers) == [words for _, words in numbered(question)]


def test_cards_are_lettered_in_the_order_of_asking(book: QuestionBook) -> None:
    letters = [card.letter for card in cards(book).values()]
    assert letters == [card_letter(place) for place in range(len(letters))]
    ranks = [book.get(name).rank for name in cards(book)]
    assert ranks == sorted(ranks)


def test_what_staff_look_up_and_what_is_an_officers_has_no_card(book: QuestionBook) -> None:
    made = cards(book)
    assert "s1_existing_banner" not in made
    assert all(book.get(name).asked_by == "clerk" for name in made)
    assert not any(book.get(name).sensitive for name in made)


def test_h11_not_sure_can_be_said_by_a_number_on_every_card(book: QuestionBook) -> None:
    for name in cards(book):
        values = [value for value, _ in numbered(book.get(name))]
        assert AnswerState.UNKNOWN in values or {"not_given", "unknown"} & set(map(str, values))


def test_countries_are_said_in_words_beside_the_numbers(book: QuestionBook) -> None:
    card = cards(book)["s1_countries_12m"]
    assert card.said
    assert card.answers == ("Not sure", "Prefers not to say")
    assert not cards(book)["s1_document"].said


def test_letters_go_on_after_z() -> None:
    assert [card_letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_h11_each_question_and_each_of_its_answers_can_be_translated(book: QuestionBook) -> None:
    texts = texts_to_translate(book)
    assert texts["s1_document"] == book.get("s1_document").text
    assert texts["s1_document/ehic"] == "EHIC"
    assert texts["s1_countries_12m/unknown"] == "Not sure"
    assert "s1_existing_banner" not in texts


def test_h11_a_question_is_put_in_other_words_only_when_every_one_is_there(
    book: QuestionBook,
) -> None:
    question = book.get("s1_document")
    texts = {about: f"[{words}]" for about, words in texts_to_translate(book).items()}
    found = in_other_words(question, texts)
    assert found is not None
    words, answers = found
    assert words == f"[{question.text}]"
    assert answers == tuple((value, f"[{label}]") for value, label in numbered(question))
    for about in (question.id, *(answer_about(question.id, value) for value, _ in answers)):
        assert in_other_words(question, {**texts, about: ""}) is None
