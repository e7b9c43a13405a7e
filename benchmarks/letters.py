"""The invoices that the benchmarks of PDFs make, and what stands on their pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from unittest.mock import patch

from app.billing.invoice import Invoice, Payer, PayerType, issue
from app.billing.line import InvoiceLine
from app.core.money import Money
from app.core.people import Address
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.fonts import Fonts
from app.documents.sheet import Sheets
from app.pricing.uplift import charge

FACTOR = Decimal("1.148886")
TRUST = Trust(
    name="Example Royal Hospitals NHS Trust",
    provider_code="R1H",
    reference_code="R1H",
    address_lines=("1 Long Lane", "Exampleton", "EX1 1AA"),
    phone="020 7946 0123",
    email="overseas.visitors@example.nhs.uk",
    payment_details=("By card: 020 7946 0199", "By bank: 00-00-00, account 00000000"),
)
NAMES = ("Okafor", "Smith", "Núñez", "Müller", "Wiśniewska", "Nguyễn", "Silva", "Papadaki")


def invoice(number: int) -> Invoice:
    """Ten lines, some with a longer stay; names go round."""
    return issue(
        doc_no=f"R1H26OV{number:06}",
        issued_on=date(2026, 4, 15),
        payer=Payer(
            customer_ref=f"P{number:09}",
            payer_type=PayerType.PATIENT,
            title="Mrs",
            given_names="Ada",
            family_name=NAMES[number % len(NAMES)],
            address=Address(("12 Acacia Road", "Exampleton"), "EX2 2BB", "United Kingdom"),
        ),
        patient_ref="H0012345",
        lines=tuple(_line(place) for place in range(1, 11)),
    )


def maker() -> Callable[[Invoice], bytes]:
    """The invoice as the program makes it."""
    from app.documents.invoice_pdf import invoice_pdf
    from app.library.fonts import load_fonts
    from app.library.templates import load_letter_words

    fonts, words = load_fonts(), load_letter_words()
    return lambda made: invoice_pdf(made, trust=TRUST, mode=Mode.LIVE, fonts=fonts, words=words)


def sheets(made: Invoice) -> Sheets:
    """What stands where on the pages of an invoice, for peers that lay out nothing themselves."""
    kept: list[Sheets] = []

    def keep(finished: Sheets, _fonts: Fonts) -> bytes:
        kept.append(finished)
        return b""

    with patch.object(page, "paint", keep):
        maker()(made)
    return kept[0]


def words(pdf: bytes) -> tuple[str, ...]:
    """Every word of a letter, in no order: contestants draw in different orders."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return tuple(sorted(word for page in pages for word in page.split()))


def _line(number: int) -> InvoiceLine:
    days = number % 3
    per_day = Money(25000) if days else None
    base = Money(700_000 + number * 1_111)
    net = charge(base=base, excess_days=days, per_day=per_day, mff=FACTOR, rate_percent=150)
    return InvoiceLine(
        line_no=number,
        service_from=date(2026, 3, number),
        service_to=date(2026, 3, number + 12),
        tariff_year="2025/26",
        edition="NHS Payment Scheme 2025/26",
        base=base,
        excess_days=days,
        per_day=per_day,
        mff=FACTOR,
        net=net,
    )
