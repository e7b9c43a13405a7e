"""`recoup prices`: the lists, factors and single prices that a desk prices with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json, read_bytes, tell
from app.cli.parse_tariff import (
    MOST,
    attendance_json,
    book_json,
    hrg_json,
    item_json,
    lacking,
)
from app.cli.stores import add_store, opened
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.money import CURRENCY, Money
from app.services.desk import Desk

if TYPE_CHECKING:
    from app.pricing.currencies import ItemPrice
    from app.services.price_lists import Accepted

_MANUAL = """input: the store of --data, and an ACT:
  import FILE|-   take in a list of the scheme's prices, a list of factors, or, with --own, the
                  trust's own: columns name and price, and where wanted code, unit, from, to,
                  factor applies?, kind. --preview shows it and keeps nothing. A list needs
                  --edition, its name, and --published, the day it came out; --year where the
                  file does not say. It is used at once; the same list again changes nothing.
  list            every edition, factor, own price and other list, and which are in force
  show CODE       what a code is priced at, --on a day
  set             enter one price: --name and --price, and where wanted --code, --unit, --kind,
                  --from, --to, --factor-applies; --own guide for a guide price
  end CODE        let a price end today
  factor NUMBER   the market forces factor of --year, of this trust or of --provider
import, set, end and factor need an administrator; list and show also finance and officers.

output: import {"accepted", "name", "tariff_year", "rows"} beside what `recoup parse tariff` shows;
  list {"editions", "factors", "own_factor", "own", "lists", "licence"}; show {"code", "on",
  "tariff_year", "edition", "hrg", "attendances", "items"}; set and end the price; factor the
  factor. Amounts are text with two decimals.

refusals: those of `recoup parse tariff`; no_year, no_name, bad_date, bad_amount, bad_mff,
  same_name (another list has that year and name), no_admitted (no admitted care in it),
  price_in_force (a day gone by would get another price than it had), not_found, not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `prices`."""
    parser = command(
        commands,
        "prices",
        _prices,
        purpose="Take in, list, show and enter what a desk prices with.",
        manual=_MANUAL,
        example='recoup prices import annex-a.xlsx --edition "2026/27 NHS Payment Scheme" '
        "--published 2026-03-20 --data desk --user admin",
    )
    parser.add_argument("act", choices=tuple(_ACTS), metavar="ACT", help=", ".join(_ACTS))
    parser.add_argument("what", nargs="?", metavar="FILE|CODE|NUMBER", help="what it is about")
    parser.add_argument("--preview", action="store_true", help="show a file, keep nothing")
    parser.add_argument("--edition", metavar="NAME", help="the name of the list")
    parser.add_argument("--published", metavar="DATE", help="the day it came out")
    parser.add_argument("--publisher", metavar="NAME", help="who published it; else NHS England")
    parser.add_argument("--year", metavar="2026/27", help="the tariff year")
    parser.add_argument(
        "--lacks", metavar="COLUMN", action="append", default=[], help="may be missing"
    )
    parser.add_argument("--own", choices=("local", "guide"), help="the trust's own prices")
    parser.add_argument("--on", metavar="DATE", help="show: the day; else today")
    parser.add_argument("--from", dest="since", metavar="DATE", help="first day; else today")
    parser.add_argument("--to", dest="until", metavar="DATE", help="last day")
    parser.add_argument("--code", metavar="CODE", default="", help="set: its code")
    parser.add_argument("--name", metavar="NAME", default="", help="set: what it is")
    parser.add_argument("--price", metavar="POUNDS", help="set: the price")
    parser.add_argument("--unit", metavar="UNIT", default="", help="set: per what")
    parser.add_argument("--kind", metavar="KIND", default="other", help="set: as critical_care")
    parser.add_argument("--factor-applies", action="store_true", help="set: multiply by the factor")
    parser.add_argument("--provider", metavar="CODE", help="factor: another provider")
    add_store(parser)


def _prices(args: argparse.Namespace) -> int:
    act, needed, is_read = _ACTS[args.act]
    if needed and not args.what:
        raise BadInput("no_name", f"Say what `prices {args.act}` is about.", "what")
    with opened(args, Act.SEE_PRICES if is_read else Act.ADMINISTER) as desk:
        answer = act(desk, args)
    print_json({"contract_version": 1, **answer})
    return DONE


def _import(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    from app.services import price_lists

    raw = read_bytes(args.what, most=MOST)
    name = "" if args.what == "-" else Path(args.what).name
    if args.own:
        since = _day(args.since, "from") or desk.today
        own = price_lists.read_own(
            desk, raw, kind=args.own, since=since, until=_day(args.until, "to"), file_name=name
        )
        shown = {"sample": [_own(item) for item in own.items[:5]], "total": len(own.items)}
        if args.preview:
            return {"accepted": False, **shown}
        return {**_accepted(price_lists.accept_own(desk, own, name=args.edition or name)), **shown}
    preview = price_lists.read(
        desk, raw, file_name=name, tariff_year=args.year, lacks=lacking(args.lacks)
    )
    told = book_json(preview.book)
    if args.preview:
        return {"accepted": False, **told}
    published = _day(args.published, "published")
    if published is None:
        raise BadInput("bad_date", "Say when the list came out: --published DATE.", "published")
    accepted = price_lists.accept(
        desk,
        preview,
        edition=args.edition or preview.book.title,
        published_on=published,
        publisher=args.publisher or price_lists.PUBLISHER,
    )
    return {**_accepted(accepted), **told}


def _accepted(accepted: Accepted) -> dict[str, Any]:
    named = f"“{accepted.name}”"
    tell(f"{named} is in use." if accepted.new else f"{named} is here already. Nothing changed.")
    return {
        "accepted": accepted.new,
        "name": accepted.name,
        "tariff_year": accepted.tariff_year or None,
        "rows": accepted.rows,
    }


def _list(desk: Desk, _args: argparse.Namespace) -> dict[str, Any]:
    from app.services import price_shelf

    shown = price_shelf.shown(desk)
    return {
        "editions": [_plain(asdict(one)) for one in shown.editions],
        "factors": [
            {
                "tariff_year": one.tariff_year,
                "providers": one.providers,
                "own": f"{one.own.factor:f}" if one.own else None,
            }
            for one in shown.factors
        ],
        "own_factor": shown.own_factor or None,
        "own": [_own(item) for item in shown.own],
        "lists": [
            {
                "name": one.name,
                "source": one.source.value,
                "effective_from": one.effective_from.isoformat(),
                "effective_to": one.effective_to.isoformat() if one.effective_to else None,
                "citation": one.citation,
                "note": one.note,
            }
            for one in shown.lists
        ],
        "licence": shown.licence,
    }


def _show(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    from app.services import price_shelf

    on = _day(args.on, "on") or desk.today
    found = price_shelf.price_of(desk, args.what, on=on)
    return {
        "code": args.what,
        "on": on.isoformat(),
        "tariff_year": found.edition.tariff_year,
        "edition": found.edition.edition,
        "hrg": hrg_json(found.hrg) if found.hrg else None,
        "attendances": [attendance_json(one) for one in found.attendances],
        "items": [item_json(one) for one in found.items],
        "currency": CURRENCY,
    }


def _set(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    from app.pricing.currencies import Kind
    from app.services import own_prices

    if args.kind not in {kind.value for kind in Kind}:
        known = ", ".join(kind.value for kind in Kind)
        raise BadInput("bad_value", f"--kind is one of {known}.", "kind")
    item = own_prices.enter_price(
        desk,
        own_prices.OwnPrice(
            name=args.name,
            price=Money.parse(args.price or "", "price"),
            code=args.code,
            unit=args.unit,
            kind=Kind(args.kind),
            factor_applies=args.factor_applies,
            effective_from=_day(args.since, "from"),
            effective_to=_day(args.until, "to"),
        ),
        kind=args.own or "local",
    )
    return _own(item)


def _end(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    from app.services import own_prices

    return _own(own_prices.end_price(desk, code=args.what, kind=args.own or "local"))


def _factor(desk: Desk, args: argparse.Namespace) -> dict[str, Any]:
    from app.services import own_prices

    try:
        factor = Decimal(args.what)
    except InvalidOperation:
        raise BadInput("bad_mff", "Enter the factor like 1.148886.", "mff") from None
    own_prices.enter_factor(desk, args.year or "", factor, provider=args.provider)
    provider = args.provider or desk.trust.provider_code
    return {"tariff_year": args.year, "provider": provider, "factor": f"{factor:f}"}


def _own(item: ItemPrice) -> dict[str, Any]:
    return {
        **item_json(item),
        "factor_applies": item.factor_applies,
        "effective_from": item.effective_from.isoformat() if item.effective_from else None,
        "effective_to": item.effective_to.isoformat() if item.effective_to else None,
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()
    }


def _day(text: str | None, field: str) -> date | None:
    return parse_iso(text, field) if text else None


# What is done, whether it needs its second word, whether it only reads.
_ACTS: Mapping[str, tuple[Callable[[Desk, argparse.Namespace], dict[str, Any]], bool, bool]] = {
    "import": (_import, True, False),
    "list": (_list, False, True),
    "show": (_show, True, True),
    "set": (_set, False, False),
    "end": (_end, True, False),
    "factor": (_factor, True, False),
}
