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
from app.pricing.versions import Cause, CauseKind, Difference
from tests.documents.made_up import (
    WORDS,
    estimate_bytes,
    estimated,
    letter,
    mixed,
    no_charge,
    patient,
    payment_first,
    priced,
    replaced,
)
from tests.documents.reading import text, texts

# `finance_rules.yaml`, estimate.must_contain, each with what stands for it in the letter below.
MUST_CONTAIN = {
    "patient_or_payer": "Mrs Ada Okafor",
    "estimate_no": "Estimate number R1H26OE000123",
    "date": "Date 9 March 2026",
    "valid_until": "Valid until 8 April 2026",
    "provider": "Example Royal Hospitals NHS Trust (R1H)",
    "treatment_in_plain_words": "An operation to replace the hip",
    "currency_code_or_specialty": "(HN12F)",
    "base_price_and_year": "NHS price for 2025/26, NHS Payment Scheme 2025/26 £7,251.00",
    "mff": "Times 1.148886 (market forces factor)",
    "multiplier": "times 150 per cent",
    "lines": "per cent £12,495.86",
    "total": "Estimated total £12,495.86",
    "what_is_not_included": "What this does not include",
    "payment_required_before": "take the estimated charge of £12,495.86 in full before it begins",
    "urgency_statement": "Dr A. Roy recorded on 6 March 2026 that this treatment can safely wait",
    "how_to_dispute": "If you think this is wrong",
    "data_sharing_notice": "How we use your information",
    "contact": "Overseas visitors team, Example Royal Hospitals NHS Trust",
}
ASSURANCE = "Treatment that cannot wait will be given whether or not this is paid."


@pytest.mark.parametrize("item", MUST_CONTAIN)
def test_the_letter_contains_each_thing_it_must(item: str) -> None:
    assert MUST_CONTAIN[item] in text(estimate_bytes(payment_first()))


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


def test_a_new_version_says_which_it_replaces_how_much_it_moved_and_why() -> None:
    read = text(estimate_bytes(letter(replaces=replaced())))
    assert (
        "This replaces estimate R1H26OE000122 of 2 March 2026. The total is £1,000.00 higher than "
        "it was, because the stay is expected to be longer: Very Major Hip Procedures."
    ) in read
    before, after = Money(200_00), Money(100_00)
    for difference, said in (
        (Difference(before, after, ()), "The total is £100.00 lower than it was."),
        (Difference(before, before, ()), "The total is the same."),
    ):
        told = replace(replaced(), difference=difference)
        assert said in text(estimate_bytes(letter(replaces=told)))


@pytest.mark.parametrize("kind", CauseKind)
def test_every_cause_of_a_difference_has_its_words(kind: CauseKind) -> None:
    told = Difference(Money(1), Money(2), (Cause(kind, "The hip"), Cause(CauseKind.FACTOR)))
    read = text(estimate_bytes(letter(replaces=replace(replaced(), difference=told))))
    assert "higher than it was, because" in read
    assert "{" not in read


def test_what_drives_a_range_is_said_beside_it() -> None:
    read = text(estimate_bytes(mixed()))
    assert "The final charge depends on the exact treatment and any complications and" in read
    assert "a stay of up to 3 nights is in the higher sum" in read


def test_free_lines_and_days_stand_beside_charged_ones_in_neutral_words() -> None:
    read = text(estimate_bytes(mixed()))
    assert "Blood tests (DAPS05), elective No charge £0.00" in read
    assert "Care from 6 March 2026 to 7 March 2026 No charge £0.00" in read
    assert "Care on 9 March 2026 No charge £0.00" in read
    assert "Included in another procedure of the same visit £0.00" in read


def test_prices_that_are_not_the_schemes_are_called_what_they_are() -> None:
    read = text(estimate_bytes(mixed()))
    assert "2 × £1,400.00 a day National average cost, used for 2025/26 £2,800.00" in read
    assert "Times 150 per cent £4,200.00 Provisional: a national average cost." in read
    assert (
        "2 × £250.00 each The hospital’s own price, 2025/26 £500.00 Times 150 per cent £750.00"
        in read
    )
    assert "Average price for visitors, 2025/26 £4,220.00" in read
    assert "critical care, and drugs" not in read


@pytest.mark.parametrize(
    ("cover", "said"),
    [("ehic", "European card"), ("s1", "S1 form"), ("s2", "S2 form"), ("cover", "health cover")],
)
def test_care_another_country_pays_for_is_no_charge_to_the_patient(cover: str, said: str) -> None:
    pages = texts(estimate_bytes(no_charge(cover=cover)))
    read = " ".join(pages)
    assert "What you pay No charge to you" in pages[0]
    assert said in pages[0]
    assert ASSURANCE in pages[0]
    assert "You have nothing to pay for this treatment." in pages[0]
    sums = set(re.findall(r"£[\d,]+\.\d\d", read))
    assert sums == {"£0.00"}
    assert "How to pay" not in read


def test_h1_nobody_is_asked_to_pay_first_for_care_another_country_pays_for() -> None:
    with pytest.raises(Known, match="payment first"):
        payment_first(no_charge="ehic")
