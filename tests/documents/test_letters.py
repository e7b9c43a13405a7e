"""Each letter says what charging-rules.md 7.5 names, on paper, at any size and to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import zxingcpp

from app.casework.letter_kinds import QUICK_CARDS, LetterKind
from app.core.people import Address
from app.documents.letter import Addressee, letter_pdf
from tests.documents.letters import ASKS_TO_PAY, DATED, NAMES_NOBODY, OWED, made, one_of_each
from tests.documents.made_up import FONTS, HOME, TRUST, WORDS
from tests.documents.reading import picture, says, text, texts
from tests.documents.tagged import badly_turned

ASSURANCE = "Treatment that cannot wait is always given, paid or not."
NAMES = (
    ("Arabic", "ليلى الخطيب"),
    ("Vietnamese", "Nguyễn Thị Ngọc Ánh"),
    ("Tamil", "முத்துலட்சுமி கணேசன்"),
    ("very long", "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley"),
)


def read(kind: LetterKind, **more: Any) -> str:
    return text(letter_pdf(made(kind, **more), FONTS, WORDS))


def holds(found: str, *wanted: str) -> None:
    for words in wanted:
        assert words in found, words


def test_a_leaflet_says_who_is_asked_why_that_emergencies_come_first_and_where_help_is() -> None:
    holds(
        read(LetterKind.LEAFLET),
        "Everyone. Each patient is asked the same questions",
        "The law asks hospitals to find out whether somebody is visiting",
        "Emergency care is given at once, to everyone. It never waits",
        "Citizens Advice",
        "020 7946 0123",
        "An interpreter is free. Point to your language",
        "Polski",
        "Tiếng Việt",
        "தமிழ்",
        "large print, Easy Read",
    )


def test_a_poster_says_the_same_in_a_few_large_words_on_one_page() -> None:
    (page,) = texts(letter_pdf(made(LetterKind.POSTER), FONTS, WORDS))
    holds(
        page,
        "Emergency care never waits",
        "We ask everyone the same questions",
        "Hospital care is free for people who live here",
        "Doctors of the World",
        "An interpreter is free",
        "Polski",
    )


def test_a_quick_card_for_each_kind_of_staff_is_one_page_and_says_that_care_comes_first() -> None:
    told = {
        kind: " ".join(texts(letter_pdf(made(kind), FONTS, WORDS)))
        for kind in QUICK_CARDS
        if len(texts(letter_pdf(made(kind), FONTS, WORDS))) == 1
    }
    assert set(told) == set(QUICK_CARDS)
    clerk, nurse, doctor = (told[kind] for kind in QUICK_CARDS)
    holds(clerk, "Book in as normal", "We ask them of everyone", "Press F9", "020 7946 0123")
    holds(nurse, "Care for every patient alike", "safeguarding rules first", "never a child")
    holds(doctor, "Nobody but a clinician", "leave the UK", "All maternity care is", "leaving date")
    for words in (clerk, nurse):
        assert "£" not in words


def test_a_request_says_what_is_missing_why_what_else_will_do_when_whom_to_call_and_what_if() -> (
    None
):
    holds(
        read(LetterKind.REQUEST_FOR_INFORMATION),
        "Two recent papers that show life in the UK",
        "To find out whether your care is free, we still need something from you.",
        "A letter from somebody who knows your life here may do as well",
        "Reply by 23 June 2026",
        "Phone 020 7946 0123",
        "Your care goes ahead.",
        "We will write once more.",
        "an officer decides on what we know, and you may get a bill",
    )


def test_its_reminder_says_when_we_wrote_first_and_what_is_still_missing() -> None:
    holds(
        read(LetterKind.REQUEST_REMINDER),
        "We wrote to you on 26 May 2026",
        "What is still missing",
        "Your passport or national identity card",
        "If you do not have these",
        "Reply by 7 July 2026",
        "Your care goes ahead.",
        "Phone 020 7946 0123",
    )


def test_an_acknowledgement_says_what_was_seen_the_group_until_when_and_to_report_changes() -> None:
    holds(
        read(LetterKind.NOT_CHARGEABLE),
        "You will not be charged",
        "British passport, 2 June 2026",
        "The law counts you as living in the UK.",
        "This is so until 30 September 2026.",
        "Tell us if you move out of the UK",
    )
    bare = read(LetterKind.NOT_CHARGEABLE, values={"seen": False})
    holds(bare, "We went by what you told us.")
    assert "We have seen:" not in bare


def test_a_notification_says_all_that_somebody_charged_must_know() -> None:
    holds(
        read(LetterKind.CHARGEABLE),
        "the law asks us to charge",
        "On what we have been told and shown, neither applies",
        "SI 2015/238), regulations 3 and 4. Regulation 7 sets the sum",
        "NHS price for 2025/26",
        "times 150 per cent £12,495.86",
        "Care that is free for everyone",
        "this care should not wait until you can return home",
        "We are not asking you to pay first.",
        "How to pay",
        TRUST.payment_details[1],
        "You can ask to pay in instalments.",
        "send anything that shows why",
        "Patient Advice and Liaison Service",
        "If a debt of £500 or more stays unpaid for two months",
        "How we use your information",
        ASSURANCE,
    )


def test_a_notification_without_an_estimate_still_says_how_the_sum_is_made() -> None:
    found = read(LetterKind.CHARGEABLE, estimate=None, values={"estimated": "", "estimate_no": ""})
    holds(found, "the NHS price times 150 per cent", ASSURANCE)
    assert "Estimated charge" not in found


def test_a_notification_of_care_that_can_wait_leaves_asking_to_the_estimate() -> None:
    found = read(
        LetterKind.CHARGEABLE,
        values={"may_wait": True, "urgency": "Dr A. Roy recorded that this care can safely wait."},
    )
    holds(found, "Dr A. Roy recorded", "The estimate letter says what that means for you.")
    assert "We are not asking you to pay first." not in found


def test_a_request_for_advice_asks_whether_need_arose_the_list_and_the_card() -> None:
    holds(
        read(LetterKind.ADVICE_REQUEST),
        "999 000 0018",
        "2 March 1990",
        "Admitted care",
        "14 July 2026",
        "Did the need for this care first arise during this visit",
        "a condition on the list in Schedule 1",
        "If the patient has a European health card",
        "Cannot say yet",
        "Signed by the clinician",
        "Care never waits for this form.",
    )


def test_a_doctor_is_told_that_the_surcharge_does_not_cover_assisted_conception() -> None:
    holds(
        read(LetterKind.ASSISTED_CONCEPTION),
        "The immigration health surcharge does not cover it.",
        "SI 2017/756",
        "nothing for maternity care",
    )


def test_an_undertaking_holds_every_term_and_whose_it_is() -> None:
    holds(
        read(LetterKind.UNDERTAKING),
        "what I have told the hospital is true",
        "The charges have been explained to me.",
        "I am legally responsible for them",
        "I have been given an estimate",
        "The final invoice may be higher or lower than the estimate. I agree to pay",
        "will tell me of changes in the charge when it can",
        "If an insurer pays less than the invoice, I will pay the rest.",
        "may affect a later application to enter or stay in the UK",
        "may share my details",
        "Signed by the person who undertakes to pay",
        "Date",
        "12 Acacia Road, Exampleton, EX2 2BB",
        "Address abroad",
        "+234 803 555 0142",
        "Email",
        "Passport or identity card",
        "Nationality Nigeria",
        "I will pay on receipt of the invoice, or by a plan",
        ASSURANCE,
    )


def test_a_third_partys_undertaking_names_them_and_the_relation_and_binds_nobody_else() -> None:
    found = read(
        LetterKind.UNDERTAKING,
        values={"signer": "Ngozi Eze", "third_party": True, "relation": "sister"},
    )
    holds(
        found,
        "Who undertakes to pay Ngozi Eze",
        "Relation to the patient sister",
        "Relatives and friends do not owe a patient’s charges by law.",
        "You are free not to sign.",
    )
    assert "You are free not to sign." not in read(LetterKind.UNDERTAKING)


def test_an_instalment_agreement_says_total_schedule_way_default_and_review() -> None:
    holds(
        read(LetterKind.INSTALMENT_AGREEMENT),
        "Total to pay in instalments £12,495.86",
        "1 July 2026 £4,165.20 £8,330.66",
        "1 September 2026 £4,165.33 £0.00",
        TRUST.payment_details[0],
        "RF53 R1H2 6OV0 0012 3",
        "If 2 instalments are missed, or one is 14 days late",
        "The whole balance is then due",
        "We look at this plan together by 9 December 2026",
        "Signed by the person who pays",
        "No interest is added.",
    )


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (LetterKind.REMINDER_1, "If you have paid in the last few days, thank you."),
        (LetterKind.REMINDER_2, "This is our second reminder."),
        (LetterKind.REMINDER_3, "It is called a letter before action."),
    ],
)
def test_a_reminder_says_sum_day_way_to_pay_and_what_to_do(kind: LetterKind, own: str) -> None:
    holds(
        read(kind),
        own,
        "Left to pay £12,495.86",
        "Was due 15 April 2026",
        "Hospital treatment, 26 March 2026 to 28 March 2026",
        "RF53 R1H2 6OV0 0012 3",
        "You can ask to pay in instalments.",
        "You can dispute whether a charge is due",
        "Phone 020 7946 0123",
        ASSURANCE,
    )


def test_a_letter_before_action_gives_thirty_days_and_every_way_to_reply() -> None:
    assert made(LetterKind.LETTER_BEFORE_ACTION).values["reply_by"] == DATED + timedelta(days=30)
    holds(
        read(LetterKind.LETTER_BEFORE_ACTION),
        "You have 30 days, until 9 July 2026, to reply.",
        "Left to pay. No interest is added £12,495.86",
        "regulations 3, 4 and 7",
        "Offer an amount that you can pay each month.",
        "we may ask the county court to decide",
        "breathing space",
        "StepChange",
        "Your reply",
        "I do not think that I owe it, because:",
    )


def test_a_debt_warning_says_sum_days_what_is_sent_to_whom_and_how_to_end_it() -> None:
    holds(
        read(LetterKind.DEBT_WARNING),
        "Unpaid in total £12,495.86",
        "Was due 15 April 2026",
        "Two months are over on 15 June 2026",
        "date of birth, gender and nationality",
        "We never send anything about your health",
        "Department of Health and Social Care, which passes it to the Home Office",
        "How to keep this from happening",
        "Agree on a plan to pay with us",
        "Nothing is sent while we look at it.",
    )


def test_a_refund_letter_says_ground_sum_and_how_and_that_nobody_need_ask() -> None:
    holds(
        read(LetterKind.REFUND_LETTER),
        "To be paid back £2,500.00",
        "the charge was not due",
        "How card",
        "whoever made the payment, the same way",
        "R1HR000551",
        "You did not need to ask for it.",
    )


def test_an_explanation_says_what_happened_what_is_paid_back_and_what_was_withdrawn() -> None:
    holds(
        read(LetterKind.EXPLANATION),
        "Taken off £12,495.86",
        "On what we know now, the charge was not due.",
        "R1H26OV900007",
        "£2,500.00 was paid on this invoice.",
        "You need not ask.",
        "They no longer count: • Invoice R1H26OV000123, 15 April 2026 • Reminder, 1 May 2026",
        "We have asked for it to be taken off their list.",
    )
    never = read(
        LetterKind.EXPLANATION,
        values={"money_came": False, "no_money": True, "reported": False, "earlier": False},
    )
    holds(
        never,
        "Nothing was paid on this invoice",
        "We have not told the Home Office of this charge.",
    )
    assert "no longer count" not in never
    other = read(LetterKind.EXPLANATION, values={"money_came": False, "not_payer": True})
    holds(other, "This invoice was made out to somebody else.")


def test_a_statement_shows_every_charge_and_payment_and_the_balance() -> None:
    holds(
        read(LetterKind.STATEMENT),
        "Left to pay £12,495.86",
        "Day What Added Taken off Balance",
        "20 April 2026 Payment, receipt R1HR000551 £500.00 £11,995.86",
        "RF53 R1H2 6OV0 0012 3",
    )
    settled = read(LetterKind.STATEMENT, values={"owing": False}, reference="")
    assert "Payment reference" not in settled


@pytest.mark.parametrize("kind", sorted(ASKS_TO_PAY))
def test_what_asks_for_money_has_the_square_of_the_reference(kind: LetterKind) -> None:
    pages = letter_pdf(made(kind), FONTS, WORDS)
    found = [
        code.text
        for page in range(len(texts(pages)))
        for code in zxingcpp.read_barcodes(picture(pages, page=page, scale=3.0))
    ]
    assert found == ["RF53R1H26OV000123"]


@pytest.mark.parametrize(("script", "name"), NAMES)
def test_every_letter_takes_a_name_of_any_script_at_either_size(script: str, name: str) -> None:
    for kind in set(LetterKind) - set(NAMES_NOBODY):
        for large in (False, True):
            pdf = letter_pdf(made(kind, name=name, large_print=large), FONTS, WORDS)
            assert name.split()[0][:12] in text(pdf).replace(" ", "") or script == "Arabic", kind


def test_h8_a_letter_that_may_not_be_posted_is_handed_over_and_shows_no_address() -> None:
    to = Addressee("Mrs Ada Okafor", HOME, by_hand=True)
    for kind in set(LetterKind) - set(NAMES_NOBODY) - {LetterKind.UNDERTAKING}:
        found = read(kind, to=to)
        assert "To be handed over in person" in found
        assert "Acacia" not in found


def test_a_letter_abroad_names_the_country_in_full() -> None:
    to = Addressee("Mrs Ada Okafor", Address(("14 Marina Road", "Lagos"), "", "NG"))
    assert "14 Marina Road Lagos Nigeria" in read(LetterKind.REMINDER_1, to=to)


def test_ux_7_15_large_print_is_larger_throughout_and_says_the_same() -> None:
    plain, large = one_of_each(), one_of_each(large_print=True)
    for kind in set(plain) - {LetterKind.POSTER.value}:
        assert len(texts(large[kind])) >= len(texts(plain[kind]))
        body = WORDS.letters[kind].title.split()[0]
        assert body in text(large[kind])
    assert len(texts(large["reminder_1"])) > len(texts(plain["reminder_1"]))


def test_equal_letters_are_equal_bytes_and_name_nobody_of_themselves() -> None:
    again = {kind.value: letter_pdf(made(kind), FONTS, WORDS) for kind in LetterKind}
    assert again == dict(one_of_each())
    for kind, pdf in again.items():
        assert "Okafor" not in " ".join(says(pdf).values()), kind


def test_a_sum_is_told_as_money_and_a_day_in_full() -> None:
    found = read(LetterKind.REMINDER_1, values={"paid": OWED - OWED, "credited": ""})
    assert "Paid so far £0.00" in found
    assert "Taken off" not in found


def test_a_trust_without_phone_and_email_is_still_reached_by_its_name() -> None:
    bare = replace(TRUST, phone="", email="")
    assert "Overseas visitors team, Example Royal" in read(LetterKind.REMINDER_1, trust=bare)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_no_page_of_a_letter_turns_within_two_lines_or_under_a_heading(
    kind: LetterKind, large: bool
) -> None:
    letter = made(kind, large_print=large)
    for count in range(1, 9):
        trust = replace(TRUST, address_lines=tuple(f"Line {n}, {'a' * 60}" for n in range(count)))
        assert badly_turned(letter_pdf(replace(letter, trust=trust), FONTS, WORDS)) == [], count


@pytest.mark.parametrize("large", [False, True])
def test_an_estimated_total_never_begins_a_page_without_the_sum_it_comes_from(large: bool) -> None:
    letter = made(LetterKind.CHARGEABLE, large_print=large)
    for count in range(1, 24):
        trust = replace(TRUST, address_lines=tuple(f"Line {n}, {'a' * 60}" for n in range(count)))
        for page in texts(letter_pdf(replace(letter, trust=trust), FONTS, WORDS)):
            assert not page.startswith("Estimated total"), count
