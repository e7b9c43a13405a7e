"""What every letter shares: letterhead, addressee, closing sections, stamps and page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.billing.payer import Payer
from app.core.people import Address
from app.core.trust import Mode, Trust
from app.documents.flow import BODY, LARGE_PRINT, LEFT, RIGHT, Flow
from app.documents.fonts import Fonts
from app.documents.paint import paint
from app.documents.script import runs, width_of
from app.documents.sheet import (
    HAIRLINE,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SECOND,
    TEXT,
    WHITE,
    Box,
    Ink,
    Line,
    Mark,
    Picture,
    Sheets,
    Stamp,
)
from app.documents.tags import Element, Role
from app.documents.words import Section, Words

_TOP = 22 * MM
_STRIP = 9 * MM
_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_TOP = 52 * MM, 20 * MM, 13 * MM
_HEAD_TOP = 14 * MM
_ADDRESS_TOP = 50 * MM  # where the window of a DL envelope begins
_FACTS_LEFT = 122 * MM
HOME = "GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Whose letter it is and how it is printed. `logo` is an image file's bytes."""

    trust: Trust
    mode: Mode
    logo: bytes | None = None
    large_print: bool = False


def begin(head: Letterhead, fonts: Fonts, words: Words) -> Flow:
    """A first page with the letterhead on it, the pen below."""
    flow = Flow(fonts, LARGE_PRINT if head.large_print else BODY, top=_TOP)
    letterhead(flow, head, words)
    return flow


def letterhead(flow: Flow, head: Letterhead, words: Words) -> None:
    """The trust's name, address and logo on the first page, the pen below."""
    flow.y = _HEAD_TOP
    column = RIGHT - _LOGO_WIDTH - 8 * MM
    flow.paragraph(head.trust.name, right=column, size=flow.style.heading, bold=True)
    for text in (", ".join(head.trust.address_lines), *ways_to_reach(head.trust, words)):
        if text:
            flow.paragraph(text, right=column, size=flow.style.small, ink=SECOND)
    _logo(flow, head, words)


def ways_to_reach(trust: Trust, words: Words) -> tuple[str, ...]:
    """Phone and email, as far as the trust has given them."""
    phone = (words.say("phone", phone=trust.phone),) if trust.phone else ()
    email = (words.say("email", email=trust.email),) if trust.email else ()
    return phone + email


def address(flow: Flow, lines: Sequence[str], facts: Sequence[tuple[str, str]]) -> None:
    """The addressee on the left, what the letter is known by on the right."""
    style = flow.style
    top = max(flow.y + 6 * MM, _ADDRESS_TOP)
    flow.y = top
    for line in lines:  # a paragraph each, so that a reader keeps them apart
        flow.paragraph(line, right=_FACTS_LEFT - 6 * MM)
    bottom, flow.y = flow.y, top
    with flow.part(Role.LIST):
        for label, value in facts:
            with flow.part(Role.ITEM):
                flow.paragraph(label, x=_FACTS_LEFT, size=style.small, ink=SECOND, role=Role.LABEL)
                flow.y -= 0.15 * style.small
                flow.paragraph(value, x=_FACTS_LEFT, role=Role.BODY)
            flow.gap(3)
    flow.y = max(flow.y, bottom, top + 30 * MM)
    flow.gap(8)


def address_lines(name: str, place: Address, words: Words) -> tuple[str, ...]:
    """A name and where its letters go; the country in full, and only where it is another one."""
    country = "" if place.country == HOME else words.countries.get(place.country, place.country)
    return tuple(line for line in (name, *place.lines, place.postcode, country) if line)


def addressee(payer: Payer, words: Words, *, by_hand: bool) -> tuple[str, ...]:
    """A payer's name and address, or only the name where the letter is handed over."""
    if by_hand:
        return payer.name, words.say("by_hand")
    return address_lines(payer.name, payer.address, words)


def title(flow: Flow, text: str) -> None:
    """What this letter is, in one line."""
    flow.paragraph(text, size=flow.style.title, bold=True, role=Role.TITLE, leads=True)
    flow.gap(4)


def tell(flow: Flow, section: Section) -> None:
    """A heading and its paragraphs."""
    flow.heading(section.heading)
    for paragraph in section.paragraphs:
        flow.paragraph(paragraph)
        flow.gap(3)


def closing(flow: Flow, head: Letterhead, words: Words, number: str) -> None:
    """How to reach the trust, and how to have the letter in another form."""
    tell(flow, contact(head, words, number))


def contact(head: Letterhead, words: Words, number: str) -> Section:
    """The words of that, with the number a reader is to give."""
    ways = "".join(f" {way}." for way in ways_to_reach(head.trust, words))
    return words.section("contact", trust=head.trust.name, ways=ways, number=number)


def finish(flow: Flow, head: Letterhead, words: Words, *, document: str, dated: date) -> bytes:
    """Number the pages, stamp them when the people are made up, and draw the PDF."""
    for number, page in enumerate(flow.pages, 1):
        over: list[Mark] = []
        if head.mode is not Mode.LIVE:
            page.marks.insert(0, Stamp(word=head.mode.value.upper()))
            over += _strip(flow, words.say(head.mode.value), told=number == 1)
        if number > 1:
            over.append(_small(flow, head.trust.name, y=17 * MM))
        foot = words.say("page", document=document, page=number, pages=len(flow.pages))
        over.append(_small(flow, foot, y=PAGE_HEIGHT - 11 * MM))
        page.marks.extend(over)
    pages = tuple(flow.pages)
    sheets = Sheets(
        title=document, author=head.trust.name, dated=dated, pages=pages, parts=flow.parts
    )
    return paint(sheets, flow.fonts)


def _logo(flow: Flow, head: Letterhead, words: Words) -> None:
    left, marks = RIGHT - _LOGO_WIDTH, flow.pages[0].marks
    if head.logo is not None:
        flow.figure(
            Picture(x=left, y=_LOGO_TOP, width=_LOGO_WIDTH, height=_LOGO_HEIGHT, image=head.logo),
            alt=words.say("logo_of", trust=head.trust.name),
        )
        return
    marks.append(
        Box(x=left, y=_LOGO_TOP, width=_LOGO_WIDTH, height=_LOGO_HEIGHT, edge=HAIRLINE, dashed=True)
    )
    text, size = words.say("logo"), 10.0
    across = (_LOGO_WIDTH - width_of(text, flow.fonts) * size / 1000) / 2
    middle = _LOGO_TOP + _LOGO_HEIGHT / 2 + 0.35 * size
    marks.append(_line(flow, text, x=left + across, y=middle, size=size, ink=SECOND))


def _strip(flow: Flow, text: str, *, told: bool) -> list[Mark]:
    """The strip at the head of a page; told once to a screen reader, before all else."""
    size = 11.0
    part = Element(Role.PARAGRAPH) if told else None
    if part is not None:
        flow.parts.kids.insert(0, part)
    across = (PAGE_WIDTH - width_of(text, flow.fonts, bold=True) * size / 1000) / 2
    return [
        Box(x=0, y=0, width=PAGE_WIDTH, height=_STRIP, fill=TEXT),
        Line(
            x=across,
            y=_STRIP / 2 + 0.35 * size,
            size=size,
            runs=runs(text, flow.fonts, bold=True),
            ink=WHITE,
            of=part,
        ),
    ]


def _small(flow: Flow, text: str, *, y: float) -> Mark:
    """One line, drawn smaller where a long name would leave the page."""
    fits = (RIGHT - LEFT) * 1000 / max(width_of(text, flow.fonts), 1)
    return _line(flow, text, x=LEFT, y=y, size=min(flow.style.small, fits), ink=SECOND)


def _line(flow: Flow, text: str, *, x: float, y: float, size: float, ink: Ink) -> Line:
    return Line(x=x, y=y, size=size, runs=runs(text, flow.fonts), ink=ink)
