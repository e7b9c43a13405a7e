"""A price list for demonstration in a year for which none is held."""

from __future__ import annotations

from dataclasses import replace

from app.pricing.tariff import Edition
from app.pricing.years import year_bounds


def made_up_edition(like: Edition, tariff_year: str) -> Edition:
    """The figures of one list as invented prices of another year, marked so wherever shown.

    Only for a made-up trust: a live estimate never takes another year's prices.
    """
    first, last = year_bounds(tariff_year)
    return replace(
        like,
        tariff_year=tariff_year,
        edition=f"Made-up prices {tariff_year}",
        published_on=first,
        effective_from=first,
        effective_to=last,
        source=f"Made up for demonstration; not a published price of {tariff_year}.",
        note="Invented figures in the shape of a published list.",
        long_stay_note="",
        made_up=True,
    )
