"""From estimate to credit note: sums that hold, two people, documents that never change (H9)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlcipher3 import dbapi2

from app.billing.invoice import Invoice
from app.billing.payer import Payer, PayerType
from app.billing.payment import Method
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.money import ZERO, Money
from app.core.people import Address
from app.demo import bring_prices
from app.machine import FixedClock
from app.pricing.estimate import estimate as price
from app.services import (
    crediting,
    estimating,
    exchange,
    filing,
    invoicing,
    particulars,
    receiving,
    review,
    two_people,
)
from app.services.answers import find_out
from app.services.desk import Desk
from app.store import entries, estimates, files, invoices, numbers, outbox
from tests.documents.reading import text
from tests.services.work import (
    DAY_CASE,
    HIP,
    chargeable,
    check,
    credit,
    decide,
    estimate,
    form,
    interview,
    invoice,
    invoiced,
    later,
    seated,
    visitor,
)


def refusal_of_invoice(desk: Desk, case: str) -> str:
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    return refused.value.code


def balanced(desk: Desk) -> bool:
    return Money.total(entries.balances(desk.db).values()) == ZERO


def pay(desk: Desk, doc_no: str, pence: int, method: Method = Method.CARD_TERMINAL) -> str:
    later(desk)
    with seated(desk, "finance"):
        return receiving.take_payment(
            desk, doc_no, amount=Money(pence), method=method, provider_ref="TID1-0001"
        ).doc_no


def test_a_large_charge_goes_from_estimate_to_payment_and_credit(desk: Desk) -> None:
    case = chargeable(desk)
    assert refusal_of_invoice(desk, case) == "not_decided"
    decide(desk, case)
    assert refusal_of_invoice(desk, case) == "no_estimate"
    told = estimate(desk, case, HIP)
    with seated(desk, "finance"):
        (ready,) = invoicing.to_invoice(desk)
        assert (ready.total, ready.second_check_wanted) == (told.total, True)
    assert refusal_of_invoice(desk, case) == "second_check_due"
    check(desk, case)
    with seated(desk, "finance"):
        shown = invoicing.preview(desk, case)
    bill = invoice(desk, case)
    assert (bill.doc_no, bill.total) == (shown.doc_no, told.total)
    assert refusal_of_invoice(desk, case) == "already_invoiced"
    assert balanced(desk)
    pay(desk, bill.doc_no, 500_000)
    with seated(desk, "finance"):
        assert invoicing.to_invoice(desk) == ()
        (account,) = invoicing.accounts(desk)
    assert (account.state, account.paid, account.balance) == (
        "Part paid",
        Money(500_000),
        bill.total - Money(500_000),
    )
    assert balanced(desk)
    note = credit(desk, bill.doc_no)
    assert note.total == -bill.total
    with seated(desk, "finance"):
        (account,) = invoicing.accounts(desk)
    assert (account.state, account.balance) == ("Cancelled", Money(-500_000))
    assert balanced(desk)
    with seated(desk, "finance"):
        (ready,) = invoicing.to_invoice(desk)
        assert ready.registration_id == case, "the case may be billed again, by another number"


def test_what_was_issued_never_changes(desk: Desk) -> None:
    _, bill = invoiced(desk)
    kept = invoices.get(desk.db, bill.doc_no)
    pay(desk, bill.doc_no, 100)
    credit(desk, bill.doc_no)
    assert invoices.get(desk.db, bill.doc_no) == kept
    assert files.get(desk.db, bill.file_id).content == bill.pdf
    for table in ("invoices", "entries", "estimates", "files", "receipts", "proposals", "rulings"):
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
            with pytest.raises(dbapi2.DatabaseError, match="append-only"), desk.db.atomic():
                desk.db.execute(change)


def test_no_one_approves_their_own_credit(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with seated(desk, "senior"):
        crediting.propose_credit(desk, bill.doc_no, "Charge not due.")
        assert [one.own for one in two_people.waiting(desk)] == [True]
        with pytest.raises(NotAllowed, match="You proposed this"):
            crediting.approve_credit(desk, bill.doc_no)
    assert len(invoices.of(desk.db, invoices.get(desk.db, bill.doc_no).registration_id)) == 1


def test_an_invoice_is_credited_once_and_a_credit_note_never(desk: Desk) -> None:
    _, bill = invoiced(desk)
    with seated(desk, "senior"), pytest.raises(Known) as refused:
        crediting.approve_credit(desk, bill.doc_no)
    assert refused.value.code == "no_proposal"
    note = credit(desk, bill.doc_no)
    for doc_no in (bill.doc_no, note.doc_no):
        with seated(desk, "finance"), pytest.raises(Known) as refused:
            crediting.propose_credit(desk, doc_no, "Charge not due.")
        assert refused.value.code == "not_open"
    with seated(desk, "finance"), pytest.raises(NotFound):
        crediting.propose_credit(desk, "R1H25OV000999", "Charge not due.")
    with seated(desk, "finance"), pytest.raises(BadInput):
        crediting.propose_credit(desk, invoiced(desk)[1].doc_no, "no")


def test_a_payment_is_above_nothing_and_at_most_what_is_owed(desk: Desk) -> None:
    _, bill = invoiced(desk)
    for pence in (0, -1, bill.total.pence + 1):
        with pytest.raises(BadInput) as refused:
            pay(desk, bill.doc_no, pence)
        assert refused.value.field == "amount"
    pay(desk, bill.doc_no, bill.total.pence)
    with pytest.raises(BadInput):
        pay(desk, bill.doc_no, 1)
    note = credit(desk, bill.doc_no)
    for doc_no, code in ((bill.doc_no, "not_open"), (note.doc_no, "not_an_invoice")):
        with pytest.raises(Known) as not_open:
            pay(desk, doc_no, 1)
        assert not_open.value.code == code
    assert balanced(desk)


def test_numbers_run_without_a_gap_also_when_an_act_fails(desk: Desk) -> None:
    _, first = invoiced(desk)
    case = chargeable(desk)
    assert refusal_of_invoice(desk, case) == "not_decided"
    decide(desk, case)
    estimate(desk, case)
    with seated(desk, "finance"):
        assert invoicing.preview(desk, case).doc_no == "R1H25OV000002"
        assert invoicing.preview(desk, case).doc_no == "R1H25OV000002"
    assert invoice(desk, case).doc_no == "R1H25OV000002"
    assert first.doc_no == "R1H25OV000001"
    assert credit(desk, first.doc_no).doc_no == "R1H25OV900000"


def test_a_device_without_numbers_left_says_whom_to_ask(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    with desk.db.atomic():
        for _ in range(numbers.left(desk.db, "invoice")):
            numbers.take_next(desk.db, "invoice")
    assert refusal_of_invoice(desk, case) == "numbers_exhausted"
    assert outbox.waiting(desk.db) == ()


def test_no_clinical_word_reaches_outbox_batch_or_invoice(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case, HIP)
    check(desk, case)
    bill = invoice(desk, case)
    pay(desk, bill.doc_no, 1_000)
    credit(desk, bill.doc_no)
    with seated(desk, "finance"):
        (batch,) = exchange.prepare(desk)
    rows = [str(row.record) for row in outbox.in_state(desk.db, outbox.BATCHED)]
    words = ["HN12", "Hip", "Planned operation", "Dr A. Roy", "non_urgent", "non-urgent"]
    words += ["1990", "Nigerian", "passport", "sister", "9990"]
    edition = desk.shelf.edition("2025/26")
    words += [row.name for row in edition.by_root["HN12"]]
    files_ = [data.decode() for _, data in batch.all_files]
    for said in (*rows, *files_):
        for word in words:
            assert word.casefold() not in said.casefold(), word
    for word in words:
        if word != "1990":  # no birthday either, but the payer's reference may hold these figures
            assert word.casefold() not in text(bill.pdf).casefold(), word
    assert "Planned operation" in text(told.pdf), "the estimate does say what is planned"


def test_only_those_who_may_read_a_document_of_money_get_it(desk: Desk) -> None:
    _, bill = invoiced(desk)
    note = credit(desk, bill.doc_no)
    for name, may in (("finance", True), ("officer", False), ("senior", False)):
        with seated(desk, name):
            if may:
                assert filing.document(desk, bill.file_id) == bill.pdf
            else:
                with pytest.raises(NotAllowed, match="another team's"):
                    filing.document(desk, bill.file_id)
    with seated(desk, "senior"):
        assert filing.document(desk, note.file_id) == note.pdf
    told = estimates.of(desk.db, invoices.get(desk.db, bill.doc_no).registration_id)[-1]
    for name in ("officer", "senior", "finance"):
        with seated(desk, name):
            assert filing.document(desk, str(told.file_id)).startswith(b"%PDF")


def test_a_free_case_has_nothing_to_price(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    with pytest.raises(Known) as refused:
        estimate(desk, case)
    assert refused.value.code == "decided_free"


def test_an_estimate_says_what_it_prices_and_holds_a_line(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        for lines, treatment, code in (
            ((), "Planned operation", "no_lines"),
            ((DAY_CASE,), "  ", "no_treatment"),
        ):
            with pytest.raises(BadInput) as refused:
                estimating.issue(desk, case, lines=lines, treatment=treatment)
            assert refused.value.code == code


def test_an_invoice_follows_the_liable_party_and_nobody_else(desk: Desk) -> None:
    case = visitor(desk, born_years_ago=9)
    form(desk, case)
    interview(desk, case)
    decide(desk, case)
    check(desk, case)
    estimate(desk, case)
    assert refusal_of_invoice(desk, case) == "payer_needed"
    mother = Payer(
        customer_ref="",
        payer_type=PayerType.PARENT,
        given_names="Ngozi",
        family_name="Okafor",
        address=Address(("14 Marina Road", "Lagos"), "", "NG"),
    )
    with seated(desk, "finance"):
        sponsor = replace(mother, payer_type=PayerType.SPONSOR)
        with pytest.raises(Known) as refused:
            invoicing.issue(desk, case, sponsor)
        assert refused.value.code == "wrong_payer"
        bill = invoicing.issue(desk, case, mother)
    kept = Invoice.from_json(invoices.get(desk.db, bill.doc_no).body)
    assert (kept.payer.name, kept.payer.payer_type) == ("Ngozi Okafor", PayerType.PARENT)


def test_h9_an_old_case_recomputes_to_the_old_figure(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case)
    found = find_out(desk, case, certified=True)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=800))
    bring_prices(desk)
    kept = estimates.of(desk.db, case)[-1]
    assert (
        price(estimating.request_from(dict(kept.body)), desk.shelf, desk.forces).total == told.total
    )
    assert find_out(desk, case, certified=True).as_json() == found.as_json()
    bill = invoice(desk, case)
    assert bill.total == told.total
    document = Invoice.from_json(invoices.get(desk.db, bill.doc_no).body)
    assert Money.total(line.worked_out for line in document.lines) == document.total


def test_h9_an_expired_rule_pack_stamps_every_estimate(desk: Desk) -> None:
    assert "due to be checked" not in text(estimate(desk, chargeable(desk)).pdf)
    assert isinstance(desk.clock, FixedClock)
    review_by = desk.law.pack.standing.review_by
    desk.clock.set(datetime.fromisoformat(f"{review_by}T12:00:00+00:00") + timedelta(days=1))
    bring_prices(desk)
    assert "due to be checked; the charge may change" in text(estimate(desk, chargeable(desk)).pdf)


def test_h9_a_year_without_prices_is_refused_not_guessed(desk: Desk) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=365))
    with pytest.raises(Known) as refused:
        estimate(desk, chargeable(desk))
    assert refused.value.code == "no_price"


def test_an_estimate_at_another_rate_is_made_again_before_it_is_billed(desk: Desk) -> None:
    case = visitor(desk)
    particulars.save_particulars(desk, case, {"country": "France", "nationalities": "France"})
    told = estimate(desk, case)  # before anybody decided: at a visitor's rate
    with seated(desk, "clinician"):
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.NON_URGENT,
            clinician_name="",
            decided_on="today",
            none_of_these=True,
            need_arose="no",
            necessary="no",
            clinical={"s2_c_course": "2020-06-01"},
        )
    interview(desk, case)
    assert decide(desk, case).category == "D"
    assert refusal_of_invoice(desk, case) == "estimate_outdated"
    again = estimate(desk, case)
    bill = invoice(desk, case)
    assert bill.total == again.total
    assert abs(bill.total.pence * 3 - told.total.pence * 2) <= 3, "100 per cent, not 150"


def test_a_changed_address_goes_to_finance_as_an_update(desk: Desk) -> None:
    case, bill = invoiced(desk)
    credit(desk, bill.doc_no)
    particulars.save_particulars(desk, case, {"address_abroad": "2 New Road\nLagos"})
    with seated(desk, "officer"):
        assert review.open_case(desk, case).decision
    invoice(desk, case)
    told = [row.record for row in outbox.waiting(desk.db) if row.kind == "CUS"]
    assert [(row["action"], row["addr1"]) for row in told] == [
        ("A", "14 Marina Road"),
        ("U", "2 New Road"),
    ]
    assert len({row["customer_ref"] for row in told}) == 1


def test_h4_a_letter_holds_the_open_cases_name_and_no_other(desk: Desk) -> None:
    names = ("Okafor", "Nwosu", "Balogun")
    cases = {name: chargeable(desk, family_name=name) for name in names}
    for name, case in cases.items():
        decide(desk, case)
        for letter in (estimate(desk, case).pdf, invoice(desk, case).pdf):
            said = text(letter)
            assert [one for one in names if one in said] == [name]


def test_entries_balance_after_every_act_of_a_long_day(desk: Desk) -> None:
    chance = Random(5)
    bills = [invoiced(desk, family_name=f"Name{number}")[1] for number in range(4)]
    for _ in range(40):
        bill = chance.choice(bills)
        with suppress(Known):
            if chance.random() < 0.9:
                pay(desk, bill.doc_no, chance.randint(1, 60_000))
            else:
                credit(desk, bill.doc_no)
        assert balanced(desk)
    with seated(desk, "finance"):
        for account in invoicing.accounts(desk):
            assert account.balance == account.total - account.paid - account.credited
