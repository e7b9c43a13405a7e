"""The patient's number card: one question in large letters, each answer beside its number.

It names nobody, so that one print serves every patient at the desk; no copy is kept. For a patient
who needs an interpreter it bears their language's own name; where the question was translated and
approved it stands in that language, with the English under it for whoever holds the card.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.casework.language_card import Language
from app.casework.number_card import NumberCard
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import LARGE_PRINT, LEFT, RIGHT, Flow, Role, Style
from app.documents.fonts import Fonts
from app.documents.script import width_of
from app.documents.sheet import HAIRLINE, MM, SECOND, TEXT, Box, Ink
from app.documents.tags import Element, Numbering
from app.documents.words import LetterWords, Words

_USUAL = Style(1.4)  # read at arm's length across a desk
_FIRST, _TOP = 16 * MM, 23 * MM  # of the first page, and of one that goes on under the trust's name
_NUMBER, _PAD = 15 * MM, 3.4 * MM
_HEAD = RIGHT - 30 * MM  # how far words reach beside the card's letter


@dataclass(frozen=True, slots=True, kw_only=True)
class InTheirLanguage:
    """What a card says to a patient who needs an interpreter.

    Without `question` the words are English and the card says whom to `call`. `everyone` says that
    all are asked this, if that is approved too.
    """

    language: Language
    call: str
    everyone: str = ""
    question: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCard:
    """All that stands on one card. `large_print` is for who reads large print."""

    card: NumberCard
    rules_version: str
    printed_on: date
    trust: Trust
    mode: Mode
    theirs: InTheirLanguage | None = None
    large_print: bool = False

    @property
    def spoken(self) -> InTheirLanguage | None:
        """Their language, where the card stands in it."""
        return self.theirs if self.theirs is not None and self.theirs.question else None


def number_card_pdf(wanted: PrintedCard, fonts: Fonts, words: LetterWords) -> bytes:
    """The card as PDF: the same numbers, words and order as on the screen."""
    say, card = words.number_card, wanted.card
    style = Style(_USUAL.scale * LARGE_PRINT.scale) if wanted.large_print else _USUAL
    flow = Flow(fonts, style, top=_TOP)
    flow.y = _FIRST
    flow.put_right(say.say("letter", letter=card.letter), size=style.body, bold=True)
    _begin(flow, wanted, say)
    flow.gap(3)
    flow.paragraph(say.say("countries" if card.said else "how"), ink=SECOND)
    flow.gap(8)
    with flow.part(Role.LIST) as answers:
        answers.numbering = Numbering.DECIMAL
        for number, answer in enumerate(card.answers, 1):
            if wanted.spoken is None:
                _answer(flow, answers, number, answer)
            else:
                own, rtl = wanted.spoken.answers[number - 1], wanted.spoken.language.rtl
                _answer(flow, answers, number, own, under=answer, rtl=rtl)
    flow.gap(6)
    flow.paragraph(say.say("not_sure"), ink=SECOND)
    if wanted.theirs is not None and wanted.spoken is None:
        name, phone = wanted.theirs.language.name, wanted.theirs.call
        call = say.say("call" if phone else "call_switchboard", language=name, phone=phone)
        flow.gap(2)
        flow.paragraph(call, size=_USUAL.body, bold=True)  # for staff, in large print too
    head = page.Letterhead(trust=wanted.trust, mode=wanted.mode, large_print=wanted.large_print)
    document = say.say("document", letter=card.letter, version=wanted.rules_version)
    return page.finish(flow, head, words.common, document=document, dated=wanted.printed_on)


def _begin(flow: Flow, wanted: PrintedCard, say: Words) -> None:
    """The language's own name, and the question."""
    theirs, spoken, style, right = wanted.theirs, wanted.spoken, flow.style, _HEAD
    if theirs is not None:
        flow.paragraph(theirs.language.own, size=style.heading, bold=True, right=_HEAD)
        right = RIGHT
    flow.paragraph(say.say("everyone"), right=right, ink=SECOND)
    flow.gap(4)
    large = style.heading * 1.25
    if spoken is None:
        flow.paragraph(wanted.card.question, size=large, bold=True, role=Role.TITLE, leads=True)
        return
    for text, size, bold, role in (
        (spoken.question, large, True, Role.TITLE),
        (spoken.everyone, style.body, False, Role.PARAGRAPH),
    ):
        if text:
            with flow.part(role):
                lines = flow.wrap(text, RIGHT - LEFT, size=size, bold=bold)
                rtl = spoken.language.rtl
                _lines(flow, lines, left=LEFT, right=RIGHT, size=size, bold=bold, rtl=rtl)
    flow.gap(3)
    flow.paragraph(wanted.card.question, ink=SECOND)


def _answer(
    flow: Flow, answers: Element, number: int, words: str, *, under: str = "", rtl: bool = False
) -> None:
    """A number in its box and the words beside it, with the English `under` them where they are
    not; a hairline under all. Where the language is read from the right, so is the row."""
    body, small = flow.style.body * 1.15, flow.style.body
    pad, side = _PAD * flow.style.scale / _USUAL.scale, _NUMBER * flow.style.scale / _USUAL.scale
    room = RIGHT - LEFT - side - 6 * MM
    box, left = (RIGHT - side, LEFT) if rtl else (LEFT, RIGHT - room)
    lines = list(flow.wrap(words, room, size=body))
    english = list(flow.wrap(under, room, size=small)) if under else []
    tall = len(lines) * flow.style.leading(body) + len(english) * flow.style.leading(small)
    height = max(side, tall) + 2 * pad
    flow.room(height)
    top = flow.y
    row = Element(Role.ITEM)
    answers.kids.append(row)
    marks = flow.pages[-1].marks
    marks.append(Box(x=box, y=top + pad, width=side, height=side, edge=TEXT))
    marks.append(Box(x=LEFT, y=top + height, width=RIGHT - LEFT, height=0.75, fill=HAIRLINE))
    with flow.within(row):
        with flow.part(Role.LABEL):
            digits = width_of(str(number), flow.fonts, bold=True) * body / 1000
            flow.y = top + pad + (side - body * 1.15) / 2
            flow.put(str(number), x=box + (side - digits) / 2, size=body, bold=True)
        with flow.part(Role.BODY):
            flow.y = top + (height - tall) / 2
            _lines(flow, lines, left=left, right=left + room, size=body, rtl=rtl)
            _lines(flow, english, left=left, right=left + room, size=small, ink=SECOND, rtl=rtl)
    flow.y = top + height


def _lines(
    flow: Flow,
    lines: Iterable[str],
    *,
    left: float,
    right: float,
    size: float,
    bold: bool = False,
    ink: Ink = TEXT,
    rtl: bool = False,
) -> None:
    """Lines within the part that is open, from the side that their language is read from."""
    for line in lines:
        wide = width_of(line, flow.fonts, bold=bold) * size / 1000
        flow.lines([line], x=right - wide if rtl else left, size=size, bold=bold, ink=ink)
