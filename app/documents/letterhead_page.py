"""One page that shows how every letter of the trust begins: to be looked at, and sent to nobody."""

from __future__ import annotations

from datetime import date

from app.documents import page
from app.documents.fonts import Fonts
from app.documents.page import Letterhead
from app.documents.words import LetterWords

_ADDRESS_GAP = 60.0


def letterhead_pdf(head: Letterhead, *, on: date, fonts: Fonts, words: LetterWords) -> bytes:
    """The page as PDF; raises Known `no_letters` where a name has letters that no face holds."""
    common = words.common
    flow = page.begin(head, fonts, common)
    flow.gap(_ADDRESS_GAP)
    sample = common.section("sample")
    page.title(flow, sample.heading)
    for paragraph in sample.paragraphs:
        flow.paragraph(paragraph)
        flow.gap(3)
    if head.trust.payment_details:
        flow.heading(common.section("pay").heading)
        for line in head.trust.payment_details:
            flow.paragraph(line)
    page.closing(flow, head, common, "R-1001")
    return page.finish(flow, head, common, document=sample.heading, dated=on)
