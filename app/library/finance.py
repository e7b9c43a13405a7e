"""The shelf of the money's settings, and what a trust has set otherwise in a file of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.billing.terms import FinanceTerms, WriteOffTerms
from app.core.errors import BadInput
from app.core.money import Money
from app.library import resource
from app.library.debt import debt_table, debt_terms
from app.library.own_settings import own_settings, refused
from app.library.reports import report_table, report_terms
from app.pricing.uplift import Rounding

FINANCE_FILE = "finance.toml"


def read_finance_terms(folder: Path) -> FinanceTerms:
    """The settings that hold at a desk: ours, with what `finance.toml` in its folder says instead.

    The file holds only what differs, under the same names. Raises Known `unreadable`, BadInput
    `bad_finance` naming the setting at fault.
    """
    path = folder / FINANCE_FILE
    try:
        own = own_settings(path)
        return _terms(_instead(_table(), own)) if own else load_finance_terms()
    except ValueError as odd:
        raise refused(path, "bad_finance", str(odd)) from None
    except BadInput as odd:
        raise refused(path, "bad_finance", odd.message) from None


@cache
def load_finance_terms() -> FinanceTerms:
    """The tables of resources/finance.toml as values."""
    return _terms(_table())


def _table() -> dict[str, Any]:
    ours = tomllib.loads(resource(FINANCE_FILE).read_text(encoding="utf-8"))
    return {**ours, "reports": report_table(), "debt": debt_table()}


def _terms(table: Mapping[str, Any]) -> FinanceTerms:
    write_off = table["write_off"]
    return FinanceTerms(
        rounding=_rounding(table["price"]["rounding"]),
        terms_days=table["invoice"]["terms_days"],
        interim_every_days=table["invoice"]["interim_every_days"],
        write_off=WriteOffTerms(
            reasons={row["code"]: row["label"] for row in write_off["reasons"]},
            limits={role: Money.parse(limit) for role, limit in write_off["limits"].items()},
        ),
        reports=report_terms(table["reports"]),
        debt=debt_terms(table["debt"]),
    )


def _rounding(name: str) -> Rounding:
    if name not in tuple(Rounding):
        raise ValueError(f"“price.rounding” must be {' or '.join(Rounding)}")
    return Rounding(name)


def _instead(ours: Mapping[str, Any], own: Mapping[str, Any], within: str = "") -> dict[str, Any]:
    """Ours with the trust's in its place, table by table; a name or kind of value that is not
    ours would be a setting nobody reads."""
    found = dict(ours)
    for name, value in own.items():
        where = f"{within}{name}"
        if name not in ours:
            raise ValueError(f"there is no setting “{where}”")
        if type(value) is not type(ours[name]):
            raise ValueError(f"“{where}” must be of the same kind as {ours[name]!r}")
        if isinstance(value, dict):
            value = _instead(ours[name], value, f"{where}.")
        elif isinstance(value, int) and value < 0:
            raise ValueError(f"“{where}” cannot be below nothing")
        found[name] = value
    return found
