"""The life of a debt through the services: holds, promises, plans, and how an account reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.billing.debt.terms import HoldKind
from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.services import account, holding, plans, receiving, review, writing_off
from app.services.debts import debt_of, owing_debts
from app.services.desk import Desk
from app.store import patients
from tests.documents.reading import text
from tests.services.owing import days_pass, pay
from tests.services.work import (
    answer,
    chargeable,
    decide,
    estimate,
    invoice,
    invoiced,
    later,
    seated,
)

POUND = 100


def _held(desk: Desk, doc_no: str) -> set[HoldKind]:
    return {hold.kind for hold in debt_of(desk, doc_no).position.held}


def _wanted(desk: Desk, amount: int = 200, **changes: Any) -> plans.PlanWanted:
    values: dict[str, Any] = {
        "first_on": desk.today + timedelta(days=7),
        "amount": Money(amount * POUND),
        "every": "month",
        "band": "under_200",
    }
    return plans.PlanWanted(**(values | changes))


@pytest.fixture
def owing(desk: Desk) -> Iterator[str]:
    """An invoice of today; finance sits at the desk."""
    _, issued = invoiced(desk)
    with seated(desk, "finance"):
        yield issued.doc_no


def test_an_account_says_where_it_stands_and_what_comes_next(desk: Desk, owing: str) -> None:
    file = account.account(desk, owing)
    assert (file.state, file.next) == ("To pay", "First reminder on 16-Mar-2026")
    assert file.owed == file.charged
    days_pass(desk, 7)
    file = account.account(desk, owing)
    assert (file.state, file.next) == ("Overdue", "First reminder is due")
    assert file.steps == (("reminder_1", "First reminder"),)


def test_a_hold_is_placed_with_its_reason_and_lifted_again(desk: Desk, owing: str) -> None:
    days_pass(desk, 10)
    holding.place_hold(desk, owing, "dispute", "Says the dates are wrong.")
    file = account.account(desk, owing)
    assert (file.state, file.next) == ("Disputed", "Letters rest: Dispute")
    assert file.steps == ()
    (line,) = [one for one in file.holds if one.is_on]
    assert (line.label, line.reason, line.is_own) == ("Dispute", "Says the dates are wrong.", True)
    with pytest.raises(Known, match="set already"):
        holding.place_hold(desk, owing, "dispute", "Said it again.")
    days_pass(desk, 5)
    holding.lift_hold(desk, owing, "dispute", "Dates were right.")
    file = account.account(desk, owing)
    assert file.state == "Overdue"
    assert [(one.what, one.why, one.who) for one in file.history] == [
        ("Dispute: lifted", "Dates were right.", "F. Marsh"),
        ("Dispute: letters rest", "Says the dates are wrong.", "F. Marsh"),
        (f"Invoice of {file.charged}", "", ""),
    ]
    with pytest.raises(Known, match="not placed here"):
        holding.lift_hold(desk, owing, "dispute", "Lift it twice.")


@pytest.mark.parametrize("kind", ["plan", "promise", "nonsense"])
def test_what_is_only_worked_out_is_placed_by_nobody(desk: Desk, owing: str, kind: str) -> None:
    with pytest.raises(BadInput, match="from the list"):
        holding.place_hold(desk, owing, kind, "Because I say so.")


def test_a_hold_needs_a_reason(desk: Desk, owing: str) -> None:
    with pytest.raises(BadInput):
        holding.place_hold(desk, owing, "vulnerable", "why")
    assert _held(desk, owing) == set()


def test_a_hold_of_the_person_reaches_their_other_invoices_and_a_dispute_does_not(
    desk: Desk, owing: str
) -> None:
    patient_id = debt_of(desk, owing).kept.patient_id
    other = _another_invoice(desk, patient_id)
    holding.place_hold(desk, owing, "dispute", "Says the dates are wrong.")
    holding.place_hold(desk, owing, "breathing_space", "Moratorium until May.")
    assert _held(desk, other) == {HoldKind.BREATHING_SPACE}
    (hold,) = debt_of(desk, other).position.held
    assert hold.until == desk.today + timedelta(days=60)
    by_number = {one.doc_no: one.position for one in owing_debts(desk)}
    assert by_number == {one: debt_of(desk, one).position for one in (owing, other)}


def _another_invoice(desk: Desk, patient_id: str) -> str:
    case = chargeable(desk, family_name="Other")
    with desk.db.atomic():
        desk.db.execute(
            "UPDATE registrations SET patient_id = ? WHERE registration_id = ?", (patient_id, case)
        )
    decide(desk, case)
    estimate(desk, case)
    return invoice(desk, case).doc_no


def test_another_persons_debts_are_not_touched(desk: Desk, owing: str) -> None:
    _, other = invoiced(desk, family_name="Bello")
    holding.place_hold(desk, owing, "vulnerable", "Told us of her illness.")
    assert _held(desk, other.doc_no) == set()


def test_an_address_that_is_not_safe_rests_by_itself(desk: Desk, owing: str) -> None:
    _set(desk, owing, safe_contact="do_not_post")
    assert _held(desk, owing) == {HoldKind.UNSAFE_ADDRESS}
    (line,) = [one for one in account.account(desk, owing).holds if one.is_on]
    assert not line.is_own
    with pytest.raises(Known, match="record"):
        holding.lift_hold(desk, owing, "unsafe_address", "Think it is safe.")


def _set(desk: Desk, doc_no: str, **changes: Any) -> None:
    patient = patients.get(desk.db, debt_of(desk, doc_no).kept.patient_id)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, **changes))


def test_h13_the_dead_are_never_chased(desk: Desk, owing: str) -> None:
    with pytest.raises(BadInput):
        holding.record_death(desk, owing, desk.today + timedelta(days=1))
    holding.record_death(desk, owing, desk.today)
    days_pass(desk, 90)
    assert _held(desk, owing) == {HoldKind.BEREAVEMENT}
    assert account.account(desk, owing).steps == ()


def test_a_case_that_is_open_again_rests_until_it_is_decided(desk: Desk, owing: str) -> None:
    case = debt_of(desk, owing).kept.registration_id
    days_pass(desk, 20)
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "claimed_pending")
        assert review.open_case(desk, case)
    assert _held(desk, owing) == {HoldKind.EXEMPTION_REVIEW}
    assert account.account(desk, owing).steps == ()


def test_a_promise_kept_and_a_promise_broken(desk: Desk, owing: str) -> None:
    plans.promise(desk, owing, amount=Money(300 * POUND), by=desk.today + timedelta(days=10))
    assert account.account(desk, owing).promise == "Promised £300.00 by 19-Mar-2026"
    assert account.account(desk, owing).state == "Promised"
    pay(desk, owing, Money(300 * POUND))
    assert account.account(desk, owing).promise == "kept 1 of 1"
    plans.promise(desk, owing, amount=Money(100 * POUND), by=desk.today + timedelta(days=10))
    days_pass(desk, 11)
    file = account.account(desk, owing)
    assert (file.promise, file.tasks) == ("kept 1 of 2", ("Promise not kept: call",))
    assert file.steps == ()


def test_a_promise_of_more_than_is_owed_is_refused(desk: Desk, owing: str) -> None:
    with pytest.raises(BadInput):
        plans.promise(desk, owing, amount=Money(10**7), by=desk.today)


def test_a_plan_is_agreed_kept_and_paid_off(desk: Desk, owing: str) -> None:
    shown = plans.preview_plan(desk, owing, _wanted(desk))
    assert account.account(desk, owing).plan == ""
    agreement = plans.agree_plan(desk, owing, _wanted(desk))
    assert agreement.kind is LetterKind.INSTALMENT_AGREEMENT
    said = text(agreement.pdf)
    for one in shown.instalments:
        assert str(one.amount) in said
    file = account.account(desk, owing)
    assert file.state == "On a plan"
    assert file.plan == "5 x £200.00, every month, from 16-Mar-2026 to 16-Jul-2026, 0 of 5 kept"
    assert Money.total(one.amount for one in file.instalments) == file.owed
    for place, line in enumerate(file.instalments, 1):
        days_pass(desk, (line.due_on - desk.today).days)
        pay(desk, owing, line.amount)
        assert f"{place} of 5 kept" in account.account(desk, owing).plan
    assert account.account(desk, owing).state == "Paid"
    with pytest.raises(Known, match="Nothing is owed"):
        plans.promise(desk, owing, amount=Money(1), by=desk.today)


def test_a_plan_in_default_is_a_task_and_can_be_ended(desk: Desk, owing: str) -> None:
    plans.agree_plan(desk, owing, _wanted(desk))
    days_pass(desk, 21)
    file = account.account(desk, owing)
    assert file.tasks == ("Plan in default: call",)
    assert "1 missed, in default since 30-Mar-2026" in file.plan
    plans.end_plan(desk, owing, "Cannot pay so much.")
    assert account.account(desk, owing).tasks == ()
    assert not account.account(desk, owing).plan_title
    with pytest.raises(Known, match="No plan"):
        plans.end_plan(desk, owing, "End it twice.")


def test_a_plan_by_an_interval_off_the_list_is_refused(desk: Desk, owing: str) -> None:
    with pytest.raises(BadInput, match="how often"):
        plans.agree_plan(desk, owing, _wanted(desk, every="year"))


def test_a_default_by_money_of_a_closed_month_counts_by_the_day_it_came(
    desk: Desk, owing: str
) -> None:
    plans.agree_plan(desk, owing, _wanted(desk))
    days_pass(desk, 30)
    receiving.take_payment(
        desk,
        owing,
        amount=Money(200 * POUND),
        method=Method.BACS,
        received_on=desk.today - timedelta(days=24),
    )
    assert "1 of 5 kept" in account.account(desk, owing).plan
    assert account.account(desk, owing).tasks == ()


def test_an_undertaking_is_recorded_with_who_signed(desk: Desk, owing: str) -> None:
    with pytest.raises(BadInput, match="name of the person"):
        plans.sign_undertaking(desk, owing, name=" ", relation="brother")
    plans.sign_undertaking(desk, owing, name="B. Okafor", relation="brother")
    assert account.account(desk, owing).undertaking == "Undertaking signed by B. Okafor"


def test_written_off_is_still_owed_and_paid_when_the_money_comes(desk: Desk, owing: str) -> None:
    owed = debt_of(desk, owing).position.owed
    proposal = writing_off.propose_write_off(
        desk, owing, reason_code="untraceable", evidence="Letters came back."
    )
    with seated(desk, "senior"):
        writing_off.approve_write_off(desk, proposal)
    file = account.account(desk, owing)
    assert (file.state, file.owed, file.next) == ("Written off", owed, "Nothing more is sent")
    pay(desk, owing, owed)
    assert account.account(desk, owing).state == "Paid"


def test_one_invoices_money_moves_no_other(desk: Desk, owing: str) -> None:
    _, other = invoiced(desk, family_name="Bello")
    later(desk)
    pay(desk, other.doc_no, Money(POUND))
    assert debt_of(desk, owing).bill.received == ()


def test_only_what_is_owed_is_collected_written_off_or_not(desk: Desk, owing: str) -> None:
    _, paid = invoiced(desk, family_name="Bello")
    _, lost = invoiced(desk, family_name="Lee")
    pay(desk, paid.doc_no, paid.total)
    proposal = writing_off.propose_write_off(
        desk, lost.doc_no, reason_code="untraceable", evidence="Letters came back."
    )
    with seated(desk, "senior"):
        writing_off.approve_write_off(desk, proposal)
    assert [one.doc_no for one in owing_debts(desk)] == [owing, lost.doc_no]
    pay(desk, lost.doc_no, lost.total)
    assert [one.doc_no for one in owing_debts(desk)] == [owing]
