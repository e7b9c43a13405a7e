"""The figures trusts are asked for: identified, invoiced, received, outstanding, lost, revoked.

Small numbers can lead to a person, so they may be withheld; and where one part of a sum is
withheld, so is a second, or the rest of the sum would give it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.billing.reports.years import FinancialYear
from app.core.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, and how much."""

    number: int = 0
    amount: Money = ZERO

    def and_one(self, amount: Money) -> Figure:
        """One more; an amount of nothing is none."""
        return self if amount == ZERO else Figure(self.number + 1, self.amount + amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSums:
    """One invoice in sums of zero or above; `balance` is below where money is to be paid back.

    `lost_for` says why it was written off and `revoked_for` what was decided of the case since;
    codes, and nothing where neither happened.
    """

    year: FinancialYear
    charged: Money
    credited: Money
    off_the_books: Money
    balance: Money
    lost_for: str = ""
    revoked_for: str = ""

    @property
    def received(self) -> Money:
        """Money less refunds: what the rest leaves."""
        return self.charged - self.credited - self.off_the_books - self.balance


@dataclass(frozen=True, slots=True, kw_only=True)
class FoiYear:
    """The invoices of one year and what became of them: the four parts come to the whole."""

    year: FinancialYear
    identified: int = 0
    invoiced: Figure = Figure()
    received: Figure = Figure()
    outstanding: Figure = Figure()
    written_off: Figure = Figure()
    revoked: Figure = Figure()
    lost_for: Mapping[str, Figure] = field(default_factory=dict)
    revoked_for: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Figure, Figure, Figure, Figure]:
        """What became of the invoices, in the order of the table."""
        return self.received, self.outstanding, self.written_off, self.revoked


def foi(
    invoices: Iterable[InvoiceSums], identified: Mapping[FinancialYear, int]
) -> tuple[FoiYear, ...]:
    """One entry for each year with an invoice or a person identified, the newest first."""
    years = {year: _Tally() for year in identified}
    for one in invoices:
        years.setdefault(one.year, _Tally()).add(one)
    return tuple(
        FoiYear(
            year=year,
            identified=identified.get(year, 0),
            invoiced=tally.invoiced,
            received=tally.received,
            outstanding=tally.outstanding,
            written_off=tally.written_off,
            revoked=tally.revoked,
            lost_for=dict(sorted(tally.lost_for.items())),
            revoked_for=dict(sorted(tally.revoked_for.items())),
        )
        for year, tally in sorted(years.items(), reverse=True)
    )


@dataclass(slots=True)
class _Tally:
    """One year being added up."""

    invoiced: Figure = Figure()
    received: Figure = Figure()
    outstanding: Figure = Figure()
    written_off: Figure = Figure()
    revoked: Figure = Figure()
    lost_for: dict[str, Figure] = field(default_factory=dict)
    revoked_for: dict[str, Figure] = field(default_factory=dict)

    def add(self, one: InvoiceSums) -> None:
        self.invoiced = self.invoiced.and_one(one.charged)
        self.received = self.received.and_one(one.received)
        self.outstanding = self.outstanding.and_one(one.balance)
        self.written_off = self.written_off.and_one(one.off_the_books)
        self.revoked = self.revoked.and_one(one.credited)
        _count(self.lost_for, one.lost_for, one.off_the_books)
        _count(self.revoked_for, one.revoked_for, one.credited)


def _count(reasons: dict[str, Figure], code: str, amount: Money) -> None:
    if amount != ZERO:
        reasons[code] = reasons.get(code, Figure()).and_one(amount)


def withheld(numbers: Sequence[int], *, below: int) -> frozenset[int]:
    """The places of a sum's parts that are not published.

    Those above nothing and under `below`; and where that is a single one, the smallest other
    part above nothing, since the total less the rest would give the one away.
    """
    small = {place for place, number in enumerate(numbers) if 0 < number < below}
    if len(small) == 1:
        others = [place for place, number in enumerate(numbers) if number >= below]
        small.update(sorted(others, key=lambda place: numbers[place])[:1])
    return frozenset(small)
