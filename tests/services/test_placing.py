"""Money on no invoice, put on one of the same patient: what is offered, refused and left."""

from __future__ import annotations

import pytest

from app.billing.ledger import Account
from app.billing.payment import Method
from app.billing.reference import payment_reference
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.money import ZERO, Money
from app.services import crediting, invoicing, placing, receiving, refunding, two_people
from app.services.desk import Desk
from app.services.posting import standing
from app.services.receiving import Unallocated
from app.store import entries, invoices
from tests.desks import add_visitor, register_visitor, sign_in
from tests.ui.officer_cases import invoice, make_billable


def invoiced(desk: Desk, family_name: str = "Okafor") -> str:
    sign_in(desk, "clerk")
    visitor = add_visitor(desk, family_name=family_name)
    return invoice(desk, register_visitor(desk, visitor, booking="admission"))


def came(desk: Desk, doc_no: str, amount: Money) -> str:
    """Money of an invoice's payer that names nothing; its receipt."""
    sign_in(desk, "finance")
    payer = invoices.get(desk.db, doc_no).customer_ref
    return receiving.take_unallocated(desk, payer, amount=amount, method=Method.FPS).doc_no


def credited(desk: Desk, doc_no: str) -> None:
    sign_in(desk, "finance")
    crediting.propose_credit(desk, doc_no, "Charge not due.")
    sign_in(desk, "senior")
    crediting.approve_credit(desk, doc_no)
    sign_in(desk, "finance")


def on_none(desk: Desk) -> tuple[Unallocated, ...]:
    return receiving.unallocated_money(desk)


def test_money_is_looked_at_and_put_on_an_invoice_and_the_rest_stays(desk: Desk) -> None:
    doc_no = invoiced(desk)
    receipt_no = came(desk, doc_no, Money(1_000))
    owed = standing(desk, doc_no).owed
    (offered,) = placing.places(desk, receipt_no)
    assert (offered.doc_no, offered.owed, offered.same_payer) == (doc_no, owed, True)
    looked = placing.look(desk, receipt_no, doc_no)
    assert (looked.amount, looked.left, looked.still_owed) == (
        Money(1_000),
        ZERO,
        owed - Money(1_000),
    )
    assert standing(desk, doc_no).received == ZERO
    done = placing.place(desk, receipt_no, f" {payment_reference(doc_no).lower()} ", Money(900))
    assert (done.doc_no, done.lay, done.left) == (doc_no, Money(1_000), Money(100))
    assert standing(desk, doc_no).received == Money(900)
    (left,) = on_none(desk)
    assert (left.receipt_no, left.amount, left.refund_waits) == (receipt_no, Money(100), ZERO)
    assert left.ref == offered.ref


def test_more_than_is_owed_leaves_the_rest_and_settles_the_invoice(desk: Desk) -> None:
    doc_no = invoiced(desk)
    owed = standing(desk, doc_no).owed
    receipt_no = came(desk, doc_no, owed + Money(5))
    assert placing.place(desk, receipt_no, doc_no).amount == owed
    assert standing(desk, doc_no).balance == ZERO
    assert placing.places(desk, receipt_no) == ()
    assert [one.amount for one in on_none(desk)] == [Money(5)]


@pytest.mark.parametrize(
    ("amount", "code", "words"),
    [
        (ZERO, "bad_amount", "above zero"),
        (Money(1_001), "too_much", "£10.00 is on no invoice"),
    ],
)
def test_an_amount_that_cannot_go_there_is_said(
    desk: Desk, amount: Money, code: str, words: str
) -> None:
    doc_no = invoiced(desk)
    receipt_no = came(desk, doc_no, Money(1_000))
    with pytest.raises(BadInput) as refused:
        placing.place(desk, receipt_no, doc_no, amount)
    assert (refused.value.code, refused.value.field) == (code, "amount")
    assert words in str(refused.value)
    assert [one.amount for one in on_none(desk)] == [Money(1_000)]


def test_more_than_the_invoice_is_owed_is_said(desk: Desk) -> None:
    doc_no = invoiced(desk)
    owed = standing(desk, doc_no).owed
    receipt_no = came(desk, doc_no, owed + Money(1))
    with pytest.raises(BadInput) as refused:
        placing.look(desk, receipt_no, doc_no, owed + Money(1))
    assert f"{owed} is owed on this invoice" in str(refused.value)


def test_h5_money_never_goes_on_the_invoice_of_another_patient(desk: Desk) -> None:
    mine, other = invoiced(desk), invoiced(desk, "Lee")
    receipt_no = came(desk, mine, Money(1_000))
    assert [one.doc_no for one in placing.places(desk, receipt_no)] == [mine]
    before = entries.of(desk.db, other)
    with pytest.raises(Known) as refused:
        placing.place(desk, receipt_no, other)
    assert (refused.value.code, refused.value.field) == ("other_patient", "doc_no")
    assert entries.of(desk.db, other) == before


def test_a_number_that_takes_no_money_is_said_in_one_sentence(desk: Desk) -> None:
    doc_no = invoiced(desk)
    receipt_no = came(desk, doc_no, Money(1_000))
    paid = invoiced(desk)
    assert paid != doc_no
    for number, code in (("", "no_number"), ("R1H25OV000999", "not_found")):
        with pytest.raises(Known) as refused:
            placing.look(desk, receipt_no, number)
        assert (refused.value.code, refused.value.field) == (code, "doc_no")
    receiving.take_payment(desk, doc_no, amount=standing(desk, doc_no).owed, method=Method.CASH)
    with pytest.raises(Known) as refused:
        placing.look(desk, receipt_no, doc_no)
    assert refused.value.code == "nothing_owed"
    credited(desk, doc_no)
    (note,) = invoices.credits_of(desk.db, doc_no)
    for number, code in ((doc_no, "not_open"), (note.doc_no, "not_an_invoice")):
        with pytest.raises(Known) as refused:
            placing.look(desk, receipt_no, number)
        assert (refused.value.code, refused.value.field) == (code, "doc_no")


def test_an_invoice_in_the_place_of_a_cancelled_one_is_offered(desk: Desk) -> None:
    doc_no = invoiced(desk)
    receipt_no = came(desk, doc_no, Money(1_000))
    credited(desk, doc_no)
    assert placing.places(desk, receipt_no) == ()
    again = invoicing.issue(desk, invoices.get(desk.db, doc_no).registration_id).doc_no
    assert [one.doc_no for one in placing.places(desk, receipt_no)] == [again]


def test_another_payer_of_the_same_patient_comes_last(desk: Desk) -> None:
    sign_in(desk, "clerk")
    visitor = add_visitor(desk)
    first = invoice(desk, register_visitor(desk, visitor, booking="admission"))
    sign_in(desk, "clerk")
    second = register_visitor(desk, visitor, booking="admission")
    make_billable(desk, second)
    sign_in(desk, "finance")
    payer = invoicing.invoice(desk, first).payer
    sponsor = type(payer).from_json(
        payer.as_json() | {"customer_ref": "", "payer_type": "SPONSOR", "family_name": "Aid Fund"}
    )
    other = invoicing.issue(desk, second, sponsor).doc_no
    found = placing.places(desk, came(desk, first, Money(1_000)))
    assert [(one.doc_no, one.same_payer) for one in found] == [(first, True), (other, False)]
    found = placing.places(desk, came(desk, other, Money(1_000)))
    assert [(one.doc_no, one.same_payer) for one in found] == [(other, True), (first, False)]


def test_money_goes_back_by_two_people_once_its_refund_was_declined(desk: Desk) -> None:
    doc_no = invoiced(desk)
    owed = standing(desk, doc_no).owed
    receiving.take_payment(
        desk, doc_no, amount=owed + Money(700), method=Method.CASH, more_than_owed=True
    )
    (money,) = on_none(desk)
    assert (money.amount, money.refund_waits) == (Money(700), Money(700))
    sign_in(desk, "senior")
    (drafted,) = two_people.waiting(desk)
    two_people.decline(desk, drafted.proposal_id, "Ask the payer first")
    sign_in(desk, "finance")
    assert [one.refund_waits for one in on_none(desk)] == [ZERO]
    refunding.propose_refund(desk, money.receipt_no, "The payer asks for it")
    assert [one.refund_waits for one in on_none(desk)] == [Money(700)]
    sign_in(desk, "senior")
    (proposal,) = two_people.waiting(desk)
    refunding.approve_refund(desk, proposal.proposal_id)
    sign_in(desk, "finance")
    assert on_none(desk) == ()
    with pytest.raises(Known) as refused:
        placing.look(desk, money.receipt_no, doc_no)
    assert refused.value.code == "nothing_waits"


def test_what_was_put_on_an_invoice_is_not_paid_back_as_well(desk: Desk) -> None:
    doc_no, again = invoiced(desk), ""
    owed = standing(desk, doc_no).owed
    receiving.take_payment(
        desk, doc_no, amount=owed + Money(700), method=Method.CASH, more_than_owed=True
    )
    (money,) = on_none(desk)
    credited(desk, doc_no)
    again = invoicing.issue(desk, invoices.get(desk.db, doc_no).registration_id).doc_no
    done = placing.place(desk, money.receipt_no, again)
    assert (done.refund_waits, done.left) == (Money(700), ZERO)
    sign_in(desk, "senior")
    (drafted,) = (one for one in two_people.waiting(desk) if one.subject == money.receipt_no)
    with pytest.raises(Known) as refused:
        refunding.approve_refund(desk, drafted.proposal_id)
    assert refused.value.code == "changed"
    rows = entries.of(desk.db, money.receipt_no)
    lies = sum(
        one.credit.pence - one.debit.pence
        for one in rows
        if one.account == Account.UNALLOCATED.value
    )
    assert lies == 0


@pytest.mark.parametrize("who", ["clerk", "clinician", "officer"])
def test_only_finance_puts_money_on_an_invoice(desk: Desk, who: str) -> None:
    doc_no = invoiced(desk)
    receipt_no = came(desk, doc_no, Money(1_000))
    sign_in(desk, who)
    for act in (placing.look, placing.place):
        with pytest.raises(NotAllowed):
            act(desk, receipt_no, doc_no)
    with pytest.raises(NotAllowed):
        placing.places(desk, receipt_no)
    sign_in(desk, "finance")
    with pytest.raises(NotFound):
        placing.places(desk, "R1HR999999")
