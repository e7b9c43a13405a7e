"""Money in and money back: receipts, and refunds that point at the receipt they undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.core.errors import BadInput, Known
from app.core.money import CURRENCY, ZERO, Money
from app.core.wording import Phrase

GOVUK_PAY_LIMIT = Money(10_000_000)  # per payment or refund (finance.md 7.5)


class Method(StrEnum):
    """How money moved (finance.md 7.2)."""

    CARD_TERMINAL = "CARD_TERMINAL"
    GOVUK_PAY = "GOVUK_PAY"
    BACS = "BACS"
    FPS = "FPS"
    CASH = "CASH"
    CHEQUE = "CHEQUE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Money received, or paid back where `original_receipt_no` is set and the amount negative.

    `doc_no` is the invoice paid, the estimate an advance was paid against, or nothing where
    nobody knows yet what the money is for; an advance has no payment reference of an invoice.
    No card number is ever held, only the terminal's own reference. Raises ValueError where sign
    and original do not agree.
    """

    receipt_no: str
    received_on: date
    method: Method
    provider_ref: str = ""
    customer_ref: str
    doc_no: str
    amount: Money
    payment_reference: str = ""
    original_receipt_no: str | None = None

    def __post_init__(self) -> None:
        if self.amount == ZERO or (self.amount < ZERO) != self.is_refund:
            raise ValueError("a receipt is above zero; a refund is below and names its receipt")

    @property
    def is_refund(self) -> bool:
        """Whether this is money going back."""
        return self.original_receipt_no is not None

    def as_json(self) -> dict[str, object]:
        """The receipt as stored."""
        return {
            "receipt_no": self.receipt_no,
            "received_on": self.received_on.isoformat(),
            "method": self.method.value,
            "provider_ref": self.provider_ref,
            "customer_ref": self.customer_ref,
            "doc_no": self.doc_no,
            "amount": self.amount.plain,
            "currency": CURRENCY,
            "payment_reference": self.payment_reference,
            "original_receipt_no": self.original_receipt_no,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Receipt:
        """Read back exactly what `as_json` wrote."""
        return cls(
            receipt_no=kept["receipt_no"],
            received_on=date.fromisoformat(kept["received_on"]),
            method=Method(kept["method"]),
            provider_ref=kept["provider_ref"],
            customer_ref=kept["customer_ref"],
            doc_no=kept["doc_no"],
            amount=Money.parse(kept["amount"]),
            payment_reference=kept["payment_reference"],
            original_receipt_no=kept["original_receipt_no"],
        )


def receipt_number(reference_code: str, serial: int) -> str:
    """`R1HR000551`, in the form of the sample batch."""
    return f"{reference_code}R{serial:06d}"


def receive(
    *,
    receipt_no: str,
    received_on: date,
    method: Method,
    customer_ref: str,
    doc_no: str,
    amount: Money,
    provider_ref: str = "",
    payment_reference: str = "",
) -> Receipt:
    """Take a payment; raises BadInput for nothing at all, or more than the method can carry."""
    _check_amount(amount, method)
    return Receipt(
        receipt_no=receipt_no,
        received_on=received_on,
        method=method,
        provider_ref=provider_ref,
        customer_ref=customer_ref,
        doc_no=doc_no,
        amount=amount,
        payment_reference=payment_reference,
    )


def refund(
    original: Receipt,
    *,
    receipt_no: str,
    refunded_on: date,
    amount: Money,
    asked_by: str,
    approved_by: str,
    lies_on: str | None = None,
    provider_ref: str = "",
    already_refunded: Money = ZERO,
) -> Receipt:
    """Pay money back to the payer and the method it came from (finance.md 2.5).

    `lies_on` is the document the money lies on now, where not that of the receipt: an advance
    after its invoice. `already_refunded` is what earlier refunds came to. Raises Known
    `second_person` where one person does both, `too_much` beyond what is left, BadInput for
    an amount the method cannot carry.
    """
    if original.is_refund:
        raise Known("not_a_receipt", "A refund cannot be refunded. Choose the receipt itself.")
    if asked_by == approved_by:
        raise Known("second_person", "A refund needs a second person. Ask a colleague to approve.")
    _check_amount(amount, original.method)
    left = original.amount - already_refunded
    if amount > left:
        raise Known(
            "too_much",
            Phrase("At most {left} of this receipt is left to refund.", left=left),
            "amount",
        )
    return Receipt(
        receipt_no=receipt_no,
        received_on=refunded_on,
        method=original.method,
        provider_ref=provider_ref,
        customer_ref=original.customer_ref,
        doc_no=original.doc_no if lies_on is None else lies_on,
        amount=-amount,
        payment_reference=original.payment_reference,
        original_receipt_no=original.receipt_no,
    )


def _check_amount(amount: Money, method: Method) -> None:
    if amount <= ZERO:
        raise BadInput("bad_amount", "Enter an amount above zero.", "amount")
    if method is Method.GOVUK_PAY and amount > GOVUK_PAY_LIMIT:
        raise BadInput(
            "bad_amount",
            Phrase(
                "GOV.UK Pay takes at most {most} at a time. Split the payment or use a bank "
                "transfer.",
                most=GOVUK_PAY_LIMIT,
            ),
            "amount",
        )
