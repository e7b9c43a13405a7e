"""The reminder ladder, one invoice at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.billing.debt.events import FollowedUp, HoldLifted, HoldPlaced, PromiseMade
from app.billing.debt.holds import Hold, counted_days
from app.billing.debt.moves import Move
from app.billing.debt.position import Life, TaskKind
from app.billing.debt.terms import HoldKind
from tests.billing.debt.bills import SWITCHED_ON, bill, due, on, pounds, sent, stands

_LADDER = [
    ("reminder_1", 7),
    ("reminder_2", 21),
    ("reminder_3", 35),
    ("letter_before_action", 45),
    ("agency", 75),
]


def _dispute(placed: int, until: int | None = None) -> HoldPlaced:
    return HoldPlaced(
        on=on(placed),
        hold=HoldKind.DISPUTE,
        reason="Says the dates are wrong",
        until=None if until is None else on(until),
    )


@pytest.mark.parametrize(("rung", "day"), _LADDER)
def test_each_rung_is_due_on_its_day_and_no_day_before(rung: str, day: int) -> None:
    before = [sent(kind, at) for kind, at in _LADDER if at < day]
    assert due(bill(), *before, day=day - 1) == []
    assert due(bill(), *before, day=day) == [rung]
    assert due(bill(), *before, day=day + 3) == [rung]


def test_at_the_top_of_the_ladder_nothing_more_is_due() -> None:
    history = [sent(kind, day) for kind, day in _LADDER]
    position = stands(bill(), *history, day=400)
    assert position.next is None
    assert position.due == ()
    assert position.life is Life.AGENCY


def test_nothing_is_called_overdue_before_its_day() -> None:
    late = bill(due=28)
    assert stands(late, day=28).life is Life.TO_PAY
    assert due(late, day=28) == []
    assert stands(late, day=29).life is Life.OVERDUE
    assert due(late, day=29) == ["reminder_1"]
    assert stands(bill(), day=0).life is Life.TO_PAY


def test_a_letter_sent_late_moves_the_next_one_on() -> None:
    assert due(bill(), day=50) == ["reminder_1"]
    late = sent("reminder_1", 50)
    assert due(bill(), late, day=63) == []
    assert due(bill(), late, day=64) == ["reminder_2"]


def test_days_under_a_hold_do_not_count() -> None:
    held = (_dispute(3), HoldLifted(on=on(13), hold=HoldKind.DISPUTE, reason="Settled"))
    assert due(bill(), *held, day=7) == []
    assert due(bill(), *held, day=16) == []
    assert due(bill(), *held, day=17) == ["reminder_1"]


def test_a_hold_lifted_the_day_it_was_placed_held_nothing() -> None:
    held = (_dispute(3), HoldLifted(on=on(3), hold=HoldKind.DISPUTE, reason="By mistake"))
    assert due(bill(), *held, day=7) == ["reminder_1"]


def test_holds_that_overlap_count_each_day_once() -> None:
    holds = (
        Hold(kind=HoldKind.DISPUTE, since=on(2), until=on(6)),
        Hold(kind=HoldKind.VULNERABLE, since=on(4), until=on(5)),
        Hold(kind=HoldKind.INSURER, since=on(5)),
    )
    assert counted_days(on(0), on(10), holds) == 1
    assert counted_days(on(0), on(0), holds) == 0
    assert counted_days(on(10), on(0), holds) == 0


def test_lifting_what_was_never_placed_changes_nothing() -> None:
    lifted = HoldLifted(on=on(1), hold=HoldKind.DISPUTE, reason="None there")
    assert due(bill(), lifted, day=7) == ["reminder_1"]


def test_a_hold_placed_again_takes_the_place_of_the_first() -> None:
    position = stands(bill(), _dispute(3, 9), _dispute(5, 30), day=8)
    assert [hold.until for hold in position.held] == [on(30)]
    assert stands(bill(), _dispute(3, 9), _dispute(5, 30), day=15).tasks == ()


def test_another_kind_of_hold_leaves_the_first_where_it_is() -> None:
    insurer = HoldPlaced(on=on(4), hold=HoldKind.INSURER, reason="Wrote to them")
    position = stands(bill(), _dispute(3), insurer, day=8)
    assert {hold.kind for hold in position.held} == {HoldKind.DISPUTE, HoldKind.INSURER}
    assert position.life is Life.DISPUTED


def test_a_hold_whose_days_are_over_asks_a_person_to_look_before_anybody_writes() -> None:
    position = stands(bill(), _dispute(3, 9), day=30)
    assert [(task.kind, task.on, task.hold) for task in position.tasks] == [
        (TaskKind.HOLD_RAN_OUT, on(10), HoldKind.DISPUTE)
    ]
    assert position.due == ()
    looked = FollowedUp(on=on(30), note="Spoke to the family")
    assert due(bill(), _dispute(3, 9), looked, day=30) == ["reminder_1"]


def test_a_hold_of_the_record_stops_letters_like_any_other() -> None:
    unsafe = Hold(kind=HoldKind.UNSAFE_ADDRESS, since=on(0))
    assert stands(bill(), day=50, from_record=(unsafe,)).due == ()
    assert stands(bill(), day=50).due != ()


def test_a_payment_in_full_stops_everything() -> None:
    paid = bill((20, 1000))
    broken = PromiseMade(on=on(3), amount=pounds(100), by=on(5))
    position = stands(paid, broken, _dispute(6, 9), day=60)
    assert position.life is Life.PAID
    assert position.due == ()
    assert position.tasks == ()
    assert not position.is_open


def test_a_credit_in_full_is_cancelled_and_never_written_off() -> None:
    credited = replace(bill(), credited=(Move(on(5), pounds(1000)),))
    assert stands(credited, day=5).life is Life.CANCELLED
    assert stands(credited, day=4).life is Life.OVERDUE


def test_written_off_is_still_owed_and_paid_when_the_money_comes_after_all() -> None:
    given_up = replace(bill((90, 400), (95, 600)), written_off=(Move(on(80), pounds(1000)),))
    position = stands(given_up, day=90)
    assert (position.life, position.owed) == (Life.WRITTEN_OFF, pounds(600))
    assert position.due == ()
    assert stands(given_up, day=95).life is Life.PAID


def test_a_part_written_off_leaves_the_rest_to_be_collected() -> None:
    given_up = replace(bill(), written_off=(Move(on(1), pounds(400)),))
    assert stands(given_up, day=7).life is Life.OVERDUE


def test_a_part_paid_is_part_paid_until_it_is_overdue() -> None:
    assert stands(bill((3, 400), due=28), day=5).life is Life.PART_PAID
    assert stands(bill((3, 400), due=28), day=29).life is Life.OVERDUE


def test_a_court_claim_ends_the_ladder() -> None:
    position = stands(bill(), sent("legal", 60), day=90)
    assert position.life is Life.LEGAL
    assert position.due == ()


def test_a_warning_goes_beside_the_ladder_where_the_list_is_on() -> None:
    assert due(bill(), day=60) == ["reminder_1"]
    assert due(bill(), day=44, terms=SWITCHED_ON) == ["reminder_1"]
    assert due(bill(), day=45, terms=SWITCHED_ON) == ["reminder_1", "debt_warning"]
    position = stands(bill(), sent("debt_warning", 46), day=46, terms=SWITCHED_ON)
    assert [step.kind for step in position.due] == ["reminder_1"]
    assert position.warned_on == on(46)


def test_a_warning_is_no_rung_and_silences_no_reminder() -> None:
    assert due(bill(), sent("debt_warning", 2), day=7) == ["reminder_1"]


def test_the_next_day_is_told_as_far_as_it_is_known() -> None:
    position = stands(bill(), sent("reminder_1", 8), day=10)
    assert position.next is not None
    assert (position.next.step.kind, position.next.on) == ("reminder_2", on(22))
    assert position.next.on - on(8) == timedelta(days=14)


def test_whom_no_list_may_hold_is_warned_of_none() -> None:
    position = stands(bill(), day=60, terms=SWITCHED_ON, may_be_told=False)
    assert [step.kind for step in position.due] == ["reminder_1"]


def test_after_six_years_nobody_is_written_to_any_more() -> None:
    last = (date(2032, 3, 9) - on(0)).days
    assert due(bill(), day=last) == ["reminder_1"]
    position = stands(bill(), day=last + 1)
    assert (position.due, position.next) == ((), None)
    assert position.life is Life.OVERDUE
