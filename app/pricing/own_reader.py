"""The trust's own price list from a file: critical care days, drugs, devices, anything.

One table: code, name, unit, price, from, to, “factor applies?” (no where left blank), kind.
A name and a price are needed; a fault in one row refuses the whole file with row and reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.money import Money
from app.core.wording import Phrase, listed
from app.pricing.cells import Cell, Meanings, Readers, Unread, text_of
from app.pricing.currencies import ItemPrice, Kind, PriceSource
from app.pricing.items import kind_of_code
from app.pricing.own_prices import Entered, key_of
from app.pricing.sheets import Sheet, Table, bad_list, fold

T = TypeVar("T")

LONGEST_NAME = 120
LONGEST_CODE = 20
_CODE, _NAME, _UNIT, _PRICE = "code", "name", "unit", "price"
_FROM, _TO, _FACTOR, _KIND = "from", "to", "factor applies?", "kind"
# Folded, and so without “price” and “tariff”.
_HEADERS: Mapping[str, str] = {
    "code": _CODE,
    "local code": _CODE,
    "hrg code": _CODE,
    "name": _NAME,
    "description": _NAME,
    "item": _NAME,
    "unit": _UNIT,
    "per": _UNIT,
    "amount": _PRICE,
    "cost": _PRICE,
    "from": _FROM,
    "valid from": _FROM,
    "effective from": _FROM,
    "to": _TO,
    "valid to": _TO,
    "effective to": _TO,
    "factor applies": _FACTOR,
    "mff applies": _FACTOR,
    "kind": _KIND,
    "type": _KIND,
}
_KINDS: Mapping[str, Kind] = {
    "drug": Kind.DRUG_OR_DEVICE,
    "device": Kind.DRUG_OR_DEVICE,
    **{kind.value.replace("_", " "): kind for kind in Kind},
}


def read_own_prices(
    sheets: Sequence[Sheet], *, source: PriceSource, since: date, until: date | None
) -> tuple[ItemPrice, ...]:
    """Every price of the file; raises BadInput `bad_tariff`.

    `since` and `until` are the days of the list, for rows that name none of their own.
    """
    tables = _tables(sheets)
    if len(tables) != 1:
        raise bad_list(
            Phrase(
                "It needs one sheet with the columns “name” and “price”; “code”, “unit”, “from”, "
                "“to”, “factor applies?” and “kind” may stand beside them."
            )
        )
    table = tables[0]
    table.require_whole()
    places = _places(table)
    rows = _Rows(table, places)
    if not table.rows:
        raise table.sheet.bad(Phrase("It holds no price"))
    return rows.items(source, since, until)


def is_own_list(sheets: Sequence[Sheet]) -> bool:
    """Whether these sheets are written as the trust's own prices are."""
    return len(_tables(sheets)) == 1


def _tables(sheets: Sequence[Sheet]) -> list[Table]:
    return [
        table
        for sheet in sheets
        if not sheet.hidden
        if (table := sheet.find_header(lambda header: {_NAME, _PRICE} <= {*_named(header)}))
    ]


class _Rows:
    def __init__(self, table: Table, places: Mapping[str, int]) -> None:
        self._table, self._places = table, places

    def items(self, source: PriceSource, since: date, until: date | None) -> tuple[ItemPrice, ...]:
        prices = self._table.read(self._places[_PRICE], _PRICE, Readers.fresh().prices)
        codes, names, units = map(self._texts, (_CODE, _NAME, _UNIT))
        factors = self._read(_FACTOR, Readers.fresh().answers)
        firsts, lasts = self._read(_FROM, Meanings(_day)), self._read(_TO, Meanings(_day))
        kinds = self._read(_KIND, Meanings(_kind))
        found: dict[tuple[str, str], list[ItemPrice]] = {}
        for at, price in enumerate(prices):
            item = self._item(
                at,
                ItemPrice(
                    kind=kinds[at] or kind_of_code(codes[at]) or Kind.OTHER,
                    code=codes[at],
                    name=names[at],
                    price=self._required(price, at),
                    unit=units[at],
                    source=source,
                    confirmed=False,
                    factor_applies=bool(factors[at]),
                    effective_from=firsts[at] or since,
                    effective_to=lasts[at] or until,
                ),
            )
            before = found.setdefault(key_of(item), [])
            if any(_meet(item, other) for other in before):
                raise self._table.bad(
                    Phrase("{name} stands in the list twice", name=item.code or item.name), at=at
                )
            before.append(item)
        return tuple(item for items in found.values() for item in items)

    def _item(self, at: int, item: ItemPrice) -> ItemPrice:
        if not 0 < len(item.name) <= LONGEST_NAME:
            raise self._table.bad(
                Phrase("a name of at most {most} letters is needed", most=LONGEST_NAME), at=at
            )
        if len(item.code) > LONGEST_CODE:
            raise self._table.bad(
                Phrase("a code has at most {most} letters", most=LONGEST_CODE), at=at
            )
        if item.effective_from and item.effective_to and item.effective_to < item.effective_from:
            raise self._table.bad(Phrase("its last day is before its first"), at=at)
        return item

    def _required(self, price: Money | None, at: int) -> Money:
        if price is None:
            raise self._table.bad(Phrase("it has no price"), at=at, column=_PRICE)
        return price

    def _texts(self, column: str) -> Sequence[str]:
        place = self._places.get(column)
        return [""] * len(self._table.rows) if place is None else self._table.texts(place, column)

    def _read(self, column: str, meanings: Meanings[T | None]) -> Sequence[T | None]:
        place = self._places.get(column)
        if place is None:
            return [None] * len(self._table.rows)
        return self._table.read(place, column, meanings)


def _named(header: Sequence[str]) -> list[str | None]:
    return [_column(cell) for cell in header]


def _column(cell: str) -> str | None:
    if "price" in cell.casefold():
        return _PRICE
    return _HEADERS.get(fold(cell))


def _places(table: Table) -> Mapping[str, int]:
    places: dict[str, int] = {}
    for place, column in enumerate(_named(table.header)):
        if column in places:
            raise table.sheet.bad(Phrase("The column “{column}” stands in it twice", column=column))
        if column is not None:
            places[column] = place
    return places


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell)
    if text in ("", "-"):
        return None
    try:
        return parse_iso(text)
    except BadInput:
        raise Unread(cell, Phrase("is not a day such as 2026-04-01")) from None


def _kind(cell: Cell) -> Kind | None:
    text = " ".join(text_of(cell).casefold().replace("_", " ").split())
    if not text:
        return None
    if text not in _KINDS:
        raise Unread(cell, Phrase("is none of {names}", names=listed(_KINDS)))
    return _KINDS[text]


def _meet(one: ItemPrice, other: ItemPrice) -> bool:
    first, second = Entered(one), Entered(other)
    return first.since <= second.until and second.since <= first.until
