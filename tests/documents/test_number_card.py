"""The number card on paper holds what the screen shows, and names nobody."""

from __future__ import annotations

from datetime import date

import pytest

from app.casework.number_card import cards
from app.core.trust import Mode
from app.documents.number_card import PrintedCard, number_card_pdf
from app.library.law import load_law
from tests.documents.made_up import FONTS, TRUST, WORDS
from tests.documents.reading import says, text, texts
from tests.documents.test_safety import TURNS_AWAY

CARDS = cards(load_law().questions)


def printed(question: str, *, large_print: bool = False) -> bytes:
    wanted = PrintedCard(
        card=CARDS[question],
        rules_version="2026.11.22",
        printed_on=date(2026, 3, 9),
        trust=TRUST,
        mode=Mode.LIVE,
        large_print=large_print,
    )
    return number_card_pdf(wanted, FONTS, WORDS)


@pytest.mark.parametrize("question", CARDS)
@pytest.mark.parametrize("large_print", [False, True])
def test_h8_the_card_holds_question_and_numbers_in_the_order_of_the_screen(
    question: str, large_print: bool
) -> None:
    words, at = text(printed(question, large_print=large_print)), 0
    for said in (CARDS[question].question, *_numbered(question)):
        found = words.find(said, at)
        assert found >= 0, (said, words)
        at = found
    assert not TURNS_AWAY.search(words.replace(CARDS[question].question, ""))


def test_a_card_of_usual_print_is_one_page() -> None:
    for question, card in CARDS.items():
        pages = texts(printed(question))
        assert len(pages) == 1 or len(card.answers) > 9


def test_the_file_is_called_by_its_letter() -> None:
    assert says(printed("s1_residence_12m"))["Title"] == "Card A, rules 2026.11.22"


def _numbered(question: str) -> list[str]:
    return [f"{number} {words}" for number, words in enumerate(CARDS[question].answers, 1)]
