"""Claims through the services: the officer's card, finance's treatment, the pack, the report."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from app.billing.claims.claim import Worth
from app.billing.claims.terms import Reporting
from app.casework.review import Choice
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.services import claim_packs, claiming
from app.services.desk import Desk
from app.store.driver import IntegrityError
from tests.services.claims_of import CARD, HIP, covered, file_of, ready, take_down, treat
from tests.services.work import chargeable, decide, estimate, later, seated

FULL = Money(833_057)  # 7,251 pounds x 1.148886; 150 per cent of it is 12,495.86


def test_a_card_from_the_answers_to_the_pack_and_the_portal(desk: Desk) -> None:
    case = covered(desk)
    first = file_of(desk, case)
    assert (first.reporting, first.ready) == (Reporting.REPORT, False)
    assert "An officer enters it" in first.findings[0].sentence
    with seated(desk, "officer"):
        offered = claiming.entitlement_form(desk, case)
        assert (offered.type, offered.values["state"]) == ("ehic", "DE")
        assert offered.values["family_name"] == "Okafor"
        assert offered.states["DE"] == "Germany"
        assert claiming.keep_entitlement(desk, case, "ehic", CARD) == ()
        assert claiming.entitlement_form(desk, case).values["card_number"] == "8027688311" + (
            "0000012345"
        )
    found = treat(desk, case)
    assert (found.ready, found.worth) == (True, Worth(FULL, ZERO))
    with seated(desk, "finance"):
        made = claim_packs.pack(desk)
        assert made.refs == (found.claim.ref,)
        assert [name for name, _ in made.files] == [
            "claims-ehic.csv",
            f"claim-{found.claim.ref}.pdf",
        ]
        assert claim_packs.pack(desk) == made
        reported = claiming.mark_reported(desk, case, " OVT-2026-77 ")
        assert reported.claim.portal_id == "OVT-2026-77"
        assert not reported.ready
        with pytest.raises(Known, match="No case is ready"):
            claim_packs.pack(desk)
        with pytest.raises(Known, match="reported already"):
            claiming.mark_reported(desk, case, "OVT-2026-78")


def test_the_cost_is_the_whole_price_and_never_half_as_much_again(desk: Desk) -> None:
    """MFF times the price of the year in which the treatment ended, at 100 per cent."""
    case = covered(desk)
    take_down(desk, case)
    dear = replace(HIP, rate_percent=150)
    with seated(desk, "finance"):
        found = claiming.keep_treatment(desk, case, started="2/3/26", ended="6/3/26", lines=(dear,))
    assert found.claim.treatment is not None
    assert found.claim.treatment.cost == FULL
    charged = chargeable(desk, family_name="Obi")
    decide(desk, charged)
    assert estimate(desk, charged, HIP).total == Money(1_249_586)


def test_state_value_and_trust_income_stand_apart(desk: Desk) -> None:
    ready(desk)
    with seated(desk, "finance"):
        made = claim_packs.pack(desk)
    assert (made.worth.state_value, made.worth.trust_income) == (FULL, ZERO)
    (row,) = csv.DictReader(io.StringIO(dict(made.files)["claims-ehic.csv"].decode()))
    assert (row["state_value"], row["trust_income"]) == ("8330.57", "0.00")
    assert not [name for name in row if "nhs" in name or "total" in name]


def test_a_card_with_something_missing_is_kept_and_says_so(desk: Desk) -> None:
    case = covered(desk)
    with seated(desk, "officer"):
        missing = claiming.keep_entitlement(
            desk, case, "ehic", {**CARD, "personal_id": "", "expires": "1/3/26"}
        )
    assert [one.field for one in missing] == ["personal_id"]
    found = treat(desk, case)
    assert {one.field for one in found.findings} == {"personal_id", "expires"}
    with seated(desk, "finance"), pytest.raises(Known, match="6 Personal identification"):
        claiming.mark_reported(desk, case, "OVT-1")


def test_a_pack_names_what_it_leaves_out(desk: Desk) -> None:
    case = ready(desk)
    other = covered(desk, family_name="Obi")
    with seated(desk, "finance"):
        made = claim_packs.pack(desk)
    assert [one.registration_id for one in made.left_out] == [other]
    assert made.refs == (file_of(desk, case).claim.ref,)


def test_who_came_for_treatment_is_billed_and_not_claimed(desk: Desk) -> None:
    case = chargeable(desk)
    take_down(desk, case)
    assert file_of(desk, case).reporting is Reporting.UNDECIDED
    decide(desk, case)
    found = treat(desk, case)
    assert (found.claim.category, found.reporting) == ("F", Reporting.BILLED)
    assert not found.ready
    with seated(desk, "finance"), pytest.raises(Known, match="not one to report"):
        claiming.mark_reported(desk, case, "OVT-1")


def test_an_s1_is_registered_and_not_reported(desk: Desk) -> None:
    case = covered(desk)
    with seated(desk, "officer"):
        of_s1 = {
            k: v
            for k, v in CARD.items()
            if k not in ("institution_id", "card_number", "expires", "student")
        }
        claiming.keep_entitlement(desk, case, "s1", of_s1)
    found = treat(desk, case)
    assert (found.reporting, found.ready) == (Reporting.REGISTERED, False)


def test_a_reopened_case_waits_for_the_officer(desk: Desk) -> None:
    case = ready(desk)
    later(desk)
    decide(desk, case, Choice.CANNOT_TELL)
    found = file_of(desk, case)
    assert (found.reporting, found.ready) == (Reporting.UNDECIDED, False)


def test_what_is_entered_after_the_report_calls_for_another(desk: Desk) -> None:
    case = ready(desk)
    with seated(desk, "finance"):
        claiming.mark_reported(desk, case, "OVT-1")
    take_down(desk, case, personal_id="M999")
    found = file_of(desk, case)
    assert (found.changed_since, found.ready, found.claim.portal_id) == (True, True, "OVT-1")
    with seated(desk, "finance"):
        assert claiming.mark_reported(desk, case, "OVT-2").claim.portal_id == "OVT-2"
    assert not file_of(desk, case).changed_since


def test_two_cases_on_one_card_and_the_same_days_stop_each_other(desk: Desk) -> None:
    one, other = ready(desk), ready(desk, family_name="Obi")
    for case in (one, other):
        found = file_of(desk, case)
        assert not found.ready
        assert "same treatment" in found.findings[0].sentence


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"started": "yesterday evening"}, "started"),
        ({"ended": "1/3/26"}, "ended"),
        ({"ended": "10/3/26"}, "ended"),
        ({"started": "+1d", "ended": ""}, "started"),
        ({"lines": ()}, "lines"),
        ({"lines": (replace(HIP, hrg=None, root="HN12"),)}, "lines"),
        ({"lines": (replace(HIP, hrg="ZZ99Z"),)}, "hrg"),
        ({"reason": "a\x00b"}, "reason"),
    ],
)
def test_a_treatment_that_cannot_be_is_refused_whole(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    case = covered(desk)
    asked: dict[str, Any] = {"started": "2/3/26", "ended": "6/3/26", "lines": (HIP,)}
    with seated(desk, "finance"), pytest.raises(Known) as refused:
        claiming.keep_treatment(desk, case, **asked | changes)
    assert refused.value.field == field
    assert file_of(desk, case).claim.treatment is None


def test_a_treatment_goes_on_until_it_has_an_end(desk: Desk) -> None:
    case = covered(desk)
    take_down(desk, case)
    found = treat(desk, case, ended="")
    assert [one.field for one in found.findings] == ["ended"]


def test_the_treatment_begins_from_the_care_last_estimated(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "finance"):
        assert claiming.estimated_lines(desk, case) == ()
    estimate(desk, case, HIP)
    with seated(desk, "finance"):
        (line,) = claiming.estimated_lines(desk, case)
    assert (line.hrg, line.length_of_stay) == ("HN12F", 3)


def test_care_estimated_as_no_charge_to_the_patient_is_claimed_at_its_whole_price(
    desk: Desk,
) -> None:
    case = covered(desk)
    take_down(desk, case)
    assert estimate(desk, case, HIP).total == ZERO
    with seated(desk, "finance"):
        lines = claiming.estimated_lines(desk, case)
        found = claiming.keep_treatment(desk, case, started="2/3/26", ended="6/3/26", lines=lines)
    assert found.worth == Worth(FULL, ZERO)


def test_the_form_begins_with_what_is_known_and_then_with_what_was_kept(desk: Desk) -> None:
    case = covered(desk)
    with seated(desk, "officer"):
        first = claiming.entitlement_form(desk, case)
        claiming.keep_entitlement(desk, case, "s2", {"state": "IE"})
        again = claiming.entitlement_form(desk, case)
    assert first.values["trust_name"] == desk.trust.name
    assert first.values["home_address"] == "14 Marina Road\nLagos"
    assert (again.type, again.values) == ("s2", {"state": "IE"})  # nothing comes back by itself


def test_a_treatment_without_any_card_has_no_claim(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "finance"), pytest.raises(Known, match="Nobody has entered a card"):
        treat(desk, case)


def test_refusals_name_their_field(desk: Desk) -> None:
    case = covered(desk)
    with seated(desk, "officer"), pytest.raises(BadInput, match="what kind of document") as one:
        claiming.keep_entitlement(desk, case, "library_card", {})
    with seated(desk, "finance"), pytest.raises(BadInput, match="treatment id") as two:
        claiming.mark_reported(desk, case, " ")
    assert (one.value.field, two.value.field) == ("type", "portal_id")
    with seated(desk, "finance"), pytest.raises(Known, match="Enter the card and the treatment"):
        claim_packs.sheet(desk, case)
    with seated(desk, "finance"), pytest.raises(Known, match="Enter the card and the treatment"):
        claim_packs.sheet(desk, "nobody")


def test_every_version_of_a_claim_stays(desk: Desk) -> None:
    case = ready(desk)
    take_down(desk, case, personal_id="M999")
    assert desk.db.scalar("SELECT count(*) FROM claim_entitlements") == 2
    for table in ("claim_entitlements", "claim_treatments"):
        for act in (f"UPDATE {table} SET body = '{{}}'", f"DELETE FROM {table}"):
            with pytest.raises(IntegrityError), desk.db.atomic():
                desk.db.execute(act)
