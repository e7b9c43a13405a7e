"""Rests from letters, as spans of days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.casework.rests import Rest, RestEvent, rests_of
from app.library.casework import load_review_terms
from app.library.finance import load_finance_terms

MONDAY = date(2026, 3, 9)
FRIDAY = MONDAY + timedelta(days=4)


def test_a_rest_lasts_until_somebody_ends_it() -> None:
    begun = RestEvent("dispute", begins=True, on=MONDAY)
    assert rests_of([begun]) == (Rest("dispute", MONDAY),)
    ended = RestEvent("dispute", begins=False, on=FRIDAY)
    assert rests_of([begun, ended]) == (Rest("dispute", MONDAY, FRIDAY - timedelta(days=1)),)


def test_one_that_begins_again_goes_on_and_one_that_never_began_does_not_end() -> None:
    begun = RestEvent("dispute", begins=True, on=MONDAY)
    again = RestEvent("dispute", begins=True, on=FRIDAY)
    other = RestEvent("vulnerable", begins=False, on=FRIDAY)
    assert rests_of([begun, again, other]) == (Rest("dispute", MONDAY),)


events = st.builds(
    RestEvent,
    st.sampled_from(["dispute", "vulnerable"]),
    st.booleans(),
    st.dates(MONDAY, FRIDAY),
)


@given(st.lists(events, max_size=12).map(lambda some: sorted(some, key=lambda one: one.on)))
def test_a_kind_rests_today_exactly_where_its_last_word_began_one(
    happened: list[RestEvent],
) -> None:
    open_now = {rest.kind for rest in rests_of(happened) if rest.until is None}
    last = {event.kind: event.begins for event in happened}
    assert open_now == {kind for kind, begins in last.items() if begins}


def test_every_reason_to_rest_is_a_hold_of_the_ledger_placed_by_hand() -> None:
    holds = load_finance_terms().debt.holds
    by_hand = {kind.value for kind, term in holds.items() if term.by_hand}
    assert {rest.hold for rest in load_review_terms().rests.values()} <= by_hand
