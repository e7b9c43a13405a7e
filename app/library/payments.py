"""The shelf of payment files: the headings of banks, and the words of the waiting list."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.interop.remittance.cells import heading
from app.interop.remittance.terms import Headings, PaymentTerms
from app.library import resource
from app.library.own_settings import own_settings, refused

PAYMENTS_FILE = "payments.toml"
_OPEN = ("bank", "card", "govuk", "methods")  # what a trust may add to


def read_payment_terms(folder: Path) -> PaymentTerms:
    """What holds at a desk: the headings of `payments.toml` in its folder before ours.

    Raises Known `unreadable`, BadInput `bad_payments` naming what is wrong.
    """
    path = folder / PAYMENTS_FILE
    try:
        own = own_settings(path)
        return _terms(_before(_table(), own)) if own else load_payment_terms()
    except ValueError as odd:
        raise refused(path, "bad_payments", str(odd)) from None


@cache
def load_payment_terms() -> PaymentTerms:
    """The lists of resources/payments.toml as values."""
    return _terms(_table())


def _table() -> dict[str, Any]:
    return tomllib.loads(resource(PAYMENTS_FILE).read_text(encoding="utf-8"))


def _terms(table: Mapping[str, Any]) -> PaymentTerms:
    return PaymentTerms(
        bank=_headings(table["bank"]),
        card=_headings(table["card"]),
        govuk=_headings(table["govuk"]),
        words={name: frozenset(words) for name, words in table["words"].items()},
        methods=_headings(table["methods"]),
        reasons=table["reasons"],
        matched_by=table["matched_by"],
        formats=table["formats"],
        from_finance=table["kept"]["from_finance"],
        **table["limits"],
    )


def _headings(table: Mapping[str, Any]) -> Headings:
    return {name: tuple(words) for name, words in table.items()}


def _before(ours: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Ours, with a trust's headings before them; anything else would be a setting nobody reads."""
    found = dict(ours)
    for name, lists in own.items():
        if name not in _OPEN or not isinstance(lists, dict):
            raise ValueError(f"only [{'], ['.join(_OPEN)}] can be added to, not “{name}”")
        for which, words in lists.items():
            if which not in ours[name]:
                raise ValueError(f"there is no list “{name}.{which}”")
            if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
                raise ValueError(f"“{name}.{which}” must be a list of headings")
            added = [heading(one) for one in words]
            found[name] = {**found[name], which: [*added, *ours[name][which]]}
    return found
