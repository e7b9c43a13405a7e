"""What a price list prices beside the HRGs of admitted care (finance.md 1.3 and 2.2).

Published amounts only: what a row means for a charge is worked out where it is priced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from app.core.money import Money


class PriceSource(StrEnum):
    """Where a price comes from, best first: the order in which one stands in for another."""

    UNIT_PRICE = "unit price"
    GUIDE_PRICE = "guide price"
    LOCAL = "local"
    UPFRONT = "upfront list"  # averages for first billing where nothing better is known
    AVERAGE_COST = "provisional national average cost"

    @property
    def provisional(self) -> bool:
        """Never billed without a manager's word (finance.md 2.2)."""
        return self is PriceSource.AVERAGE_COST


class Kind(StrEnum):
    """What an item is; attendances have a shape of their own."""

    MATERNITY = "maternity"
    UNBUNDLED = "unbundled"
    EMERGENCY = "emergency"  # not charged to anybody: for reporting only
    CRITICAL_CARE = "critical_care"  # a day; no national price
    OTHER_UNIT_PRICE = "other_unit_price"  # tab 4b, which prices HRGs that tab 1 leaves out
    DRUG_OR_DEVICE = "drug_or_device"
    SPECIALTY = "specialty"  # the upfront list prices whole specialties
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The price of a clinic visit by treatment function, or by HRG (WF01A) where `code` is one."""

    treatment_function: str  # three digits; empty where the list prices the HRG alone
    name: str
    first: bool
    multi_professional: bool
    price: Money
    face_to_face: bool = True
    source: PriceSource = PriceSource.UNIT_PRICE
    confirmed: bool = True  # whether the rule that reads it so was found in a source

    @property
    def code(self) -> str:
        """WF01A follow-up, B first, C and D the same at a distance; WF02 multi-professional."""
        letters = "BA" if self.face_to_face else "DC"
        return f"WF0{2 if self.multi_professional else 1}{letters[0 if self.first else 1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPrice:
    """One price for one unit of something: a scan, a day, a delivery, a drug, a specialty."""

    kind: Kind
    code: str
    name: str
    price: Money
    unit: str = ""  # per what, such as "day"; empty: each
    admission: str = ""  # a value of `tariff.Admission`, where it holds for that one only
    source: PriceSource = PriceSource.UNIT_PRICE
    confirmed: bool = True  # whether the rule that reads it so was found in a source
    factor_applies: bool = True  # the market forces factor; not to local prices or average costs
    uplift_included: bool = False  # the 150 per cent is in the amount already: the upfront list
    effective_from: date | None = None  # None: as long as its list holds
    effective_to: date | None = None
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the item's own days, where it has any, take the day in."""
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day <= self.effective_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """What an edition prices beside its HRG rows; a sheet it lacks leaves its part empty."""

    attendances: tuple[Attendance, ...] = ()
    items: tuple[ItemPrice, ...] = ()

    def of(self, kind: Kind) -> tuple[ItemPrice, ...]:
        """The items of one kind, in the order of the list."""
        return tuple(item for item in self.items if item.kind is kind)


# No slots: the rows are read once, on first use, and kept on the object.
@dataclass(frozen=True, kw_only=True)
class PriceList:
    """Prices beside the scheme's: the trust's own, guide prices, upfront list, average costs."""

    name: str
    source: PriceSource
    effective_from: date
    effective_to: date | None  # None: until another takes its place
    citation: str
    licence: str = ""
    note: str = ""
    rows: Callable[[], Iterable[ItemPrice]] = field(repr=False, compare=False)

    @cached_property
    def items(self) -> tuple[ItemPrice, ...]:
        """Every row, in the order of the list."""
        return tuple(self.rows())

    def holds_on(self, day: date) -> bool:
        """Whether the list as a whole takes the day in."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )

    def on(self, day: date) -> tuple[ItemPrice, ...]:
        """What it prices on a day."""
        if not self.holds_on(day):
            return ()
        return tuple(item for item in self.items if item.holds_on(day))
