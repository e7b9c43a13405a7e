"""Tryton posting customer invoices on SQLite, in its own environment; no part of the project.

`python tryton_peer.py FOLDER INVOICES` makes a database file in FOLDER the way Tryton's own
scenarios do (trytond.tests.tools, trytond.modules.*.tests.tools), drafts one-line invoices, and
times what a person does next: post. Once one invoice to a transaction, then as many again in one
transaction, which is the most Tryton can be given. Prints a JSON line.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

TODAY = dt.datetime.now(dt.UTC).date()  # where Tryton opens its fiscal year


def main(folder: Path, count: int) -> None:
    """Set up, time, and say what stands on the receivables account."""
    os.environ.update(DB_NAME="bench", DB_CACHE=str(folder / "cache"))
    from trytond import config as settings

    settings.set("database", "uri", "sqlite://")
    settings.set("database", "path", str(folder))
    (folder / "bench.sqlite").touch()

    from proteus import Model
    from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, get_accounts
    from trytond.modules.account_invoice.tests.tools import set_fiscalyear_invoice_sequences
    from trytond.modules.company.tests.tools import create_company, get_company
    from trytond.tests.tools import activate_modules

    activate_modules("account_invoice", create_company, create_chart)
    company = get_company()
    year = set_fiscalyear_invoice_sequences(create_fiscalyear())
    year.click("create_period")
    accounts = get_accounts(company)
    party = Model.get("party.party")(name="A visitor")
    party.save()
    invoice_type = Model.get("account.invoice")

    def draft(number: int) -> Any:
        invoice = invoice_type(type="out")
        invoice.party, invoice.invoice_date = party, TODAY
        line = invoice.lines.new()
        line.account, line.quantity = accounts["revenue"], 1
        line.description, line.unit_price = "Hospital treatment", Decimal(100 + number)
        invoice.save()
        return invoice

    singly = [draft(number) for number in range(count)]
    together = [draft(number) for number in range(count)]
    singly[0].click("post")  # the first pays for what is loaded once
    begun = time.perf_counter()
    for invoice in singly[1:]:
        invoice.click("post")
    one_each = (count - 1) / (time.perf_counter() - begun)
    begun = time.perf_counter()
    invoice_type.click(together, "post")
    at_once = count / (time.perf_counter() - begun)
    receivable = accounts["receivable"]
    receivable.reload()
    print(
        json.dumps(
            {
                "one_each": one_each,
                "at_once": at_once,
                "receivables": str(receivable.balance),
                "file": (folder / "bench.sqlite").stat().st_size,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
