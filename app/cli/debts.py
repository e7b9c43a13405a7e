"""`recoup debts`: what is due today, the letters written, the Home Office list on its way."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json
from app.cli.stores import add_store, new_folders, opened, write_file
from app.core.errors import BadInput, NotFound
from app.core.money import CURRENCY

if TYPE_CHECKING:
    from app.services.desk import Desk

_MANUAL = """Debts after their invoices: what may go today, and what may be told. A debt on hold, on
a kept plan or promised is on no list of letters; nothing is sent by Recoup itself.

ACT due, input: the store of --data.
  output: {"as_of", "due": [{"doc_no", "payer", "owed", "what", "step"}], "currency"}. step names a
  letter or the referral; it is empty where a person is to look first.

ACT print writes every letter that is due, or those of the DOC_NO named, as PDF to --out, and keeps
  each in the register. output: {"letters": [{"doc_no", "kind", "path", "by_hand"}],
  "refused": [{"doc_no", "message"}]}: one that cannot be written stops no other.

ACT list shows every debt that is not settled, and what keeps it off the Home Office debt list. The
  list is off until a trust switches it on in its finance.toml ([debt.home_office] enabled = true).
  output: {"as_of", "debts": [{"doc_no", "payer", "owed", "may_be_told", "why_not", "ask"}],
  "currency"}. ask is true where nobody knows the nationality, or the rule does not name it.

ACT report puts the DOC_NO named before an officer as one list. output: {"report_id"}.
ACT approve lets a list go out; never by the person who prepared it. ID is its report_id.
ACT export makes the file of all approved lists: a CSV of the allowed columns, and the same as PDF,
  in --out. Each debt is judged once more first. output: {"path", "rows", "left_out"}.

refusals: none_chosen, not_reportable, not_found, nothing_to_export, demo, no_folder."""


def register(commands: Subcommands) -> None:
    """Add `debts`."""
    parser = command(
        commands,
        "debts",
        lambda args: _ACTS[args.act](args),
        purpose="Reminders due, and the Home Office debt list.",
        manual=_MANUAL,
        example="recoup debts due --data desk --user fmarsh",
    )
    parser.add_argument("act", choices=tuple(_ACTS), help="what to do")
    parser.add_argument("names", metavar="DOC_NO", nargs="*", help="invoices; approve: the list")
    parser.add_argument("--out", metavar="DIR", help="print, export: where the files go")
    add_store(parser)


def _due(args: argparse.Namespace) -> int:
    from app.services import collection

    with opened(args, Act.INVOICE) as desk:
        lines = [
            {
                "doc_no": one.doc_no,
                "payer": one.payer,
                "owed": one.owed.plain,
                "what": one.what,
                "step": one.step,
            }
            for one in collection.due_today(desk)
        ]
        _tell(desk, {"due": lines, "currency": CURRENCY})
    return DONE


def _print(args: argparse.Namespace) -> int:
    from app.services import collection

    with new_folders(_folder(args)) as (out,), opened(args, Act.INVOICE) as desk:
        batch = collection.print_batch(desk, args.names or None)
        told = []
        for one in batch.written:
            write_file(out / one.name, one.pdf)
            told.append(
                {
                    "doc_no": one.number,
                    "kind": one.kind.value,
                    "path": str(out / one.name),
                    "by_hand": one.by_hand,
                }
            )
        refused = [{"doc_no": doc_no, "message": why} for doc_no, why in batch.refused]
        _tell(desk, {"letters": told, "refused": refused})
    return DONE


def _list(args: argparse.Namespace) -> int:
    from app.services import debt_reporting

    with opened(args, Act.PREPARE_DEBT_REPORT) as desk:
        lines = [
            {
                "doc_no": one.doc_no,
                "payer": one.payer,
                "owed": one.owed.plain,
                "may_be_told": not one.why_not,
                "why_not": list(one.why_not),
                "ask": one.ask,
            }
            for one in debt_reporting.candidates(desk)
        ]
        _tell(desk, {"debts": lines, "currency": CURRENCY})
    return DONE


def _report(args: argparse.Namespace) -> int:
    from app.services import debt_reporting

    with opened(args, Act.PREPARE_DEBT_REPORT) as desk:
        _tell(desk, {"report_id": debt_reporting.prepare(desk, args.names)})
    return DONE


def _approve(args: argparse.Namespace) -> int:
    from app.services import debt_reporting, two_people

    with opened(args, Act.APPROVE_DEBT_REPORT) as desk:
        found = [one for one in two_people.waiting(desk) if one.subject in args.names]
        if not found:
            raise NotFound("No such list waits for approval. Take its id from `debts report`.")
        for one in found:
            debt_reporting.approve(desk, one.proposal_id)
        _tell(desk, {"approved": [one.subject for one in found]})
    return DONE


def _export(args: argparse.Namespace) -> int:
    from app.services import debt_exporting

    with new_folders(_folder(args)) as (out,), opened(args, Act.APPROVE_DEBT_REPORT) as desk:
        with desk.db.atomic():  # a list that cannot be written did not go out
            made = debt_exporting.export(desk)
            path = out / made.name
            write_file(path, made.content)
            write_file(path.with_suffix(".pdf"), made.pdf)
        _tell(desk, {"path": str(path), "rows": made.rows, "left_out": list(made.left_out)})
    return DONE


def _folder(args: argparse.Namespace) -> str:
    if not args.out:
        raise BadInput("no_folder", "Say where the files go: --out DIR.", "out")
    return str(args.out)


def _tell(desk: Desk, body: Mapping[str, Any]) -> None:
    print_json({"contract_version": 1, "as_of": desk.today.isoformat(), **body})


_ACTS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "due": _due,
    "print": _print,
    "list": _list,
    "report": _report,
    "approve": _approve,
    "export": _export,
}
