"""`recoup devices request`, `join`, `renew` and `list`: the side of the machine."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json, read_bytes, tell
from app.cli.stores import add_store, ask_share_password, opened
from app.core.errors import BadInput
from app.services import enrolling, own_standing
from app.services.admitting import listed_on, require_fingerprint
from app.services.own_standing import Standing
from app.shares import open_share
from app.spool.keys import spoken
from app.spool.roster import LARGEST_ROSTER, Device, Roster, read_roster
from app.store.small_files import require_new, write_new

_REQUEST = """input: the store of --data, and a name by which people know the machine.

Makes the machine's keys where it has none; they never leave its encrypted store. Carry FILE to
whoever holds the trust's key file, and read them the fingerprint. It holds no secret.

output: {"path", "code", "name", "fingerprint"}.

refusals: no_name, exists, unwritable, not_allowed."""

_JOIN = """input: the grant file, which is the list of devices, and the store of --data.

From now on this machine believes lists signed with that trust's keys, and no other. It sends all
that waited with the next `recoup sync`. Compare the trust's fingerprint with the one the
administrator reads out, or give it with --root: another one is refused.

output: the standing of this machine, as `recoup devices list --data DIR` gives it.

refusals: bad_roster, other_trust, other_root, other_fingerprint, not_named, not_found."""

_RENEW = """input: the store of --data, and the name of the machine.

Makes new keys, and a request to be known by them: grant it as the first. Until then the old keys
go on, and what was sealed to them stays readable afterwards.

output: {"path", "code", "name", "fingerprint"}.

refusals: no_name, exists, unwritable, not_allowed."""

_LIST = """input: one of: the newest list on a share (--share), a list in a file (--roster), or
the list that a machine believes (--data, with its own standing).

A share may hold lists of several trusts: then say which, --trust CODE. A list proves by its
signature alone that nobody altered it; --root FINGERPRINT asks for those of one trust's keys.

output: {"trust", "edition", "root", "made_at", "devices": [{"code", "name", "duties",
  "fingerprint", "granted_at", "revoked_at", "revoked_because"}]}, with --data also "machine":
  {"code", "joined", "revoked", "renewing", "since", "duties", "fingerprint"}. Without a list
  edition is 0.

refusals: no_list, no_roster, bad_roster, other_fingerprint, share_unavailable and its kin."""


def register(acts: Subcommands) -> None:
    """Add the acts of a machine."""
    for name, run, purpose, manual in (
        ("request", _request, "Ask for this machine to be let in: its request file.", _REQUEST),
        ("renew", _renew, "Make new keys for this machine, and the request to use them.", _RENEW),
    ):
        asking = command(
            acts,
            name,
            run,
            purpose=purpose,
            manual=manual,
            example=f'recoup devices {name} --data desk --user admin --name "Ward 7 laptop" '
            "--out ward7.request",
        )
        asking.add_argument("--name", required=True, help="what people call the machine")
        asking.add_argument("--out", metavar="FILE", required=True, help="the request file")
        add_store(asking)
    joining = command(
        acts,
        "join",
        _join,
        purpose="Take the trust's list of devices home, and belong to it.",
        manual=_JOIN,
        example="recoup devices join ward7.grant --data desk --user admin",
    )
    joining.add_argument("grant", metavar="GRANT", help="the grant file, or - for standard input")
    joining.add_argument("--root", metavar="FINGERPRINT", default="", help="of the trust's keys")
    add_store(joining)
    listing = command(
        acts,
        "list",
        _list,
        purpose="Say which machines are on the list, and since when.",
        manual=_LIST,
        example="recoup devices list --share /mnt/finance",
    )
    listing.add_argument("--share", metavar="URL", help="where the list lies")
    listing.add_argument("--roster", metavar="FILE", help="the list in a file")
    listing.add_argument("--trust", metavar="CODE", help="which trust, where a share has several")
    listing.add_argument("--root", metavar="FINGERPRINT", default="", help="of the trust's keys")
    add_store(listing, required=False)


def _request(args: argparse.Namespace) -> int:
    return _ask(args, renewing=False)


def _renew(args: argparse.Namespace) -> int:
    return _ask(args, renewing=True)


def _ask(args: argparse.Namespace, *, renewing: bool) -> int:
    with opened(args, Act.ADMINISTER) as desk:
        make = enrolling.renew_keys if renewing else enrolling.request
        path = Path(args.out)
        require_new(path)
        write_new(path, make(desk, args.name))
        said = own_standing.standing(desk).fingerprint
        code = desk.device
    print_json(
        {
            "contract_version": 1,
            "path": args.out,
            "code": code,
            "name": args.name.strip(),
            "fingerprint": said,
        }
    )
    tell(f"Carry {args.out} to whoever holds the trust's key file. Read them its fingerprint:")
    tell(said)
    return DONE


def _join(args: argparse.Namespace) -> int:
    grant = read_bytes(args.grant, most=LARGEST_ROSTER)
    with opened(args, Act.ADMINISTER) as desk:
        require_fingerprint(read_roster(grant).root, args.root, "root")
        roster = enrolling.join(desk, grant)
        standing = own_standing.standing(desk)
    print_json(_listed(roster) | {"machine": _machine(standing)})
    tell(f"This machine belongs to {roster.trust}. The fingerprint of the trust's keys is:")
    tell(spoken(roster.root))
    return DONE


def _list(args: argparse.Namespace) -> int:
    if args.data is not None:
        with opened(args, Act.ADMINISTER) as desk:
            standing = own_standing.standing(desk)
        listed = _none(standing) if standing.listed is None else _listed(standing.listed)
        print_json(listed | {"machine": _machine(standing)})
        return DONE
    roster = _named(args)
    require_fingerprint(roster.root, args.root, "root")
    print_json(_listed(roster))
    at_work = sum(not one.is_revoked for one in roster.devices)
    tell(f"Edition {roster.number} of {roster.trust}: {at_work} at work.")
    return DONE


def _named(args: argparse.Namespace) -> Roster:
    if args.roster is not None:
        return read_roster(read_bytes(args.roster, most=LARGEST_ROSTER))
    if args.share is None:
        raise BadInput("no_list", "Say where the list is: --share, --roster or --data.", "share")
    return listed_on(open_share(args.share, ask=ask_share_password), args.trust)


def _listed(roster: Roster) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "trust": roster.trust,
        "edition": roster.number,
        "root": spoken(roster.root),
        "made_at": roster.made_at,
        "devices": [_device(one) for one in roster.devices],
    }


def _none(standing: Standing) -> dict[str, Any]:
    return {"contract_version": 1, "trust": standing.trust, "edition": 0, "devices": []}


def _device(device: Device) -> dict[str, Any]:
    return {
        "code": device.code,
        "name": device.name,
        "duties": sorted(device.duties),
        "fingerprint": spoken(device.keys.verify),
        "granted_at": device.granted_at,
        "revoked_at": device.revoked_at,
        "revoked_because": device.revoked_because,
    }


def _machine(standing: Standing) -> dict[str, Any]:
    return {
        "code": standing.code,
        "joined": standing.joined,
        "revoked": standing.revoked,
        "renewing": standing.renewing,
        "since": standing.since,
        "duties": list(standing.duties),
        "fingerprint": standing.fingerprint,
    }
