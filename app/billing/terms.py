"""The money's settings: data of `resources/finance.toml`, none of it in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.billing.debt.terms import DebtTerms
from app.billing.reports.terms import ReportTerms
from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase, Say, listed, said
from app.pricing.uplift import Rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOffTerms:
    """Why a debt may be written off, and up to which sum a role approves it."""

    reasons: Mapping[str, str]  # labels by code
    limits: Mapping[str, Money]  # by role

    def require_reason(self, code: str) -> None:
        """Raises BadInput for a reason that is not on the list."""
        if code not in self.reasons:
            raise BadInput(
                "bad_reason",
                Phrase(
                    "Choose why it cannot be collected: {reasons}.",
                    reasons=listed(self.reasons.values()),
                ),
                "reason_code",
            )

    def limit_of(self, roles: frozenset[str], own: Money | None) -> Money:
        """Up to which sum a person approves: their own limit, else the widest of their roles."""
        if own is not None:
            return own
        return max((self.limits.get(role, ZERO) for role in roles), default=ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinanceTerms:
    """All of them; every part of the money has its own table."""

    rounding: Rounding
    terms_days: int
    interim_every_days: int
    write_off: WriteOffTerms
    reports: ReportTerms
    debt: DebtTerms

    def in_words_of(self, tr: Say) -> FinanceTerms:
        """The same in another language."""
        return replace(
            self,
            write_off=replace(self.write_off, reasons=said(self.write_off.reasons, tr)),
            reports=self.reports.in_words_of(tr),
            debt=self.debt.in_words_of(tr),
        )
