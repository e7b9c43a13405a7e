"""Payment files in: by checked reference, then by amount and payer, never by name; each once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.billing.payment import Method
from app.core.errors import BadInput, Known, NotFound
from app.core.money import ZERO, Money
from app.services import (
    payments_waiting,
    receiving,
    refunding,
    remitting,
    writing_off,
)
from app.services.desk import Desk
from app.services.posting import standing
from app.store import payment_lines, receipts
from tests.services.statements import bank_csv, camt053, card_csv, opened, reference_of, take_in
from tests.services.work import credit, invoiced, seated

Bill = tuple[str, Money]


@pytest.fixture
def bill(desk: Desk) -> Iterator[Bill]:
    """An invoice of Mrs Ada Okafor and what it comes to; finance sits at the desk."""
    _, issued = invoiced(desk)
    with seated(desk, "finance"):
        yield issued.doc_no, issued.total


def owed(desk: Desk, doc_no: str) -> Money:
    return standing(desk, doc_no).owed


def books(desk: Desk) -> list[tuple[object, ...]]:
    """Everything that taking in a payment could change."""
    tables = ("receipts", "entries", "payment_lines", "payment_rulings", "payment_files", "outbox")
    return [row for table in tables for row in desk.db.each(f"SELECT * FROM {table}")]


def only(found: tuple[remitting.PaymentIn, ...]) -> remitting.PaymentIn:
    (one,) = found
    return one


def test_a_payment_with_its_reference_is_posted_on_its_own_day_with_a_receipt(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    words = f"OKAFOR A {reference_of(doc_no)[:8].lower()} {reference_of(doc_no)[8:]}"
    day = desk.today
    found = only(take_in(desk, bank_csv([(day, words, total)])).payments)
    assert (found.state, found.to) == ("matched", doc_no)
    assert owed(desk, doc_no) == ZERO
    kept = only_receipt(desk, doc_no)
    assert (kept.received_on, kept.method, kept.amount) == (day, "FPS", total)
    assert kept.file_id is not None


def only_receipt(desk: Desk, doc_no: str) -> receipts.StoredReceipt:
    (kept,) = receipts.of(desk.db, doc_no)
    return kept


def test_a_preview_says_what_would_be_done_and_changes_nothing(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    half = Money(total.pence // 2)
    raw = bank_csv(
        [
            (desk.today, reference_of(doc_no), half),
            (desk.today, reference_of(doc_no), total - half),
            (desk.today, reference_of(doc_no), Money(1)),
            (desk.today, "Rent", Money(-5_000)),
        ]
    )
    before = books(desk)
    shown = remitting.preview(desk, opened(desk, raw))
    assert books(desk) == before
    assert [one.state for one in shown.payments] == ["matched", "matched", "waiting", "waiting"]
    taken = remitting.take_in(desk, shown.file)
    assert [(one.state, one.to, one.why) for one in taken.payments] == [
        (one.state, one.to, one.why) for one in shown.payments
    ]


def test_a_preview_that_is_stopped_changes_nothing(desk: Desk, bill: Bill) -> None:
    before = books(desk)
    raw = bank_csv([(desk.today, f"line {place}", Money(place + 1)) for place in range(5)])
    asked: list[tuple[int, int]] = []

    def going_on(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < 3

    with pytest.raises(Known, match="Nothing was taken in"):
        remitting.preview(desk, opened(desk, raw), going_on=going_on)
    assert asked == [(0, 5), (1, 5), (2, 5), (3, 5)]
    assert books(desk) == before


def test_the_same_file_again_under_another_name_or_in_another_format_changes_nothing(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    lines = [
        (desk.today, reference_of(doc_no), total),
        (desk.today, "Somebody", Money(700)),
        (desk.today, "Somebody", Money(700)),
    ]
    take_in(desk, bank_csv(lines))
    before = books(desk)
    again = remitting.preview(desk, opened(desk, bank_csv(lines)))
    assert [one.state for one in again.payments] == ["known"] * 3
    assert again.known_at == desk.moment
    for raw in (
        bank_csv(lines),
        bank_csv(lines[::-1]),
        camt053(lines),
        camt053(lines, numbers=("a", "b", "c")),
    ):
        assert {one.state for one in take_in(desk, raw).payments} == {"known"}
    assert books(desk) == before


def test_two_equal_payments_of_one_day_both_count(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    half = (desk.today, reference_of(doc_no), Money(100))
    take_in(desk, bank_csv([half]))
    take_in(desk, bank_csv([half, half]))
    assert owed(desk, doc_no) == total - Money(200)


def test_h10_a_name_alone_never_matches_and_with_the_amount_is_only_offered(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    take_in(desk, bank_csv([(desk.today, "MRS ADA OKAFOR", total)]))
    found = only(payments_waiting.waiting(desk))
    assert [one.to for one in found.suggestions] == [doc_no]
    assert owed(desk, doc_no) == total
    take_in(desk, bank_csv([(desk.today, "MRS ADA OKAFOR", total - Money(1))]))
    assert [one.suggestions for one in payments_waiting.waiting(desk)][1] == ()


def test_a_customer_reference_with_the_sum_owed_matches_and_another_sum_waits(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    customer = desk.db.scalar("SELECT customer_ref FROM invoices")
    found = take_in(
        desk, bank_csv([(desk.today, customer, total - Money(1)), (desk.today, customer, total)])
    )
    assert [one.state for one in found.payments] == ["waiting", "matched"]
    assert [one.to for one in found.payments[0].suggestions] == [doc_no]


def test_a_second_payment_from_the_same_account_is_known_by_it_and_no_account_is_kept(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    account = "GB29NWBK60161331926819"
    half = Money(total.pence // 2)

    def statement(words: str, amount: Money, day_back: int) -> bytes:
        day = desk.today - timedelta(days=day_back)
        head = "Date,Description,Payer account,Amount"
        return f"{head}\n{day:%d/%m/%Y},{words},{account},{amount.plain}\n".encode()

    take_in(desk, statement(reference_of(doc_no), half, 0))
    found = only(take_in(desk, statement("no reference", total - half, 0)).payments)
    assert (found.state, found.to) == ("matched", doc_no)
    everything = " ".join(str(row) for row in desk.db.each("SELECT * FROM payment_lines"))
    assert account not in everything
    assert "31926819" not in everything


def test_a_swapped_letter_is_offered_and_never_taken_by_itself(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    typed = reference_of(doc_no).replace("0", "O", 1)
    found = only(take_in(desk, bank_csv([(desk.today, typed, total)])).payments)
    assert found.state == "waiting"
    assert [one.to for one in found.suggestions] == [doc_no]
    matched = payments_waiting.match_by_hand(desk, found.fingerprint, doc_no.lower())
    assert (matched.state, owed(desk, doc_no)) == ("matched", ZERO)
    with pytest.raises(Known, match="already"):
        payments_waiting.match_by_hand(desk, found.fingerprint, doc_no)
    with pytest.raises(Known, match="already"):
        payments_waiting.set_aside(desk, found.fingerprint, "not ours at all")


def test_part_payments_and_payments_of_too_much_are_taken_with_their_reference(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    take_in(desk, bank_csv([(desk.today, reference_of(doc_no), Money(100))]))
    assert owed(desk, doc_no) == total - Money(100)
    take_in(desk, bank_csv([(desk.today, reference_of(doc_no), total)]))
    assert owed(desk, doc_no) == ZERO
    assert [one.amount for one in receiving.unallocated_money(desk)] == [Money(100)]


def test_money_for_a_cancelled_invoice_waits_and_one_already_paid_too(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    take_in(desk, bank_csv([(desk.today, reference_of(doc_no), total)]))
    again = take_in(desk, bank_csv([(desk.today, f"again {reference_of(doc_no)}", Money(100))]))
    assert "paid twice" in only(again.payments).why
    credit(desk, doc_no)
    late = only(take_in(desk, bank_csv([(desk.today, reference_of(doc_no), Money(5))])).payments)
    assert "cancelled" in late.why
    payments_waiting.match_by_hand(desk, late.fingerprint, doc_no)
    with seated(desk, "senior"):
        assert refunding.refundable(desk, doc_no) == () or standing(desk, doc_no).balance < ZERO


def test_a_payment_typed_by_hand_is_found_again_and_not_posted_twice(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    part = Money(500)
    typed = receiving.take_payment(desk, doc_no, amount=part, method=Method.BACS)
    found = only(take_in(desk, bank_csv([(desk.today, reference_of(doc_no), part)])).payments)
    assert found.state == "waiting"
    assert found.suggestions[0].to == typed.doc_no
    payments_waiting.match_by_hand(desk, found.fingerprint, typed.doc_no)
    assert owed(desk, doc_no) == total - part
    slip = receiving.take_payment(
        desk, doc_no, amount=part, method=Method.CARD_TERMINAL, provider_ref="A1B2C3"
    )
    card = only(take_in(desk, card_csv([(desk.today, "A1B2C3", part)])).payments)
    assert (card.state, card.to) == ("matched", slip.doc_no)
    assert owed(desk, doc_no) == total - part - part
    other = only(take_in(desk, card_csv([(desk.today, "ZZZZZZ", part)], "0043")).payments)
    with pytest.raises(Known, match="already"):
        payments_waiting.match_by_hand(desk, other.fingerprint, slip.doc_no)


def test_a_returned_payment_undoes_its_receipt_and_is_owed_again(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    take_in(desk, bank_csv([(desk.today, reference_of(doc_no), total)]))
    receipt_no = only_receipt(desk, doc_no).receipt_no
    back = only(take_in(desk, bank_csv([(desk.today, "UNPAID CHEQUE", -total)])).payments)
    assert [one.to for one in back.suggestions] == [receipt_no]
    with pytest.raises(BadInput, match="receipt it undoes"):
        payments_waiting.match_by_hand(desk, back.fingerprint, doc_no)
    payments_waiting.match_by_hand(desk, back.fingerprint, receipt_no)
    assert owed(desk, doc_no) == total


def test_a_refund_going_out_is_found_in_the_refund_that_two_people_made(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    receiving.take_payment(desk, doc_no, amount=total, method=Method.BACS)
    credit(desk, doc_no)
    with seated(desk, "senior"):
        (refund,) = refunding_of(desk)
    line = (desk.today, f"Refund {reference_of(doc_no)}", -total)
    found = only(take_in(desk, bank_csv([line])).payments)
    assert (found.state, found.to) == ("matched", refund)


def refunding_of(desk: Desk) -> list[str]:
    from app.services import two_people

    waiting = [one for one in two_people.waiting(desk) if one.act == "refund"]
    return [refunding.approve_refund(desk, one.proposal_id).doc_no for one in waiting]


def test_one_payment_for_several_invoices_is_offered_and_spread_by_a_person(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    _, other = invoiced(desk, family_name="Mensah")
    words = f"{reference_of(doc_no)} {reference_of(other.doc_no)}"
    line = (desk.today, words, total + other.total)
    found = only(take_in(desk, bank_csv([line])).payments)
    assert found.suggestions[0].to == f"{doc_no} {other.doc_no}"
    matched = payments_waiting.match_by_hand(desk, found.fingerprint, f"{doc_no}, {other.doc_no}")
    assert matched.to == f"{doc_no} {other.doc_no}"
    assert (owed(desk, doc_no), owed(desk, other.doc_no)) == (ZERO, ZERO)
    assert receiving.unallocated_money(desk) == ()
    back = only(take_in(desk, bank_csv([(desk.today, "two back", Money(-5))])).payments)
    with pytest.raises(BadInput, match="receipt it undoes"):
        payments_waiting.match_by_hand(desk, back.fingerprint, f"{doc_no} {other.doc_no}")
    more = only(take_in(desk, bank_csv([(desk.today, "more", Money(700))])).payments)
    payments_waiting.match_by_hand(desk, more.fingerprint, f"{doc_no} {other.doc_no}")
    assert [one.amount for one in receiving.unallocated_money(desk)] == [Money(700)]


def test_a_written_off_debt_still_takes_money_as_a_recovery(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    writing_off_whole(desk, doc_no)
    assert standing(desk, doc_no).balance == ZERO
    found = only(take_in(desk, bank_csv([(desk.today, reference_of(doc_no), total)])).payments)
    assert found.state == "matched"
    assert standing(desk, doc_no).recovered == total


def writing_off_whole(desk: Desk, doc_no: str) -> None:
    proposal = writing_off.propose_write_off(
        desk, doc_no, reason_code=min(desk.finance.write_off.reasons), evidence="Letters came back."
    )
    with seated(desk, "senior"):
        writing_off.approve_write_off(desk, proposal)


def test_what_is_set_aside_posts_nothing_and_can_still_be_matched(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    lump = only(take_in(desk, bank_csv([(desk.today, "WORLDPAY", Money(99_00))])).payments)
    with pytest.raises(BadInput, match="few words"):
        payments_waiting.set_aside(desk, lump.fingerprint, " ")
    payments_waiting.set_aside(desk, lump.fingerprint, "Card company's lump sum")
    assert payments_waiting.waiting(desk) == ()
    assert [one.why for one in payments_waiting.put_aside(desk)] == ["Card company's lump sum"]
    assert owed(desk, doc_no) == total
    payments_waiting.match_by_hand(desk, lump.fingerprint, doc_no)
    assert owed(desk, doc_no) == total - Money(99_00)
    with pytest.raises(NotFound):
        payments_waiting.set_aside(desk, "0" * 64, "no such payment")


def test_the_sum_of_the_lines_is_what_is_matched_waiting_and_set_aside(
    desk: Desk, bill: Bill
) -> None:
    doc_no, total = bill
    lines = [
        (desk.today, reference_of(doc_no), total),
        (desk.today, "Rent", Money(-4_321)),
        (desk.today, "Unknown", Money(77)),
        (desk.today + timedelta(days=3), "Later", Money(5)),
    ]
    found = take_in(desk, bank_csv(lines)).payments
    payments_waiting.set_aside(desk, found[1].fingerprint, "Rent of the car park")
    by_state = payments_waiting.sums(desk)
    assert {state: count for state, (count, _) in by_state.items()} == {
        "matched": 1,
        "set_aside": 1,
        "waiting": 2,
    }
    assert Money.total(money for _, money in by_state.values()) == Money.total(
        amount for *_, amount in lines
    )


def test_a_file_with_a_row_that_cannot_be_read_is_taken_in_not_at_all(
    desk: Desk, bill: Bill
) -> None:
    doc_no, _ = bill
    before = books(desk)
    raw = bank_csv([(desk.today, reference_of(doc_no), Money(100))]) + b"99/99/2026,FPI,x,1.00\r\n"
    with pytest.raises(BadInput, match="Line 3"):
        take_in(desk, raw)
    assert books(desk) == before


def test_a_file_is_taken_in_by_steps_and_goes_on_where_it_was_left(desk: Desk, bill: Bill) -> None:
    lines = [(desk.today, f"line {place}", Money(place + 1)) for place in range(5)]
    file = opened(desk, bank_csv(lines))
    first = remitting.take_in(desk, file, at_most=2)
    assert (first.done, first.of, first.finished) == (2, 5, False)
    rest = remitting.take_in(desk, file, first=first.done, at_most=9)
    assert rest.finished
    assert len(payment_lines.in_state(desk.db, "waiting")) == 5


def test_one_day_and_sum_in_files_of_two_kinds_waits_for_a_person(desk: Desk, bill: Bill) -> None:
    doc_no, total = bill
    take_in(desk, bank_csv([(desk.today, "OKAFOR", Money(300))]))
    raw = camt053([(desk.today, reference_of(doc_no), Money(300))])
    found = only(take_in(desk, raw).payments)
    assert (found.state, owed(desk, doc_no)) == ("waiting", total)
    assert "Another file" in found.why
