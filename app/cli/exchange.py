"""`recoup intake` and `recoup verify`: the finance side of the share."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.billing.records import Kind
from app.cli.frame import DONE, REFUSED, Subcommands, add_now, clock_of, command, print_json, tell
from app.cli.intake_errand import Done, Errand, run_errand
from app.cli.quarantine import list_quarantine
from app.cli.service_secrets import HUB_PASSPHRASE, LEDGER_PASSPHRASE, SHARE_PASSWORD, secret
from app.cli.signing_keys import read_key
from app.cli.stores import ask_hub_passphrase, ask_share_password
from app.cli.watching import watch_intake
from app.core.errors import BadInput, NotFound
from app.core.trust import Mode
from app.library.ledgers import load_mapping
from app.machine import SystemIds
from app.services.trust_keys import unlock_hub
from app.shares import open_share
from app.spool.acknowledgement import Reject
from app.spool.intake import IntakeReport, Outcome, Taken
from app.spool.ledger_inbox import Left
from app.spool.names import Stem, stem_in
from app.spool.sealed_intake import SealedReport
from app.spool.verification import Verified, verify

if TYPE_CHECKING:
    from app.hub.ledger import Ledger

CONTRACT_VERSION = 1
_LONGEST_EVERY = 86_400  # seconds: a day

_INTAKE = """input: the share, where batches lie, and the ledger.

Takes every batch on the share that has a manifest, in the order of each device's
numbers, once; answers each with an acknowledgement file (and a reject file where rows come
back). Running it again changes nothing. Files that are no part of a batch are left alone.

  --share   a folder, file:///folder, or smb://[DOMAIN;]USER@SERVER[:PORT]/SHARE/FOLDER
            (encrypted SMB 3; the password from the key store, else RECOUP_SHARE_PASSWORD, else
            a prompt; never in the address)
  --keys    the hub's key file (`recoup devices let-hub-in`); its passphrase is
            RECOUP_HUB_PASSPHRASE, else RECOUP_TRUST_PASSPHRASE, else a prompt. A live ledger
            takes sealed envelopes alone
  --ledger  a file, or sqlite:///file (sqlite:////folder/file for an absolute path), or a
            database on a server, postgresql://USER@HOST:PORT/DB; made where there is none, and
            then --mode says for good what it is for
  --inbox   the folder from which finance's ledger loads: each batch's accepted rows are written
            there once, the control file last. --mapping is neutral, oracle_autoinvoice,
            fixed_position or a file of the trust's own that ends in .toml (docs/finance-side.md)
  --watch   goes on for ever: a turn each --every seconds, sooner where the share's list of files
            changes; one JSON object a line for each turn, and in --status the newest, with state
            working, attention, waiting (with code, message, failing_since, next_at) or stopped. A
            share or ledger that is away is tried again, ever less often. Ends between turns at
            SIGTERM or Ctrl+C, with exit code 0; with 1 where the first turn shows a wrong set-up
  --quarantine  lists the sealed files that were put aside, each with its code and what it means
  --payments  money that finance took itself: a file in the format of RCP.csv, header included;
            loaded once however often it is given, and told to the desks. --provider says whose
            it is on a ledger that several trusts share
A live ledger in a file asks for its passphrase (RECOUP_PASSPHRASE, else a prompt). A server's
password comes from PGPASSWORD or the password file (pgpass), never from the address; beyond this
machine the server must prove itself (TLS, verify-full; its authority in PGSSLROOTCERT). Many
intakes may run at once on one share and one server: each batch is taken by exactly one.

output, one JSON object: ledger_mode; batches, each with stem, batch_id, sequence_no, status,
  ledger_batch_no, accepted, rejected, accepted_control_total_pence, reasons, answer; counts of
  each status; totals of the ledger; with --inbox also inbox with written and left (stem, code,
  message: name_taken, unfit, inbox_full, inbox_denied, inbox_unavailable, ...; each is
  tried again by the next run); with --payments also payments with new, known and refused.
  Status is ACCEPTED, PARTIAL, REJECTED, DUPLICATE (taken before), HELD (a batch before it is
  missing) or REFUSED (no sound manifest; not answered).

exit code 1 when a whole batch was rejected, held or refused in this run, or could not be written
for the ledger; what could be taken was taken all the same.

codes: E101 batch id reused, E102 file missing, E103 size or hash, E104 rows, E105 totals,
  E106 gap, E107 previous hash, E108 mode, E201 customer, E202 number in use, E203 sums,
  E204 related document, E205 account, E206 period, E207 payment reference, E208 currency."""

_VERIFY = """input: BATCH is the manifest, any other file of the batch, or the stem they share.

Looks at files, hashes, counts, sums and rows, and at the batch before it where that lies beside
it. Needs no ledger and changes nothing.

output, one JSON object: sound, stem, batch_id, mode, sequence_no, manifest_sha256, chain, files
  with name, bytes, sha256, rows and control_total_pence, totals, and refusals with code, file,
  record_no, doc_no, field and message. Exit code 0 when sound, 1 when refused."""

_SEND_ANEW = "The desk sends its records again in a later batch."
_PUT_BACK = f"{_SEND_ANEW} Where no answer was written, move the odd file aside first."
_ADVICE = {
    "E101": "Find out which desk made it; nothing of it was taken.",
    "E102": _PUT_BACK,
    "E103": _PUT_BACK,
    "E104": _SEND_ANEW,
    "E105": _SEND_ANEW,
    "E106": "Ask the desk for the missing batch; this one waits for it.",
    "E107": _SEND_ANEW,
    "E108": "Name the ledger that is for such batches.",
}


def register(commands: Subcommands) -> None:
    """Add `intake` and `verify`."""
    taking = command(
        commands,
        "intake",
        _run_intake,
        purpose="Take batches from the share into the finance ledger, and answer them.",
        manual=_INTAKE,
        example="recoup intake --share /srv/finance --ledger sqlite:///ledger.db --mode test",
    )
    taking.add_argument("--share", metavar="URL", required=True, help="where batches arrive")
    taking.add_argument("--ledger", metavar="URL", required=True, help="the ledger to load")
    taking.add_argument("--mode", choices=[mode.value for mode in Mode], help="of a new ledger")
    taking.add_argument(
        "--keys", metavar="FILE", help="the hub's keys: take sealed envelopes, and answer sealed"
    )
    taking.add_argument("--inbox", metavar="DIR", help="where finance's ledger picks up its files")
    taking.add_argument("--mapping", metavar="NAME", help="in which shape it wants them")
    taking.add_argument("--watch", action="store_true", help="go on for ever, a turn each interval")
    taking.add_argument("--every", metavar="SECONDS", help="with --watch: at least so often")
    taking.add_argument("--status", metavar="FILE", help="with --watch: how it stands, one object")
    taking.add_argument(
        "--quarantine", action="store_true", help="list what was put aside, and do nothing else"
    )
    taking.add_argument("--payments", metavar="FILE", help="money that finance took itself")
    taking.add_argument("--provider", metavar="CODE", help="whose payments, where trusts share")
    add_now(taking)
    looking = command(
        commands,
        "verify",
        _run_verify,
        purpose="Check one batch: names, hashes, counts, sums and rows.",
        manual=_VERIFY,
        example="recoup verify /srv/finance/RECOUP_R1H_D07_20260415_000042_MAN.json",
    )
    looking.add_argument("batch", metavar="BATCH", help="a file of the batch, or its stem")


def _run_intake(args: argparse.Namespace) -> int:
    from app.hub.opening import open_ledger  # SQLAlchemy: for those who open a ledger

    clock = clock_of(args)
    open_ = partial(
        open_ledger,
        args.ledger,
        mode=Mode(args.mode) if args.mode else None,
        ids=SystemIds(),
        clock=clock,
        ask=_asked_once(lambda: secret(LEDGER_PASSPHRASE) or ask_passphrase()),
    )
    if args.quarantine:
        return list_quarantine(open_)
    errand = _errand(args)
    if args.watch:
        return watch_intake(errand, open_, clock, every=_every(args.every), status=args.status)
    errand.share.list()  # a share that is not there is found before a ledger is made
    with open_() as ledger:
        done = run_errand(errand, ledger, clock)
        document = _document(done, ledger)
    return _conclude(document, _first_refusal(done.report), done.left)


def _every(text: str | None) -> float | None:
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _LONGEST_EVERY:
        raise BadInput(
            "bad_every", f"Give whole seconds from 1 to {_LONGEST_EVERY}, not “{text}”.", "every"
        )
    return int(text)


def _asked_once(ask: Callable[[], str | None]) -> Callable[[], str | None]:
    """So that a service that opens the ledger again needs nobody."""
    return cache(ask)


def _share_password(address: str) -> str | None:
    return secret(SHARE_PASSWORD) or ask_share_password(address)


def _errand(args: argparse.Namespace) -> Errand:
    if (args.inbox is None) != (args.mapping is None):
        raise BadInput(
            "inbox_and_mapping",
            "Name both the ledger's inbox and its mapping: --inbox DIR --mapping NAME.",
            "inbox" if args.inbox is None else "mapping",
        )
    if args.inbox is not None and args.inbox.rstrip("/") == args.share.rstrip("/"):
        raise BadInput(
            "inbox_is_share",
            "The ledger's inbox is a folder of its own: plain files never lie on the share.",
            "inbox",
        )
    keys = (
        None
        if args.keys is None
        else unlock_hub(read_key(args.keys), secret(HUB_PASSPHRASE) or ask_hub_passphrase())
    )
    return Errand(
        share=open_share(args.share, ask=_share_password),
        keys=keys,
        inbox=None if args.inbox is None else open_share(args.inbox, ask=_share_password),
        mapping=None if args.mapping is None else load_mapping(args.mapping),
        payments=_read_payments(args.payments),
        provider=args.provider,
    )


def _document(done: Done, ledger: Ledger) -> dict[str, Any]:
    report = done.report
    document = {
        "contract_version": CONTRACT_VERSION,
        "ledger_mode": ledger.mode.value,
        "batches": [_batch(taken) for taken in report.taken],
        "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
        "totals": asdict(ledger.totals()),
        "sealed": None if done.sealed is None else _sealed(done.sealed),
    }
    if done.inbox is not None:
        document["inbox"] = {
            "written": done.inbox.written,
            "left": [asdict(one) for one in done.inbox.left],
        }
    if done.payments is not None:
        document["payments"] = {
            "new": done.payments.new,
            "known": done.payments.known,
            "refused": [_reason(reason) for reason in done.payments.refused],
        }
    return document


def _sealed(report: SealedReport) -> dict[str, Any]:
    return {
        "taken_in": report.envelopes,
        "records": report.records,
        "answered": report.answered,
        "again": report.again,
        "sent": report.sent,
        "put_aside": [
            {"name": one.name, "code": one.fault.value, "device": one.device}
            for one in report.put_aside
        ],
        "missing": [
            {"device": one.device, "wanted": one.wanted, "behind": one.behind}
            for one in report.missing
        ],
    }


def _read_payments(name: str | None) -> bytes | None:
    if name is None:
        return None
    try:
        return Path(name).read_bytes()
    except OSError:
        raise NotFound(f"There is no file {name} to read. Check its name.", "payments") from None


def _run_verify(args: argparse.Namespace) -> int:
    folder, stem = _batch_at(args.batch)
    found = verify(open_share(str(folder)), stem)
    return _conclude(_verified(found), (stem, found.refusals[0]) if found.refusals else None)


def _conclude(
    document: dict[str, Any], refused: tuple[Stem, Reject] | None, left: Sequence[Left] = ()
) -> int:
    if refused is None and not left:
        print_json(document)
        return DONE
    if refused is None:
        code, sentence = left[0].code, f"{left[0].stem}: {left[0].message}"
    else:
        stem, refusal = refused
        advice = _ADVICE.get(
            refusal.reason_code, "The desk must correct the row and send it again."
        )
        code = refusal.reason_code
        sentence = f"{stem}: {refusal.message} ({refusal.field}, {code}). {advice}"
    print_json({**document, "error": {"code": code, "message": sentence}})
    tell(sentence)
    return REFUSED


def _first_refusal(report: IntakeReport) -> tuple[Stem, Reject] | None:
    reasons = ((taken.stem, reason) for taken in report.refused for reason in taken.reasons)
    return next(reasons, None)


def _batch(taken: Taken) -> dict[str, Any]:
    answer = taken.answer
    document: dict[str, Any] = {
        "stem": str(taken.stem),
        "sequence_no": taken.stem.sequence_no,
        "status": taken.outcome.value,
        "answer": taken.answer_file.value,
        "reasons": [_reason(reason) for reason in taken.reasons],
    }
    if answer is not None:
        document |= {
            "batch_id": answer.batch_id,
            "manifest_sha256": answer.manifest_sha256,
            "ledger_batch_no": answer.ledger_batch_no,
            "accepted": dict(answer.accepted),
            "rejected": dict(answer.rejected),
            "accepted_control_total_pence": dict(answer.accepted_pence),
        }
    return document


def _reason(reason: Reject) -> dict[str, Any]:
    return {
        "code": reason.reason_code,
        "file": reason.file_code,
        "record_no": reason.record_no,
        "doc_no": reason.doc_no,
        "field": reason.field,
        "message": reason.message,
    }


def _verified(found: Verified) -> dict[str, Any]:
    document: dict[str, Any] = {
        "contract_version": CONTRACT_VERSION,
        "sound": found.is_sound,
        "stem": str(found.stem),
        "manifest_sha256": found.manifest_sha256,
    }
    if found.manifest is not None:
        header = found.manifest.header
        document |= asdict(header)
        document |= {
            "chain": found.chain,
            "files": [asdict(entry) for entry in found.manifest.files],
            "counts": {
                kind.value: entry.rows for kind in Kind if (entry := found.manifest.entry(kind))
            },
            "totals": asdict(found.manifest.totals),
        }
    return document | {"refusals": [_reason(refusal) for refusal in found.refusals]}


def _batch_at(text: str) -> tuple[Path, Stem]:
    path = Path(text)
    stem = stem_in(path.name)
    if stem is None:
        raise BadInput(
            "bad_batch",
            "Name a batch by its manifest, such as RECOUP_R1H_D07_20260415_000042_MAN.json, "
            f"not “{path.name}”.",
            "batch",
        )
    if not path.parent.is_dir():
        raise NotFound(f"There is no folder {path.parent}. Check the name.", "batch")
    return path.parent, stem


def ask_passphrase() -> str | None:
    """A live ledger's passphrase, from the environment or a prompt; never an argument."""
    passphrase = os.environ.get("RECOUP_PASSPHRASE")
    if passphrase or not sys.stdin.isatty():
        return passphrase
    return getpass.getpass("Passphrase of the ledger: ")
