"""Made-up bills for tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from app.billing.invoice import Invoice, InvoiceLine, Payer, PayerType, issue
from app.core.money import ZERO, Money
from app.core.people import Address
from app.pricing.uplift import Rounding, charge

ISSUED = date(2026, 4, 15)
HIP = Money.parse("7251")
BARTS = Decimal("1.148886")
PAYER = Payer(
    customer_ref="P000001235",
    payer_type=PayerType.PARENT,
    title="Mr",
    given_names="Anna-Zoë",
    family_name="Müller, jr",
    address=Address(("Teststraße 2", "Wien"), "1010", "AT"),
    email="visitor@example.org",
    phone="+43 1 000",
)


def line(
    line_no: int = 1,
    *,
    base: Money = HIP,
    excess_days: int = 0,
    per_day: Money | None = None,
    mff: Decimal = BARTS,
    rate_percent: int = 150,
    rounding: Rounding = Rounding.PENCE,
) -> InvoiceLine:
    """A line whose net is what its working gives."""
    return InvoiceLine(
        line_no=line_no,
        service_from=date(2026, 3, 26),
        service_to=date(2026, 3, 28),
        tariff_year="2025/26",
        edition="Test list",
        base=base,
        excess_days=excess_days,
        per_day=per_day,
        mff=mff,
        rate_percent=rate_percent,
        rounding=rounding,
        net=charge(
            base=base,
            excess_days=excess_days,
            per_day=per_day,
            mff=mff,
            rate_percent=rate_percent,
            rounding=rounding,
        ),
        analysis1="NONEEA",
        analysis2="ELEC",
    )


def invoice(*lines: InvoiceLine, doc_no: str = "R1H26OV000123", advance: Money = ZERO) -> Invoice:
    """An invoice of those lines, or of one."""
    return issue(
        doc_no=doc_no,
        issued_on=ISSUED,
        payer=PAYER,
        patient_ref="H0001",
        lines=lines or (line(),),
        advance=advance,
        estimate_no="R1HE000007" if advance > ZERO else None,
    )


pounds = st.integers(1, 60_000).map(lambda whole: Money(whole * 100))
some_lines = st.lists(
    st.builds(
        line,
        base=pounds,
        excess_days=st.integers(0, 60),
        per_day=pounds,
        mff=st.integers(1_000_000, 1_300_000).map(lambda micro: Decimal(micro).scaleb(-6)),
        rate_percent=st.sampled_from((100, 150)),
        rounding=st.sampled_from(Rounding),
    ),
    min_size=1,
    max_size=4,
)
invoices = st.builds(
    lambda lines, advance: invoice(*lines, advance=advance),
    some_lines,
    st.just(ZERO) | pounds,
)
