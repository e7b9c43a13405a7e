"""`recoup law`: what is in force on a day, what changed, and what is wrong with a law."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import law_installing, law_signing
from app.cli.frame import DONE, REFUSED, Subcommands, add_now, clock_of, command, print_json, tell
from app.core.dates import parse_iso
from app.core.errors import BadInput

if TYPE_CHECKING:  # the law is read by the commands that need it, not by every start
    from app.library.in_force import View
    from app.residency.law_pack import LawPack

_LAW = """input: a day. A law is named in one of three ways: `builtin`, a folder laid out as
resources/ is (rules, questions, countries), or a pack file NAME.recoup-pack.

output, one JSON object: rules_version, on, expires, and what is in force that day, each with
valid_from and valid_to: groups, services, diseases, agreements, rates, questions.
--in names another law than the program's own.

more: recoup law diff|check|new|keygen|sign|verify|install|packs|signer|replay --help

refusals: bad_date, date_out_of_range, bad_pack, bad_signature, not_found."""

_DIFF = """input: A and B, each a day (the program's own law on it) or a law: `builtin`, a folder
or a pack file.

output, one JSON object: "from", "to", and three lists: "added" and "removed"
  ({"kind", "code", "label"}), "changed" (the same with "fields": [{"field", "from", "to"}]).
Between two days it is what came into force, went out of force, or changed.

refusals: bad_date, bad_pack, bad_signature, newer_pack, not_found."""

_CHECK = """input: a law: `builtin`, a folder or a pack file.

output, one JSON object: "clean", "counts" and "remarks", each
  {"code", "severity", "kind", "id", "says", "do"}.
Severity refusal: the pack cannot be used, or says what cannot be meant; exit code 1. Warning:
look again before you sign. Note: true and known, to be kept in mind.
Every combination of answers on every legal epoch is tried, so that a rule that can never hold, one
that adds nothing, a fact or a question that changes nothing is found for certain. --quick leaves
that out; a pack's rules/exceptions.toml says what is kept all the same, and why.

refusals: bad_pack for what cannot be read at all, bad_signature, not_found."""


def register(commands: Subcommands) -> None:
    """Add `law`."""
    law = command(
        commands,
        "law",
        _on,
        purpose="Say what law is in force on a day; compare, check, sign and install law.",
        manual=_LAW,
        example="recoup law --on 2022-12-28",
    )
    law.add_argument("--on", metavar="DATE", help="the day; today where left out")
    law.add_argument("--in", dest="law", metavar="LAW", default="builtin", help="which law")
    add_now(law)
    acts = law.add_subparsers(metavar="ACT", title="more")
    _register_reading(acts)
    law_signing.register(acts)
    law_installing.register(acts)


def _register_reading(acts: Subcommands) -> None:
    diff = command(
        acts,
        "diff",
        _diff,
        purpose="Say what changed between two days or two laws.",
        manual=_DIFF,
        example="recoup law diff 2022-12-27 2022-12-28",
    )
    diff.add_argument("before", metavar="A", help="a day, builtin, a folder or a pack file")
    diff.add_argument("after", metavar="B", help="the same")
    check = command(
        acts,
        "check",
        _check,
        purpose="Read a law with a critical eye.",
        manual=_CHECK,
        example="recoup law check my-rules",
    )
    check.add_argument("law", metavar="LAW", help="builtin, a folder or a pack file")
    check.add_argument("--quick", action="store_true", help="do not try every combination")
    add_now(check)


def _on(args: argparse.Namespace) -> int:
    from app.library.in_force import view
    from app.library.sources import open_source

    source = open_source(args.law)
    on = parse_iso(args.on, "on") if args.on else clock_of(args).today()
    _require_in_scheme(on, source.pack)
    print_json(
        {
            "contract_version": 1,
            "rules_version": source.pack.manifest.version,
            "on": on.isoformat(),
            "expires": source.pack.manifest.valid_to.isoformat(),
            **{kind: list(entries.values()) for kind, entries in view(source, on).items()},
        }
    )
    return DONE


def _diff(args: argparse.Namespace) -> int:
    from app.library.law_diff import differences

    days = _day_or_none(args.before), _day_or_none(args.after)
    dated = None not in days  # else a law on a day would be held against all of another
    before, after = (
        _viewed(name, day, dated=dated)
        for name, day in zip((args.before, args.after), days, strict=True)
    )
    found = differences(before, after)
    print_json({"contract_version": 1, "from": args.before, "to": args.after, **found})
    counts = ", ".join(f"{len(entries)} {what}" for what, entries in found.items())
    tell(f"From {args.before} to {args.after}: {counts}.")
    return DONE


def _viewed(name: str, day: date | None, *, dated: bool) -> View:
    from app.library.in_force import view, whole
    from app.library.sources import BUILT_IN, open_source

    if day is None:
        return whole(open_source(name))
    if not dated:
        raise BadInput(
            "bad_value",
            "Compare a day with a day, or a law with a law: builtin, a folder or a pack file.",
            "before",
        )
    source = open_source(BUILT_IN)
    _require_in_scheme(day, source.pack)
    return view(source, day)


def _check(args: argparse.Namespace) -> int:
    from app.library.lint import critical_reading

    if not args.quick:
        tell("Trying every combination of answers, which takes a while; --quick leaves it out.")
    found = critical_reading(args.law, clock_of(args).today(), thorough=not args.quick)
    counts = Counter(remark.severity.value for remark in found)
    refused = counts["refusal"] > 0
    print_json(
        {
            "contract_version": 1,
            "clean": not refused,
            "counts": {name: counts[name] for name in ("refusal", "warning", "note")},
            "remarks": [asdict(remark) for remark in found],
        }
    )
    tell(
        f"{counts['refusal']} refusals, {counts['warning']} warnings, {counts['note']} notes. "
        + ("This pack cannot be used as it is." if refused else "Nothing stands in the way.")
    )
    return REFUSED if refused else DONE


def _day_or_none(text: str) -> date | None:
    looks_like_a_day = text[:4].isdigit() and text[4:5] == "-" and not Path(text).exists()
    return parse_iso(text, "on") if looks_like_a_day else None


def _require_in_scheme(day: date, pack: LawPack) -> None:
    begun = pack.law.pack.standing.valid_from
    if day < begun:
        raise BadInput("date_out_of_range", f"Enter a day from {begun.isoformat()} on.", "on")
