"""How to pay: the trust's ways, the reference in fours, and the square that holds the same."""

from __future__ import annotations

from app.core.trust import Trust
from app.documents import qr
from app.documents.flow import RIGHT, Flow, Role
from app.documents.sheet import MM
from app.documents.words import Words


def how_to_pay(flow: Flow, reference: str, trust: Trust, words: Words) -> None:
    """The ways on the left, the square against the right margin; kept on one page.

    `words` are those all letters share.
    """
    flow.gap(12)
    flow.room(qr.SIDE + 8 * MM)
    top = flow.y
    column = RIGHT - qr.SIDE - 8 * MM
    flow.paragraph(
        words.section("pay").heading,
        right=column,
        size=flow.style.heading,
        bold=True,
        role=Role.HEADING,
    )
    qr.square(flow, reference, alt=words.say("square"), y=top + 2 * MM)
    flow.gap(2)
    for line in trust.payment_details:
        flow.paragraph(line, right=column)
    flow.gap(4)
    flow.paragraph(words.say("reference"), right=column)
    flow.paragraph(grouped(reference), right=column, size=flow.style.heading, bold=True)
    flow.gap(2)
    flow.paragraph(words.say("reference_note"), right=column)
    flow.y = max(flow.y, top + qr.SIDE + 2 * MM)


def grouped(reference: str) -> str:
    """`RF53 R1H2 6OV0 0012 3`: fours, as ISO 11649 asks on paper."""
    return " ".join(reference[place : place + 4] for place in range(0, len(reference), 4))
