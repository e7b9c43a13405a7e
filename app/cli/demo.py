"""`recoup demo`: a made-up morning from the desk to the acknowledgement."""

from __future__ import annotations

import argparse
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from app.cli.frame import DONE, Subcommands, add_now, clock_of, command, print_json, tell
from app.cli.stores import new_folders, require_empty, write_file
from app.core.errors import Known
from app.core.trust import Mode
from app.demo import DEFAULT_MOMENT, Morning, live_the_morning, make_demo_desk
from app.machine import FixedClock, SeededIds
from app.services import exchange, signin
from app.services.desk import Desk
from app.services.figures import categories
from app.shares import open_share
from app.spool.acknowledgement import Status
from app.spool.intake import intake
from app.spool.names import stem_in
from app.spool.share import Share

LEDGER = Path("finance", "ledger.db")  # a folder of its own: each has its own lock


def register(commands: Subcommands) -> None:
    """Add `demo`."""
    parser = command(
        commands,
        "demo",
        _demo,
        purpose="Live a made-up front-desk morning and show what it made.",
        manual="input: none but the three folders to write to.\n\n"
        "Registers made-up patients (999 range), decides, estimates, invoices, takes a\n"
        "payment, sends a batch to the share and takes the acknowledgement back, through the\n"
        "same services as the window. Every page says DEMO. Writes only to the folders named.\n"
        "Without --now it lives on 9 March 2026, a day for which shipped prices hold; for a\n"
        "year without shipped prices the made-up trust brings a made-up edition, labelled so.\n"
        "Every made-up person signs in with the password “demo demo demo”.\n\n"
        'output: {"patients", "determinations": {letter: count}, "estimates": [{"path",\n'
        '  "total", "currency"}], "invoices": [{"path", "number", "total", "currency"}],\n'
        '  "receipts", "batches": [{"id", "files"}], "acknowledged", "seconds"}',
        example="recoup demo --data demo/data --share demo/share --out demo/out",
    )
    parser.add_argument("--data", metavar="DIR", required=True, help="where the store is made")
    parser.add_argument("--share", metavar="DIR", required=True, help="where the batch is put")
    parser.add_argument("--out", metavar="DIR", required=True, help="where the PDFs are put")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another set of numbers")
    add_now(parser)


def _demo(args: argparse.Namespace) -> int:
    started = time.perf_counter()
    moment: datetime = clock_of(args).now() if args.now else DEFAULT_MOMENT
    require_empty(args.data)
    with new_folders(args.out, args.share, args.data) as (out, shared, data):
        share = open_share(str(shared))
        _require_unused(share)
        document = _live(data, share, out, moment=moment, seed=args.seed)
    document["seconds"] = round(time.perf_counter() - started, 2)
    print_json(document)
    tell(
        f"{document['patients']} made-up patients, {len(document['estimates'])} estimates, "
        f"{len(document['invoices'])} invoices, {document['acknowledged']} batch acknowledged. "
        f"PDFs are in {out}."
    )
    return DONE


def _require_unused(share: Share) -> None:
    """A second demo would give other batches the same names."""
    if any(stem_in(name) for name in share.list()):
        raise Known(
            "share_in_use", "This share holds batches already. Name an empty folder.", "share"
        )


def _live(data: Path, share: Share, out: Path, *, moment: datetime, seed: int) -> dict[str, Any]:
    from app.hub.opening import open_ledger  # SQLAlchemy: for those who open a ledger

    desk = make_demo_desk(data, moment=moment, seed=seed)
    files: dict[str, Path] = {}
    try:
        made = live_the_morning(desk, seed=seed)
        _write(made, out, files)  # before anything is sent: a full disk then leaves no batch
        signin.act_as(desk, "finance")
        sent = exchange.sync(desk, share)
        ledger = open_ledger(
            str(data / LEDGER),
            mode=Mode.DEMO,
            ids=SeededIds(seed + 1, FixedClock(moment)),
            clock=desk.clock,
        )
        try:
            intake(share, ledger, desk.clock)
        finally:
            ledger.close()
        answered = exchange.sync(desk, share)
        return _document(desk, made, files, sent, answered)
    except BaseException:
        for path in files.values():
            path.unlink(missing_ok=True)
        raise
    finally:
        desk.db.close()


def _write(made: Morning, out: Path, kept: dict[str, Path]) -> None:
    """The PDFs, each noted in `kept` by its number once it is there."""
    for estimate in made.estimates:
        path = out / f"estimate-{estimate.estimate_no}.pdf"
        write_file(path, estimate.pdf)
        kept[estimate.estimate_no] = path
    for kind, documents in (("invoice", made.invoices), ("receipt", made.receipts)):
        for document in documents:
            path = out / f"{kind}-{document.doc_no}.pdf"
            write_file(path, document.pdf)
            kept[document.doc_no] = path


def _document(
    desk: Desk,
    made: Morning,
    files: dict[str, Path],
    sent: exchange.SyncReport,
    answered: exchange.SyncReport,
) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "patients": sum(categories(desk).values()),
        "determinations": categories(desk),
        "estimates": [
            {"path": str(files[one.estimate_no]), "total": one.total.plain, "currency": "GBP"}
            for one in made.estimates
        ],
        "invoices": [
            {
                "path": str(files[one.doc_no]),
                "number": one.doc_no,
                "total": one.total.plain,
                "currency": "GBP",
            }
            for one in made.invoices
        ],
        "receipts": [
            {"path": str(files[one.doc_no]), "number": one.doc_no, "total": one.total.plain}
            for one in made.receipts
        ],
        "batches": [
            {
                "id": batch.manifest.header.batch_id,
                "files": [name for name, _ in batch.all_files],
            }
            for batch in sent.sent
        ],
        "acknowledged": sum(answer.status is Status.ACCEPTED for answer in answered.answered),
    }
