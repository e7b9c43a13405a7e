"""Small price files of a trust, as its administrator takes them in."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from app.library.workbook import read_own_file, read_price_file
from app.pricing.currencies import PriceSource
from app.services.price_lists import OwnPreview, Preview

HEADER = (
    "HRG code,HRG name,Outpatient procedure price (£),"
    "Combined day case / ordinary elective spell price (£),Day case spell price (£),"
    "Ordinary elective spell price (£),Ordinary elective long stay trim point (days),"
    "Non-elective spell price (£),Non-elective long stay trim point (days),"
    "Per day long stay payment (for days exceeding trim point) (£)"
)


def price_file(hip: int = 7251, year: str = "2025/26") -> bytes:
    """Two HRGs of a year, one of them the hip replacement of finance.md 2.3."""
    rows = (
        f"{year} prices",
        HEADER,
        f'HN12F,"Very Major Hip Procedures, with CC Score 0-1",-,{hip},-,-,9,9000,20,300',
        "HC72A,Diagnostic Spinal Puncture,-,539,-,-,5,1200,8,300",
    )
    return "\n".join(rows).encode("utf-8")


PRICES = price_file()
OWN_PRICES = (
    b"code,name,unit,price,from,to,factor applies?,kind\n"
    b"XC01Z,Critical care,day,1500.50,,,,\n"
    b"STENT,Coronary stent,each,800,2026-04-01,2027-03-31,no,device\n"
)


def read_prices(raw: bytes, tariff_year: str | None = None, name: str = "prices.csv") -> Preview:
    """The file as the service reads it, for those who may not read it there."""
    return Preview(
        file_name=name,
        file_sha256=sha256(raw).hexdigest(),
        asked_year=tariff_year,
        book=read_price_file(raw, name, tariff_year),
    )


def read_own(raw: bytes, since: date) -> OwnPreview:
    """The same of the trust's own prices."""
    return OwnPreview(
        file_name="own.csv",
        file_sha256=sha256(raw).hexdigest(),
        kind="local",
        items=read_own_file(raw, PriceSource.LOCAL, since, None),
    )
