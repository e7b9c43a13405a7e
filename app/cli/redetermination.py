"""`recoup redetermine`, `diary`, `overrides`: stored cases over time, and who decided otherwise."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json
from app.cli.stores import add_store, opened
from app.core.dates import parse_iso
from app.core.money import CURRENCY

if TYPE_CHECKING:
    from app.residency.law_pack import LawPack
    from app.services.redetermining import Changed, Redetermined

_REDETERMINE = """input: the store of --data; --pack names the rules to try: a pack file, a
folder laid out as resources/, or builtin for those of this program. Every registration that
a desk has finished is determined again from the answers recorded, under the rules in use and
under these.
--on tries another service date in place of each case's own.

output, one JSON object: rules_version, on, cases, changed (ref, recorded_category, from, to,
  invoiced, estimated, currency), tallies, people_affected, money_at_stake, not_determined
  (ref, reason), review_list, applied, put_on_list. Money at stake is the open invoices of the
  changed cases, and the estimates of those that have none.

  Nothing changes without --apply. With it the cases of review_list go before the officers with the
  reason “the rules changed”; no outcome changes until an officer decides.

refusals: not_found, bad_pack, bad_signature, newer_pack, bad_date, date_out_of_range,
not_allowed."""

_DIARY = """input: the store of --data; --until shows entries due up to that day.

output: {"rules_version", "rules_hold_until", "entries": [{"ref", "due_on", "about_on", "why",
  "due"}]}, soonest first. What is due comes back before the officers. The words name no
  protected ground; after rules_hold_until other rules come, or these are to be read again.

refusals: bad_date, not_allowed."""

_OVERRIDES = """input: the store of --data; --from and --to bound the days of deciding, both
included.

output: {"decisions", "agreed", "overridden", "rate_percent", "by_choice": [{"suggested",
  "chosen", "decisions"}], "overridden_by_reason": [{"reason_code", "decisions"}]}. Nobody is
  named.

refusals: bad_date, not_allowed."""


def register(commands: Subcommands) -> None:
    """Add `redetermine`, `diary` and `overrides`."""
    parser = command(
        commands,
        "redetermine",
        _redetermine,
        purpose="Show which stored cases would change under other rules or on another day.",
        manual=_REDETERMINE,
        example="recoup redetermine --data desk --pack new-rules --user mad",
    )
    parser.add_argument("--pack", metavar="PACK", required=True, help="the rules to try")
    parser.add_argument("--on", metavar="DATE", help="as if every service were on that day")
    parser.add_argument("--apply", action="store_true", help="put the cases on the review list")
    add_store(parser)
    parser = command(
        commands,
        "diary",
        _diary,
        purpose="List the days on which cases must be looked at again.",
        manual=_DIARY,
        example="recoup diary --data desk --user mad --until 2026-06-30",
    )
    parser.add_argument("--until", metavar="DATE", help="entries due up to that day")
    add_store(parser)
    parser = command(
        commands,
        "overrides",
        _overrides,
        purpose="Count how often officers decided otherwise than the rules suggested.",
        manual=_OVERRIDES,
        example="recoup overrides --data desk --user mad --from 2026-03-01 --to 2026-03-31",
    )
    parser.add_argument("--from", dest="since", metavar="DATE", help="the first day counted")
    parser.add_argument("--to", dest="until", metavar="DATE", help="the last day counted")
    add_store(parser)


def _redetermine(args: argparse.Namespace) -> int:
    from app.services.redetermining import redetermine

    pack, on = _pack(args.pack), _day(args.on, "on")
    with opened(args, Act.DECIDE_STATUS) as desk:
        found = redetermine(desk, pack, on=on, apply=args.apply)
    print_json(_shown(found, applied=args.apply))
    return DONE


def _diary(args: argparse.Namespace) -> int:
    from app.services.diary import diary, rules_until

    until = _day(args.until, "until")
    with opened(args, Act.DECIDE_STATUS) as desk:
        entries, hold_until = diary(desk, until), rules_until(desk)
        version = desk.pack.manifest.version
    print_json(
        {
            "contract_version": 1,
            "rules_version": version,
            "rules_hold_until": hold_until.isoformat(),
            "entries": [
                {
                    "ref": entry.ref,
                    "due_on": entry.due_on.isoformat(),
                    "about_on": entry.about_on.isoformat(),
                    "why": entry.why,
                    "due": entry.due,
                }
                for entry in entries
            ],
        }
    )
    return DONE


def _overrides(args: argparse.Namespace) -> int:
    from app.services.overriding import overrides

    since, until = _day(args.since, "from"), _day(args.until, "to")
    with opened(args, Act.EXPORT_BATCH) as desk:
        found = overrides(desk, since, until)
    print_json(
        {
            "contract_version": 1,
            "from": args.since,
            "to": args.until,
            **found.as_json(),
        }
    )
    return DONE


def _pack(name: str) -> LawPack:
    """The rules of `--pack`, read whole: a fault in them is told before any case is tried."""
    from app.library.sources import open_source

    return open_source(name).pack


def _day(text: str | None, field: str) -> date | None:
    return None if text is None else parse_iso(text, field)


def _shown(found: Redetermined, *, applied: bool) -> dict[str, object]:
    return {
        "contract_version": 1,
        "rules_version": found.rules_version,
        "on": found.on.isoformat() if found.on else None,
        "cases": found.cases,
        "changed": [_change(one) for one in found.changed],
        "tallies": [
            {"from": before, "to": after, "cases": count} for before, after, count in found.tallies
        ],
        "people_affected": found.people,
        "money_at_stake": {
            "invoiced": found.invoiced.plain,
            "estimated": found.estimated.plain,
            "total": (found.invoiced + found.estimated).plain,
            "currency": CURRENCY,
        },
        "not_determined": [{"ref": one.ref, "reason": one.reason} for one in found.not_determined],
        "review_list": [ref for _, ref in found.review_list],
        "applied": applied,
        "put_on_list": found.put_on_list,
    }


def _change(one: Changed) -> dict[str, object]:
    return {
        "ref": one.ref,
        "recorded_category": one.recorded,
        "from": one.before.as_json(),
        "to": one.after.as_json(),
        "invoiced": one.invoiced.plain,
        "estimated": one.estimated.plain,
        "currency": CURRENCY,
    }
