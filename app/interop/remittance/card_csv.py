"""A card terminal's settlement CSV: what a slip and the acquirer both name, never a card number.

Kept are terminal, transaction number, the last four digits and the authorisation code
(finance.md 7.5). The gross amount pays the debt; the acquirer's fee is the trust's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.interop.remittance.card_numbers import last_four, refuse_card_numbers
from app.interop.remittance.cells import heading, in_pounds, read_amount, read_day, tidy
from app.interop.remittance.gathering import Gathering
from app.interop.remittance.line import Channel, Hold, PaymentLine, Statement
from app.interop.remittance.table import Places, Row, Table, cell, cells, table_from
from app.interop.remittance.terms import PaymentTerms

KIND = "card_csv"
METHOD = "CARD_TERMINAL"
NO_MONEY = Phrase("No amount in this row.")
_NOT_NET = Phrase("Gross less fee is not the net amount here. Ask the card company.")


def find_table(rows: Sequence[Row], terms: PaymentTerms) -> Table | None:
    """The settlement in these rows: a terminal, a transaction's number or code, gross, a day."""
    card = terms.card
    named = (*card["number"], *card["auth_code"])
    return table_from(rows, (card["terminal"], named, card["gross"], card["date"]))


def read_card_csv(table: Table, terms: PaymentTerms) -> Statement:
    """Every row as a card payment, left out, or a fault; raises BadInput `card_number`."""
    places = table.columns(terms.card)
    gathering = Gathering(KIND)
    for row in table.rows:
        refuse_card_numbers(row.cells, row.number)
        gathering.take(row.number, partial(_read, row, places, terms))
    return gathering.statement()


def _read(row: Row, places: Places, terms: PaymentTerms) -> PaymentLine | str:
    gross = read_amount(cell(row, places, "gross"))
    if gross == ZERO:
        return NO_MONEY
    if heading(cell(row, places, "kind")) in terms.words["refund_kinds"]:
        gross = min(gross, -gross)
    named = [tidy(cell(row, places, name)) for name in ("terminal", "number", "auth_code")]
    if not any(named[1:]):
        raise BadInput("bad_row", "Neither a transaction number nor an authorisation code.", "row")
    fee = read_amount(cell(row, places, "fee"))
    foreign = in_pounds(cell(row, places, "currency"))
    whole = "/".join(named)
    return PaymentLine(
        on=read_day(cell(row, places, "date")),
        amount=gross,
        channel=Channel.CARD,
        text=tidy(" ".join(cells(row, places, "text"))),
        bank_id=whole,
        provider_refs=tuple(dict.fromkeys((whole, *filter(None, named[1:])))),
        method=METHOD,
        last_four=last_four(cell(row, places, "last_four")),
        fee=fee,
        hold=Hold.OTHER_CURRENCY if foreign else None,
        warnings=(*foreign, *_about_net(gross, fee, cell(row, places, "net"))),
    )


def _about_net(gross: Money, fee: Money, net: str) -> tuple[str, ...]:
    """Card companies print their fee with a minus or without."""
    as_said = not net or read_amount(net) in (gross - fee, gross + fee)
    return () if as_said else (_NOT_NET,)
