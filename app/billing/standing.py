"""How an invoice stands, folded from its entries and kept nowhere beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.billing.ledger import Account, Entry
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The sums that make up one invoice; each is zero or above.

    `received` holds advances deducted and money allocated later. What was written off is due all
    the same: it leaves the books, not the debtor (finance.md 4.1).
    """

    charged: Money = ZERO
    credited: Money = ZERO
    received: Money = ZERO
    refunded: Money = ZERO
    written_off: Money = ZERO
    recovered: Money = ZERO

    @property
    def balance(self) -> Money:
        """What stands on the receivables; below zero where money is to be paid back."""
        return self.due - self.off_the_books

    @property
    def due(self) -> Money:
        """Charges less credits, less payments, plus refunds; below zero: paid too much."""
        return self.charged - self.credited - self.received + self.refunded

    @property
    def owed(self) -> Money:
        """What the debtor is liable for today, written off or not; never below zero."""
        return max(self.due, ZERO)

    @property
    def to_pay_back(self) -> Money:
        """What was paid too much; never below zero."""
        return max(-self.due, ZERO)

    @property
    def off_the_books(self) -> Money:
        """What is written off and did not come after all."""
        return self.written_off - self.recovered


def standing_of(doc_no: str, entries: Iterable[Entry]) -> Standing:
    """Fold the entries of one invoice; those about another are passed over.

    What was received is what the rest leaves of the receivables: so an advance deducted and money
    allocated, whose other side stands under another number, are in it.
    """
    debits, credits = dict.fromkeys(Account, 0), dict.fromkeys(Account, 0)
    for one in entries:
        if one.doc_no == doc_no:
            debits[one.account] += one.debit.pence
            credits[one.account] += one.credit.pence
    charged, credited = credits[Account.INCOME], debits[Account.INCOME]
    refunded = credits[Account.CASH]
    written_off = debits[Account.WRITE_OFFS] - credits[Account.WRITE_OFFS]
    recovered = credits[Account.RECOVERIES] - debits[Account.RECOVERIES]
    balance = debits[Account.RECEIVABLES] - credits[Account.RECEIVABLES]
    received = charged - credited + refunded - written_off + recovered - balance
    return Standing(
        charged=Money(charged),
        credited=Money(credited),
        received=Money(received),
        refunded=Money(refunded),
        written_off=Money(written_off),
        recovered=Money(recovered),
    )
