"""The allowance for debt that is expected not to be paid (finance.md 4.5): a share of each age."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.billing.reports.ageing import Ageing
from app.core.money import Money


@dataclass(frozen=True, slots=True)
class Expected:
    """One bucket: what is owed, the share expected to be lost, and what that comes to."""

    label: str
    owed: Money
    share: Decimal
    loss: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What the allowance has to be, beside what it stands at on the ledger."""

    lines: tuple[Expected, ...]
    standing: Money

    @property
    def required(self) -> Money:
        """The sum of the buckets, each rounded once."""
        return Money.total(line.loss for line in self.lines)

    @property
    def change(self) -> Money:
        """What a close posts; below zero it releases what is no longer needed."""
        return self.required - self.standing


def allowance(aged: Ageing, *, standing: Money) -> Allowance:
    """Apply the shares to aged debt. Credit balances do not lower it: they are other people's."""
    return Allowance(
        lines=tuple(
            Expected(
                one.bucket.label,
                one.owed,
                one.bucket.share,
                Money.rounded(one.owed.pounds * one.bucket.share),
            )
            for one in aged.aged
        ),
        standing=standing,
    )
