"""Tryton posting customer invoices on SQLite, in its own environment; no part of the project.

`python -P tryton_peer.py FOLDER PREPARED INVOICES` makes a database file in FOLDER the way Tryton's
own scenarios do (trytond.tests.tools and the tools of each module's tests), drafts one-line
invoices, and times what a person does next: post. PREPARED keeps the empty database with its
modules between runs. So many invoices are posted three times: one to a transaction; all in one;
one to a transaction without the report that Tryton renders when it posts. Prints a JSON line with
invoices a second and what then stands on the receivables.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

TODAY = dt.datetime.now(dt.UTC).date()  # where Tryton opens its fiscal year


def main(folder: Path, prepared: Path, count: int) -> None:
    """Set up, time, and say what stands on the receivables account."""
    os.environ.update(DB_NAME="bench", DB_CACHE=str(prepared))
    config = import_module("trytond.config")
    config.set("database", "uri", "sqlite://")
    config.set("database", "path", str(folder))

    model = import_module("proteus").Model
    account, company = _tools("account"), _tools("company")
    import_module("trytond.tests.tools").activate_modules(
        "account_invoice", company.create_company, account.create_chart
    )
    year = _tools("account_invoice").set_fiscalyear_invoice_sequences(account.create_fiscalyear())
    year.click("create_period")
    accounts = account.get_accounts(company.get_company())
    party = model.get("party.party")(name="A visitor")
    party.save()
    invoice_type = model.get("account.invoice")

    def drafts() -> list[Any]:
        return [_draft(invoice_type, party, accounts, number) for number in range(count)]

    def one_by_one(invoices: list[Any]) -> None:
        for invoice in invoices:
            invoice.click("post")

    rates = {"one_each": _rate(drafts(), one_by_one)}
    rates["all_at_once"] = _rate(drafts(), lambda them: invoice_type.click(them, "post"))
    pool = import_module("trytond.pool").Pool("bench")
    pool.get("account.invoice").print_invoice = _no_report
    rates["without_report"] = _rate(drafts(), one_by_one)
    receivable = accounts["receivable"]
    receivable.reload()
    print(json.dumps({**rates, "receivables": str(receivable.balance)}))


def _tools(module: str) -> ModuleType:
    """What Tryton's own scenarios set a module up with."""
    return import_module(f"trytond.modules.{module}.tests.tools")


def _no_report(_invoices: Any) -> None:
    """In the place of rendering one."""


def _draft(invoice_type: Any, party: Any, accounts: Any, number: int) -> Any:
    invoice = invoice_type(type="out")
    invoice.party, invoice.invoice_date = party, TODAY
    line = invoice.lines.new()
    line.account, line.quantity = accounts["revenue"], 1
    line.description, line.unit_price = "Hospital treatment", Decimal(100 + number)
    invoice.save()
    return invoice


def _rate(invoices: list[Any], post: Callable[[list[Any]], None]) -> float:
    begun = time.perf_counter()
    post(invoices)
    return len(invoices) / (time.perf_counter() - begun)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
