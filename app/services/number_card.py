"""Printing the patient's number card of a question the clerk puts."""

from __future__ import annotations

from functools import partial

from app.access.roles import Act
from app.casework.number_card import NumberCard, cards
from app.core.errors import Known
from app.documents.number_card import PrintedCard, number_card_pdf
from app.services.desk import Desk, service


@service(Act.REGISTER)
def card_of(desk: Desk, question_id: str) -> NumberCard | None:
    """The card of a question, or None for one that no patient answers by a number."""
    return cards(desk.law.questions).get(question_id)


@service(Act.REGISTER)
def print_card(desk: Desk, question_id: str, *, large_print: bool = False) -> bytes:
    """The card as PDF: it names nobody, and no copy is kept.

    Raises Known `no_card` for what staff look up themselves.
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
        large_print=large_print,
    )
    return desk.press.draw(partial(number_card_pdf, wanted))
