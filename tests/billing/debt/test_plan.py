"""Promises and instalment plans: kept or missed by the days money came in, to the penny."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.billing.debt.events import (
    FollowedUp,
    PlanAgreed,
    PlanEnded,
    PromiseMade,
    UndertakingSigned,
)
from app.billing.debt.moves import Move
from app.billing.debt.plan import Interval, Plan, check_plan, plan_standing
from app.billing.debt.position import Life, TaskKind
from app.billing.debt.promise import Outcome, check_promise
from app.billing.debt.terms import HoldKind
from app.core.errors import BadInput
from app.core.money import ZERO, Money
from tests.billing.debt.bills import ISSUED, TERMS, bill, due, on, plan, pounds, stands

_AGREED = PlanAgreed(on=on(5), plan=plan(every=Interval.WEEK))  # days 10, 17, 24 and 31


def test_the_last_instalment_takes_the_rest() -> None:
    amounts = [one.amount for one in plan().instalments]
    assert amounts == [pounds(300), pounds(300), pounds(300), pounds(100)]
    assert plan().last_on == date(2026, 6, 19)


@pytest.mark.parametrize(
    ("every", "second"),
    [
        (Interval.WEEK, date(2026, 2, 7)),
        (Interval.FORTNIGHT, date(2026, 2, 14)),
        (Interval.MONTH, date(2026, 2, 28)),
    ],
)
def test_instalments_fall_due_by_week_fortnight_or_month(every: Interval, second: date) -> None:
    monthly = replace(plan(), first_on=date(2026, 1, 31), every=every)
    assert monthly.instalments[1].due_on == second


@settings(max_examples=60, deadline=None)
@given(total=st.integers(2, 2_000_000), share=st.integers(1, 300), every=st.sampled_from(Interval))
def test_instalments_come_to_the_total_to_the_penny(
    total: int, share: int, every: Interval
) -> None:
    amount = Money(max(total // share, 1))
    one = Plan(total=Money(total), first_on=ISSUED, amount=amount, every=every, band="")
    instalments = one.instalments
    assert Money.total(part.amount for part in instalments) == Money(total)
    assert all(ZERO < part.amount <= amount for part in instalments)
    assert [part.due_on for part in instalments] == sorted({part.due_on for part in instalments})
    assert instalments[-1].due_on == one.last_on
    assert instalments[-1].so_far == Money(total)


def test_a_plan_kept_holds_every_letter() -> None:
    paid = bill((10, 300), (16, 300))
    position = stands(paid, _AGREED, day=23)
    assert position.life is Life.PLAN
    assert position.has_kept_plan
    assert position.plan is not None
    assert (position.plan.kept, position.plan.missed) == (2, ())
    assert position.plan.next == _AGREED.plan.instalments[2]
    assert position.due == ()


def test_money_of_before_the_agreement_pays_no_instalment() -> None:
    before = replace(_AGREED.plan, total=pounds(800), received=pounds(200))
    paid = bill((5, 200))
    position = stands(paid, PlanAgreed(on=on(5), plan=before), day=12)
    assert position.plan is not None
    assert (position.plan.paid, position.plan.kept) == (ZERO, 0)


def test_one_missed_by_fourteen_days_is_a_default() -> None:
    monthly = PlanAgreed(on=on(5), plan=plan())
    assert stands(bill(), monthly, day=23).tasks == ()
    assert stands(bill(), monthly, day=23).has_kept_plan
    position = stands(bill(), monthly, day=24)
    assert position.plan is not None
    assert position.plan.defaulted_on == on(24)
    assert [task.kind for task in position.tasks] == [TaskKind.PLAN_DEFAULT]
    assert position.life is Life.OVERDUE


def test_two_missed_are_a_default_the_day_after_the_second() -> None:
    assert stands(bill(), _AGREED, day=17).has_kept_plan
    position = stands(bill(), _AGREED, day=18)
    assert position.plan is not None
    assert position.plan.defaulted_on == on(18)
    assert len(position.plan.missed) == 2


def test_a_default_raises_a_task_and_no_letter_until_somebody_followed_it_up() -> None:
    assert due(bill(), _AGREED, day=60) == []
    called = FollowedUp(on=on(60), note="Lost the job, will pay half")
    assert due(bill(), _AGREED, called, day=60) == ["reminder_1"]


def test_a_default_does_not_heal_by_late_money() -> None:
    late = bill((20, 900))
    position = stands(late, _AGREED, day=21)
    assert not position.has_kept_plan
    assert position.plan is not None
    assert position.plan.missed == ()


def test_a_payment_given_back_opens_its_instalment_again() -> None:
    back = bill((10, 300), (30, -300), (17, 300), (24, 300))
    assert stands(back, _AGREED, day=29).has_kept_plan
    assert not stands(back, _AGREED, day=60).has_kept_plan


def test_a_credit_note_shortens_a_plan_from_its_end() -> None:
    credited = replace(bill((10, 300)), credited=(Move(on(11), pounds(700)),))
    assert stands(credited, _AGREED, day=40).life is Life.PAID
    standing = plan_standing(_AGREED.plan, credited, on(40), TERMS.plan)
    assert (standing.is_done, standing.defaulted_on) == (True, None)


def test_a_plan_that_was_ended_holds_nothing_more() -> None:
    ended = PlanEnded(on=on(8), reason="Went home")
    position = stands(bill(), _AGREED, ended, day=12)
    assert position.plan is None
    assert position.life is Life.OVERDUE
    assert position.next is not None
    assert position.next.on == on(12)  # days 5 to 7 did not count: day 12 is the ninth, not twelfth
    assert due(bill(), _AGREED, ended, day=9) == []


def test_a_new_plan_takes_the_place_of_the_old_one() -> None:
    anew = PlanAgreed(on=on(20), plan=plan(100, first=30))
    position = stands(bill(), _AGREED, anew, day=25)
    assert position.plan is not None
    assert position.plan.plan == anew.plan
    assert position.tasks == ()
    assert [hold.until for hold in position.holds] == [on(17), None]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"amount": ZERO}, "amount"),
        ({"amount": pounds(1000)}, "amount"),
        ({"first_on": on(4)}, "first_on"),
        ({"first_on": on(68)}, "first_on"),
        ({"band": "bank account 12345678"}, "band"),
        ({"amount": pounds(13)}, "amount"),
        ({"amount": pounds("0.01"), "every": Interval.WEEK}, "amount"),
    ],
)
def test_a_plan_nobody_could_keep_or_that_outlives_the_debt_is_refused(
    changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        check_plan(replace(plan(), **changed), bill(), agreed_on=on(5), terms=TERMS.plan)
    assert refused.value.field == field


def test_a_plan_within_the_six_years_is_taken() -> None:
    check_plan(plan(14), bill(), agreed_on=on(5), terms=TERMS.plan)
    check_plan(plan(first=5), bill(), agreed_on=on(5), terms=TERMS.plan)


def _promise(amount: int = 400, by: int = 12) -> PromiseMade:
    return PromiseMade(on=on(5), amount=pounds(amount), by=on(by))


def test_a_promise_is_open_until_its_day_and_holds_the_letters() -> None:
    position = stands(bill(), _promise(), day=12)
    assert [one.outcome for one in position.promises] == [Outcome.OPEN]
    assert position.life is Life.PROMISED
    assert position.due == ()


def test_a_promise_is_kept_by_money_received_by_its_day() -> None:
    paid = bill((6, 150), (12, 250))
    assert stands(paid, _promise(), day=11).promises[0].outcome is Outcome.OPEN
    position = stands(paid, _promise(), day=12)
    assert position.promises[0].outcome is Outcome.KEPT
    assert position.life is Life.OVERDUE
    assert stands(paid, _promise(), day=20).tasks == ()


def test_a_promise_is_kept_where_nothing_is_owed_any_more() -> None:
    credited = replace(bill(), credited=(Move(on(8), pounds(1000)),))
    assert stands(credited, _promise(), day=30).promises[0].outcome is Outcome.KEPT


def test_a_broken_promise_raises_a_task_not_a_letter() -> None:
    position = stands(bill((13, 400)), _promise(), day=40)
    assert position.promises[0].outcome is Outcome.BROKEN
    assert [(task.kind, task.on) for task in position.tasks] == [(TaskKind.PROMISE_BROKEN, on(13))]
    assert position.due == ()
    again = PromiseMade(on=on(40), amount=pounds(100), by=on(45), received=pounds(400))
    assert stands(bill((13, 400)), _promise(), again, day=40).tasks == ()


def test_a_new_promise_or_a_plan_replaces_one_that_is_open() -> None:
    later = replace(_promise(by=20), on=on(9))
    position = stands(bill((15, 400)), _promise(), later, day=30)
    assert [one.outcome for one in position.promises] == [Outcome.REPLACED, Outcome.KEPT]
    agreed = PlanAgreed(on=on(9), plan=plan())
    assert stands(bill(), _promise(), agreed, day=15).promises[0].outcome is Outcome.REPLACED


def test_a_later_promise_leaves_a_broken_one_broken() -> None:
    later = PromiseMade(on=on(20), amount=pounds(10), by=on(21))
    position = stands(bill(), _promise(), later, day=20)
    assert [one.outcome for one in position.promises] == [Outcome.BROKEN, Outcome.OPEN]


@pytest.mark.parametrize(
    ("amount", "by", "field"),
    [(0, 12, "amount"), (1001, 12, "amount"), (1, 4, "by"), (1, 37, "by")],
)
def test_a_promise_of_too_much_or_too_far_off_is_refused(amount: int, by: int, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_promise(_promise(amount, by), bill(), within_days=31)
    assert refused.value.field == field


def test_a_promise_within_the_month_is_taken() -> None:
    check_promise(_promise(1000, 36), bill(), within_days=31)


def test_an_undertaking_is_remembered_and_holds_nothing() -> None:
    signed = UndertakingSigned(on=on(1), name="B. Okafor", relation="brother")
    position = stands(bill(), signed, day=7)
    assert position.undertaking == signed
    assert not any(hold.kind is HoldKind.PLAN for hold in position.held)
    assert [step.kind for step in position.due] == ["reminder_1"]


def test_what_was_paid_too_much_is_to_be_paid_back() -> None:
    assert bill((3, 1000), (9, 200)).to_pay_back(on(8)) == ZERO
    assert bill((3, 1000), (9, 200)).to_pay_back(on(9)) == pounds(200)
