"""The number card on paper holds what the screen shows, and names nobody."""

from __future__ import annotations

from datetime import date

import pytest

from app.casework.number_card import cards
from app.core.trust import Mode
from app.documents.number_card import InTheirLanguage, PrintedCard, number_card_pdf
from app.library.languages import load_languages
from app.library.law import load_law
from tests.documents.made_up import FONTS, TRUST, WORDS
from tests.documents.reading import says, text, texts
from tests.documents.tagged import tree, untold
from tests.documents.test_safety import TURNS_AWAY

CARDS = cards(load_law().questions)


LANGUAGES = load_languages()


def printed(
    question: str, *, theirs: InTheirLanguage | None = None, large_print: bool = False
) -> bytes:
    wanted = PrintedCard(
        card=CARDS[question],
        rules_version="2026.11.22",
        printed_on=date(2026, 3, 9),
        trust=TRUST,
        mode=Mode.LIVE,
        theirs=theirs,
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


@pytest.mark.parametrize("large_print", [False, True])
def test_h11_untranslated_the_card_is_english_with_the_languages_own_name(
    large_print: bool,
) -> None:
    for language in LANGUAGES.languages:
        theirs = InTheirLanguage(language=language, call="0113 496 0000")
        words = said(printed("s1_document", theirs=theirs, large_print=large_print))
        assert language.own in words
        assert f"call an interpreter for {language.name}, telephone 0113 496 0000" in words
        assert CARDS["s1_document"].question in words


def test_without_a_number_the_switchboard_is_asked() -> None:
    (polish,) = [one for one in LANGUAGES.languages if one.code == "pl"]
    words = said(printed("s1_document", theirs=InTheirLanguage(language=polish, call="")))
    assert "call an interpreter for Polish; ask the switchboard" in words


@pytest.mark.parametrize("code", ["pl", "ar"])
def test_h11_translated_the_card_speaks_the_language_with_the_english_under_it(code: str) -> None:
    """Made-up words: none is a translation."""
    language = LANGUAGES.language(code)
    assert language is not None
    card, own = CARDS["s1_document"], language.own
    theirs = InTheirLanguage(
        language=language,
        call="0113 496 0000",
        everyone=f"{own} {own}",
        question=f"{own} {own} {own}",
        answers=tuple(f"{own} {number}" for number in range(len(card.answers))),
    )
    words, at = said(printed("s1_document", theirs=theirs)), 0
    expected = [theirs.question, theirs.everyone, card.question]
    for own_words, english in zip(theirs.answers, card.answers, strict=True):
        expected += [own_words, english]
    for part in expected:
        found = words.find(part, at)
        assert found >= 0, (part, words)
        at = found + len(part)
    assert "interpreter" not in words


def said(pdf: bytes) -> str:
    """What a screen reader says, in its order."""
    assert untold(pdf) == []
    return " ".join(tree(pdf).text.split())


def _numbered(question: str) -> list[str]:
    return [f"{number} {words}" for number, words in enumerate(CARDS[question].answers, 1)]
