from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.library.law import load_law
from app.residency.contract import read_case
from app.residency.determination import Case, determine
from app.residency.findings import Days
from app.residency.line import Line
from app.residency.spell import DatedFacts, Spells, Stay
from tests.core.attempt import attempt
from tests.residency.given import TODAY

LAW = load_law()
STAY = {"id": "1", "service_date": "2026-03-01", "service_date_to": "2026-03-09"}
CHANGE = {"from": "2026-03-04", "facts": {"war_pension": True}}


def read(**document: Any) -> Case:
    return read_case(document, LAW)


def test_an_empty_document_is_a_case_of_which_nothing_is_known() -> None:
    assert read() == Case({})
    assert read(facts=None, answers=None, lines=None, certified=None, contract_version=1) == Case(
        {}
    )


def test_a_fact_outweighs_an_answer() -> None:
    case = read(
        facts={"entitlement_document": "prc"},
        answers={"s1_document": "ehic", "s2_dob": {"value": "1990-03-02"}},
    )
    assert case.facts == {"entitlement_document": "prc", "date_of_birth": date(1990, 3, 2)}


def test_a_fact_said_to_be_unknown_leaves_the_answer_its_word() -> None:
    case = read(facts={"entitlement_document": None}, answers={"s1_document": "ehic"})
    assert case.facts == {"entitlement_document": "ehic"}


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {"value": None},
        {"state": "unknown"},
        {"state": "refused", "value": "ehic"},
        {"state": "not_asked"},
        {"state": "answered", "value": None},
    ],
)
def test_an_answer_without_a_value_sets_nothing(answer: object) -> None:
    assert read(answers={"s1_document": answer}) == Case({})


def test_a_line_may_last_and_facts_may_change_on_a_day() -> None:
    case = read(
        changes=[{"from": "2026-03-04", "facts": {"war_pension": True, "urgency": None}}],
        lines=[{**STAY, "changes": [{"from": "2026-03-05", "facts": {"service_type": "other"}}]}],
    )
    assert case.lines == (Line("1", {"service_date": date(2026, 3, 1)}),)
    assert case.spells == Spells(
        changes=(DatedFacts(date(2026, 3, 4), {"urgency": None, "war_pension": True}),),
        stays={
            "1": Stay(date(2026, 3, 9), (DatedFacts(date(2026, 3, 5), {"service_type": "other"}),))
        },
    )
    assert not case.ignored


def test_days_charged_before_are_taken() -> None:
    case = read(lines=[{"charged_before": [{"from": "2026-03-02", "to": "2026-03-05"}]}])
    assert case.spells == Spells(
        stays={"1": Stay(charged=(Days(date(2026, 3, 2), date(2026, 3, 5)),))}
    )


def test_a_case_in_which_nothing_lasts_has_no_time_inside() -> None:
    assert read(changes=[], lines=[{"service_date_to": None, "changes": None}]).spells is None


def test_keys_of_a_change_that_nobody_asks_for_are_named() -> None:
    case = read(changes=[{"from": "2026-03-04", "to": "2026-03-05", "facts": {"bogus": 1}}])
    assert case.ignored == ("bogus", "to")


def test_lines_carry_their_own_facts_and_null_hides_the_cases() -> None:
    case = read(lines=[{"id": "a", "urgency": None, "service_type": "sti"}, {"id": 7}, {}])
    assert [line.id for line in case.lines] == ["a", "7", "3"]
    assert case.lines[0].facts == {"urgency": None, "service_type": "sti"}


def test_keys_nobody_asks_for_are_named_in_order() -> None:
    case = read(
        zebra=1, facts={"bogus": 1}, answers={"s9": "x"}, lines=[{"id": "1", "colour": "blue"}]
    )
    assert case.ignored == ("bogus", "colour", "s9", "zebra")


@pytest.mark.parametrize(
    ("document", "code", "field"),
    [
        ({"contract_version": 2}, "bad_value", "contract_version"),
        ({"contract_version": True}, "bad_value", "contract_version"),
        ({"certified": "yes"}, "bad_value", "certified"),
        ({"facts": []}, "bad_value", "facts"),
        ({"answers": "none"}, "bad_value", "answers"),
        ({"lines": {}}, "bad_value", "lines"),
        ({"lines": [1]}, "bad_value", "lines"),
        ({"lines": [{}] * 1001}, "bad_value", "lines"),
        ({"lines": [{"id": "1"}, {"id": "1"}]}, "bad_value", "lines"),
        ({"lines": [{"id": True}]}, "bad_value", "id"),
        ({"lines": [{"id": ""}]}, "bad_value", "id"),
        ({"lines": [{"urgency": "soon"}]}, "bad_value", "urgency"),
        ({"facts": {"service_date": "2026-13-01"}}, "bad_date", "service_date"),
        ({"answers": {"s1_document": "passport"}}, "bad_value", "s1_document"),
        ({"answers": {"s1_document": {"state": "maybe"}}}, "bad_value", "s1_document"),
        ({"answers": {"s2_dob": "tomorrow"}}, "bad_date", "s2_dob"),
        ({"lines": [{"service_date_to": 9}]}, "bad_date", "service_date_to"),
        ({"lines": [{"service_date_to": "2026-02-30"}]}, "bad_date", "service_date_to"),
        ({"lines": [STAY, {"id": "1/2"}]}, "bad_value", "id"),
        ({"changes": {}}, "bad_value", "changes"),
        ({"changes": [CHANGE] * 1001}, "bad_value", "changes"),
        ({"changes": ["2026-03-04"]}, "bad_value", "changes"),
        ({"changes": [{"from": "2026-03-04", "facts": []}]}, "bad_value", "changes"),
        ({"changes": [{"facts": {}}]}, "bad_date", "from"),
        ({"changes": [{"from": "4 March", "facts": {}}]}, "bad_date", "from"),
        ({"changes": [CHANGE, CHANGE]}, "bad_value", "changes"),
        ({"changes": [{**CHANGE, "facts": {"urgency": "soon"}}]}, "bad_value", "urgency"),
        (
            {"changes": [{**CHANGE, "facts": {"service_date": "2026-03-05"}}]},
            "bad_value",
            "changes",
        ),
        ({"changes": [CHANGE], "lines": [{"war_pension": False}]}, "bad_value", "changes"),
        ({"lines": [{"changes": {}}]}, "bad_value", "changes"),
        ({"lines": [{"charged_before": "2026-03-02"}]}, "bad_value", "charged_before"),
        ({"lines": [{"charged_before": ["2026-03-02"]}]}, "bad_value", "charged_before"),
        ({"lines": [{"charged_before": [{"from": "2026-03-02"}]}]}, "bad_value", "charged_before"),
        (
            {"lines": [{"charged_before": [{"from": "2026-03-02", "to": "2026-03-01"}]}]},
            "bad_value",
            "charged_before",
        ),
        (
            {"lines": [{"charged_before": [{"from": "2026-03-02", "to": "soon"}]}]},
            "bad_date",
            "charged_before",
        ),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(
    document: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_case(document, LAW)
    assert (refused.value.code, refused.value.field) == (code, field)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda some: (
        st.lists(some, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                (
                    "id",
                    "state",
                    "value",
                    "service_type",
                    "s1_document",
                    "urgency",
                    "service_date_to",
                    "changes",
                    "from",
                    "facts",
                )
            ),
            some,
            max_size=3,
        )
    ),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(
    st.sampled_from(
        ("facts", "answers", "lines", "changes", "certified", "contract_version", "other")
    ),
    JSON,
    max_size=4,
)


@given(document=DOCUMENTS)
def test_any_document_is_determined_or_refused_in_a_sentence(document: dict[str, Any]) -> None:
    found = attempt(lambda: determine(read_case(document, LAW), LAW, TODAY).as_json())
    if isinstance(found, BadInput):
        assert found.message.endswith(".")
