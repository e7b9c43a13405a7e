"""`recoup parse`: what comes in from outside, read and shown without being kept."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module

from app.cli.frame import DONE, Subcommands, command, print_json, read_bytes

# A module for each kind, with `MOST` bytes, `MANUAL` and `read(raw, args) -> the items as JSON`.
KINDS: Mapping[str, str] = {
    "mrz": "app.cli.parse_identity",
    "ehic": "app.cli.parse_cards",
    "nhs-number": "app.cli.parse_identity",
    "postcode": "app.cli.parse_identity",
    "date": "app.cli.parse_identity",
    "payments": "app.cli.parse_payments",
    "tariff": "app.cli.parse_tariff",
}

_MANUAL = """input: KIND and a file of that kind, or - for standard input. No store is opened and
nothing is kept. What the file is, is found out from what stands in it.

output, one JSON array, an object an item: {"valid", "normalised", "warnings": [...], ...fields};
of a tariff one such object for the file, and one alone where there is one item of a kind that a
person types (mrz, ehic, nhs-number, postcode, date).
An item that cannot be read is not valid, and a warning says why; exit code 0 all the same.
"""


def register(commands: Subcommands) -> None:
    """Add `parse`."""
    manuals = [import_module(module).MANUAL for module in dict.fromkeys(KINDS.values())]
    parser = command(
        commands,
        "parse",
        _parse,
        purpose="Read a file from outside and show what stands in it.",
        manual="\n".join((_MANUAL, *manuals)),
        example="recoup parse payments statement.csv",
    )
    parser.add_argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("file", metavar="FILE|-", help="the file, or - for standard input")
    parser.add_argument("--year", metavar="2025/26", help="tariff: the year it must be of")
    parser.add_argument(
        "--lacks",
        metavar="COLUMN",
        action="append",
        default=[],
        help="tariff: may be missing",
    )
    parser.add_argument(
        "--as-at", metavar="DATE", help="mrz, ehic, date: seen from this day instead of today"
    )
    parser.add_argument("--items", action="store_true", help="tariff: every price too")


def _parse(args: argparse.Namespace) -> int:
    reader = import_module(KINDS[args.kind])
    print_json(reader.read(read_bytes(args.file, most=reader.MOST), args))
    return DONE
