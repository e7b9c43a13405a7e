"""Printing the patient's number card of a question the clerk puts, in their language where it can.

As on the language card, a text in another language is shown only once it is approved (H11).
"""

from __future__ import annotations

from functools import partial

from app.access.roles import Act
from app.casework.language_card import Language
from app.casework.number_card import NumberCard, cards, in_other_words
from app.core.errors import Known
from app.documents.number_card import InTheirLanguage, PrintedCard, number_card_pdf
from app.services import language_texts
from app.services.desk import Desk, service


@service(Act.REGISTER)
def card_of(desk: Desk, question_id: str) -> NumberCard | None:
    """The card of a question, or None for one that no patient answers by a number."""
    return cards(desk.law.questions).get(question_id)


@service(Act.REGISTER)
def print_card(
    desk: Desk, question_id: str, *, interpreter: str = "", large_print: bool = False
) -> bytes:
    """The card as PDF: it names nobody, and no copy is kept.

    `interpreter` is the language a patient needs, as recorded: the card bears its own name, and
    stands in it where every word of the question is approved. Raises Known `no_card` for what staff
    look up themselves.
    """
    card = cards(desk.law.questions).get(question_id)
    if card is None:
        raise Known(
            "no_card", "This is for staff to look up, so it has no card for the patient. Answer it."
        )
    wanted = PrintedCard(
        card=card,
        rules_version=desk.law.pack.standing.rules_version,
        printed_on=desk.today,
        trust=desk.trust,
        mode=desk.mode,
        theirs=_theirs(desk, question_id, interpreter),
        large_print=large_print,
    )
    return desk.press.draw(partial(number_card_pdf, wanted))


def _theirs(desk: Desk, question_id: str, interpreter: str) -> InTheirLanguage | None:
    language = _language(desk, interpreter)
    if language is None:
        return None
    texts = language_texts.approved_texts(desk).get(language.code, {})
    found = in_other_words(desk.law.questions.get(question_id), texts)
    call = desk.trust.interpreter_phone or desk.trust.phone
    if found is None:
        return InTheirLanguage(language=language, call=call)
    question, answers = found
    return InTheirLanguage(
        language=language,
        call=call,
        everyone=texts.get(language_texts.EVERYONE, ""),
        question=question,
        answers=tuple(words for _, words in answers),
    )


def _language(desk: Desk, interpreter: str) -> Language | None:
    """A language of the card by its English name, as needs record it; None for any other words."""
    wanted = interpreter.strip().casefold()
    known = desk.languages().languages
    return next((one for one in known if one.name.casefold() == wanted), None)
