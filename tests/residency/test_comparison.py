from __future__ import annotations

from datetime import date

from app.library.law import load_law
from app.residency.comparison import ROUTED_OUT, outcome_of
from app.residency.contract import read_case
from app.residency.determination import determine

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
