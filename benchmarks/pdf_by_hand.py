"""The peer: the same invoice drawn by hand on a reportlab canvas, line by line.

Nothing is measured or wrapped: every line end was set by hand for this one letter. Same faces
embedded, same words, same square, same boxes.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import segno
from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.billing.invoice import Invoice
from app.core.dates import long
from app.core.trust import Trust

WIDTH, HEIGHT = 210 * mm, 297 * mm
LEFT, RIGHT = 20 * mm, 190 * mm
BODY, STEP = 12, 16.2
REGULAR, BOLD = "Hand", "Hand-Bold"

WRONG = (
    "Tell us as soon as you can, and send anything that shows why. You can dispute whether a",
    "charge is due, or how it was worked out. While we look at it we will not send reminders. If",
    "it was wrong we take it off and pay back what you paid.",
)
ADVICE = (
    "Ask the hospital’s Patient Advice and Liaison Service (PALS), Citizens Advice",
    "(citizensadvice.org.uk), Doctors of the World UK (doctorsoftheworld.org.uk) or, in",
    "pregnancy, Maternity Action (maternityaction.org.uk).",
)
INFORMATION = (
    "We use what you tell us to find out whether NHS care is free for you, and to work out",
    "charges. If £500 or more stays unpaid for two months and no plan to pay is agreed, we",
    "may tell the Home Office, after writing to you first. That can affect an application to enter",
    "or remain in the UK. We never send the Home Office anything about your health.",
)
FORMATS = (
    "You can have this letter in large print, Easy Read, braille, audio or another language, and",
    "an interpreter free of charge. Tell us what you need.",
)


def register(folder: Path) -> None:
    """Read the two faces once; write bytes as bytes, as the contestant does."""
    rl_config.useA85 = 0
    registerFont(TTFont(REGULAR, str(folder / "LiberationSans-Regular.ttf")))
    registerFont(TTFont(BOLD, str(folder / "LiberationSans-Bold.ttf")))


class Hand:
    """A canvas and a pen that goes down."""

    def __init__(self, title: str, author: str) -> None:
        self.file = BytesIO()
        settings: dict[str, Any] = {
            "pagesize": (WIDTH, HEIGHT),
            "pageCompression": 1,
            "invariant": 1,
            "initialFontName": REGULAR,
            "lang": "en-GB",
        }
        self.canvas = Canvas(self.file, **settings)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.y = HEIGHT

    def text(
        self,
        words: str,
        x: float = LEFT,
        size: float = BODY,
        *,
        bold: bool = False,
        grey: bool = False,
    ) -> None:
        """One line at the pen."""
        self.canvas.setFont(BOLD if bold else REGULAR, size)
        if grey:
            self.canvas.setFillColorRGB(0.298, 0.384, 0.447)
        else:
            self.canvas.setFillColorRGB(0.129, 0.169, 0.196)
        self.canvas.drawString(x, self.y, words)

    def down(self, *lines: str, step: float = STEP, **how: Any) -> None:
        """Lines under each other."""
        for line in lines:
            self.y -= step
            self.text(line, **how)

    def sum(self, label: str, amount: str, *, bold: bool = False, grey: bool = False) -> None:
        """A label and a sum at the right."""
        self.y -= STEP
        self.text(label, bold=bold and not grey, grey=grey)
        self.canvas.setFont(BOLD if bold else REGULAR, BODY)
        self.canvas.setFillColorRGB(0.129, 0.169, 0.196)
        self.canvas.drawRightString(RIGHT, self.y, amount)

    def heading(self, words: str) -> None:
        """A heading."""
        self.down(words, step=33, size=14, bold=True)

    def foot(self, words: str) -> None:
        """The last line of a page."""
        self.y = 11 * mm
        self.text(words, size=10, grey=True)


def draw(invoice: Invoice, trust: Trust) -> bytes:
    """The ten-line invoice of the benchmark, three pages."""
    hand = Hand(f"Invoice {invoice.doc_no}", trust.name)
    _head(hand, invoice, trust)
    lines = list(invoice.lines)
    for line in lines[:5]:
        _line(hand, line)
    hand.foot(f"Invoice {invoice.doc_no} · Page 1 of 3")
    _turn(hand, trust)
    for line in lines[5:]:
        _line(hand, line)
    _totals(hand, invoice)
    _pay(hand, invoice, trust)
    hand.heading("If you cannot pay this now")
    hand.down(
        "Tell us as soon as you can. You can ask to pay in instalments. Free help with debt:",
        "MoneyHelper (moneyhelper.org.uk) and StepChange (stepchange.org).",
    )
    hand.heading("If you think this is wrong")
    hand.down(*WRONG)
    hand.foot(f"Invoice {invoice.doc_no} · Page 2 of 3")
    _turn(hand, trust)
    hand.heading("Free, independent advice")
    hand.down(*ADVICE)
    hand.heading("How we use your information")
    hand.down(*INFORMATION)
    hand.heading("How to reach us, and other formats")
    hand.down(
        f"Overseas visitors team, {trust.name}. Phone {trust.phone}.",
        f"Email {trust.email}. Give the number {invoice.doc_no}.",
        *FORMATS,
    )
    hand.foot(f"Invoice {invoice.doc_no} · Page 3 of 3")
    hand.canvas.showPage()
    hand.canvas.save()
    return hand.file.getvalue()


def _head(hand: Hand, invoice: Invoice, trust: Trust) -> None:
    canvas = hand.canvas
    canvas.setStrokeColorRGB(0.847, 0.867, 0.878)
    canvas.setLineWidth(0.75)
    canvas.setDash([3, 3])
    canvas.rect(138 * mm, HEIGHT - 33 * mm, 52 * mm, 20 * mm, fill=0, stroke=1)
    hand.y = HEIGHT - 14 * mm
    hand.down(trust.name, step=14, size=14, bold=True)
    hand.down(
        ", ".join(trust.address_lines),
        f"Phone {trust.phone}",
        f"Email {trust.email}",
        step=13.5,
        size=10,
        grey=True,
    )
    hand.y = HEIGHT - 24 * mm
    label = "Your trust’s logo"
    hand.text(label, 164 * mm - stringWidth(label, REGULAR, 10) / 2, 10, grey=True)
    hand.y = HEIGHT - 50 * mm
    payer = invoice.payer
    hand.down(payer.name, *payer.address.lines, payer.address.postcode, payer.address.country)
    hand.y = HEIGHT - 50 * mm
    for name, value in (
        ("Invoice number", invoice.doc_no),
        ("Date", long(invoice.issued_on)),
        ("Patient reference", invoice.patient_ref),
        ("Account number", payer.customer_ref),
    ):
        hand.down(name, step=13.5, x=122 * mm, size=10, grey=True)
        hand.down(value, x=122 * mm)
    hand.y -= 20
    hand.down("Invoice", step=24, size=22, bold=True)
    canvas.setFillColorRGB(0.941, 0.957, 0.961)
    canvas.rect(LEFT, hand.y - 110, RIGHT - LEFT, 98, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0.369, 0.722)
    canvas.rect(LEFT, hand.y - 110, 4, 98, fill=1, stroke=0)
    hand.y -= 24
    hand.down("To pay on receipt", x=LEFT + 14, grey=True)
    hand.down(str(invoice.balance), step=32, x=LEFT + 14, size=26, bold=True)
    hand.down("Treatment that cannot wait is always given, paid or not.", x=LEFT + 14, step=24)
    hand.heading("What this is for")


def _line(hand: Hand, line: Any) -> None:
    stay = f"{long(line.service_from)} to {long(line.service_to)}"
    hand.down(f"{line.description}, {stay}", bold=True)
    hand.sum(f"NHS price for {line.tariff_year}", str(line.base), grey=True)
    if line.excess_days:
        days = "1 day" if line.excess_days == 1 else f"{line.excess_days} days"
        extra = type(line.base)(line.excess_days * line.per_day.pence)
        hand.sum(f"{days} more, at {line.per_day} a day", str(extra), grey=True)
    worked = f"Times {line.mff} (market forces factor), times {line.rate_percent} per cent"
    hand.sum(worked, str(line.net), bold=True, grey=True)
    hand.y -= 6


def _turn(hand: Hand, trust: Trust) -> None:
    hand.canvas.showPage()
    hand.y = HEIGHT - 17 * mm
    hand.text(trust.name, size=10, grey=True)
    hand.y = HEIGHT - 20 * mm


def _totals(hand: Hand, invoice: Invoice) -> None:
    hand.canvas.setFillColorRGB(0.847, 0.867, 0.878)
    hand.canvas.rect(LEFT, hand.y - 8, RIGHT - LEFT, 0.75, fill=1, stroke=0)
    hand.y -= 5
    hand.sum("To pay", str(invoice.balance), bold=True)
    hand.down("All sums are in pounds sterling. Hospital care is exempt from VAT.", step=20)


def _pay(hand: Hand, invoice: Invoice, trust: Trust) -> None:
    hand.heading("How to pay")
    _square(hand.canvas, invoice.payment_reference, RIGHT - 28 * mm, hand.y - 22 * mm)
    hand.down(*trust.payment_details)
    hand.down("Payment reference")
    reference = invoice.payment_reference
    hand.down(" ".join(reference[n : n + 4] for n in range(0, 17, 4)), size=14, bold=True)
    hand.down("Give this reference with every payment. The square contains the same", "reference.")


def _square(canvas: Canvas, text: str, x: float, y: float) -> None:
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    module = 28 * mm / len(matrix)
    canvas.setFillColorRGB(0.129, 0.169, 0.196)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        column = 0
        for dark, group in groupby(modules):
            length = len(list(group))
            if dark:
                up = y + (len(matrix) - row - 1) * module
                path.rect(x + column * module, up, length * module, module)
            column += length
    canvas.drawPath(path, fill=1, stroke=0)
