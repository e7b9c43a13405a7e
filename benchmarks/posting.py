"""Ledger events posted durably, against Tryton posting invoices on SQLite.

`python -m benchmarks.posting` from the root of the repository. Goal: at least 50 times as many
events a second as Tryton posts invoices. Ours posts 10,000 events: invoices, receipts, credit
notes and write-offs in the ratio 4 : 4 : 1 : 1, each through the posting services as its own
transaction with the document's snapshot, its entries, the closed months looked up, how the invoice
stands folded anew, and the audit line; on the disk, encrypted, synchronous=FULL, foreign keys on.
Not in it: the PDF, and the rows for finance's batch. Tryton (trytond, account_invoice and proteus
in an environment of their own) posts one-line invoices as its scenarios do on a database file,
which it keeps with synchronous=NORMAL: one to a transaction, then all in one, then one to a
transaction without the report it otherwise renders; its best counts. Both first post the same
invoices, and what then stands on the receivables must be the same. Rounds alternate.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from app.access.roles import Role
from app.billing.credit_note import credit_in_full
from app.billing.invoice import Invoice, InvoiceLine, Payer, PayerType, issue
from app.billing.ledger import Account
from app.billing.payment import Method, receive
from app.billing.postings import write_off_entries
from app.core.money import ZERO, Money
from app.core.people import Address, Patient
from app.core.trust import Mode, Trust
from app.machine import FixedClock
from app.opening import create_desk
from app.services import posting
from app.services.desk import Desk, User
from app.store import customers, files, folds, patients, registrations
from app.store.crypto import Cost
from app.store.customers import StoredCustomer
from app.store.files import StoredFile
from app.store.registrations import Opening
from benchmarks.peers import environment

EVENTS, SAME, ROUNDS = 10_000, 12, 2
GOAL = 50.0
TODAY = date(2026, 3, 9)
PEER = ("trytond==8.0.12", "trytond-account-invoice==8.0.*", "proteus==8.0.*")
PAYER = Payer(
    customer_ref="P000001001",
    payer_type=PayerType.PATIENT,
    given_names="Ada",
    family_name="Okafor",
    address=Address(("14 Marina Road", "Lagos"), "", "NG"),
)


def main() -> None:
    """Compare, race, report one JSON line."""
    python = environment("tryton", *PEER)
    ours: list[float] = []
    theirs: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        mine = _own()
        ours.append(mine["per_second"])
        if python is None:
            continue
        peer = _peer(python)
        if Money.parse(peer.pop("receivables")) != Money.parse(mine["receivables"]):
            raise SystemExit("The two ledgers differ over the same invoices: nothing measured.")
        for name, rate in peer.items():
            theirs.setdefault(name, []).append(rate)
    best = {name: round(max(rates), 2) for name, rates in theirs.items()}
    ratio = round(max(ours) / max(best.values()), 1) if best else None
    print(f"ours {max(ours):.0f} events a second; Tryton {best}", file=sys.stderr)
    print(
        json.dumps(
            {
                "benchmark": "posting",
                "unit": f"one ledger event of {EVENTS}, durable",
                "per_second": round(max(ours), 1),
                "tryton_invoices_per_second": best,
                "ratio": ratio,
                "goal": GOAL,
                "met": ratio is not None and ratio >= GOAL,
            }
        )
    )


def work(place: Path) -> None:
    """Ours: the invoices both post, what they come to, then the events against the clock."""
    desk = _desk(place)
    for number in range(SAME):
        for again in (0, SAME, 2 * SAME):
            _bill(desk, 1 + number + again, pounds=100 + number)
    receivables = folds.balance(desk.db, Account.RECEIVABLES, until=TODAY)
    begun = time.perf_counter()
    _business(desk, first=1 + 3 * SAME)
    rate = EVENTS / (time.perf_counter() - begun)
    sums = folds.sums(desk.db, until=TODAY)
    if not sums.is_balanced:
        raise SystemExit("The ledger does not balance: nothing measured.")
    desk.db.close()
    print(json.dumps({"per_second": rate, "receivables": receivables.plain}))


def _business(desk: Desk, *, first: int) -> None:
    """Four invoices, four receipts on them, a credit note and a write-off, and so on."""
    number = first
    for _ in range(EVENTS // 10):
        bills = [_bill(desk, number + place, pounds=200) for place in range(4)]
        for place, bill in enumerate(bills):
            _pay(desk, bill, number + place)
        _credit(desk, bills[0], number)
        _write_off(desk, bills[1], number)
        number += 4


def _bill(desk: Desk, number: int, *, pounds: int) -> Invoice:
    bill = issue(
        doc_no=f"R1H26OV{number:06}",
        issued_on=TODAY,
        payer=PAYER,
        patient_ref="R-1001",
        lines=(replace(_LINE, base=Money(pounds * 100), net=Money(pounds * 100)),),
    )
    with desk.db.atomic():
        posting.keep_invoice(desk, bill, registration_id="r-1", file_id="f-1")
        desk.audit("invoice_issued", "r-1", {"doc_no": bill.doc_no})
    return bill


def _pay(desk: Desk, bill: Invoice, number: int) -> None:
    receipt = receive(
        receipt_no=f"R1HR{number:06}",
        received_on=TODAY,
        method=Method.BACS,
        customer_ref=PAYER.customer_ref,
        doc_no=bill.doc_no,
        amount=Money(5_000),
        payment_reference=bill.payment_reference,
    )
    with desk.db.atomic():
        posted = posting.receipt_postings(desk, receipt)
        posting.keep_receipt(desk, receipt, posted, file_id="f-1")
        desk.audit("payment_taken", "r-1", {"receipt_no": receipt.receipt_no})


def _credit(desk: Desk, bill: Invoice, number: int) -> None:
    note = credit_in_full(bill, doc_no=f"R1H26OV{900_000 + number:06}", issued_on=TODAY)
    with desk.db.atomic():
        posting.keep_credit_note(desk, note, registration_id="r-1", file_id="f-1")
        desk.audit("credit_issued", "r-1", {"doc_no": note.doc_no})


def _write_off(desk: Desk, bill: Invoice, number: int) -> None:
    with desk.db.atomic():
        left = posting.standing(desk, bill.doc_no).balance
        write_off_no = f"R1HW{number:06}"
        posting.post(desk, write_off_entries(write_off_no, bill.doc_no, amount=left, on=TODAY))
        desk.audit("written_off", bill.doc_no, {"write_off_no": write_off_no})


def _desk(place: Path) -> Desk:
    """A store with one case and one payer, finance at the desk."""
    desk = create_desk(
        place,
        mode=Mode.TEST,
        trust=Trust(name="Benchmark", provider_code="R1H", reference_code="R1H"),
        device="D01",
        place="bench",
        clock=FixedClock(datetime(2026, 3, 9, 9, tzinfo=UTC)),
        password_cost=Cost(iterations=1, memory_kib=64),
    )
    desk.user = User("u-1", "finance", "F. Marsh", frozenset({Role.FINANCE}))
    with desk.db.atomic():
        patients.add(desk.db, Patient(patient_id="p-1", family_name="Okafor"))
        registrations.open_new(
            desk.db,
            Opening(
                registration_id="r-1",
                patient_id="p-1",
                opened_at=desk.moment,
                opened_by="u-1",
                desk="bench",
                site="Main",
                service_type="admission",
                service_date=TODAY,
            ),
        )
        customers.put(
            desk.db,
            StoredCustomer(customer_ref=PAYER.customer_ref, patient_id="p-1", body=PAYER.as_json()),
            desk.moment,
        )
        files.add(
            desk.db,
            StoredFile(
                file_id="f-1",
                kind="invoice",
                name="invoice.pdf",
                media_type="application/pdf",
                content=b"%PDF",
                made_at=desk.moment,
            ),
        )
    return desk


_LINE = InvoiceLine(
    line_no=1,
    service_from=TODAY,
    service_to=TODAY,
    tariff_year="2025/26",
    edition="made up",
    base=ZERO,
    mff=Decimal(1),
    rate_percent=100,
    net=ZERO,
    analysis1="NONEEA",
    analysis2="ELEC",
)


def _own() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        return _answer([sys.executable, "-m", "benchmarks.posting", str(Path(scratch) / "desk")])


def _peer(python: Path) -> dict[str, Any]:
    prepared = user_cache_path("recoup-benchmarks") / "tryton-database"
    script = Path(__file__).with_name("tryton_peer.py")
    with tempfile.TemporaryDirectory() as scratch:
        # -P: beside the script lies our own queue.py, which is not the standard library's.
        return _answer([str(python), "-P", str(script), scratch, str(prepared), str(SAME)])


def _answer(command: list[str]) -> dict[str, Any]:
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    answer: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return answer


if __name__ == "__main__":
    if len(sys.argv) == 2:
        work(Path(sys.argv[1]))
    else:
        main()
