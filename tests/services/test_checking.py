"""The second person's look: theirs first, then their word (hazards H5 and H12)."""

from __future__ import annotations

import pytest

from app.casework import flags
from app.casework.review import Choice
from app.core.errors import BadInput, Known, NotAllowed
from app.services import checking, queue, review, stays
from app.services.casefile import CaseFile
from app.services.desk import Desk
from app.store import registrations
from tests.services.work import (
    HIP,
    chargeable,
    check,
    decide,
    estimate,
    interview,
    later,
    seated,
    visitor,
)

NOTE = "Canaryword she visits her sister."


def to_check(desk: Desk) -> str:
    """A child's case, decided to be charged nothing: waits for a second person."""
    case = visitor(desk, born_years_ago=10)
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE, note=NOTE)
    return case


def seen_by(desk: Desk, name: str, case: str) -> CaseFile:
    with seated(desk, name):
        return review.open_case(desk, case)


def test_h12_the_second_person_sees_the_first_choice_only_after_their_own(desk: Desk) -> None:
    case = to_check(desk)
    before = seen_by(desk, "senior", case)
    assert before.to_check
    assert (before.decision, before.category) == (None, "")
    assert "Canaryword" not in repr(before)
    assert not [one.words for one in before.timeline if "lives here" in one.words]
    with seated(desk, "senior"):
        assert stays.time_inside(desk, case).parts == ()
        after = checking.look(desk, case, Choice.CHARGE)
    assert after.decision is not None
    assert not after.to_check
    assert (after.decision.choice_label, after.decision.note) == ("Free: lives here", NOTE)
    assert after.decision.second_found == "Charge: visitor"
    assert "Second person has looked" in [one.words for one in after.timeline]


def test_whoever_decided_sees_their_own_decision_while_it_waits(desk: Desk) -> None:
    case = to_check(desk)
    mine = seen_by(desk, "officer", case)
    assert mine.decision is not None
    assert not mine.to_check
    assert mine.decision.second_found == ""


def test_no_word_is_given_on_a_decision_before_the_own_look(desk: Desk) -> None:
    case = to_check(desk)
    with seated(desk, "senior"):
        with pytest.raises(Known, match="Say what you find yourself first"):
            checking.second_check(desk, case, agree=True, note="Looked at it all.")
        checking.look(desk, case, Choice.LIVES_HERE)
        checking.second_check(desk, case, agree=True, note="")
    assert registrations.get(desk.db, case).review == "decided"


def test_who_found_otherwise_says_why_they_agree(desk: Desk) -> None:
    case = to_check(desk)
    with seated(desk, "senior"):
        checking.look(desk, case, Choice.CANNOT_TELL)
        with pytest.raises(BadInput, match="You found otherwise"):
            checking.second_check(desk, case, agree=True, note="")
        shown = checking.second_check(desk, case, agree=True, note="The school letter settles it.")
    assert shown.decision is not None
    assert shown.decision.second_check == "agreed"
    assert shown.decision.second_found == "Cannot tell yet"
    assert shown.decision.checked_by == "S. Byrne"


def test_nobody_looks_a_second_time_at_their_own_decision(desk: Desk) -> None:
    case = visitor(desk, born_years_ago=10)
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE, by="senior")
    assert not seen_by(desk, "senior", case).to_check
    with seated(desk, "senior"), pytest.raises(NotAllowed):
        checking.look(desk, case, Choice.LIVES_HERE)


def test_a_returned_case_is_due_today_with_the_comment_on_it(desk: Desk) -> None:
    case = to_check(desk)
    check(desk, case, agree=False)
    kept = registrations.get(desk.db, case)
    assert (kept.review, kept.due_on, kept.flag_reason) == ("waiting", desk.today, flags.RETURNED)
    shown = seen_by(desk, "officer", case)
    assert shown.decision is not None
    assert (shown.decision.second_check, shown.decision.check_note) == (
        "returned",
        "Looked at it all.",
    )
    assert "Second check: returned with a comment" in [one.words for one in shown.timeline]
    with seated(desk, "officer"):
        (row,) = queue.queue(desk, "due")
    assert row.reason == "Returned by a second person"


def test_an_override_is_kept_and_stays_in_the_timeline(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    words = [one.words for one in seen_by(desk, "officer", case).timeline]
    assert "Decided: Free: exempt. The rules said: Charge: visitor" in words
    other = chargeable(desk, family_name="Lee")
    decide(desk, other)
    words = [one.words for one in seen_by(desk, "officer", other).timeline]
    assert "Decided: Charge: visitor" in words


def test_why_a_second_person_would_look_is_told_for_each_choice_beforehand(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        looks = checking.second_looks(desk, case)
    assert not any(looks.values())
    estimate(desk, case, HIP)
    with seated(desk, "officer"):
        looks = checking.second_looks(desk, case)
    assert looks[Choice.CHARGE] == ("Large estimate",)
    assert looks[Choice.LIVES_HERE] == ()
    decide(desk, case, Choice.LIVES_HERE)
    with seated(desk, "officer"):
        looks = checking.second_looks(desk, case)
    assert looks[Choice.CHARGE] == ("Large estimate", "It turns an earlier decision round")
    assert looks[Choice.CANNOT_TELL] == ("It turns an earlier decision round",)


@pytest.mark.parametrize("returned", [False, True])
def test_to_decide_the_same_again_turns_nothing_round_and_is_told_so(
    desk: Desk, returned: bool
) -> None:
    case = to_check(desk)
    if returned:
        check(desk, case, agree=False)
    with seated(desk, "officer"):
        looks = checking.second_looks(desk, case)
    turned, unagreed = "It turns an earlier decision round", "No second person has agreed to it yet"
    assert unagreed in looks[Choice.LIVES_HERE]
    assert turned not in looks[Choice.LIVES_HERE]
    assert turned in looks[Choice.EXEMPT]
    assert unagreed not in looks[Choice.EXEMPT]
    decide(desk, case, Choice.LIVES_HERE)
    assert registrations.get(desk.db, case).review == "second_check"


def test_a_returned_case_heads_the_cases_due_and_no_other_view(desk: Desk) -> None:
    case = to_check(desk)
    visitor(desk, family_name="Lee")  # nobody has asked about protection yet: first by rank
    later(desk, 60 * 24 * 4)
    check(desk, case, agree=False)
    with seated(desk, "officer"):
        due = [row.ref for row in queue.queue(desk, "due")]
        every = [row.ref for row in queue.queue(desk)]
    assert due == ["R-1001", "R-1002"]
    assert every == ["R-1002", "R-1001"]
