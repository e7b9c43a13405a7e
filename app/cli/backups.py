"""`recoup backup` and `recoup restore`: copies of the records, and a store made again from one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, add_now, clock_of, command, print_json, tell
from app.cli.stores import ask_passphrase, new_folders, opened
from app.core.errors import BadInput
from app.library.backup import load_backup_terms, read_back_script
from app.services import backing_up
from app.store import restoring
from app.store.backup_folder import read_header
from app.store.contents import Contents
from app.store.folder import DATABASE_FILE
from app.store.restoring import Restored


def register(commands: Subcommands) -> None:
    """Add `backup` and `restore`."""
    parser = command(
        commands,
        "backup",
        _backup,
        purpose="Copy a store, encrypted as it is, with its key file and settings, into a folder.",
        manual="input: the store of --data, or finance's --ledger in a file, and --to, a folder\n"
        "on another disk. Makes a folder recoup-DEVICE-STORE-MOMENT there that has its name only\n"
        "once all of it is written, flushed and looked through: every page, the rows of every\n"
        "table, sums of money, the head of the audit. Of older backups of the same store those\n"
        "whose time is over go (resources/backup.toml), never the newest. The window does the\n"
        "same each hour by itself. A ledger may be in use; a store open in a window may not.\n\n"
        'output: {"folder", "made_at", "dropped", "audit_rows", "audit_head", "counts",\n'
        '  "totals"}; counts are rows, totals pence',
        example="recoup backup --data desk --to /mnt/backups --user admin",
    )
    parser.add_argument("--data", metavar="DIR", help="the folder that holds store and keys")
    parser.add_argument("--ledger", metavar="URL", help="or finance's ledger: sqlite:///FILE")
    parser.add_argument("--to", metavar="DIR", required=True, help="where backups are kept")
    parser.add_argument("--user", metavar="NAME", help="act as this person; a demo needs no name")
    add_now(parser)
    parser = command(
        commands,
        "restore",
        _restore,
        purpose="Make a store again from a backup, and hold it against what the backup says.",
        manual="input: --from, the folder of one backup, and --data, a new folder. Asks for the\n"
        "passphrase or the printed recovery key, else takes RECOUP_PASSPHRASE. Refused where a\n"
        "file, a count, a sum or the audit differs; then nothing is left behind.\n"
        "A restored store is another writer: it leaves out every number that the store it was\n"
        "copied from may have given since, so that none is given twice. Do not work with both.\n\n"
        'output: {"folder", "made_at", "same", "backup", "restored", "new_life"}: both sides as\n'
        '  {"audit_rows", "audit_head", "counts", "totals"}; new_life is null for a ledger, else\n'
        '  {"actor", "left_out", "next_reference"}',
        example="recoup restore --from /mnt/backups/recoup-D01-89abcdef-20260309T090000Z "
        "--data desk",
    )
    parser.add_argument(
        "--from", dest="backup", metavar="BACKUP", required=True, help="the folder of one backup"
    )
    parser.add_argument("--data", metavar="NEWDIR", required=True, help="a new folder")
    add_now(parser)


def _backup(args: argparse.Namespace) -> int:
    if (args.data is None) == (args.ledger is None):
        raise BadInput("no_data", "Name a store with --data, or a ledger with --ledger.", "data")
    with new_folders(args.to) as (place,):
        folder, dropped = _of_store(args, place) if args.data else _of_ledger(args, place)
    header = read_header(folder)
    print_json(
        {
            "contract_version": 1,
            "folder": str(folder),
            "made_at": header.made_at,
            "dropped": dropped,
            **_figures(header.contents),
        }
    )
    tell(f"The backup is whole, and was read back: {folder}")
    return DONE


def _of_store(args: argparse.Namespace, place: Path) -> tuple[Path, int]:
    with opened(args, Act.EXCHANGE) as desk:
        done = backing_up.job(desk, place=place).run()
        backing_up.note_done(desk, done)
    return done.folder, done.dropped


def _of_ledger(args: argparse.Namespace, place: Path) -> tuple[Path, int]:
    from app.hub.backing_up import back_up_ledger

    made, dropped = back_up_ledger(
        args.ledger,
        place,
        now=clock_of(args).now(),
        script=read_back_script(),
        terms=load_backup_terms(),
        ask=ask_passphrase,
    )
    return made.folder, dropped


def _restore(args: argparse.Namespace) -> int:
    backup, folder = Path(args.backup), Path(args.data)
    restored = _restored(args, backup, folder)
    print_json(
        {
            "contract_version": 1,
            "folder": str(restored.folder),
            "made_at": restored.header.made_at,
            "same": restored.found == restored.header.contents,
            "backup": _figures(restored.header.contents),
            "restored": _figures(restored.found),
            "new_life": _life(restored),
        }
    )
    tell("Counts, sums and the audit are those of the backup. Do not work with the old one again.")
    return DONE


def _restored(args: argparse.Namespace, backup: Path, folder: Path) -> Restored:
    if read_header(backup).database == DATABASE_FILE:
        return restoring.restore(
            backup,
            folder,
            ask=ask_passphrase,
            now=clock_of(args).now(),
            terms=load_backup_terms(),
        )
    from app.hub.backing_up import restore_ledger

    return restore_ledger(backup, folder, ask=ask_passphrase)


def _figures(contents: Contents) -> dict[str, Any]:
    return {
        "audit_rows": contents.audit_rows,
        "audit_head": contents.audit_head,
        "counts": dict(contents.counts),
        "totals": dict(contents.totals),
    }


def _life(restored: Restored) -> dict[str, Any] | None:
    if restored.life is None:
        return None
    return {
        "actor": restored.life.actor,
        "left_out": dict(restored.life.left_out),
        "next_reference": restored.life.next_reference,
    }
