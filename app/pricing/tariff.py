"""The published price of each currency, by tariff year and edition (finance.md 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.wording import Phrase, listed, phrases
from app.pricing.currencies import Further, ItemPrice, Kind, PriceList, PriceSource
from app.pricing.guide import NO_GUIDE, PricingGuide
from app.pricing.years import tariff_year_of, year_bounds

__all__ = ["Admission", "BasePrice", "Currency", "Edition", "Shelf", "tariff_year_of"]


class Admission(StrEnum):
    """How the patient comes in; it picks the column of the price list (finance.md 1.5)."""

    ELECTIVE = "elective"
    DAY_CASE = "day_case"
    NON_ELECTIVE = "non_elective"
    OUTPATIENT_PROCEDURE = "outpatient_procedure"
    OUTPATIENT_ATTENDANCE = "outpatient_attendance"
    MATERNITY = "maternity"
    UNBUNDLED = "unbundled"
    CRITICAL_CARE = "critical_care"
    DRUG_OR_DEVICE = "drug_or_device"
    SPECIALTY = "specialty"
    OTHER = "other"

    @property
    def kind(self) -> Kind | None:
        """The kind of item this is priced as; None where it picks a column of the HRGs."""
        return _KINDS.get(self)

    @property
    def is_outpatient(self) -> bool:
        """A visit without a bed."""
        return self in (Admission.OUTPATIENT_PROCEDURE, Admission.OUTPATIENT_ATTENDANCE)

    @property
    def stays_overnight(self) -> bool:
        """Only spells with nights have long-stay days."""
        return self in (Admission.ELECTIVE, Admission.NON_ELECTIVE)

    @property
    def words(self) -> Phrase:
        """The admission in the words of letters and refusals."""
        return _WORDS[self]


_WORDS = phrases(
    {
        Admission.ELECTIVE: "elective",
        Admission.DAY_CASE: "day case",
        Admission.NON_ELECTIVE: "non-elective",
        Admission.OUTPATIENT_PROCEDURE: "outpatient procedure",
        Admission.OUTPATIENT_ATTENDANCE: "outpatient attendance",
        Admission.MATERNITY: "maternity",
        Admission.UNBUNDLED: "unbundled",
        Admission.CRITICAL_CARE: "critical care",
        Admission.DRUG_OR_DEVICE: "drug or device",
        Admission.SPECIALTY: "upfront list",
        Admission.OTHER: "other",
    }
)
_KINDS = {
    Admission.MATERNITY: Kind.MATERNITY,
    Admission.UNBUNDLED: Kind.UNBUNDLED,
    Admission.CRITICAL_CARE: Kind.CRITICAL_CARE,
    Admission.DRUG_OR_DEVICE: Kind.DRUG_OR_DEVICE,
    Admission.SPECIALTY: Kind.SPECIALTY,
    Admission.OTHER: Kind.OTHER,
}


@dataclass(frozen=True, slots=True)
class BasePrice:
    """The scheme price before factor and uplift, and what days beyond the trim point cost."""

    base: Money
    trim_days: int | None = None
    per_day: Money | None = None

    def excess_days(self, length_of_stay: int) -> int:
        """Nights beyond the trim point; none where the edition holds no long-stay payment."""
        if self.trim_days is None or self.per_day is None:
            return 0
        return max(0, length_of_stay - self.trim_days)


class Currency(NamedTuple):  # a workbook has tens of thousands: nine times as quick to make
    """One HRG row of a price list: whole pounds as published, None where it shows no price."""

    code: str
    name: str
    outpatient_procedure: Money | None = None
    combined: Money | None = None  # one price for day case and ordinary elective
    day_case: Money | None = None
    ordinary_elective: Money | None = None
    elective_trim_days: int | None = None
    non_elective: Money | None = None
    non_elective_trim_days: int | None = None
    per_day: Money | None = None
    short_stay_applies: bool | None = None  # reduced emergency price; None: the list does not say
    short_stay_percent: Decimal | None = None  # of the non-elective price, such as 25
    short_stay: Money | None = None
    best_practice: str = ""  # the flags of the list as they stand in it

    @property
    def root(self) -> str:
        """The code without its split letter: what is known before coding."""
        return self.code[:4]

    def price(self, admission: Admission) -> BasePrice | None:
        """The price for that admission, or None where the list shows none."""
        match admission:
            case Admission.DAY_CASE:
                return _price(_first(self.combined, self.day_case))
            case Admission.ELECTIVE:
                base = _first(self.combined, self.ordinary_elective)
                return _price(base, self.elective_trim_days, self.per_day)
            case Admission.NON_ELECTIVE:
                return _price(self.non_elective, self.non_elective_trim_days, self.per_day)
            case Admission.OUTPATIENT_PROCEDURE:
                return _price(self.outpatient_procedure)
            case _:
                return None  # attendances: by treatment function, on another sheet (finance.md 1.3)


# No slots: the rows and their indexes are read once, on first use, and kept on the object.
@dataclass(frozen=True, kw_only=True)
class Edition:
    """One published price list for one tariff year; its rows are read when first asked for."""

    tariff_year: str
    edition: str
    published_on: date
    effective_from: date
    effective_to: date
    source: str
    licence: str
    note: str = ""
    long_stay_note: str = ""  # where trim points and per-day payments come from
    made_up: bool = False  # for demonstration only; estimates say so
    whole: bool = True  # a part of a list steps behind a whole one of its year
    source_kind: PriceSource = PriceSource.UNIT_PRICE
    confirmed: bool = True  # whether the day of publication was read in a source
    rows: Callable[[], Iterable[Currency]] = field(repr=False, compare=False)
    others: Callable[[], Further] = field(default=Further, repr=False, compare=False)

    @cached_property
    def further(self) -> Further:
        """Attendances, maternity, unbundled services and the rest of the list."""
        return self.others()

    @cached_property
    def currencies(self) -> Mapping[str, Currency]:
        """Every row by code, in the order of the list."""
        return {row.code: row for row in self.rows()}

    @cached_property
    def by_root(self) -> Mapping[str, tuple[Currency, ...]]:
        """The rows of each root, in the order of the list."""
        found: dict[str, list[Currency]] = {}
        for row in self.currencies.values():
            found.setdefault(row.root, []).append(row)
        return {root: tuple(rows) for root, rows in found.items()}

    def currency(self, code: str) -> Currency:
        """The row of an HRG; raises Known `no_price` where the list has none."""
        try:
            return self.currencies[code]
        except KeyError:
            raise self.no_price(Phrase("{code} is not in", code=code), "hrg") from None

    def price(self, code: str, admission: Admission) -> BasePrice:
        """The base price of an HRG; raises Known `no_price`, never taking another year's."""
        found = self.currency(code).price(admission)
        if found is None:
            raise self.no_price(
                Phrase("{code} has no {admission} price in", code=code, admission=admission.words),
                "hrg",
            )
        return found

    def priced_under(
        self, root: str, admission: Admission
    ) -> tuple[tuple[Currency, BasePrice], ...]:
        """The HRGs of a root with a price for that admission; Known `no_price` if none."""
        found = tuple(
            (row, price)
            for row in self.by_root.get(root, ())
            if (price := row.price(admission)) is not None
        )
        if not found:
            raise self.no_price(
                Phrase(
                    "No HRG beginning {root} has a {admission} price in",
                    root=root,
                    admission=admission.words,
                ),
                "root",
            )
        return found

    def no_price(self, what: Phrase, field: str) -> Known:
        """The refusal that names this list; `what` says which price it lacks."""
        return Known(
            "no_price",
            Phrase(
                "{what} the {year} price list ({edition}). Check the code and how the patient is "
                "admitted, or use the trust's local price list.",
                what=what,
                year=self.tariff_year,
                edition=self.edition,
            ),
            field,
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every price list at hand. Prices of one year never stand in for another's."""

    editions: tuple[Edition, ...]
    lists: tuple[PriceList, ...] = ()  # beside the scheme: local, guide, upfront, average costs
    guide: PricingGuide = NO_GUIDE

    def years(self) -> tuple[str, ...]:
        """The tariff years with at least one edition, oldest first."""
        return tuple(sorted({edition.tariff_year for edition in self.editions}))

    def with_edition(self, edition: Edition) -> Shelf:
        """The same shelf with one more list, such as the trust's own."""
        return replace(self, editions=(*self.editions, edition))

    def items(self, source: PriceSource, *, on: date) -> tuple[ItemPrice, ...]:
        """What the lists of a source price on a day; a later list's row replaces an earlier's."""
        found = [one for one in self.lists if one.source is source]
        rows = sorted(found, key=lambda one: one.effective_from)
        by_code = {
            (item.code, item.name, item.admission, item.unit): item
            for one in rows
            for item in one.on(on)
        }
        return tuple(by_code.values())

    def edition(
        self,
        tariff_year: str,
        edition: str | None = None,
        *,
        on: date | None = None,
        known_on: date | None = None,
    ) -> Edition:
        """The edition of that name, else the latest published whole one that holds for `on`.

        `known_on` leaves out what was published later, so that an old case prices as it did.
        Raises BadInput `bad_tariff_year` or `wrong_year`, Known `no_price` where there is none.
        """
        first, last = year_bounds(tariff_year)
        if on is not None and not first <= on <= last:
            raise wrong_year(on, tariff_year)
        found = [
            one
            for one in self.editions
            if one.tariff_year == tariff_year
            and (edition is None or one.edition == edition)
            and (on is None or one.effective_from <= on <= one.effective_to)
            and (known_on is None or one.published_on <= known_on)
        ]
        if not found:
            raise self._no_list(tariff_year, edition)
        return max(found, key=lambda one: (one.whole, one.published_on))

    def for_day(self, day: date, *, known_on: date | None = None) -> Edition:
        """The edition that prices a service on `day`; raises Known `no_price`."""
        return self.edition(tariff_year_of(day), on=day, known_on=known_on)

    def _no_list(self, tariff_year: str, edition: str | None) -> Known:
        named = Phrase(" named “{name}”", name=edition) if edition is not None else ""
        return Known(
            "no_price",
            Phrase(
                "There is no {year} price list{named} here that holds for this service. Years at "
                "hand: {years}. Add the trust's list for that year; prices of another year are "
                "never used.",
                year=tariff_year,
                named=named,
                years=listed(self.years()) or Phrase("none"),
            ),
            "tariff_year" if edition is None else "edition",
        )


def wrong_year(day: date, tariff_year: str) -> BadInput:
    """The refusal for a service dated outside the year it is to be priced with."""
    return BadInput(
        "wrong_year",
        Phrase(
            "{day} is not in tariff year {year}. Price it with {right}, or correct the date.",
            day=day.isoformat(),
            year=tariff_year,
            right=tariff_year_of(day),
        ),
        "date",
    )


def _first(*prices: Money | None) -> Money | None:
    return next((price for price in prices if price is not None), None)


def _price(
    base: Money | None, trim_days: int | None = None, per_day: Money | None = None
) -> BasePrice | None:
    return None if base is None else BasePrice(base, trim_days, per_day)
