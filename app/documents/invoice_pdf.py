"""An invoice on paper: what is owed and how to pay it, and no clinical word (finance.md 2)."""

from __future__ import annotations

from app.billing.credit_note import CreditLine
from app.billing.invoice import Invoice, InvoiceLine
from app.core.dates import long
from app.core.money import ZERO, Money
from app.core.trust import Mode, Trust
from app.documents import page, qr
from app.documents.flow import RIGHT, Flow, Role
from app.documents.fonts import Fonts
from app.documents.sheet import MM
from app.documents.words import LetterWords, Words
from app.documents.working import working


def invoice_pdf(
    invoice: Invoice,
    *,
    trust: Trust,
    mode: Mode,
    fonts: Fonts,
    words: LetterWords,
    by_hand: bool = False,
    logo: bytes | None = None,
    large_print: bool = False,
) -> bytes:
    """The invoice as PDF. `by_hand` keeps an address that must not be used off the page.

    Raises Known `no_letters` where a name is in a script without a font.
    """
    say, common = words.invoice, words.common
    head = page.Letterhead(trust=trust, mode=mode, logo=logo, large_print=large_print)
    flow = page.begin(head, fonts, common)
    page.address(
        flow,
        page.addressee(invoice.payer, common, by_hand=by_hand),
        _facts(invoice, say),
    )
    page.title(flow, say.say("title"))
    flow.panel(
        _caption(invoice, say), str(_absolute(invoice.balance)), ((say.say("assurance"), False),)
    )
    _lines(flow, invoice, words)
    if invoice.balance > ZERO:
        _how_to_pay(flow, invoice, trust, say)
        page.tell(flow, say.section("cannot_pay"))
    elif invoice.balance < ZERO:
        page.tell(flow, say.section("back"))
    page.tell(flow, say.section("disagree"))
    page.tell(flow, common.section("advice"))
    page.tell(flow, common.section("information"))
    page.closing(flow, head, common, invoice.doc_no)
    document = say.say("document", number=invoice.doc_no)
    return page.finish(flow, head, common, document=document, dated=invoice.issued_on)


def grouped(reference: str) -> str:
    """`RF53 R1H2 6OV0 0012 3`: fours, as ISO 11649 asks on paper."""
    return " ".join(reference[place : place + 4] for place in range(0, len(reference), 4))


def dates(line: InvoiceLine | CreditLine, words: Words) -> str:
    """One day, or the first and the last."""
    if line.service_from == line.service_to:
        return long(line.service_from)
    return words.say("from_to", first=long(line.service_from), last=long(line.service_to))


def _facts(invoice: Invoice, say: Words) -> tuple[tuple[str, str], ...]:
    return (
        (say.say("number"), invoice.doc_no),
        (say.say("issued"), long(invoice.issued_on)),
        (say.say("patient"), invoice.patient_ref),
        (say.say("payer"), invoice.payer.customer_ref),
    )


def _caption(invoice: Invoice, say: Words) -> str:
    if invoice.balance < ZERO:
        return say.say("caption_back")
    if invoice.balance == ZERO:
        return say.say("caption_nil")
    if invoice.due_on <= invoice.issued_on:
        return say.say("caption_now")
    return say.say("caption", due=long(invoice.due_on))


def _lines(flow: Flow, invoice: Invoice, words: LetterWords) -> None:
    say, common = words.invoice, words.common
    flow.heading(say.say("working"))
    for line in invoice.lines:
        flow.keep(4)
        named = say.say("line", description=line.description, dates=dates(line, common))
        flow.paragraph(named, bold=True)
        working(flow, line, common, result=line.net, trim=None)
        flow.gap(6)
    flow.keep(4)
    flow.rule()
    if invoice.advance_deducted > ZERO:
        flow.money(say.say("total"), str(invoice.total))
        paid = say.say("advance", estimate=invoice.estimate_no)
        flow.money(paid, str(-invoice.advance_deducted))
    due = say.say("balance" if invoice.balance >= ZERO else "balance_back")
    flow.money(due, str(_absolute(invoice.balance)), bold=True)
    flow.gap(4)
    flow.paragraph(say.say("vat"))


def _how_to_pay(flow: Flow, invoice: Invoice, trust: Trust, say: Words) -> None:
    flow.gap(12)
    flow.room(qr.SIDE + 8 * MM)
    top = flow.y
    column = RIGHT - qr.SIDE - 8 * MM
    flow.paragraph(
        say.section("pay").heading,
        right=column,
        size=flow.style.heading,
        bold=True,
        role=Role.HEADING,
    )
    qr.square(flow, invoice.payment_reference, alt=say.say("square"), y=top + 2 * MM)
    flow.gap(2)
    for line in trust.payment_details:
        flow.paragraph(line, right=column)
    flow.gap(4)
    flow.paragraph(say.say("reference"), right=column)
    shown = grouped(invoice.payment_reference)
    flow.paragraph(shown, right=column, size=flow.style.heading, bold=True)
    flow.gap(2)
    flow.paragraph(say.say("reference_note"), right=column)
    flow.y = max(flow.y, top + qr.SIDE + 2 * MM)


def _absolute(amount: Money) -> Money:
    return amount if amount >= ZERO else -amount
