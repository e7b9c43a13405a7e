"""How to pay: the trust's ways, the reference in fours, and the square that holds the same."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.trust import Trust
from app.documents import qr
from app.documents.flow import LEFT, RIGHT, Flow, Role
from app.documents.sheet import MM
from app.documents.words import Words


def how_to_pay(flow: Flow, reference: str, trust: Trust, words: Words) -> None:
    """The ways on the left, the square against the right margin; kept on one page.

    `words` are those all letters share.
    """
    style, column = flow.style, RIGHT - qr.SIDE - 8 * MM
    heading, code = words.section("pay").heading, grouped(reference)
    named, note = words.say("reference"), words.say("reference_note")
    flow.gap(12)
    body = (*trust.payment_details, named, note)
    height = _height(flow, (heading, code), style.heading) + _height(flow, body, style.body)
    flow.room(max(height + 8 * style.scale, qr.SIDE + 8 * MM))
    top = flow.y
    flow.paragraph(heading, right=column, size=style.heading, bold=True, role=Role.HEADING)
    qr.square(flow, reference, alt=words.say("square"), y=top + 2 * MM)
    flow.gap(2)
    for line in trust.payment_details:
        flow.paragraph(line, right=column)
    flow.gap(4)
    flow.paragraph(named, right=column)
    flow.paragraph(code, right=column, size=style.heading, bold=True)
    flow.gap(2)
    flow.paragraph(note, right=column)
    flow.y = max(flow.y, top + qr.SIDE + 2 * MM)


def _height(flow: Flow, texts: Sequence[str], size: float) -> float:
    """Of these in the column beside the square; the large ones are bold."""
    width, bold = RIGHT - qr.SIDE - 8 * MM - LEFT, size > flow.style.body
    lines = sum(len(list(flow.wrap(text, width, size=size, bold=bold))) for text in texts)
    return lines * flow.style.leading(size)


def grouped(reference: str) -> str:
    """`RF53 R1H2 6OV0 0012 3`: fours, as ISO 11649 asks on paper."""
    return " ".join(reference[place : place + 4] for place in range(0, len(reference), 4))
