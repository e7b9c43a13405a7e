"""An invoice on paper: what is owed and how to pay it, and no clinical word (finance.md 2)."""

from __future__ import annotations

from contextlib import nullcontext

from app.billing.credit_note import CreditLine
from app.billing.invoice import Invoice, InvoiceLine
from app.core.dates import long
from app.core.money import ZERO, Money
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import Flow
from app.documents.fonts import Fonts
from app.documents.pay import how_to_pay
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
    page.title(flow, say.say("title_interim" if invoice.interim else "title"))
    flow.panel(
        _caption(invoice, say), str(_absolute(invoice.balance)), ((common.say("assurance"), False),)
    )
    _lines(flow, invoice, words)
    if invoice.interim:
        page.tell(flow, say.section("interim"))
    if invoice.balance > ZERO:
        how_to_pay(flow, invoice.payment_reference, trust, common)
        page.tell(flow, common.section("cannot_pay"))
    elif invoice.balance < ZERO:
        page.tell(flow, say.section("back"))
    page.tell(flow, common.section("disagree"))
    page.tell(flow, common.section("advice"))
    page.tell(flow, common.section("information"))
    page.closing(flow, head, common, invoice.doc_no)
    document = say.say("document", number=invoice.doc_no)
    return page.finish(flow, head, common, document=document, dated=invoice.issued_on)


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
        # What is to pay stands on the page of the sum above it.
        with flow.leads_on() if line is invoice.lines[-1] else nullcontext():
            flow.paragraph(named, bold=True, leads=True)
            working(flow, line, common, result=line.worked_out, trim=None)
            if line.billed_before > ZERO:
                before = say.say("billed_before", invoices=", ".join(invoice.follows))
                flow.money(before, str(-line.billed_before))
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


def _absolute(amount: Money) -> Money:
    return amount if amount >= ZERO else -amount
