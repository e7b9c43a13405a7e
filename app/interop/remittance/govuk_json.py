"""GOV.UK Pay's API: search results of payments or refunds, amounts in whole pence (finance.md 7.5).

https://docs.payments.service.gov.uk/reporting/ names the fields. The day is that on which the
card company took the money, where it is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.interop.remittance.card_numbers import last_four, refuse_card_numbers
from app.interop.remittance.cells import heading, read_day, shortened, tidy
from app.interop.remittance.gathering import Gathering
from app.interop.remittance.govuk_csv import METHOD, NO_MONEY, about_surcharge, not_received
from app.interop.remittance.line import Channel, PaymentLine, Statement
from app.interop.remittance.terms import PaymentTerms

KIND = "govuk_json"
_MOST_PENCE = 10**13
_UNREAD = ("provider_id", "_links")


def read_govuk_json(text: str, terms: PaymentTerms) -> Statement:
    """Search results, a list, or one payment; raises BadInput `bad_json` or `card_number`."""
    found = _items(text)
    if len(found) > terms.most_rows:
        raise BadInput(
            "too_long",
            Phrase("This file holds more than {most:,} payments.", most=terms.most_rows),
            "file",
        )
    gathering = Gathering(KIND, called=Phrase("Item"))
    for number, item in enumerate(found, start=1):
        refuse_card_numbers(_texts(item), 0)
        gathering.take(number, partial(_read, item, terms))
    return gathering.statement()


def _items(text: str) -> list[Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise _not_ours(
            Phrase("Line {lineno}: this is not JSON ({msg}).", lineno=wrong.lineno, msg=wrong.msg)
        ) from None
    except (ValueError, RecursionError):  # a number without end, or brackets without end
        raise _not_ours(Phrase("This JSON cannot be read.")) from None
    results = document.get("results", [document]) if isinstance(document, dict) else document
    if not isinstance(results, list):
        raise _not_ours(Phrase("This JSON holds no search results of GOV.UK Pay."))
    return results


def _read(item: Any, terms: PaymentTerms) -> PaymentLine | str:
    if not isinstance(item, dict) or not ("payment_id" in item or "refund_id" in item):
        raise BadInput("bad_row", "Neither a payment nor a refund of GOV.UK Pay.", "item")
    refund = "refund_id" in item
    state = _text(item, "status") if refund else _text(_inside(item, "state"), "status")
    if heading(state) not in terms.words["received"]:
        return not_received(shortened(state))
    amount = _pence(item, "amount")
    if amount == ZERO:
        return NO_MONEY
    card = _inside(item, "card_details")
    named = tidy(_text(item, "refund_id" if refund else "payment_id"))
    captured = _text(_inside(item, "settlement_summary"), "captured_date")
    return PaymentLine(
        on=read_day(captured or _text(item, "created_date")),
        amount=-amount if refund else amount,
        channel=Channel.GOVUK,
        text=tidy(" ".join(filter(None, (_text(item, "reference"), _text(item, "description"))))),
        payer=tidy(_text(card, "cardholder_name")),
        bank_id=named,
        provider_refs=(named,) if named else (),
        method=METHOD,
        last_four=last_four(_text(card, "last_digits_card_number")),
        fee=_pence(item, "fee"),
        warnings=about_surcharge(_pence(item, "corporate_card_surcharge")),
    )


def _inside(item: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inside = item.get(name)
    return inside if isinstance(inside, dict) else {}


def _text(item: Mapping[str, Any], name: str) -> str:
    found = item.get(name)
    return found if isinstance(found, str) else ""


def _pence(item: Mapping[str, Any], name: str) -> Money:
    found = item.get(name)
    if found is None:
        return ZERO
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < _MOST_PENCE:
        raise BadInput("bad_amount", Phrase("{name} is not whole pence.", name=name), name)
    return Money(found)


def _texts(item: object) -> Iterator[str]:
    """Every text and number anywhere in an item, but the card company's own numbers."""
    waiting = [item]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [inside for name, inside in one.items() if name not in _UNREAD]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str | int):
            yield str(one)


def _not_ours(what: Phrase) -> BadInput:
    return BadInput(
        "bad_json",
        Phrase("{what} Save the search results of GOV.UK Pay as they came.", what=what),
        "file",
    )
