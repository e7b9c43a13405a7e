"""Small price lists for tests, written as their publisher would."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.pricing.market_forces import MarketForces, ProviderFactor
from app.pricing.reader import Column, read_price_list
from app.pricing.tariff import Edition, Shelf

HEADER = (
    "hrg_code,hrg_name,outpatient_procedure_price,combined_daycase_elective_price,"
    "day_case_price,ordinary_elective_price,elective_trim_point_days,non_elective_price,"
    "non_elective_trim_point_days,per_day_long_stay_payment"
)
ROWS = (
    'AA10A,"Procedure on Nerves, with CC Score 4+",,8000,,,20,9000,30,200',
    'AA10B,"Procedure on Nerves, with CC Score 2-3",,6000,,,10,7000,15,200',
    'AA10C,"Procedure on Nerves, with CC Score 1",,4000,,,5,5000,8,200',
    'AA10D,"Procedure on Nerves, with CC Score 0",150,2000,,,5,3000,8,200',
    'AA11Z,"Split by Day Case",,-,"1,243",1125,7,2500,9,180',
    'AA12Z,"Nowhere Priced",n/a,,-,,5,,5,',
)
TEXT = "\n".join((HEADER, *ROWS)) + "\n"
NO_LONG_STAY = frozenset({Column.ELECTIVE_TRIM, Column.NON_ELECTIVE_TRIM, Column.PER_DAY})


def edition(
    *,
    tariff_year: str = "2018/19",
    name: str = "First edition",
    published_on: date = date(2018, 1, 10),
    effective_from: date = date(2018, 4, 1),
    effective_to: date = date(2019, 3, 31),
    text: str = TEXT,
    made_up: bool = False,
    lacks: frozenset[Column] = frozenset(),
) -> Edition:
    """A list with the rows above, or others."""
    return Edition(
        tariff_year=tariff_year,
        edition=name,
        published_on=published_on,
        effective_from=effective_from,
        effective_to=effective_to,
        source=f"Test list {tariff_year}.",
        licence="Made for tests.",
        long_stay_note="Trim points of another year.",
        made_up=made_up,
        rows=lambda: read_price_list(text, tariff_year=tariff_year, lacks=lacks),
    )


SHELF = Shelf((edition(),))
FORCES = MarketForces(
    {"2018/19": {"R1H": ProviderFactor("R1H", "Barts Health", Decimal("1.148886"))}}
)
