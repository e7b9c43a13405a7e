"""`recoup devices found`, `grant`, `revoke`, `let-hub-in` and `rotate`: the trust's key file."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from app.cli.frame import (
    DONE,
    Subcommands,
    add_now,
    clock_of,
    command,
    print_json,
    read_bytes,
    tell,
)
from app.cli.signing_keys import new_passphrase, read_key
from app.cli.stores import (
    HUB_PASSPHRASE,
    NEW_TRUST_PASSPHRASE,
    TRUST_PASSPHRASE,
    ask_share_password,
    ask_trust_passphrase,
)
from app.core.ports import stamp
from app.core.trust import Trust
from app.services import admitting
from app.services.admitting import Edition, Office
from app.services.trust_keys import unlock
from app.shares import open_share
from app.spool.device_request import LARGEST_REQUEST
from app.spool.keys import spoken
from app.spool.listing import publish
from app.spool.roster import LARGEST_ROSTER, Duty
from app.store.crypto import check_passphrase, new_recovery_key
from app.store.small_files import require_new, write_new

_WHERE = """--share is where the list lies: the newest edition there is the one that is followed,
and the next is put beside it under its own number. --roster names an edition in a file instead, or
as well where the share has lost it. --out writes the new edition to a file, too."""

_FOUND = """input: the trust's ODS code and name, and the names of three new files. The passphrase
of the key file, at least 12 characters, comes from RECOUP_TRUST_PASSPHRASE, else from a prompt.

Once for a trust. --keys gets the trust's keys, sealed under the passphrase and under a recovery
key: keep it off the desks, with a copy elsewhere. --sheet gets a page with the recovery key: print
it, lock it away, delete the file. --out gets the first list, which names no machine yet; with
--share it is put there as well.

output: {"keys", "sheet", "path", "published", "trust", "edition", "root"}; root is the fingerprint
  of the trust's keys, and stands on the sheet.

refusals: bad_code, weak_passphrase, no_passphrase, exists, trust_founded (the share has a list of
  this trust), number_taken, unwritable, share_unavailable and its kin."""

_GRANT = f"""input: a machine's request file, the trust's key file, and what the machine is for. Ask
whoever made the request to read its fingerprint to you, and compare, or give it with
--fingerprint: another one is refused.

--duty   desk (registers patients), ward (a laptop that may be lost: own drafts and the last days
         only), officer (sees every case; also decides what desks are told). May be repeated.
{_WHERE}
Carry the grant file (--out) to the machine, for `recoup devices join`.

output: {{"path", "published", "trust", "edition", "root", "granted": {{"code", "name", "duties",
  "fingerprint"}}, "replaces"}}; replaces is the name of the machine whose keys these take the place
  of, else null.

refusals: bad_request, other_fingerprint, other_trust, known_device, code_in_use, too_many,
  wrong_passphrase, passphrase_needed, bad_trust_keys, older_keys, other_trust_keys, no_list,
  no_roster, number_taken, exists, share_unavailable and its kin."""

_REVOKE = f"""input: the code of a machine, why, and the trust's key file.

What the machine sent before stays. What it sends afterwards is put aside by everybody as S104, and
nothing more is sealed to it. It learns of it when it next reaches the share.
{_WHERE}

output: {{"path", "published", "trust", "edition", "root", "revoked"}}.

refusals: no_device, no_reason, and those of the key file and the list as under grant."""

_HUB = f"""input: a code and a name for finance's side, the trust's key file, and the name of the
hub's key file, a new one. Its passphrase comes from RECOUP_HUB_PASSPHRASE, else from a prompt.

The hub opens what machines send and signs its answers; it cannot let machines in. Its key file is
what `recoup intake --keys` names. Letting the same code in again gives it new keys: after every
`recoup devices rotate` that has to be done.
--list   writes the new edition to a file, too.
{_WHERE.replace(" --out writes the new edition to a file, too.", "")}

output: {{"keys", "path", "published", "trust", "edition", "root", "code"}}.

refusals: bad_code, code_in_use, weak_passphrase, no_passphrase, exists, and those of the key file
  and the list as under grant."""

_ROTATE = f"""input: the trust's key file, and the names of a new key file and a new sheet.

Machines seal to a new key from the next exchange on. The new key file opens what was sealed before
as well; its passphrase is that of the old one, or RECOUP_NEW_TRUST_PASSPHRASE. The fingerprint of
the trust stays. Afterwards let each hub in again, then destroy the old key file and its sheet.
--list   writes the new edition to a file, too.
{_WHERE.replace(" --out writes the new edition to a file, too.", "")}

output: {{"keys", "sheet", "path", "published", "trust", "edition", "root", "hubs"}}; hubs are the
  codes to let in again.

refusals: exists, weak_passphrase, and those of the key file and the list as under grant."""


def register(acts: Subcommands) -> None:
    """Add the acts of whoever holds the trust's key file."""
    founding = command(
        acts,
        "found",
        _found,
        purpose="Make the trust's keys and the first list of its machines.",
        manual=_FOUND,
        example='recoup devices found --trust R1H --name "Northmoor General" --keys trust.keys '
        "--sheet recovery.pdf --out first.list --share /mnt/finance",
    )
    founding.add_argument("--trust", metavar="CODE", required=True, help="its ODS code")
    founding.add_argument("--name", required=True, help="its name, for the sheet")
    founding.add_argument("--keys", metavar="FILE", required=True, help="the new key file")
    founding.add_argument("--sheet", metavar="FILE", required=True, help="the page to print")
    founding.add_argument("--out", metavar="FILE", required=True, help="the first list")
    founding.add_argument("--share", metavar="URL", help="where the list is to lie")
    add_now(founding)
    _register_list_acts(acts)
    hub = command(
        acts,
        "let-hub-in",
        _let_hub_in,
        purpose="Make finance's side its key file, and put it on the list.",
        manual=_HUB,
        example="recoup devices let-hub-in --code HUB --out hub.keys --keys trust.keys "
        "--share /mnt/finance",
    )
    hub.add_argument("--code", required=True, help="capitals and digits, such as HUB")
    hub.add_argument("--name", default="Finance", help="what people call it")
    hub.add_argument("--out", metavar="FILE", required=True, help="the hub's new key file")
    _add_office(hub, out="--list")
    turning = command(
        acts,
        "rotate",
        _rotate,
        purpose="Give the trust a new key to seal to; old envelopes stay readable.",
        manual=_ROTATE,
        example="recoup devices rotate --keys trust.keys --out trust-2.keys "
        "--sheet recovery-2.pdf --share /mnt/finance",
    )
    turning.add_argument("--out", metavar="FILE", required=True, help="the new key file")
    turning.add_argument("--sheet", metavar="FILE", required=True, help="the new page to print")
    turning.add_argument("--name", default="", help="the trust's name, for the sheet")
    _add_office(turning, out="--list")


def _register_list_acts(acts: Subcommands) -> None:
    granting = command(
        acts,
        "grant",
        _grant,
        purpose="Let a machine in: the next edition of the list, with its keys and duties.",
        manual=_GRANT,
        example="recoup devices grant ward7.request --duty ward --keys trust.keys "
        "--share /mnt/finance --out ward7.grant",
    )
    granting.add_argument("request", metavar="REQUEST", help="the machine's request file")
    granting.add_argument(
        "--duty",
        action="append",
        required=True,
        choices=[duty.value for duty in admitting.DESKS],
        help="what it is for; may repeat",
    )
    granting.add_argument("--fingerprint", default="", help="as read out by whoever asks")
    _add_office(granting, out="--out")
    revoking = command(
        acts,
        "revoke",
        _revoke,
        purpose="Take a machine off the list, for good.",
        manual=_REVOKE,
        example='recoup devices revoke D07 --because "left on a train" --keys trust.keys '
        "--share /mnt/finance",
    )
    revoking.add_argument("code", metavar="CODE", help="the machine's code")
    revoking.add_argument("--because", metavar="TEXT", required=True, help="why, for people")
    _add_office(revoking, out="--out")


def _add_office(parser: argparse.ArgumentParser, *, out: str) -> None:
    parser.add_argument("--keys", metavar="FILE", required=True, help="the trust's key file")
    parser.add_argument("--share", metavar="URL", help="where the list lies")
    parser.add_argument("--roster", metavar="FILE", help="an edition of the list in a file")
    parser.add_argument(out, dest="list_out", metavar="FILE", help="write the new edition there")
    add_now(parser)


def _found(args: argparse.Namespace) -> int:
    keys, sheet, path = Path(args.keys), Path(args.sheet), Path(args.out)
    require_new(keys, sheet, path)
    clock = clock_of(args)
    passphrase = new_passphrase(TRUST_PASSPHRASE, "the trust's key file")
    share = None if args.share is None else open_share(args.share, ask=ask_share_password)
    made = admitting.found(
        args.trust.strip().upper(),
        passphrase=passphrase,
        recovery_key=new_recovery_key(),
        at=stamp(clock.now()),
        share=share,
    )
    write_new(keys, made.keys, mode=0o600)
    _write_sheet(args, sheet, made.recovery_key, made.edition)
    write_new(path, made.edition.file)
    name = "" if share is None else publish(share, made.edition.file)
    said = _said(Edition(made.edition.roster, made.edition.file, name), args.out)
    print_json(said | {"keys": args.keys, "sheet": args.sheet})
    tell(f"Print {args.sheet}, lock it away and delete the file. Keep {args.keys} off the desks.")
    return DONE


def _grant(args: argparse.Namespace) -> int:
    asked = read_bytes(args.request, most=LARGEST_REQUEST)
    request = admitting.read_asked(asked, args.fingerprint)
    with_keys = _office(args)
    before = admitting.replaced_by(with_keys.newest().roster, request)
    edition = with_keys.let_in(asked, frozenset(map(Duty, args.duty)), _now(args))
    _keep(args, edition)
    said = spoken(request.keys.verify)
    granted = {
        "code": request.code,
        "name": request.name,
        "duties": sorted(set(args.duty)),
        "fingerprint": said,
    }
    replaces = None if before is None else before.name
    print_json(
        _said(edition, args.list_out) | {"granted": granted, "replaces": replaces},
    )
    if before is not None:
        tell(f"These keys take the place of those of {before.code}, {before.name}.")
    tell(f"{request.name} is let in as {request.code}, by the keys:")
    tell(said)
    return DONE


def _revoke(args: argparse.Namespace) -> int:
    edition = _office(args).revoke(args.code, args.because, _now(args))
    _keep(args, edition)
    print_json(_said(edition, args.list_out) | {"revoked": args.code})
    tell(f"{args.code} is off the list. What it sent before stays.")
    return DONE


def _let_hub_in(args: argparse.Namespace) -> int:
    path = Path(args.out)
    require_new(path)
    office = _office(args)
    edition = office.let_hub_in(
        code=args.code,
        name=args.name,
        passphrase=new_passphrase(HUB_PASSPHRASE, "the hub's key file"),
        at=_now(args),
        keep=lambda keys: write_new(path, keys, mode=0o600),
    )
    _keep(args, edition)
    print_json(_said(edition, args.list_out) | {"keys": args.out, "code": args.code})
    tell(f"Finance takes envelopes in with: recoup intake --keys {args.out} ...")
    return DONE


def _rotate(args: argparse.Namespace) -> int:
    path, sheet = Path(args.out), Path(args.sheet)
    require_new(path, sheet)
    secret = ask_trust_passphrase()
    office = _office(args, secret)

    def keep(keys: bytes, recovery_key: str) -> None:
        write_new(path, keys, mode=0o600)
        _write_sheet(args, sheet, recovery_key, office.newest())

    edition = office.rotate(passphrase=_next_passphrase(secret), at=_now(args), keep=keep)
    _keep(args, edition)
    hubs = list(admitting.hubs_of(edition.roster))
    said = _said(edition, args.list_out)
    print_json(said | {"keys": args.out, "sheet": args.sheet, "hubs": hubs})
    tell(f"Print {args.sheet}, lock it away and delete the file. Use {args.out} from now on.")
    if hubs:
        tell(f"Let each hub in again (recoup devices let-hub-in): {', '.join(hubs)}.")
    return DONE


def _next_passphrase(secret: str | None) -> str:
    """The passphrase of a key file that takes another's place: a new one, or the same."""
    given = os.environ.get(NEW_TRUST_PASSPHRASE)
    if given is None and sys.stdin.isatty():
        return new_passphrase(NEW_TRUST_PASSPHRASE, "the new key file")
    check_passphrase(given or secret or "")
    return given or secret or ""


def _office(args: argparse.Namespace, secret: str | None = None) -> Office:
    if args.list_out is not None:
        require_new(Path(args.list_out))
    own = unlock(read_key(args.keys), secret or ask_trust_passphrase())
    share = None if args.share is None else open_share(args.share, ask=ask_share_password)
    kept = None if args.roster is None else read_bytes(args.roster, most=LARGEST_ROSTER)
    return Office(own=own, share=share, kept=kept)


def _now(args: argparse.Namespace) -> str:
    return stamp(clock_of(args).now())


def _keep(args: argparse.Namespace, edition: Edition) -> None:
    if args.list_out is not None:
        write_new(Path(args.list_out), edition.file)


def _write_sheet(args: argparse.Namespace, path: Path, key: str, edition: Edition) -> None:
    # reportlab and the fonts: for the two acts that print
    from app.setting_up import trust_key_sheet

    code = edition.roster.trust
    trust = Trust(name=args.name or code, provider_code=code, reference_code=code[:3])
    pdf = trust_key_sheet(trust, key, edition.roster.root, clock_of(args).today())
    write_new(path, pdf, mode=0o600)


def _said(edition: Edition, path: str | None) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "path": path,
        "published": edition.published or None,
        "trust": edition.roster.trust,
        "edition": edition.roster.number,
        "root": spoken(edition.roster.root),
    }
