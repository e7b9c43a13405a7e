"""The headings and words of payment files, and what a trust adds to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.billing.matching import By, Reason
from app.billing.payment import Method
from app.core.errors import BadInput, Known
from app.interop.remittance.cells import heading
from app.interop.remittance.line import Hold
from app.interop.remittance.reading import read_payments
from app.library.payments import PAYMENTS_FILE, load_payment_terms, read_payment_terms


def test_every_reason_and_way_of_matching_has_its_words() -> None:
    terms = load_payment_terms()
    assert set(terms.reasons) == set(Reason)
    assert set(terms.matched_by) == set(By)
    assert set(Hold) <= set(Reason)
    assert set(terms.methods) <= set(Method)
    assert all(words.endswith((".", "{why}")) for words in terms.reasons.values())


def test_headings_are_written_as_they_are_compared() -> None:
    terms = load_payment_terms()
    for lists in (terms.bank, terms.card, terms.govuk, terms.methods):
        for words in lists.values():
            assert [heading(one) for one in words] == list(words)


def test_a_trusts_own_headings_go_before_ours(tmp_path: Path) -> None:
    assert read_payment_terms(tmp_path) == load_payment_terms()
    own = '[bank]\ntext = ["Buyer\'s remark"]\npaid_in = ["Zugang"]\n'
    (tmp_path / PAYMENTS_FILE).write_text(own, encoding="utf-8")
    terms = read_payment_terms(tmp_path)
    raw = b"Date,Buyer's Remark,Zugang\n09/03/2026,RF53R1H26OV000123,5.00\n"
    (line,) = read_payments(raw, terms).lines
    assert (line.text, line.amount.pence) == ("RF53R1H26OV000123", 500)
    with pytest.raises(BadInput, match=r"payments\.toml"):
        read_payments(raw, load_payment_terms())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\nmost_rows = 1\n", "not “limits”"),
        ("bank = 1\n", "not “bank”"),
        ('[bank]\nwhat = ["x"]\n', "no list “bank.what”"),
        ('[bank]\ntext = "x"\n', "must be a list"),
        ("[bank]\ntext = [1]\n", "must be a list"),
        ("[bank\n", "not TOML"),
    ],
)
def test_what_cannot_be_added_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / PAYMENTS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=said) as refused:
        read_payment_terms(tmp_path)
    assert refused.value.code == "bad_payments"


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / PAYMENTS_FILE).mkdir()
    with pytest.raises(Known, match="cannot be read"):
        read_payment_terms(tmp_path)
