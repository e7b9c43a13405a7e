from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from app.library import resource
from app.library.law import LawReader, load_law
from app.library.shelves import DocumentShelves, FolderShelves, packed
from app.residency.comparison import ROUTED_OUT, may_differ, outcome_of
from app.residency.contract import read_case
from app.residency.determination import Case, determine
from app.residency.line import Line
from tests.residency.given import TODAY
from tests.residency.likely import likely_case

LAW = load_law()


def test_what_matters_of_a_finding_leaves_sentences_and_reasons_out() -> None:
    document = {
        "facts": {
            "country_of_residence": "NG",
            "service_type": "other",
            "service_is_relevant": True,
        }
    }
    found = determine(read_case(document, LAW), LAW, date(2026, 3, 9))
    assert outcome_of(found).as_json() == {
        "ordinarily_resident": "undetermined",
        "charging_category": "P",
        "chargeable": "undetermined",
        "lines": [
            {"id": "1", "charged": "undetermined", "rate_percent": None, "liable_party": None}
        ],
    }


def test_a_charged_line_shows_its_rate_and_who_owes() -> None:
    document = {
        "certified": True,
        "facts": {
            "country_of_residence": "NG",
            "service_type": "other",
            "service_is_relevant": True,
            "is_british_citizen": False,
            "is_irish_citizen": False,
            "date_of_birth": "2020-01-01",
            "condition_id": "none",
            "condition_caused_by_violence": "none",
            "service_is_termination": False,
            "mha_status": "none",
            "deprivation_of_liberty_authorised": False,
            "detained_in_hospital_other_enactment": False,
            "need_arose_during_visit": False,
            "medically_necessary_during_stay": False,
            "provider_type": "nhs_trust",
            "admitted_as_inpatient": True,
            "service_is_outpatient_appointment": False,
        },
    }
    outcome = outcome_of(determine(read_case(document, LAW), LAW, date(2026, 3, 9)))
    assert [line.as_json() for line in outcome.lines] == [
        {
            "id": "1",
            "charged": "yes",
            "rate_percent": 150,
            "liable_party": "parental_responsibility",
        }
    ]


def test_a_resident_routed_out_by_stage_1_has_no_line() -> None:
    assert ROUTED_OUT.as_json() == {
        "ordinarily_resident": "yes",
        "charging_category": "A",
        "chargeable": "no",
        "lines": [],
    }


def test_of_many_cases_those_are_named_that_another_law_may_find_otherwise() -> None:
    chance = Random(5)
    cases = [case for case in (likely_case(chance) for _ in range(200)) if case.spells is None]
    cases = [Case({**one.facts}, (Line("1", {}),), certified=one.certified) for one in cases]
    several = Case({}, (Line("1", {}), Line("2", {})))
    cases += [several, Case({})]
    other = LawReader(DocumentShelves(_without_asylum())).law()
    named = may_differ(cases, cases, LAW, other, TODAY)
    one_by_one = [
        place
        for place, case in enumerate(cases)
        if outcome_of(determine(case, LAW, TODAY)) != outcome_of(determine(case, other, TODAY))
    ]
    assert set(one_by_one) <= set(named)
    assert set(named) - set(one_by_one) <= {len(cases) - 2, len(cases) - 1}
    assert one_by_one


def test_cases_of_several_lines_alone_are_all_named() -> None:
    several = Case({}, (Line("1", {}), Line("2", {})))
    assert may_differ([several], [several], LAW, LAW, TODAY) == [0]
    assert may_differ([], [], LAW, LAW, TODAY) == []


def _without_asylum() -> dict[str, Any]:
    document = packed(FolderShelves(resource()))
    for group in document["rules/groups"]["group"]:
        if group["id"] == "asylum_seeker":
            group["in_force_to"] = "2020-12-31"
    return document


def test_a_part_of_a_stay_that_begins_on_another_day_is_another_outcome() -> None:
    def stay(claimed: str) -> dict[str, Any]:
        line = {"id": "1", "service_date": "2026-03-01", "service_date_to": "2026-03-09"}
        claim = {"from": claimed, "facts": {"asylum_application_undetermined": True}}
        document = {
            "certified": True,
            "facts": {**HOME_ABROAD, "service_type": "other"},
            "lines": [line],
            "changes": [claim],
        }
        return outcome_of(determine(read_case(document, LAW), LAW, TODAY)).as_json()

    early, late = stay("2026-03-04"), stay("2026-03-05")
    assert early != late
    lines: Any = early["lines"]
    assert [(one["id"], one["from"], one["to"]) for one in lines] == [
        ("1/1", "2026-03-01", "2026-03-03"),
        ("1/2", "2026-03-04", "2026-03-09"),
    ]


HOME_ABROAD = {"country_of_residence": "NG", "service_is_relevant": True}
