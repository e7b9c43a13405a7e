"""Random histories of a debt: what must hold whatever happens."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.billing.debt.events import (
    DebtEvent,
    FollowedUp,
    HoldLifted,
    HoldPlaced,
    PlanAgreed,
    PlanEnded,
    PromiseMade,
    Reported,
    StepTaken,
    UndertakingSigned,
    Withdrawn,
    read_event,
)
from app.billing.debt.moves import Bill, Move
from app.billing.debt.plan import Interval
from app.billing.debt.position import Life
from app.billing.debt.terms import HoldKind, Scope
from app.core.money import ZERO, Money
from tests.billing.debt.bills import ISSUED, SWITCHED_ON, TERMS, bill, on, plan, stands

_QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_LAST = 200
_DAYS = st.integers(0, _LAST)
_BY_HAND = [kind for kind, hold in TERMS.holds.items() if hold.by_hand]
_STEPS = [step.kind for step in TERMS.ladder] + ["debt_warning", "legal"]


def _event(day: int) -> st.SearchStrategy[DebtEvent]:
    when = on(day)
    hold = st.sampled_from(_BY_HAND)
    return st.one_of(
        st.builds(
            HoldPlaced,
            on=st.just(when),
            hold=hold,
            reason=st.just("Told us"),
            until=st.none() | st.integers(day, day + 60).map(on),
        ),
        st.builds(HoldLifted, on=st.just(when), hold=hold, reason=st.just("Settled")),
        st.builds(
            PromiseMade,
            on=st.just(when),
            amount=st.integers(1, 100_000).map(Money),
            by=st.integers(day, day + 31).map(on),
        ),
        st.builds(
            lambda amount, every: PlanAgreed(
                on=when, plan=replace(plan(amount, first=day + 3), every=every)
            ),
            st.integers(50, 900),
            st.sampled_from(Interval),
        ),
        st.just(PlanEnded(on=when, reason="Went home")),
        st.just(UndertakingSigned(on=when, name="B. Okafor", relation="brother")),
        st.builds(StepTaken, on=st.just(when), step=st.sampled_from(_STEPS)),
        st.just(FollowedUp(on=when, note="Called")),
        st.just(Reported(on=when, report_id="1")),
        st.just(Withdrawn(on=when, report_id="2")),
    )


@st.composite
def _histories(draw: st.DrawFn) -> tuple[DebtEvent, ...]:
    days = sorted(draw(st.lists(_DAYS, max_size=10)))
    return tuple(draw(_event(day)) for day in days)


@st.composite
def _bills(draw: st.DrawFn) -> Bill:
    """Payments that never come to more than the charge, some of them given back again."""
    left, received = 100_000, []
    for day in draw(st.lists(_DAYS, max_size=5)):
        amount = draw(st.integers(1, max(left, 1)))
        if amount <= left:
            received.append(Move(on(day), Money(amount)))
            if draw(st.booleans()):
                left -= amount
            else:
                received.append(Move(on(day + 10), Money(-amount)))
    given_up = draw(st.sampled_from([(), (Move(on(90), Money(100_000)),)]))
    return replace(
        bill(due=draw(st.integers(0, 30))), received=tuple(received), written_off=given_up
    )


@_QUICK
@given(one=_bills(), events=_histories(), day=_DAYS)
def test_a_hold_stops_every_letter(one: Bill, events: tuple[DebtEvent, ...], day: int) -> None:
    position = stands(one, *events, day=day, terms=SWITCHED_ON)
    if position.held or position.tasks or not position.is_open:
        assert position.due == ()


@_QUICK
@given(one=_bills(), events=_histories(), day=_DAYS)
def test_nothing_is_due_or_overdue_before_its_day(
    one: Bill, events: tuple[DebtEvent, ...], day: int
) -> None:
    position = stands(one, *events, day=day, terms=SWITCHED_ON)
    if on(day) <= one.due_on:
        assert position.life is not Life.OVERDUE
        assert position.due == ()
    for step in position.due:
        assert on(day) >= ISSUED
        assert day >= step.day


@_QUICK
@given(one=_bills(), events=_histories(), day=_DAYS, kind=st.sampled_from(_BY_HAND))
def test_a_further_hold_never_brings_a_letter_forward(
    one: Bill, events: tuple[DebtEvent, ...], day: int, kind: HoldKind
) -> None:
    at = on(day // 2)
    hold = HoldPlaced(on=at, hold=kind, reason="Told us", until=on(day // 2 + 5))
    lifted = HoldLifted(on=on(day // 2 + 3), hold=kind, reason="Settled")
    if any(isinstance(event, HoldPlaced | HoldLifted | FollowedUp) for event in events):
        return  # placing again ends a hold of the same kind, and closes what was to be looked at
    before = stands(one, *events, day=day)
    merged = sorted([*events, hold, lifted], key=lambda event: event.on)
    after = stands(one, *merged, day=day)
    if not before.tasks and after.next is not None and before.next is not None:
        assert after.next.on >= before.next.on


@_QUICK
@given(one=_bills(), events=_histories(), day=_DAYS)
def test_a_debt_is_nothing_but_its_charge_less_credits_and_money(
    one: Bill, events: tuple[DebtEvent, ...], day: int
) -> None:
    position = stands(one, *events, day=day)
    paid = sum(move.amount.pence for move in one.received if move.on <= on(day))
    assert position.owed == max(Money(100_000 - paid), ZERO)
    assert (position.life is Life.PAID) == (position.owed == ZERO)


@_QUICK
@given(one=_bills(), events=_histories(), day=_DAYS, later=_DAYS)
def test_what_happens_later_does_not_change_a_day_gone_by(
    one: Bill, events: tuple[DebtEvent, ...], day: int, later: int
) -> None:
    known = tuple(event for event in events if event.on <= on(day))
    more = [StepTaken(on=on(day + later + 1), step="agency")]
    assert stands(one, *known, day=day) == stands(one, *events, *more, day=day)


@_QUICK
@given(events=_histories())
def test_an_event_is_read_back_as_it_was_kept(events: tuple[DebtEvent, ...]) -> None:
    for event in events:
        assert read_event(event.KIND, event.on, event.body()) == event


def test_every_kind_of_hold_has_its_terms() -> None:
    assert set(TERMS.holds) == set(HoldKind)
    persons = {kind for kind, hold in TERMS.holds.items() if hold.scope is Scope.PERSON}
    assert persons >= {
        HoldKind.BEREAVEMENT,
        HoldKind.VULNERABLE,
        HoldKind.UNSAFE_ADDRESS,
        HoldKind.BREATHING_SPACE,
    }
    assert TERMS.holds[HoldKind.BEREAVEMENT].days == 30
    assert TERMS.holds[HoldKind.BREATHING_SPACE].days == 60
