"""Bills, takes money and credits until it is killed, saying each number once it is given out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from app.billing.payment import Method
from app.core.money import Money
from app.machine import FixedClock, SystemIds
from app.opening import open_desk
from app.services import receiving
from app.services.posting import open_invoices_of
from tests.desks import MORNING
from tests.services.work import credit, invoice, seated


def main(folder: Path) -> None:
    """Never returns."""
    desk = open_desk(folder / "desk", clock=FixedClock(MORNING), ids=SystemIds())
    cases = json.loads((folder / "cases.json").read_text())
    print("open", flush=True)
    while True:
        for case in cases:
            for doc_no in open_invoices_of(desk, case):
                print(credit(desk, doc_no).doc_no, flush=True)
            bill = invoice(desk, case)
            print(bill.doc_no, flush=True)
            with seated(desk, "finance"):
                paid = receiving.take_payment(
                    desk, bill.doc_no, amount=Money(1_000), method=Method.CASH
                )
            print(paid.doc_no, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
