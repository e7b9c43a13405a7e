"""`recoup retention`: records whose time has come, removed by two people, and what holds them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.access.roles import Act
from app.cli.frame import DONE, Run, Subcommands, command, print_json, tell
from app.cli.stores import add_store, opened
from app.core.errors import BadInput

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.due_cases import DueWhole
    from app.services.due_copies import DueCopies
    from app.services.record_holds import HeldCase
    from app.services.retention import Certificate, Listed

COPIES, CASES = "copies", "cases"
_LONGEST = 10  # digits of a list
_RETENTION = """Copies of papers and whole cases go when the time of their kind is over
(resources/retention.toml). One administrator lists what is due (list, propose); another
approves the list or declines it. What is held, in dispute, or was worked on since stays.
The audit, invoices and payments are never removed.

input: ACT and what it names; each act says its own: recoup retention ACT --help. The store
  of --data, with the rights of --user: an administrator; for hold and release an officer as
  well; for report whoever reads the audit.

output: one JSON object of the act. Cases are told by reference alone."""

_LIST = """input: the store of --data.

Removes nothing. `held_for` says what keeps a case, or is empty. Whole cases are removed at
an officer's machine of the trust, or at one that stands by itself; elsewhere
cases_go_elsewhere is true and `cases` is empty. A list that waits is approved or declined
by its number; `own` is true for whoever made it.

output: {"copies": [{"ref", "final_on", "copies", "pages", "held_for"}], "cases": [{"ref",
  "why", "last_on", "due_on", "held_for"}], "cases_go_elsewhere", "waiting": [{"list",
  "what", "cases", "by", "at", "own"}], "holds": [{"ref", "kind", "label"}], "certificates":
  [certificate, as approve gives it]}.

refusals: not_allowed."""

_PROPOSE = """input: what is to go, and the store of --data: copies (of papers; what was seen
  stays) or cases (whole, with all that hangs on them).

Puts what is due and not held before another administrator, the longest ago first and no
more cases than one list holds (`most` in resources/retention.toml); the others come with
the next list. Nothing is removed yet, and one list waits at a time.

output: {"list", "what", "cases"}: the number of the list, and how many cases are on it.

refusals: nothing_due, waiting, not_here (whole cases, at a machine that is no officer's),
not_allowed."""

_APPROVE = """input: the number of a list that waits, and the store of --data.

Removes for good what another administrator listed: pages and rows are overwritten. What is
held or was worked on since stays. Whole cases go on every machine of the trust, with its
next exchange (`recoup sync`). Nobody approves their own list.

output: {"certificate": {"number", "what", "removed_on", "cases", "copies", "pages",
  "patients", "held", "changed", "oldest", "newest", "proposer", "approver"}}: figures,
  nothing of a patient.

refusals: not_allowed (one's own list), not_found, not_here."""

_DECLINE = """input: the number of a list that waits, --because, and the store of --data.

Nothing is removed. Whoever made a list may take it back so.

output: {"list", "declined": true}.

refusals: no_note, not_found, not_allowed."""

_HOLD = """input: the reference of a case, why it is held (--for), and the store of --data.

Nothing of the case is removed on any machine that has heard of it, whatever its time, until
the hold ends.

output: {"holds": [{"ref", "kind", "label"}]}: all that last.

refusals: unknown_hold, no_change, not_found, not_allowed."""

_RELEASE = """input: the reference of a case, what it was held for (--for), and the store of --data.

The matter is over: the case's records go by their time again.

output: {"holds": [{"ref", "kind", "label"}]}: all that last.

refusals: unknown_hold, no_change, not_found, not_allowed."""

_REPORT = """input: the store of --data.

How long records are kept, how many of each kind have had their time, and what was removed
so far; a senior officer is told of the copies of own cases alone. `past` is null where this
store counts none.

output: {"lines": [{"what", "how_long", "past", "held"}], "certificates": [...]}.

refusals: not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `retention`."""
    parser = command(
        commands,
        "retention",
        None,
        purpose="Remove, by two people, records whose time has come; hold those of a case.",
        manual=_RETENTION,
        example="recoup retention list --data desk --user admin",
    )
    acts = parser.add_subparsers(metavar="ACT", title="acts", required=True)
    _add(acts, "list", _list, "What is due, what waits, what is held, what was removed.", _LIST)
    propose = _add(acts, "propose", _propose, "List what is due for another person.", _PROPOSE)
    propose.add_argument("what", choices=(COPIES, CASES), help="what is to go")
    approve = _add(acts, "approve", _approve, "Remove what another person listed.", _APPROVE)
    decline = _add(acts, "decline", _decline, "Say no to a list, and why.", _DECLINE)
    for one in (approve, decline):
        one.add_argument("list", metavar="LIST", type=_number, help="the number of the list")
    decline.add_argument("--because", metavar="TEXT", default="", help="why not, in a few words")
    hold = _add(acts, "hold", _hold, "Keep a case's records whatever their time.", _HOLD)
    release = _add(acts, "release", _release, "End what holds a case's records.", _RELEASE)
    for one in (hold, release):
        one.add_argument("ref", metavar="REF", help="the case, such as R-1042")
        one.add_argument(
            "--for",
            dest="kind",
            metavar="KIND",
            default="",
            help="appeal, litigation or inquiry, as [holds] of retention.toml has them",
        )
    _add(acts, "report", _report, "How long records are kept, and how many are past it.", _REPORT)


_ARGUMENTS = {
    "propose": " cases",
    "approve": " 3",
    "decline": ' 3 --because "One of them has written to us"',
    "hold": " R-1042 --for appeal",
    "release": " R-1042 --for appeal",
}


def _add(
    acts: Subcommands, name: str, run: Run, purpose: str, manual: str
) -> argparse.ArgumentParser:
    user = "auditor" if name == "report" else "admin"
    example = f"recoup retention {name}{_ARGUMENTS.get(name, '')} --data desk --user {user}"
    parser = command(acts, name, run, purpose=purpose, manual=manual, example=example)
    add_store(parser)
    return parser


def _number(said: str) -> int:
    if said.isascii() and said.isdigit() and len(said) < _LONGEST and int(said):
        return int(said)
    raise argparse.ArgumentTypeError("give the number of a list, as list or propose gave it")


def _list(args: argparse.Namespace) -> int:
    from app.services import retention

    with opened(args, Act.ADMINISTER) as desk:
        found = retention.retention(desk)
    _print(
        copies=[_copies(one) for one in found.due],
        cases=[_case(one) for one in found.cases],
        cases_go_elsewhere=found.cases_go_elsewhere,
        waiting=[_waiting(one) for one in found.waiting],
        holds=_holds(found.holds),
        certificates=[_certificate(one) for one in found.certificates],
    )
    return DONE


def _propose(args: argparse.Namespace) -> int:
    from app.services import retention

    whole = args.what == CASES
    with opened(args, Act.ADMINISTER) as desk:
        number = retention.propose_cases(desk) if whole else retention.propose_removal(desk)
        listed = next(one for one in retention.retention(desk).waiting if one.removal_id == number)
    _print(list=number, what=args.what, cases=listed.cases)
    tell("Nothing is removed yet. Another administrator approves the list or declines it.")
    return DONE


def _approve(args: argparse.Namespace) -> int:
    from app.services import retention

    with opened(args, Act.ADMINISTER) as desk:
        certificate = retention.approve_removal(desk, args.list)
    _print(certificate=_certificate(certificate))
    if certificate.whole:
        tell("Removed here. Other machines of the trust follow with the next exchange.")
    return DONE


def _decline(args: argparse.Namespace) -> int:
    from app.services import retention

    with opened(args, Act.ADMINISTER) as desk:
        retention.decline_removal(desk, args.list, args.because)
    _print(list=args.list, declined=True)
    return DONE


def _hold(args: argparse.Namespace) -> int:
    from app.services import record_holds

    with opened(args, Act.HOLD_RECORDS) as desk:
        held = record_holds.hold_records(desk, args.ref, _kind(desk, args))
    _print(holds=_holds(held))
    return DONE


def _release(args: argparse.Namespace) -> int:
    from app.services import record_holds

    with opened(args, Act.HOLD_RECORDS) as desk:
        held = record_holds.release_records(desk, args.ref, _kind(desk, args))
    _print(holds=_holds(held))
    return DONE


def _report(args: argparse.Namespace) -> int:
    from app.services import retention

    with opened(args, Act.READ_AUDIT) as desk:
        found = retention.report(desk)
    _print(
        lines=[
            {"what": one.what, "how_long": one.how_long, "past": one.due, "held": one.held}
            for one in found.lines
        ],
        certificates=[_certificate(one) for one in found.certificates],
    )
    return DONE


def _kind(desk: Desk, args: argparse.Namespace) -> str:
    from app.services import record_holds

    kinds = [code for code, _ in record_holds.hold_kinds(desk)]
    if args.kind not in kinds:
        raise BadInput("unknown_hold", f"Say what for: --for {', or '.join(kinds)}.", "for")
    return str(args.kind)


def _print(**said: object) -> None:
    print_json({"contract_version": 1, **said})


def _copies(one: DueCopies) -> dict[str, Any]:
    return asdict(one) | {"final_on": one.final_on.isoformat()}


def _case(one: DueWhole) -> dict[str, Any]:
    return asdict(one) | {"last_on": one.last_on.isoformat(), "due_on": one.due_on.isoformat()}


def _waiting(one: Listed) -> dict[str, Any]:
    return {
        "list": one.removal_id,
        "what": CASES if one.whole else COPIES,
        "cases": one.cases,
        "by": one.by,
        "at": one.at,
        "own": one.own,
    }


def _holds(held: Iterable[HeldCase]) -> list[dict[str, Any]]:
    return [asdict(one) for one in held]


def _certificate(one: Certificate) -> dict[str, Any]:
    figures = asdict(one)
    whole = figures.pop("whole")
    days = {name: day and day.isoformat() for name, day in _days(one).items()}
    return figures | {"what": CASES if whole else COPIES} | days


def _days(one: Certificate) -> dict[str, Any]:
    return {"removed_on": one.removed_on, "oldest": one.oldest, "newest": one.newest}
