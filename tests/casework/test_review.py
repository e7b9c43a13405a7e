"""The officer's decision: what it must rest on, and that charging needs the rules behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework.review import (
    Choice,
    Draft,
    ReviewTerms,
    SecondLook,
    check,
    second_looks,
    suggestion,
)
from app.core.errors import Known
from app.library.casework import load_review_terms

FREEING = tuple(choice for choice in Choice if choice is not Choice.CHARGE)
CATEGORIES = "ABCDEFP"
FINDINGS = ("yes", "no", "partly", "undetermined")
REASON = {
    Choice.LIVES_HERE: "R1",
    Choice.EXEMPT: "E1",
    Choice.EUROPEAN_CARD: "E2",
    Choice.CHARGE: "V2",
    Choice.CANNOT_TELL: "P1",
}
DRAFT = Draft(
    choice=Choice.CHARGE,
    reason_code="V2",
    note="Tourist visa and return ticket seen.",
    evidence_relied_on=1,
    no_evidence_offered=False,
    leaving_date_answered=True,
    unanswered_prompts=(),
    chargeable="yes",
)
UNREMARKABLE: dict[str, Any] = {
    "estimate_pence": 100_000,
    "bound_pence": 500_000,
    "any_prompt_yes": False,
    "reversal": False,
    "not_agreed": False,
    "child": False,
    "no_evidence": False,
}


@pytest.fixture(scope="module")
def terms() -> ReviewTerms:
    return load_review_terms()


@pytest.mark.parametrize(
    ("lacking", "code", "field", "sentence"),
    [
        (
            {"unanswered_prompts": ("Detained", "Asylum or refugee")},
            "prompt_unanswered",
            "prompts",
            "Answer this prompt, or mark it not asked: Detained.",
        ),
        (
            {"evidence_relied_on": 0},
            "no_evidence",
            "evidence",
            "Mark one piece of evidence as relied on, or tick “No evidence offered”.",
        ),
        (
            {"leaving_date_answered": False},
            "no_leaving_date",
            "leaving_date",
            "Enter the expected leaving date, or choose “Not known”.",
        ),
        ({"reason_code": ""}, "no_reason", "reason", "Choose a reason that fits the decision."),
        ({"reason_code": "E1"}, "no_reason", "reason", "Choose a reason that fits the decision."),
        ({"note": ""}, "no_note", "note", "Say in your own words why, in a line or two."),
        ({"note": " visitor "}, "no_note", "note", "Say in your own words why, in a line or two."),
        (
            {"chargeable": "undetermined"},
            "not_chargeable",
            "choice",
            "The answers do not support a charge. Complete them, or choose “Cannot tell yet”.",
        ),
    ],
)
def test_each_thing_a_decision_lacks_is_said_in_a_sentence(
    terms: ReviewTerms, lacking: dict[str, Any], code: str, field: str, sentence: str
) -> None:
    with pytest.raises(Known) as refused:
        check(replace(DRAFT, **lacking), terms)
    assert refused.value.as_dict() == {"code": code, "message": sentence, "field": field}


@pytest.mark.parametrize("chargeable", ["yes", "partly"])
def test_a_whole_decision_to_charge_is_saved(terms: ReviewTerms, chargeable: str) -> None:
    check(replace(DRAFT, chargeable=chargeable), terms)


def test_no_evidence_offered_is_an_answer(terms: ReviewTerms) -> None:
    check(replace(DRAFT, evidence_relied_on=0, no_evidence_offered=True), terms)


@pytest.mark.parametrize("choice", Choice)
def test_h6_a_decision_with_an_unanswered_prompt_cannot_save(
    terms: ReviewTerms, choice: Choice
) -> None:
    draft = replace(DRAFT, choice=choice, reason_code=REASON[choice], unanswered_prompts=("FGM",))
    with pytest.raises(Known, match="mark it not asked: FGM"):
        check(draft, terms)


@pytest.mark.parametrize("chargeable", ["no", "undetermined", ""])
def test_h5_no_one_charges_where_the_rules_do_not(terms: ReviewTerms, chargeable: str) -> None:
    for reason in terms.reasons:
        draft = replace(DRAFT, reason_code=reason.code, chargeable=chargeable)
        with pytest.raises(Known) as refused:
            check(draft, terms)
        assert refused.value.code in ("not_chargeable", "no_reason")


@pytest.mark.parametrize("choice", FREEING)
@pytest.mark.parametrize("chargeable", FINDINGS)
def test_a_person_may_free_where_the_rules_would_charge(
    terms: ReviewTerms, choice: Choice, chargeable: str
) -> None:
    draft = replace(DRAFT, choice=choice, reason_code=REASON[choice], chargeable=chargeable)
    check(draft, terms)


@settings(deadline=None)
@given(
    st.sampled_from(Choice),
    st.sampled_from(["", "R1", "E1", "E3", "V1", "P1", "none"]),
    st.text() | st.just("Return ticket seen."),
    st.integers(0, 2),
    st.tuples(st.booleans(), st.booleans()),
    st.sampled_from([[], [], ["Detained"]]),
    st.sampled_from(FINDINGS),
)
def test_any_draft_is_saved_whole_or_refused_with_a_sentence(
    choice: Choice,
    reason: str,
    note: str,
    evidence: int,
    ticks: tuple[bool, bool],
    prompts: list[str],
    chargeable: str,
) -> None:
    draft = Draft(
        choice=choice,
        reason_code=reason,
        note=note,
        evidence_relied_on=evidence,
        no_evidence_offered=ticks[0],
        leaving_date_answered=ticks[1],
        unanswered_prompts=prompts,
        chargeable=chargeable,
    )
    try:
        check(draft, load_review_terms())
    except Known:
        return
    assert not prompts
    assert evidence or ticks[0]
    assert ticks[1]
    assert reason[0] == REASON[choice][0]
    assert note.split()
    assert choice is not Choice.CHARGE or chargeable in ("yes", "partly")


@pytest.mark.parametrize(
    ("category", "chargeable", "choice"),
    [
        ("A", "no", Choice.LIVES_HERE),
        ("B", "no", Choice.EXEMPT),
        ("C", "no", Choice.EUROPEAN_CARD),
        ("C", "partly", Choice.CHARGE),
        ("D", "yes", Choice.CHARGE),
        ("D", "partly", Choice.CHARGE),
        ("D", "no", Choice.EXEMPT),
        ("E", "no", Choice.EXEMPT),
        ("E", "yes", Choice.CHARGE),
        ("F", "yes", Choice.CHARGE),
        ("F", "no", Choice.EXEMPT),
        ("P", "undetermined", Choice.CANNOT_TELL),
    ],
)
def test_the_suggestion_is_what_the_determination_amounts_to(
    category: str, chargeable: str, choice: Choice
) -> None:
    assert suggestion(category, chargeable) is choice


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("chargeable", ["no", "undetermined"])
def test_h5_no_charge_is_suggested_where_the_rules_do_not_charge(
    category: str, chargeable: str
) -> None:
    assert suggestion(category, chargeable) is not Choice.CHARGE


def test_an_unremarkable_charge_needs_one_person() -> None:
    assert not second_looks(Choice.CHARGE, **UNREMARKABLE)
    unpriced = {**UNREMARKABLE, "estimate_pence": None}
    assert not second_looks(Choice.CHARGE, **unpriced)
    assert not second_looks(Choice.CHARGE, **{**UNREMARKABLE, "estimate_pence": 499_999})


@pytest.mark.parametrize(
    "remark",
    [
        {"estimate_pence": 500_000},
        {"any_prompt_yes": True},
        {"reversal": True},
        {"not_agreed": True},
        {"child": True},
        {"no_evidence": True},
    ],
)
def test_h5_a_grave_charge_needs_a_second_person(remark: dict[str, Any]) -> None:
    assert second_looks(Choice.CHARGE, **{**UNREMARKABLE, **remark})


EVERYTHING: dict[str, Any] = {
    "estimate_pence": 900_000,
    "bound_pence": 500_000,
    "any_prompt_yes": True,
    "reversal": True,
    "not_agreed": True,
    "child": True,
    "no_evidence": True,
}


@pytest.mark.parametrize("choice", [Choice.LIVES_HERE, Choice.EXEMPT])
def test_h5_of_all_reasons_only_the_estimate_is_no_reason_where_nobody_pays(choice: Choice) -> None:
    assert second_looks(choice, **EVERYTHING) == (
        *(SecondLook.PROMPT, SecondLook.REVERSAL, SecondLook.NOT_AGREED),
        *(SecondLook.CHILD, SecondLook.NO_EVIDENCE),
    )
    assert not second_looks(choice, **{**UNREMARKABLE, "estimate_pence": 900_000})


@pytest.mark.parametrize("choice", [Choice.CHARGE, Choice.EUROPEAN_CARD])
def test_h5_every_reason_counts_where_somebody_pays(choice: Choice) -> None:
    assert second_looks(choice, **EVERYTHING) == tuple(SecondLook)


def test_what_cannot_be_told_yet_is_looked_at_only_for_the_decision_before() -> None:
    looked = second_looks(Choice.CANNOT_TELL, **EVERYTHING)
    assert looked == (SecondLook.REVERSAL, SecondLook.NOT_AGREED)
    unremarked = {**EVERYTHING, "reversal": False, "not_agreed": False}
    assert not second_looks(Choice.CANNOT_TELL, **unremarked)


def test_each_reason_for_a_second_look_has_words() -> None:
    assert set(load_review_terms().second_looks) == set(SecondLook)
