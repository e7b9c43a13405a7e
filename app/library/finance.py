"""The shelf of the money's settings."""

from __future__ import annotations

import tomllib
from functools import cache

from app.billing.terms import FinanceTerms, WriteOffTerms
from app.core.money import Money
from app.library import resource


@cache
def load_finance_terms() -> FinanceTerms:
    """The tables of resources/finance.toml as values."""
    table = tomllib.loads(resource("finance.toml").read_text(encoding="utf-8"))
    write_off = table["write_off"]
    return FinanceTerms(
        terms_days=table["invoice"]["terms_days"],
        interim_every_days=table["invoice"]["interim_every_days"],
        write_off=WriteOffTerms(
            reasons={row["code"]: row["label"] for row in write_off["reasons"]},
            limits={role: Money.parse(limit) for role, limit in write_off["limits"].items()},
        ),
    )
