"""The Home Office debt list: who may be on it at all, by finance.md 4.4 and charging-rules 8.3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.billing.debt.events import DebtEvent, FollowedUp, HoldPlaced, PlanAgreed, PromiseMade
from app.billing.debt.home_office import Debtor, Owing, must_ask, reaches_threshold, why_not
from app.billing.debt.moves import Bill, Move
from app.billing.debt.position import position
from app.billing.debt.terms import DebtTerms, HoldKind
from app.billing.payer import PayerType
from tests.billing.debt.bills import SWITCHED_ON, TERMS, bill, on, plan, pounds, sent

OFFICE = SWITCHED_ON.home_office
_WARNED = sent("debt_warning", 46)
_ADULT = Debtor(
    payer_type=PayerType.PATIENT,
    category="F",
    is_final=True,
    born=date(1990, 3, 2),
)


def _owing(
    *events: DebtEvent,
    day: int = 70,
    one: Bill | None = None,
    debtor: Debtor = _ADULT,
    incurred: date = date(2026, 3, 9),
    terms: DebtTerms = SWITCHED_ON,
) -> Owing:
    one = one or bill()
    return Owing(
        bill=one,
        incurred_on=incurred,
        position=position(one, events, on(day), terms),
        debtor=debtor,
    )


def _reasons(
    *events: DebtEvent,
    day: int = 70,
    terms: DebtTerms = SWITCHED_ON,
    debtor: Debtor = _ADULT,
    one: Bill | None = None,
) -> tuple[str, ...]:
    owing = _owing(*events, day=day, terms=terms, debtor=debtor, one=one)
    return why_not(owing, on(day), terms)


def test_a_final_warned_overdue_debt_of_two_months_may_be_told() -> None:
    assert _reasons(_WARNED) == ()


def test_the_list_is_off_unless_a_trust_switches_it_on() -> None:
    assert not TERMS.home_office.enabled
    assert "off" in _reasons(_WARNED, terms=TERMS)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"category": "A"}, "not_charged"),
        ({"category": "P"}, "not_charged"),
        ({"is_final": False}, "not_final"),
        ({"payer_type": PayerType.INSURER}, "not_the_patient"),
        ({"payer_type": PayerType.PARENT}, "not_the_patient"),
        ({"payer_type": PayerType.ESTATE}, "not_the_patient"),
        ({"born": date(2015, 3, 2)}, "child"),
        ({"born": None}, "child"),
    ],
)
def test_who_is_not_finally_charged_or_no_adult_debtor_is_never_told(
    changed: dict[str, Any], code: str
) -> None:
    assert _reasons(_WARNED, debtor=replace(_ADULT, **changed)) == (code,)


@pytest.mark.parametrize("kind", [kind for kind, one in TERMS.holds.items() if one.by_hand])
def test_any_hold_keeps_a_debt_off_the_list(kind: HoldKind) -> None:
    hold = HoldPlaced(on=on(69), hold=kind, reason="Told us")
    assert "held" in _reasons(_WARNED, hold)


def test_a_plan_that_is_kept_or_an_open_promise_keeps_a_debt_off_the_list() -> None:
    agreed = PlanAgreed(on=on(60), plan=plan(first=70))
    assert "held" in _reasons(_WARNED, agreed)
    promised = PromiseMade(on=on(60), amount=pounds(10), by=on(75))
    assert "held" in _reasons(_WARNED, promised)


def test_a_broken_promise_is_looked_at_before_a_debt_is_told() -> None:
    broken = PromiseMade(on=on(47), amount=pounds(10), by=on(48))
    assert "to_look_at" in _reasons(_WARNED, broken)
    assert "to_look_at" not in _reasons(_WARNED, broken, FollowedUp(on=on(70), note="Called"))


def test_the_warning_comes_first_and_leaves_time_to_answer() -> None:
    assert _reasons() == ("not_warned",)
    assert _reasons(sent("debt_warning", 57)) == ("warned_lately",)
    assert _reasons(sent("debt_warning", 56)) == ()


def test_what_is_paid_or_cancelled_is_never_told() -> None:
    assert "settled" in _reasons(_WARNED, one=bill((60, 1000)))
    cancelled = replace(bill(), credited=(Move(on(60), pounds(1000)),))
    assert "settled" in _reasons(_WARNED, one=cancelled)


@pytest.mark.parametrize(
    ("issued", "first"),
    [
        (date(2025, 12, 31), date(2026, 2, 28)),
        (date(2023, 12, 31), date(2024, 2, 29)),
        (date(2026, 3, 9), date(2026, 5, 9)),
    ],
)
def test_two_months_end_on_the_same_day_number_or_the_months_last_day(
    issued: date, first: date
) -> None:
    one = replace(bill(), issued_on=issued, due_on=issued)
    warned = (replace(_WARNED, on=issued),)

    def reasons(day: date) -> tuple[str, ...]:
        stands = position(one, warned, day, SWITCHED_ON)
        owing = Owing(bill=one, incurred_on=issued, position=stands, debtor=_ADULT)
        return why_not(owing, day, SWITCHED_ON)

    assert reasons(first) == ()
    assert reasons(date.fromordinal(first.toordinal() - 1)) == ("too_soon",)


def test_days_under_a_hold_do_not_count_towards_the_two_months() -> None:
    held = HoldPlaced(on=on(50), hold=HoldKind.DISPUTE, reason="Told us", until=on(59))
    looked = FollowedUp(on=on(61), note="Settled")
    assert _reasons(_WARNED, held, looked, day=70) == ("too_soon",)
    assert _reasons(_WARNED, held, looked, day=71) == ()


@pytest.mark.parametrize(
    ("nationality", "debts", "reached"),
    [
        ("NG", [("500.00", date(2016, 4, 6))], True),
        ("NG", [("499.99", date(2016, 4, 6))], False),
        ("NG", [("500.00", date(2016, 4, 5))], False),
        ("NG", [("1000.00", date(2011, 11, 1))], True),
        ("NG", [("999.99", date(2011, 11, 1))], False),
        ("NG", [("1000.00", date(2011, 10, 31))], False),
        ("NG", [("300.00", date(2020, 1, 1)), ("200.00", date(2026, 1, 1))], True),
        ("NG", [("600.00", date(2015, 1, 1)), ("400.00", date(2017, 1, 1))], True),
        ("FR", [("500.00", date(2021, 7, 1))], True),
        ("FR", [("5000.00", date(2021, 6, 30))], False),
        ("CH", [("500.00", date(2021, 7, 1))], True),
        ("CH", [("500.00", date(2021, 6, 30))], False),
        ("", [("5000.00", date(2021, 6, 30))], False),
    ],
)
def test_the_sums_that_count(
    nationality: str, debts: list[tuple[str, date]], reached: bool
) -> None:
    owing = [_owing(one=bill(total=amount), incurred=day) for amount, day in debts]
    nationalities = (nationality,) if nationality else ()
    assert reaches_threshold(owing, nationalities, on(70), OFFICE) is reached


def test_two_nationalities_are_read_in_the_debtors_favour() -> None:
    owing = [_owing(incurred=date(2020, 1, 1))]
    assert not reaches_threshold(owing, ("NG", "FR"), on(70), OFFICE)


def test_where_the_rule_is_open_a_person_is_asked() -> None:
    assert must_ask((), OFFICE)
    assert must_ask(("CH",), OFFICE)
    assert not must_ask(("NG",), OFFICE)
    assert not must_ask(("FR",), OFFICE)


def test_a_debt_of_more_than_six_years_is_not_told() -> None:
    last = (date(2032, 3, 9) - on(0)).days
    assert _reasons(_WARNED, day=last) == ()
    assert _reasons(_WARNED, day=last + 1) == ("too_old",)
