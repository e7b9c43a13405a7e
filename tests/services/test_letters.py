"""Letters of a case through the desk: seen, written, and never where they would not be true."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.casework.letter_kinds import LetterKind
from app.casework.review import Choice
from app.core.errors import BadInput
from app.services import filing, letter_register, letters, needs
from app.services.desk import Desk
from app.services.letters import LetterChoices
from app.services.needs import Needs
from app.store import registrations
from tests.documents.reading import text
from tests.services.letters_of import change, refusal, seen, text_pages, wait, written
from tests.services.work import (
    answer,
    chargeable,
    check,
    decide,
    estimate,
    interview,
    invoiced,
    ref_of,
    seated,
    visitor,
)

ASSURANCE = "Treatment that cannot wait is always given, paid or not."


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
    check(desk, case, found=Choice.EXEMPT)  # a free-care prompt says yes
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


def test_the_dead_are_not_written_to_nor_asked_to_pay(desk: Desk) -> None:
    case, invoice = invoiced(desk)
    wait(desk, 8)
    change(desk, case, died=date(2026, 3, 12))
    assert refusal(desk, LetterKind.REMINDER_1, invoice.doc_no) == "patient_died"
    assert refusal(desk, LetterKind.UNDERTAKING, ref_of(desk, case), by="officer") == "patient_died"


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
        needs.record(desk, patient_id, Needs(formats=("Large print letters",)))
    assert len(text_pages(desk, subject, None)) > plain
    assert len(text_pages(desk, subject, False)) == plain


def test_h14_letters_of_a_store_for_tests_say_so_on_every_page(desk: Desk, tmp_path: Path) -> None:
    _, invoice = invoiced(desk)
    wait(desk, 8)
    assert text_pages(desk, invoice.doc_no, None)[0].count("TEST: made-up people") == 1
    assert not list(tmp_path.glob("**/*.pdf"))
