"""The invoice, the credit note and the receipt say what is owed, and nothing clinical."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import zxingcpp

from app.billing.payment import Method
from app.core.money import Money
from app.core.trust import Mode
from tests.documents.made_up import (
    TRUST,
    billed,
    credit_note_bytes,
    invoice,
    invoice_bytes,
    payer,
    receipt,
    receipt_bytes,
)
from tests.documents.reading import picture, text, texts
from tests.documents.tagged import badly_turned

_HRG = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]?\b")


def test_the_invoice_contains_all_that_it_must() -> None:
    read = text(invoice_bytes(invoice(terms_days=30)))
    for wanted in (
        "Example Royal Hospitals NHS Trust",
        "Mrs Ada Okafor 12 Acacia Road Exampleton EX2 2BB United Kingdom",
        "Invoice number R1H26OV000123",
        "Patient reference H0012345",
        "Account number P000001234",
        "To pay by 15 May 2026 £12,495.86",
        "Hospital treatment, 26 March 2026 to 28 March 2026",
        "NHS price for 2025/26 £7,251.00",
        "Times 1.148886 (market forces factor), times 150 per cent £12,495.86",
        "By card: 020 7946 0199",
        "RF53 R1H2 6OV0 0012 3",
        "If you cannot pay this now",
        "If you think this is wrong",
        "Patient Advice and Liaison Service",
        "always given, paid or not",
    ):
        assert wanted in read


def test_no_clinical_word_stands_on_an_invoice_credit_note_or_receipt() -> None:
    # The made-up line carries an edition that names a specialty, and ledger codes.
    for read in map(text, (invoice_bytes(), credit_note_bytes(), receipt_bytes())):
        assert not _HRG.search(read.replace("RF53", ""))
        for clinical in ("Spine", "ortho", "ELEC", "NONEEA", "Procedure", "diagnos"):
            assert clinical not in read


def test_the_edition_of_the_prices_stays_off_an_invoice() -> None:
    assert billed().edition not in text(invoice_bytes())


def test_an_invoice_payable_on_receipt_says_so() -> None:
    assert "To pay on receipt £12,495.86" in text(invoice_bytes())


def test_an_advance_is_deducted_in_the_open() -> None:
    read = text(invoice_bytes(invoice(advance=Money(1_000_000))))
    assert "Total charge £12,495.86" in read
    assert "Already paid in advance (estimate R1H26OE000123) -£10,000.00" in read
    assert "To pay £2,495.86" in read


def test_an_advance_that_covers_all_leaves_nothing_to_pay_and_no_way_to_pay() -> None:
    read = text(invoice_bytes(invoice(advance=Money(1_249_586))))
    assert "Nothing more to pay £0.00" in read
    assert "How to pay" not in read


def test_too_much_paid_in_advance_is_paid_back_without_asking() -> None:
    read = text(invoice_bytes(invoice(advance=Money(2_000_000))))
    assert "We will pay back to you £7,504.14" in read
    assert "You need not ask." in read
    assert "How to pay" not in read


def test_a_one_day_service_shows_one_date_and_a_longer_stay_its_days() -> None:
    line = billed(excess_days=2)
    read = text(invoice_bytes(invoice(replace(line, service_to=line.service_from))))
    assert "Hospital treatment, 26 March 2026 NHS price" in read
    assert "2 days more, at £250.00 a day £500.00" in read


def test_h9_lines_add_up_to_the_total() -> None:
    made = invoice(*(billed(500_000 + 777 * n, line_no=n) for n in range(1, 14)))
    pdf = invoice_bytes(made)
    nets = re.findall(r"per cent £([\d,]+\.\d\d)", text(pdf))
    assert Money.total(map(Money.parse, nets)) == made.total
    assert f"To pay {made.total}" in text(pdf)
    assert len(texts(pdf)) > 2


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("mode", [Mode.LIVE, Mode.DEMO])
def test_the_square_reads_back_as_the_payment_reference(mode: Mode, large_print: bool) -> None:
    pdf = invoice_bytes(mode=mode, large_print=large_print)
    found = [
        code.text
        for page in range(len(texts(pdf)))
        for code in zxingcpp.read_barcodes(picture(pdf, page=page))
    ]
    assert found == ["RF53R1H26OV000123"]


def test_a_letter_handed_over_shows_no_address() -> None:
    for read in map(
        text,
        (invoice_bytes(by_hand=True), credit_note_bytes(by_hand=True), receipt_bytes(by_hand=True)),
    ):
        assert "Acacia Road" not in read
        assert "To be handed over in person" in read


def test_a_credit_note_names_its_invoice_and_asks_for_nothing() -> None:
    read = text(credit_note_bytes())
    assert "Credit note number R1H26OV900007" in read
    assert "Corrects invoice R1H26OV000123" in read
    assert "Taken off your account £12,495.86" in read
    assert "Total taken off -£12,495.86" in read
    assert "RF53 R1H2 6OV0 0012 3" in read
    assert "Nothing. This corrects invoice R1H26OV000123." in read


@pytest.mark.parametrize("method", list(Method))
def test_a_receipt_says_what_was_paid_when_and_how(method: Method) -> None:
    read = text(receipt_bytes(replace(receipt(), method=method)))
    assert "We have received £500.00" in read
    assert "20 April 2026" in read
    assert "For R1H26OV000123" in read
    assert "Keep this receipt" in read
    assert "Paid by c" in read or "Paid by bank transfer" in read


def test_an_advance_has_a_receipt_too_without_an_invoices_reference() -> None:
    advance = replace(receipt(), doc_no="R1H26OE000123", payment_reference="", provider_ref="")
    read = text(receipt_bytes(advance))
    assert "For R1H26OE000123" in read
    assert "Payment reference" not in read


def test_a_refund_is_shown_as_money_paid_back_for_its_receipt() -> None:
    read = text(receipt_bytes(receipt(Money(-5_000), original="R1H26RC000001")))
    assert "Refund We have paid back £50.00" in read
    assert "Original receipt R1H26RC000001" in read
    assert "-£" not in read


def test_a_long_name_and_address_wrap_beside_the_facts() -> None:
    long_name = "Wolfeschlegelsteinhausenbergerdorff" * 2
    pdf = invoice_bytes(invoice(to=payer("Anna Maria Theresia", long_name)))
    joined = text(pdf).replace(" ", "")
    assert long_name in joined


def test_a_trust_that_gave_no_payment_details_still_shows_the_reference() -> None:
    read = text(invoice_bytes(trust=replace(TRUST, payment_details=())))
    assert "How to pay Payment reference RF53" in read


@pytest.mark.parametrize("large", [False, True])
def test_no_page_of_an_invoice_begins_with_the_last_line_of_a_paragraph(large: bool) -> None:
    for count in range(12):
        ways = tuple(f"Way {n} to pay: 020 7946 019{n}" for n in range(count))
        made = invoice_bytes(trust=replace(TRUST, payment_details=ways), large_print=large)
        assert badly_turned(made) == [], count


@pytest.mark.parametrize("large", [False, True])
def test_the_square_and_the_ways_to_pay_stand_on_one_page(large: bool) -> None:
    for count in range(1, 12):
        ways = tuple(f"Way {n} to pay: 020 7946 019{n}" for n in range(count))
        for read in texts(
            invoice_bytes(trust=replace(TRUST, payment_details=ways), large_print=large)
        ):
            assert ("How to pay" in read) == ("Give this reference with every payment" in read)


@pytest.mark.parametrize("large", [False, True])
def test_what_is_to_pay_never_begins_a_page_without_the_sum_it_comes_from(large: bool) -> None:
    for count in range(1, 24):
        trust = replace(TRUST, address_lines=tuple(f"Line {n}, {'a' * 60}" for n in range(count)))
        for page in texts(invoice_bytes(trust=trust, large_print=large)):
            assert not page.startswith("To pay"), count
