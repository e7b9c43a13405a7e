"""The lists of the review, as shipped."""

from __future__ import annotations

import pytest

from app.casework.review import Choice, ReviewTerms
from app.library.casework import load_review_terms


@pytest.fixture(scope="module")
def terms() -> ReviewTerms:
    return load_review_terms()


def test_every_choice_has_a_label_and_a_reason(terms: ReviewTerms) -> None:
    assert set(terms.labels) == set(Choice)
    assert {choice for reason in terms.reasons for choice in reason.choices} == set(Choice)


def test_reason_codes_are_told_apart(terms: ReviewTerms) -> None:
    codes = [reason.code for reason in terms.reasons]
    assert len(set(codes)) == len(codes)
    assert all(reason.label.startswith(reason.code) for reason in terms.reasons)


def test_a_reason_for_charging_frees_no_one_and_the_other_way_round(terms: ReviewTerms) -> None:
    for reason in terms.reasons:
        assert Choice.CHARGE not in reason.choices or reason.choices == {Choice.CHARGE}


def test_h6_the_free_care_prompts_are_put_before_every_decision(terms: ReviewTerms) -> None:
    assert [prompt.label for prompt in terms.prompts] == [
        "Asylum or refugee",
        "Trafficking or slavery",
        "Violence, FGM or abuse",
        "Looked-after child",
        "Detained",
    ]


def test_h11_the_reasons_for_not_asking_are_those_of_the_desk(terms: ReviewTerms) -> None:
    assert list(terms.could_not_ask) == [
        "emergency",
        "unconscious",
        "too_unwell",
        "distressed",
        "interpreter_needed",
        "safeguarding",
        "declined",
    ]


def test_h1_emergency_and_maternity_are_treated_first(terms: ReviewTerms) -> None:
    first = {booking.id for booking in terms.bookings.values() if booking.treat_first}
    assert {"emergency", "maternity"} <= first
    assert not {"outpatient", "admission"} & first


def test_h1_no_list_holds_a_word_to_stop_or_refuse_care(terms: ReviewTerms) -> None:
    words = [
        *terms.labels.values(),
        *(reason.label for reason in terms.reasons),
        *(prompt.label for prompt in terms.prompts),
        *terms.could_not_ask.values(),
        *(booking.label for booking in terms.bookings.values()),
    ]
    for text in words:
        assert not {"stop", "refuse", "refused", "hold", "cancel"} & set(text.lower().split())


def test_a_case_is_reviewed_within_two_working_days(terms: ReviewTerms) -> None:
    assert terms.review_days == 2
