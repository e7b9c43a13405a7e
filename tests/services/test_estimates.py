"""Estimates of a case: versions, their end, free care, prices nobody confirmed, and their worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.billing.payment import Method
from app.casework.review import Choice
from app.core.errors import BadInput, Known, NotAllowed
from app.core.money import ZERO, Money
from app.pricing.currencies import ItemPrice, Kind, PriceList, PriceSource
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.pricing.uplift import Rounding
from app.services import (
    calibrating,
    care_search,
    estimate_standing,
    estimating,
    invoicing,
    particulars,
    receiving,
    review,
    stays,
)
from app.services.casefile import CaseFile
from app.services.desk import Desk
from app.services.estimate_standing import EstimateState
from app.store import estimate_outcomes, estimates
from tests.documents.reading import text
from tests.services.claims_of import covered
from tests.services.work import (
    DAY_CASE,
    HIP,
    answer,
    chargeable,
    check,
    days_later,
    decide,
    estimate,
    invoice,
    later,
    seated,
    visitor,
)

ROOT = LineRequest(id="1", admission=Admission.ELECTIVE, root="HN12", length_of_stay=3)


def given(desk: Desk, case: str, *lines: LineRequest, by: str = "officer") -> Any:
    later(desk)
    with seated(desk, by):
        return estimating.issue(desk, case, lines=lines, treatment="Planned operation")


def opened(desk: Desk, case: str) -> CaseFile:
    with seated(desk, "officer"):
        return review.open_case(desk, case)


def test_a_new_version_replaces_the_older_and_its_letter_prints_the_difference(desk: Desk) -> None:
    case = chargeable(desk)
    first = given(desk, case, ROOT)
    second = given(desk, case, HIP)
    read = text(second.pdf)
    assert f"This replaces estimate {first.estimate_no} of 9 March 2026." in read
    assert f"The total is {first.total - second.total} lower than it was" in read
    assert "we now know more exactly what the treatment is" in read
    assert "This replaces" not in text(first.pdf)
    states = [(one.no, one.state) for one in opened(desk, case).estimates]
    assert states == [
        (first.estimate_no, EstimateState.REPLACED),
        (second.estimate_no, EstimateState.STANDS),
    ]
    assert estimates.get(desk.db, second.estimate_no).body["replaces"] == first.estimate_no


def test_the_next_version_begins_with_the_lines_and_words_of_the_last(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        assert estimating.begun(desk, case) == ((), "")
    given(desk, case, replace(HIP, longest_stay=9))
    with seated(desk, "officer"):
        (line,), treatment = estimating.begun(desk, case)
    assert (line.hrg, line.length_of_stay, line.longest_stay, line.on) == ("HN12F", 3, 9, None)
    assert treatment == "Planned operation"


def test_the_letter_can_be_read_before_it_is_issued_and_takes_no_number(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        read = text(estimating.draft(desk, case, lines=(HIP,), treatment="A hip operation"))
        assert "A hip operation" in read
        assert "not issued yet" in read
        with pytest.raises(BadInput, match="plain words"):
            estimating.draft(desk, case, lines=(HIP,), treatment=" ")
    assert estimates.of(desk.db, case) == ()
    assert estimate(desk, case).estimate_no == "R1HE000001"


def test_an_estimate_that_ran_out_is_shown_so_and_not_paid_against(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case)
    with seated(desk, "officer"):
        assert estimating.payment_first_stands(desk, case)
    days_later(desk, desk.trust.estimate_valid_days + 1)
    (line,) = opened(desk, case).estimates
    assert line.state is EstimateState.EXPIRED
    with seated(desk, "officer"):
        assert not estimating.payment_first_stands(desk, case)
    with seated(desk, "finance"), pytest.raises(Known) as refused:
        receiving.take_advance(
            desk, told.estimate_no, amount=told.total, method=Method.CARD_TERMINAL
        )
    assert refused.value.code == "estimate_expired"
    assert "Make the estimate again" in refused.value.message


def test_an_estimate_is_paid_against_until_its_last_day(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case)
    days_later(desk, desk.trust.estimate_valid_days)
    with seated(desk, "finance"):
        receiving.take_advance(desk, told.estimate_no, amount=Money(100), method=Method.CASH)


def test_an_older_version_is_not_paid_against(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    older, newer = estimate(desk, case), estimate(desk, case)
    with seated(desk, "finance"), pytest.raises(Known) as refused:
        receiving.take_advance(desk, older.estimate_no, amount=Money(100), method=Method.CASH)
    assert refused.value.code == "estimate_replaced"
    assert newer.estimate_no in refused.value.message


def test_care_is_billed_from_an_estimate_that_stood_on_the_day_of_care(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="9/3/26", last="9/3/26", ward="")
    decide(desk, case)
    estimate(desk, case)
    days_later(desk, desk.trust.estimate_valid_days + 1)
    invoice(desk, case)


def test_care_after_the_end_of_an_estimate_is_not_billed_from_it(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case)
    kept = estimates.get(desk.db, told.estimate_no)
    days_later(desk, desk.trust.estimate_valid_days + 1)
    with pytest.raises(Known) as refused:
        estimate_standing.to_bill_from(desk, kept, desk.today)
    assert refused.value.code == "estimate_expired"
    tomorrow = kept.valid_until + timedelta(days=1)
    assert estimate_standing.to_bill_from(desk, kept, kept.valid_until).total == told.total
    assert tomorrow == desk.today


def test_care_on_a_european_card_is_no_charge_to_the_patient(desk: Desk) -> None:
    case = covered(desk)
    told = given(desk, case, HIP)
    read = text(told.pdf)
    assert told.total == ZERO
    assert "No charge to you" in read
    assert "European card" in read
    assert "How to pay" not in read
    assert estimates.of(desk.db, case)[-1].body["no_charge"] == "ehic"
    with seated(desk, "officer"):
        assert not estimating.payment_first_stands(desk, case)


def test_care_that_is_free_for_another_reason_is_not_priced(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    with pytest.raises(Known, match="decided to be free"):
        given(desk, case, HIP)


def test_an_exempt_line_is_free_on_the_letter_and_never_on_the_bill(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    free = LineRequest(id="2", admission=Admission.ELECTIVE, hrg="HN12F", rate_percent=0)
    told = given(desk, case, DAY_CASE, free)
    assert "No charge £0.00" in text(told.pdf)
    bill = invoice(desk, case)
    assert bill.total == told.total
    with seated(desk, "finance"):
        assert len(invoicing.accounts(desk)) == 1


def test_days_that_are_free_stand_on_the_letter_in_neutral_words(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="1/3/26", last="9/3/26", ward="")
        stays.answer_from(desk, case, "s2_protection", ("claimed_pending",), since="4/3/26")
    decide(desk, case)
    read = text(estimate(desk, case).pdf)
    assert "Care from 4 March 2026 to 9 March 2026 No charge £0.00" in read
    assert "asylum" not in read.partition("If you think this is wrong")[0]


def test_h5_no_more_nights_are_priced_than_days_are_charged(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="1/3/26", last="9/3/26", ward="")
    nine = replace(HIP, length_of_stay=9)
    decide(desk, case)
    given(desk, case, nine)
    with seated(desk, "officer"):
        stays.answer_from(desk, case, "s2_protection", ("claimed_pending",), since="4/3/26")
    decide(desk, case)
    given(desk, case, HIP)
    for line in (replace(HIP, length_of_stay=4), replace(HIP, longest_stay=4)):
        with pytest.raises(BadInput, match="Only 3 days of this stay are charged") as refused:
            given(desk, case, line)
        assert refused.value.field == "length_of_stay"


def average(desk: Desk) -> None:
    """A national average cost for a code no list prices."""
    cost = ItemPrice(
        kind=Kind.OTHER,
        code="ZZ01A",
        name="Rare care",
        price=Money(500_00),
        admission="elective",
        source=PriceSource.AVERAGE_COST,
        factor_applies=False,
    )
    held = PriceList(
        name="Costs",
        source=PriceSource.AVERAGE_COST,
        effective_from=date(2025, 4, 1),
        effective_to=None,
        citation="National averages.",
        rows=lambda: (cost,),
    )
    desk.shelf = replace(desk.shelf, lists=(*desk.shelf.lists, held))


RARE = LineRequest(id="1", admission=Admission.ELECTIVE, hrg="ZZ01A", provisional=True)


def test_a_provisional_price_is_billed_only_once_another_senior_officer_confirms_it(
    desk: Desk,
) -> None:
    average(desk)
    case = chargeable(desk)
    decide(desk, case)
    told = given(desk, case, RARE, by="senior")
    assert "Provisional: a national average cost" in text(told.pdf)
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "provisional_price"
    with seated(desk, "senior"), pytest.raises(NotAllowed, match="You made this estimate"):
        estimate_standing.confirm_provisional(desk, told.estimate_no, "Agreed.")
    with seated(desk, "officer"):
        told = estimating.issue(desk, case, lines=(RARE,), treatment="Rare care")
    with seated(desk, "senior"):
        with pytest.raises(BadInput, match="Say why"):
            estimate_standing.confirm_provisional(desk, told.estimate_no, "  ")
        estimate_standing.confirm_provisional(desk, told.estimate_no, "Agreed with costing.")
        with pytest.raises(Known) as again:
            estimate_standing.confirm_provisional(desk, told.estimate_no, "Agreed twice.")
        assert again.value.code == "confirmed_already"
    assert opened(desk, case).estimates[-1].provisional
    assert invoice(desk, case).total == told.total


def test_only_a_provisional_price_is_confirmed(desk: Desk) -> None:
    told = estimate(desk, chargeable(desk))
    with seated(desk, "senior"), pytest.raises(Known) as refused:
        estimate_standing.confirm_provisional(desk, told.estimate_no, "Agreed.")
    assert refused.value.code == "nothing_provisional"


def test_the_first_estimate_is_kept_beside_the_final_bill(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    first = given(desk, case, ROOT)
    given(desk, case, HIP)
    check(desk, case)
    invoice(desk, case)
    (kept,) = estimate_outcomes.newest(desk.db)
    assert (kept.estimate_no, kept.likely) == (first.estimate_no, first.total)
    assert (kept.specialty, kept.root, kept.hrg) == ("HN", "HN12", "HN12F")
    assert kept.length_of_stay == 3
    assert kept.final == Money.parse("12495.86")
    with seated(desk, "officer"):
        (told,) = calibrating.calibration(desk)
    assert told.words == "The range held 1 of 1 time in Orthopaedic Non-Trauma Procedures."
    assert told.record.mean_error == kept.final - kept.likely


def test_the_past_of_a_specialty_widens_its_next_range_and_bills_stay_exact(desk: Desk) -> None:
    done = chargeable(desk)
    decide(desk, done)
    told = estimate(desk, done, HIP)
    check(desk, done)
    with desk.db.atomic():
        for number in range(20):
            estimate_outcomes.add(desk.db, outcome_of(desk, number, told.estimate_no))
    case = chargeable(desk)
    with seated(desk, "officer"):
        seen = estimating.preview(desk, case, (HIP,))
    assert (seen.low, seen.total, seen.high) == (
        Money.parse("12495.86"),
        Money.parse("12495.86"),
        Money.parse("24991.72"),
    )
    invoice(desk, done)


def outcome_of(desk: Desk, number: int, estimate_no: str) -> estimate_outcomes.StoredOutcome:
    case = visitor(desk)
    return estimate_outcomes.StoredOutcome(
        registration_id=case,
        estimate_no=estimate_no,
        specialty="HN",
        root="HN12",
        hrg="HN12F",
        length_of_stay=3,
        low=Money(100),
        likely=Money(100),
        high=Money(100),
        final=Money(200),
        recorded_at=desk.moment,
    )


def test_a_clerk_picks_care_by_words_and_sees_no_price(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "clerk"):
        found = care_search.care(desk, case, "hip repl")
        assert found[0].code == "HN12"
        assert not any("price" in field for field in type(found[0]).__dataclass_fields__)
        with pytest.raises(NotAllowed):
            estimating.preview(desk, case, (HIP,))


def test_care_is_found_for_a_day_without_a_price_list(desk: Desk) -> None:
    case = chargeable(desk)
    desk.shelf = replace(desk.shelf, editions=())
    with seated(desk, "clerk"):
        assert "330" in [one.code for one in care_search.care(desk, case, "dermatology")]


def test_an_s2_without_a_group_of_its_own_is_told_as_cover(desk: Desk) -> None:
    case = covered(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_doc_valid", "no")
    assert "health cover" in text(given(desk, case, HIP).pdf)


def test_a_clerk_books_care_and_the_officer_finds_it_picked(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clerk"):
        assert particulars.save_particulars(desk, case, {"care": "hn12f"}) == {
            "care": "HN12F Very Major Hip Procedures for Non-Trauma with CC Score 0-1"
        }
        page = particulars.visitor_page(desk, case)
        (shown,) = [one.value for group in page.groups for one in group.fields if one.id == "care"]
        assert shown.startswith("HN12F ")
        particulars.save_particulars(desk, case, {"care": shown})
    with seated(desk, "officer"):
        picked = care_search.planned(desk, case)
    assert picked is not None
    assert picked.code == "HN12F"
    assert len(desk.db.rows("SELECT * FROM planned_care")) == 1


def test_care_that_no_list_names_is_not_booked_and_a_plan_can_be_taken_back(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clerk"):
        with pytest.raises(BadInput, match="Choose the care from the list"):
            particulars.save_particulars(desk, case, {"care": "some operation"})
        particulars.save_particulars(desk, case, {"care": "110"})
        assert particulars.save_particulars(desk, case, {"care": ""}) == {"care": ""}
        assert care_search.planned(desk, case) is None


def test_a_trust_that_rounds_to_the_pound_estimates_and_bills_so(desk: Desk) -> None:
    desk.finance = replace(desk.finance, rounding=Rounding.WHOLE_POUND)
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case, HIP)
    assert told.total == Money.parse("12496.50")
    assert "rounded to the pound" in text(told.pdf)
    check(desk, case)
    assert invoice(desk, case).total == told.total
