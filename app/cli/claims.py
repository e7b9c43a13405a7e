"""`recoup claims pack`: what is reported to the state, ready to upload or to key."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json
from app.cli.stores import add_store, new_folders, opened, write_file
from app.core.money import CURRENCY

if TYPE_CHECKING:
    from app.services.claim_packs import ClaimPack

_MANUAL = """Care given on an EHIC, PRC, S2, E112, under the Malta quota or an agreement is not
charged to the patient; the hospital reports it, so that the state can claim.

ACT pack, input: the store of --data. Every claim that is ready and not reported yet goes into
--out: claims-TYPE.csv with a row for each treatment, to upload, and claim-REF.pdf with a case's
fields under the portal's numbers, to key. The full cost is that at 100 per cent of the price.
Nothing is marked as reported by this: finance does that with the id that the portal gives.

output: {"files": [names], "refs", "left_out": [{"ref", "says"}], "state_value", "trust_income",
  "currency"}. left_out are cases to report that something stops, with the first thing that does.
  State value is what the state may claim, trust income what the trust gets; never add the two.

refusals: nothing_to_claim, unwritable, not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `claims`."""
    parser = command(
        commands,
        "claims",
        _pack,
        purpose="Write the claims that are ready: files to upload, sheets to key.",
        manual=_MANUAL,
        example="recoup claims pack --data desk --user fmarsh --out claims",
    )
    parser.add_argument("act", choices=("pack",), help="write what is ready")
    parser.add_argument("--out", metavar="DIR", required=True, help="where the files go")
    add_store(parser)


def _pack(args: argparse.Namespace) -> int:
    from app.services.claim_packs import pack

    with new_folders(args.out) as (folder,), opened(args, Act.INVOICE) as desk:
        made = pack(desk)
        for name, content in made.files:
            write_file(folder / name, content)
    print_json(_shown(made))
    return DONE


def _shown(made: ClaimPack) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "files": [name for name, _ in made.files],
        "refs": list(made.refs),
        "left_out": [
            {"ref": one.claim.ref, "says": one.findings[0].sentence} for one in made.left_out
        ],
        "state_value": made.worth.state_value.plain,
        "trust_income": made.worth.trust_income.plain,
        "currency": CURRENCY,
    }
