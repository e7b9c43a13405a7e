"""A price list as compact text for the store, and back: the same list gives the same text.

Arrays in the order of their fields; pence as whole numbers, factors and percentages as text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.money import Money
from app.pricing.currencies import Attendance, Further, ItemPrice, Kind, PriceSource
from app.pricing.market_forces import ProviderFactor
from app.pricing.tariff import Currency

_MONEY = (2, 3, 4, 5, 7, 9, 12)  # the fields of `Currency` that are amounts
_PERCENT = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPrices:
    """The prices of an accepted file."""

    currencies: tuple[Currency, ...] = ()
    further: Further = field(default_factory=Further)
    factors: Mapping[str, ProviderFactor] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows it holds, whatever they price."""
        further = self.further
        parts: Sequence[Sequence[object]] = (
            self.currencies,
            further.attendances,
            further.items,
            tuple(self.factors),
        )
        return sum(map(len, parts))


def to_text(prices: KeptPrices) -> str:
    """The prices as one line of JSON."""
    document = {
        "admitted": [_currency_row(row) for row in prices.currencies],
        "attendances": [_attendance_row(row) for row in prices.further.attendances],
        "items": [_item_row(row) for row in prices.further.items],
        "factors": [[one.code, one.name, f"{one.factor:f}"] for one in prices.factors.values()],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> KeptPrices:
    """The prices that `to_text` wrote."""
    document = json.loads(text)
    return KeptPrices(
        currencies=tuple(map(_currency, document["admitted"])),
        further=Further(
            attendances=tuple(map(_attendance, document["attendances"])),
            items=tuple(map(_item, document["items"])),
        ),
        factors={
            code: ProviderFactor(code, name, Decimal(factor))
            for code, name, factor in document["factors"]
        },
    )


def _currency_row(row: Currency) -> list[Any]:
    cells: list[Any] = list(row)
    for place in _MONEY:
        cells[place] = _pence(cells[place])
    percent: Decimal | None = cells[_PERCENT]
    cells[_PERCENT] = None if percent is None else f"{percent:f}"
    return cells


def _currency(cells: list[Any]) -> Currency:
    for place in _MONEY:
        cells[place] = _money(cells[place])
    cells[_PERCENT] = None if cells[_PERCENT] is None else Decimal(cells[_PERCENT])
    return Currency._make(cells)


def _attendance_row(row: Attendance) -> list[Any]:
    return [
        row.treatment_function,
        row.name,
        row.first,
        row.multi_professional,
        row.face_to_face,
        row.price.pence,
        row.source.value,
        row.confirmed,
    ]


def _attendance(cells: Sequence[Any]) -> Attendance:
    function, name, first, multi, face_to_face, pence, source, confirmed = cells
    return Attendance(
        treatment_function=function,
        name=name,
        first=first,
        multi_professional=multi,
        face_to_face=face_to_face,
        price=Money(pence),
        source=PriceSource(source),
        confirmed=confirmed,
    )


def _item_row(row: ItemPrice) -> list[Any]:
    return [
        row.kind.value,
        row.code,
        row.name,
        row.price.pence,
        row.unit,
        row.admission,
        row.source.value,
        row.confirmed,
        row.factor_applies,
        row.uplift_included,
        _day(row.effective_from),
        _day(row.effective_to),
        row.note,
    ]


def _item(cells: Sequence[Any]) -> ItemPrice:
    kind, code, name, pence, unit, admission, source, confirmed, factor, uplift, *rest = cells
    since, until, note = rest
    return ItemPrice(
        kind=Kind(kind),
        code=code,
        name=name,
        price=Money(pence),
        unit=unit,
        admission=admission,
        source=PriceSource(source),
        confirmed=confirmed,
        factor_applies=factor,
        uplift_included=uplift,
        effective_from=_date(since),
        effective_to=_date(until),
        note=note,
    )


def _pence(amount: Money | None) -> int | None:
    return None if amount is None else amount.pence


def _money(pence: int | None) -> Money | None:
    return None if pence is None else Money(pence)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
