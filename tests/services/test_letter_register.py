"""Who was told what and how it reached them; told again when it was wrong; nobody in danger."""

from __future__ import annotations

from datetime import date

import pytest

from app.billing.payer import Payer, PayerType
from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.money import Money
from app.core.people import Address
from app.services import filing, invoicing, letter_register, letters, receiving
from app.services.desk import Desk
from tests.documents.reading import text
from tests.services.letters_of import change, refusal, wait, written
from tests.services.work import chargeable, credit, decide, estimate, invoiced, ref_of, seated


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
