"""`recoup about`: the version, what it is made of, and its list of parts for a supplier's check."""

from __future__ import annotations

import argparse

from app.cli.frame import DONE, Subcommands, command, print_json
from app.library import parts
from app.library.packs import built_in


def register(commands: Subcommands) -> None:
    """Add `about`."""
    parser = command(
        commands,
        "about",
        _about,
        purpose="Say which version this is, of which parts it is made, and under which licences.",
        manual="input: none; no store is opened.\n\n"
        'output: {"version", "rules_version", "parts": [{"name", "version", "licence"}]}; with\n'
        "--sbom a CycloneDX 1.6 document of the same parts.",
        example="recoup about --sbom > recoup.cdx.json",
    )
    parser.add_argument("--sbom", action="store_true", help="a CycloneDX bill of materials")


def _about(args: argparse.Namespace) -> int:
    found = parts.parts()
    if args.sbom:
        print_json(parts.bill_of_materials(found))
        return DONE
    print_json(
        {
            "contract_version": 1,
            "version": found[0].version,
            "rules_version": built_in().law.pack.rules_version,
            "parts": [
                {"name": part.name, "version": part.version, "licence": part.licence}
                for part in found[1:]
            ],
        }
    )
    return DONE
