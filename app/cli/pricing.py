"""`recoup estimate`: what a service would cost its payer, with the whole working."""

from __future__ import annotations

import argparse

from app.cli.frame import DONE, Subcommands, command, print_json, read_json
from app.library.tariffs import load_market_forces, load_shelf
from app.pricing.estimate import estimate
from app.pricing.request_reader import ignored_keys, read_request

_MANUAL = """input, one JSON object:
  {"provider": "R1H", "mff": "1.148886" or null, "tariff_year": "2018/19", "edition": null,
   "rounding": "pence" or "whole_pound",
   "lines": [{"id": "1", "hrg": "AA22C" or "root": "AA22" or "tfc": "330" or "item": "INFLIXIMAB",
              "admission": "elective", "length_of_stay": 110, "rate_percent": 150,
              "date": "2018-05-01"}]}

  mff null takes the provider's published factor of the year; edition null the latest.
  admission: elective, day_case, non_elective, outpatient_procedure, outpatient_attendance,
    maternity, unbundled, critical_care, drug_or_device, specialty (the upfront list), other.
  rate_percent is 150 where left out, 100 for services on the old basis of 2020 and before, 0 for
    care that is free, which is shown and costs nothing.
  length_of_stay: nights, less those in critical care; longest_stay: how many it may become.
  tfc takes first, multi_professional and face_to_face (true or false); units counts days of
    critical care, scans or packs. Outpatient lines with the same visit and date give one price,
    the highest. age and admission_method decide about a reduced short stay. provisional true lets
    the national average cost stand in where there is no price.

output, one JSON object: each line with base, trim_days, per_day, excess_days, mff, multiplier,
  low, likely, high, charge, source, price_from and what drives its range; total, currency,
  statement, and the rules of price with their source and whether it confirms them. Amounts are
  text with two decimals. Where only a root is known, low and high bound its HRGs and charge is
  the middle one. Where there is no unit price, a guide price stands in, then the trust's own.

refusals: no_price (that year's list has no such price; another year is never used), wrong_year
  (a date outside tariff_year), no_mff (no factor of that year is known), bad_request, bad_line,
  bad_mff, bad_tariff_year, bad_date, bad_tariff."""


def register(commands: Subcommands) -> None:
    """Add `estimate`."""
    parser = command(
        commands,
        "estimate",
        _estimate,
        purpose="Work out an estimate from the published prices of one tariff year.",
        manual=_MANUAL,
        example="recoup estimate request.json",
    )
    parser.add_argument("file", metavar="FILE|-", help="the request, or - for standard input")


def _estimate(args: argparse.Namespace) -> int:
    document = read_json(args.file)
    found = estimate(read_request(document), load_shelf(), load_market_forces())
    print_json({**found.as_json(), "ignored": ignored_keys(document)})
    return DONE
