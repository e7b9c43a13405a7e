"""Payment files as banks and card companies write them, from the payments they are to hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from xml.sax.saxutils import escape

from app.core.money import ZERO, Money
from app.interop.remittance.line import PaymentLine

GOVUK_COLUMNS = [
    *("Reference", "Description", "Email", "Amount", "Card Brand", "Cardholder Name"),
    *("Card Expiry Date", "Card Number", "State", "Finished", "Error Code", "Error Message"),
    *("Provider ID", "GOV.UK Payment ID", "Issued By", "Date Created", "Time Created"),
    *("Corporate Card Surcharge", "Total Amount", "Wallet Type", "Card Type"),
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def rows_of(head: Sequence[str], rows: Sequence[Sequence[str]], *, mark: str = ",") -> str:
    """A CSV as RFC 4180 has it."""
    text = io.StringIO()
    csv.writer(text, delimiter=mark, lineterminator="\r\n").writerows([head, *rows])
    return text.getvalue()


def thousands(amount: Money) -> str:
    """`1,234.50`, without a sign."""
    return f"{abs(amount.pounds):,.2f}"


def in_two_columns(lines: Sequence[PaymentLine]) -> str:
    """A bank with money in and out, dd MMM yyyy, and a running balance."""
    balance, rows = ZERO, []
    for line in lines:
        balance += line.amount
        into, out = (
            (thousands(line.amount), "") if line.amount > ZERO else ("", thousands(line.amount))
        )
        day = f"{line.on.day:02d} {MONTHS[line.on.month - 1]} {line.on.year}"
        rows.append([day, "", line.text, line.payer, into, out, balance.plain])
    head = ["Date", "Type", "Description", "Payer", "Paid in (£)", "Paid out (£)", "Balance"]
    return rows_of(head, rows)


def with_a_sign(lines: Sequence[PaymentLine]) -> str:
    """A bank with semicolons, ISO days, and negative amounts in parentheses."""
    rows = [
        [
            line.on.isoformat(),
            line.text,
            line.payer,
            thousands(line.amount) if line.amount > ZERO else f"({thousands(line.amount)})",
        ]
        for line in lines
    ]
    return rows_of(["Posting Date", "Narrative", "Counter Party", "Amount"], rows, mark=";")


def settlement(lines: Sequence[PaymentLine]) -> str:
    """A card company's file; refunds by their kind."""
    rows = []
    for line in lines:
        terminal, number, code = line.bank_id.split("/")
        kind = "Refund" if line.amount < ZERO else "Sale"
        net = Money(abs(line.amount.pence)) - line.fee
        day = f"{line.on:%d/%m/%Y}"
        rows.append(
            [
                *(terminal, number, f"**** {line.last_four}", code, kind, thousands(line.amount)),
                *(line.fee.plain, net.plain if line.amount > ZERO else "", day, line.text),
            ]
        )
    head = "Terminal ID,Transaction number,Card number,Auth code,Type,Gross,Fee,Net,Date,Reference"
    return rows_of(head.split(","), rows)


def govuk_export(lines: Sequence[PaymentLine]) -> str:
    """The transactions download of GOV.UK Pay."""
    rows = []
    for line in lines:
        cells = dict.fromkeys(GOVUK_COLUMNS, "")
        sign = "-" if line.amount < ZERO else ""
        cells |= {
            "Reference": line.text,
            "Email": "somebody@example.org",
            "Amount": sign + thousands(line.amount),
            "Cardholder Name": line.payer,
            "Card Number": line.last_four,
            "State": "Refund success" if sign else "Success",
            "GOV.UK Payment ID": line.bank_id,
            "Date Created": f"{line.on.day:02d} {MONTHS[line.on.month - 1]} {line.on.year}",
            "Corporate Card Surcharge": "0.00",
        }
        rows.append([cells[name] for name in GOVUK_COLUMNS])
    return rows_of(GOVUK_COLUMNS, rows)


def govuk_search(lines: Sequence[PaymentLine]) -> str:
    """Search results of its API."""
    results = []
    for line in lines:
        item: dict[str, object] = {
            "amount": abs(line.amount.pence),
            "reference": line.text,
            "created_date": f"{line.on.isoformat()}T10:00:00.000Z",
            "card_details": {
                "cardholder_name": line.payer,
                "last_digits_card_number": line.last_four,
            },
        }
        if line.amount < ZERO:
            item |= {"refund_id": line.bank_id, "status": "success"}
        else:
            item |= {"payment_id": line.bank_id, "state": {"status": "success", "finished": True}}
        results.append(item)
    return json.dumps({"total": len(lines), "count": len(lines), "page": 1, "results": results})


def statement(lines: Sequence[PaymentLine], *, version: str = "02", own: str = "") -> str:
    """A camt.053 with balances; from .001.08 on names lie one deeper."""
    deeper = ("<Pty>", "</Pty>") if version >= "08" else ("", "")
    total = Money.total(line.amount for line in lines)
    entries = []
    for line in lines:
        side = "Dbtr" if line.amount > ZERO else "Cdtr"
        name = f"<Nm>{escape(line.payer)}</Nm>".join(deeper) if line.payer else ""
        account = f"<Id><Othr><Id>{escape(line.payer_account)}</Id></Othr></Id>"
        parties = f"<{side}>{name}</{side}><{side}Acct>{account}</{side}Acct>"
        number = f"<AcctSvcrRef>{escape(line.bank_id)}</AcctSvcrRef>" if line.bank_id else ""
        status = "<Sts><Cd>BOOK</Cd></Sts>" if version >= "08" else "<Sts>BOOK</Sts>"
        entries.append(
            f"<Ntry>{_amount(line.amount)}{status}"
            f"<BookgDt><Dt>{line.on.isoformat()}</Dt></BookgDt>{number}<NtryDtls><TxDtls>"
            f"<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties>{parties}</RltdPties>"
            f"<RmtInf><Ustrd>{escape(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        )
    return document(
        f"<Acct><Id><Othr><Id>{own}</Id></Othr></Id></Acct>"
        f"{_balance('OPBD', ZERO)}{_balance('CLBD', total)}{''.join(entries)}",
        version=version,
    )


def document(inside: str, *, version: str = "02") -> str:
    """One statement of a camt.053."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}">'
        f"<BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt>{inside}</Stmt></BkToCstmrStmt>"
        "</Document>"
    )


def _amount(amount: Money) -> str:
    sign = "DBIT" if amount < ZERO else "CRDT"
    plain = Money(abs(amount.pence)).plain
    return f'<Amt Ccy="GBP">{plain}</Amt><CdtDbtInd>{sign}</CdtDbtInd>'


def _balance(code: str, amount: Money) -> str:
    return f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>{_amount(amount)}</Bal>"
