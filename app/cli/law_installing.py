"""`recoup law install`, `packs`, `signer` and `replay`: law at a desk."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.access.roles import Act
from app.cli.frame import DONE, REFUSED, Subcommands, command, print_json, tell
from app.cli.signing_keys import read_key
from app.cli.stores import add_store, opened
from app.core.errors import BadInput
from app.signatures import fingerprint
from app.store.signing import read_public_key

if TYPE_CHECKING:
    from app.services.packs import PackShown

_INSTALL = """input: a pack file and the store of --data; needs an administrator. The signer is the
publisher, or one of the trust's own whom two administrators let in (`recoup law signer`).
From its first day on new cases are determined with it; cases made before keep their own pack.

output: {"version", "valid_from", "valid_to", "signed_by", "in_use", "expired"}.

refusals: bad_pack, bad_signature, unknown_signer, newer_pack, expired_pack, same_version."""

_PACKS = """input: the store of --data; needs an administrator.

output: {"in_use": pack, "rules", "unconfirmed", "packs": [pack], "signers": [signer]}."""

_SIGNER = """input: the store of --data; needs an administrator. ACT is propose (with --key
FILE.pub and --name), confirm or withdraw (with --key or --signer). One administrator proposes and
another, who had the key from its owner too, confirms. One alone may withdraw, at once and for
good; packs installed before stay in use.

output: {"signer", "name", "state", "proposed_by", "own"}.

refusals: bad_key, no_name, known_signer, not_proposed, not_allowed, not_found."""

_REPLAY = """input: the store of --data. Every stored determination is made again with the pack and
the case it was made with, and compared byte for byte. Nothing is stored, no patient is named.

output: {"determinations", "same", "without_input", "different": [{"ref", "seq", "rules_version",
"parts"}], "odd": [{"ref", "seq", "rules_version", "why"}]}; exit code 1 where one came out
otherwise or is odd: what was kept with it cannot be read, and the others are made again all the
same. without_input counts what was found before this version kept its case.

refusals: not_found, not_allowed."""


def register(acts: Subcommands) -> None:
    """Add `law install`, `law packs`, `law signer` and `law replay`."""
    install = command(
        acts,
        "install",
        _install,
        purpose="Use a signed pack at this desk.",
        manual=_INSTALL,
        example="recoup law install 2027-1.recoup-pack --data desk --user admin",
    )
    install.add_argument("file", metavar="FILE", help="the pack")
    add_store(install)
    packs = command(
        acts,
        "packs",
        _packs,
        purpose="List the packs and signers of this desk.",
        manual=_PACKS,
        example="recoup law packs --data desk --user admin",
    )
    add_store(packs)
    signer = command(
        acts,
        "signer",
        _signer,
        purpose="Let a signer of the trust's own in, with two administrators.",
        manual=_SIGNER,
        example='recoup law signer propose --key law-team.key.pub --name "Law team" --data desk '
        "--user admin",
    )
    signer.add_argument("act", choices=("propose", "confirm", "withdraw"), help="what to do")
    signer.add_argument("--key", metavar="FILE", help="the public key")
    signer.add_argument("--name", metavar="NAME", help="whose it is")
    signer.add_argument("--signer", metavar="NAME", help="the key's name, as `propose` gave it")
    add_store(signer)
    replay = command(
        acts,
        "replay",
        _replay,
        purpose="Make stored determinations again and compare them byte for byte.",
        manual=_REPLAY,
        example="recoup law replay --data desk --user auditor",
    )
    replay.add_argument("--ref", metavar="REF", default="", help="one registration only")
    add_store(replay)


def _install(args: argparse.Namespace) -> int:
    from app.library.sources import read_file
    from app.services import packs

    raw = read_file(Path(args.file))
    with opened(args, Act.ADMINISTER) as desk:
        shown = packs.install(desk, raw)
    print_json({"contract_version": 1, **_pack(shown)})
    tell(f"{shown.version} is {'in use' if shown.in_use else 'kept; another is in use today'}.")
    return DONE


def _packs(args: argparse.Namespace) -> int:
    from app.services import packs

    with opened(args, Act.ADMINISTER) as desk:
        shown = packs.packs(desk)
        notice = packs.expiry_notice(desk)
    print_json(
        {
            "contract_version": 1,
            "in_use": _pack(shown.in_use),
            "rules": shown.rules,
            "unconfirmed": shown.unconfirmed,
            "packs": [_pack(pack) for pack in shown.packs],
            "signers": [asdict(signer) for signer in shown.signers],
        }
    )
    if notice:
        tell(notice)
    return DONE


def _signer(args: argparse.Namespace) -> int:
    from app.services import packs

    key = read_key(args.key) if args.key else None
    if args.act == "propose":
        if key is None or not args.name:
            raise BadInput("bad_value", "Say which key and whose: --key FILE --name NAME.", "key")
        with opened(args, Act.ADMINISTER) as desk:
            shown = packs.propose_signer(desk, args.name, key)
    else:
        signer = args.signer if key is None else fingerprint(read_public_key(key))
        if not signer:
            raise BadInput("bad_value", "Say which: --key FILE or --signer NAME.", "signer")
        act = packs.confirm_signer if args.act == "confirm" else packs.withdraw_signer
        with opened(args, Act.ADMINISTER) as desk:
            shown = act(desk, signer)
    print_json({"contract_version": 1, **asdict(shown)})
    return DONE


def _replay(args: argparse.Namespace) -> int:
    from app.services.replaying import replay

    with opened(args, Act.VERIFY_AUDIT) as desk:
        found = replay(desk, args.ref)
    different = [one for one in found if one.same is False]
    odd = [one for one in found if one.odd]
    print_json(
        {
            "contract_version": 1,
            "determinations": len(found),
            "same": sum(one.same is True for one in found),
            "without_input": sum(one.same is None and not one.odd for one in found),
            "different": [
                {
                    "ref": one.ref,
                    "seq": one.seq,
                    "rules_version": one.rules_version,
                    "parts": list(one.differs),
                }
                for one in different
            ],
            "odd": [
                {
                    "ref": one.ref,
                    "seq": one.seq,
                    "rules_version": one.rules_version,
                    "why": one.odd,
                }
                for one in odd
            ],
        }
    )
    if different:
        tell(f"{len(different)} came out otherwise. Keep the file as it is and tell the publisher.")
    if odd:
        tell(f"{len(odd)} could not be made again. Each says why.")
    if different or odd:
        return REFUSED
    tell("Every determination that kept its case came out the same to the last byte.")
    return DONE


def _pack(shown: PackShown) -> dict[str, Any]:
    days = {"valid_from": shown.valid_from.isoformat(), "valid_to": shown.valid_to.isoformat()}
    return asdict(shown) | days
