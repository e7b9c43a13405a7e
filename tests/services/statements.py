"""Payment files for tests, written as banks and card companies write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.billing.reference import payment_reference
from app.core.money import Money
from app.interop.remittance.payment_file import PaymentFile, open_payments
from app.services import remitting
from app.services.desk import Desk
from app.services.remitting import TakenIn

Line = tuple[date, str, Money]  # the day, the words, the amount
STATEMENT = b"Date,Description,Amount\n09/03/2026,Somebody,7.00\n"


def bank_csv(lines: Sequence[Line]) -> bytes:
    """A statement with one signed amount."""
    rows = [f"{day:%d/%m/%Y},FPI,{words},{amount.plain}" for day, words, amount in lines]
    return "\r\n".join(("Date,Type,Description,Amount", *rows, "")).encode()


def camt053(lines: Sequence[Line], *, numbers: Sequence[str] = ()) -> bytes:
    """The same as ISO 20022 has it, with the bank's own numbers or without."""
    entries = []
    for place, (day, words, amount) in enumerate(lines):
        sign = "CRDT" if amount.pence > 0 else "DBIT"
        own = f"<AcctSvcrRef>{numbers[place]}</AcctSvcrRef>" if numbers else ""
        entries.append(
            f'<Ntry><Amt Ccy="GBP">{Money(abs(amount.pence)).plain}</Amt>'
            f"<CdtDbtInd>{sign}</CdtDbtInd><Sts>BOOK</Sts>"
            f"<BookgDt><Dt>{day.isoformat()}</Dt></BookgDt>{own}"
            f"<NtryDtls><TxDtls><RmtInf><Ustrd>{words}</Ustrd></RmtInf></TxDtls></NtryDtls>"
            "</Ntry>"
        )
    return (
        '<?xml version="1.0"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>'
        f"{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def card_csv(lines: Sequence[Line], number: str = "0042") -> bytes:
    """A settlement; the words are the authorisation code."""
    rows = [f"T1,{number},4242,{code},{amount.plain},{day:%d/%m/%Y}" for day, code, amount in lines]
    head = "Terminal ID,Transaction number,Last four,Auth code,Gross,Settlement date"
    return "\n".join((head, *rows, "")).encode()


def reference_of(doc_no: str) -> str:
    """The reference that an invoice asks to be paid with."""
    return payment_reference(doc_no)


def opened(desk: Desk, raw: bytes) -> PaymentFile:
    """A file read with this desk's headings."""
    return open_payments(raw, desk.payments)


def take_in(desk: Desk, raw: bytes) -> TakenIn:
    """A whole file taken in by whoever sits at the desk."""
    return remitting.take_in(desk, opened(desk, raw))


def statement_of_a_day(desk: Desk, bills: Sequence[str]) -> bytes:
    """What a statement holds after a day: paid by reference, by name, with a slip, and others."""
    first, second, third = bills
    total = Money(desk.db.scalar("SELECT total_pence FROM invoices WHERE doc_type = 'INV'"))
    typed = reference_of(second).replace("0", "O", 1)
    return bank_csv(
        [
            (desk.today, f"MENSAH K {reference_of(first)}", total),
            (desk.today, f"{typed} LEE", total),
            (desk.today, "NGUYEN THI HOA HOSPITAL BILL", total),
            (desk.today, f"{reference_of(third)} PART", Money(25_000)),
            (desk.today, "WORLDPAY SETTLEMENT", Money(1_204_411)),
            (desk.today, "UNPAID CHEQUE 000412", Money(-50_000)),
        ]
    )
