"""One case to report: what entitles the patient, what was done for them, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.dates import parse_iso
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Entitlement:
    """A card, certificate or agreement as it was read: values by field, days as ISO text."""

    type: str
    values: Mapping[str, str]

    def text(self, name: str) -> str:
        """A value, empty where none was taken down."""
        return self.values.get(name, "")

    def day(self, name: str) -> date | None:
        """A day, None where none was taken down."""
        text = self.text(name)
        return parse_iso(text) if text else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What was done, from when to when, and its full cost at 100 per cent of the price.

    `ended` is None while it lasts; `care` names the priced lines, for the sheet.
    """

    started: date
    ended: date | None
    cost: Money
    care: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a claim is worth to the state and to the trust: two columns that are never one sum.

    Source: finance.md 3. The state's part is claimed by the state, so it is no income of ours.
    """

    state_value: Money
    trust_income: Money


def worth_of(cost: Money, trust_share: Decimal | None) -> Worth:
    """The full cost for the state; for the trust its share in per cent, half up, or nothing."""
    if trust_share is None:
        return Worth(cost, ZERO)
    return Worth(cost, Money.rounded((cost.pounds * trust_share).scaleb(-2)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A case with its category, what was taken down of it, and the portal's id once reported."""

    ref: str
    category: str
    entitlement: Entitlement | None
    treatment: Treatment | None
    portal_id: str = ""
