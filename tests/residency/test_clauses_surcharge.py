"""Regulations 10 and 11: cover through the immigration health surcharge (charging-rules 4)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.residency.clauses import charged, free, waits
from tests.residency.test_clauses_services import CONCEPTION

LEAVE: Mapping[str, object] = {
    "immigration_status": "limited_leave",
    "country_of_residence": "GB",
    "residence_uk_settled_purpose": True,
    "leave_valid_from": "2025-03-10",
    "leave_valid_to": "2025-03-10",
}
"""Leave for the very day of the service."""


def test_reg_10_1_a_cover_runs_from_the_first_day_of_the_leave_to_the_last() -> None:
    covered = free("ihs_paid", **LEAVE, ihs_state="paid")
    assert (covered.charging_category.value, covered.status_classification) == ("B", 2)
    charged(**{**LEAVE, "leave_valid_from": "2025-03-11"}, ihs_state="paid")
    charged(**{**LEAVE, "leave_valid_to": "2025-03-09"}, ihs_state="paid")


def test_reg_10_1_b_cover_runs_on_while_leave_is_extended_by_section_3c_or_3d() -> None:
    ended = {**LEAVE, "leave_valid_from": "2024-03-10", "leave_valid_to": "2025-03-09"}
    free("ihs_paid", **ended, ihs_state="paid", leave_extended_by_3c_3d=True)
    charged(**ended, ihs_state="paid", leave_extended_by_3c_3d=False)
    pending = charged(**ended, ihs_state="not_paid", leave_extended_by_3c_3d=True)
    assert "pending_switch" in [flag.code for flag in pending.flags]


def test_reg_10_1_a_v_a_health_workers_full_refund_keeps_cover_from_27_october_2020() -> None:
    nurse = {
        **LEAVE,
        "ihs_state": "fully_refunded_health_care",
        "leave_valid_from": "2020-01-01",
        "leave_valid_to": "2021-12-31",
    }
    free("ihs_full_refund_health_care_worker", **nurse, service_date="2020-10-27")
    charged(**nurse, service_date="2020-10-26")


def test_reg_10_2_a_whoever_paid_is_covered() -> None:
    free("ihs_paid", **LEAVE, ihs_state="paid")
    charged(**LEAVE, ihs_state="not_paid")
    waits(**LEAVE, ihs_state=None)


def test_reg_10_2_b_whoever_is_exempt_from_it_is_covered() -> None:
    free("ihs_exempt", **LEAVE, ihs_state="exempt")
    charged(**LEAVE, ihs_state="exempt_short_or_visitor")


def test_reg_10_2_c_a_waived_or_reduced_surcharge_covers_as_if_paid() -> None:
    free("ihs_waived", **LEAVE, ihs_state="waived")
    free("ihs_reduced", **LEAVE, ihs_state="reduced")
    charged(**LEAVE, ihs_state="waived", s2_visa=True)
    charged(**LEAVE, ihs_state="reduced", s2_visa=True)


def test_reg_10_2_d_a_refund_in_part_keeps_cover_and_a_whole_one_ends_it() -> None:
    free("ihs_part_refunded", **LEAVE, ihs_state="part_refunded")
    ended = charged(**LEAVE, ihs_state="fully_refunded_other")
    assert ended.lines[0].group == "surcharge_fully_refunded"


def test_reg_10_5_only_a_health_or_care_worker_keeps_cover_after_a_full_refund() -> None:
    free("ihs_full_refund_health_care_worker", **LEAVE, ihs_state="fully_refunded_health_care")
    charged(**LEAVE, ihs_state="fully_refunded_other")


COVERED = {
    "paid": "ihs_paid",
    "exempt": "ihs_exempt",
    "waived": "ihs_waived",
    "reduced": "ihs_reduced",
    "part_refunded": "ihs_part_refunded",
    "fully_refunded_health_care": "ihs_full_refund_health_care_worker",
}


@pytest.mark.parametrize(("state", "group"), COVERED.items())
def test_reg_10_2a_cover_leaves_assisted_conception_out(state: str, group: str) -> None:
    assert charged(**LEAVE, **CONCEPTION, ihs_state=state).charging_category.value == "B"
    free(group, **LEAVE, ihs_state=state)


def test_reg_10_3_not_owing_it_for_a_short_stay_gives_no_cover() -> None:
    short = charged(**LEAVE, ihs_state="exempt_short_or_visitor")
    assert short.lines[0].group == "short_visa_no_surcharge"
    free("ihs_exempt", **LEAVE, ihs_state="exempt")


def test_reg_10_3_to_4_a_short_health_and_care_visa_is_covered_from_27_october_2020() -> None:
    short = {
        **LEAVE,
        "ihs_state": "exempt_short_or_visitor",
        "ihs_exempt_by_health_and_care_visa": True,
    }
    free("ihs_exempt_short_health_and_care", **short)
    charged(**{**short, "ihs_exempt_by_health_and_care_visa": False})
    then = {**short, "leave_valid_from": "2020-09-01", "leave_valid_to": "2021-02-01"}
    free("ihs_exempt_short_health_and_care", **then, service_date="2020-10-27")
    charged(**then, service_date="2020-10-26")


def test_reg_10_6_an_s2_visitor_is_covered_for_the_named_treatment_alone() -> None:
    s2 = {**LEAVE, "ihs_state": "waived", "s2_visa": True, "country_of_residence": "ES"}
    named = free("ihs_s2_visa", **s2, treatment_matches_authorisation=True)
    assert named.charging_category.value == "C"
    charged(**s2, treatment_matches_authorisation=False)
    charged(**{**s2, "leave_valid_to": "2025-03-09"}, treatment_matches_authorisation=True)


def test_reg_11_leave_asked_for_before_6_april_2015_is_covered_as_if_paid() -> None:
    old = {**LEAVE, "ihs_state": "pre_scheme", "pre_scheme_would_be_liable_or_exempt": True}
    free("pre_surcharge_leave", **old)
    charged(**{**old, "pre_scheme_would_be_liable_or_exempt": False})
    charged(**{**old, "leave_valid_to": "2025-03-09"})


def test_reg_11_3a_that_leave_leaves_assisted_conception_out_too() -> None:
    old = {**LEAVE, "ihs_state": "pre_scheme", "pre_scheme_would_be_liable_or_exempt": True}
    charged(**old, **CONCEPTION)
    free("pre_surcharge_leave", **old, **CONCEPTION, course_start_date="2017-08-20")


def test_paying_the_surcharge_after_the_care_reaches_back_to_nothing() -> None:
    """Table 6.3: cover starts with the leave."""
    late = charged(**{**LEAVE, "leave_valid_from": "2025-03-11"}, ihs_state="paid")
    assert not late.retrospective.cancel
