"""Credit notes: the whole of an invoice taken back, in neutral words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from app.billing.credit_note import CORRECTION, CreditNote, credit_in_full
from app.billing.invoice import Invoice
from app.core.money import Money
from tests.billing.bills import invoice, invoices

ON = date(2026, 5, 2)
NUMBER = "R1H26OV900007"


def test_h5_a_reversal_takes_back_every_penny() -> None:
    note = credit_in_full(invoice(), doc_no=NUMBER, issued_on=ON)
    assert note.total == Money.parse("-12495.86")
    assert (note.related_doc_no, note.reason) == ("R1H26OV000123", CORRECTION)
    assert note.payment_reference == "RF53R1H26OV000123"


@settings(deadline=None, max_examples=50)
@given(invoices)
def test_invoice_and_credit_note_cancel_line_by_line(found: Invoice) -> None:
    note = credit_in_full(found, doc_no=NUMBER, issued_on=ON)
    assert note.total + found.total == Money(0)
    assert [one.net for one in note.lines] == [-one.net for one in found.lines]
    assert CreditNote.from_json(json.loads(json.dumps(note.as_json()))) == note


@pytest.mark.parametrize(
    "change",
    [
        {"doc_no": "R1H26OV000125"},
        {"related_doc_no": "R1H26OV900001"},
        {"payment_reference": "RF26R1H26OV000124"},
        {"reason": "Granted asylum"},
        {"total": Money(-1)},
        {"lines": ()},
    ],
)
def test_a_credit_note_that_does_not_hold_together_cannot_exist(change: dict[str, Any]) -> None:
    note = credit_in_full(invoice(), doc_no=NUMBER, issued_on=ON)
    with pytest.raises(ValueError, match=r"credit note|total"):
        replace(note, **change)


@pytest.mark.parametrize("change", [{"net": Money(1)}, {"description": "Exempt: asylum"}])
def test_a_credit_line_never_adds_to_a_debt_or_says_why(change: dict[str, Any]) -> None:
    (line,) = credit_in_full(invoice(), doc_no=NUMBER, issued_on=ON).lines
    with pytest.raises(ValueError, match="correction"):
        replace(line, **change)
