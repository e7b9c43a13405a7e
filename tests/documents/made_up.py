"""Made-up letters for tests: one place to say what a usual one holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from app.billing.credit_note import CreditNote, credit_in_full
from app.billing.invoice import Invoice, Payer, PayerType, issue
from app.billing.line import InvoiceLine
from app.billing.payment import Method, Receipt
from app.casework.urgency import Urgency
from app.core.money import ZERO, Money
from app.core.people import Address, Patient
from app.core.trust import Mode, Trust
from app.documents.credit_note_pdf import credit_note_pdf
from app.documents.estimate_letter import EstimateLetter, Replaced, estimate_pdf
from app.documents.estimate_working import FreeDays
from app.documents.invoice_pdf import invoice_pdf
from app.documents.receipt_pdf import receipt_pdf
from app.library.fonts import load_fonts
from app.library.templates import load_letter_words
from app.pricing.currencies import PriceSource
from app.pricing.estimate import Estimate, PricedLine
from app.pricing.priced import Driver
from app.pricing.tariff import Admission
from app.pricing.uplift import Rounding, charge, multiplier
from app.pricing.versions import Cause, CauseKind, Difference

FONTS = load_fonts()
WORDS = load_letter_words()
YEAR = "2025/26"
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
FIVE_HUNDRED = Money(50_000)
HOME = Address(("12 Acacia Road", "Exampleton"), "EX2 2BB", "United Kingdom")


def patient(given: str = "Ada", family: str = "Okafor", **more: Any) -> Patient:
    """Somebody born on 2 March 1990."""
    known: dict[str, Any] = {"title": "Mrs", "born": date(1990, 3, 2), "address": HOME}
    return Patient(patient_id="p-1", given_names=given, family_name=family, **(known | more))


def priced(
    base: int = 725100,
    *,
    excess_days: int = 0,
    rounding: Rounding = Rounding.PENCE,
    rate_percent: int = 150,
    low: Money | None = None,
    high: Money | None = None,
    **more: Any,
) -> PricedLine:
    """A hip operation, worked out by the rule. `base` in pence."""
    per_day = Money(25000) if excess_days else None
    known_mff = more.pop("mff", FACTOR)
    due = charge(
        base=Money(base),
        excess_days=excess_days,
        per_day=per_day,
        mff=known_mff,
        rate_percent=rate_percent,
        rounding=rounding,
    )
    known: dict[str, Any] = {
        "id": "1",
        "hrg": "HN12F",
        "name": "Very Major Hip Procedures",
        "admission": Admission.ELECTIVE,
        "tariff_year": YEAR,
        "edition": "NHS Payment Scheme 2025/26",
        "trim_days": 12 if excess_days else None,
        "length_of_stay": 12 + excess_days if excess_days else 3,
        "mff": known_mff,
        "charge": due,
        "multiplier": multiplier(rate_percent),
        "source": "made up",
    }
    return PricedLine(
        base=Money(base),
        per_day=per_day,
        excess_days=excess_days,
        rounding=rounding,
        rate_percent=rate_percent,
        low=low or due,
        likely=due,
        high=high or due,
        **(known | more),
    )


def estimated(*lines: PricedLine) -> Estimate:
    """The lines summed."""
    chosen = lines or (priced(),)
    return Estimate(
        provider="R1H",
        tariff_year=YEAR,
        edition="NHS Payment Scheme 2025/26",
        rounding=Rounding.PENCE,
        mff=FACTOR,
        lines=chosen,
        total=Money.total(line.charge for line in chosen),
        statement="This is an estimate, not a bill.",
        licence="Contains public sector information licensed under a made-up licence.",
    )


def letter(*lines: PricedLine, **more: Any) -> EstimateLetter:
    """An estimate for treatment nobody has assessed yet."""
    known: dict[str, Any] = {
        "estimate_no": "R1H26OE000123",
        "issued_on": date(2026, 3, 9),
        "valid_until": date(2026, 4, 8),
        "trust": TRUST,
        "mode": Mode.LIVE,
        "patient": patient(),
        "estimate": estimated(*lines),
        "treatment": "An operation to replace the hip",
        "urgency": Urgency.NOT_ASSESSED,
    }
    return EstimateLetter(**(known | more))


def payment_first(*lines: PricedLine, **more: Any) -> EstimateLetter:
    """An estimate that asks for payment, on a clinician's record."""
    asked: dict[str, Any] = {
        "urgency": Urgency.NON_URGENT,
        "payment_first": True,
        "clinician": "Dr A. Roy",
        "decided_on": date(2026, 3, 6),
    }
    return letter(*lines, **(asked | more))


def payer(given: str = "Ada", family: str = "Okafor") -> Payer:
    """The patient as the ledger knows her."""
    return Payer(
        customer_ref="P000001234",
        payer_type=PayerType.PATIENT,
        title="Mrs",
        given_names=given,
        family_name=family,
        address=HOME,
    )


def billed(base: int = 725100, *, line_no: int = 1, excess_days: int = 0) -> InvoiceLine:
    """One line of an invoice, worked out by the rule, with codes that must stay off the page."""
    per_day = Money(25000) if excess_days else None
    return InvoiceLine(
        line_no=line_no,
        service_from=date(2026, 3, 26),
        service_to=date(2026, 3, 28),
        tariff_year=YEAR,
        edition="Spine and orthopaedic prices",
        base=Money(base),
        excess_days=excess_days,
        per_day=per_day,
        mff=FACTOR,
        net=charge(
            base=Money(base), excess_days=excess_days, per_day=per_day, mff=FACTOR, rate_percent=150
        ),
        analysis1="NONEEA",
        analysis2="ELEC",
    )


def invoice(
    *lines: InvoiceLine, advance: Money = ZERO, terms_days: int = 0, to: Payer | None = None
) -> Invoice:
    """Invoice 123 of the year."""
    return issue(
        doc_no="R1H26OV000123",
        issued_on=date(2026, 4, 15),
        payer=to or payer(),
        patient_ref="H0012345",
        lines=lines or (billed(),),
        advance=advance,
        estimate_no="R1H26OE000123" if advance > ZERO else None,
        terms_days=terms_days,
    )


def credit_note(of: Invoice | None = None) -> CreditNote:
    """All of it taken back."""
    return credit_in_full(of or invoice(), doc_no="R1H26OV900007", issued_on=date(2026, 5, 1))


def receipt(amount: Money = FIVE_HUNDRED, *, original: str | None = None) -> Receipt:
    """Money by card for the invoice; a refund where `original` is named."""
    return Receipt(
        receipt_no="R1H26RC000009",
        received_on=date(2026, 4, 20),
        method=Method.CARD_TERMINAL,
        provider_ref="T-778899",
        customer_ref="P000001234",
        doc_no="R1H26OV000123",
        amount=amount,
        payment_reference="RF53R1H26OV000123",
        original_receipt_no=original,
    )


def estimate_bytes(made: EstimateLetter | None = None) -> bytes:
    """The estimate as PDF."""
    return estimate_pdf(made or letter(), FONTS, WORDS)


def invoice_bytes(made: Invoice | None = None, *, mode: Mode = Mode.LIVE, **more: Any) -> bytes:
    """The invoice as PDF."""
    return invoice_pdf(
        made or invoice(), mode=mode, fonts=FONTS, words=WORDS, **({"trust": TRUST} | more)
    )


def credit_note_bytes(*, mode: Mode = Mode.LIVE, **more: Any) -> bytes:
    """The credit note as PDF."""
    return credit_note_pdf(credit_note(), trust=TRUST, mode=mode, fonts=FONTS, words=WORDS, **more)


def receipt_bytes(made: Receipt | None = None, *, mode: Mode = Mode.LIVE, **more: Any) -> bytes:
    """The receipt as PDF."""
    return receipt_pdf(
        made or receipt(), payer=payer(), trust=TRUST, mode=mode, fonts=FONTS, words=WORDS, **more
    )


def replaced() -> Replaced:
    """An earlier estimate that was £1,000.00 lower, before one more night."""
    causes = (Cause(CauseKind.LONGER_STAY, "Very Major Hip Procedures"),)
    difference = Difference(Money(1_149_586), Money(1_249_586), causes)
    return Replaced("R1H26OE000122", date(2026, 3, 2), difference)


def no_charge(*lines: PricedLine, cover: str = "ehic", **more: Any) -> EstimateLetter:
    """The letter of somebody whose care another country pays for."""
    free = lines or (priced(rate_percent=0),)
    return letter(*free, no_charge=cover, **more)


def mixed(**more: Any) -> EstimateLetter:
    """A new version with a range, a free line, days that are free, and prices of every origin."""
    one = Decimal(1)
    days: dict[str, Any] = {
        "origin": PriceSource.AVERAGE_COST,
        "mff": one,
        "admission": Admission.CRITICAL_CARE,
    }
    visitors: dict[str, Any] = {"origin": PriceSource.UPFRONT, "mff": one, "rate_percent": 100}
    lines = (
        priced(root="HN12", low=Money(800_000), high=Money(1_500_000), drivers=tuple(Driver)),
        priced(2_000, id="2", name="Blood tests", hrg="DAPS05", rate_percent=0),
        priced(12_000, id="3", name="Wound care", given_with="1", charge=ZERO),
        priced(280_000, id="4", name="Critical care", units=2, unit="day", **days),
        priced(50_000, id="5", name="Hip device", units=2, mff=one, origin=PriceSource.LOCAL),
        priced(422_000, id="6", name="Surgery", rate_in_price=True, **visitors),
    )
    free = (
        FreeDays(date(2026, 3, 6), date(2026, 3, 7)),
        FreeDays(date(2026, 3, 9), date(2026, 3, 9)),
    )
    return letter(*lines, replaces=replaced(), free=free, **more)


@cache
def every_letter(mode: Mode = Mode.LIVE) -> dict[str, bytes]:
    """One of each letter, and each of an estimate's statements on urgency, by name."""
    wide = priced(low=Money(800_000), high=Money(1_500_000), root="HN12")
    return {
        **{
            f"estimate, {urgency.value}": estimate_bytes(
                letter(
                    urgency=urgency, clinician="Dr A. Roy", decided_on=date(2026, 3, 6), mode=mode
                )
            )
            for urgency in Urgency
        },
        "estimate, payment first": estimate_bytes(payment_first(mode=mode)),
        "estimate, a new version": estimate_bytes(mixed(mode=mode)),
        "estimate, no charge": estimate_bytes(no_charge(mode=mode)),
        "estimate, range, large print": estimate_bytes(letter(wide, large_print=True, mode=mode)),
        "invoice": invoice_bytes(mode=mode),
        "invoice, two pages of lines": invoice_bytes(
            invoice(*(billed(line_no=n, excess_days=n % 3) for n in range(1, 13))), mode=mode
        ),
        "invoice, paid in advance": invoice_bytes(
            invoice(advance=Money(2_000_000)), mode=mode, large_print=True
        ),
        "credit note": credit_note_bytes(mode=mode),
        "receipt": receipt_bytes(mode=mode),
        "refund": receipt_bytes(receipt(Money(-5_000), original="R1H26RC000001"), mode=mode),
    }
