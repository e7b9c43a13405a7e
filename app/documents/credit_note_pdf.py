"""A credit note on paper: what is taken off an account, and that nothing need be done."""

from __future__ import annotations

from app.billing.credit_note import CreditNote
from app.core.dates import long
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.fonts import Fonts
from app.documents.invoice_pdf import dates
from app.documents.pay import grouped
from app.documents.words import LetterWords


def credit_note_pdf(
    note: CreditNote,
    *,
    trust: Trust,
    mode: Mode,
    fonts: Fonts,
    words: LetterWords,
    by_hand: bool = False,
    logo: bytes | None = None,
    large_print: bool = False,
) -> bytes:
    """The credit note as PDF; raises Known `no_letters` as an invoice does."""
    say, common = words.credit_note, words.common
    head = page.Letterhead(trust=trust, mode=mode, logo=logo, large_print=large_print)
    flow = page.begin(head, fonts, common)
    page.address(
        flow,
        page.addressee(note.payer, common, by_hand=by_hand),
        (
            (say.say("number"), note.doc_no),
            (say.say("issued"), long(note.issued_on)),
            (say.say("related"), note.related_doc_no),
            (say.say("payer"), note.payer.customer_ref),
        ),
    )
    page.title(flow, say.say("title"))
    said = ((common.say("assurance"), True), (note.reason, False))
    flow.panel(say.say("caption"), str(-note.total), said)
    flow.heading(say.say("working"))
    for line in note.lines:
        named = say.say("line", description=line.description, dates=dates(line, common))
        flow.money(named, str(line.net))
    flow.rule()
    flow.money(say.say("total"), str(note.total), bold=True)
    flow.gap(8)
    flow.fields(((say.say("reference"), grouped(note.payment_reference)),))
    page.tell(flow, say.section("next", related=note.related_doc_no))
    page.tell(flow, common.section("advice"))
    page.closing(flow, head, common, note.doc_no)
    document = say.say("document", number=note.doc_no)
    return page.finish(flow, head, common, document=document, dated=note.issued_on)
