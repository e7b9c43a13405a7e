"""An invoice as issued: a frozen snapshot that later prices and facts never change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.billing.line import HOSPITAL_TREATMENT, InvoiceLine
from app.billing.payer import Payer, PayerType
from app.billing.reference import is_invoice_number, payment_reference
from app.core.money import CURRENCY, ZERO, Money

__all__ = ["HOSPITAL_TREATMENT", "Invoice", "InvoiceLine", "Payer", "PayerType", "issue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """What a payer was sent. A mistake in it is a credit note and a new invoice, never an edit.

    An `interim` one is for the days of a long stay so far (finance.md 4.1); the next one of the
    stay names it in `follows` and asks for the rest.
    Raises ValueError where total is not the sum of the lines, the balance not the total less
    the advance, or number and reference do not belong together.
    """

    doc_no: str
    issued_on: date
    due_on: date
    payer: Payer
    patient_ref: str
    lines: tuple[InvoiceLine, ...]
    advance_deducted: Money = ZERO
    total: Money
    balance: Money  # below zero: paid too much in advance, to be paid back
    payment_reference: str
    estimate_no: str | None = None
    interim: bool = False
    follows: tuple[str, ...] = ()  # interim invoices of the same stay, oldest first

    def __post_init__(self) -> None:
        if not is_invoice_number(self.doc_no):
            raise ValueError(f"{self.doc_no!r} is not an invoice number")
        if self.payment_reference != payment_reference(self.doc_no):
            raise ValueError("the payment reference is not that of the document number")
        if not self.lines or self.total != Money.total(line.net for line in self.lines):
            raise ValueError("the total is not the sum of the lines")
        if self.advance_deducted < ZERO or self.balance != self.total - self.advance_deducted:
            raise ValueError("the balance is not the total less the advance")
        if self.advance_deducted > ZERO and self.estimate_no is None:
            raise ValueError("an advance was paid against an estimate, which must be named")

    def as_json(self) -> dict[str, object]:
        """The snapshot as stored: text for money and dates, keys in one order."""
        return {
            "doc_no": self.doc_no,
            "issued_on": self.issued_on.isoformat(),
            "due_on": self.due_on.isoformat(),
            "payer": self.payer.as_json(),
            "patient_ref": self.patient_ref,
            "lines": [line.as_json() for line in self.lines],
            "advance_deducted": self.advance_deducted.plain,
            "total": self.total.plain,
            "balance": self.balance.plain,
            "currency": CURRENCY,
            "payment_reference": self.payment_reference,
            "estimate_no": self.estimate_no,
            "interim": self.interim,
            "follows": list(self.follows),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Invoice:
        """Read back exactly what `as_json` wrote; raises ValueError where sums do not hold."""
        return cls(
            doc_no=kept["doc_no"],
            issued_on=date.fromisoformat(kept["issued_on"]),
            due_on=date.fromisoformat(kept["due_on"]),
            payer=Payer.from_json(kept["payer"]),
            patient_ref=kept["patient_ref"],
            lines=tuple(InvoiceLine.from_json(line) for line in kept["lines"]),
            advance_deducted=Money.parse(kept["advance_deducted"]),
            total=Money.parse(kept["total"]),
            balance=Money.parse(kept["balance"]),
            payment_reference=kept["payment_reference"],
            estimate_no=kept["estimate_no"],
            interim=kept.get("interim", False),
            follows=tuple(kept.get("follows", ())),
        )


def issue(
    *,
    doc_no: str,
    issued_on: date,
    payer: Payer,
    patient_ref: str,
    lines: tuple[InvoiceLine, ...],
    advance: Money = ZERO,
    estimate_no: str | None = None,
    terms_days: int = 0,
    interim: bool = False,
    follows: tuple[str, ...] = (),
) -> Invoice:
    """Make the invoice: sum the lines, deduct the advance, set the due day and reference.

    `terms_days` 0 is payable on receipt (`finance_rules.yaml`, debt.terms_days).
    """
    total = Money.total(line.net for line in lines)
    return Invoice(
        doc_no=doc_no,
        issued_on=issued_on,
        due_on=issued_on + timedelta(days=terms_days),
        payer=payer,
        patient_ref=patient_ref,
        lines=lines,
        advance_deducted=advance,
        total=total,
        balance=total - advance,
        payment_reference=payment_reference(doc_no),
        estimate_no=estimate_no,
        interim=interim,
        follows=follows,
    )
