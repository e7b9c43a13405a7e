"""`recoup facts`, `questionnaire` and `determine`: the law, asked from outside."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from app.cli.frame import (
    DONE,
    REFUSED,
    Subcommands,
    add_now,
    clock_of,
    command,
    parse_json,
    print_json,
    read_json,
    read_text,
    tell,
)
from app.core.dates import parse_iso
from app.core.errors import BadInput, Known

if TYPE_CHECKING:  # the law is read by the commands that need it, not by every start
    from app.residency.determination import Determination
    from app.residency.law import Law

_FACTS = """input: none.

output, one JSON array: {"name", "type", "values"?, "meaning", "decided_by"} for every
fact the rules use. A fact left out of a case is unknown, or worked out where decided_by is system.
Types: bool, int, date (YYYY-MM-DD), enum, alpha2, list[alpha2], text, string."""

_QUESTIONNAIRE = """input: none.

output, one JSON object: contract_version, rules_version, valid_from, valid_to,
questions (id, stage, asked_by, text, help, type, options, required, allows, sets, and section,
finding, sensitive, show_when) and groups (code, label, regulation, scope, valid_from, valid_to,
confirmed). With --on only the groups in force that day.

refusals: bad_date, date_out_of_range."""

_DETERMINE = """input, one JSON object:
  {"contract_version": 1,
   "facts": {"is_british_citizen": true, ...},    names and values as `recoup facts` lists them
   "answers": {"s1_document": "ehic", "s2_dob": {"state": "refused"}, ...},
   "certified": false,                            an officer certifies: no other ground is claimed
   "lines": [{"id": "1", "service_type": "other", "service_date": "2026-03-09", ...}]}

  Facts, answers or both; a fact outweighs an answer. A fact left out or null is unknown, and
  unknown never means no. Without lines there is one line, made of the facts. --on is the service
  date of lines that carry none; without it the day of --now, else today.

  A line may last: service_date_to is its last day, that day included. Facts may begin to hold on a
  day: "changes": [{"from": "2026-03-04", "facts": {...}}, ...], in the case for the person, in a
  line for that line; null takes a fact back to unknown. A stay is at most ten years long.
  "charged_before": [{"from": ..., "to": ...}] of a line: days for which it was charged before.

output, one JSON object: the finding for each line and for the case, with reasons, what is missing,
  what would settle it and the fewest facts that would flip it. Unknown keys stand under "ignored".
  A line with service_date_to falls into parts where its answer turns, with ids 1/1, 1/2, ...; one
  that does not keeps its id. Each carries "from", "to" and, for its days, "retrospective".
  --explain says the reasons in sentences on standard error as well.
  --many reads and writes JSON Lines, one case a line; a line refused has an error object in its
  place, the others go on, and the exit code is 1.
  Once the law should have been read again, each finding has rules_expired_on, that day.

refusals: bad_value, bad_date, too_long (a stay, or more than 1000 parts), date_out_of_range
  (before 6 April 2015), bad_json, bad_file."""


_NEXT = """input, one JSON object: what is known so far, as `recoup determine` takes it (facts,
  answers, lines, changes, certified), and
  {"could_not_ask": "unconscious"}               nobody could be asked: the reason, given once

output, one JSON object:
  {"question": {...} | null,                     as `recoup questionnaire` lists it
   "why": "...",                                 why it is next, or why nothing is
   "left": {"at_least": 1, "at_most": 12},       questions still to come, this one included
   "settled": false,                             true when nothing more is asked
   "ending": "open|stage_1|settled|waits",
   "waits_for": [{"role", "questions"}]}         who must still say what

  Stage 1 comes first, the same for everyone. After it the next question is the lowest-ranked one
  whose answer can still change who is resident, what is charged, at what rate or who is liable.
  Unknown and refused are answers and are not asked again. `stage_1`: stage 1 left nothing to
  follow up, which is its own routing and no finding. `waits`: everything was put, and an answer
  is not known.

refusals: bad_value, bad_date, date_out_of_range, bad_json, bad_file."""


def register(commands: Subcommands) -> None:
    """Add `facts`, `questionnaire` and `determine`."""
    command(
        commands,
        "facts",
        _facts,
        purpose="List every fact the rules use.",
        manual=_FACTS,
        example="recoup facts --json",
    )
    questionnaire = command(
        commands,
        "questionnaire",
        _questionnaire,
        purpose="List every question and every group of the rules.",
        manual=_QUESTIONNAIRE,
        example="recoup questionnaire --json --on 2026-03-09",
    )
    questionnaire.add_argument("--on", metavar="DATE", help="only groups in force that day")
    determine = command(
        commands,
        "determine",
        _determine,
        purpose="Determine who pays, under which rule, and what to ask to be sure.",
        manual=_DETERMINE,
        example="recoup determine case.json --on 2026-03-09",
    )
    determine.add_argument("file", metavar="FILE|-", help="the case, or - for standard input")
    determine.add_argument("--on", metavar="DATE", help="service date of lines without one")
    determine.add_argument("--explain", action="store_true", help="say the reasons in sentences")
    determine.add_argument("--many", action="store_true", help="JSON Lines in, JSON Lines out")
    add_now(determine)
    following = command(
        commands,
        "next",
        _next,
        purpose="Say what to ask next, why, and how many questions are left.",
        manual=_NEXT,
        example="recoup next case.json --on 2026-03-09",
    )
    following.add_argument("file", metavar="FILE|-", help="the case, or - for standard input")
    following.add_argument("--on", metavar="DATE", help="service date of lines without one")
    add_now(following)


def _facts(_: argparse.Namespace) -> int:
    print_json([fact.as_json() for fact in _law().facts.all])
    return DONE


def _questionnaire(args: argparse.Namespace) -> int:
    from app.residency.printed import print_questionnaire

    print_json(print_questionnaire(_law(), _day(args.on)))
    return DONE


def _determine(args: argparse.Namespace) -> int:
    on = _day(args.on) or clock_of(args).today()
    law, today = _law(), clock_of(args).today()
    if args.many:
        return _determine_many(read_text(args.file), law, on, today)
    found = _find(read_json(args.file), law, on)
    print_json(_stamped(found, today))
    if args.explain:
        _explain(found)
    return DONE


def _next(args: argparse.Namespace) -> int:
    from app.residency.asking import next_question
    from app.residency.contract import read_interview
    from app.residency.printed import print_next

    law = _law()
    on = _day(args.on) or clock_of(args).today()
    found = next_question(read_interview(read_json(args.file), law), law, on)
    print_json(print_next(found, law))
    tell(found.why)
    return DONE


def _determine_many(text: str, law: Law, on: date, today: date) -> int:
    refused = 0
    # Not splitlines: text may hold separators of its own.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = _stamped(_find(parse_json(line, first_line=number), law, on), today)
        except Known as known:
            document = {"error": known.as_dict()}
            refused += 1
        print(json.dumps(document, ensure_ascii=False))
    if refused:
        tell(f"{refused} of the cases were refused; each says why in its place.")
    return REFUSED if refused else DONE


def _find(document: dict[str, object], law: Law, on: date) -> Determination:
    from app.residency.contract import read_case
    from app.residency.determination import determine

    return determine(read_case(document, law), law, on)


def _stamped(found: Determination, today: date) -> dict[str, object]:
    from app.library.packs import built_in
    from app.residency.law_pack import stamped

    return stamped(found.as_json(), built_in().manifest, today)


def _explain(found: Determination) -> None:
    from app.residency.findings import shown

    tell(f"Category {found.charging_category}, charged: {found.chargeable}.")
    for reason in found.reasons:
        tell(f"- {reason.text} ({reason.regulation})")
    if found.missing:
        tell(f"Not known yet: {', '.join(found.missing)}.")
    change = found.nearest_other_outcome
    if change is not None:
        values = [
            f"{one.fact} {json.dumps(shown(one.after), ensure_ascii=False)}" for one in change.facts
        ]
        then = f"category {change.then.category}, charged: {change.then.chargeable}"
        tell(f"Were {' and '.join(values)}: {then}.")


def _law() -> Law:
    from app.library.law import load_law

    return load_law()


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    day = parse_iso(text, "on")
    begun = _law().pack.standing.valid_from
    if day < begun:
        raise BadInput(
            "date_out_of_range", f"Enter a day from {begun.isoformat()} on for --on.", "on"
        )
    return day
