"""What the words of a payment name: references in any spelling, our other numbers as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.billing.named import Named, names_in
from app.billing.reference import document_number, payment_reference

DOC_NO = "R1H26OV000123"
REFERENCE = payment_reference(DOC_NO)


@pytest.mark.parametrize(
    "words",
    [
        "RF53R1H26OV000123",
        "rf53 r1h2 6ov0 0012 3",
        "FASTERPAYMENTRF53R1H26OV000123OKAFOR",
        "OKAFOR RF53-R1H26OV-000123 500.00",
        "re RF 53 R1H26OV000123, thank you",
        "RFRF53R1H26OV000123 RF",
    ],
)
def test_a_reference_is_found_in_any_case_and_spacing(words: str) -> None:
    assert names_in(words, "R1H").checked == (DOC_NO,)


@given(st.integers(1, 899_999), st.text(max_size=12), st.text(max_size=12), st.data())
def test_every_reference_is_found_among_any_words(
    serial: int, before: str, after: str, data: st.DataObject
) -> None:
    doc_no = document_number("R1H", 2026, serial)
    letters = [
        letter + data.draw(st.sampled_from(["", "", " ", "-", ". "]))
        for letter in payment_reference(doc_no)
    ]
    found = names_in(f"{before} {''.join(letters)} {after}", "R1H")
    assert doc_no in found.checked


def test_a_swapped_letter_or_a_digit_too_many_is_offered_only() -> None:
    for words in ("RF53R1H26OVOO0123".replace("OVOO", "OVO0"), "RF53R1H26OV0001234"):
        found = names_in(words, "R1H")
        assert (found.checked, found.offered) == ((), (DOC_NO,))
    assert names_in("RF53R1H26OV000123 4", "R1H").checked == (DOC_NO,)
    both = names_in("RF53R1H26OV0001234 RF53R1H26OV000123", "R1H")
    assert (both.checked, both.offered) == ((DOC_NO,), ())


def test_a_wrong_digit_and_another_trusts_reference_are_no_reference_of_ours() -> None:
    assert names_in("RF54R1H26OV000123", "R1H").checked == ()
    assert names_in(payment_reference("RJ126OV000123"), "R1H").checked == ()
    assert names_in(payment_reference("RJ126OV000123")).checked == ("RJ126OV000123",)


def test_our_other_numbers_are_found_as_typed() -> None:
    found = names_in("P000001234, r1h e000123 / R1H-R000551 R1H26OV000124 R1HE0001239 P0000012345")
    assert found == Named(
        bare=("R1H26OV000124",),
        customers=("P000001234",),
        estimates=("R1HE000123",),
        receipts=("R1HR000551",),
    )
    assert found.all == ("P000001234", "R1HE000123", "R1HR000551")
    assert names_in("RJ1E000123 RJ126OV000124", "R1H") == Named()
