"""Letters rest on an officer's word, before and after there is an invoice (hazard H13)."""

from __future__ import annotations

import pytest

from app.core.errors import BadInput, Known, NotAllowed
from app.services import account, collection, holding, invoicing, review, to_finance
from app.services.debts import debt_of
from app.services.desk import Desk
from tests.desks import register_visitor
from tests.services.work import chargeable, decide, estimate, invoice, invoiced, later, seated

GROUND = "Canaryground told the nurse in private"


def rest(desk: Desk, case: str, kind: str, *, by: str = "officer") -> None:
    with seated(desk, by):
        holding.rest_letters(desk, case, kind, GROUND)


def held(desk: Desk, doc_no: str) -> set[str]:
    return {one.kind.value for one in debt_of(desk, doc_no).position.held}


@pytest.mark.parametrize(
    ("kind", "hold"),
    [
        ("safeguarding", "safeguarding"),
        ("referral", "exemption_review"),
        ("vulnerable", "vulnerable"),
        ("dispute", "dispute"),
    ],
)
def test_h13_an_officers_word_holds_every_letter_of_the_invoice(
    desk: Desk, kind: str, hold: str
) -> None:
    case, bill = invoiced(desk)
    rest(desk, case, kind)
    assert held(desk, bill.doc_no) == {hold}
    later(desk, 60 * 24 * 30)
    with seated(desk, "finance"):
        assert not debt_of(desk, bill.doc_no).position.due
        assert collection.due_today(desk) == ()


@pytest.mark.parametrize("kind", ["safeguarding", "referral"])
def test_h13_while_a_referral_is_open_no_invoice_goes_out(desk: Desk, kind: str) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    rest(desk, case, kind)
    with pytest.raises(Known, match="Nothing is billed for now") as refused:
        invoice(desk, case)
    assert refused.value.code == "charging_rests"
    with seated(desk, "officer"):
        holding.let_letters_go(desk, case, kind, "Negative decision came.")
    assert invoice(desk, case).doc_no


def test_a_dispute_leaves_the_invoice_to_finance(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    rest(desk, case, "dispute")
    assert held(desk, invoice(desk, case).doc_no) == {"dispute"}


def test_days_that_rested_do_not_count_once_letters_go_on(desk: Desk) -> None:
    case, bill = invoiced(desk)
    rest(desk, case, "vulnerable")
    later(desk, 60 * 24 * 10)
    with seated(desk, "officer"):
        holding.let_letters_go(desk, case, "vulnerable", "Well again now.")
    standing = debt_of(desk, bill.doc_no).position
    assert (standing.held, standing.due) == ((), ())
    later(desk, 60 * 24 * 7)
    assert [step.kind for step in debt_of(desk, bill.doc_no).position.due] == ["reminder_1"]


def test_what_is_of_the_person_reaches_their_other_cases_and_a_dispute_does_not(desk: Desk) -> None:
    case, bill = invoiced(desk)
    with seated(desk, "officer"):
        patient = review.open_case(desk, case).patient
        other = register_visitor(desk, patient)
    rest(desk, other, "dispute")
    assert held(desk, bill.doc_no) == set()
    rest(desk, other, "vulnerable")
    assert held(desk, bill.doc_no) == {"vulnerable"}


def test_h8_finance_reads_the_neutral_label_and_never_the_reason(desk: Desk) -> None:
    case, bill = invoiced(desk)
    rest(desk, case, "safeguarding")
    with seated(desk, "finance"):
        shown = repr(account.account(desk, bill.doc_no)) + repr(account.lines(desk))
    assert "Contact by the team only" in shown
    assert "Canaryground" not in shown


def test_finance_neither_sees_nor_ends_what_the_team_placed(desk: Desk) -> None:
    case, bill = invoiced(desk)
    rest(desk, case, "dispute")
    with seated(desk, "finance"):
        with pytest.raises(NotAllowed):
            holding.rests(desk, case)
        with pytest.raises(Known, match="not placed here"):
            holding.lift_hold(desk, bill.doc_no, "dispute", "Settled by us.")


def test_a_rest_has_a_reason_and_is_placed_and_ended_once(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        for kind, reason in (("dispute", "why"), ("unheard_of", "Some words here.")):
            with pytest.raises(BadInput):
                holding.rest_letters(desk, case, kind, reason)
        with pytest.raises(Known):
            holding.let_letters_go(desk, case, "dispute", "Never began at all.")
        holding.rest_letters(desk, case, "dispute", "Says the dates are wrong.")
        with pytest.raises(Known, match="already"):
            holding.rest_letters(desk, case, "dispute", "Says the dates are wrong.")
        resting = [line for line in holding.rests(desk, case) if line.since]
        assert [(line.label, line.since) for line in resting] == [("Disputed", desk.today)]
        words = [event.words for event in review.open_case(desk, case).timeline]
    assert "Letters rest" in words


def test_an_officer_hands_a_case_to_finance_and_it_stands_first_there(desk: Desk) -> None:
    first, second = chargeable(desk), chargeable(desk, family_name="Lee")
    for case in (first, second):
        decide(desk, case)
        estimate(desk, case)
    with seated(desk, "officer"):
        assert to_finance.hand_over(desk, second) == "R-1002"
        assert to_finance.hand_over(desk, second) == "R-1002"
        words = [event.words for event in review.open_case(desk, second).timeline]
    assert words.count("Sent to finance to invoice") == 1
    with seated(desk, "finance"):
        assert [row.ref for row in invoicing.to_invoice(desk)] == ["R-1002", "R-1001"]


def test_a_case_that_cannot_be_billed_is_not_handed_over_and_says_what_it_lacks(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        for lack, then in (
            ("No officer has decided", lambda: decide(desk, case)),
            ("Make the estimate first", lambda: estimate(desk, case)),
        ):
            with pytest.raises(Known, match=lack):
                to_finance.hand_over(desk, case)
            then()
        holding.rest_letters(desk, case, "referral", GROUND)
        with pytest.raises(Known, match="Nothing is billed for now"):
            to_finance.hand_over(desk, case)
        holding.let_letters_go(desk, case, "referral", "Decision has come.")
    invoice(desk, case)
    with seated(desk, "officer"), pytest.raises(Known, match="An invoice is out"):
        to_finance.hand_over(desk, case)
