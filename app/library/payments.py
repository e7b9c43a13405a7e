"""The shelf of payment files: the headings of banks, and the words of the waiting list."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from app.interop.remittance.terms import Headings, PaymentTerms
from app.library import resource


@cache
def load_payment_terms() -> PaymentTerms:
    """The lists of resources/payments.toml as values."""
    table = tomllib.loads(resource("payments.toml").read_text(encoding="utf-8"))
    return PaymentTerms(
        bank=_headings(table["bank"]),
        card=_headings(table["card"]),
        govuk=_headings(table["govuk"]),
        words={name: frozenset(words) for name, words in table["words"].items()},
        methods=_headings(table["methods"]),
        reasons=table["reasons"],
        matched_by=table["matched_by"],
        formats=table["formats"],
        **table["limits"],
    )


def _headings(table: Mapping[str, Any]) -> Headings:
    return {name: tuple(words) for name, words in table.items()}
