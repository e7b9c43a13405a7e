"""`recoup law new`, `keygen`, `sign` and `verify`: making a pack, away from any desk."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.frame import DONE, Subcommands, add_now, clock_of, command, print_json, tell
from app.cli.signing_keys import ask_key_passphrase, new_key_passphrase, read_key
from app.cli.stores import write_file
from app.core.errors import Known
from app.core.ports import stamp

_NEW = """input: the name of a new folder, and the version your pack will have.

output: the program's own law in the folder, comments and all, to be edited: rules, questions,
countries; and {"folder", "version", "used_from"}. used_from is the day of --now, else today;
change it in rules/pack.toml. docs/law.md says how a rule is read and changed.

refusals: exists, bad_value, unwritable."""

_KEYGEN = """input: none but the name of a new file, and a passphrase of at least 12 characters from
RECOUP_KEY_PASSPHRASE, else from a prompt.

output: the private key in FILE, for its owner only and sealed under the passphrase, the public key
in FILE.pub, and {"private", "public", "signer"}; signer is the name by which the key is known.
Keep FILE off the desks. Hand out FILE.pub.

refusals: exists, weak_passphrase, unwritable."""

_SIGN = """input: a folder laid out as resources/ is, and a private key (Ed25519, PEM). The
passphrase of a sealed key comes from RECOUP_KEY_PASSPHRASE, else from a prompt. rules/pack.toml
says the version (rules_version), from when it is used (used_from) and until when it may go unread
(review_by). A folder with a refusal in `recoup law check --quick` is not signed.

output: the pack in --out, and {"path", "version", "valid_from", "valid_to", "signer", "sha256"}.
The same folder, key, --by and --now give the same bytes.

refusals: bad_pack, not_clean, bad_key, no_passphrase, unwritable."""

_VERIFY = """input: a pack file.

output: {"version", "valid_from", "valid_to", "made_at", "made_by", "signer", "publisher", "sha256",
"expired"}. publisher is the name where the key is one that ships with the program, else null: then
compare signer with the one its maker told you.

refusals: bad_pack, bad_signature, newer_pack, not_found."""


def register(acts: Subcommands) -> None:
    """Add `law new`, `law keygen`, `law sign` and `law verify`."""
    new = command(
        acts,
        "new",
        _new,
        purpose="Begin a pack of your own with the program's law.",
        manual=_NEW,
        example="recoup law new my-rules --version 2027.1",
    )
    new.add_argument("folder", metavar="FOLDER", help="a folder that is not there yet")
    new.add_argument("--version", required=True, help="such as 2027.1")
    add_now(new)
    keygen = command(
        acts,
        "keygen",
        _keygen,
        purpose="Make a key to sign packs with.",
        manual=_KEYGEN,
        example="recoup law keygen --out law-team.key",
    )
    keygen.add_argument("--out", metavar="FILE", required=True, help="where the private key goes")
    sign = command(
        acts,
        "sign",
        _sign,
        purpose="Make a signed pack of a folder of rules.",
        manual=_SIGN,
        example='recoup law sign my-rules --key law-team.key --by "Law team" '
        "--out 2027-1.recoup-pack",
    )
    sign.add_argument("folder", metavar="FOLDER", help="rules, questions and countries")
    sign.add_argument("--key", metavar="FILE", required=True, help="the private key")
    sign.add_argument("--out", metavar="FILE", required=True, help="the pack")
    sign.add_argument("--by", metavar="NAME", required=True, help="who made the pack")
    add_now(sign)
    verify = command(
        acts,
        "verify",
        _verify,
        purpose="Say what a pack is, and that nobody changed it.",
        manual=_VERIFY,
        example="recoup law verify 2027-1.recoup-pack",
    )
    verify.add_argument("file", metavar="FILE", help="the pack")
    add_now(verify)


def _new(args: argparse.Namespace) -> int:
    from app.library.new_pack import begin_pack

    used_from = clock_of(args).today()
    begin_pack(Path(args.folder), args.version, used_from)
    print_json({"folder": args.folder, "version": args.version, "used_from": used_from.isoformat()})
    tell(f"Edit the files in {args.folder}, then: recoup law check {args.folder}")
    return DONE


def _keygen(args: argparse.Namespace) -> int:
    from app.signatures import fingerprint
    from app.store import signing
    from app.store.small_files import write_whole

    private, public = Path(args.out), Path(f"{args.out}.pub")
    for path in (private, public):
        if path.exists():
            raise Known("exists", f"There is a file {path} already. Name a new one.", "out")
    passphrase = new_key_passphrase()
    key = signing.new_private_key(passphrase)
    shown = signing.public_pem(key, passphrase)
    write_whole(private, key.decode("ascii"), mode=0o600)
    write_whole(public, shown.decode("ascii"))
    signer = fingerprint(signing.read_public_key(shown))
    print_json({"private": str(private), "public": str(public), "signer": signer})
    tell(f"Keep {private} off the desks, and its passphrase apart. Hand out {public}.")
    return DONE


def _sign(args: argparse.Namespace) -> int:
    from app.library.lint import critical_reading
    from app.library.packs import pack_folder, read_pack, sealed
    from app.store.signing import sign

    key = read_key(args.key)
    clock = clock_of(args)
    found = critical_reading(args.folder, clock.today(), thorough=False)
    refusals = [one for one in found if one.severity == "refusal"]
    if refusals:
        first = refusals[0]
        raise Known(
            "not_clean",
            f"{first.kind}, {first.id}: {first.says} {first.do} "
            f"`recoup law check` tells all {len(refusals)}.",
            "folder",
        )
    body = pack_folder(Path(args.folder), made_at=stamp(clock.now()), made_by=args.by)
    raw = sealed(body, sign(body, key, ask_key_passphrase(key)))
    pack = read_pack(raw)
    write_file(Path(args.out), raw)
    print_json(
        {
            "path": args.out,
            "version": pack.manifest.version,
            "valid_from": pack.manifest.valid_from.isoformat(),
            "valid_to": pack.manifest.valid_to.isoformat(),
            "signer": pack.signer,
            "sha256": pack.id,
        }
    )
    return DONE


def _verify(args: argparse.Namespace) -> int:
    from app.library.packs import load_publishers, read_pack
    from app.library.sources import read_file

    pack = read_pack(read_file(Path(args.file)))
    manifest = pack.manifest
    print_json(
        {
            "version": manifest.version,
            "valid_from": manifest.valid_from.isoformat(),
            "valid_to": manifest.valid_to.isoformat(),
            "made_at": manifest.made_at,
            "made_by": manifest.made_by,
            "signer": pack.signer,
            "publisher": load_publishers().get(pack.signer),
            "sha256": pack.id,
            "expired": manifest.has_expired(clock_of(args).today()),
        }
    )
    return DONE
