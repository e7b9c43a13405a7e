"""The number card in the patient's language: every word approved, or English and its name (H11)."""

from __future__ import annotations

from app.casework.number_card import texts_to_translate
from app.services import language_texts, number_card
from app.services.desk import Desk
from tests.documents.tagged import tree
from tests.packs import PackKey, trust_signer
from tests.services.work import SECOND_ADMIN, seated

QUESTION = "s1_document"


def enter(desk: Desk, about: str, words: str) -> None:
    """Made-up words, entered by one administrator and approved by another."""
    with seated(desk, "admin"):
        number = language_texts.enter_text(
            desk,
            language="pl",
            about=about,
            words=words,
            translator="Ewa Nowak",
            translated_on=desk.today,
        )
    with seated(desk, SECOND_ADMIN):
        language_texts.approve_text(desk, number)


def card(desk: Desk, interpreter: str) -> str:
    pdf = number_card.print_card(desk, QUESTION, interpreter=interpreter)
    return " ".join(tree(pdf).text.split())


def test_h11_the_card_speaks_a_language_once_its_every_word_is_approved(desk: Desk) -> None:
    trust_signer(desk, PackKey())
    texts = texts_to_translate(desk.law.questions)
    wanted = [about for about in texts if about.partition("/")[0] == QUESTION]
    for place, about in enumerate(wanted):
        assert "Polski" in card(desk, "Polish")
        assert "call an interpreter for Polish" in card(desk, "Polish"), f"without {about}"
        enter(desk, about, f"Słowa {place}.")
    spoken = card(desk, "polish")
    assert "interpreter" not in spoken
    assert spoken.find("Polski") < spoken.find("Słowa 0.") < spoken.find(texts[QUESTION])
    for place in range(len(wanted)):
        assert f"Słowa {place}." in spoken
    enter(desk, "everyone", "Słowa dla każdego.")
    assert "Słowa dla każdego." in card(desk, "Polish")


def test_h11_without_an_interpreter_of_the_card_it_is_english_as_before(desk: Desk) -> None:
    plain = card(desk, "")
    assert card(desk, "Klingon, a dialect") == plain
    assert "interpreter" not in plain
