"""Money in advance, too much, for nobody knows what, given back, given up and come after all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdfium2 import PdfDocument

from app.billing.ledger import Account
from app.billing.payment import Method
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.money import ZERO, Money
from app.machine import FixedClock
from app.pricing.uplift import Rounding
from app.services import (
    crediting,
    invoicing,
    needs,
    receiving,
    refunding,
    stays,
    two_people,
    writing_off,
)
from app.services.desk import Desk
from app.services.filing import Issued
from app.services.needs import Needs
from app.services.posting import standing
from app.store import entries, invoices, letters, periods, proposals, receipts, registrations
from tests.documents.reading import text
from tests.services.work import (
    DAY_CASE,
    HIP,
    chargeable,
    check,
    credit,
    decide,
    estimate,
    invoice,
    invoiced,
    later,
    seated,
)

CLAIMED = ("claimed_pending",)


def on(desk: Desk, account: Account) -> Money:
    found = entries.balances(desk.db)
    assert Money.total(found.values()) == ZERO
    return found.get(account.value, ZERO)


def pay(desk: Desk, doc_no: str, amount: Money, *, more: bool = False) -> Issued:
    later(desk)
    with seated(desk, "finance"):
        return receiving.take_payment(
            desk, doc_no, amount=amount, method=Method.BACS, more_than_owed=more
        )


def approve_refunds(desk: Desk) -> list[Issued]:
    later(desk)
    with seated(desk, "senior"):
        waiting = [one for one in two_people.waiting(desk) if one.act == two_people.REFUND]
        return [refunding.approve_refund(desk, one.proposal_id) for one in waiting]


def priced(desk: Desk) -> tuple[str, str, Money]:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case)
    return case, told.estimate_no, told.total


def advance(desk: Desk, estimate_no: str, amount: Money) -> Issued:
    later(desk)
    with seated(desk, "finance"):
        return receiving.take_advance(
            desk, estimate_no, amount=amount, method=Method.CARD_TERMINAL, provider_ref="T1"
        )


def written_off(desk: Desk, doc_no: str) -> str:
    later(desk)
    with seated(desk, "finance"):
        asked = writing_off.propose_write_off(
            desk, doc_no, reason_code="untraceable", evidence="Three letters came back."
        )
    with seated(desk, "senior"):
        return writing_off.approve_write_off(desk, asked)


def test_reg_3_4_an_advance_gets_a_receipt_and_is_deducted_from_the_invoice(desk: Desk) -> None:
    case, estimate_no, total = priced(desk)
    paid = advance(desk, estimate_no, Money(20_000))
    assert "£200.00" in text(paid.pdf)
    assert estimate_no in text(paid.pdf)
    assert on(desk, Account.ADVANCES) == Money(-20_000)
    assert on(desk, Account.INCOME) == ZERO
    bill = invoice(desk, case)
    assert bill.total == total - Money(20_000)
    assert "£200.00" in text(bill.pdf)
    assert on(desk, Account.ADVANCES) == ZERO
    assert on(desk, Account.RECEIVABLES) == bill.total
    with seated(desk, "finance"), pytest.raises(BadInput) as refused:
        receiving.take_advance(desk, estimate_no, amount=total + Money(1), method=Method.CASH)
    assert refused.value.code == "too_much"


def test_reg_3_4a_an_advance_above_the_final_charge_goes_back_unasked_to_whoever_paid(
    desk: Desk,
) -> None:
    case = chargeable(desk)
    decide(desk, case)
    first = estimate(desk, case, HIP)
    check(desk, case)
    paid = advance(desk, first.estimate_no, first.total)
    again = estimate(desk, case, DAY_CASE)
    bill = invoice(desk, case)
    over = first.total - again.total
    assert bill.total == -over
    assert "pay back" in text(bill.pdf).lower()
    (back,) = approve_refunds(desk)
    assert back.total == -over
    kept = receipts.get(desk.db, back.doc_no)
    assert (kept.original_receipt_no, kept.method) == (paid.doc_no, "CARD_TERMINAL")
    assert on(desk, Account.RECEIVABLES) == on(desk, Account.ADVANCES) == ZERO
    assert on(desk, Account.CASH) == again.total


def test_reg_5_3_b_an_advance_for_care_that_is_not_given_goes_back(desk: Desk) -> None:
    _, estimate_no, _ = priced(desk)
    advance(desk, estimate_no, Money(5_000))
    with seated(desk, "finance"):
        (asked,) = refunding.propose_refund(desk, estimate_no, "The operation was not given.")
        with pytest.raises(Known) as refused:
            refunding.propose_refund(desk, estimate_no, "The operation was not given.")
        assert refused.value.code == "nothing_to_refund"
    with seated(desk, "senior"):
        refunding.approve_refund(desk, asked)
    assert on(desk, Account.ADVANCES) == on(desk, Account.CASH) == ZERO


def test_more_than_owed_is_a_slip_unless_it_came_so_and_then_goes_back(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with pytest.raises(BadInput) as refused:
        pay(desk, bill.doc_no, bill.total + Money(700))
    assert refused.value.code == "too_much"
    paid = pay(desk, bill.doc_no, bill.total + Money(700), more=True)
    assert standing(desk, bill.doc_no).balance == ZERO
    with seated(desk, "finance"):
        (waits,) = receiving.unallocated_money(desk)
    assert (waits.receipt_no, waits.amount) == (paid.doc_no, Money(700))
    (back,) = approve_refunds(desk)
    assert back.total == Money(-700)
    assert on(desk, Account.UNALLOCATED) == ZERO
    with seated(desk, "finance"):
        assert receiving.unallocated_money(desk) == ()


def test_h5_a_refund_of_an_invoice_comes_from_money_that_lies_on_it(desk: Desk) -> None:
    """So that what waits elsewhere under another receipt of the payer can still go back whole."""
    case, bill = invoiced(desk)
    paid = pay(desk, bill.doc_no, bill.total)
    waits = pay(desk, bill.doc_no, Money(700), more=True)
    with seated(desk, "senior"):
        (asked,) = (one for one in two_people.waiting(desk) if one.act == two_people.REFUND)
        two_people.decline(desk, asked.proposal_id, "It pays the next invoice.")
    later(desk)
    credit(desk, bill.doc_no)
    (back,) = approve_refunds(desk)
    assert receipts.get(desk.db, back.doc_no).original_receipt_no == paid.doc_no
    again = invoice(desk, case)
    with seated(desk, "finance"):
        receiving.allocate(desk, waits.doc_no, again.doc_no, Money(700))
    credit(desk, again.doc_no)
    (back,) = approve_refunds(desk)
    assert receipts.get(desk.db, back.doc_no).original_receipt_no == waits.doc_no
    assert on(desk, Account.CASH) == on(desk, Account.RECEIVABLES) == ZERO


def test_money_that_names_nothing_waits_and_is_put_on_an_invoice(desk: Desk) -> None:
    _, bill = invoiced(desk)
    payer = invoices.get(desk.db, bill.doc_no).customer_ref
    with seated(desk, "finance"):
        came = receiving.take_unallocated(
            desk, payer, amount=Money(1_000), method=Method.FPS, received_on=desk.today
        )
        receiving.allocate(desk, came.doc_no, bill.doc_no, Money(900))
        for amount in (Money(101), ZERO):
            with pytest.raises(BadInput):
                receiving.allocate(desk, came.doc_no, bill.doc_no, amount)
        with pytest.raises(NotFound):
            receiving.take_unallocated(desk, "P999999999", amount=Money(1), method=Method.FPS)
        with pytest.raises(BadInput) as refused:
            receiving.take_unallocated(
                desk,
                payer,
                amount=Money(1),
                method=Method.FPS,
                received_on=desk.today + timedelta(days=1),
            )
    assert refused.value.code == "bad_date"
    assert standing(desk, bill.doc_no).received == Money(900)
    assert on(desk, Account.UNALLOCATED) == Money(-100)


def test_h5_what_was_paid_on_a_cancelled_charge_is_drafted_as_a_refund(desk: Desk) -> None:
    case, bill = invoiced(desk)
    pay(desk, bill.doc_no, Money(3_000))
    pay(desk, bill.doc_no, Money(2_000))
    credit(desk, bill.doc_no)
    told = letters.of(desk.db, case)
    assert [one.kind for one in told] == ["explanation"]
    backs = approve_refunds(desk)
    told = letters.of(desk.db, case)
    assert [one.kind for one in told] == ["explanation", "refund_letter", "refund_letter"]
    assert sorted(one.total.pence for one in backs) == [-3_000, -2_000]
    assert standing(desk, bill.doc_no).balance == ZERO
    assert on(desk, Account.CASH) == ZERO


def test_what_was_paid_on_a_cancelled_invoice_can_pay_the_one_in_its_place(desk: Desk) -> None:
    case, bill = invoiced(desk)
    paid = pay(desk, bill.doc_no, Money(3_000))
    credit(desk, bill.doc_no)
    again = invoice(desk, case)
    with seated(desk, "finance"):
        receiving.allocate(desk, paid.doc_no, again.doc_no, Money(3_000))
    assert standing(desk, bill.doc_no).balance == ZERO
    assert standing(desk, again.doc_no).received == Money(3_000)
    with seated(desk, "senior"):
        (proposal,) = two_people.waiting(desk)
        with pytest.raises(Known) as refused:
            refunding.approve_refund(desk, proposal.proposal_id)
    assert refused.value.code == "changed"


def test_money_for_a_cancelled_invoice_is_taken_and_goes_back(desk: Desk) -> None:
    _, bill = invoiced(desk)
    credit(desk, bill.doc_no)
    pay(desk, bill.doc_no, Money(500), more=True)
    assert on(desk, Account.UNALLOCATED) == Money(-500)
    assert [one.total for one in approve_refunds(desk)] == [Money(-500)]


def test_nobody_approves_their_own_refund_or_write_off(desk: Desk) -> None:
    _, bill = invoiced(desk)
    pay(desk, bill.doc_no, Money(500))
    with seated(desk, "senior"):
        asked = writing_off.propose_write_off(
            desk, bill.doc_no, reason_code="destitute", evidence="Seen by welfare."
        )
        with pytest.raises(NotAllowed, match="You proposed this"):
            writing_off.approve_write_off(desk, asked)
        with pytest.raises(Known) as refused:
            refunding.approve_refund(desk, asked)
    assert refused.value.code == "another_act"
    assert standing(desk, bill.doc_no).written_off == ZERO


def test_a_write_off_is_on_the_register_and_the_debt_can_still_be_paid(desk: Desk) -> None:
    _, bill = invoiced(desk)
    number = written_off(desk, bill.doc_no)
    with seated(desk, "finance"):
        (loss,) = writing_off.losses(desk, desk.today, desk.today)
        (account,) = invoicing.accounts(desk)
    assert (loss.write_off_no, loss.amount) == (number, bill.total)
    assert loss.proposed_by != loss.approved_by
    assert (account.state, account.balance) == ("Written off", ZERO)
    assert standing(desk, bill.doc_no).owed == bill.total
    pay(desk, bill.doc_no, bill.total)
    assert on(desk, Account.RECOVERIES) == -bill.total
    assert on(desk, Account.RECEIVABLES) == ZERO
    with seated(desk, "finance"):
        (account,) = invoicing.accounts(desk)
    assert account.state == "Paid"
    assert standing(desk, bill.doc_no).owed == ZERO


def test_a_write_off_needs_a_reason_evidence_and_something_left(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with seated(desk, "finance"):
        for reason, evidence, code in (
            ("tired", "Three letters came back.", "bad_reason"),
            ("destitute", "no", "no_evidence"),
        ):
            with pytest.raises(BadInput) as refused:
                writing_off.propose_write_off(
                    desk, bill.doc_no, reason_code=reason, evidence=evidence
                )
            assert refused.value.code == code
    pay(desk, bill.doc_no, bill.total)
    with seated(desk, "finance"), pytest.raises(Known) as nothing:
        writing_off.propose_write_off(
            desk, bill.doc_no, reason_code="destitute", evidence="Seen by welfare."
        )
    assert nothing.value.code == "nothing_owed"


def test_a_write_off_stays_within_the_limit_of_who_approves(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with seated(desk, "admin"):
        writing_off.set_approval_limit(desk, "senior", bill.total - Money(1))
        assert writing_off.approval_limit(desk, "senior") == bill.total - Money(1)
        assert writing_off.approval_limit(desk, "clerk") == ZERO
        with pytest.raises(NotAllowed, match="own limit"):
            writing_off.set_approval_limit(desk, "admin", Money(1))
        with pytest.raises(BadInput):
            writing_off.set_approval_limit(desk, "senior", Money(-1))
    with pytest.raises(NotAllowed, match="up to"):
        written_off(desk, bill.doc_no)
    with seated(desk, "admin"):
        writing_off.set_approval_limit(desk, "senior", bill.total)
    assert written_off(desk, bill.doc_no)


def test_a_write_off_of_another_sum_than_proposed_is_asked_again(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with seated(desk, "finance"):
        asked = writing_off.propose_write_off(
            desk, bill.doc_no, reason_code="destitute", evidence="Seen by welfare."
        )
    pay(desk, bill.doc_no, Money(100))
    with seated(desk, "senior"):
        with pytest.raises(Known) as refused:
            writing_off.approve_write_off(desk, asked)
        assert refused.value.code == "changed"
        two_people.decline(desk, asked, "The sum changed.")
        with pytest.raises(Known) as refused:
            two_people.decline(desk, asked, "The sum changed.")
        assert refused.value.code == "ruled_on"
        with pytest.raises(BadInput):
            two_people.decline(desk, asked, "no")
        with pytest.raises(NotFound):
            two_people.decline(desk, 999, "No such thing.")


def test_a_payment_the_bank_takes_back_is_owed_again(desk: Desk) -> None:
    _, bill = invoiced(desk)
    paid = pay(desk, bill.doc_no, Money(800))
    with seated(desk, "finance"):
        back = receiving.payment_returned(desk, paid.doc_no, provider_ref="unpaid cheque")
        with pytest.raises(Known) as refused:
            receiving.payment_returned(desk, paid.doc_no)
    assert refused.value.code == "not_whole"
    assert back.total == Money(-800)
    assert standing(desk, bill.doc_no).balance == bill.total
    assert on(desk, Account.CASH) == ZERO


def test_h5_a_cheque_that_bounces_after_its_lost_debt_was_cancelled_leaves_nothing(
    desk: Desk,
) -> None:
    _, bill = invoiced(desk)
    written_off(desk, bill.doc_no)
    paid = pay(desk, bill.doc_no, bill.total)
    assert standing(desk, bill.doc_no).recovered == bill.total
    credit(desk, bill.doc_no)
    with seated(desk, "finance"):
        receiving.payment_returned(desk, paid.doc_no, provider_ref="unpaid cheque")
    stands = standing(desk, bill.doc_no)
    assert (stands.balance, stands.recovered, stands.to_pay_back) == (ZERO, ZERO, ZERO)
    assert {on(desk, account) for account in Account} == {ZERO}


def test_an_advance_on_an_invoice_cannot_be_taken_out_from_under_it(desk: Desk) -> None:
    case, estimate_no, _ = priced(desk)
    paid = advance(desk, estimate_no, Money(2_000))
    invoice(desk, case)
    with seated(desk, "finance"), pytest.raises(Known) as refused:
        receiving.payment_returned(desk, paid.doc_no)
    assert refused.value.code == "deducted"


def test_a_long_stay_is_billed_as_it_goes_on_and_the_last_invoice_asks_for_the_rest(
    desk: Desk,
) -> None:
    case, _, total = priced(desk)
    assert isinstance(desk.clock, FixedClock)
    with seated(desk, "finance"), pytest.raises(BadInput) as refused:
        invoicing.issue_interim(desk, case, through=desk.today)
    assert refused.value.code == "not_yet"
    desk.clock.set(desk.clock.now() + timedelta(days=12))
    with seated(desk, "finance"):
        with pytest.raises(BadInput) as refused:
            invoicing.issue_interim(desk, case, through=desk.today + timedelta(days=1))
        assert refused.value.code == "bad_date"
        first = invoicing.issue_interim(desk, case, through=desk.today)
    assert first.total == total
    assert "interim" in text(first.pdf).lower()
    desk.clock.set(desk.clock.now() + timedelta(days=8))
    with seated(desk, "finance"):
        with pytest.raises(Known) as nothing:
            invoicing.issue_interim(desk, case, through=desk.today)
        assert nothing.value.code == "nothing_new"
        (ready,) = invoicing.to_invoice(desk)
    assert ready.registration_id == case
    last = invoice(desk, case)
    assert last.total == ZERO
    assert first.doc_no in text(last.pdf)
    assert on(desk, Account.INCOME) == -total


def test_nothing_is_posted_in_a_month_that_is_closed(desk: Desk) -> None:
    _, bill = invoiced(desk)
    last = date(desk.today.year, desk.today.month, 1) - timedelta(days=1)
    with desk.db.atomic():
        closed = periods.ClosedPeriod(f"{last:%Y-%m}", last, "u-finance", desk.moment)
        periods.close(desk.db, closed)
    with seated(desk, "finance"):
        paid = receiving.take_payment(
            desk, bill.doc_no, amount=Money(100), method=Method.BACS, received_on=last
        )
    kept = receipts.get(desk.db, paid.doc_no)
    posted = entries.by_source(desk.db, paid.doc_no)
    assert kept.received_on == last
    assert {entry.on for entry in posted} == {last + timedelta(days=1)}
    assert periods.closed(desk.db) == (closed,)


def test_what_was_issued_cannot_be_posted_back_into_a_closed_month(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with desk.db.atomic():
        periods.close(
            desk.db,
            periods.ClosedPeriod(f"{desk.today:%Y-%m}", desk.today, "u-finance", desk.moment),
        )
    with pytest.raises(Known) as refused:
        credit(desk, bill.doc_no)
    assert refused.value.code == "period_closed"
    assert len(invoices.newest(desk.db)) == 1, "nothing of it was kept"


def test_h5_days_of_an_invoiced_stay_found_free_draft_its_credit_once(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="1/3/26", last="9/3/26", ward="")
    decide(desk, case)
    estimate(desk, case)
    bill = invoice(desk, case)
    decide(desk, case)
    assert proposals.waiting(desk.db) == (), "nothing is dropped by deciding the same again"
    with seated(desk, "officer"):
        stays.answer_from(desk, case, "s2_protection", CLAIMED, since="4/3/26")
    decide(desk, case, note="Asked for asylum on the ward.")
    (proposal,) = proposals.waiting(desk.db)
    assert (proposal.act, proposal.subject) == ("credit_note", bill.doc_no)
    with seated(desk, "senior"):
        crediting.approve_credit(desk, bill.doc_no)
    decide(desk, case)
    assert proposals.waiting(desk.db) == ()


def test_a_trust_may_round_to_the_pound_before_the_rate(desk: Desk) -> None:
    desk.finance = replace(desk.finance, rounding=Rounding.WHOLE_POUND)
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case, HIP)
    assert told.total.plain == "12496.50"
    desk.finance = replace(desk.finance, rounding=Rounding.PENCE)
    check(desk, case)
    assert invoice(desk, case).total.plain == "12496.50", "what was priced keeps its rounding"


def test_who_reads_large_print_gets_every_paper_of_money_so(desk: Desk) -> None:
    small, large = chargeable(desk), chargeable(desk)
    patient_id = registrations.get(desk.db, large).patient_id
    with seated(desk, "clerk"):
        needs.record(desk, patient_id, Needs(formats=("Large print letters",)))
    sizes: dict[str, list[int]] = {}
    for case in (small, large):
        decide(desk, case)
        told = estimate(desk, case)
        bill = invoice(desk, case)
        paid = pay(desk, bill.doc_no, Money(100))
        note = credit(desk, bill.doc_no)
        sizes[case] = [pages(paper.pdf) for paper in (told, bill, paid, note)]
    assert all(one < other for one, other in zip(sizes[small], sizes[large], strict=True))


def pages(pdf: bytes) -> int:
    with PdfDocument(pdf) as document:
        return len(document)
