"""Letters through the desk: seen, written, kept, marked, and never where they would not be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.billing.payer import Payer, PayerType
from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.casework.review import Choice
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.money import Money
from app.core.people import Address
from app.machine import FixedClock
from app.services import (
    collection,
    filing,
    finding,
    invoicing,
    letter_register,
    letters,
    receiving,
    refunding,
    two_people,
    writing_off,
)
from app.services.desk import Desk
from app.services.letters import LetterChoices, WrittenLetter
from app.services.posting import standing
from app.store import invoices, patients, registrations
from tests.documents.reading import text, texts
from tests.services.work import (
    answer,
    chargeable,
    check,
    credit,
    decide,
    estimate,
    interview,
    invoiced,
    later,
    seated,
    visitor,
)

ASSURANCE = "Treatment that cannot wait is always given, paid or not."
PLAN = (
    (date(2026, 7, 1), Money(50_000)),
    (date(2026, 8, 1), Money(50_000)),
    (date(2026, 9, 1), Money(36_715)),
)


def ref_of(desk: Desk, case: str) -> str:
    return registrations.get(desk.db, case).ref


def written(
    desk: Desk, kind: LetterKind, subject: str, *, by: str = "finance", **chosen: Any
) -> WrittenLetter:
    later(desk)
    with seated(desk, by):
        if kind.follows_an_account:
            written = collection.send(desk, subject, kind.value)
            assert written is not None
            return written
        return letters.write(desk, kind, subject, LetterChoices(**chosen))


def seen(desk: Desk, kind: LetterKind, subject: str, *, by: str = "finance", **chosen: Any) -> str:
    with seated(desk, by):
        return text(letters.preview(desk, kind, subject, LetterChoices(**chosen)))


def refusal(desk: Desk, kind: LetterKind, subject: str, *, by: str = "finance", **c: Any) -> str:
    with pytest.raises(Known) as refused:
        seen(desk, kind, subject, by=by, **c)
    return refused.value.code


def wait(desk: Desk, days: int) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=days))


def change(desk: Desk, case: str, **fields: Any) -> None:
    patient = patients.get(desk.db, registrations.get(desk.db, case).patient_id)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, **fields))


def test_a_request_names_the_papers_chosen_and_is_kept_in_the_register(desk: Desk) -> None:
    case = chargeable(desk)
    ref = ref_of(desk, case)
    found = seen(
        desk, LetterKind.REQUEST_FOR_INFORMATION, ref, by="officer", missing=("Your passport",)
    )
    assert "Your passport" in found
    assert "Reply by 23 March 2026" in found
    with seated(desk, "officer"):
        assert letter_register.told(desk, ref) == ()  # a preview keeps nothing
    one = written(
        desk, LetterKind.REQUEST_FOR_INFORMATION, ref, by="officer", missing=("Your passport",)
    )
    with seated(desk, "officer"):
        (told,) = letter_register.told(desk, ref)
        assert filing.document(desk, one.file_id) == one.pdf
    assert (told.kind, told.to_whom, told.sent) == ("request_for_information", "patient", ())
    assert one.name == f"request_for_information-{ref}.pdf"


def test_a_request_asks_by_itself_for_what_would_settle_the_case(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_british_or_irish", "british")
        answer(desk, case, "s2_protection", "claimed_pending")
        usual = letters.usual(desk, ref_of(desk, case))
    assert usual.missing
    assert not [paper for paper in usual.missing if "registration card" in paper]
    assert usual.missing[0].split(",")[0] in seen(
        desk, LetterKind.REQUEST_FOR_INFORMATION, ref_of(desk, case), by="officer"
    )


def test_a_reminder_of_a_request_needs_the_request(desk: Desk) -> None:
    ref = ref_of(desk, chargeable(desk))
    asked: dict[str, Any] = {"missing": ("Your passport",), "by": "officer"}
    assert refusal(desk, LetterKind.REQUEST_REMINDER, ref, **asked) == "not_asked_yet"
    written(desk, LetterKind.REQUEST_FOR_INFORMATION, ref, **asked)
    wait(desk, 15)
    again = seen(desk, LetterKind.REQUEST_REMINDER, ref, **asked)
    assert "We wrote to you on 9 March 2026" in again


def test_too_much_or_too_late_is_not_asked_for(desk: Desk) -> None:
    ref = ref_of(desk, chargeable(desk))
    kind = LetterKind.REQUEST_FOR_INFORMATION
    many = tuple(f"Paper {n}" for n in range(13))
    assert refusal(desk, kind, ref, by="officer", missing=many) == "too_many"
    early = {"missing": ("A paper",), "reply_by": date(2026, 3, 8)}
    assert refusal(desk, kind, ref, by="officer", **early) == "bad_date"


def test_a_free_case_is_acknowledged_in_neutral_words_with_the_papers_seen(desk: Desk) -> None:
    case = visitor(desk)
    interview(desk, case, s2_protection="claimed_pending")
    ref = ref_of(desk, case)
    assert refusal(desk, LetterKind.NOT_CHARGEABLE, ref, by="officer") == "not_decided_free"
    decide(desk, case, Choice.EXEMPT)
    found = seen(desk, LetterKind.NOT_CHARGEABLE, ref, by="officer")
    assert "You meet the rules for care without a charge." in found
    assert "Any passport or national identity card, 9 March 2026" in found
    assert "Tell us if something changes" in found
    assert "sylum" not in found


def test_a_decision_that_waits_for_a_second_look_is_told_to_nobody(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    decide(desk, case, Choice.EXEMPT)
    ref = ref_of(desk, case)
    assert refusal(desk, LetterKind.NOT_CHARGEABLE, ref, by="officer") == "second_check_due"
    check(desk, case)
    assert "You will not be charged" in seen(desk, LetterKind.NOT_CHARGEABLE, ref, by="officer")


def test_a_charge_is_notified_with_estimate_urgency_and_every_way_out(desk: Desk) -> None:
    case = chargeable(desk)
    ref = ref_of(desk, case)
    assert refusal(desk, LetterKind.CHARGEABLE, ref, by="officer") == "not_decided"
    decide(desk, case)
    bare = seen(desk, LetterKind.CHARGEABLE, ref, by="officer")
    assert "We will send you an estimate with its working" in bare
    issued = estimate(desk, case)
    found = seen(desk, LetterKind.CHARGEABLE, ref, by="officer")
    for wanted in (
        issued.estimate_no,
        str(issued.total),
        "times 150 per cent",
        "Dr A. Roy recorded on 9 March 2026 that this care can safely wait.",
        "Bank transfer to 00-00-00",
        "decided this on 9 March 2026",
        ASSURANCE,
    ):
        assert wanted in found


def test_a_clinician_is_asked_and_told_inside_the_hospital(desk: Desk) -> None:
    ref = ref_of(desk, chargeable(desk))
    advice = written(desk, LetterKind.ADVICE_REQUEST, ref, by="officer")
    assert "The clinician in charge of this patient’s care 1 Test Street" in text(advice.pdf)
    assert "Admission" in text(advice.pdf) or "Care" in text(advice.pdf)
    surcharge = written(desk, LetterKind.ASSISTED_CONCEPTION, ref, by="officer")
    assert "Ada Okafor" in text(surcharge.pdf)
    with seated(desk, "officer"):
        assert {one.to_whom for one in letter_register.told(desk, ref)} == {"doctor"}


def test_an_undertaking_is_the_patients_or_names_whoever_signs(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    ref = ref_of(desk, case)
    own = seen(desk, LetterKind.UNDERTAKING, ref, by="officer")
    for wanted in ("14 Marina Road, Lagos, Nigeria", "+234 803 555 0142", "Nationality Nigeria"):
        assert wanted in own
    other = seen(
        desk, LetterKind.UNDERTAKING, invoice.doc_no, signer="Ngozi Eze", relation="sister"
    )
    assert "Who undertakes to pay Ngozi Eze" in other
    assert "Marina" not in other.split("Who undertakes")[1]
    assert str(invoice.total) in other
    assert refusal(desk, LetterKind.UNDERTAKING, ref, by="officer", signer="Ngozi") == "no_relation"


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


def test_the_dead_are_not_written_to_nor_asked_to_pay(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    wait(desk, 8)
    change(desk, case, died=date(2026, 3, 12))
    assert refusal(desk, LetterKind.REMINDER_1, invoice.doc_no) == "patient_died"
    assert refusal(desk, LetterKind.UNDERTAKING, ref_of(desk, case), by="officer") == "patient_died"


def test_h5_an_explanation_follows_a_charge_taken_off_and_says_what_comes_back(
    desk: Desk,
) -> None:
    case, invoice = invoiced(desk)
    ref = ref_of(desk, case)
    wait(desk, 8)
    assert refusal(desk, LetterKind.EXPLANATION, invoice.doc_no) == "nothing_taken_off"
    written(desk, LetterKind.REMINDER_1, invoice.doc_no)
    with seated(desk, "finance"):
        receiving.take_payment(desk, invoice.doc_no, amount=Money(10_000), method=Method.CASH)
        assert letter_register.still_to_tell(desk, ref) == ()
    note = credit(desk, invoice.doc_no)
    with seated(desk, "finance"):
        assert letter_register.still_to_tell(desk, ref) == (), "the credit wrote its explanation"
        assert [one.kind for one in letter_register.told(desk, ref)].count("explanation") == 1
    one = written(desk, LetterKind.EXPLANATION, invoice.doc_no, reported=True)
    found = text(one.pdf)
    for wanted in (
        f"Taken off {invoice.total}",
        note.doc_no,
        "£100.00 was paid on this invoice. We pay £100.00 back",
        f"Invoice {invoice.doc_no}, 9 March 2026",
        "A reminder of your invoice, 17 March 2026",
        "We have asked for it to be taken off their list.",
    ):
        assert wanted in found
    with seated(desk, "finance"):
        assert letter_register.still_to_tell(desk, ref) == ()


def test_h5_a_patient_who_was_told_is_told_again_though_another_pays(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case)
    insurer = Payer(
        customer_ref="",
        payer_type=PayerType.INSURER,
        family_name="Lagoon Assurance",
        address=Address(("1 Broad Street", "Lagos"), "", "NG"),
    )
    with seated(desk, "finance"):
        invoice = invoicing.issue(desk, case, insurer)
        receiving.take_payment(desk, invoice.doc_no, amount=Money(10_000), method=Method.CASH)
    ref = ref_of(desk, case)
    written(desk, LetterKind.CHARGEABLE, ref, by="officer")
    credit(desk, invoice.doc_no)
    with seated(desk, "finance"):
        papers = letter_register.told(desk, ref)
        assert letter_register.still_to_tell(desk, ref) == ()
        told = {
            one.to_whom: text(filing.document(desk, one.file_id))
            for one in papers
            if one.kind == "explanation"
        }
    assert len(told) == 2
    patient = told.pop("patient")
    (payer,) = told.values()
    assert "Lagoon" not in patient
    assert "£100.00" not in patient
    assert "This invoice was made out to somebody else." in patient
    assert "Charges for your hospital care, 9 March 2026" in patient
    assert "£100.00 was paid on this invoice" in payer
    assert "Okafor" not in payer


def test_h5_a_credit_after_a_death_writes_to_the_estate_and_to_nobody_dead(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    change(desk, case, died=date(2026, 3, 9))
    credit(desk, invoice.doc_no)
    with seated(desk, "finance"):
        (paper,) = [
            one
            for one in letter_register.told(desk, ref_of(desk, case))
            if one.kind == "explanation"
        ]
        found = text(filing.document(desk, paper.file_id))
    assert "Whoever deals with the estate of Ada Okafor" in found


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


@pytest.mark.parametrize("rule", ["do_not_post", "phone_only"])
def test_h8_what_may_not_be_posted_has_no_address_and_is_not_marked_posted(
    desk: Desk, rule: str
) -> None:
    case, _ = invoiced(desk)
    change(desk, case, safe_contact=rule)
    ref = ref_of(desk, case)
    one = written(desk, LetterKind.UNDERTAKING, ref, by="officer")
    assert one.by_hand
    assert "Marina Road" not in text(one.pdf)
    assert "To be handed over in person" in text(one.pdf)
    with seated(desk, "officer"):
        with pytest.raises(Known, match="Hand it over"):
            letter_register.mark_sent(desk, ref, one.file_id, "posted")
        letter_register.mark_sent(desk, ref, one.file_id, "handed")
        marked = {told.file_id: told.sent for told in letter_register.told(desk, ref)}
    assert [sent.how for sent in marked[one.file_id]] == ["handed"]


def test_h8_whoever_is_written_to_by_post_alone_gets_no_email(desk: Desk) -> None:
    case, _ = invoiced(desk)
    change(desk, case, safe_contact="post_only")
    ref = ref_of(desk, case)
    one = written(desk, LetterKind.CHARGEABLE, ref, by="officer")
    assert "14 Marina Road" in text(one.pdf)
    with seated(desk, "officer"):
        with pytest.raises(Known, match="by post alone"):
            letter_register.mark_sent(desk, ref, one.file_id, "emailed")
        letter_register.mark_sent(desk, ref, one.file_id, "posted", "9/3/26")


def test_a_mark_needs_a_real_way_a_real_day_and_a_paper_of_the_case(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    other, _ = invoiced(desk)
    ref = ref_of(desk, case)
    one = written(desk, LetterKind.CHARGEABLE, ref, by="officer")
    with seated(desk, "officer"):
        for how, on, code in (("by pigeon", "today", "bad_way"), ("posted", "1/3/26", "bad_date")):
            with pytest.raises(BadInput) as refused:
                letter_register.mark_sent(desk, ref, one.file_id, how, on)
            assert refused.value.code == code
        with pytest.raises(NotFound):
            letter_register.mark_sent(desk, ref_of(desk, other), one.file_id, "handed")
        with pytest.raises(NotAllowed):
            letter_register.mark_sent(desk, ref, invoice.file_id, "handed")
    with seated(desk, "finance"):
        letter_register.mark_sent(desk, ref, invoice.file_id, "posted")


def test_each_team_writes_its_own_letters_and_reads_no_others(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    ref = ref_of(desk, case)
    wait(desk, 8)
    with seated(desk, "officer"):
        with pytest.raises(NotAllowed):
            letters.write(desk, LetterKind.REMINDER_1, invoice.doc_no)
        offered = {kind for kind, _ in letters.kinds(desk, of_account=False)}
        assert LetterKind.CHARGEABLE in offered
        assert letters.kinds(desk, of_account=True) == (
            (LetterKind.UNDERTAKING, "Undertaking to pay"),
        )
    with seated(desk, "finance"):
        with pytest.raises(NotAllowed):
            letters.preview(desk, LetterKind.CHARGEABLE, ref)
        offered = {one for one, _ in letters.kinds(desk, of_account=True)}
        assert LetterKind.STATEMENT in offered
        assert LetterKind.REMINDER_1 not in offered
        with pytest.raises(Known, match="goes out from the account") as refused:
            letters.write(desk, LetterKind.REMINDER_1, invoice.doc_no)
        assert refused.value.code == "from_account"
    reminder = written(desk, LetterKind.REMINDER_1, invoice.doc_no)
    with seated(desk, "officer"), pytest.raises(NotAllowed):
        filing.document(desk, reminder.file_id)


def test_a_case_with_one_invoice_stands_for_it_and_a_leaflet_for_nobody(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    wait(desk, 8)
    assert invoice.doc_no in seen(desk, LetterKind.REMINDER_1, ref_of(desk, case))
    assert refusal(desk, LetterKind.REMINDER_1, ref_of(desk, chargeable(desk))) == "which_invoice"
    assert "Emergency care" in text(letters.leaflet(desk))
    assert "Emergency care is for everyone" in text(letters.leaflet(desk, LetterKind.POSTER))
    with pytest.raises(BadInput):
        letters.leaflet(desk, LetterKind.REMINDER_1)
    with seated(desk, "finance"), pytest.raises(BadInput):
        letters.draft(desk, LetterKind.LEAFLET, invoice.doc_no, LetterChoices())


def test_large_print_follows_the_patients_needs_unless_somebody_chooses(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    wait(desk, 8)
    subject = invoice.doc_no
    plain = len(text_pages(desk, subject, None))
    with seated(desk, "clerk"):
        patient_id = registrations.get(desk.db, case).patient_id
        finding.update_needs(desk, patient_id, interpreter="", needs=("Large print",))
    assert len(text_pages(desk, subject, None)) > plain
    assert len(text_pages(desk, subject, False)) == plain


def text_pages(desk: Desk, subject: str, large: bool | None) -> list[str]:
    with seated(desk, "finance"):
        choices = LetterChoices(large_print=large)
        return texts(letters.preview(desk, LetterKind.REMINDER_1, subject, choices))


def test_h14_letters_of_a_store_for_tests_say_so_on_every_page(desk: Desk, tmp_path: Path) -> None:
    _, invoice = invoiced(desk)
    wait(desk, 8)
    assert text_pages(desk, invoice.doc_no, None)[0].count("TEST: made-up people") == 1
    assert not list(tmp_path.glob("**/*.pdf"))
