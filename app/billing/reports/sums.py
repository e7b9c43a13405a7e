"""The two sides of each account over some days, from which reports are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.billing.ledger import Account
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Sides:
    """What was debited and what was credited; both zero or above."""

    debit: Money = ZERO
    credit: Money = ZERO

    @property
    def balance(self) -> Money:
        """Debits less credits."""
        return self.debit - self.credit


@dataclass(frozen=True, slots=True)
class Sums:
    """The sides of every account; one nothing was posted to stands at nothing."""

    sides: Mapping[Account, Sides]

    def of(self, account: Account) -> Sides:
        """One account."""
        return self.sides.get(account, Sides())

    def debit_balance(self, account: Account) -> Money:
        """Debits less credits of one account."""
        return self.of(account).balance

    def credit_balance(self, account: Account) -> Money:
        """Credits less debits of one account."""
        return -self.of(account).balance

    @property
    def is_balanced(self) -> bool:
        """Whether all debits come to all credits."""
        return sum(one.balance.pence for one in self.sides.values()) == 0
