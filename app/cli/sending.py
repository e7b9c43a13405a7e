"""`recoup sync`, `recoup unlock` and `recoup audit verify`: what IT staff run unattended."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.access.roles import Act
from app.cli.frame import (
    DONE,
    REFUSED,
    Subcommands,
    add_now,
    clock_of,
    command,
    print_json,
    tell,
)
from app.cli.stores import (
    add_store,
    ask_passphrase,
    ask_recovery_key,
    ask_share_password,
    opened,
)
from app.core.errors import Known
from app.opening import take_back_desk
from app.services import auditing, away, exchange, meeting, travel_state
from app.shares import open_share


def register(commands: Subcommands) -> None:
    """Add `sync`, `unlock` and `audit`."""
    parser = command(
        commands,
        "sync",
        _sync,
        purpose="Send what waits for finance to the share, and take in what finance answered.",
        manual="input: the store of --data and the share: a folder, file:///folder, or\n"
        "smb://[DOMAIN;]USER@SERVER[:PORT]/SHARE/FOLDER (encrypted SMB 3; its password comes from\n"
        "the key store, else RECOUP_SHARE_PASSWORD, else a prompt, and is never in the address).\n"
        "A repeat sends nothing twice. Where the share is away, everything stays here.\n"
        "With --again, records that finance refused go out once more, in a new batch.\n"
        "A machine that has joined its trust's list of devices sends everything sealed, and takes\n"
        "in what other machines sealed; a live store sends in no other way.\n\n"
        'output: {"batches": [{"id", "stem", "files"}], "answered": [{"sequence_no", "status"}],\n'
        '  "odd", "waiting", "unsent", "sent", "acknowledged", "attention", "sealed"}; counts are\n'
        '  rows. "sealed" is null, or {"made", "sent", "spoilt", "taken_in", "cases", "receipts",\n'
        '  "put_aside", "missing": [{"device", "wanted", "behind"}]}, in envelopes\n\n'
        "A ward laptop that has been away too long is locked. Then its sealed files alone are\n"
        'sent, without its key: {"locked": true, "sealed_files"}.',
        example="recoup sync --data desk --share /mnt/finance --user mad",
    )
    parser.add_argument(
        "--share", metavar="URL", required=True, help="a folder, file:// or smb:// address"
    )
    parser.add_argument(
        "--again", action="store_true", help="first put what finance refused into the next batch"
    )
    add_store(parser)
    parser = command(
        commands,
        "unlock",
        _unlock,
        purpose="Open a ward laptop again that was away from the share too long.",
        manual="input: the folder of --data, its printed recovery key (RECOUP_RECOVERY_KEY, else\n"
        "a prompt) and a new passphrase (RECOUP_PASSPHRASE, else a prompt). What was sealed stays\n"
        "sealed and is sent as before; nothing else changes.\n\n"
        'output: {"unlocked": true}',
        example="recoup unlock --data desk",
    )
    parser.add_argument(
        "--data", metavar="DIR", required=True, help="the folder that holds store and keys"
    )
    add_now(parser)
    parser = command(
        commands,
        "audit",
        _audit,
        purpose="Verify the audit chain of a store.",
        manual="input: the store of --data.\n"
        "Recomputes every link. A changed, missing or added row is found and its number\n"
        'told.\n\noutput: {"rows", "sound", "first_bad_seq", "head", "on_share"}; exit code 1\n'
        '  when not sound. "on_share" is null without --share, else {"ends", "differ": [files]}',
        example="recoup audit verify --data desk --user auditor",
    )
    parser.add_argument("act", choices=("verify",), help="the one thing to do")
    parser.add_argument(
        "--share",
        metavar="URL",
        help="also hold the chain to the ends of it that this machine's envelopes carried there",
    )
    add_store(parser)


def _sync(args: argparse.Namespace) -> int:
    # Whoever is named may do the machine's own errand; where nobody is, somebody who may send.
    act = Act.EXCHANGE if args.user else Act.EXPORT_BATCH
    try:
        return _sync_open(args, act)
    except Known as locked:
        if locked.code != "locked_away":
            raise
        sent = away.send_sealed(Path(args.data), open_share(args.share, ask=ask_share_password))
        print_json({"contract_version": 1, "locked": True, "sealed_files": sent})
        tell(f"{locked.message} {sent} sealed files lie on the share now.")
        return DONE


def _sync_open(args: argparse.Namespace, act: Act) -> int:
    with opened(args, act) as desk:
        share = open_share(args.share, ask=ask_share_password)
        if args.again:
            exchange.send_again(desk)
        if travel_state.travel_state(desk).joined:
            met = meeting.meet(desk, share)
            report = exchange.SyncReport((), (), (), exchange.sync_state(desk))
        else:
            met = None
            report = exchange.sync(desk, share)
    state = report.state
    print_json(
        {
            "contract_version": 1,
            "batches": [
                {
                    "id": batch.manifest.header.batch_id,
                    "stem": str(batch.stem),
                    "files": [name for name, _ in batch.all_files],
                }
                for batch in report.sent
            ],
            "answered": [
                {"sequence_no": answer.sequence_no, "status": answer.status.value}
                for answer in report.answered
            ],
            "odd": list(report.odd),
            "waiting": state.waiting,
            "unsent": state.unsent,
            "sent": state.sent,
            "acknowledged": state.acknowledged,
            "attention": state.attention,
            "sealed": None if met is None else _met(met),
        }
    )
    tell(f"{state.words}.")
    if met is not None and met.put_aside:
        files = "1 file" if met.put_aside == 1 else f"{met.put_aside} files"
        tell(f"Not believed and put aside: {files} on the share. Tell IT.")
    return DONE


def _met(met: meeting.Met) -> dict[str, object]:
    return {
        "made": met.made,
        "sent": met.sent,
        "spoilt": met.spoilt,
        "taken_in": sum(one.envelopes for one in met.took),
        "cases": sum(one.cases for one in met.took),
        "receipts": sum(one.receipts for one in met.took),
        "put_aside": met.put_aside,
        "missing": [
            {"device": one.device, "wanted": one.wanted, "behind": one.behind}
            for one in (met.took[-1].missing if met.took else ())
        ],
    }


def _unlock(args: argparse.Namespace) -> int:
    secret = ask_recovery_key()
    passphrase = ask_passphrase()
    take_back_desk(Path(args.data), secret or "", passphrase or "", clock=clock_of(args))
    print_json({"contract_version": 1, "unlocked": True})
    tell("The laptop is open again. Connect it soon: the days without the share count anew.")
    return DONE


def _audit(args: argparse.Namespace) -> int:
    with opened(args, Act.VERIFY_AUDIT) as desk:
        report = auditing.verify(desk)
        share = None if args.share is None else open_share(args.share, ask=ask_share_password)
        compared = None if share is None else auditing.compare_with_share(desk, share)
    on_share = None if compared is None else {"ends": compared.ends, "differ": compared.differ}
    print_json(
        {
            "contract_version": 1,
            "rows": report.rows,
            "sound": report.sound,
            "first_bad_seq": report.first_bad_seq,
            "head": report.head,
            "on_share": on_share,
        }
    )
    if compared is not None and compared.differ:
        tell(
            f"{len(compared.differ)} ends of the chain on the share are not in it any more. "
            "It was altered here: keep this file as it is, and tell the auditor."
        )
        return REFUSED
    if report.sound:
        tell(f"The chain of {report.rows} rows is sound.")
        return DONE
    tell(f"Row {report.first_bad_seq} was changed after it was written. Keep this file as it is.")
    return REFUSED
