"""Invoices: frozen, adding up, without a clinical word."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from app.billing.invoice import HOSPITAL_TREATMENT, Invoice, InvoiceLine, Payer, issue
from app.billing.line import line_from
from app.core.errors import Known
from app.core.money import Money
from app.pricing.estimate import EstimateRequest, LineRequest, estimate
from app.pricing.tariff import Admission
from tests.billing.bills import ISSUED, PAYER, invoice, invoices, line
from tests.pricing.lists import FORCES, SHELF


def _through_text(document: dict[str, object]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(document))
    return read


def test_an_invoice_sums_its_lines_and_deducts_the_advance() -> None:
    found = invoice(line(1), line(2), advance=Money.parse("10000"))
    assert found.total == Money.parse("24991.72")
    assert found.balance == Money.parse("14991.72")
    assert found.payment_reference == "RF53R1H26OV000123"


def test_an_advance_above_the_charge_leaves_money_to_pay_back() -> None:
    assert invoice(advance=Money.parse("13000")).balance == Money.parse("-504.14")


def test_terms_move_the_day_it_is_due() -> None:
    found = issue(
        doc_no="R1H26OV000123",
        issued_on=ISSUED,
        payer=PAYER,
        patient_ref="H0001",
        lines=(line(),),
        terms_days=30,
    )
    assert found.due_on == ISSUED + timedelta(days=30)
    assert invoice().due_on == ISSUED


@settings(deadline=None, max_examples=50)
@given(invoices)
def test_an_invoice_reads_back_as_it_was_issued(found: Invoice) -> None:
    assert Invoice.from_json(_through_text(found.as_json())) == found


@settings(deadline=None, max_examples=50)
@given(invoices)
def test_h9_lines_add_up_to_the_total_and_recompute_to_the_old_figure(found: Invoice) -> None:
    assert found.total == Money.total(one.net for one in found.lines)
    assert all(one.worked_out == one.net for one in found.lines)


def test_an_issued_invoice_cannot_be_edited() -> None:
    with pytest.raises(FrozenInstanceError):
        invoice().__setattr__("total", Money(1))


@pytest.mark.parametrize(
    "change",
    [
        {"total": Money(1)},
        {"balance": Money(1)},
        {"lines": ()},
        {"advance_deducted": Money(-1)},
        {"advance_deducted": Money(100), "balance": Money(1249486)},
        {"doc_no": "R1H26OV900001"},
        {"payment_reference": "RF26R1H26OV000124"},
    ],
)
def test_an_invoice_that_does_not_hold_together_cannot_exist(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"total|balance|invoice number|reference|estimate"):
        replace(invoice(), **change)


@pytest.mark.parametrize(
    "change",
    [
        {"description": "Hip replacement"},
        {"service_to": date(2026, 3, 25)},
        {"net": Money(1)},
        {"rate_percent": 120, "net": Money(999669)},
        {"mff": Decimal("1.148887")},
    ],
)
def test_a_line_that_does_not_hold_together_cannot_exist(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"neutral|ends on|net"):
        replace(line(), **change)


def _priced_line(**code: Any) -> InvoiceLine:
    request = EstimateRequest(
        provider="R1H",
        tariff_year="2018/19",
        mff=Decimal("1.1"),
        lines=(LineRequest(id="1", admission=Admission.ELECTIVE, length_of_stay=22, **code),),
    )
    (priced,) = estimate(request, SHELF, FORCES).lines
    return line_from(priced, line_no=1, service_from=date(2018, 5, 1), service_to=date(2018, 5, 23))


def test_a_priced_service_becomes_a_line_without_its_clinical_words() -> None:
    found = _priced_line(hrg="AA10A")
    kept = json.dumps(found.as_json())
    assert found.net == Money.parse("13860")  # 1.5 x 1.1 x (8,000 + 2 x 200)
    assert found.description == HOSPITAL_TREATMENT
    assert "AA10" not in kept
    assert "Nerves" not in kept


def test_a_range_is_not_invoiced() -> None:
    with pytest.raises(Known) as caught:
        _priced_line(root="AA10")
    assert caught.value.code == "not_coded"


def test_a_payer_is_named_as_letters_do() -> None:
    assert PAYER.name == "Mr Anna-Zoë Müller, jr"
    assert Payer.from_json(_through_text(PAYER.as_json())) == PAYER
