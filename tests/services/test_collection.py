"""Reminders: sent by a person's act alone, and never in a case that rests (H8, H13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.billing.debt.terms import HoldKind
from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.core.money import Money
from app.library.finance import load_finance_terms
from app.services import account, collection, debt_reporting, holding, plans
from app.services.debts import debt_of
from app.services.desk import Desk
from app.services.letters import WrittenLetter
from app.store import files, outbox, patients
from tests.documents.reading import text
from tests.services.owing import days_pass, pay, switch_on, warned, why_not
from tests.services.work import invoiced, seated

_BY_HAND = (
    "dispute",
    "insurer",
    "exemption_review",
    "bereavement",
    "breathing_space",
    "vulnerable",
    "unsafe_address",
    "safeguarding",
)


def _due(desk: Desk) -> list[tuple[str, str]]:
    with seated(desk, "finance"):
        return [(line.doc_no, line.what) for line in collection.due_today(desk)]


def _send(desk: Desk, doc_no: str, step: str) -> WrittenLetter | None:
    with seated(desk, "finance"):
        return collection.send(desk, doc_no, step)


def _batch(desk: Desk) -> list[str]:
    with seated(desk, "finance"):
        batch = collection.print_batch(desk)
    assert batch.refused == ()
    return [letter.number for letter in batch.written]


def test_a_letter_is_seen_first_and_sent_by_a_persons_act(desk: Desk) -> None:
    _, issued = invoiced(desk)
    days_pass(desk, 7)
    assert _due(desk) == [(issued.doc_no, "First reminder")]
    with seated(desk, "finance"):
        shown = collection.preview(desk, issued.doc_no, "reminder_1")
    assert _due(desk) == [(issued.doc_no, "First reminder")]
    written = _send(desk, issued.doc_no, "reminder_1")
    assert written is not None
    assert text(written.pdf) == text(shown)
    assert files.get(desk.db, written.file_id).kind == LetterKind.REMINDER_1.value
    assert _due(desk) == []
    assert debt_of(desk, issued.doc_no).position.sent[0].file_id == written.file_id


def test_nothing_is_sent_that_is_not_due(desk: Desk) -> None:
    _, issued = invoiced(desk)
    for step in ("reminder_1", "reminder_2", "debt_warning", "agency", "nonsense"):
        with pytest.raises(Known, match="may not go today"):
            _send(desk, issued.doc_no, step)
    with seated(desk, "finance"), pytest.raises(Known, match="may not go today"):
        collection.preview(desk, issued.doc_no, "reminder_1")


def test_every_rung_of_the_ladder_is_written_in_turn(desk: Desk) -> None:
    _, issued = invoiced(desk)
    gone = 0
    for step in desk.finance.debt.ladder:
        days_pass(desk, step.day - gone)
        gone = step.day
        written = _send(desk, issued.doc_no, step.kind)
        assert (written is not None) is step.is_letter
    with seated(desk, "finance"):
        file = account.account(desk, issued.doc_no)
    assert file.state == "With an agency"
    assert [one.what for one in reversed(file.history) if one.who] == [
        step.label for step in desk.finance.debt.ladder
    ]


def test_one_invoices_reminder_never_silences_anothers(desk: Desk) -> None:
    _, one = invoiced(desk)
    _, other = invoiced(desk, family_name="Bello")
    days_pass(desk, 7)
    _send(desk, one.doc_no, "reminder_1")
    assert _due(desk) == [(other.doc_no, "First reminder")]
    assert _batch(desk) == [other.doc_no]
    assert _batch(desk) == []


@pytest.mark.parametrize("kind", _BY_HAND)
def test_h13_a_held_account_yields_no_reminder_batch_or_debt_report(desk: Desk, kind: str) -> None:
    doc_no = warned(desk)
    assert _due(desk) == [(doc_no, "First reminder")]
    with seated(desk, "finance"):
        holding.place_hold(desk, doc_no, kind, "Told us today.")
    assert _due(desk) == []
    assert _batch(desk) == []
    for step in desk.finance.debt.ladder:
        with pytest.raises(Known):
            _send(desk, doc_no, step.kind)
    assert "On hold" in why_not(desk)[doc_no]
    with seated(desk, "finance"), pytest.raises(Known, match="stays off the list"):
        debt_reporting.prepare(desk, [doc_no])
    with seated(desk, "finance"), pytest.raises(Known):
        collection.start_claim(desk, doc_no)


def test_h13_the_ledger_still_hears_what_is_paid_on_a_held_account(desk: Desk) -> None:
    _, issued = invoiced(desk)
    with seated(desk, "finance"):
        holding.place_hold(desk, issued.doc_no, "dispute", "Says the dates are wrong.")
    before = len(outbox.waiting(desk.db))
    pay(desk, issued.doc_no, Money(100))
    assert len(outbox.waiting(desk.db)) == before + 1


def test_h8_a_do_not_post_case_cannot_enter_a_print_batch(desk: Desk) -> None:
    _, unsafe = invoiced(desk)
    _, safe = invoiced(desk, family_name="Bello")
    debt = debt_of(desk, unsafe.doc_no)
    patient = patients.get(desk.db, debt.kept.patient_id)
    for contact in ("do_not_post", "phone_only"):
        with desk.db.atomic():
            patients.update(desk.db, replace(patient, safe_contact=contact))
        if contact == "do_not_post":
            days_pass(desk, 7)
        assert (unsafe.doc_no, "First reminder") not in _due(desk)
        with seated(desk, "finance"):
            chosen = collection.print_batch(desk, [unsafe.doc_no])
        assert chosen.written == ()
    assert _batch(desk) == [safe.doc_no]


def test_a_kept_plan_and_an_open_promise_send_nothing(desk: Desk) -> None:
    _, planned = invoiced(desk)
    _, promised = invoiced(desk, family_name="Bello")
    with seated(desk, "finance"):
        wanted = plans.PlanWanted(
            first_on=desk.today + timedelta(days=20),
            amount=Money(10_000),
            every="month",
            band="under_200",
        )
        plans.agree_plan(desk, planned.doc_no, wanted)
        plans.promise(desk, promised.doc_no, amount=Money(100), by=desk.today + timedelta(days=10))
    days_pass(desk, 8)
    assert _due(desk) == []
    days_pass(desk, 3)
    assert _due(desk) == [(promised.doc_no, "Promise not kept: call")]
    assert _batch(desk) == []


def test_a_payment_in_full_ends_the_letters(desk: Desk) -> None:
    _, issued = invoiced(desk)
    pay(desk, issued.doc_no, issued.total)
    days_pass(desk, 100)
    assert _due(desk) == []


def test_a_warning_names_the_day_from_which_a_debt_may_be_told(desk: Desk) -> None:
    switch_on(desk)
    _, issued = invoiced(desk)
    days_pass(desk, 3)
    with seated(desk, "finance"):
        holding.place_hold(desk, issued.doc_no, "dispute", "Says the dates are wrong.")
        days_pass(desk, 5)
        holding.lift_hold(desk, issued.doc_no, "dispute", "Dates were right.")
    days_pass(desk, 50)
    written = _send(desk, issued.doc_no, "debt_warning")
    assert written is not None
    assert "14 May 2026" in text(written.pdf)  # two months, and the five days that rested


def test_a_court_claim_comes_after_the_letter_before_action_and_its_time(desk: Desk) -> None:
    _, issued = invoiced(desk)
    with seated(desk, "finance"), pytest.raises(Known, match="30 days after"):
        collection.start_claim(desk, issued.doc_no)
    for step, days in (
        ("reminder_1", 7),
        ("reminder_2", 14),
        ("reminder_3", 14),
        ("letter_before_action", 10),
    ):
        days_pass(desk, days)
        _send(desk, issued.doc_no, step)
    days_pass(desk, 29)
    with seated(desk, "finance"), pytest.raises(Known):
        collection.start_claim(desk, issued.doc_no)
    days_pass(desk, 1)
    with seated(desk, "finance"):
        collection.start_claim(desk, issued.doc_no)
        assert account.account(desk, issued.doc_no).state == "Court claim"
        with pytest.raises(Known):
            collection.start_claim(desk, issued.doc_no)


def test_every_kind_of_hold_somebody_places_is_tried_above() -> None:
    holds = load_finance_terms().debt.holds
    assert {HoldKind(kind) for kind in _BY_HAND} == {
        one.kind for one in holds.values() if one.by_hand
    }


def test_a_letter_that_cannot_be_written_holds_up_no_other(desk: Desk) -> None:
    _, one = invoiced(desk)
    _, other = invoiced(desk, family_name="Bello")
    days_pass(desk, 7)
    with desk.db.atomic():
        desk.db.execute("DROP TRIGGER invoices_refuses_update")
        desk.db.execute(
            "UPDATE invoices SET body = json_set(body, '$.payer.family_name', ?) WHERE doc_no = ?",
            ("\U00013080", one.doc_no),  # an Egyptian sign: no font we print with has it
        )
    with seated(desk, "finance"):
        batch = collection.print_batch(desk)
    assert [letter.number for letter in batch.written] == [other.doc_no]
    assert [doc_no for doc_no, _ in batch.refused] == [one.doc_no]
    assert _due(desk) == [(one.doc_no, "First reminder")]
