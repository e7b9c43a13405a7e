"""`recoup facts`, `questionnaire` and `determine`, from outside."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli import main

Run = Callable[..., tuple[int, str, str]]
TOURIST = {
    "service_date": "2025-03-10",
    "service_type": "other",
    "urgency": "non_urgent",
    "country_of_residence": "US",
    "is_british_citizen": False,
}


class _StandardInput:
    def __init__(self, kept: str) -> None:
        self.buffer = io.BytesIO(kept.encode("utf-8", "surrogatepass"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(*arguments: str, given: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", _StandardInput(given))
        code = main(list(arguments))
        out = capsys.readouterr()
        return code, out.out, out.err

    return _run


def determine(run: Run, document: object, *more: str) -> tuple[int, Any]:
    code, out, _ = run("determine", "-", *more, given=json.dumps(document))
    return code, json.loads(out)


def test_facts_lists_every_fact(run: Run) -> None:
    code, out, _ = run("facts", "--json")
    facts = json.loads(out)
    assert code == 0
    assert len(facts) == 109
    assert facts[0]["name"] == "service_date"
    assert {key for fact in facts for key in fact} == {
        "name",
        "type",
        "values",
        "meaning",
        "decided_by",
    }


def test_questionnaire_lists_questions_and_groups(run: Run) -> None:
    code, out, _ = run("questionnaire", "--json")
    document = json.loads(out)
    assert code == 0
    assert document["contract_version"] == 1
    assert (document["valid_from"], document["valid_to"]) == ("2015-04-06", None)
    assert (len(document["questions"]), len(document["groups"])) == (101, 89)
    first = document["questions"][0]
    assert list(first)[:10] == [
        "id",
        "stage",
        "asked_by",
        "text",
        "help",
        "type",
        "options",
        "required",
        "allows",
        "sets",
    ]
    assert first["options"][0] == {"value": "uk_all", "label": "In the UK all the time"}
    shown = {one["id"]: one["show_when"] for one in document["questions"]}
    assert shown["s2_ship_flag"] == {
        "all": [
            {"question": "s2_crew", "op": "eq", "value": "ship"},
            {"fact": "service_date", "op": "lt", "value": "2017-08-21"},
        ]
    }
    assert list(document["groups"][0]) == [
        "code",
        "label",
        "regulation",
        "scope",
        "valid_from",
        "valid_to",
        "confirmed",
    ]


def test_questionnaire_on_a_day_lists_the_groups_in_force(run: Run) -> None:
    _, out, _ = run("questionnaire", "--on", "2026-03-09")
    codes = {group["code"] for group in json.loads(out)["groups"]}
    assert "tca_ehic" in codes
    assert "eu_rights_pre_2021" not in codes


@pytest.mark.parametrize(
    ("day", "code"), [("2015-04-05", "date_out_of_range"), ("soon", "bad_date")]
)
def test_a_day_outside_the_rules_is_refused(run: Run, day: str, code: str) -> None:
    for arguments in (("questionnaire", "--on", day), ("determine", "-", "--on", day)):
        exit_code, out, err = run(*arguments, given="{}")
        assert exit_code == 1
        assert json.loads(out)["error"]["code"] == code
        assert json.loads(out)["error"]["field"] == "on"
        assert err.strip()


def test_determine_waits_for_what_it_does_not_know(run: Run) -> None:
    code, found = determine(run, {"facts": TOURIST})
    assert code == 0
    assert found["on"] == "2025-03-10"
    assert (found["chargeable"], found["charging_category"]) == ("undetermined", "P")
    assert found["status_classification"] == "9"
    assert found["flag_officer"] is True
    assert "residence_uk_settled_purpose" in found["missing"]


def test_determine_takes_the_day_of_now_where_no_day_is_given(run: Run) -> None:
    _, found = determine(run, {}, "--now", "2026-03-09T23:30:00Z")
    assert found["on"] == "2026-03-09"
    _, found = determine(run, {}, "--on", "2026-01-02", "--now", "2026-03-09T09:00:00Z")
    assert found["on"] == "2026-01-02"


def test_determine_says_the_same_bytes_again(run: Run) -> None:
    given = json.dumps({"facts": TOURIST, "certified": True})
    first = run("determine", "-", "--now", "2026-03-09T09:00:00Z", given=given)
    assert run("determine", "-", "--now", "2026-03-09T09:00:00Z", given=given) == first


def test_determine_reads_a_file(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text(json.dumps({"answers": {"s1_residence_12m": "uk_all"}}), "utf-8")
    code, out, _ = run("determine", str(case))
    assert (code, json.loads(out)["charging_category"]) == (0, "P")
    code, out, _ = run("determine", str(tmp_path / "none.json"))
    assert (code, json.loads(out)["error"]["code"]) == (1, "not_found")


def test_explain_says_the_reasons_on_standard_error(run: Run) -> None:
    given = json.dumps({"facts": {"custody_status": "prison"}})
    code, out, err = run("determine", "-", "--explain", given=given)
    assert code == 0
    assert json.loads(out)["charging_category"] == "P"
    assert "SI 2015/238 reg 19(1)(a)" in err
    assert "Not known yet" in err


def test_explain_says_what_one_change_would_do(run: Run) -> None:
    facts = {"residence_uk_settled_purpose": False, "uk_forces_member": True}
    given = json.dumps({"facts": {**TOURIST, **facts, "service_is_relevant": True}})
    _, out, err = run("determine", "-", "--explain", given=given)
    assert json.loads(out)["charging_category"] == "E"
    assert "Category E, charged: no." in err
    assert "Not known yet" not in err
    (were,) = [line for line in err.splitlines() if line.startswith("Were ")]
    assert were.startswith("Were is_british_citizen true and residence_uk_lawful true and ")
    assert were.endswith(": category A, charged: no.")


def test_explain_names_the_fact_on_which_a_finding_turns(run: Run) -> None:
    facts = {"residence_uk_settled_purpose": False, "custody_status": "prison"}
    given = json.dumps({"facts": facts, "certified": True})
    _, out, err = run("determine", "-", "--explain", given=given)
    change = json.loads(out)["nearest_other_outcome"]
    assert (change is not None) == ("Were " in err)


def test_explain_writes_values_as_the_file_would(run: Run) -> None:
    asked = {"condition_id": "none", "condition_caused_by_violence": "none"}
    quiet = dict.fromkeys(
        (
            "service_is_termination",
            "need_arose_during_visit",
            "medically_necessary_during_stay",
            "deprivation_of_liberty_authorised",
            "detained_in_hospital_other_enactment",
            "admitted_as_inpatient",
            "service_is_outpatient_appointment",
        ),
        False,
    )
    facts = {**TOURIST, **asked, **quiet, "mha_status": "none", "service_is_relevant": True}
    given = json.dumps({"facts": {**facts, "nationalities": ["US"]}, "certified": True})
    _, out, err = run("determine", "-", "--explain", given=given)
    document = json.loads(out)
    change = document["nearest_other_outcome"]
    assert document["charging_category"] == "F"
    (turned,) = change["change"]
    then = f"category {change['then']['charging_category']}, charged: no"
    assert f"Were {turned['fact']} {json.dumps(turned['to'])}: {then}." in err


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("not json", "bad_json"),
        ("[]", "bad_json"),
        ('{"facts": {"is_british_citizen": "yes"}}', "bad_value"),
        ('{"facts": {"service_date": "2026-02-30"}}', "bad_date"),
        ('{"facts": {"service_date": "2015-04-05"}}', "date_out_of_range"),
        ('{"lines": [{"service_date": "2015-04-05"}]}', "date_out_of_range"),
    ],
)
def test_determine_refuses_in_one_sentence(run: Run, given: str, code: str) -> None:
    exit_code, out, err = run("determine", "-", given=given)
    assert exit_code == 1
    assert json.loads(out)["error"]["code"] == code
    assert len(err.strip().splitlines()) == 1


def test_many_cases_go_on_past_a_bad_one(run: Run) -> None:
    good = json.dumps({"facts": TOURIST, "note": "a\u2028b"}, ensure_ascii=False)
    bad = '{"facts": {"age_years": -1}}'
    code, out, err = run("determine", "-", "--many", given=f"{good}\n{bad}\nnonsense\n\n{good}\n")
    documents = [json.loads(line) for line in out.split("\n") if line]
    assert code == 1
    assert [document.get("charging_category") for document in documents] == ["P", None, None, "P"]
    assert documents[1]["error"]["code"] == "bad_value"
    assert documents[2]["error"]["code"] == "bad_json"
    assert documents[2]["error"]["message"].startswith("Line 3:")
    assert documents[0]["ignored"] == ["note"]
    assert err.startswith("2 of the cases were refused")


def test_many_good_cases_exit_with_0(run: Run) -> None:
    code, out, err = run("determine", "-", "--many", given="{}\n{}")
    assert (code, len(out.splitlines()), err) == (0, 2, "")


def test_half_a_character_is_no_fault(run: Run) -> None:
    code, out, _ = run("determine", "-", given='{"\\ud800": 1, "facts": {"names": "\\ud800"}}')
    assert code == 0
    assert json.loads(out)["ignored"] == ["?"]


@pytest.mark.parametrize("name", ["facts", "questionnaire", "determine"])
def test_help_reads_like_a_manual_page(run: Run, name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    for part in ("input", "output", "exit codes:", "example:", f"recoup {name}"):
        assert part in out


def test_determine_tells_a_stay_in_parts(run: Run) -> None:
    ward = {"from": "2026-03-03", "facts": {"service_type": "other", "admitted_as_inpatient": True}}
    line = {"id": "A", "service_date": "2026-03-01", "service_date_to": "2026-03-06"}
    facts = {**TOURIST, "service_type": "a_and_e", "admitted_as_inpatient": False}
    facts = {key: facts[key] for key in facts if key != "service_date"}
    facts |= {"service_is_relevant": True, "service_is_outpatient_appointment": False}
    code, found = determine(run, {"facts": facts, "lines": [line], "changes": [ward]})
    assert code == 0
    assert [(part["id"], part["from"], part["to"], part["charged"]) for part in found["lines"]] == [
        ("A/1", "2026-03-01", "2026-03-02", "no"),
        ("A/2", "2026-03-03", "2026-03-06", "undetermined"),
    ]
    assert found["lines"][0].keys() - {"from", "to", "retrospective"} == (
        determine(run, {"facts": TOURIST})[1]["lines"][0].keys()
    )


def test_determine_refuses_a_stay_that_ends_before_it_begins(run: Run) -> None:
    line = {"service_date": "2026-03-06", "service_date_to": "2026-03-01"}
    code, found = determine(run, {"lines": [line]})
    assert code == 1
    assert found["error"]["field"] == "service_date_to"
    assert found["error"]["message"].startswith("Line 1 ends before it begins.")
