"""The patient's number card: one question in large letters, each answer beside its number.

It names nobody, so that one print serves every patient at the desk; no copy is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.casework.number_card import NumberCard
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import LARGE_PRINT, LEFT, RIGHT, Flow, Role, Style
from app.documents.fonts import Fonts
from app.documents.script import width_of
from app.documents.sheet import HAIRLINE, MM, SECOND, TEXT, Box
from app.documents.tags import Element, Numbering
from app.documents.words import LetterWords

_USUAL = Style(1.4)  # read at arm's length across a desk
_FIRST, _TOP = 16 * MM, 23 * MM  # of the first page, and of one that goes on under the trust's name
_NUMBER, _PAD = 15 * MM, 3.4 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCard:
    """All that stands on one card. `large_print` is for who reads large print."""

    card: NumberCard
    rules_version: str
    printed_on: date
    trust: Trust
    mode: Mode
    large_print: bool = False


def number_card_pdf(wanted: PrintedCard, fonts: Fonts, words: LetterWords) -> bytes:
    """The card as PDF: the same numbers, words and order as on the screen."""
    say, common, card = words.number_card, words.common, wanted.card
    style = Style(_USUAL.scale * LARGE_PRINT.scale) if wanted.large_print else _USUAL
    flow = Flow(fonts, style, top=_TOP)
    flow.y = _FIRST
    flow.put_right(say.say("letter", letter=card.letter), size=style.body, bold=True)
    flow.paragraph(say.say("everyone"), right=RIGHT - 30 * MM, ink=SECOND)
    flow.gap(4)
    flow.paragraph(card.question, size=style.heading * 1.25, bold=True, role=Role.TITLE)
    flow.gap(3)
    flow.paragraph(say.say("countries" if card.said else "how"), ink=SECOND)
    flow.gap(8)
    with flow.part(Role.LIST) as answers:
        answers.numbering = Numbering.DECIMAL
        for number, answer in enumerate(card.answers, 1):
            _answer(flow, answers, number, answer)
    flow.gap(6)
    flow.paragraph(say.say("not_sure"), ink=SECOND)
    head = page.Letterhead(trust=wanted.trust, mode=wanted.mode, large_print=wanted.large_print)
    document = say.say("document", letter=card.letter, version=wanted.rules_version)
    return page.finish(flow, head, common, document=document, dated=wanted.printed_on)


def _answer(flow: Flow, answers: Element, number: int, words: str) -> None:
    """A number in its box and the words beside it, a hairline under both."""
    body = flow.style.body * 1.15
    pad, side = _PAD * flow.style.scale / _USUAL.scale, _NUMBER * flow.style.scale / _USUAL.scale
    left = LEFT + side + 6 * MM
    lines = list(flow.wrap(words, RIGHT - left, size=body))
    height = max(side, len(lines) * flow.style.leading(body)) + 2 * pad
    flow.room(height)
    top = flow.y
    row = Element(Role.ITEM)
    answers.kids.append(row)
    marks = flow.pages[-1].marks
    marks.append(Box(x=LEFT, y=top + pad, width=side, height=side, edge=TEXT))
    marks.append(Box(x=LEFT, y=top + height, width=RIGHT - LEFT, height=0.75, fill=HAIRLINE))
    with flow.within(row):
        with flow.part(Role.LABEL):
            digits = width_of(str(number), flow.fonts, bold=True) * body / 1000
            flow.y = top + pad + (side - body * 1.15) / 2
            flow.put(str(number), x=LEFT + (side - digits) / 2, size=body, bold=True)
        with flow.part(Role.BODY):
            flow.y = top + (height - len(lines) * flow.style.leading(body)) / 2
            flow.lines(lines, x=left, size=body)
    flow.y = top + height
