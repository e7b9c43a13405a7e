"""A receipt, which the law asks for with every payment (regulation 3(4)), and a refund's slip."""

from __future__ import annotations

from app.billing.payer import Payer
from app.billing.payment import Receipt
from app.core.dates import long
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.fonts import Fonts
from app.documents.pay import grouped
from app.documents.words import LetterWords


def receipt_pdf(
    receipt: Receipt,
    *,
    payer: Payer,
    trust: Trust,
    mode: Mode,
    fonts: Fonts,
    words: LetterWords,
    by_hand: bool = False,
    logo: bytes | None = None,
    large_print: bool = False,
) -> bytes:
    """The receipt as PDF; raises Known `no_letters` as an invoice does."""
    say, common, refund = words.receipt, words.common, receipt.is_refund
    head = page.Letterhead(trust=trust, mode=mode, logo=logo, large_print=large_print)
    flow = page.begin(head, fonts, common)
    page.address(
        flow,
        page.addressee(payer, common, by_hand=by_hand),
        (
            (say.say("number"), receipt.receipt_no),
            (say.say("issued"), long(receipt.received_on)),
            (say.say("payer"), payer.customer_ref),
        ),
    )
    page.title(flow, say.say("title_refund" if refund else "title"))
    amount = -receipt.amount if refund else receipt.amount
    caption = say.say("caption_refund" if refund else "caption")
    flow.panel(caption, str(amount), ((common.say("assurance"), True),))
    flow.gap(12)
    flow.fields(
        (
            (say.say("for"), receipt.doc_no),
            (say.say("reference"), grouped(receipt.payment_reference)),
            (
                say.say("method_refund" if refund else "method"),
                say.lists[receipt.method.value][0],
            ),
            (say.say("provider"), receipt.provider_ref),
            (say.say("original"), receipt.original_receipt_no or ""),
        )
    )
    page.tell(
        flow,
        say.section("refund", original=receipt.original_receipt_no)
        if refund
        else say.section("keep"),
    )
    page.closing(flow, head, common, receipt.receipt_no)
    document = say.say("document", number=receipt.receipt_no)
    return page.finish(flow, head, common, document=document, dated=receipt.received_on)
