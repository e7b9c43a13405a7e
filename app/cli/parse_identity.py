"""`recoup parse mrz|nhs-number|postcode|date`: what is typed at a desk, an item a line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from app.core.dates import parse_date, parse_iso, show
from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber
from app.core.postcode import clean_postcode
from app.machine import SystemClock

MOST = 4_000_000
Items = list[dict[str, Any]]
MANUAL = """mrz: the lines of a passport, card or visa (ICAO 9303: TD1, TD2, TD3, MRV-A, MRV-B), in
capitals or not, run together or not; several documents with an empty line between them.
  {"valid", "normalised": the document number, "warnings", "format", "document_type", "issuer",
   "nationality", "country_iso3": of the nationality, null where it is none, "surname",
   "given_names", "truncated", "document_number", "birth_date": shortened where only a part is
   known, "sex", "expiry_date", "expired", "optional_data", "checks": {name: holds}}
  Centuries and running out are seen from --as-at. A failed check digit fills nothing.
nhs-number: a number a line, any spacing. {"valid", "normalised": ten digits, "warnings", "text",
  "shown": 3-3-4, "made_up": of the range never issued}
postcode: a UK postcode a line. {"valid", "normalised", "warnings", "text"}
date: a day a line, as a clerk types it: 14/7/26, 140726, +3w, July 2026. {"valid", "normalised":
  YYYY-MM-DD, "warnings", "text", "shown"}; seen from --as-at.
of these kinds and of ehic, one item is printed as one object, several as an array."""


def as_at(args: argparse.Namespace) -> date:
    """The day of `--as-at`, else today; raises BadInput."""
    given: str | None = args.as_at
    return parse_iso(given, "as_at") if given else SystemClock().today()


def text_of(raw: bytes) -> str:
    """The file as text; raises BadInput."""
    if len(raw) > MOST:
        raise BadInput("too_large", f"This is more than {MOST:,} bytes. Cut it in parts.", "file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("bad_file", "This is not UTF-8 text. Save it as UTF-8.", "file") from None


def one_or_all(items: Items) -> dict[str, Any] | Items:
    """One item as itself; raises BadInput where there is none."""
    if not items:
        raise BadInput("bad_file", "This is empty. Give one item a line.", "file")
    return items[0] if len(items) == 1 else items


def read(raw: bytes, args: argparse.Namespace) -> dict[str, Any] | Items:
    """The items of a file of one of these kinds; raises BadInput."""
    day, text = as_at(args), text_of(raw)
    if args.kind == "mrz":
        return one_or_all(_documents(text, day))
    readers: dict[str, Callable[[str], dict[str, Any]]] = {
        "nhs-number": _nhs_number,
        "postcode": lambda line: {"normalised": clean_postcode(line)},
        "date": lambda line: _date(line, day),
    }
    lines = (line.strip() for line in text.splitlines())
    return one_or_all(_each((line for line in lines if line), readers[args.kind]))


def _each(lines: Iterable[str], reader: Callable[[str], dict[str, Any]]) -> Items:
    items = []
    for line in lines:
        try:
            found = {
                "valid": True,
                "normalised": None,
                "warnings": [],
                "text": line,
                **reader(line),
            }
        except BadInput as bad:
            found = {"valid": False, "normalised": None, "warnings": [bad.message], "text": line}
        items.append(found)
    return items


def _nhs_number(line: str) -> dict[str, Any]:
    number = NHSNumber.parse(line)
    return {"normalised": number.digits, "shown": str(number), "made_up": number.is_made_up}


def _date(line: str, day: date) -> dict[str, Any]:
    found = parse_date(line, day)
    return {"normalised": found.isoformat(), "shown": show(found)}


def _documents(text: str, day: date) -> Items:
    from app.interop.mrz.as_json import document_json, refused_json
    from app.interop.mrz.document import BadMrz
    from app.interop.mrz.reading import read_mrz

    items = []
    for one in _blocks(text):
        try:
            found = read_mrz(one, as_at=day)
            items.append(document_json(found, _iso3(found.nationality)))
        except BadMrz as bad:
            items.append(refused_json(bad))
    return items


def _blocks(text: str) -> list[str]:
    """Documents apart by an empty line."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return ["\n".join(block) for block in blocks if block]


def _iso3(code: str) -> str | None:
    """The ISO code of a nationality in passport lines, None where it is no country's."""
    from app.library.law import load_countries
    from app.library.places import load_places

    countries, special = load_countries(), load_places().travel.get(code)
    if special is not None:
        return countries[special.country].alpha3 if special.country else None
    return code if any(one.alpha3 == code for one in countries.values()) else None
