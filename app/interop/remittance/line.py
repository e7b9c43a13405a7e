"""What every payment file comes down to: dated amounts, and the words that came with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.money import ZERO, Money


class Channel(StrEnum):
    """By which way the money came; a payment is never one of another channel."""

    BANK = "bank"
    CARD = "card"
    GOVUK = "govuk"


class Hold(StrEnum):
    """What a file itself says against taking a line in without a person."""

    OTHER_CURRENCY = "other_currency"
    NOT_SPLIT = "not_split"  # a batch whose parts are not in the file
    REVERSED = "reversed"  # the bank took back what it had booked before


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """One payment. `amount` is below zero where money went out or came back from us.

    `own_account` is whose statement this is, `payer_account` the other side's; both are only ever
    kept as hashes. `bank_id` is the bank's or provider's own name for this payment, "" where the
    file has none; `provider_refs` are numbers a clerk may have typed from a terminal's slip.
    `row` is the line of the file it began on, or the number of the item in XML and JSON, from 1.
    """

    on: date
    amount: Money
    channel: Channel
    text: str = ""
    payer: str = ""
    payer_account: str = ""
    own_account: str = ""
    bank_id: str = ""
    provider_refs: tuple[str, ...] = ()
    method: str = ""
    last_four: str = ""
    fee: Money = ZERO
    row: int = 0
    hold: Hold | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that is readable and no payment received: declined, pending, without an amount."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that cannot be read, with the sentence that says what is wrong with it."""

    row: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A whole payment file, read. Nothing of it is taken in while it has `faults`."""

    kind: str
    lines: tuple[PaymentLine, ...]
    left_out: tuple[LeftOut, ...] = ()
    faults: tuple[RowFault, ...] = ()
    warnings: tuple[str, ...] = ()
