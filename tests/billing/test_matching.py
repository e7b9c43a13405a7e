"""By checked reference, then by amount and payer, never by a name; what is not certain waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.billing.matching import (
    Around,
    By,
    Debt,
    Incoming,
    Match,
    Outcome,
    Quote,
    Reason,
    Recorded,
    Wait,
    match,
)
from app.billing.named import Named
from app.core.money import ZERO, Money

DAY = date(2026, 3, 9)
SUM = Money(10_000)
DEBT = Debt(
    doc_no="R1H26OV000123",
    customer_ref="P000000001",
    payer="Mrs Ada Okafor",
    issued_on=DAY,
    owed=SUM,
)
OTHER = replace(DEBT, doc_no="R1H26OV000124")
PAID = Incoming(on=DAY, amount=SUM)
TYPED = Recorded(receipt_no="R1HR000001", doc_no=DEBT.doc_no, on=DAY, amount=SUM)
REFERENCE = Around(named=Named(checked=(DEBT.doc_no,)), debts={DEBT.doc_no: DEBT})


def judged(payment: Incoming = PAID, around: Around = REFERENCE) -> Outcome:
    return match(payment, around, today=DAY, near_days=7)


def waits(payment: Incoming = PAID, around: Around = REFERENCE) -> tuple[Reason, list[str]]:
    found = judged(payment, around)
    assert isinstance(found, Wait)
    return found.reason, [one.to for one in found.suggestions]


def with_debt(**changes: Any) -> Around:
    return replace(REFERENCE, debts={DEBT.doc_no: replace(DEBT, **changes)})


def test_a_checked_reference_of_an_open_invoice_matches_any_sum() -> None:
    for amount in (SUM, Money(1), Money(99_999)):
        assert judged(replace(PAID, amount=amount)) == Match(DEBT.doc_no, By.REFERENCE)


def test_what_a_file_holds_or_is_dated_after_today_waits_whatever_it_names() -> None:
    assert waits(replace(PAID, held=Reason.NOT_SPLIT)) == (Reason.NOT_SPLIT, [])
    assert waits(replace(PAID, on=DAY + timedelta(days=1))) == (Reason.IN_FUTURE, [])


def test_a_reference_of_no_invoice_or_of_one_that_owes_nothing_waits() -> None:
    assert waits(around=replace(REFERENCE, debts={})) == (Reason.UNKNOWN_REFERENCE, [])
    assert waits(around=with_debt(cancelled=True)) == (Reason.CANCELLED, [DEBT.doc_no])
    assert waits(around=with_debt(owed=ZERO)) == (Reason.PAID_ALREADY, [DEBT.doc_no])
    later = DAY + timedelta(days=1)
    assert waits(around=with_debt(issued_on=later)) == (Reason.BEFORE_ISSUE, [DEBT.doc_no])


def test_several_references_and_unsure_ones_are_offered() -> None:
    two = {one.doc_no: one for one in (DEBT, OTHER)}
    several = Around(named=Named(checked=tuple(two)), debts=two)
    assert waits(around=several) == (Reason.SEVERAL, list(two))
    both = replace(PAID, amount=SUM + SUM)
    assert waits(both, several) == (Reason.SEVERAL, [" ".join(two), *two])
    offered = Around(named=Named(offered=(DEBT.doc_no,)), debts=two)
    assert waits(around=offered) == (Reason.LOOK_ALIKE, [DEBT.doc_no])
    bare = Around(named=Named(bare=(DEBT.doc_no,)), debts=two)
    assert waits(around=bare) == (Reason.UNCHECKED, [DEBT.doc_no])
    assert waits(around=Around(named=Named(bare=("x",)))) == (Reason.NO_REFERENCE, [])


def test_a_receipt_typed_by_hand_about_that_day_is_asked_about_first() -> None:
    typed = replace(REFERENCE, recorded=(TYPED,))
    assert waits(around=typed) == (Reason.MAYBE_RECORDED, [TYPED.receipt_no, DEBT.doc_no])
    paid = replace(with_debt(owed=ZERO), recorded=(TYPED,))
    assert waits(around=paid) == (Reason.PAID_ALREADY, [TYPED.receipt_no, DEBT.doc_no])
    for other in (
        replace(TYPED, on=DAY - timedelta(days=8)),
        replace(TYPED, amount=Money(1)),
        replace(TYPED, doc_no=OTHER.doc_no),
    ):
        assert judged(around=replace(REFERENCE, recorded=(other,))) == Match(
            DEBT.doc_no, By.REFERENCE
        )


def test_the_providers_own_number_finds_the_receipt_that_has_it() -> None:
    card = replace(PAID, provider_refs=("T1/42/A1", "A1"))
    known = replace(TYPED, provider_ref="A1")
    assert judged(card, Around(recorded=(known,))) == Match(TYPED.receipt_no, By.RECORDED)
    differs = Around(recorded=(replace(known, amount=Money(1)),))
    assert waits(card, differs) == (Reason.RECORDED_DIFFERS, [TYPED.receipt_no])
    twice = Around(recorded=(known, replace(known, receipt_no="R1HR000002")))
    assert waits(card, twice)[0] is Reason.RECORDED_DIFFERS
    assert waits(card, Around(recorded=(replace(known, provider_ref="B2"),)))[0] is (
        Reason.NO_REFERENCE
    )


def test_money_out_is_found_in_its_refund_or_waits_with_what_it_may_undo() -> None:
    out = replace(PAID, amount=-SUM)
    refund = replace(TYPED, receipt_no="R1HR000009", amount=-SUM)
    for named in (
        Named(checked=(DEBT.doc_no,)),
        Named(receipts=(refund.receipt_no,)),
    ):
        around = Around(named=named, recorded=(TYPED, refund))
        assert judged(out, around) == Match(refund.receipt_no, By.RECORDED)
    assert waits(out, Around(recorded=(TYPED, refund))) == (Reason.RETURNED, [TYPED.receipt_no])
    assert waits(out) == (Reason.RETURNED, [])


def test_an_advance_is_the_estimates_number_and_the_sum_that_is_missing() -> None:
    quote = Quote(estimate_no="R1HE000001", payer="OKAFOR, Ada", missing=SUM)
    around = Around(named=Named(estimates=(quote.estimate_no,)), quotes={quote.estimate_no: quote})
    assert judged(around=around) == Match(quote.estimate_no, By.ESTIMATE)
    assert waits(replace(PAID, amount=Money(1)), around) == (
        Reason.AMOUNT_DIFFERS,
        [quote.estimate_no],
    )
    assert waits(around=Around(named=around.named)) == (Reason.NO_REFERENCE, [])


def test_a_known_payer_and_the_sum_of_exactly_one_of_their_invoices_match() -> None:
    less = replace(OTHER, owed=Money(5))
    assert judged(around=Around(of_customers=(DEBT, less))) == Match(DEBT.doc_no, By.CUSTOMER)
    assert judged(around=Around(of_account=(less, DEBT))) == Match(DEBT.doc_no, By.ACCOUNT)
    assert waits(around=Around(of_account=(DEBT, OTHER))) == (
        Reason.SEVERAL_EQUAL,
        [DEBT.doc_no, OTHER.doc_no],
    )
    assert waits(around=Around(of_customers=(less,))) == (Reason.AMOUNT_DIFFERS, [less.doc_no])
    gone = replace(DEBT, cancelled=True)
    assert waits(around=Around(of_customers=(gone,)))[0] is Reason.AMOUNT_DIFFERS


def test_a_name_is_never_enough_and_with_the_sum_a_suggestion() -> None:
    around = Around(equal=(DEBT, replace(OTHER, payer="")))
    for words in ("A OKAFOR", "Ôkafor ada", "no name"):
        reason, offered = waits(replace(PAID, text=words), around)
        assert reason is Reason.NO_REFERENCE
        assert offered == ([] if words == "no name" else [DEBT.doc_no])
    assert waits(replace(PAID, payer="Okafor"), around)[1] == [DEBT.doc_no]
