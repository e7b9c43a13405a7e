"""A credit note: what undoes an invoice whose charge was not due (finance.md 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.billing.invoice import Invoice
from app.billing.line import CORRECTION
from app.billing.payer import Payer
from app.billing.reference import is_credit_note_number, is_invoice_number, payment_reference
from app.core.money import CURRENCY, ZERO, Money

__all__ = ["CORRECTION", "CreditLine", "CreditNote", "credit_in_full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """One line taken back: the same service and coding, a negative sum."""

    line_no: int
    description: str = CORRECTION
    service_from: date
    service_to: date
    net: Money
    analysis1: str = ""
    analysis2: str = ""

    def __post_init__(self) -> None:
        if self.description != CORRECTION or self.net > ZERO:
            raise ValueError("a credit line is a correction and never adds to the debt")

    def as_json(self) -> dict[str, object]:
        """The line as kept inside a credit note's snapshot."""
        return {
            "line_no": self.line_no,
            "description": self.description,
            "service_from": self.service_from.isoformat(),
            "service_to": self.service_to.isoformat(),
            "net": self.net.plain,
            "analysis1": self.analysis1,
            "analysis2": self.analysis2,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> CreditLine:
        """Read back exactly what `as_json` wrote."""
        return cls(
            line_no=kept["line_no"],
            description=kept["description"],
            service_from=date.fromisoformat(kept["service_from"]),
            service_to=date.fromisoformat(kept["service_to"]),
            net=Money.parse(kept["net"]),
            analysis1=kept["analysis1"],
            analysis2=kept["analysis2"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditNote:
    """A frozen document; its payment reference is the invoice's, so that both are matched.

    `reason` never says why in clinical or legal words. Raises ValueError where sums or numbers
    do not hold.
    """

    doc_no: str
    related_doc_no: str
    issued_on: date
    reason: str = CORRECTION
    payer: Payer
    lines: tuple[CreditLine, ...]
    total: Money
    payment_reference: str

    def __post_init__(self) -> None:
        if not is_credit_note_number(self.doc_no) or not is_invoice_number(self.related_doc_no):
            raise ValueError("a credit note has a number of its own kind and names an invoice")
        if self.payment_reference != payment_reference(self.related_doc_no):
            raise ValueError("a credit note keeps the payment reference of its invoice")
        if self.reason != CORRECTION:
            raise ValueError("a credit note gives only the neutral reason")
        if not self.lines or self.total != Money.total(line.net for line in self.lines):
            raise ValueError("the total is not the sum of the lines")

    def as_json(self) -> dict[str, object]:
        """The snapshot as stored: text for money and dates, keys in one order."""
        return {
            "doc_no": self.doc_no,
            "related_doc_no": self.related_doc_no,
            "issued_on": self.issued_on.isoformat(),
            "reason": self.reason,
            "payer": self.payer.as_json(),
            "lines": [line.as_json() for line in self.lines],
            "total": self.total.plain,
            "currency": CURRENCY,
            "payment_reference": self.payment_reference,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> CreditNote:
        """Read back exactly what `as_json` wrote; raises ValueError where sums do not hold."""
        return cls(
            doc_no=kept["doc_no"],
            related_doc_no=kept["related_doc_no"],
            issued_on=date.fromisoformat(kept["issued_on"]),
            reason=kept["reason"],
            payer=Payer.from_json(kept["payer"]),
            lines=tuple(CreditLine.from_json(line) for line in kept["lines"]),
            total=Money.parse(kept["total"]),
            payment_reference=kept["payment_reference"],
        )


def credit_in_full(invoice: Invoice, *, doc_no: str, issued_on: date) -> CreditNote:
    """Take back every line of an invoice; what was paid on it is then paid back apart."""
    lines = tuple(
        CreditLine(
            line_no=line.line_no,
            service_from=line.service_from,
            service_to=line.service_to,
            net=-line.net,
            analysis1=line.analysis1,
            analysis2=line.analysis2,
        )
        for line in invoice.lines
    )
    return CreditNote(
        doc_no=doc_no,
        related_doc_no=invoice.doc_no,
        issued_on=issued_on,
        payer=invoice.payer,
        lines=lines,
        total=-invoice.total,
        payment_reference=invoice.payment_reference,
    )
