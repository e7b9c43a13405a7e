"""A bank's CSV statement: columns by their headings, credits and debits, the running balance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.interop.remittance.card_numbers import refuse_card_numbers
from app.interop.remittance.cells import (
    heading,
    in_pounds,
    read_amount,
    read_day,
    shortened,
    tidy,
)
from app.interop.remittance.gathering import Gathering
from app.interop.remittance.line import Channel, Hold, PaymentLine, Statement
from app.interop.remittance.table import Places, Row, Table, cell, cells, table_from
from app.interop.remittance.terms import PaymentTerms

KIND = "bank_csv"
NO_MONEY = Phrase("No amount in this row.")
_BROKEN = Phrase("The balances do not follow from the amounts. Rows may be missing from this file.")


def find_table(rows: Sequence[Row], terms: PaymentTerms) -> Table | None:
    """The statement in these rows: a date, words, and an amount or money in and out."""
    words = [one for name in ("text", "payer", "kind") for one in terms.bank[name]]
    for money in ("amount", "paid_in"):
        found = table_from(rows, (terms.bank["date"], terms.bank[money], words))
        if found is not None:
            return found
    return None


def read_bank_csv(table: Table, terms: PaymentTerms) -> Statement:
    """Every row as a payment, a row left out, or a fault; raises BadInput `card_number`."""
    places = table.columns(terms.bank)
    # The bank's own numbers are only ever kept as hashes, and many would pass for a card's.
    hashed = {*places.get("bank_id", ()), *places.get("own_account", ())}
    gathering = Gathering(KIND)
    balances: list[tuple[Money, Money]] = []
    for row in table.rows:
        others = (one for place, one in enumerate(row.cells) if place not in hashed)
        refuse_card_numbers(others, row.number)
        for line in gathering.take(row.number, partial(_read, row, places, terms)):
            if balance := cell(row, places, "balance"):
                balances.append((line.amount, read_amount(balance)))
    if len(balances) == len(gathering.lines) and not _follow(balances):
        gathering.warnings.append(_BROKEN)
    return gathering.statement()


def method_of(kind: str, terms: PaymentTerms) -> str:
    """How the money moved, by the bank's own word for it; BACS where it has none we know."""
    word = heading(kind)
    return next((method for method, words in terms.methods.items() if word in words), "BACS")


def _read(row: Row, places: Places, terms: PaymentTerms) -> PaymentLine | str:
    read_amount(cell(row, places, "balance"))
    amount = _amount(row, places, terms)
    if amount == ZERO:
        return NO_MONEY
    foreign = in_pounds(cell(row, places, "currency"))
    return PaymentLine(
        on=read_day(cell(row, places, "date")),
        amount=amount,
        channel=Channel.BANK,
        text=tidy(" ".join(cells(row, places, "text"))),
        payer=tidy(cell(row, places, "payer")),
        payer_account=tidy(cell(row, places, "payer_account")),
        own_account=tidy(cell(row, places, "own_account")),
        bank_id=tidy(cell(row, places, "bank_id")),
        method=method_of(cell(row, places, "kind"), terms),
        hold=Hold.OTHER_CURRENCY if foreign else None,
        warnings=foreign,
    )


def _amount(row: Row, places: Places, terms: PaymentTerms) -> Money:
    if "amount" in places:
        amount = read_amount(cell(row, places, "amount"))
        sign = heading(cell(row, places, "sign"))
        if not sign or sign in terms.words["credit"]:
            return amount
        if sign in terms.words["debit"]:
            return min(amount, -amount)
        raise BadInput(
            "bad_amount",
            Phrase("“{text}” says neither credit nor debit.", text=shortened(sign)),
            "sign",
        )
    paid_in = read_amount(cell(row, places, "paid_in"))
    paid_out = read_amount(cell(row, places, "paid_out"))
    if paid_in != ZERO and paid_out != ZERO:
        raise BadInput("bad_amount", "Money in and money out stand in one row.", "amount")
    return paid_in if paid_in != ZERO else min(paid_out, -paid_out)


def _follow(balances: Sequence[tuple[Money, Money]]) -> bool:
    """Whether each balance follows from the one before, oldest first or newest first."""
    pairs = list(pairwise(balances))
    return all(before + amount == after for (_, before), (amount, after) in pairs) or all(
        after + amount == before for (amount, before), (_, after) in pairs
    )
