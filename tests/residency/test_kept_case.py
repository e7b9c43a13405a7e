"""A kept case comes back as it was, so that the same pack finds the same to the last byte."""

from __future__ import annotations

import json
from datetime import date
from random import Random

from app.library.law import load_law
from app.residency.determination import Case, determine
from app.residency.kept_case import case_document, case_from
from app.residency.line import Line
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
