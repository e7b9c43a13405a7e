"""`recoup intake` and `recoup verify`: the finance side of the share."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.billing.records import Kind
from app.cli.frame import DONE, REFUSED, Subcommands, add_now, clock_of, command, print_json, tell
from app.cli.signing_keys import read_key
from app.cli.stores import ask_hub_passphrase, ask_share_password
from app.core.errors import BadInput, NotFound
from app.core.trust import Mode
from app.machine import SystemIds
from app.services.trust_keys import unlock_hub
from app.shares import open_share
from app.spool.acknowledgement import Reject
from app.spool.intake import IntakeReport, Outcome, Taken, intake
from app.spool.names import Stem, stem_in
from app.spool.sealed_intake import SealedReport, require_unsealed, sealed_intake
from app.spool.verification import Verified, verify

CONTRACT_VERSION = 1

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
  --payments  money that finance took itself: a file in the format of RCP.csv, header included;
            loaded once however often it is given, and told to the desks. --provider says whose
            it is on a ledger that several trusts share
A live ledger in a file asks for its passphrase (RECOUP_PASSPHRASE, else a prompt). A server's
password comes from PGPASSWORD or the password file (pgpass), never from the address; beyond this
machine the server must prove itself (TLS, verify-full; its authority in PGSSLROOTCERT). Many
intakes may run at once on one share and one server: each batch is taken by exactly one.

output, one JSON object: ledger_mode; batches, each with stem, batch_id, sequence_no, status,
  ledger_batch_no, accepted, rejected, accepted_control_total_pence, reasons, answer; counts of
  each status; totals of the ledger; with --payments also payments with new, known and refused.
  Status is ACCEPTED, PARTIAL, REJECTED, DUPLICATE (taken
  before), HELD (a batch before it is missing) or REFUSED (no sound manifest; not answered).

exit code 1 when a whole batch was rejected, held or refused in this run; what could be taken
was taken all the same.

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
    # SQLAlchemy: for those who open a ledger
    from app.hub.opening import open_ledger
    from app.hub.payments import load_payments
    from app.hub.travel import HubTravel

    clock = clock_of(args)
    share = open_share(args.share, ask=ask_share_password)
    share.list()  # a share that is not there is found before a ledger is made
    mode = Mode(args.mode) if args.mode else None
    payments = _read_payments(args.payments)
    keys = None if args.keys is None else unlock_hub(read_key(args.keys), ask_hub_passphrase())
    with open_ledger(
        args.ledger, mode=mode, ids=SystemIds(), clock=clock, ask=ask_passphrase
    ) as ledger:
        if keys is None:
            require_unsealed(ledger)
            sealed, report = None, intake(share, ledger, clock, begin=os.getpid())
        else:
            sealed = sealed_intake(share, keys, ledger, HubTravel(ledger, keys.trust), clock)
            report = sealed.batches
        loaded = (
            None if payments is None else load_payments(ledger, payments, provider=args.provider)
        )
        document = {
            "contract_version": CONTRACT_VERSION,
            "ledger_mode": ledger.mode.value,
            "batches": [_batch(taken) for taken in report.taken],
            "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
            "totals": asdict(ledger.totals()),
            "sealed": None if sealed is None else _sealed(sealed),
        }
        if loaded is not None:
            document["payments"] = {
                "new": loaded.new,
                "known": loaded.known,
                "refused": [_reason(reason) for reason in loaded.refused],
            }
    return _conclude(document, _first_refusal(report))


def _sealed(report: SealedReport) -> dict[str, Any]:
    return {
        "taken_in": report.envelopes,
        "records": report.records,
        "answered": report.answered,
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


def _conclude(document: dict[str, Any], refused: tuple[Stem, Reject] | None) -> int:
    if refused is None:
        print_json(document)
        return DONE
    stem, refusal = refused
    advice = _ADVICE.get(refusal.reason_code, "The desk must correct the row and send it again.")
    sentence = f"{stem}: {refusal.message} ({refusal.field}, {refusal.reason_code}). {advice}"
    print_json({**document, "error": {"code": refusal.reason_code, "message": sentence}})
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
