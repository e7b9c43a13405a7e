"""The shelf of prices: dated lists, market forces factors and the names of codes."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from app.library import resource
from app.library.lay_words import load_lay_words
from app.library.price_lists import load_lists
from app.library.price_rules import load_price_rules
from app.library.tariff_files import FOLDER, read_file
from app.pricing.guide import PricingGuide
from app.pricing.market_forces import MarketForces, read_factors
from app.pricing.reader import Column, read_price_list
from app.pricing.tariff import Currency, Edition, Shelf


@cache
def load_shelf() -> Shelf:
    """Every price list that ships; the rows of each are read when first asked for."""
    catalogue = _catalogue()
    return Shelf(
        tuple(_edition(entry, catalogue["licence"]) for entry in catalogue["edition"]),
        load_lists(),
        guide=load_guide(),
    )


@cache
def load_guide() -> PricingGuide:
    """What is known beside the prices."""
    return PricingGuide(
        load_price_rules(),
        load_lay_words(),
        load_names("subchapters"),
        load_names("treatment_functions"),
    )


@cache
def load_market_forces() -> MarketForces:
    """The published factors, by the year they hold for."""
    return MarketForces(
        {entry["tariff_year"]: read_factors(read_file(entry)) for entry in _catalogue()["factors"]}
    )


@cache
def load_names(of: str) -> Mapping[str, str]:
    """Names by code of `treatment_functions`, `specialties` or `subchapters`."""
    entry = next(entry for entry in _catalogue()["names"] if entry["of"] == of)
    rows = csv.reader(read_file(entry).splitlines())
    next(rows)
    return {row[0]: row[1] for row in rows}


@cache
def _catalogue() -> dict[str, Any]:
    return tomllib.loads(resource(FOLDER, "editions.toml").read_text(encoding="utf-8"))


def _edition(entry: Mapping[str, Any], licence: str) -> Edition:
    def rows() -> tuple[Currency, ...]:
        return read_price_list(
            read_file(entry),
            tariff_year=entry["tariff_year"],
            lacks=frozenset(map(Column, entry["lacks"])),
        )

    return Edition(
        tariff_year=entry["tariff_year"],
        edition=entry["edition"],
        published_on=entry["published_on"],
        effective_from=entry["effective_from"],
        effective_to=entry["effective_to"],
        source=entry["source"],
        licence=licence,
        note=entry["note"],
        long_stay_note=entry["long_stay_note"],
        confirmed=entry["confirmed"],
        whole=entry["whole"],
        rows=rows,
    )
