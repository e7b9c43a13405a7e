"""The estimate letter says what the law and the trust's own rules name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.casework.urgency import Urgency
from app.core.errors import Known
from app.core.money import Money
from app.core.people import Address
from app.pricing.estimate import PricedLine
from app.pricing.uplift import Rounding
from tests.documents.made_up import (
    WORDS,
    estimate_bytes,
    estimated,
    letter,
    patient,
    payment_first,
    priced,
)
from tests.documents.reading import text, texts

ASSURANCE = "Treatment that cannot wait will be given whether or not this is paid."


def test_the_letter_contains_all_that_it_must() -> None:
    read = text(estimate_bytes(payment_first()))
    for wanted in (
        "Ada Okafor",
        "2 March 1990",
        "R1H26OE000123",
        "9 March 2026",
        "Valid until 8 April 2026",
        "Example Royal Hospitals NHS Trust (R1H)",
        "An operation to replace the hip",
        "HN12F",
        "NHS price for 2025/26, NHS Payment Scheme 2025/26 £7,251.00",
        "Times 1.148886 (market forces factor), times 150 per cent £12,495.86",
        "Estimated total £12,495.86",
        "What this does not include",
        "critical care",
        "Dr A. Roy recorded on 6 March 2026",
        "If you think this is wrong",
        "Patient Advice and Liaison Service",
        "How we use your information",
        "overseas.visitors@example.nhs.uk",
        "large print, Easy Read, braille",
        "This is an estimate, not a bill.",
        "made-up licence",
    ):
        assert wanted in read


def test_the_assurance_stands_next_to_the_total_on_the_first_page() -> None:
    for urgency in Urgency:
        first = texts(estimate_bytes(letter(urgency=urgency, clinician="Dr A. Roy")))[0]
        assert f"£12,495.86 {ASSURANCE}" in first


def test_a_range_shows_lowest_highest_and_most_likely() -> None:
    wide = priced(low=Money(800_000), high=Money(1_500_000), root="HN12")
    read = text(estimate_bytes(letter(wide)))
    assert f"£8,000.00 to £15,000.00 Most likely £12,495.86. {ASSURANCE}" in read
    assert "one of HN12, most likely HN12F" in read
    assert "Estimated total, at the most likely prices £12,495.86" in read


def test_a_longer_stay_is_shown_with_its_days() -> None:
    read = text(estimate_bytes(letter(priced(53900, excess_days=3))))
    assert "3 days more beyond the 12 days that price covers, at £250.00 a day £750.00" in read
    read = text(estimate_bytes(letter(priced(53900, excess_days=1))))
    assert "1 day more beyond" in read


def test_the_whole_pound_rule_and_the_lower_rate_are_told() -> None:
    read = text(estimate_bytes(letter(priced(rounding=Rounding.WHOLE_POUND, rate_percent=150))))
    assert "rounded to the pound, times 150 per cent £12,496.50" in read
    assert "times 100 per cent" in text(estimate_bytes(letter(priced(rate_percent=100))))


@pytest.mark.parametrize(
    "urgency", [Urgency.IMMEDIATELY_NECESSARY, Urgency.URGENT, Urgency.NOT_ASSESSED]
)
def test_care_that_cannot_wait_is_never_asked_to_pay_first(urgency: Urgency) -> None:
    read = text(estimate_bytes(letter(urgency=urgency)))
    assert "Your treatment comes first" in read
    assert "We are not asking you to pay first." in read
    assert "How to pay" not in read


def test_care_that_can_wait_is_not_asked_to_pay_first_unless_asked_for() -> None:
    read = text(
        estimate_bytes(
            letter(urgency=Urgency.NON_URGENT, clinician="Dr A. Roy", decided_on=date(2026, 3, 6))
        )
    )
    assert "This letter does not ask you to pay first." in read
    assert "How to pay" not in read


def test_a_non_urgent_word_without_its_record_counts_as_not_assessed() -> None:
    read = text(estimate_bytes(letter(urgency=Urgency.NON_URGENT, clinician="Dr A. Roy")))
    assert "No clinician has yet recorded how soon" in read


def test_a_request_to_pay_first_says_why_how_and_that_things_may_change() -> None:
    read = text(estimate_bytes(payment_first()))
    assert "take the estimated charge of £12,495.86 in full before it begins" in read
    assert "You will get a receipt." in read
    assert "A clinician will then look again." in read
    assert "By card: 020 7946 0199" in read


def test_what_is_left_out_and_notices_can_be_the_trusts_own() -> None:
    notice = "The price list ran out in March."
    pages = texts(estimate_bytes(letter(left_out=("the ambulance",), notices=(notice,))))
    assert "the ambulance" in pages[1]
    assert "critical care" not in pages[1]
    assert notice in pages[0]


def test_an_unknown_birth_date_is_said_to_be_unknown() -> None:
    assert "Date of birth Not known" in text(estimate_bytes(letter(patient=patient(born=None))))


@pytest.mark.parametrize("kept", ["do_not_post", "phone_only"])
def test_h8_an_unsafe_address_stays_off_the_page(kept: str) -> None:
    made = letter(patient=patient(safe_contact=kept))
    read = text(estimate_bytes(made))
    assert made.by_hand
    assert "To be handed over in person" in read
    assert "Acacia Road" not in read
    assert "Acacia Road" in text(estimate_bytes(letter(patient=patient(safe_contact="post_only"))))


def test_a_trust_without_phone_or_email_still_has_a_whole_letter() -> None:
    made = letter()
    bare = replace(made.trust, phone="", email="", address_lines=())
    read = text(estimate_bytes(letter(trust=bare)))
    assert "Phone" not in read
    assert "Overseas visitors team, Example Royal Hospitals NHS Trust. Give the number" in read


def test_large_print_says_the_same_in_bigger_letters() -> None:
    plain, large = letter(), letter(large_print=True)
    said = sorted(text(estimate_bytes(plain)).split())
    for word in ("£12,495.86", "HN12F", "Okafor", "Citizens"):
        assert said.count(word) == text(estimate_bytes(large)).split().count(word)
    assert len(texts(estimate_bytes(large))) > len(texts(estimate_bytes(plain)))


def test_every_estimate_phrase_has_its_places_filled() -> None:
    assert "{" not in text(estimate_bytes(payment_first(priced(excess_days=2))))
    assert WORDS.estimate.say("document", number="X") == "Estimate X"


@pytest.mark.parametrize(
    "wrong",
    [
        {"urgency": Urgency.URGENT},
        {"urgency": Urgency.NOT_ASSESSED},
        {"urgency": Urgency.IMMEDIATELY_NECESSARY},
        {"clinician": ""},
        {"decided_on": None},
    ],
)
def test_h1_payment_first_needs_a_named_dated_non_urgent_record(wrong: dict[str, object]) -> None:
    with pytest.raises(Known, match="named and dated non-urgent record") as refused:
        payment_first(**wrong)
    assert refused.value.code == "payment_first_not_allowed"


def test_h9_lines_add_up_to_the_total() -> None:
    lines = [priced(725100 + 137 * n, id=str(n), excess_days=n % 3) for n in range(9)]
    read = text(estimate_bytes(letter(*lines)))
    charged = [
        Decimal(sum_.replace(",", "")) for sum_ in re.findall(r"per cent £([\d,]+\.\d\d)", read)
    ]
    assert charged == [line.charge.pounds for line in lines]
    assert f"Estimated total {estimated(*lines).total}" in read
    assert sum(charged) == estimated(*lines).total.pounds


LONG_NAME = (
    "Very Major Hip Procedures for Non-Trauma with Complications and Comorbidities Score 0-1, "
    "with Intervention"
)
LONG_EDITION = "2025/26 NHS Payment Scheme, pay award of 27 June 2025 (spinal and orthopaedic part)"
ABROAD = Address(("Flat 7, Ocean View Apartments", "14 Marina Road", "Apapa"), "101001", "NG")


@pytest.mark.parametrize("urgency", [*Urgency, None])
@pytest.mark.parametrize(
    "line",
    [
        priced(edition=LONG_EDITION),
        priced(name=LONG_NAME, edition=LONG_EDITION),
        priced(excess_days=2, edition=LONG_EDITION),
        priced(name=LONG_NAME, low=Money(200_000), high=Money(2_000_000)),
    ],
    ids=["plain", "long name", "days beyond", "range"],
)
def test_an_ordinary_letter_of_one_line_fits_one_sheet_printed_on_both_sides(
    urgency: Urgency | None, line: PricedLine
) -> None:
    someone = patient(address=ABROAD)
    usual = (
        payment_first(line, patient=someone)
        if urgency is None
        else letter(line, patient=someone, urgency=urgency)
    )
    assert len(texts(estimate_bytes(usual))) == 2


def test_free_care_is_told_of_before_the_sums() -> None:
    read = text(estimate_bytes(payment_first()))
    assert read.index("Care that is free for everyone") < read.index("How we worked it out")
