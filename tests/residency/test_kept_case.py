"""A kept case comes back as it was, so that the same pack finds the same to the last byte."""

from __future__ import annotations

import json
from datetime import date
from random import Random

from app.library.law import load_law
from app.residency.contract import read_case
from app.residency.determination import Case, determine
from app.residency.findings import Days
from app.residency.kept_case import case_document, case_from
from app.residency.line import Line
from app.residency.spell import DatedFacts, Spells, Stay
from tests.residency.given import TODAY, published
from tests.residency.likely import likely_case

LAW = load_law()


def kept(case: Case) -> Case:
    return case_from(json.loads(json.dumps(case_document(case))), LAW.facts)


def test_a_kept_case_is_the_case() -> None:
    chance = Random(9)
    cases = [one.case for one in published()] + [likely_case(chance) for _ in range(200)]
    for case in cases:
        again = kept(case)
        assert again == case
        found = determine(case, LAW, TODAY).as_json()
        assert json.dumps(determine(again, LAW, TODAY).as_json()) == json.dumps(found)


def test_days_lists_and_what_a_line_hides_come_back() -> None:
    case = Case(
        {"date_of_birth": date(1990, 3, 2), "nationalities": ("NG", "NO"), "names": "2020-01-01"},
        (Line("1", {"service_date": date(2026, 3, 9), "urgency": None}),),
        certified=True,
    )
    assert kept(case) == case


def test_what_lasts_changes_and_was_charged_before_comes_back() -> None:
    since, until = date(2026, 3, 1), date(2026, 3, 9)
    change = DatedFacts(date(2026, 3, 4), {"leave_valid_to": until, "urgency": None})
    stays = {"1": Stay(until, (change,), (Days(since, until),)), "2": Stay(until)}
    lines = (Line("1", {"service_date": since}), Line("2"), Line("3"))
    case = Case({}, lines, spells=Spells(changes=(change,), stays=stays))
    assert kept(case) == case
    assert read_case(case_document(case), LAW).spells == case.spells
