from __future__ import annotations

from datetime import date

import pytest

from app.core.errors import BadInput
from app.library.law import load_law
from app.residency.determination import Case, Determination, determine
from app.residency.facts import FactValue
from app.residency.findings import Category, Charged, Liable, Resident
from app.residency.line import Line
from tests.residency.given import TODAY, finding, finding_of, tourist

STUDENT: dict[str, FactValue] = {
    "immigration_status": "limited_leave",
    "ihs_state": "paid",
    "leave_valid_from": date(2024, 9, 1),
    "leave_valid_to": date(2025, 9, 30),
    "country_of_residence": "GB",
    "residence_uk_settled_purpose": True,
}
RESIDENT: dict[str, FactValue] = {
    "is_british_citizen": True,
    "subject_to_immigration_control": False,
    "immigration_status": "not_subject",
    "country_of_residence": "GB",
    "residence_uk_settled_purpose": True,
}


def codes(found: Determination) -> list[str]:
    return [flag.code for flag in found.flags]


def test_a_plain_resident_needs_no_officer() -> None:
    found = finding(tourist(**RESIDENT))
    assert (found.charging_category, found.status_classification) == (Category.A, 8)
    assert not found.flag_officer
    assert found.statement_for_staff.endswith("they are booked in.")
    assert "you live in the UK" in found.statement_for_patient


def test_a_resident_with_a_foreign_card_is_flagged_because_its_cost_may_be_claimed() -> None:
    found = finding(tourist(**RESIDENT, entitlement_document="ehic"))
    assert found.charging_category is Category.A
    assert found.flag_officer
    assert "foreign_document" in codes(found)


def test_a_card_not_yet_looked_at_is_asked_for() -> None:
    found = finding(
        tourist(
            **RESIDENT,
            entitlement_document="ehic",
            entitlement_document_valid_on_service_date=None,
        )
    )
    assert "Ask to see the European health card" in found.statement_for_staff


def test_a_resident_through_immunity_alone_is_flagged() -> None:
    found = finding(
        tourist(**{**RESIDENT, "is_british_citizen": False, "immigration_status": "not_subject"})
    )
    assert [group.id for group in found.groups] == ["or_exempt_from_control"]
    assert found.flag_officer
    assert "exempt_from_control_only" in codes(found)


def test_a_resident_who_was_a_visitor_on_an_earlier_day_of_care_is_flagged() -> None:
    arrived: dict[str, FactValue] = {
        "immigration_status": "euss_pre_settled",
        "residence_uk_settled_purpose": True,
    }
    found = finding_of(
        Line("before", {"service_date": date(2018, 1, 14)}),
        Line("now", {"service_date": date(2025, 3, 10)}),
        **arrived,
    )
    assert found.charging_category is Category.A
    assert found.chargeable is Charged.PARTLY
    assert found.flag_officer
    assert "not_always_resident" in codes(found)
    assert "The overseas visitor team will speak" in found.statement_for_staff


def test_a_resident_through_immunity_alone_on_one_day_of_care_is_flagged() -> None:
    found = finding_of(
        Line("then", {"service_date": date(2018, 6, 1)}),
        Line("now", {"service_date": date(2025, 3, 10)}),
        **{**RESIDENT, "is_british_citizen": False, "is_eea_or_swiss_citizen": True},
    )
    groups = [group.id for group in found.groups]
    assert groups == ["or_eea_free_movement", "or_exempt_from_control"]
    assert found.flag_officer
    assert codes(found).count("exempt_from_control_only") == 1
    assert "not_always_resident" not in codes(found)


def test_a_line_is_named_after_its_widest_group_and_not_after_a_sensitive_one() -> None:
    facts = tourist(**{**STUDENT, "uk_forces_member": True, "support_section_95": True})
    found = finding(facts)
    assert [group.id for group in found.groups] == ["ihs_paid", "section_95_support", "uk_forces"]
    assert found.lines[0].group == "uk_forces"
    assert found.charging_category is Category.E


def test_assisted_conception_is_charged_and_the_person_keeps_the_letter() -> None:
    found = finding_of(
        Line("1", {"service_type": "other"}),
        Line("2", {"service_type": "assisted_conception", "service_is_assisted_conception": True}),
        **STUDENT,
    )
    assert [line.charged for line in found.lines] == [Charged.NO, Charged.YES]
    assert found.lines[1].group == "assisted_conception_chargeable"
    assert (found.chargeable, found.charging_category) == (Charged.PARTLY, Category.B)
    assert "Part of this care is free" in found.statement_for_patient


def test_assisted_conception_waits_while_nobody_says_when_the_course_began() -> None:
    found = finding_of(
        Line("1", {"service_is_assisted_conception": True, "course_start_date": None}), **STUDENT
    )
    assert found.lines[0].charged is Charged.UNDETERMINED
    assert found.missing == ("course_start_date",)
    assert {one.fact for one in found.would_settle} == {"course_start_date"}


def test_a_service_that_is_free_to_everyone_is_free_to_one_on_the_way_to_conception() -> None:
    facts = {**STUDENT, "service_is_assisted_conception": True, "condition_id": "malaria"}
    assert finding(tourist(**facts)).lines[0].charged is Charged.NO


@pytest.mark.parametrize(
    ("facts", "owes"),
    [
        ({}, Liable.PATIENT),
        ({"age_years": 17}, Liable.PARENTAL_RESPONSIBILITY),
        ({"age_years": 17, "patient_deceased": True}, Liable.ESTATE),
        ({"patient_deceased": True, "air_crew": True}, Liable.EMPLOYER),
        ({"ship_crew": True, "air_crew": True}, Liable.SHIP_OWNER),
    ],
)
def test_liability_follows_its_order(facts: dict[str, FactValue | None], owes: Liable) -> None:
    found = finding(tourist(**facts))
    assert found.liable_party is owes


def test_an_eighteenth_birthday_on_the_ward_changes_who_owes_from_that_day() -> None:
    found = finding_of(
        Line("before", {"service_date": date(2025, 3, 9)}),
        Line("after", {"service_date": date(2025, 3, 10)}),
        date_of_birth=date(2007, 3, 10),
        leave_valid_from=date(2025, 3, 1),
    )
    assert [line.liable_party for line in found.lines] == [
        Liable.PARENTAL_RESPONSIBILITY,
        Liable.PATIENT,
    ]
    assert found.liable_party is Liable.PATIENT


def test_who_owes_an_earlier_line_is_named_when_the_latest_is_free() -> None:
    found = finding_of(
        Line("ward", {"service_date": date(2025, 3, 9)}),
        Line("111", {"service_date": date(2025, 3, 10), "service_type": "nhs_111"}),
    )
    assert (found.chargeable, found.liable_party) == (Charged.PARTLY, Liable.PATIENT)


def test_nobody_owes_where_nothing_is_charged() -> None:
    assert finding(tourist(service_type="nhs_111")).liable_party is None


def test_payment_first_begins_on_23_october_2017() -> None:
    def asks(day: date) -> bool:
        facts = tourist(service_date=day, leave_valid_from=date(2017, 1, 1))
        return finding(facts).lines[0].may_ask_payment_first

    assert (asks(date(2017, 10, 22)), asks(date(2017, 10, 23))) == (False, True)


def test_payment_is_not_asked_first_while_another_line_is_open() -> None:
    found = finding_of(Line("1"), Line("2", {"service_is_relevant": None}))
    assert [line.charged for line in found.lines] == [Charged.YES, Charged.UNDETERMINED]
    assert not any(line.may_ask_payment_first for line in found.lines)
    assert found.charging_category is Category.P
    assert found.missing == ("service_is_relevant",)


def test_the_old_european_rate_is_flagged_as_possible_until_a_clinician_dates_the_course() -> None:
    facts = tourist(
        service_date=date(2021, 6, 1), country_of_residence="FR", course_start_date=None
    )
    found = finding(facts)
    assert found.lines[0].rate_percent == 150
    assert "lower_rate_possible" in codes(found)


def test_the_last_day_of_2020_takes_the_lower_of_both_rates() -> None:
    facts = tourist(service_date=date(2020, 12, 31), country_of_residence="FR")
    assert finding(facts).lines[0].rate_percent == 100


def test_a_charged_line_without_a_group_takes_the_default_rate_and_regulation() -> None:
    facts = tourist(country_of_residence="GB", immigration_status="limited_leave")
    found = finding(facts)
    assert found.lines[0].group is None
    assert found.lines[0].rate_percent == 150
    assert found.reasons[0].regulation == "SI 2015/238 regs 3, 4, 7(3)"


def test_care_outside_the_regulations_makes_no_charge() -> None:
    found = finding(tourist(service_is_relevant=False))
    assert found.lines[0].charged is Charged.NO
    assert found.statement_for_patient.startswith("The charging rules for overseas visitors do not")
    assert found.reasons[0].rule == "outside"
    assert "outside the charging rules" in found.lines[0].reason


def test_a_free_service_is_free_for_everyone_in_the_patients_words_too() -> None:
    found = finding(tourist(service_type="sti"))
    assert found.statement_for_patient == "This service is free for everyone."
    assert "free to everyone" in found.statement_for_staff
    assert found.lines[0].service_exemptions == ("sti",)
    assert "reg 9(1)(e)" in found.lines[0].reason


def test_emergency_and_maternity_say_treat_first() -> None:
    for facts in (
        {"service_type": "a_and_e"},
        {"service_type": "maternity"},
        {"urgency": "urgent"},
    ):
        assert "Treat first" in finding(tourist(**facts)).statement_for_staff


def test_the_letter_is_that_of_the_latest_day() -> None:
    found = finding_of(
        Line("1", {"service_date": date(2025, 3, 10)}),
        Line("2", {"service_date": date(2025, 10, 10)}),
        **STUDENT,
    )
    assert [line.charged for line in found.lines] == [Charged.NO, Charged.YES]
    assert found.charging_category is Category.F
    assert found.on == date(2025, 10, 10)


def test_lines_of_one_day_that_disagree_on_residence_leave_it_open() -> None:
    found = finding_of(Line("1"), Line("2", {"residence_uk_settled_purpose": False}), **RESIDENT)
    assert found.ordinarily_resident is Resident.UNDETERMINED
    assert found.charging_category is Category.P


def test_null_on_a_line_hides_what_the_case_says() -> None:
    assert finding_of(Line("1", {"urgency": None})).lines[0].may_ask_payment_first is False
    assert finding_of(Line("1", {"service_date": None})).on == date(2025, 3, 10)


def test_a_line_without_a_day_takes_the_day_given() -> None:
    assert finding(tourist(service_date=None)).on == TODAY


def test_a_service_before_the_scheme_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        finding(tourist(service_date=date(2015, 4, 5)))
    assert refused.value.code == "date_out_of_range"
    assert refused.value.field == "service_date"


def test_a_birth_after_the_service_leaves_the_age_open_and_says_so() -> None:
    found = finding(tourist(date_of_birth=date(2026, 1, 1)))
    assert "birth_after_service" in codes(found)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"country_of_residence": "ES"}, "ask_for_replacement_certificate"),
        ({"immigration_status": "none", "euss_eligible_to_apply": True}, "settlement_scheme_route"),
        ({"leave_extended_by_3c_3d": True}, "pending_switch"),
        ({"patient_deceased": True}, "patient_deceased"),
        ({"urgency": None}, "urgency_not_assessed"),
        ({"asylum_application_undetermined": None}, "decision_pending"),
        ({"asylum_application_undetermined": True}, "unconfirmed_rule"),
        ({"schedule2_listed": True, "service_within_agreement_scope": True}, "claim_route"),
    ],
)
def test_the_officer_is_told(facts: dict[str, FactValue | None], code: str) -> None:
    found = finding(tourist(**facts))
    assert code in codes(found)
    assert all(flag.reason for flag in found.flags)


@pytest.mark.parametrize(
    ("facts", "cancel", "repay", "since"),
    [
        (
            {"became_exempt_later": "refugee", "lookback_position_on_service_date": True},
            True,
            True,
            None,
        ),
        (
            {
                "service_date": date(2022, 3, 1),
                "lawfully_present": True,
                "residence_is_ukraine": True,
            },
            True,
            True,
            date(2022, 2, 24),
        ),
        ({"lawfully_present": True, "residence_is_ukraine": True}, False, False, None),
        (
            {
                "service_date": date(2015, 6, 1),
                "asylum_application_rejected": True,
                "support_care_act_accommodation": True,
            },
            True,
            True,
            date(2015, 4, 6),
        ),
        (
            {
                "service_date": date(2015, 6, 1),
                "asylum_application_rejected": True,
                "support_care_act_accommodation": True,
                "provider_type": "other_provider",
            },
            True,
            False,
            date(2015, 4, 6),
        ),
        (
            {"service_date": date(2022, 5, 20), "condition_id": "monkeypox"},
            True,
            True,
            date(2022, 5, 1),
        ),
        ({}, False, False, None),
    ],
)
def test_rules_that_reach_back_drop_or_repay_charges(
    facts: dict[str, FactValue | None], cancel: bool, repay: bool, since: date | None
) -> None:
    found = finding(tourist(**facts)).retrospective
    assert (found.cancel, found.repay, found.since) == (cancel, repay, since)
    assert (found.reason is not None) == cancel


def test_a_second_ground_beside_one_that_reaches_back_does_not_hide_it() -> None:
    facts = tourist(service_date=date(2022, 3, 1), residence_is_ukraine=True, uk_forces_member=True)
    assert finding(facts).retrospective.cancel


def test_the_certificate_closes_what_clerk_and_officer_could_have_been_told() -> None:
    facts = tourist(uk_forces_member=None, custody_status=None, war_pension=None)
    assert finding(facts).charging_category is Category.P
    assert finding(facts, certified=True).charging_category is Category.F


def test_the_certificate_never_closes_what_a_clinician_has_to_say() -> None:
    found = finding(tourist(mha_status=None), certified=True)
    assert found.charging_category is Category.P
    assert found.missing == ("mha_status",)


def test_a_finding_keeps_the_keys_it_could_not_use() -> None:
    case = Case(tourist(), ignored=("colour",))
    assert determine(case, load_law(), TODAY).ignored == ("colour",)
