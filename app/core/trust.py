"""What the program knows of the trust it serves: names, codes and money settings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_WHEN_TO_PAY = re.compile(
    r"\b(pay first|in advance|up ?-?front|deposit|prior to|before (?:your |the |any |you )?"
    r"(?:treat\w*|care|operation|appointment|admission|visit|are seen))\b",
    re.IGNORECASE,
)


class Mode(StrEnum):
    """What a store and its batches are for; they never mix (finance.md 7.2)."""

    LIVE = "live"
    DEMO = "demo"
    TEST = "test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The provider whose desk this is. `reference_code` is the three characters that open
    document numbers and payment references, since ODS codes may be longer (finance.md 8)."""

    name: str
    provider_code: str
    reference_code: str
    provider_type: str = "nhs_foundation_trust"
    address_lines: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    interpreter_phone: str = ""  # where the desk calls an interpreter; empty: `phone`
    payment_details: tuple[str, ...] = ()
    gl_account: str = "4310"
    gl_cost_centre: str = "OVSX01"
    market_forces_factor: Decimal | None = None  # the trust's own, where no published one holds
    estimate_valid_days: int = 30
    second_check_from_pence: int = 500_000
    share: str = ""  # the finance share this desk sends to; empty: none is set up
    site: str = ""  # where this desk stands; empty: the provider's code


def says_when_to_pay(lines: Sequence[str]) -> bool:
    """Whether a trust's own words on how to pay ask for payment before care (hazard H1)."""
    return any(_WHEN_TO_PAY.search(line) for line in lines)
