"""GOV.UK Pay's transactions CSV, as its admin tool gives it: pounds, one row a payment or refund.

Only what succeeded was received. A corporate card's surcharge pays for the card and no part of
the debt. The e-mail address is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.interop.remittance.card_numbers import last_four, refuse_card_numbers
from app.interop.remittance.cells import heading, read_amount, read_day, shortened, tidy
from app.interop.remittance.gathering import Gathering
from app.interop.remittance.line import Channel, PaymentLine, Statement
from app.interop.remittance.table import Places, Row, Table, cell, cells, table_from
from app.interop.remittance.terms import PaymentTerms

KIND = "govuk_csv"
_NO_STATE = Phrase("No state")
METHOD = "GOVUK_PAY"
NO_MONEY = Phrase("No amount here.")


def find_table(rows: Sequence[Row], terms: PaymentTerms) -> Table | None:
    """The export in these rows: it alone has a GOV.UK Payment ID."""
    pay = terms.govuk
    return table_from(rows, (pay["payment_id"], pay["amount"], pay["state"], pay["date"]))


def read_govuk_csv(table: Table, terms: PaymentTerms) -> Statement:
    """Every row as a payment, left out, or a fault; raises BadInput `card_number`."""
    places = table.columns(terms.govuk)
    unread = places.get("unread", ())
    gathering = Gathering(KIND)
    for row in table.rows:
        others = (one for place, one in enumerate(row.cells) if place not in unread)
        refuse_card_numbers(others, row.number)
        gathering.take(row.number, partial(_read, row, places, terms))
    return gathering.statement()


def about_surcharge(surcharge: Money) -> tuple[str, ...]:
    """What is said of a surcharge, where there is one."""
    if surcharge == ZERO:
        return ()
    return (
        Phrase("A card surcharge of {surcharge} is no part of this amount.", surcharge=surcharge),
    )


def not_received(state: str) -> Phrase:
    """What is said of a row in a state of its own, such as declined; "" where it has none."""
    return Phrase("“{state}”: no payment was received.", state=state or _NO_STATE)


def _read(row: Row, places: Places, terms: PaymentTerms) -> PaymentLine | str:
    state = heading(cell(row, places, "state"))
    refunded = state in terms.words["refunded"]
    if not refunded and state not in terms.words["received"]:
        return not_received(shortened(cell(row, places, "state")))
    amount = read_amount(cell(row, places, "amount"))
    if amount == ZERO:
        return NO_MONEY
    payment_id = tidy(cell(row, places, "payment_id"))
    return PaymentLine(
        on=read_day(cell(row, places, "date")),
        amount=min(amount, -amount) if refunded else amount,
        channel=Channel.GOVUK,
        text=tidy(" ".join(cells(row, places, "text"))),
        payer=tidy(cell(row, places, "payer")),
        bank_id=payment_id,
        provider_refs=(payment_id,) if payment_id else (),
        method=METHOD,
        last_four=last_four(cell(row, places, "last_four")),
        fee=read_amount(cell(row, places, "fee")),
        warnings=about_surcharge(read_amount(cell(row, places, "surcharge"))),
    )
