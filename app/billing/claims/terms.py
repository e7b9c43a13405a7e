"""What each type of entitlement asks for and what is checked of it: data, not code.

Source: charging-rules.md 9.2 and 9.3, as written down in resources/claims.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class FieldKind(StrEnum):
    """How a field is typed and shown."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    STATE = "state"
    YES_NO = "yes_no"


class Reporting(StrEnum):
    """What becomes of a case with such a document (charging-rules.md 9.3)."""

    REPORT = "report"
    OPTIONAL = "optional"
    BILLED = "billed"  # shown, but the care is charged: never both
    NONE = "none"
    REGISTERED = "registered"  # an S1: once, not for each treatment
    UNDECIDED = "undecided"

    @property
    def goes_into_a_pack(self) -> bool:
        """Whether the state is told of the treatment."""
        return self in (Reporting.REPORT, Reporting.OPTIONAL)


@dataclass(frozen=True, slots=True)
class ClaimField:
    """One field of the portal's page, with the number the card or the portal prints beside it."""

    id: str
    number: str
    label: str
    kind: FieldKind
    needed: bool

    @property
    def title(self) -> str:
        """`8 Card identification number`."""
        return f"{self.number} {self.label}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimType:
    """One type of entitlement. The names of fields say which of them a check looks at."""

    id: str
    label: str
    short: str  # for lists
    fields: tuple[ClaimField, ...]
    states: tuple[str, ...]
    reporting: Mapping[str, Reporting]  # by charging category
    expires: str = ""  # the day up to which the document holds
    encloses: tuple[str, str] | None = None  # the days that must enclose the treatment
    card: str = ""
    quota: str = ""
    holder: str = ""  # the number that tells two holders apart

    def field(self, name: str) -> ClaimField:
        """A field by its id; raises KeyError."""
        return {one.id: one for one in self.fields}[name]

    def reporting_for(self, category: str) -> Reporting:
        """What becomes of a case of this charging category; a pending one waits."""
        return self.reporting.get(category, Reporting.UNDECIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRules:
    """The thresholds of the checks."""

    long_after_months: int
    reason_from_pence: int
    card_digits: int
    card_starts: str
    quota_pattern: str
    quota_example: str
    many_treatments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureTerms:
    """What is looked at while a card is taken down at the desk."""

    eea_under_eu_rules_to: date
    passport_enough: tuple[str, ...]  # states whose own passport does for a card
    numbers: Mapping[str, str]  # digits 3 to 5 of most card numbers, by issuing state


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTerms:
    """Types, rules and words; `trust_share` is None while the trust gets nothing of its own."""

    types: Mapping[str, ClaimType]
    rules: ClaimRules
    capture: CaptureTerms
    documents: Mapping[str, str]  # the interview's document: the type it is here
    words: Mapping[str, str]
    sheet: Mapping[str, str] = field(default_factory=dict)
    trust_share: Decimal | None = None
