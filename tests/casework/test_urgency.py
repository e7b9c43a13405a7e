"""Urgency: a named clinician's word, and only beside the leaving date it was given with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework.urgency import (
    Standing,
    Urgency,
    UrgencyRecord,
    check_signed_by,
    check_signed_on,
    standing,
)
from app.core.errors import BadInput

FIRST = UrgencyRecord(
    urgency=Urgency.NON_URGENT,
    clinician_name="Dr A. Roy",
    decided_at="2026-07-11T09:20:00Z",
    recorded_at="2026-07-11T09:30:00Z",
    leaving_date="2026-07-14",
    transcribed=False,
)
TODAY = date(2026, 7, 11)
leaving_dates = st.none() | st.dates().map(date.isoformat)
stamps = st.datetimes().map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}")
records = st.builds(
    UrgencyRecord,
    urgency=st.sampled_from(Urgency),
    clinician_name=st.just("Dr A. Roy"),
    decided_at=stamps,
    recorded_at=stamps,
    leaving_date=leaving_dates,
    transcribed=st.booleans(),
)


def test_h2_a_new_leaving_date_reopens_the_urgency_form() -> None:
    assert standing([FIRST], "2026-07-14", maternity=False).may_wait
    changed = standing([FIRST], "2026-09-30", maternity=False)
    assert changed == Standing(Urgency.NOT_ASSESSED, True, FIRST)
    assert not changed.may_wait


def test_h2_a_leaving_date_no_longer_known_reopens_the_urgency_form() -> None:
    assert standing([FIRST], None, maternity=False).review_needed
    unknown = replace(FIRST, leaving_date=None)
    assert standing([unknown], None, maternity=False).may_wait
    assert standing([unknown], "2026-07-14", maternity=False).review_needed


def test_h1_a_leaving_date_that_went_and_came_back_reopens_the_urgency_form() -> None:
    back = standing(
        [FIRST], "2026-07-14", maternity=False, leaving_date_changed_at="2026-07-12T08:00:00Z"
    )
    assert back == Standing(Urgency.NOT_ASSESSED, True, FIRST)


def test_h1_a_record_newer_than_the_last_change_stands() -> None:
    earlier = "2026-07-11T09:29:59Z"
    found = standing([FIRST], "2026-07-14", maternity=False, leaving_date_changed_at=earlier)
    assert found == Standing(Urgency.NON_URGENT, False, FIRST)


def test_h2_a_new_form_after_the_change_settles_it() -> None:
    second = replace(FIRST, urgency=Urgency.URGENT, leaving_date="2026-09-30")
    found = standing([FIRST, second], "2026-09-30", maternity=False)
    assert found == Standing(Urgency.URGENT, False, second)


@settings(deadline=None)
@given(st.lists(records, max_size=4), leaving_dates, st.none() | stamps)
def test_h6_maternity_is_always_immediately_necessary(
    forms: list[UrgencyRecord], leaving: str | None, changed: str | None
) -> None:
    found = standing(forms, leaving, maternity=True, leaving_date_changed_at=changed)
    assert found.urgency is Urgency.IMMEDIATELY_NECESSARY
    assert not found.may_wait
    assert not found.review_needed


@settings(deadline=None)
@given(st.lists(records, max_size=4), leaving_dates, st.booleans(), st.none() | stamps)
def test_h1_care_may_wait_only_on_the_last_clinicians_non_urgent_record(
    forms: list[UrgencyRecord], leaving: str | None, maternity: bool, changed: str | None
) -> None:
    found = standing(forms, leaving, maternity=maternity, leaving_date_changed_at=changed)
    if found.may_wait:
        assert not maternity
        assert forms[-1].urgency is Urgency.NON_URGENT
        assert forms[-1].leaving_date == leaving
        assert forms[-1].recorded_at >= (changed or "")
        assert found.record is forms[-1]


def test_h1_without_a_form_nothing_may_wait() -> None:
    found = standing([], "2026-07-14", maternity=False)
    assert found == Standing(Urgency.NOT_ASSESSED, False, None)
    assert not found.may_wait


@pytest.mark.parametrize("urgency", [one for one in Urgency if one is not Urgency.NON_URGENT])
def test_h1_no_other_word_lets_care_wait(urgency: Urgency) -> None:
    found = standing([replace(FIRST, urgency=urgency)], "2026-07-14", maternity=False)
    assert found.urgency is urgency
    assert not found.may_wait


@pytest.mark.parametrize("name", ["", "Roy", "   ", "Roy "])
def test_h3_a_form_without_a_signed_name_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="Enter the clinician's name as signed") as refused:
        check_signed_by(name)
    assert (refused.value.code, refused.value.field) == ("unnamed_clinician", "clinician_name")


def test_h3_a_form_dated_ahead_is_refused() -> None:
    with pytest.raises(BadInput, match="The form is dated in the future") as refused:
        check_signed_on(date(2026, 7, 12), TODAY)
    assert (refused.value.code, refused.value.field) == ("bad_date", "decided_on")


def test_a_form_signed_today_or_before_is_taken() -> None:
    for name, day in (("Dr A. Roy", TODAY), ("রায় অমিত", date(2026, 7, 1))):
        check_signed_by(name)
        check_signed_on(day, TODAY)
