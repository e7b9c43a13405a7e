"""The sheet of market forces factors in a price workbook, or in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from app.core.wording import Phrase
from app.pricing.cells import Cell, Meanings, Unread, text_of
from app.pricing.market_forces import PROVIDER, ProviderFactor
from app.pricing.sheets import Sheet, Table, fold

_CODES = {
    "provider code",
    "organisation code",
    "org code",
    "ods code",
    "trust code",
    "code",
}
_NAMES = {"provider name", "organisation name", "org name", "trust name", "name", "organisation"}
_FACTORS = re.compile(r"\bmff\b|market forces factor|payment (index|value)")
_UNDERLYING = re.compile(r"underlying")  # for commissioner budgets, not for prices
_FACTOR = re.compile(r"[12](\.[0-9]{1,18})?")  # a workbook keeps more decimals than are published
_SIX_DECIMALS = Decimal("0.000001")


def factor_table(sheet: Sheet) -> Table | None:
    """The table with a provider code and a factor."""
    return sheet.find_header(
        lambda header: (
            bool(_CODES & {fold(cell) for cell in header}) and bool(_factor_places(header))
        )
    )


def read_factor_sheet(table: Table, *, tariff_year: str | None) -> Mapping[str, ProviderFactor]:
    """Each provider's factor, six decimals; raises BadInput `bad_tariff`.

    Where several columns hold factors, the one whose header names the year counts.
    """
    table.require_whole()
    folded = [fold(cell) for cell in table.header]
    code_at = next(at for at, one in enumerate(folded) if one in _CODES)
    name_at = next((at for at, one in enumerate(folded) if one in _NAMES), code_at)
    factor_at = _chosen(table, tariff_year)
    codes = table.texts(code_at, table.header[code_at])
    names = table.texts(name_at, table.header[name_at])
    factors = table.read(factor_at, table.header[factor_at], Meanings(_factor))
    found: dict[str, ProviderFactor] = {}
    for at, (code, name, factor) in enumerate(zip(codes, names, factors, strict=True)):
        if not PROVIDER.fullmatch(code):
            what = Phrase("“{code}” is not a provider code such as R1H", code=code)
            raise table.bad(what, at=at, column=table.header[code_at])
        if code in found:
            raise table.bad(Phrase("{code} stands in the list twice", code=code), at=at)
        found[code] = ProviderFactor(code, name, factor)
    return found


def _factor_places(header: Sequence[str]) -> list[int]:
    return [
        at
        for at, cell in enumerate(header)
        if _FACTORS.search(fold(cell)) and not _UNDERLYING.search(cell.casefold())
    ]


def _chosen(table: Table, tariff_year: str | None) -> int:
    places = _factor_places(table.header)
    if tariff_year is not None and len(places) > 1:
        places = [at for at in places if tariff_year in table.header[at]] or places
    if len(places) > 1:
        raise table.sheet.bad(
            Phrase("Several columns hold factors; keep the one whose year the prices are of")
        )
    return places[0]


def _factor(cell: Cell) -> Decimal:
    text = text_of(cell)
    if not isinstance(cell, str | int | float) or not _FACTOR.fullmatch(text):
        raise Unread(cell, Phrase("is not a factor such as 1.148886"))
    return Decimal(text).quantize(_SIX_DECIMALS, ROUND_HALF_UP)
