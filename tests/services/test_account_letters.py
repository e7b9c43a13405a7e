"""Letters of an account: what is owed, agreed, paid back; and nothing that would not be true."""

from __future__ import annotations

from datetime import date

from app.billing.payer import Payer, PayerType
from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.core.money import Money
from app.core.people import Address
from app.services import invoicing, receiving, refunding, two_people, writing_off
from app.services.desk import Desk
from app.services.posting import standing
from app.store import invoices
from tests.documents.reading import text
from tests.services.letters_of import refusal, seen, wait, written
from tests.services.work import (
    chargeable,
    check,
    credit,
    decide,
    estimate,
    invoiced,
    ref_of,
    seated,
)

PLAN = (
    (date(2026, 7, 1), Money(50_000)),
    (date(2026, 8, 1), Money(50_000)),
    (date(2026, 9, 1), Money(36_715)),
)


def test_reminders_tell_sum_and_day_and_none_before_its_day_is_over(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    for kind in (LetterKind.REMINDER_1, LetterKind.LETTER_BEFORE_ACTION, LetterKind.DEBT_WARNING):
        assert refusal(desk, kind, invoice.doc_no) == "not_late"
    wait(desk, 8)
    with seated(desk, "finance"):
        receiving.take_payment(desk, invoice.doc_no, amount=Money(10_000), method=Method.CASH)
    left = invoice.total - Money(10_000)
    for kind in (LetterKind.REMINDER_1, LetterKind.REMINDER_2, LetterKind.REMINDER_3):
        found = seen(desk, kind, invoice.doc_no)
        for wanted in (f"Left to pay {left}", "Paid so far £100.00", "Was due 9 March 2026"):
            assert wanted in found
    assert "until 16 April 2026" in seen(desk, LetterKind.LETTER_BEFORE_ACTION, invoice.doc_no)


def test_nobody_is_asked_for_what_is_not_owed(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    wait(desk, 8)
    with seated(desk, "finance"):
        receiving.take_payment(desk, invoice.doc_no, amount=invoice.total, method=Method.CASH)
    for kind in (LetterKind.REMINDER_1, LetterKind.INSTALMENT_AGREEMENT, LetterKind.DEBT_WARNING):
        assert refusal(desk, kind, invoice.doc_no, schedule=PLAN) == "nothing_owed"


def test_an_agreement_holds_the_plan_and_is_not_made_without_one(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    kind = LetterKind.INSTALMENT_AGREEMENT
    assert refusal(desk, kind, invoice.doc_no) == "no_plan"
    found = seen(desk, kind, invoice.doc_no, schedule=PLAN, missed=2, late_days=14)
    for wanted in ("£1,367.15", "1 September 2026 £367.15 £0.00", "If 2 instalments are missed"):
        assert wanted in found


def test_a_debt_warning_goes_to_the_patient_alone_and_gives_two_months(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    wait(desk, 40)
    assert "after 9 May 2026" in seen(desk, LetterKind.DEBT_WARNING, invoice.doc_no)
    moved = seen(desk, LetterKind.DEBT_WARNING, invoice.doc_no, report_from=date(2026, 6, 20))
    assert "after 20 June 2026" in moved


def test_a_parent_is_never_warned_of_a_report_and_learns_nothing_of_the_child(desk: Desk) -> None:
    case = chargeable(desk, born_years_ago=10, given_names="Chidi")
    decide(desk, case)
    check(desk, case)
    estimate(desk, case)
    parent = Payer(
        customer_ref="",
        payer_type=PayerType.PARENT,
        given_names="Ngozi",
        family_name="Eze",
        address=Address(("1 Test Road", "London"), "E1 1ZZ", "GB"),
    )
    with seated(desk, "finance"):
        invoice = invoicing.issue(desk, case, parent)
    wait(desk, 40)
    assert refusal(desk, LetterKind.DEBT_WARNING, invoice.doc_no) == "not_the_patient"
    reminder = written(desk, LetterKind.REMINDER_1, invoice.doc_no)
    assert "Ngozi Eze" in text(reminder.pdf)
    for private in ("Chidi", "Okafor", "HC72", "Spinal", "2 March"):
        assert private not in text(reminder.pdf)
    told = seen(desk, LetterKind.CHARGEABLE, ref_of(desk, case), by="officer")
    assert "The parent or guardian of Chidi Okafor" in told


def test_a_refund_letter_says_sum_ground_and_way(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    assert refusal(desk, LetterKind.REFUND_LETTER, invoice.doc_no) == "nothing_to_refund"
    with seated(desk, "finance"):
        receiving.take_payment(
            desk, invoice.doc_no, amount=Money(10_000), method=Method.CARD_TERMINAL
        )
    credit(desk, invoice.doc_no)
    waiting = seen(desk, LetterKind.REFUND_LETTER, invoice.doc_no)
    for wanted in ("To be paid back £100.00", "the charge was not due", "How card"):
        assert wanted in waiting
    with seated(desk, "senior"):
        (proposal,) = [one for one in two_people.waiting(desk) if one.act == "refund"]
        slip = refunding.approve_refund(desk, proposal.proposal_id)
    assert slip.doc_no in seen(desk, LetterKind.REFUND_LETTER, invoice.doc_no)
    named = seen(desk, LetterKind.REFUND_LETTER, invoice.doc_no, ground="not_liable")
    assert "does not make you the one who pays" in named


def test_a_statement_adds_up_to_what_is_left(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    with seated(desk, "finance"):
        paid = receiving.take_payment(
            desk, invoice.doc_no, amount=Money(10_000), method=Method.CASH
        )
    found = seen(desk, LetterKind.STATEMENT, invoice.doc_no)
    left = invoice.total - Money(10_000)
    for wanted in (f"Left to pay {left}", paid.doc_no, f"£100.00 {left}"):
        assert wanted in found
    credit(desk, invoice.doc_no)
    assert "To be paid back to you £100.00" in seen(desk, LetterKind.STATEMENT, invoice.doc_no)


def test_a_payment_the_bank_took_back_is_no_refund_and_is_owed_again(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    with seated(desk, "finance"):
        cheque = receiving.take_payment(
            desk, invoice.doc_no, amount=Money(10_000), method=Method.CHEQUE
        )
        back = receiving.payment_returned(desk, cheque.doc_no)
    found = seen(desk, LetterKind.STATEMENT, invoice.doc_no)
    assert f"Payment the bank took back, {back.doc_no} £100.00 {invoice.total}" in found
    assert f"Left to pay {invoice.total}" in found
    assert refusal(desk, LetterKind.REFUND_LETTER, invoice.doc_no) == "nothing_to_refund"


def test_a_statement_says_what_the_ledger_says_also_of_what_was_written_off(desk: Desk) -> None:
    _, invoice = invoiced(desk)
    with seated(desk, "finance"):
        receiving.take_payment(desk, invoice.doc_no, amount=Money(10_000), method=Method.CASH)
        proposal = writing_off.propose_write_off(
            desk, invoice.doc_no, reason_code="untraceable", evidence="Letters came back."
        )
    with seated(desk, "admin"):
        writing_off.set_approval_limit(desk, "senior", Money(1_000_000))
    with seated(desk, "senior"):
        writing_off.approve_write_off(desk, proposal)
    owed = standing(desk, invoice.doc_no).owed
    assert owed == invoice.total - Money(10_000)
    assert f"Left to pay {owed}" in seen(desk, LetterKind.STATEMENT, invoice.doc_no)


def test_a_statement_tells_advances_and_money_put_on_an_invoice_later(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    given = estimate(desk, case)
    with seated(desk, "finance"):
        receiving.take_advance(
            desk, given.estimate_no, amount=Money(20_000), method=Method.CARD_TERMINAL
        )
        invoice = invoicing.issue(desk, case)
        payer = invoices.get(desk.db, invoice.doc_no).customer_ref
        kept = receiving.take_unallocated(desk, payer, amount=Money(5_000), method=Method.BACS)
        receiving.allocate(desk, kept.doc_no, invoice.doc_no, Money(5_000))
    owed = standing(desk, invoice.doc_no).owed
    found = seen(desk, LetterKind.STATEMENT, invoice.doc_no)
    assert f"{kept.doc_no} £50.00 {owed}" in found
    assert f"Left to pay {owed}" in found
